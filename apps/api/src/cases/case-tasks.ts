import { on } from '@enig/access';
import { CaseReads, missingIn, type AgreementView } from '@enig/data';
import type { PartyId } from '@enig/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TextSources } from '../agreement/text-sources';
import { AgreementsService } from '../agreement/agreements.service';
import { ApprovalService } from '../approval/approval.service';
import type { AppViewer } from '../core/viewer';
import { TaskSources, type TaskModel } from '../tasks/tasks';
import { casePath } from './case-papers';
import { CasePresentation } from './case-presentation';
import { CasesService, versionPut, type CaseStanding } from './cases.service';
import { decidedAlready } from '../approval/decided-already';
import { caseSubject } from './subjects';

/** What a party's own people are asked about its case: to write it, and to send it on once it says what is recommended. */
@Injectable()
export class CaseTasks implements OnModuleInit {
  constructor(
    private readonly tasks: TaskSources,
    private readonly texts: TextSources,
    private readonly agreements: AgreementsService,
    private readonly reads: CaseReads,
    private readonly cases: CasesService,
    private readonly presentation: CasePresentation,
    private readonly approvals: ApprovalService,
  ) {}

  onModuleInit(): void {
    this.tasks.add((viewer, view) => this.of(viewer, view));
    this.texts.add(async (viewer, agreement) => {
      const view = await this.agreements.view(viewer, agreement);
      const version = versionPut(view);
      const made = version ? await this.reads.ofVersion(agreement, version) : [];
      const entries = await Promise.all(
        made.map((found) => this.presentation.entry(viewer, { view, party: found.row.party }, found)),
      );
      return entries.flatMap((entry) => entry ?? []);
    });
  }

  private async of(viewer: AppViewer, view: AgreementView): Promise<TaskModel[]> {
    if (view.state !== 'deciding') return [];
    const isOwn = view.parties.some(({ party }) => viewer.can('make', caseSubject(view, party, false)));
    if (!isOwn) return [];
    const approval = await this.approvals.approval(viewer, view);
    const isDecided = (party: PartyId) => approval !== null && decidedAlready(approval, party) !== null;
    const standings = await this.cases.all(viewer, view.row.id);
    const own = standings
      .filter(({ party }) => viewer.can('make', caseSubject(view, party, false)))
      // Whoever has approved needs nothing to decide on.
      .filter(({ party }) => !isDecided(party));
    return (await Promise.all(own.map((standing) => this.task(viewer, standing)))).flat();
  }

  private async task(viewer: AppViewer, { view, party, name, found, state }: CaseStanding): Promise<TaskModel[]> {
    if (state === 'sentOn') return [];
    const content = await this.cases.content(found);
    const kind = content && missingIn(content).length === 0 ? 'sendCase' : 'writeCase';
    if (kind === 'writeCase' && !mayWrite(viewer, view, party)) return [];
    const { id, title, deadline } = view.row;
    const said = viewer.say(`tasks.${kind}`, { party: name });
    return [
      {
        ...{ id: `${kind} ${id} ${party}`, kind, title: viewer.say(`task.${kind}`), detail: `${title} · ${said}` },
        ...{ due: deadline, link: casePath(id, party), agreement: id },
      },
    ];
  }
}

/** Whether the viewer is one of those who write it: a secretary reads it, and sends it on (AC-27). */
function mayWrite(viewer: AppViewer, { row, parties }: AgreementView, party: PartyId): boolean {
  const about = { kind: 'case', region: row.region, parties: parties.map((each) => each.party) } as const;
  const text = { ...about, sectionKind: null, coordinators: [], writing: true, submitted: false } as const;
  return viewer.seats.some(
    (seat) => seat.party === party && viewer.can('write', on.text({ ...text, body: seat.body })),
  );
}

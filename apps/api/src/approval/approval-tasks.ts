import { on } from '@enig/access';
import { awaitingConfirmation, effective, isSettled } from '@enig/approval';
import type { AgreementView, ApprovalView } from '@enig/data';
import type { PartyId } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { TaskSources, type TaskModel } from '../tasks/tasks';
import { ApprovalService } from './approval.service';
import { waitsToBeConfirmed } from './board';

/** What a party's own people are asked: to record what its council has decided, and to confirm what was entered for it. */
@Injectable()
export class ApprovalTasks implements OnModuleInit {
  constructor(
    private readonly tasks: TaskSources,
    private readonly approvals: ApprovalService,
    private readonly places: PlacesService,
  ) {}

  onModuleInit(): void {
    this.tasks.add((viewer, view) => this.of(viewer, view));
  }

  private async of(viewer: AppViewer, view: AgreementView): Promise<TaskModel[]> {
    if (view.state !== 'deciding') return [];
    const approval = await this.approvals.approval(viewer, view);
    if (!approval) return [];
    const own = view.parties.filter(({ party }) =>
      viewer.can('confirm', on.decision({ region: view.row.region, party })),
    );
    const bodies = await this.places.bodies(
      viewer,
      own.map(({ council }) => council),
    );
    return own.flatMap(({ party, council }) => [
      ...confirmTasks(viewer, approval, party),
      ...recordTasks(viewer, approval, party, bodies.get(council)?.name ?? ''),
    ]);
  }
}

function confirmTasks(viewer: AppViewer, approval: ApprovalView, party: PartyId): TaskModel[] {
  return approval.decisions
    .filter((row) => row.party === party && waitsToBeConfirmed(approval, row))
    .map(({ id, outcome, meetingDate }) => {
      const words = { outcome: viewer.say(`outcome.${outcome}`), date: formatDate(meetingDate, viewer.locale) };
      return task(viewer, approval, {
        kind: 'confirmDecision',
        about: id,
        said: viewer.say('tasks.confirmDecision', words),
        party,
      });
    });
}

/** Asked until the council has had its say; not while something entered for it waits. */
function recordTasks(viewer: AppViewer, approval: ApprovalView, party: PartyId, body: string): TaskModel[] {
  const decision = effective(approval.chain, party);
  const isDone = decision !== null && isSettled(decision.outcome);
  if (isDone || awaitingConfirmation(approval.chain, party)) return [];
  const said = viewer.say('tasks.recordDecision', { body });
  return [task(viewer, approval, { kind: 'recordDecision', about: `${approval.head.row.id} ${party}`, said, party })];
}

interface Asked {
  readonly kind: 'recordDecision' | 'confirmDecision';
  readonly about: string;
  readonly said: string;
  readonly party: PartyId;
}

function task(viewer: AppViewer, { head }: ApprovalView, { kind, about, said, party }: Asked): TaskModel {
  const { id, title, deadline } = head.row;
  const board = `/aftaler/${id}/godkendelse`;
  const link = kind === 'confirmDecision' ? board : `${board}/${encodeURIComponent(party)}`;
  return {
    id: `${kind} ${about}`,
    kind,
    title: viewer.say(`task.${kind}`),
    detail: `${title} · ${said}`,
    due: deadline,
    link,
    agreement: id,
  };
}

import { awaitingConfirmation, effective, isSettled, sharedPlaces } from '@enig/approval';
import type { AgreementView, ApprovalView } from '@enig/data';
import type { BodyId, PartyId } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { TaskSources, type TaskModel } from '../tasks/tasks';
import { ApprovalService } from './approval.service';
import { waitsToBeConfirmed } from './board';
import { subjectOfDecision } from './subjects';

/**
 * What a party's own people are asked: to record what its council has decided, and to confirm what was entered for it;
 * and what those are asked who speak for a body that belongs to no party.
 */
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
    const own = view.parties.filter(({ party }) => viewer.can('confirm', subjectOfDecision(view, party)));
    const shared = sharedPlaces(approval.chain).filter(
      ({ body, decision }) =>
        !(decision && isSettled(decision.outcome)) && viewer.can('decide', subjectOfDecision(view, null, body)),
    );
    const bodies = await this.places.bodies(viewer, [
      ...own.map(({ council }) => council),
      ...shared.map(({ body }) => body),
    ]);
    const nameOf = (body: BodyId) => bodies.get(body)?.name ?? '';
    return [
      ...own.flatMap(({ party, council }) => [
        ...confirmTasks(viewer, approval, party),
        ...recordTasks(viewer, approval, party, nameOf(council)),
      ]),
      ...shared.map(({ body }) => recordTask(viewer, approval, body, nameOf(body))),
    ];
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
        whose: party,
      });
    });
}

/** Asked until the council has had its say; not while something entered for it waits. */
function recordTasks(viewer: AppViewer, approval: ApprovalView, party: PartyId, body: string): TaskModel[] {
  const decision = effective(approval.chain, party);
  const isDone = decision !== null && isSettled(decision.outcome);
  if (isDone || awaitingConfirmation(approval.chain, party)) return [];
  return [recordTask(viewer, approval, party, body)];
}

function recordTask(viewer: AppViewer, approval: ApprovalView, whose: PartyId | BodyId, body: string): TaskModel {
  const said = viewer.say('tasks.recordDecision', { body });
  return task(viewer, approval, { kind: 'recordDecision', about: `${approval.head.row.id} ${whose}`, said, whose });
}

interface Asked {
  readonly kind: 'recordDecision' | 'confirmDecision';
  readonly about: string;
  readonly said: string;
  /** The party, or the body that belongs to none. */
  readonly whose: PartyId | BodyId;
}

function task(viewer: AppViewer, { head }: ApprovalView, { kind, about, said, whose }: Asked): TaskModel {
  const { id, title, deadline } = head.row;
  const board = `/aftaler/${id}/godkendelse`;
  const link = kind === 'confirmDecision' ? board : `${board}/${encodeURIComponent(whose)}`;
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

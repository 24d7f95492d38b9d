import { awaitingConfirmation, effective, isSettled, outcomesOf, reaffirmable, sharedPlaces } from '@enig/approval';
import { decidingCouncils, type AgreementView, type ApprovalView } from '@enig/data';
import type { BodyId, PartyId } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { TaskSources, type TaskModel } from '../tasks/tasks';
import { ApprovalService } from './approval.service';
import { waitsFor } from './decision-shown';
import { speakerFor, subjectOfDecision } from './subjects';

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
    const own = view.parties.filter(({ party }) => speakerFor(viewer, 'decide', approval, party) !== null);
    const shared = sharedPlaces(approval.chain)
      .filter(({ step, decision }) => outcomesOf(step).length > 0 && !(decision && isSettled(decision.outcome)))
      .filter(({ body }) => viewer.can('decide', subjectOfDecision(view, null, body)))
      // A body that takes several steps is asked once: the form says which.
      .filter(({ body }, index, all) => all.findIndex((each) => each.body === body) === index);
    const councils = decidingCouncils(own, approval.successions);
    const bodies = await this.places.bodies(viewer, [...councils.values(), ...shared.map(({ body }) => body)]);
    const nameOf = (body: BodyId) => bodies.get(body)?.name ?? '';
    return [
      ...own.flatMap(({ party, council }) => [
        ...confirmTasks(viewer, approval, party),
        ...recordTasks(viewer, approval, party, nameOf(councils.get(party) ?? council)),
      ]),
      ...shared.map(({ body }) => recordTask(viewer, approval, body, nameOf(body))),
      ...(await this.consentTasks(viewer, view, approval)),
    ];
  }

  /** Asked until somebody has agreed that a step is taken otherwise, or the party it is of has had its say (AP-24). */
  private async consentTasks(viewer: AppViewer, view: AgreementView, approval: ApprovalView): Promise<TaskModel[]> {
    const { chain } = approval;
    const waiting = chain.overrides.filter(({ agreed, party }) => {
      const decision = party === null ? null : effective(chain, party);
      return agreed === null && !(decision && isSettled(decision.outcome));
    });
    if (waiting.length === 0) return [];
    const board = await this.approvals.board(viewer, view);
    return (board?.overrides ?? [])
      .filter(({ id, mayAgree }) => mayAgree && waiting.some((each) => each.id === id))
      .map(({ id, sentence }) =>
        task(viewer, approval, { kind: 'agreeToOverride', about: id, said: sentence, whose: null }),
      );
  }
}

function confirmTasks(viewer: AppViewer, approval: ApprovalView, party: PartyId): TaskModel[] {
  return approval.decisions
    .filter((row) => row.party === party && waitsFor(viewer, approval, row))
    .map(({ id, outcome, meetingDate, needsSecond }) => {
      const words = { outcome: viewer.say(`outcome.${outcome}`), date: formatDate(meetingDate, viewer.locale) };
      return task(viewer, approval, {
        kind: 'confirmDecision',
        about: id,
        said: viewer.say(needsSecond ? 'tasks.confirmSecond' : 'tasks.confirmDecision', words),
        whose: party,
      });
    });
}

/** Asked until the council has had its say; not while something entered for it waits. */
function recordTasks(viewer: AppViewer, approval: ApprovalView, party: PartyId, body: string): TaskModel[] {
  const decision = effective(approval.chain, party);
  const isDone = decision !== null && isSettled(decision.outcome);
  if (isDone || awaitingConfirmation(approval.chain, party)) return [];
  if (reaffirmable(approval.chain, party).length > 0) {
    const said = viewer.say('tasks.reaffirm', { body });
    const about = `${approval.head.row.id} ${party}`;
    return [task(viewer, approval, { kind: 'reaffirmDecision', about, said, whose: party })];
  }
  return [recordTask(viewer, approval, party, body)];
}

function recordTask(viewer: AppViewer, approval: ApprovalView, whose: PartyId | BodyId, body: string): TaskModel {
  const said = viewer.say('tasks.recordDecision', { body });
  return task(viewer, approval, { kind: 'recordDecision', about: `${approval.head.row.id} ${whose}`, said, whose });
}

interface Asked {
  readonly kind: 'recordDecision' | 'confirmDecision' | 'reaffirmDecision' | 'agreeToOverride';
  readonly about: string;
  readonly said: string;
  /** The party, or the body that belongs to none; null for what is done on the board. */
  readonly whose: PartyId | BodyId | null;
}

function task(viewer: AppViewer, { head }: ApprovalView, { kind, about, said, whose }: Asked): TaskModel {
  const { id, title, deadline } = head.row;
  const board = `/aftaler/${id}/godkendelse`;
  const form = whose === null ? board : `${board}/${encodeURIComponent(whose)}`;
  const link = {
    ...{ confirmDecision: board, agreeToOverride: board },
    ...{ recordDecision: form, reaffirmDecision: `${form}/igen` },
  }[kind];
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

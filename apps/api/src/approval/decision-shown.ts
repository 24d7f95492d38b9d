import { counts, hasFallenAway, type Vacancy } from '@enig/approval';
import type { ApprovalView, DecisionRow } from '@enig/data';
import type { BodyId, DecisionId, PersonId } from '@enig/kernel';
import type { AppViewer } from '../core/viewer';
import type { BodyModel, PartyModel } from '../people/models';
import type { DecisionModel, SupersededDecisionModel } from './decision-model';
import { minutesIn } from './minutes-shown';

/** How far the parties have come, and what is needed to name what is shown of it. */
export interface Shown {
  readonly viewer: AppViewer;
  readonly approval: ApprovalView;
  /** In the order of the snapshot. */
  readonly parties: readonly PartyModel[];
  readonly nameOf: (id: PersonId) => string;
  readonly bodies: ReadonlyMap<BodyId, BodyModel>;
  /** Parties whose council is gone, with those that could decide in its place. */
  readonly vacancies: readonly (Vacancy & { readonly takers: readonly BodyId[] })[];
}

/** A decision as it is shown. */
export function presentDecision(shown: Shown, row: DecisionRow): DecisionModel {
  const { viewer, approval, nameOf, bodies } = shown;
  const { id, step, outcome, version, meetingDate, item, wording, reason, minority } = row;
  const { nextMeeting, minutesLink, supersedes } = row;
  const confirmation = approval.confirmations.get(id);
  const party = shown.parties.find((each) => each.id === row.party) ?? null;
  if (!party && row.party !== null) throw new Error(`The decision ${id} is of no party`);
  return {
    ...{ id, step, outcome, version, meetingDate, item, wording, reason, minority },
    ...{ nextMeeting, minutesLink, supersedes, party, ...minutesIn(viewer, approval, row) },
    ...{ reaffirms: row.reaffirms, needsSecond: row.needsSecond, receiptUrl: receiptOf(id) },
    body: bodyIn(bodies, row.body),
    recordedAt: row.recordedAt,
    recordedBy: nameOf(row.person),
    capacity: viewer.say(`seat.${row.capacity}`),
    isOwn: row.isOwn,
    confirmedBy: confirmation ? nameOf(confirmation.person) : null,
    confirmedAt: confirmation?.at ?? null,
    lapsed: hasLapsed(approval, row),
    superseded: supersededBy(approval, row),
    fellAway: hasFallenAway(approval.chain, row),
  };
}

/** The decision of that id as it is shown. */
export function decisionBy(shown: Shown, id: DecisionId): DecisionModel | null {
  const row = shown.approval.decisions.find((each) => each.id === id);
  return row ? presentDecision(shown, row) : null;
}

/** Whether a decision was entered for a party, about the present text, and nothing has come of it yet. */
export function waitsToBeConfirmed(approval: ApprovalView, row: DecisionRow): boolean {
  const isFollowed = approval.decisions.some(({ supersedes }) => supersedes === row.id);
  const isOver = hasLapsed(approval, row) || hasFallenAway(approval.chain, row);
  return !isOver && !isFollowed && !counts(approval.chain, row);
}

/** Whether it waits, and the viewer may be the one who confirms: of two people the first is not the second (AP-18). */
export function waitsFor(viewer: AppViewer, approval: ApprovalView, row: DecisionRow): boolean {
  const isOfTwo = row.needsSecond || approval.chain.twoPeople.some((party) => party === row.party);
  const isFirst = isOfTwo && row.person === viewer.person.id;
  return !isFirst && waitsToBeConfirmed(approval, row);
}

function hasLapsed({ hasLapsed: all, chain }: ApprovalView, row: DecisionRow): boolean {
  return all || row.version !== chain.version;
}

/** The body of that id. @throws Error where it was not read */
export function bodyIn(bodies: ReadonlyMap<BodyId, BodyModel>, id: BodyId): BodyModel {
  const body = bodies.get(id);
  if (!body) throw new Error(`The body ${id} was not read`);
  return body;
}

/** What it took the place of, and what that did in turn. */
function supersededBy(approval: ApprovalView, { supersedes }: DecisionRow): readonly SupersededDecisionModel[] {
  const before = supersedes === null ? undefined : approval.decisions.find(({ id }) => id === supersedes);
  if (!before) return [];
  return [supersededModel(before, counts(approval.chain, before)), ...supersededBy(approval, before)];
}

function supersededModel({ id, outcome, meetingDate, item }: DecisionRow, counted: boolean): SupersededDecisionModel {
  return { id, outcome, meetingDate, item, counted, receiptUrl: receiptOf(id) };
}

function receiptOf(id: DecisionId): string {
  return `/decisions/${id}/receipt.pdf`;
}

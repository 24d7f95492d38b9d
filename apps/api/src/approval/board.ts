import {
  awaitingConfirmation,
  bodiesOf,
  cellOf,
  counts,
  effective,
  isConcluded,
  missing,
  sharedPlaces,
  standing,
  type ChainBody,
  type SharedPlace,
  type StepTemplate,
} from '@enig/approval';
import type { ApprovalView, DecisionRow } from '@enig/data';
import type { BodyId, DecisionId, PartyId, PersonId } from '@enig/kernel';
import { partiesIn } from '../agreement/agreements.service';
import { subjectOfDecision } from './subjects';
import type { AppViewer } from '../core/viewer';
import type { BodyModel, PartyModel } from '../people/models';
import type { BoardCellModel, BoardModel, BoardRowModel, DecisionModel, SharedStepModel } from './models';
import { boardSentence } from './sentence';

/** How far the parties have come, and what is needed to name what is shown of it. */
export interface Shown {
  readonly viewer: AppViewer;
  readonly approval: ApprovalView;
  readonly nameOf: (id: PersonId) => string;
  readonly bodies: ReadonlyMap<BodyId, BodyModel>;
}

/** The board as the viewer may see it; all of it is open to everyone who may read the agreement. */
export function presentBoard(shown: Shown): BoardModel {
  const { viewer, approval } = shown;
  const { chain, head } = approval;
  const parties = partiesIn(head);
  const lacking = new Set<string>(missing(chain));
  return {
    approval,
    agreement: head.row.id,
    steps: inOrder(approval).map(({ key, name, order, role, perParty, ground }) => {
      return { key, name, order, role, perParty, ground };
    }),
    shared: sharedPlaces(chain).map((place) => sharedOf(shown, place)),
    rows: parties.map((party) => rowOf(shown, party)),
    approvedCount: chain.parties.length - lacking.size,
    partyCount: chain.parties.length,
    missing: parties.filter(({ id }) => lacking.has(id)),
    isConcluded: isConcluded(chain),
    sentence: boardSentence(viewer, approval),
  };
}

/** A decision as it is shown. */
export function presentDecision({ viewer, approval, nameOf, bodies }: Shown, row: DecisionRow): DecisionModel {
  const { id, step, outcome, version, meetingDate, item, wording, reason, nextMeeting, minutesLink, supersedes } = row;
  const confirmation = approval.confirmations.get(id);
  const party = partiesIn(approval.head).find((each) => each.id === row.party) ?? null;
  if (!party && row.party !== null) throw new Error(`The decision ${id} is of no party`);
  return {
    ...{ id, step, outcome, version, meetingDate, item, wording, reason, nextMeeting, minutesLink, supersedes, party },
    body: bodyIn(bodies, row.body),
    recordedAt: row.recordedAt,
    recordedBy: nameOf(row.person),
    capacity: viewer.say(`seat.${row.capacity}`),
    isOwn: row.isOwn,
    confirmedBy: confirmation ? nameOf(confirmation.person) : null,
    confirmedAt: confirmation?.at ?? null,
    lapsed: hasLapsed(approval, row),
  };
}

function sharedOf(shown: Shown, { step, body, decision }: SharedPlace): SharedStepModel {
  const { viewer, approval, bodies } = shown;
  const earlier = approval.decisions.findLast((row) => row.body === body && row.step === step.key);
  const known = decision ? decisionBy(shown, decision.id) : earlier && presentDecision(shown, earlier);
  return {
    step: step.key,
    body: bodyIn(bodies, body),
    decision: known ?? null,
    mayRecord: approval.chain.isDeciding && viewer.can('decide', subjectOfDecision(approval.head, null, body)),
  };
}

function rowOf(shown: Shown, party: PartyModel): BoardRowModel {
  const { viewer, approval, bodies } = shown;
  const { chain } = approval;
  const id = partyIdOf(approval, party);
  const ownSteps = inOrder(approval).filter(({ perParty }) => perParty);
  const cells = ownSteps.map((step) => cellFor(shown, step, id));
  const own = awaitingConfirmation(chain, id) ?? effective(chain, id);
  const subject = subjectOfDecision(approval.head, id);
  const mayRecord = chain.isDeciding && (viewer.can('decide', subject) || viewer.can('enterOnBehalf', subject));
  const mayConfirm = chain.isDeciding && viewer.can('confirm', subject);
  const waits = approval.decisions.find((row) => row.party === id && waitsToBeConfirmed(approval, row));
  const toConfirm = mayConfirm && waits ? presentDecision(shown, waits) : null;
  return {
    party,
    standing: standing(chain, id),
    cells,
    decision: own && decisionBy(shown, own.id),
    mayRecord,
    mayConfirm: toConfirm !== null,
    toConfirm,
    recordBodies: mayRecord ? ownBodies(approval, id).map(({ body }) => bodyIn(bodies, body)) : [],
  };
}

/** What stands in a cell; where nothing is known of the present text, the last that was decided on an earlier one. */
function cellFor(shown: Shown, step: StepTemplate, party: PartyId): BoardCellModel {
  const { approval } = shown;
  const now = cellOf(approval.chain, step, party);
  if (now) return { step: step.key, decision: decisionBy(shown, now.id) };
  const earlier = approval.decisions.findLast((row) => row.party === party && row.step === step.key);
  return { step: step.key, decision: earlier ? presentDecision(shown, earlier) : null };
}

function decisionBy(shown: Shown, id: DecisionId): DecisionModel | null {
  const row = shown.approval.decisions.find((each) => each.id === id);
  return row ? presentDecision(shown, row) : null;
}

/** Whether a decision was entered for a party, about the present text, and nothing has come of it yet. */
export function waitsToBeConfirmed(approval: ApprovalView, row: DecisionRow): boolean {
  const isFollowed = approval.decisions.some(({ supersedes }) => supersedes === row.id);
  return !hasLapsed(approval, row) && !isFollowed && !counts(approval.chain, row);
}

/** The party's own bodies that have a step, the one that decides last. */
export function ownBodies(approval: ApprovalView, party: PartyId): readonly ChainBody[] {
  return inOrder(approval).flatMap((step) => (step.perParty ? bodiesOf(approval.chain, step, party) : []));
}

function hasLapsed({ hasLapsed: all, chain }: ApprovalView, row: DecisionRow): boolean {
  return all || row.version !== chain.version;
}

function inOrder({ chain }: ApprovalView): readonly StepTemplate[] {
  return chain.template.steps.toSorted((one, other) => one.order - other.order);
}

function partyIdOf({ chain }: ApprovalView, { id }: PartyModel): PartyId {
  const party = chain.parties.find((each) => each === id);
  if (!party) throw new Error(`${id} is no party`);
  return party;
}

function bodyIn(bodies: ReadonlyMap<BodyId, BodyModel>, id: BodyId): BodyModel {
  const body = bodies.get(id);
  if (!body) throw new Error(`The body ${id} was not read`);
  return body;
}

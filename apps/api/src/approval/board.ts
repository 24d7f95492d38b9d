import {
  awaitingConfirmation,
  cellOf,
  chainState,
  counts,
  effective,
  inOrder,
  isConcluded,
  missing,
  orderOf,
  reaffirmable,
  outcomesOf,
  recordOf,
  sharedPlaces,
  standing,
  stepsFor,
  type PlacedStep,
  type SharedPlace,
  type StepTemplate,
  type Vacancy,
} from '@enig/approval';
import type { ApprovalView, DecisionRow } from '@enig/data';
import type { BodyId, DecisionId, PartyId, PersonId } from '@enig/kernel';
import { subjectOf } from '../agreement/subjects';
import { presentBlocks, presentOverrides, presentVacancies } from './standstill';
import { speakerFor, subjectOfDecision } from './subjects';
import type { AppViewer } from '../core/viewer';
import type { BodyModel, PartyModel } from '../people/models';
import type { DecisionModel } from './decision-model';
import { minutesIn } from './minutes-shown';
import type {
  BoardCellModel,
  BoardModel,
  BoardRowModel,
  BoardStepModel,
  RecordPlaceModel,
  SharedStepModel,
} from './models';
import { boardSentence } from './sentence';

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

/** The board as the viewer may see it; all of it is open to everyone who may read the agreement. */
export function presentBoard(shown: Shown): BoardModel {
  const { viewer, approval, parties } = shown;
  const { chain, head } = approval;
  const lacking = new Set<string>(missing(chain));
  return {
    approval,
    agreement: head.row.id,
    steps: stepsIn(chain.template.steps),
    shared: sharedPlaces(chain).map((place) => sharedOf(shown, place)),
    rows: parties.map((party) => rowOf(shown, party)),
    approvedCount: chain.parties.length - lacking.size,
    partyCount: chain.parties.length,
    missing: parties.filter(({ id }) => lacking.has(id)),
    state: chainState(chain).state,
    blocks: presentBlocks(viewer, approval, parties),
    vacancies: presentVacancies(shown, parties),
    overrides: presentOverrides(shown, parties),
    mayOverride: chain.isDeciding && viewer.can('freeze', subjectOf(head)),
    isConcluded: isConcluded(chain),
    sentence: boardSentence(viewer, approval),
  };
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
    ...{ reaffirms: row.reaffirms, needsSecond: row.needsSecond, receiptUrl: `/decisions/${id}/receipt.pdf` },
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
    name: step.name,
    body: bodyIn(bodies, body),
    decision: known ?? null,
    isTold: step.isTold,
    mayRecord:
      approval.chain.isDeciding &&
      outcomesOf(step).length > 0 &&
      viewer.can('decide', subjectOfDecision(approval.head, null, body)),
  };
}

function rowOf(shown: Shown, party: PartyModel): BoardRowModel {
  const { viewer, approval, bodies } = shown;
  const { chain } = approval;
  const id = partyIdOf(approval, party);
  const cells = ownSteps(approval, id).map((step) => cellFor(shown, step));
  const own = awaitingConfirmation(chain, id) ?? effective(chain, id);
  const subject = subjectOfDecision(approval.head, id);
  // After the conclusion its own people put right what was recorded wrongly (AP-25).
  const mayEnter = chain.isDeciding && viewer.can('enterOnBehalf', subject);
  const isOpen = chain.isDeciding || chain.mayCorrect;
  const mayRecord = mayEnter || (isOpen && speakerFor(viewer, 'decide', approval, id) !== null);
  const mayConfirm = isOpen && speakerFor(viewer, 'confirm', approval, id) !== null;
  const waits = approval.decisions.find((row) => row.party === id && waitsFor(viewer, approval, row));
  const toConfirm = mayConfirm && waits ? presentDecision(shown, waits) : null;
  return {
    party,
    standing: standing(chain, id),
    cells,
    decision: own && decisionBy(shown, own.id),
    mayRecord,
    mayConfirm: toConfirm !== null,
    toConfirm,
    ...againFor(shown, id),
    recordPlaces: mayRecord ? ownPlaces(approval, id).map(({ step, body }) => placeIn(step, bodyIn(bodies, body))) : [],
  };
}

/** What the party can approve again in one step, and what it has chosen about its own people. */
function againFor(
  shown: Shown,
  party: PartyId,
): Pick<BoardRowModel, 'earlier' | 'mayReaffirm' | 'twoPeople' | 'twoPeopleNext' | 'isOwn'> {
  const { viewer, approval } = shown;
  const [first] = reaffirmable(approval.chain, party);
  const isOwn = viewer.can('decide', subjectOfDecision(approval.head, party));
  return {
    earlier: first ? decisionBy(shown, first.id) : null,
    mayReaffirm: first !== undefined && speakerFor(viewer, 'decide', approval, party) !== null,
    twoPeople: approval.chain.twoPeople.includes(party),
    twoPeopleNext: approval.twoPeopleNext.includes(party),
    isOwn,
  };
}

/** What stands in a cell; where nothing is known of the present text, the last that was decided on an earlier one. */
function cellFor(shown: Shown, step: PlacedStep): BoardCellModel {
  const { approval, bodies } = shown;
  const places = step.bodies.map((body) => {
    return { body: bodyIn(bodies, body), decision: placeOf(shown, step, body) };
  });
  const now = cellOf(approval.chain, step);
  if (now) return { step: step.key, places, decision: decisionBy(shown, now.id) };
  const earlier = approval.decisions.findLast((row) => row.party === step.party && row.step === step.key);
  return { step: step.key, places, decision: earlier ? presentDecision(shown, earlier) : null };
}

/** What one body came to in a step; where nothing is known of the present text, the last it decided on an earlier one. */
function placeOf(shown: Shown, { key, party }: PlacedStep, body: BodyId): DecisionModel | null {
  const { chain, decisions } = shown.approval;
  const now = recordOf(chain, key, party, body).at(-1);
  if (now) return decisionBy(shown, now.id);
  const earlier = decisions.findLast((row) => row.party === party && row.step === key && row.body === body);
  return earlier ? presentDecision(shown, earlier) : null;
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

/** Whether it waits, and the viewer may be the one who confirms: of two people the first is not the second (AP-18). */
export function waitsFor(viewer: AppViewer, approval: ApprovalView, row: DecisionRow): boolean {
  const isOfTwo = row.needsSecond || approval.chain.twoPeople.some((party) => party === row.party);
  const isFirst = isOfTwo && row.person === viewer.person.id;
  return !isFirst && waitsToBeConfirmed(approval, row);
}

/** A step of a party and one of the bodies that take it. */
export interface OwnPlace {
  readonly step: PlacedStep;
  readonly body: BodyId;
}

/** Where a party's own bodies have a step to record in, the one that decides last; those who are only heard have none. */
export function ownPlaces(approval: ApprovalView, party: PartyId): readonly OwnPlace[] {
  const recorded = ownSteps(approval, party).filter((step) => outcomesOf(step).length > 0);
  return recorded.flatMap((step) => step.bodies.map((body) => ({ step, body })));
}

function ownSteps({ chain }: ApprovalView, party: PartyId): readonly PlacedStep[] {
  return inOrder(stepsFor(chain, party));
}

function placeIn({ key, name, role }: PlacedStep, body: BodyModel): RecordPlaceModel {
  return { step: key, name, role, body };
}

function stepsIn(steps: readonly StepTemplate[]): readonly BoardStepModel[] {
  const order = orderOf(steps);
  return inOrder(steps).map(({ key, name, role, perParty, ground }) => {
    return { key, name, order: order.get(key) ?? 1, role, perParty, ground };
  });
}

function hasLapsed({ hasLapsed: all, chain }: ApprovalView, row: DecisionRow): boolean {
  return all || row.version !== chain.version;
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

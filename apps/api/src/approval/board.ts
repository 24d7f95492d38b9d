import {
  awaitedBefore,
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
} from '@enig/approval';
import type { ApprovalView, DecisionRow } from '@enig/data';
import type { BodyId, PartyId } from '@enig/kernel';
import { subjectOf } from '../agreement/subjects';
import { presentBlocks, presentOverrides, presentVacancies } from './standstill';
import { speakerFor, subjectOfDecision } from './subjects';
import type { BodyModel, PartyModel } from '../people/models';
import { bodyIn, decisionBy, presentDecision, waitsFor, type Shown } from './decision-shown';
import type { BoardCellModel, BoardRowModel, RecordPlaceModel } from './board-row-model';
import type { BoardModel, BoardStepModel, SharedStepModel } from './models';
import { boardSentence, namesOf } from './sentence';

/** The board as the viewer may see it; all of it is open to everyone who may read the agreement. */
export function presentBoard(shown: Shown): BoardModel {
  const { viewer, approval, parties } = shown;
  const { chain, head } = approval;
  const lacking = missing(chain);
  return {
    approval,
    agreement: head.row.id,
    steps: stepsIn(chain.template.steps),
    shared: sharedPlaces(chain).map((place) => sharedOf(shown, place)),
    rows: parties.map((party) => rowOf(shown, party)),
    approvedCount: chain.parties.length - lacking.length,
    partyCount: chain.parties.length,
    missing: parties.filter(({ id }) => lacking.some((party) => party === id)),
    missingNames: namesOf(approval, lacking),
    state: chainState(chain).state,
    blocks: presentBlocks(viewer, approval, parties),
    vacancies: presentVacancies(shown, parties),
    overrides: presentOverrides(shown, parties),
    mayOverride: chain.isDeciding && viewer.can('freeze', subjectOf(head)),
    isConcluded: isConcluded(chain),
    sentence: boardSentence(viewer, approval),
  };
}

function sharedOf(shown: Shown, { step, body, decision }: SharedPlace): SharedStepModel {
  const { viewer, approval, bodies } = shown;
  const earlier = approval.decisions.findLast((row) => row.body === body && row.step === step.key);
  const known = decision ? decisionBy(shown, decision.id) : earlier && presentDecision(shown, earlier);
  const mayRecord =
    approval.chain.isDeciding &&
    outcomesOf(step).length > 0 &&
    viewer.can('decide', subjectOfDecision(approval.head, null, body));
  return {
    step: step.key,
    name: step.name,
    body: bodyIn(bodies, body),
    decision: known ?? null,
    isTold: step.isTold,
    mayRecord,
    waitingFor: mayRecord ? waitingFor(shown, { step, body }) : [],
  };
}

function rowOf(shown: Shown, party: PartyModel): BoardRowModel {
  const { viewer, approval } = shown;
  const { chain } = approval;
  const id = partyIdOf(approval, party);
  const cells = ownSteps(approval, id).map((step) => cellFor(shown, step));
  const [own, unconfirmed] = [effective(chain, id), awaitingConfirmation(chain, id)];
  const subject = subjectOfDecision(approval.head, id);
  // After the conclusion its own people put right what was recorded wrongly (AP-25).
  const mayEnter = chain.isDeciding && viewer.can('enterOnBehalf', subject);
  const isOpen = chain.isDeciding || chain.mayCorrect;
  const isSpeaker = speakerFor(viewer, 'decide', approval, id) !== null;
  const mayRecord = mayEnter || (isOpen && isSpeaker);
  const mayConfirm = isOpen && speakerFor(viewer, 'confirm', approval, id) !== null;
  const waits = approval.decisions.find((row) => row.party === id && waitsFor(viewer, approval, row));
  const toConfirm = mayConfirm && waits ? presentDecision(shown, waits) : null;
  return {
    party,
    standing: standing(chain, id),
    cells,
    decision: own && decisionBy(shown, own.id),
    unconfirmed: unconfirmed && decisionBy(shown, unconfirmed.id),
    mayRecord,
    entersOnly: mayRecord && !isSpeaker,
    mayConfirm: toConfirm !== null,
    toConfirm,
    ...againFor(shown, id),
    recordPlaces: mayRecord ? recordPlacesOf(shown, id) : [],
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
  const places = step.bodies.map((body) => {
    return { body: bodyIn(shown.bodies, body), ...standingIn(shown, { ...step, bodies: [body] }) };
  });
  return { step: step.key, places, ...standingIn(shown, step) };
}

function standingIn(shown: Shown, step: PlacedStep): Pick<BoardCellModel, 'decision' | 'unconfirmed'> {
  const { approval } = shown;
  const { stands, unconfirmed } = cellOf(approval.chain, step);
  if (stands || unconfirmed)
    return {
      decision: stands && decisionBy(shown, stands.id),
      unconfirmed: unconfirmed && decisionBy(shown, unconfirmed.id),
    };
  const { key, party, bodies } = step;
  const isOf = (row: DecisionRow) =>
    row.party === party && row.step === key && bodies.some((body) => body === row.body);
  const ofStep = approval.decisions.filter(isOf);
  const earlier = ofStep.findLast((row) => counts(approval.chain, row)) ?? ofStep.at(-1);
  return { decision: earlier ? presentDecision(shown, earlier) : null, unconfirmed: null };
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

/** Where a decision of the party can be recorded: after the conclusion only what stands is put right (AP-25). */
function recordPlacesOf(shown: Shown, party: PartyId): readonly RecordPlaceModel[] {
  const { approval, bodies } = shown;
  const { chain } = approval;
  return ownPlaces(approval, party)
    .filter(({ step, body }) => chain.isDeciding || recordOf(chain, step.key, party, body).length > 0)
    .map((place) => {
      const { key, name, role } = place.step;
      return { step: key, name, role, body: bodyIn(bodies, place.body), waitingFor: waitingFor(shown, place) };
    });
}

function waitingFor({ approval, bodies }: Shown, { step, body }: OwnPlace): readonly BodyModel[] {
  return awaitedBefore(approval.chain, step, body).map((each) => bodyIn(bodies, each));
}

function stepsIn(steps: readonly StepTemplate[]): readonly BoardStepModel[] {
  const order = orderOf(steps);
  return inOrder(steps).map(({ key, name, role, perParty, ground }) => {
    return { key, name, order: order.get(key) ?? 1, role, perParty, ground };
  });
}

function partyIdOf({ chain }: ApprovalView, { id }: PartyModel): PartyId {
  const party = chain.parties.find((each) => each === id);
  if (!party) throw new Error(`${id} is no party`);
  return party;
}

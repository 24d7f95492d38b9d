/** Chains for the specs, filled by `decide` and `confirm` alone, so that they hold what can really happen. */
import {
  brandId,
  localDateOf,
  type BodyId,
  type DecisionId,
  type PartyId,
  type PersonId,
  type VersionHash,
} from '@enig/kernel';
import { recordOf, type Chain, type ChainBody, type Decision } from './chain';
import { confirm, decide, type DecisionInput, type Recorder } from './decide';
import type { CouncilOutcome } from './outcome';
import { decidingStep, type StepBodyKind } from './template';
import { SJAELLAND_2021 } from './templates';

/** The text that is put to the parties. */
export const version = brandId<VersionHash>('a'.repeat(64));
/** Another text. */
export const older = brandId<VersionHash>('b'.repeat(64));
/** The day of every meeting, and the day it is recorded. */
export const today = localDateOf('2026-10-15');
/** The step in which the councils decide. */
export const step = decidingStep(SJAELLAND_2021);
/** One of the parties, by its place. */
export const partyOf = (index: number): PartyId => brandId<PartyId>(`municipality:0${300 + index}`);
/** Who records for the parties. */
export const recorder = brandId<PersonId>('00000000-0000-4000-8000-000000000001');
/** Somebody else. */
export const second = brandId<PersonId>('00000000-0000-4000-8000-000000000002');
/** A chain in which no party has chosen anything of its own. */
const nothingOwn = { ways: [], overrides: [], twoPeople: [] } as const;
/** The day the text was frozen. */
export const frozenOn = localDateOf('2026-09-01');
/** The council of a party. */
export const councilOf = (party: PartyId): BodyId =>
  brandId<BodyId>(party.replace('municipality', 'municipal-council'));

/** A body that has a place in a chain. */
function place(id: string, kind: StepBodyKind, party: PartyId | null): ChainBody {
  return { body: brandId<BodyId>(id), kind, name: id, party, until: null };
}

/** What is left empty in a plain decision. */
const plainForm = {
  minority: '',
  minutesLink: null,
  minutesFile: null,
  minutesName: null,
  reaffirms: null,
  person: recorder,
} as const;

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** A chain of so many parties in which nobody has decided. */
export function chainOf(size: number): Chain {
  const parties = Array.from({ length: size }, (_, index) => partyOf(index));
  const councils = parties.map((party) => place(councilOf(party), 'municipalCouncil', party));
  const committees = parties.map((party) => place(`committee:${party}`, 'committee', party));
  const rest = { frozenOn, isDeciding: true, mayCorrect: false, decisions: [], confirmations: [], ...nothingOwn };
  return { template: SJAELLAND_2021, version, parties, bodies: [...councils, ...committees], ...rest };
}

/** One decision in a history: by which party, and whether its own people recorded or confirmed it. */
export interface Recorded {
  readonly party: number;
  readonly outcome: CouncilOutcome;
  readonly isOwn: boolean;
  readonly isConfirmed: boolean;
}

/** The chain after a decision went through `decide` (and `confirm`), with every input frozen all the way down. */
export function recorded(chain: Chain, { party: index, outcome, isOwn, isConfirmed }: Recorded): Chain {
  deepFreeze(chain);
  const party = partyOf(index);
  const body = councilOf(party);
  const input: DecisionInput = deepFreeze({
    id: brandId<DecisionId>(`d${chain.decisions.length}`),
    party,
    body,
    step: step.key,
    outcome,
    version,
    meetingDate: today,
    // Never the same twice (AP-19).
    item: `${14 + chain.decisions.length}`,
    wording: '',
    reason: 'Fordi',
    nextMeeting: localDateOf('2026-11-15'),
    ...plainForm,
    supersedes: recordOf(chain, step.key, party, body).at(-1)?.id ?? null,
    by: isOwn ? { kind: 'ownPeople', party } : { kind: 'secretariat' },
  });
  const decision = decide(chain, input, today);
  if (!decision.ok) throw new Error(decision.error.code);
  const next: Chain = deepFreeze({ ...chain, decisions: [...chain.decisions, decision.value] });
  if (isOwn || !isConfirmed) return next;
  const confirmation = confirm(next, input.id, { kind: 'ownPeople', party }, second);
  if (!confirmation.ok) throw new Error(confirmation.error.code);
  return { ...next, confirmations: [...next.confirmations, confirmation.value] };
}

/** Parties in a history. */
export const SIZE = 6;
/** A plain approval by the party itself. */
export const yes = (party: number): Recorded => ({ party, outcome: 'approved', isOwn: true, isConfirmed: false });
/** Every party approves. */
export const everyone = Array.from({ length: SIZE }, (_, party) => yes(party));

/** The chain after a history. */
export function after(history: readonly Recorded[]): Chain {
  return history.reduce(recorded, chainOf(SIZE));
}

/** A party whose council, committee and administration have a place in `smallChain`. */
export const greve = brandId<PartyId>('municipality:0253');
/** The other party of `smallChain`. */
export const region = brandId<PartyId>('region:1085');
/** A body by its id. */
export const body = (id: string): BodyId => brandId<BodyId>(id);

/** Two parties, and the contact council, of whom nobody has decided. */
export const smallChain: Chain = {
  template: SJAELLAND_2021,
  version,
  frozenOn,
  isDeciding: true,
  mayCorrect: false,
  parties: [greve, region],
  bodies: [
    place('contact-council:1085', 'contactCouncil', null),
    place('committee:0253', 'committee', greve),
    place('municipal-council:0253', 'municipalCouncil', greve),
    place('regional-council:1085', 'regionalCouncil', region),
  ],
  decisions: [],
  confirmations: [],
  ...nothingOwn,
};

/** Greve's own people. */
export const own: Recorder = { kind: 'ownPeople', party: greve };
/** The contact council's own people. */
export const kkrsOwn: Recorder = { kind: 'bodysOwn', body: body('contact-council:1085') };
/** The secretariat, which enters what minutes say. */
export const secretariat: Recorder = { kind: 'secretariat' };

/** Greve's council approves, four fields filled in. */
export const plainYes: DecisionInput = {
  id: brandId<DecisionId>('d1'),
  party: greve,
  body: body('municipal-council:0253'),
  step: 'council',
  outcome: 'approved',
  version,
  meetingDate: today,
  item: '14',
  wording: 'Godkendt.',
  reason: '',
  nextMeeting: null,
  ...plainForm,
  supersedes: null,
  by: own,
};

/** The fact that `decide` gives for a plain yes with some fields otherwise. */
export function decided(on: Chain, over: Partial<DecisionInput> = {}): Decision {
  const decision = decide(on, { ...plainYes, ...over }, today);
  if (!decision.ok) throw new Error(decision.error.code);
  return decision.value;
}

/** The small chain with these decisions on record. */
export const withDecision = (...decisions: readonly Decision[]): Chain => ({ ...smallChain, decisions });
/** The step which the body of that id takes in the small chain. */
export const stepTakenBy = (id: string): string =>
  id.startsWith('contact') ? 'contactCouncil' : id.startsWith('committee') ? 'committee' : 'council';
/** The answer of a rule that says no. */
export const refused = (error: object): object => ({ ok: false, error });

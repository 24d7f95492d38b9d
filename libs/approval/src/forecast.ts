import { addDays, type BodyId, type DecisionId, type LocalDate, type PartyId } from '@enig/kernel';
import { counts, effectiveOf, recordOf, type Chain } from './chain';
import { isApproval, isSettled } from './outcome';
import { decidingStepOf, stepsFor, type PlacedStep } from './steps';
import { allBefore } from './template';

/** That a body meets on a day, and on which days that was known. */
export interface MeetingFact {
  readonly body: BodyId;
  readonly heldOn: LocalDate;
  /** The day it was entered. */
  readonly from: LocalDate;
  /** The day it was taken back; null while it stands. */
  readonly until: LocalDate | null;
}

/** All a forecast is made of: what has been decided, when that was known, when bodies meet, and the last day. */
export interface ForecastFacts {
  readonly chain: Chain;
  /** The day each decision was recorded, in Copenhagen; one that is not there is known to nobody. */
  readonly recordedOn: ReadonlyMap<DecisionId, LocalDate>;
  /** The day each decision was confirmed, where it was. */
  readonly confirmedOn: ReadonlyMap<DecisionId, LocalDate>;
  readonly deadline: LocalDate;
  readonly meetings: readonly MeetingFact[];
}

/**
 * Whether a party can approve by the deadline. `tight`: only at its council's last meeting before it; `late`: not as the
 * dates stand; `unknown`: somebody it waits for has no meeting entered.
 */
export type Reach = 'decided' | 'inTime' | 'tight' | 'late' | 'unknown';

/** Every answer to whether a party can approve by the deadline. */
export const REACHES: readonly Reach[] = ['decided', 'inTime', 'tight', 'late', 'unknown'];

/**
 * Why it is so. `noDates`: no meeting entered; `noMeeting`: the council does not meet before the deadline;
 * `stepsDoNotFit`: it does, but not after those it waits for; `blocked`: it has said no, or yes on a condition;
 * `awaitsConfirmation`: nothing it said before stands in the way, it has approved, and one of its people has yet to
 * confirm that.
 */
export type ReachReason = 'noDates' | 'noMeeting' | 'stepsDoNotFit' | 'blocked' | 'awaitsConfirmation';

/** Every reason. */
export const REACH_REASONS: readonly ReachReason[] = [
  'noDates',
  'noMeeting',
  'stepsDoNotFit',
  'blocked',
  'awaitsConfirmation',
];

/** Whether one party can approve by the deadline, as the facts stand on a day. da: prognose */
export interface PartyForecast {
  readonly party: PartyId;
  readonly reach: Reach;
  readonly because: ReachReason | null;
  /** When its council has approved, or can do so at the earliest; null where that cannot be said. */
  readonly decidesOn: LocalDate | null;
  /** The council's last meeting before the deadline has passed; null where none is known. */
  readonly lastChance: LocalDate | null;
  /** The first day from which on it has been so without a break. */
  readonly since: LocalDate;
}

/** The same without since when. */
type Outlook = Omit<PartyForecast, 'party' | 'since'>;

/** What can matter to one party, and the steps it has to wait for, which are the same on every day. */
interface OwnFacts extends ForecastFacts {
  readonly party: PartyId;
  readonly council: PlacedStep;
  /** For each step, by its key, the mandatory ones before it. */
  readonly before: ReadonlyMap<string, readonly PlacedStep[]>;
}

/**
 * Whether each party can approve by the deadline, in the order of the snapshot (AP-30). It is computed from facts alone:
 * those known on a day give that day's forecast, so what was said on any earlier day can be said again. Only what the
 * party must wait for is counted (AP-3), and a body that comes after another meets on a later day than that one.
 */
export function forecast(facts: ForecastFacts, today: LocalDate): readonly PartyForecast[] {
  const dayAfter = daysAfter();
  return facts.chain.parties.map((party) => {
    const own = factsOf(facts, party);
    const now = outlook(own, today);
    return { party, ...now, since: sinceWhen(own, now, { today, dayAfter }) };
  });
}

/** Works out each day after once: bodies meet on the same few days of a year, and there may be a thousand meetings. */
function daysAfter(): (day: LocalDate) => LocalDate {
  const known = new Map<LocalDate, LocalDate>();
  return (day) => {
    const after = known.get(day) ?? addDays(day, 1);
    known.set(day, after);
    return after;
  };
}

function factsOf({ chain, meetings, ...rest }: ForecastFacts, party: PartyId): OwnFacts {
  const isOwn = (each: { readonly party: PartyId | null }) => each.party === party || each.party === null;
  const own: Chain = { ...chain, bodies: chain.bodies.filter(isOwn), decisions: chain.decisions.filter(isOwn) };
  const steps = [...stepsFor(own, null), ...stepsFor(own, party)];
  const awaited = steps.filter(({ mandatory, bodies }) => mandatory && bodies.length > 0);
  const before = steps.map(({ key }) => {
    const keys = allBefore(steps, [key]);
    return [key, awaited.filter((step) => keys.has(step.key))] as const;
  });
  const council = decidingStepOf(own, party);
  const meeting = new Set([...awaited, council].flatMap(({ bodies }) => bodies));
  return {
    ...{ ...rest, chain: own, party, council, before: new Map(before) },
    meetings: meetings.filter(({ body }) => meeting.has(body)),
  };
}

/** The facts as they were known on a day. */
function asOf(facts: OwnFacts, day: LocalDate): OwnFacts {
  const { chain, meetings, recordedOn, confirmedOn } = facts;
  const isKnown = (on: LocalDate | undefined) => on !== undefined && on <= day;
  return {
    ...facts,
    chain: {
      ...chain,
      decisions: chain.decisions.filter(({ id }) => isKnown(recordedOn.get(id))),
      confirmations: chain.confirmations.filter(({ decision }) => isKnown(confirmedOn.get(decision))),
    },
    meetings: meetings.filter(({ from, until }) => from <= day && (until === null || until > day)),
  };
}

/** Only on these days can a forecast change. */
function sinceWhen(
  facts: OwnFacts,
  now: Outlook,
  { today, dayAfter }: { readonly today: LocalDate; readonly dayAfter: (day: LocalDate) => LocalDate },
): LocalDate {
  const { chain, deadline, meetings, recordedOn, confirmedOn } = facts;
  const turns = [
    ...meetings.flatMap(({ from, until, heldOn }) => [from, dayAfter(heldOn), ...(until === null ? [] : [until])]),
    ...chain.decisions.flatMap(({ id, nextMeeting }) => [
      ...[recordedOn.get(id), confirmedOn.get(id)].filter((day) => day !== undefined),
      ...(nextMeeting === null ? [] : [dayAfter(nextMeeting)]),
    ]),
    dayAfter(deadline),
  ];
  const days = [...new Set(turns)].filter((day) => day > chain.frozenOn && day <= today).toSorted();
  let since = today;
  for (const day of [chain.frozenOn, ...days].reverse()) {
    const then = outlook(facts, day);
    if (then.reach !== now.reach || then.because !== now.because) return since;
    since = day < since ? day : since;
  }
  return since;
}

function outlook(known: OwnFacts, day: LocalDate): Outlook {
  const facts = asOf(known, day);
  const { chain, deadline, council, party } = facts;
  const ahead = daysAhead(facts, council, day);
  const lastChance = ahead.findLast((on) => on <= deadline) ?? null;
  const record = council.bodies.flatMap((body) => recordOf(chain, council.key, party, body));
  const decided = record.findLast((each) => counts(chain, each));
  if (decided && isApproval(decided.outcome)) {
    return { lastChance, reach: 'decided', because: null, decidesOn: decided.meetingDate };
  }
  if (decided && isSettled(decided.outcome)) return { lastChance, reach: 'late', because: 'blocked', decidesOn: null };
  // What is only entered takes nothing from what counts (AP-5), so it is looked at after that.
  const last = record.at(-1);
  if (last && !counts(chain, last) && isApproval(last.outcome)) {
    return { lastChance, reach: 'inTime', because: 'awaitsConfirmation', decidesOn: last.meetingDate };
  }

  const decidesOn = takenOn(facts, council, day, new Map());
  return { lastChance, decidesOn, ...reachOf(decidesOn, lastChance, { deadline, day }) };
}

function reachOf(
  decidesOn: LocalDate | null,
  lastChance: LocalDate | null,
  { deadline, day }: { readonly deadline: LocalDate; readonly day: LocalDate },
): Pick<Outlook, 'reach' | 'because'> {
  if (day > deadline) return { reach: 'late', because: 'noMeeting' };
  if (decidesOn === null) return { reach: 'unknown', because: 'noDates' };
  if (decidesOn > deadline) return { reach: 'late', because: lastChance === null ? 'noMeeting' : 'stepsDoNotFit' };
  return { reach: decidesOn === lastChance ? 'tight' : 'inTime', because: null };
}

/**
 * The first day on which every body of a step can have taken it, after all it waits for; null where it cannot be said.
 *
 * @param known what was worked out already, by the step's key: each step is looked at once, however many wait for it.
 */
function takenOn(
  facts: OwnFacts,
  step: PlacedStep,
  day: LocalDate,
  known: Map<string, LocalDate | null>,
): LocalDate | null {
  const before = known.get(step.key);
  if (before !== undefined) return before;
  const waited = (facts.before.get(step.key) ?? []).map((each) => takenOn(facts, each, day, known));
  const taken = waited.includes(null) ? null : takenAfter(facts, step, day, latest(waited));
  known.set(step.key, taken);
  return taken;
}

function takenAfter(facts: OwnFacts, step: PlacedStep, day: LocalDate, after: LocalDate | null): LocalDate | null {
  const taken = step.bodies.map((body) => {
    const decision = effectiveOf(facts.chain, step.key, step.party, body);
    if (decision && isSettled(decision.outcome)) return decision.meetingDate;
    return daysAhead(facts, { ...step, bodies: [body] }, day).find((on) => after === null || on > after) ?? null;
  });
  return taken.includes(null) ? null : latest(taken);
}

/** The days from a day on when a step can be taken; what was put off comes up no sooner than on the day it was put off to. */
function daysAhead({ chain, meetings }: OwnFacts, step: PlacedStep, day: LocalDate): readonly LocalDate[] {
  const ahead = step.bodies.flatMap((body) => {
    const open = effectiveOf(chain, step.key, step.party, body);
    const again = open?.nextMeeting ?? null;
    const met = meetings.filter((each) => each.body === body && each.heldOn >= day).map(({ heldOn }) => heldOn);
    return [...met, ...(again === null || again < day ? [] : [again])].filter(
      (on) => (again === null || on >= again) && (open === null || on > open.meetingDate),
    );
  });
  return [...new Set(ahead)].toSorted();
}

function latest(days: readonly (LocalDate | null)[]): LocalDate | null {
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null);
}

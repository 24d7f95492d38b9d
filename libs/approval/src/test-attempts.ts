/** What people try in random histories of an approval, for the specs. */
import fc from 'fast-check';
import { COUNCIL_OUTCOMES, type CouncilOutcome } from './outcome';

/** What somebody tries; most of it is refused. */
export type Attempt =
  | {
      readonly kind: 'record';
      readonly party: number;
      readonly step: Step;
      readonly outcome: CouncilOutcome;
      readonly person: number;
      readonly isOwn: boolean;
      readonly isStale: boolean;
      readonly isBlind: boolean;
      readonly again: boolean;
    }
  | { readonly kind: 'confirm'; readonly which: number; readonly party: number; readonly person: number }
  | {
      readonly kind: 'ask';
      readonly party: number;
      readonly step: Step;
      readonly taker: 'skip' | 'committee' | 'council' | 'otherCouncil';
      readonly person: number;
    }
  | { readonly kind: 'agree'; readonly which: number; readonly party: number; readonly person: number }
  | { readonly kind: 'cease'; readonly party: number }
  | { readonly kind: 'newVersion' }
  | { readonly kind: 'twoPeople'; readonly party: number; readonly on: boolean };

/** The two kinds of step that a history has. */
export type Step = 'committee' | 'council';
/** Those of one kind. */
export type Of<Kind extends Attempt['kind']> = Extract<Attempt, { kind: Kind }>;

/** Parties in a history. */
export const PARTIES = 3;
const anyone = fc.nat(PARTIES - 1);
const person = fc.nat(2);
// Mostly councils and approvals, or no history would ever come near a conclusion.
const step = fc.nat(5).map((one): Step => (one === 0 ? 'committee' : 'council'));
const outcome = fc.oneof(
  { weight: 5, arbitrary: fc.constant<CouncilOutcome>('approved') },
  { weight: 2, arbitrary: fc.constantFrom(...COUNCIL_OUTCOMES) },
);
const seldom = fc.nat(7).map((one) => one === 0);
const isOwn = fc.nat(3).map((one) => one > 0);
const taker = fc.constantFrom('skip' as const, 'committee' as const, 'council' as const, 'otherCouncil' as const);
const kind = <Kind extends Attempt['kind']>(one: Kind) => fc.constant(one);

/** How often each thing is tried, and by which of the parties. */
interface Habits {
  readonly party: fc.Arbitrary<number>;
  readonly often: Readonly<Record<Attempt['kind'], number>>;
}

function attemptOf({ party, often }: Habits): fc.Arbitrary<Attempt> {
  const flaws = { isStale: seldom, isBlind: seldom, again: fc.boolean() };
  return fc.oneof(
    {
      weight: often.record,
      arbitrary: fc.record({ kind: kind('record'), party, step, outcome, person, isOwn, ...flaws }),
    },
    { weight: often.confirm, arbitrary: fc.record({ kind: kind('confirm'), which: fc.nat(2), party, person }) },
    { weight: often.ask, arbitrary: fc.record({ kind: kind('ask'), party, step, taker, person }) },
    { weight: often.agree, arbitrary: fc.record({ kind: kind('agree'), which: fc.nat(2), party, person }) },
    { weight: often.cease, arbitrary: fc.record({ kind: kind('cease'), party }) },
    { weight: often.newVersion, arbitrary: fc.record({ kind: kind('newVersion') }) },
    { weight: often.twoPeople, arbitrary: fc.record({ kind: kind('twoPeople'), party, on: fc.boolean() }) },
  );
}

function historyOf(habits: Habits) {
  return fc.record({
    /** Whether the first party has a committee on its way that its council waits for. */
    waits: seldom,
    attempts: fc.array(attemptOf(habits), { maxLength: 20 }),
  });
}

/** How it begins, and what is tried. */
export const history = historyOf({
  party: anyone,
  often: { record: 30, confirm: 6, ask: 3, agree: 3, cease: 1, newVersion: 1, twoPeople: 1 },
});

/** One in which councils are gone, others come after them, and people do for themselves what takes two. */
export const tangle = historyOf({
  party: fc.constant(0),
  often: { record: 8, confirm: 4, ask: 6, agree: 6, cease: 3, newVersion: 1, twoPeople: 2 },
});

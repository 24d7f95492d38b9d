import { brandId, localDateOf, type BodyId, type DecisionId } from '@enig/kernel';
import fc from 'fast-check';
import {
  awaitingConfirmation,
  cellOf,
  counts,
  effective,
  hasFallenAway,
  recordOf,
  type Chain,
  type Decision,
} from './chain';
import { nextStanding, PARTY_EVENTS, PARTY_STANDINGS, standing, type PartyEvent, type PartyStanding } from './standing';
import { COUNCIL_OUTCOMES, isApproval, type CouncilOutcome } from './outcome';
import { decidingStepOf, stepOf } from './steps';
import { after, chainOf, councilOf, partyOf, recorded, second, SIZE, step, yes, type Recorded } from './test-chains';

const anyRecorded: fc.Arbitrary<Recorded> = fc.record({
  party: fc.nat({ max: SIZE - 1 }),
  outcome: fc.constantFrom<CouncilOutcome>('approved', 'approved', ...COUNCIL_OUTCOMES),
  isOwn: fc.boolean(),
  isConfirmed: fc.boolean(),
});
const anyHistory = fc.array(anyRecorded, { maxLength: 24 });

describe('AP-5 what the secretariat entered counts once it is confirmed', () => {
  const entered: Recorded = { party: 0, outcome: 'approved', isOwn: false, isConfirmed: false };

  it('waits, and then counts', () => {
    const chain = after([entered]);
    expect(standing(chain, partyOf(0))).toBe('awaitsConfirmation');
    expect(effective(chain, partyOf(0))).toBeNull();
    expect(awaitingConfirmation(chain, partyOf(0))?.id).toBe('d0');
    const confirmed: Chain = { ...chain, confirmations: [{ decision: brandId<DecisionId>('d0'), person: second }] };
    expect(standing(confirmed, partyOf(0))).toBe('approved');
    expect(awaitingConfirmation(confirmed, partyOf(0))).toBeNull();
  });

  it("property: what is only entered takes nothing from what a party's own council said, whatever that was", () => {
    const anyOutcome = fc.constantFrom(...COUNCIL_OUTCOMES);
    fc.assert(
      fc.property(anyOutcome, fc.array(anyOutcome, { maxLength: 6 }), (said, outcomes) => {
        const own = { ...yes(0), outcome: said };
        const chain = after([own, ...outcomes.map((outcome) => ({ ...entered, outcome }))]);
        expect(standing(chain, partyOf(0))).toBe(standing(after([own]), partyOf(0)));
        expect(effective(chain, partyOf(0))?.id).toBe('d0');
      }),
    );
  });

  it("a body that is no party's counts at once", () => {
    const [decision] = after([entered]).decisions;
    if (!decision) throw new Error('nothing was recorded');
    expect(counts({ confirmations: [] }, decision)).toBe(false);
    expect(counts({ confirmations: [] }, { ...decision, party: null })).toBe(true);
  });
});

describe('AP-25 what nobody had confirmed when it was concluded', () => {
  const entered = (outcome: CouncilOutcome): Recorded => ({ party: 0, outcome, isOwn: false, isConfirmed: false });

  it.each([
    ['approved', false],
    ['approvedWithRemark', false],
    ['rejected', true],
    ['postponed', true],
  ] as const)('%s: it has fallen away: %s', (outcome, isGone) => {
    const chain = after([yes(0), entered(outcome)]);
    const last = chain.decisions.at(-1);
    const [first] = chain.decisions;
    if (!last || !first) throw new Error('nothing was recorded');
    expect(hasFallenAway(chain, last)).toBe(false);
    const concluded: Chain = { ...chain, isDeciding: false, mayCorrect: true };
    expect([hasFallenAway(concluded, last), hasFallenAway(concluded, first)]).toEqual([isGone, false]);
    expect(hasFallenAway({ ...concluded, mayCorrect: false }, last)).toBe(true);
  });
});

describe('AP-12 decisions are facts', () => {
  it('property: deciding only ever adds, and each decision supersedes the one before of its body', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let chain = chainOf(SIZE);
        for (const each of history) {
          const next = recorded(chain, each);
          expect(next.decisions.slice(0, -1)).toEqual(chain.decisions);
          chain = next;
        }
        for (const party of chain.parties) {
          const record = recordOf(chain, step.key, party, councilOf(party));
          expect(record).toHaveLength(chain.decisions.filter((decision) => decision.party === party).length);
          expect(record.map(({ supersedes }) => supersedes)).toEqual(
            [null, ...record.map(({ id }) => id)].slice(0, record.length),
          );
        }
      }),
    );
  });

  it('of two committees the cell shows the one that met last, and the first named where they met on one day', () => {
    const party = partyOf(0);
    const [base] = after([yes(0)]).decisions;
    if (!base) throw new Error('nothing was recorded');
    const bodies = ['social', 'children'].map((name) => brandId<BodyId>(`committee:${name}`));
    const [first, later] = ['2026-09-01', '2026-09-08'].map((date, index): Decision => {
      const body = bodies[index] ?? base.body;
      return { ...base, id: brandId<DecisionId>(date), body, step: 'committee', meetingDate: localDateOf(date) };
    });
    if (!first || !later) throw new Error('two committees were named');
    const committees = bodies.map((body) => ({ body, kind: 'committee' as const, name: body, party, until: null }));
    const chain: Chain = { ...chainOf(SIZE), bodies: committees, decisions: [later, first] };
    const committee = stepOf(chain, party, 'committee');
    if (!committee) throw new Error('a party has a committee');
    expect(cellOf(chain, committee)).toEqual({ stands: later, unconfirmed: null });
    const sameDay = { ...first, meetingDate: later.meetingDate };
    expect(cellOf({ ...chain, decisions: [later, sameDay] }, committee).stands).toBe(sameDay);
  });

  it('AP-5 the cell keeps what counts, with what was entered since beside it', () => {
    const entered: Recorded = { party: 0, outcome: 'rejected', isOwn: false, isConfirmed: false };
    const chain = after([yes(0), entered]);
    const cell = cellOf(chain, decidingStepOf(chain, partyOf(0)));
    expect([cell.stands?.outcome, cell.unconfirmed?.outcome]).toEqual(['approved', 'rejected']);
    const alone = after([entered]);
    const { stands, unconfirmed } = cellOf(alone, decidingStepOf(alone, partyOf(0)));
    expect([stands, unconfirmed?.outcome]).toEqual([null, 'rejected']);
    expect(cellOf(chain, decidingStepOf(chain, partyOf(1)))).toEqual({ stands: null, unconfirmed: null });
  });
});

const OF_COUNCIL: Record<CouncilOutcome, PartyStanding> = {
  approved: 'approved',
  approvedWithRemark: 'approvedWithRemark',
  approvedOnCondition: 'onCondition',
  rejected: 'rejected',
  postponed: 'postponed',
  referredBack: 'referredBack',
};
const row = (standingNow: PartyStanding, entered: PartyStanding): Record<PartyEvent, PartyStanding> => ({
  ...OF_COUNCIL,
  committeeRecommends: standingNow,
  entered,
});
const EXPECTED: Record<PartyStanding, Record<PartyEvent, PartyStanding>> = {
  notStarted: row('recommended', 'awaitsConfirmation'),
  recommended: row('recommended', 'awaitsConfirmation'),
  approved: row('approved', 'approved'),
  approvedWithRemark: row('approvedWithRemark', 'approvedWithRemark'),
  onCondition: row('onCondition', 'onCondition'),
  rejected: row('rejected', 'rejected'),
  postponed: row('postponed', 'postponed'),
  referredBack: row('referredBack', 'referredBack'),
  awaitsConfirmation: row('awaitsConfirmation', 'awaitsConfirmation'),
};

describe("AP-5, AP-15 a party's way, every standing × every event", () => {
  it.each(PARTY_STANDINGS.flatMap((from) => PARTY_EVENTS.map((event) => [from, event] as const)))(
    '%s × %s',
    (from, event) => {
      expect(nextStanding(from, event)).toBe(EXPECTED[from][event]);
    },
  );

  it('names every standing and event once', () => {
    expect([...PARTY_STANDINGS].sort()).toEqual(Object.keys(EXPECTED).sort());
    expect([...PARTY_EVENTS].sort()).toEqual(Object.keys(EXPECTED.approved).sort());
  });

  it('property: the standing is what the effective decision says, and approved if and only if that is', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const chain = after(history);
        for (const party of chain.parties) {
          const now = standing(chain, party);
          const decision = effective(chain, party);
          const approved = decision !== null && isApproval(decision.outcome);
          expect(now === 'approved' || now === 'approvedWithRemark').toBe(approved);
          if (decision !== null) expect(now).toBe(OF_COUNCIL[decision.outcome as CouncilOutcome]);
        }
      }),
    );
  });

  it("a committee's recommendation shows until the council decides", () => {
    const party = partyOf(0);
    const body = brandId<BodyId>(`committee:${party}`);
    const base = after([yes(0)]).decisions[0];
    if (!base) throw new Error('nothing was recorded');
    const recommendation: Decision = { ...base, body, step: 'committee', outcome: 'recommended' };
    expect(standing({ ...chainOf(SIZE), decisions: [recommendation] }, party)).toBe('recommended');
    const doubtful: Decision = { ...recommendation, outcome: 'notRecommended' };
    expect(standing({ ...chainOf(SIZE), decisions: [doubtful] }, party)).toBe('notStarted');
  });
});

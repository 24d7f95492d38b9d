import { addDays, instantOf, localDateAt, localDateOf } from '@enig/kernel';
import fc from 'fast-check';
import { COUNCIL_OUTCOMES } from './outcome';
import { DECISION_REMINDERS, decisionReminders, isDecisionReminderDue, toRemind } from './reminders';
import { after, chainOf, partyOf, recorded, SIZE, today, yes, type Recorded } from './test-chains';

const deadline = localDateOf('2026-12-15');
const askedAt = instantOf('2026-09-01T09:00:00Z');
const own = (party: number, outcome: Recorded['outcome']): Recorded => {
  return { party, outcome, isOwn: true, isConfirmed: false };
};
const remindedOf = (chain: ReturnType<typeof after>, last = deadline) =>
  toRemind(chain, last, today).map(({ party }) => party);

describe('AP-33 reminders of a decision come by a plan that reminds more people the nearer the deadline is', () => {
  it('at eight in the morning in Copenhagen, over a change of clocks', () => {
    expect(decisionReminders(localDateOf('2026-11-05'), askedAt)).toEqual([
      { daysBefore: 42, level: 1, at: '2026-09-24T06:00:00.000Z' },
      { daysBefore: 28, level: 2, at: '2026-10-08T06:00:00.000Z' },
      { daysBefore: 14, level: 3, at: '2026-10-22T06:00:00.000Z' },
      { daysBefore: 3, level: 3, at: '2026-11-02T07:00:00.000Z' },
    ]);
  });

  it('never fewer people than the time before', () => {
    const levels = DECISION_REMINDERS.map(({ level }) => level);
    expect(levels).toEqual(levels.toSorted());
    expect(levels.at(-1)).toBe(3);
  });

  it('not on the day the parties are asked, nor before', () => {
    const days = (asked: string) => decisionReminders(deadline, instantOf(asked)).map(({ daysBefore }) => daysBefore);
    expect(days('2026-11-02T22:59:59Z')).toEqual([42, 28, 14, 3]);
    expect(days('2026-11-03T09:00:00Z')).toEqual([28, 14, 3]);
    expect(days('2026-12-12T09:00:00Z')).toEqual([]);
  });

  it('each on its day, whatever the day', () => {
    const anyDate = fc.integer({ min: 0, max: 3651 }).map((days) => addDays(localDateOf('2027-01-01'), days));
    fc.assert(
      fc.property(anyDate, (last) => {
        const on = decisionReminders(last, askedAt).map(({ at }) => localDateAt(at));
        expect(on).toEqual(DECISION_REMINDERS.map(({ daysBefore }) => addDays(last, -daysBefore)));
      }),
    );
  });

  it('once each: what has waited for a worker is said by the latest that has come due', () => {
    const reminders = decisionReminders(deadline, askedAt);
    const due = (now: string, of = deadline) =>
      reminders
        .filter(({ daysBefore }) => isDecisionReminderDue(reminders, { daysBefore, deadline }, of, instantOf(now)))
        .map(({ daysBefore }) => daysBefore);
    expect(due('2026-11-03T06:59:59Z')).toEqual([]);
    expect(due('2026-11-03T07:00:00Z')).toEqual([42]);
    expect(due('2026-12-11T07:00:00Z')).toEqual([14]);
    expect(due('2027-02-01T07:00:00Z')).toEqual([3]);
    expect(due('2027-02-01T07:00:00Z', addDays(deadline, 1))).toEqual([]);
  });
});

describe('AP-33 only those who are missing are reminded', () => {
  it('not who has approved, nor who has said no or yes on a condition: they have had their say', () => {
    const chain = after([yes(0), own(1, 'rejected'), own(2, 'approvedOnCondition'), own(3, 'approvedWithRemark')]);
    expect(remindedOf(chain)).toEqual([partyOf(4), partyOf(5)]);
  });

  it('nor who has put it off to a meeting ahead and in time', () => {
    // The meeting it is put off to is on 15 November.
    const chain = after([own(0, 'postponed')]);
    expect(remindedOf(chain)).not.toContain(partyOf(0));
    expect(toRemind(chain, deadline, localDateOf('2026-11-15')).map(({ party }) => party)).not.toContain(partyOf(0));
    expect(toRemind(chain, deadline, localDateOf('2026-11-16')).map(({ party }) => party)).toContain(partyOf(0));
    expect(remindedOf(chain, localDateOf('2026-11-14'))).toContain(partyOf(0));
  });

  it('what was entered for a party waits for one of its own people', () => {
    const chain = after([{ party: 0, outcome: 'approved', isOwn: false, isConfirmed: false }]);
    expect(toRemind(chain, deadline, today)[0]).toEqual({ party: partyOf(0), waitsFor: 'confirmation' });
    expect(toRemind(chain, deadline, today)[1]).toEqual({ party: partyOf(1), waitsFor: 'decision' });
  });

  it('nobody while nothing is being decided', () => {
    expect(toRemind({ ...chainOf(SIZE), isDeciding: false }, deadline, today)).toEqual([]);
  });

  it('property: never a party with an effective approval, and each that nobody has decided for', () => {
    const anyRecorded: fc.Arbitrary<Recorded> = fc.record({
      party: fc.nat({ max: SIZE - 1 }),
      outcome: fc.constantFrom(...COUNCIL_OUTCOMES),
      isOwn: fc.constant(true),
      isConfirmed: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(anyRecorded, { maxLength: 12 }), (history) => {
        const chain = history.reduce(recorded, chainOf(SIZE));
        const last = (party: number) => history.findLast((each) => each.party === party)?.outcome;
        const reminded = remindedOf(chain);
        for (let party = 0; party < SIZE; party += 1) {
          const outcome = last(party);
          if (outcome === undefined) expect(reminded).toContain(partyOf(party));
          if (outcome === 'approved' || outcome === 'approvedWithRemark')
            expect(reminded).not.toContain(partyOf(party));
        }
      }),
    );
  });
});

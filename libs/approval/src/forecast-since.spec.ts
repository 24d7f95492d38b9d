import { addDays } from '@enig/kernel';
import type { Chain } from './chain';
import { chainOf, recorder } from './test-chains';
import { came, seen } from './test-forecast';
import { bodyOf, chainWithWay, council, day, meets, ownParty, wayStep } from './test-ways';
import { MAX_WAY_STEPS } from './way';

const plain = chainOf(1);

describe('AP-30 since when', () => {
  it('a date taken back makes it late from that day on', () => {
    const meetings = [meets(council, '2026-10-10', '2026-09-01', '2026-09-12'), meets(council, '2026-10-30')];
    expect(seen(plain, meetings, '2026-09-11')).toMatchObject({ reach: 'tight', since: day('2026-09-01') });
    expect(seen(plain, meetings, '2026-09-20')).toMatchObject({ reach: 'late', since: day('2026-09-12') });
  });

  it('a meeting that went by without a decision', () => {
    const meetings = [meets(council, '2026-09-20'), meets(council, '2026-10-30')];
    expect(seen(plain, meetings, '2026-10-01')).toMatchObject({ reach: 'late', since: day('2026-09-21') });
  });

  it('dates that were entered later', () => {
    const meetings = [meets(council, '2026-10-10', '2026-09-09'), meets(council, '2026-10-14', '2026-09-09')];
    expect(seen(plain, meetings, '2026-09-08')).toMatchObject({ reach: 'unknown', since: day('2026-09-01') });
    expect(seen(plain, meetings)).toMatchObject({ reach: 'inTime', since: day('2026-09-09') });
  });

  it('a decision from the day it was recorded, not from that of the meeting', () => {
    const chain = came(plain, council, 'council', { outcome: 'approved', on: '2026-09-08' });
    const recordedOn = new Map(chain.decisions.map(({ id }) => [id, day('2026-09-12')]));
    const meetings = [meets(council, '2026-09-08')];
    const decided = { reach: 'decided', decidesOn: day('2026-09-08'), since: day('2026-09-12') };
    expect(seen(chain, meetings, '2026-09-11', { recordedOn })).toMatchObject({ reach: 'unknown' });
    expect(seen(chain, meetings, '2026-09-12', { recordedOn })).toMatchObject(decided);
    expect(seen(chain, meetings, '2026-09-20', { recordedOn })).toMatchObject(decided);
  });

  it('a decision that was entered for it from the day one of its people confirmed it', () => {
    const entered = came(plain, council, 'council', { outcome: 'approved', on: '2026-09-08', entered: true });
    const confirmations = entered.decisions.map(({ id }) => ({ decision: id, person: recorder }));
    const confirmedOn = new Map(confirmations.map(({ decision }) => [decision, day('2026-09-15')]));
    const chain: Chain = { ...entered, confirmations };
    expect(seen(chain, [], '2026-09-14', { confirmedOn })).toMatchObject({ because: 'awaitsConfirmation' });
    expect(seen(chain, [], '2026-09-20', { confirmedOn })).toMatchObject({
      ...{ reach: 'decided', since: day('2026-09-15') },
    });
  });

  it('a correction to an earlier meeting does not hide what it corrects', () => {
    const first = came(plain, council, 'council', { outcome: 'approved', on: '2026-09-08' });
    const chain = came(first, council, 'council', { outcome: 'approved', on: '2026-09-05' });
    const [one, other] = chain.decisions;
    const recordedOn = new Map([
      ...(one ? [[one.id, day('2026-09-08')] as const] : []),
      ...(other ? [[other.id, day('2026-09-20')] as const] : []),
    ]);
    expect(seen(chain, [], '2026-09-06', { recordedOn })).toMatchObject({ reach: 'unknown' });
    expect(seen(chain, [], '2026-09-10', { recordedOn })).toMatchObject({ decidesOn: day('2026-09-08') });
    expect(seen(chain, [], '2026-09-20', { recordedOn })).toMatchObject({
      ...{ decidesOn: day('2026-09-05'), since: day('2026-09-08') },
    });
  });

  it('the deadline has passed', () => {
    const meetings = [meets(council, '2026-10-01'), meets(council, '2026-10-14')];
    expect(seen(plain, meetings, '2026-11-01')).toMatchObject({
      reach: 'late',
      because: 'noMeeting',
      since: day('2026-10-16'),
    });
  });

  it('today for a text that was frozen today', () => {
    expect(seen(plain, [], '2026-09-01').since).toBe('2026-09-01');
  });
});

describe('AP-30 a way as long as it may be', () => {
  it('each step is worked out once, so nobody waits for it', () => {
    const bodies = Array.from({ length: MAX_WAY_STEPS }, (_, index) => bodyOf(`committee-${index}`, ownParty));
    const steps = bodies.map((each, index) => wayStep(each, bodies.slice(Math.max(0, index - 1), index)));
    const meetings = [...bodies, council].flatMap((each, index) =>
      Array.from({ length: 12 }, (_, month) => meets(each, addDays(day('2026-09-02'), index + month * 30))),
    );
    const long = chainWithWay(1, steps);
    const began = performance.now();
    expect(seen(long, meetings, '2026-09-02')).toMatchObject({ reach: 'tight', decidesOn: day('2026-09-22') });
    expect(seen(long, meetings, '2027-06-01')).toMatchObject({ reach: 'late', since: day('2026-09-23') });
    // Once for each way through them it is a million times each step, and minutes.
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

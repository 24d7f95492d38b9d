import { addDays, brandId, type DecisionId } from '@enig/kernel';
import fc from 'fast-check';
import type { Chain } from './chain';
import { forecast, type MeetingFact, type PartyForecast } from './forecast';
import { chainOf, partyOf, recorder } from './test-chains';
import { came, deadline, seen, type Came } from './test-forecast';
import { chainWithWay, committee, council, day, finance, meets, wayStep } from './test-ways';

const plain = chainOf(1);
const along = chainWithWay(1, [wayStep(committee), wayStep(finance, [committee])]);
const parallel = chainWithWay(1, [wayStep(committee), wayStep(finance)]);

describe('AP-30 whether a party can approve by the deadline', () => {
  it.each<[string, Chain, MeetingFact[], Partial<PartyForecast>]>([
    ['nobody has entered a meeting', plain, [], { reach: 'unknown', because: 'noDates', decidesOn: null }],
    [
      'the council meets twice before it',
      plain,
      [meets(council, '2026-09-20'), meets(council, '2026-10-10')],
      { reach: 'inTime', because: null, decidesOn: day('2026-09-20'), lastChance: day('2026-10-10') },
    ],
    [
      'it meets once, on the last day',
      plain,
      [meets(council, '2026-10-15')],
      { reach: 'tight', decidesOn: deadline, lastChance: deadline },
    ],
    [
      'it meets only after it',
      plain,
      [meets(council, '2026-10-20')],
      { reach: 'late', because: 'noMeeting', decidesOn: day('2026-10-20'), lastChance: null },
    ],
    ['a meeting that is over is no chance', plain, [meets(council, '2026-09-05')], { reach: 'unknown' }],
    [
      'a committee it waits for has no dates',
      along,
      [meets(committee, '2026-09-20'), meets(council, '2026-10-10')],
      { reach: 'unknown', because: 'noDates' },
    ],
    [
      'committee, finance committee and council, one after the other',
      along,
      [
        meets(committee, '2026-09-20'),
        meets(finance, '2026-09-27'),
        meets(council, '2026-10-04'),
        meets(council, '2026-10-11'),
      ],
      { reach: 'inTime', decidesOn: day('2026-10-04') },
    ],
    [
      'the order does not fit',
      along,
      [
        meets(committee, '2026-09-27'),
        meets(finance, '2026-09-20'),
        meets(finance, '2026-10-14'),
        meets(council, '2026-10-10'),
        meets(council, '2026-11-01'),
      ],
      { reach: 'late', because: 'stepsDoNotFit', decidesOn: day('2026-11-01'), lastChance: day('2026-10-10') },
    ],
    [
      'in parallel it does',
      parallel,
      [meets(committee, '2026-09-27'), meets(finance, '2026-09-20'), meets(council, '2026-10-10')],
      { reach: 'tight', decidesOn: day('2026-10-10') },
    ],
    [
      'two on the same day do not follow each other',
      along,
      [
        meets(committee, '2026-09-20'),
        meets(finance, '2026-09-20'),
        meets(finance, '2026-09-27'),
        meets(council, '2026-09-25'),
        meets(council, '2026-10-10'),
      ],
      { reach: 'tight', decidesOn: day('2026-10-10') },
    ],
    [
      'what is optional holds nobody up',
      chainWithWay(1, [wayStep(committee, [], false)]),
      [meets(council, '2026-09-20'), meets(council, '2026-10-10')],
      { reach: 'inTime' },
    ],
  ])('AP-30 %s', (_, chain, meetings, expected) => {
    expect(seen(chain, meetings)).toMatchObject(expected);
    expect(seen(chain, [...meetings].reverse())).toMatchObject(expected);
  });

  it.each<[string, Came, Partial<PartyForecast>]>([
    [
      'has approved',
      { outcome: 'approved', on: '2026-09-08' },
      { reach: 'decided', decidesOn: day('2026-09-08'), since: day('2026-09-08') },
    ],
    ['has approved with a remark', { outcome: 'approvedWithRemark', on: '2026-09-08' }, { reach: 'decided' }],
    [
      'has approved, and has yet to confirm',
      { outcome: 'approved', on: '2026-09-08', entered: true },
      { reach: 'inTime', because: 'awaitsConfirmation' },
    ],
    [
      'has said no',
      { outcome: 'rejected', on: '2026-09-08' },
      { reach: 'late', because: 'blocked', since: day('2026-09-08') },
    ],
    [
      'wants something else',
      { outcome: 'approvedOnCondition', on: '2026-09-08' },
      { reach: 'late', because: 'blocked' },
    ],
    [
      'put it off to a meeting in time',
      { outcome: 'postponed', on: '2026-09-08', next: '2026-10-10' },
      { reach: 'tight', decidesOn: day('2026-10-10') },
    ],
    [
      'put it off until too late',
      { outcome: 'postponed', on: '2026-09-08', next: '2026-10-20' },
      { reach: 'late', decidesOn: day('2026-10-20'), lastChance: null },
    ],
    ['sent it back', { outcome: 'referredBack', on: '2026-09-08' }, { reach: 'tight', decidesOn: day('2026-10-01') }],
  ])('AP-30 a council that %s', (_, what, expected) => {
    const chain = came(plain, council, 'council', what);
    expect(seen(chain, [meets(council, '2026-09-08'), meets(council, '2026-10-01')])).toMatchObject(expected);
  });

  it.each<[string, Came['outcome'], Partial<PartyForecast>]>([
    ['no', 'rejected', { reach: 'late', because: 'blocked', decidesOn: null, since: day('2026-09-05') }],
    ['yes on a condition', 'approvedOnCondition', { reach: 'late', because: 'blocked', since: day('2026-09-05') }],
    ['yes', 'approvedWithRemark', { reach: 'decided', because: null, decidesOn: day('2026-09-05') }],
    ['referral back', 'referredBack', { reach: 'inTime', because: 'awaitsConfirmation', since: day('2026-09-08') }],
  ])('AP-30 a %s that counts stands until the yes entered after it is confirmed', (_, outcome, expected) => {
    const stands = came(plain, council, 'council', { outcome, on: '2026-09-05' });
    const both = came(stands, council, 'council', { outcome: 'approved', on: '2026-09-08', entered: true });
    const meetings = [meets(council, '2026-10-01')];
    expect(seen(both, meetings)).toMatchObject(expected);
    const entered = brandId<DecisionId>('d1');
    const confirmed: Chain = { ...both, confirmations: [{ decision: entered, person: recorder }] };
    const known = { confirmedOn: new Map([[entered, day('2026-09-09')]]) };
    expect(seen(confirmed, meetings, '2026-09-10', known)).toMatchObject({
      ...{ reach: 'decided', decidesOn: day('2026-09-08') },
    });
  });

  it('a committee that has had its say is not waited for, and one that put it off is', () => {
    const meetings = [meets(finance, '2026-09-20'), meets(council, '2026-10-10')];
    const said = came(along, committee, committee, { outcome: 'notRecommended', on: '2026-09-08' });
    expect(seen(said, meetings)).toMatchObject({ reach: 'tight', decidesOn: day('2026-10-10') });
    const off = came(along, committee, committee, { outcome: 'postponed', on: '2026-09-08', next: '2026-10-01' });
    expect(seen(off, meetings)).toMatchObject({ reach: 'unknown', because: 'noDates' });
  });
});

describe('AP-30 whatever is known', () => {
  const meeting = fc
    .tuple(fc.constantFrom(committee, finance, council), fc.nat(80), fc.nat(30), fc.option(fc.nat(30)))
    .map(([body, held, from, until]): MeetingFact => {
      const entered = addDays(day('2026-08-25'), from);
      return {
        body,
        heldOn: addDays(day('2026-09-01'), held),
        from: entered,
        until: until === null ? null : addDays(entered, until),
      };
    });

  it('AP-30 nobody is in time whose council has no chance left, and since then it was so each day', () => {
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 12 }), fc.nat(70), (meetings, days) => {
        const today = addDays(day('2026-09-01'), days);
        const now = seen(along, meetings, today);
        if (now.reach === 'inTime' || now.reach === 'tight') {
          expect(now.lastChance).not.toBeNull();
          expect(now.decidesOn !== null && now.lastChance !== null && now.decidesOn <= now.lastChance).toBe(true);
          expect(now.lastChance !== null && now.lastChance <= deadline).toBe(true);
        }
        for (let on = now.since; on <= today; on = addDays(on, 1)) {
          expect(seen(along, meetings, on)).toMatchObject({ reach: now.reach, because: now.because });
        }
        if (now.since > along.frozenOn) {
          const before = seen(along, meetings, addDays(now.since, -1));
          expect([before.reach, before.because]).not.toEqual([now.reach, now.because]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('one meeting more never makes it later', () => {
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 10 }), meeting, (meetings, more) => {
        const [before, after] = [seen(along, meetings), seen(along, [...meetings, { ...more, until: null }])];
        if (before.decidesOn !== null)
          expect(after.decidesOn !== null && after.decidesOn <= before.decidesOn).toBe(true);
      }),
    );
  });

  it('each party by itself, in the order of the snapshot', () => {
    const known = { recordedOn: new Map(), confirmedOn: new Map() };
    const meetings = [meets(council, '2026-10-01')];
    const all = forecast({ chain: chainOf(3), deadline, meetings, ...known }, day('2026-09-10'));
    expect(all.map(({ party, reach }) => [party, reach])).toEqual([
      [partyOf(0), 'tight'],
      [partyOf(1), 'unknown'],
      [partyOf(2), 'unknown'],
    ]);
  });
});

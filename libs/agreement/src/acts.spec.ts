import { addDays, localDateOf, type LocalDate } from '@enig/kernel';
import fc from 'fast-check';
import {
  AGREEMENT_ACTS,
  checkAuthorityNotice,
  checkSupplement,
  isSupplement,
  lastDayOf,
  lastDayOfAddendum,
  SUPPLEMENT_ACTS,
  type Concluded,
  type Parent,
} from './acts';
import { STANDINGS, standingOf, type Period } from './state';

const day = localDateOf;
const period: Period = { from: day('2027-01-01'), to: day('2028-12-31') };
const parent: Parent = { act: 'agreement', standing: 'inForce', period, lastDay: period.to };
const refused = (error: object) => ({ ok: false, error });

describe('AG-34 an addendum or an extension hangs on a concluded agreement', () => {
  const later = { from: day('2027-06-01'), to: day('2029-12-31') };
  const inside = { from: day('2027-06-01'), to: day('2028-12-31') };

  it.each(
    AGREEMENT_ACTS.flatMap((act) =>
      STANDINGS.flatMap((standing) => SUPPLEMENT_ACTS.map((supplement) => [act, standing, supplement] as const)),
    ),
  )('%s %s × %s', (act, standing, supplement) => {
    const done = checkSupplement({ ...parent, act, standing }, supplement, supplement === 'addendum' ? inside : later);
    if (isSupplement(act)) expect(done).toEqual(refused({ code: 'AG-34-PARENT-HANGS-ITSELF' }));
    else if (standing === 'concluded' || standing === 'inForce') expect(done.ok).toBe(true);
    else expect(done).toEqual(refused({ code: 'AG-34-PARENT-NOT-CONCLUDED', standing }));
  });

  it.each([
    ['its first day and its last', '2027-01-01', '2028-12-31', true],
    ['one day', '2028-12-31', '2028-12-31', true],
    ['the day before', '2026-12-31', '2028-12-31', false],
    ['the day after', '2027-01-01', '2029-01-01', false],
  ])('an addendum for days of its period: %s', (_, from, to, isOk) => {
    const done = checkSupplement(parent, 'addendum', { from: day(from), to: day(to) });
    expect(done).toEqual(
      isOk
        ? { ok: true, value: { from, to } }
        : refused({ code: 'AG-34-OUTSIDE-ITS-PERIOD', from: period.from, to: period.to }),
    );
  });
});

describe('AG-35 an extension ends later', () => {
  it.each([
    ['2028-12-31', false],
    ['2029-01-01', true],
    ['2027-01-01', false],
  ])('until %s', (to, isOk) => {
    const done = checkSupplement(parent, 'extension', { from: day('2020-05-05'), to: day(to) });
    const from = period.from;
    expect(done).toEqual(
      isOk ? { ok: true, value: { from, to } } : refused({ code: 'AG-35-PERIOD-NOT-LATER', to: period.to }),
    );
  });

  it('than the agreement does now, extended before or cut short', () => {
    const extended = { ...parent, lastDay: day('2030-12-31') };
    expect(checkSupplement(extended, 'extension', { ...period, to: day('2030-12-31') }).ok).toBe(false);
    expect(checkSupplement(extended, 'addendum', { ...period, to: day('2030-12-31') }).ok).toBe(true);
  });
});

describe('AG-36 an earlier agreement ends when the one after it is in force', () => {
  const after = (from: string, concludedOn: string): Concluded => {
    return { period: { from: day(from), to: day('2031-12-31') }, concludedOn: day(concludedOn) };
  };

  it.each([
    ['none after it', [], '2028-12-31'],
    ['the next from the day after', [after('2029-01-01', '2028-10-15')], '2028-12-31'],
    ['the next from the year before', [after('2028-01-01', '2027-10-15')], '2027-12-31'],
    ['the next concluded late', [after('2028-01-01', '2028-03-01')], '2028-02-29'],
    ['two after it', [after('2028-06-01', '2028-01-01'), after('2028-03-01', '2028-01-01')], '2028-02-29'],
    ['the next too late', [after('2029-01-01', '2029-03-01')], '2028-12-31'],
  ])('%s', (_, successors, expected) => {
    expect(lastDayOf(period, [], successors)).toBe(expected);
  });

  it('property: on no day are an agreement and the one after it both in force', () => {
    const anyDay = fc.integer({ min: -300, max: 1500 }).map((days): LocalDate => addDays(period.from, days));
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, anyDay, (concludedOn, from, nextConcluded, today) => {
        const next = { period: { from, to: addDays(from, 700) }, concludedOn: nextConcluded };
        const lastDay = lastDayOf(period, [], [next]);
        const standings = [
          standingOf('concluded', period, concludedOn, today, lastDay),
          standingOf('concluded', next.period, next.concludedOn, today),
        ];
        if (nextConcluded <= next.period.to) expect(standings).not.toEqual(['inForce', 'inForce']);
      }),
    );
  });

  it('an extended one lasts until the longest, unless it is succeeded first', () => {
    const extension = { period: { ...period, to: day('2029-12-31') }, concludedOn: day('2028-06-01') };
    expect(lastDayOf(period, [extension], [])).toBe('2029-12-31');
    expect(lastDayOf(period, [extension], [after('2029-07-01', '2029-01-01')])).toBe('2029-06-30');
    expect(standingOf('concluded', period, day('2026-10-15'), day('2029-03-01'), day('2029-12-31'))).toBe('inForce');
    expect(standingOf('concluded', period, day('2026-10-15'), day('2030-01-01'), day('2029-12-31'))).toBe('ended');
  });
});

describe('AG-38 an addendum', () => {
  it.each([
    ['made for all of it lasts as long as the agreement, extended', '2028-12-31', '2029-12-31', '2029-12-31'],
    ['made for all of it ends with one that is cut short', '2028-12-31', '2028-05-31', '2028-05-31'],
    ['made for fewer days ends before it, extended or not', '2027-12-31', '2029-12-31', '2027-12-31'],
    ['made for fewer days ends with one that is cut short before', '2027-12-31', '2027-05-31', '2027-05-31'],
  ])('%s', (_, to, lastDay, expected) => {
    expect(lastDayOfAddendum({ from: period.from, to: day(to) }, period, day(lastDay))).toBe(expected);
  });
});

describe('AG-37 an agreement is noted as sent to the authority', () => {
  const notice = { sentOn: day('2026-10-20'), to: ' Socialstyrelsen ', journalNumber: ' 27.69.48-1 ' };
  const [concludedOn, today] = [day('2026-10-15'), day('2026-11-01')];
  const kept = { ...notice, to: 'Socialstyrelsen', journalNumber: '27.69.48-1' };

  it.each<[string, Parameters<typeof checkAuthorityNotice>, object]>([
    ['as it was', [notice, concludedOn, [], today], { ok: true, value: kept }],
    ['not before it is concluded', [notice, null, [], today], refused({ code: 'AG-37-NOT-CONCLUDED' })],
    ['to somebody', [{ ...notice, to: ' ' }, concludedOn, [], today], refused({ code: 'AG-37-RECIPIENT-MISSING' })],
    [
      'not on a day before',
      [{ ...notice, sentOn: day('2026-10-14') }, concludedOn, [], today],
      refused({ code: 'AG-37-DAY-IMPOSSIBLE', from: concludedOn, to: today }),
    ],
    [
      'not on a day that is to come',
      [{ ...notice, sentOn: day('2026-11-02') }, concludedOn, [], today],
      refused({ code: 'AG-37-DAY-IMPOSSIBLE', from: concludedOn, to: today }),
    ],
    ['once', [notice, concludedOn, [kept], today], refused({ code: 'AG-37-NOTED-ALREADY' })],
    [
      'again on another day',
      [notice, concludedOn, [{ ...kept, sentOn: day('2026-10-21') }], today],
      { ok: true, value: kept },
    ],
  ])('%s', (_, given, expected) => {
    expect(checkAuthorityNotice(...given)).toEqual(expected);
  });

  it.each([
    ['to whom', { to: '010190-1234' }],
    ['to whom, among words', { to: 'Socialstyrelsen, om CPR 0101901234' }],
    ['under which number', { journalNumber: '010190-1234' }],
    ['under which number, undivided', { journalNumber: '2906120015' }],
  ])('AG-37-HOLDS-NUMBER no personal number in %s', (_, wrong) => {
    const given = { ...notice, ...wrong };
    expect(checkAuthorityNotice(given, concludedOn, [], today)).toEqual(refused({ code: 'AG-37-HOLDS-NUMBER' }));
  });

  it.each(['27.00.00-A00-1-26', '27.69.48-2026-1', '2026-0012345', '4512345678', '29061 20015'])(
    'AG-37 the number of a case, as %s, is no personal number',
    (journalNumber) => {
      expect(checkAuthorityNotice({ ...notice, journalNumber }, concludedOn, [], today).ok).toBe(true);
    },
  );
});

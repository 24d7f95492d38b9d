import { localDateOf } from '@enig/kernel';
import { checkRegion, checkTerms, outlivesRegion, type RegionDays, type Terms } from './terms';

const today = localDateOf('2026-01-15');
const terms: Terms = {
  title: ' Rammeaftale 2027-28 ',
  periodFrom: localDateOf('2027-01-01'),
  periodTo: localDateOf('2028-12-31'),
  deadline: localDateOf('2026-10-15'),
  writingUntil: localDateOf('2026-03-01'),
};

describe('AG-23 an agreement has a name, a period that runs forwards, and writing that ends by its deadline', () => {
  it('gives the terms with the title trimmed', () => {
    expect(checkTerms(terms, today, null)).toEqual({ ok: true, value: { ...terms, title: 'Rammeaftale 2027-28' } });
  });

  it.each<[string, Partial<Terms>]>([
    ['a period of one day', { periodTo: terms.periodFrom }],
    ['a deadline after the term began', { deadline: localDateOf('2027-03-01') }],
    ['no day for the writing', { writingUntil: null }],
    ['a deadline on the last day', { deadline: terms.periodTo }],
    ['writing until the deadline', { writingUntil: terms.deadline }],
  ])('takes %s', (_, over) => {
    expect(checkTerms({ ...terms, ...over }, today, null).ok).toBe(true);
  });

  it.each<[string, Partial<Terms>]>([
    ['AG-23-NAME-MISSING', { title: '  ' }],
    ['AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS', { periodTo: localDateOf('2026-12-31') }],
    ['AG-23-WRITING-ENDS-AFTER-DEADLINE', { writingUntil: localDateOf('2026-10-16') }],
  ])('%s', (code, over) => {
    expect(checkTerms({ ...terms, ...over }, today, null)).toEqual({ ok: false, error: { code } });
  });
});

describe('AG-23 all decide before the agreement is over', () => {
  const after = localDateOf('2029-01-01');
  const late = { ...terms, deadline: after };
  const refused = { ok: false, error: { code: 'AG-23-DEADLINE-AFTER-PERIOD', lastDay: terms.periodTo } };

  it('a deadline after the last day is refused', () => {
    expect(checkTerms(late, today, null)).toEqual(refused);
    expect(checkTerms(late, today, terms)).toEqual(refused);
    expect(checkTerms(late, today, { ...late, periodTo: after })).toEqual(refused);
  });

  it('one that stands so stays while the rest is changed', () => {
    expect(checkTerms({ ...late, title: 'Et andet navn' }, today, late)).toMatchObject({ ok: true });
  });
});

describe('AG-27 a deadline that is set lies ahead', () => {
  const error = { code: 'AG-27-DEADLINE-IN-THE-PAST', today };
  const open = { ...terms, writingUntil: null };

  it.each([
    ['1900-01-01', false],
    ['2026-01-14', false],
    ['2026-01-15', true],
    ['2026-01-16', true],
  ])('%s', (day, isTaken) => {
    const deadline = localDateOf(day);
    const expected = isTaken ? { ok: true } : { ok: false, error };
    expect(checkTerms({ ...open, deadline }, today, null)).toMatchObject(expected);
    expect(checkTerms({ ...open, deadline }, today, { ...open, deadline: localDateOf('2025-10-15') })).toMatchObject(
      expected,
    );
  });

  it('one that has passed stays while the rest is changed', () => {
    const passed = localDateOf('2025-10-15');
    const standing = { ...open, deadline: passed };
    expect(checkTerms(standing, today, standing)).toMatchObject({ ok: true });
  });
});

describe('AG-43 an agreement begins on a day when its region is there', () => {
  const sjaelland: RegionDays = {
    ...{ name: 'Region Sjælland', from: localDateOf('2007-01-01'), until: localDateOf('2026-12-31') },
    successor: 'Region Østdanmark',
  };
  const [name, until] = [sjaelland.name, sjaelland.until];
  const gone = { code: 'AG-43-REGION-GONE', region: name, until, successor: 'Region Østdanmark' };
  const notThen = { code: 'AG-43-REGION-NOT-THEN', region: name };

  it.each<[string, string | null, object | null]>([
    ['2006-12-31', 'Region Østdanmark', notThen],
    ['2007-01-01', 'Region Østdanmark', null],
    ['2026-12-31', 'Region Østdanmark', null],
    ['2027-01-01', 'Region Østdanmark', gone],
    ['2027-01-01', null, notThen],
  ])('from %s, followed by %s', (day, successor, error) => {
    const checked = checkRegion({ ...sjaelland, successor }, localDateOf(day));
    expect(checked).toEqual(error === null ? { ok: true, value: null } : { ok: false, error });
  });

  it('one that lasts is there for good', () => {
    expect(checkRegion({ ...sjaelland, until: null }, localDateOf('2099-01-01')).ok).toBe(true);
  });

  it.each<[string, string, Partial<RegionDays>, boolean]>([
    ['2026-12-31', '2027-01-01', {}, true],
    ['2026-01-01', '2026-12-31', {}, false],
    ['2027-01-01', '2028-12-31', {}, false],
    ['2026-01-01', '2028-12-31', { until: null }, false],
    ['2026-01-01', '2028-12-31', { successor: null }, false],
  ])(
    'one from %s to %s is said to outlive it, where it does and another takes over (%j)',
    (from, to, over, expected) => {
      const period = { periodFrom: localDateOf(from), periodTo: localDateOf(to) };
      expect(outlivesRegion({ ...sjaelland, ...over }, period)).toBe(expected);
    },
  );
});

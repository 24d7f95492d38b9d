import fc from 'fast-check';
import { findPersonalNumbers } from './personal-number';
import { plainlyWritten } from './plainly-written';
import { numbersOfNobody, WRITTEN } from './test-numbers';

const numbers = numbersOfNobody(8);
const cases = Object.entries(WRITTEN).flatMap(([name, write]) =>
  numbers.map((number) => ({ name, text: write(number.slice(0, 6), number.slice(6)), number })),
);

const digitsIn = (text: string): string => text.normalize('NFKC').replace(/\D/gu, '');

describe('HE-46 personal numbers are found however they are written', () => {
  it(`recall over ${cases.length} cases is at least 99.5 %`, () => {
    const missed = cases.filter(({ text, number }) => {
      const places = findPersonalNumbers(text);
      return !places.some(({ start, end }) => digitsIn(plainlyWritten(text).slice(start, end)) === number);
    });
    expect(missed.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect((cases.length - missed.length) / cases.length).toBeGreaterThanOrEqual(0.995);
  });

  it('finds each of several, and nothing twice', () => {
    const text = numbers.map((number) => `${number.slice(0, 6)}-${number.slice(6)}`).join(', ');
    const found = findPersonalNumbers(text).map(({ start, end }) => digitsIn(text.slice(start, end)));
    expect(found).toEqual(numbers);
  });

  it('gives the place of the number and no more', () => {
    expect(findPersonalNumbers('CPR: 010190-1234.')).toEqual([{ start: 5, end: 16 }]);
    expect(findPersonalNumbers('😀 010190-1234')).toEqual([{ start: 3, end: 14 }]);
  });

  it('finds a number wherever it stands in a text', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'æ', ' ', '.', ',', '\n', '(', '😀', '-') });
    fc.assert(
      fc.property(words, words, fc.constantFrom(...numbers), (before, after, number) => {
        const text = `${before} ${number.slice(0, 6)}-${number.slice(6)} ${after}`;
        expect(findPersonalNumbers(text)).toHaveLength(1);
      }),
    );
  });

  it('goes through a long text without getting slow, also a hostile one', () => {
    for (const unit of ['0101', '01 ', '- ', 'a1', '0101901', '\u200b', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '1\n'])
      expect(findPersonalNumbers(unit.repeat(60_000)).length).toBeLessThan(60_000);
  }, 20_000);
});

describe('HE-46 the date must exist', () => {
  it.each([
    ['290200-4123', true, 'the year 2000 was a leap year'],
    ['290200-0123', false, '1900 was not'],
    ['290296-1234', true, '1996 was'],
    ['290297-1234', false, '1997 was not'],
    ['290236-4123', true, '2036 will be'],
    ['290296-5123', true, '1896 was'],
    ['300296-1234', false, 'February has no thirtieth'],
    ['310496-1234', false, 'April has no thirty-first'],
    ['001296-1234', false, 'no day zero'],
    ['011396-1234', false, 'no thirteenth month'],
    ['010096-1234', false, 'no month zero'],
    ['610190-1234', true, 'a number given to somebody who had none: the day plus sixty'],
    ['920190-1234', false, 'not the day plus sixty either'],
  ])('%s: %s, %s', (text, isOne) => {
    expect(findPersonalNumbers(text)).toHaveLength(isOne ? 1 : 0);
  });

  it('asks no check digit: numbers without it have been given since 2007', () => {
    expect(findPersonalNumbers('010119-4000')).toHaveLength(1);
  });

  it('takes a whole year that is the one the seventh digit says', () => {
    expect(findPersonalNumbers('født 01.01.1990-1234')).toHaveLength(1);
    expect(findPersonalNumbers('01011990-1234')).toHaveLength(1);
    expect(findPersonalNumbers('01.01.1990-4999')).toHaveLength(1);
    expect(findPersonalNumbers('perioden 01.01.2025-2026')).toHaveLength(0);
  });
});

/** What may look like one and is none: a reader would shake their head at an alarm. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'phone numbers': [
    '20 12 34 56',
    '+45 20 12 34 56',
    '+4520123456',
    '0045 2012 3456',
    'tlf. 2012 3456 og 2112 3456',
    '20 12 34 56 · 20 11 45 67',
    'Telefon: 2012345678',
    '+49 1512345678',
  ],
  'EAN and GLN': ['EAN 5798001234567', '5798 0012 3456 7', 'EAN: 579 8001 2345 67'],
  accounts: ['DK50 0040 0440 1162 43', 'DK5000400440116243', 'Konto 0101901234', 'reg. 1234 konto 1012345678'],
  'case numbers': ['27.03.40-P20-1-26', '2026-0101901234', '26/012345', 'EMN-2026-01234', 'Sag 12.01.00-A00-12-34'],
  'dates and times': [
    'den 01.01.2026 kl. 12.34',
    '2026-01-10 12:34:56',
    '01.01.26 1234 borgere',
    '20260110123456',
    '10-01-2026 1200',
    '1. januar 2026 12.30',
    '01.01.26-31.12.26',
    'uge 10-12 2026 1234',
  ],
  amounts: ['1.012.345.678 kr.', '1012345678 kr.', '0101901234,50', 'kr. 1012345678', '101.234,50 og 12.345,00'],
  'long numbers': ['01019012345', '9010190123412', '1010190-12345', '010190-12345'],
  'companies and places': ['CVR 12345678', 'P-nr. 1012345678', 'P-nummer: 1012345678', '4000 Roskilde'],
  hashes: [
    'a3f0101901234bcd9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6',
    '01019012-3412-4abc-8def-010190123456',
    'sha256-010190123401019012340101901234abcdef',
  ],
  books: ['ISBN 0306406152', 'ISBN 978-0-306-40615-2'],
  tables: ['0 1 2 9 4 2 18', '0101 2345 1012 3456', '12 34 56 78 90 12', '1 2\n3 4\n5 6\n7 8\n9 0'],
  'words that look like numbers': [
    'Illlll-Oooo',
    'O10I90-XOIl',
    'IO-010190',
    'lo1l0o 1Oli',
    '100%20112024',
    '010190 og 1234 borgere',
  ],
  'a day and a count': ['fra 010125 (1234 borgere)', 'uge 010125, i alt 1250 kr.', 'budget 120126 / side 1234 af 2000'],
  'laws and references': ['lov nr. 1089 af 16/08/2023', 'LBK nr 170 af 24/01/2022 § 139 a', 'BEK 128 af 12/02/2020'],
};

describe('HE-46 what is something else is left alone', () => {
  it.each(Object.entries(OTHERS).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text }))))(
    '$kind: $text',
    ({ text }) => {
      expect(findPersonalNumbers(text)).toEqual([]);
    },
  );

  it('false alarms over ten thousand invented lines are counted, and few', () => {
    const alarms = invented().filter((text) => findPersonalNumbers(text).length > 0);
    // Ten digits in a row that happen to begin with a day cannot be told from a number; one in thirty does.
    expect(alarms).toEqual([]);
  });
});

/** Lines as they stand in minutes, budgets and letters: phones, amounts, dates, case numbers, tables, postal codes. */
function invented(): string[] {
  let state = 42;
  const next = (most: number): number => (state = (state * 48_271) % 2_147_483_647) % most;
  const digits = (count: number): string => Array.from({ length: count }, () => next(10)).join('');
  const two = (most: number): string => String(1 + next(most)).padStart(2, '0');
  const makers = [
    () => `tlf. ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
    () => `${digits(4)} ${digits(4)}`,
    () => `${next(900)}.${digits(3)}.${digits(3)} kr.`,
    () => `den ${two(28)}.${two(12)}.20${two(30)} kl. ${two(23)}.${two(59)}`,
    () => `Sagsnr. ${two(99)}/${digits(6)}`,
    () => `${digits(2)}.${digits(2)}.${digits(2)}-P${digits(2)}-${next(30)}-26`,
    () => `EAN 5798${digits(9)}`,
    () => `${digits(4)} Næstved, ${digits(8)}`,
    () => Array.from({ length: 6 }, () => next(30)).join(' | '),
    () => `20${two(30)}-${two(12)}-${two(28)}T${two(23)}:${two(59)}:${two(59)}Z`,
  ];
  return Array.from({ length: 10_000 }, (_, index) => makers[index % makers.length]?.() ?? '');
}

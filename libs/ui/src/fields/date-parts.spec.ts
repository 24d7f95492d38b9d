import { pastedParts, partsOf, readParts } from './date-parts';

describe('a day written in three parts', () => {
  it.each([
    ['a day that exists', '24', '6', '2026', '2026-06-24'],
    ['a leap day', '29', '2', '2028', '2028-02-29'],
    ['with blanks around', ' 1 ', '01', '2026 ', '2026-01-01'],
  ])('reads %s', (_, day, month, year, date) => {
    expect(readParts({ day, month, year })).toEqual({ kind: 'date', date });
  });

  it('is empty only when all of it is', () => {
    expect(readParts({ day: '', month: ' ', year: '' })).toEqual({ kind: 'empty' });
  });

  it.each([
    ['', '6', '2026', 'missingDay', 'day'],
    ['24', '', '2026', 'missingMonth', 'month'],
    ['24', '6', '', 'missingYear', 'year'],
    ['32', '6', '2026', 'dayNotNumber', 'day'],
    ['24', 'juni', '2026', 'monthNotNumber', 'month'],
    ['24', '6', '26', 'yearNotNumber', 'year'],
    ['31', '6', '2026', 'noSuchDay', 'day'],
    ['29', '2', '2027', 'noSuchDay', 'day'],
  ])('says which part is wrong: %s %s %s', (day, month, year, code, part) => {
    expect(readParts({ day, month, year })).toEqual({ kind: 'wrong', refused: { code, part } });
  });

  it.each(['31.12.2026', '31/12-2026', '2026-12-31', ' 31-12-2026 '])('takes %s pasted whole', (pasted) => {
    expect(pastedParts(pasted)).toEqual({ day: '31', month: '12', year: '2026' });
  });

  it('leaves other things pasted alone', () => {
    expect(pastedParts('31')).toBeNull();
  });

  it('shows a day without zeros before it', () => {
    expect(partsOf('2026-06-04')).toEqual({ day: '4', month: '6', year: '2026' });
  });
});

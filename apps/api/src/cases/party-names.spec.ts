import { brandId, type PartyId } from '@enig/kernel';
import { partyNames } from './party-names';

const called = (...names: string[]): string[] => [
  ...partyNames(names.map((name, at) => ({ id: brandId<PartyId>(`municipality:0${at}`), name }))).values(),
];

describe('CA-6 what the files of a party are called', () => {
  it('is its name with its Danish letters', () => {
    expect(called('Sorø Kommune', 'Ærø Kommune', 'Aabenraa Kommune')).toEqual([
      ...['Sorø Kommune', 'Ærø Kommune', 'Aabenraa Kommune'],
    ]);
    expect(called('A\u030Aben')).toEqual(['Åben']);
  });

  it('is what every disk takes', () => {
    expect(called('Syd/Nord: "A" <B>|*?', 'Syd–Nord', 'Kommunen A.B.', '\u0000')).toEqual([
      ...['Syd Nord A B', 'Syd Nord', 'Kommunen A.B', '(municipality 03)'],
    ]);
    expect(called('a'.repeat(300))[0]).toHaveLength(80);
  });

  it('is no two parties’, also where capitals do not count', () => {
    expect(called('Region Øst', 'REGION ØST')).toEqual(['Region Øst', 'REGION ØST (municipality 01)']);
  });
});

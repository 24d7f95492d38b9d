import type { PartyForecast } from '@enig/approval';
import { localDateOf, type PartyId } from '@enig/kernel';
import { say } from '../core/viewer';
import { forecastSentence } from './forecasts';

const party = (name: string): PartyId => name as PartyId;
const outlook = (name: string, reach: PartyForecast['reach']): PartyForecast => ({
  ...{ party: party(name), reach, because: null, lastChance: null },
  ...{ decidesOn: localDateOf('2026-06-01'), since: localDateOf('2026-05-01') },
});

function sentenceOf(...all: readonly PartyForecast[]): string {
  const head = { row: { deadline: localDateOf('2026-06-24') } } as never;
  const shortNames = new Map(all.map((each) => [each.party, String(each.party)]));
  return forecastSentence({ say, locale: 'da' }, { head, shortNames }, all);
}

const late = outlook('Greve', 'late');
const decided = outlook('Faxe', 'decided');

it('AP-30 the forecast counts who has one meeting left among those who can make it, and not who has approved', () => {
  expect(sentenceOf(late, outlook('Lolland', 'tight'), outlook('Ringsted', 'inTime'), decided)).toMatch(
    /De andre 2 parter, der mangler, kan nå det\. Lolland har kun ét møde tilbage inden fristen\.$/u,
  );
  expect(sentenceOf(late, outlook('Lolland', 'tight'), outlook('Ringsted', 'tight'), decided)).toMatch(
    /Lolland og Ringsted har hver kun ét møde tilbage inden fristen\.$/u,
  );
});

it('AP-30 the forecast says of the only other party that has yet to decide that it can, and nothing of who has', () => {
  expect(sentenceOf(late, outlook('Lolland', 'inTime'), decided)).toMatch(
    /Den ene part, der ellers mangler, kan nå det\.$/u,
  );
  expect(sentenceOf(late, decided)).toMatch(
    /^Greve når det ikke[^.]*\. Sådan har det været siden den [^.]*\.[^.]*\.$/u,
  );
});

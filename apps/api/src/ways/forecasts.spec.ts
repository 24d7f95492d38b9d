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

it('AP-30 the forecast counts who has one meeting left among those who can make it', () => {
  const sentence = sentenceOf(outlook('Greve', 'late'), outlook('Lolland', 'tight'), outlook('Faxe', 'decided'));
  expect(sentence).toMatch(/De andre 2 parter kan nå det\. Kun ét møde er der tilbage for Lolland\.$/u);
});

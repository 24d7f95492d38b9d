import { useMessages } from '@enig/ui';
import { waitedFor, type PointsFilter, type TreatedRound } from './points-filter';
import { councilsIn, sectionsIn } from './points-filters';

/** "Vis: Alle punkter · Råd: Greve Handicapråd · Søg i punkter og svar: kørsel" */
export function useFilterWords(round: TreatedRound, filter: PointsFilter): string {
  const m = useMessages();
  const { council, section, outcome, waits, search } = filter;
  const nameOf = (options: readonly { readonly value: string; readonly label: string }[], value: string) =>
    options.find((option) => option.value === value)?.label ?? '';
  const waited = waitedFor(round.points).find(({ id }) => id === waits);
  const asked: readonly (readonly [name: string, value: string])[] = [
    [m('page.treatment.show'), m(`page.treatment.${filter.show}`)],
    [m('treat.byCouncil'), nameOf(councilsIn(round), council)],
    [m('treat.bySection'), nameOf(sectionsIn(round, m('treat.generalPlace')), section)],
    [m('treat.byOutcome'), outcome === '' ? '' : m(`treatment.${outcome}`)],
    [m('treat.byWaited'), waited ? (waited.name ?? round.ownerName) : ''],
    [m('treat.search'), search.trim()],
  ];
  return asked
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
}

import { Button, EmptyState, useMessages } from '@enig/ui';
import { isNarrowed, NO_FILTER, type PointsFilter, type TreatedRound } from './points-filter';

interface FoundProps {
  readonly round: TreatedRound;
  readonly count: number;
  readonly filter: PointsFilter;
  readonly setFilter: (filter: PointsFilter) => void;
}

/** How many are found of how many: seen, and read out as it changes. */
export function FoundPoints({ round, count }: Pick<FoundProps, 'round' | 'count'>) {
  const m = useMessages();
  return (
    <p role="status" className="e-note">
      {round.points.length > 0 && m('treat.found', { count, all: round.points.length })}
    </p>
  );
}

/** Why there is nothing to see, and how to see more: nothing was said, all is answered, or nothing was found. */
export function NothingFound({ round, count, filter, setFilter }: FoundProps) {
  const m = useMessages();
  if (count > 0) return null;
  if (round.points.length === 0) return <EmptyState>{m('page.treatment.noPoints')}</EmptyState>;
  const narrowed = isNarrowed(filter);
  const showMore = () => setFilter(narrowed ? { ...NO_FILTER, show: filter.show } : { ...NO_FILTER, show: 'all' });
  return (
    <EmptyState action={<Button onClick={showMore}>{m(narrowed ? 'treat.stopLooking' : 'treat.showAll')}</Button>}>
      {m(narrowed ? 'treat.nothingFound' : 'page.treatment.noneLeft')}
    </EmptyState>
  );
}

import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { filterIn, filterPoints, queryOf, type Point, type PointsFilter } from './points-filter';
import { useShownInAddress } from '../shown-in-address';

/** How many points stand on the page at a time: enough to look over, few enough to be there at once. */
export const PAGE_OF_POINTS = 50;

/** Where on the pages one is: at a point, and at its place where it is gone. */
interface Anchor {
  readonly id: string | null;
  readonly index: number;
}

interface View {
  readonly filter: PointsFilter;
  /** The point that is open. */
  readonly open: string | null;
  readonly at: Anchor;
}

/**
 * What is shown of the points: what is looked for, which is open, and on which page one is. The address says it all, so
 * that a reload stays there and a letter can lead there.
 */
export function usePointsView(all: readonly Point[]) {
  const [query] = useSearchParams();
  const [view, setView] = useState(() => viewIn(query));
  const { held, gone } = useHeld(all, view.open);
  const points = useMemo(() => shownOf(held, view), [held, view]);
  const found = points.findIndex(({ id }) => id === view.at.id);
  // Others' answers move what stands below them: one stays at one's point, not at its number.
  if (found >= 0 && found !== view.at.index) setView({ ...view, at: { ...view.at, index: found } });
  const page = pageOf(found >= 0 ? found : view.at.index, points.length);
  useShownInAddress(addressOf(view, page), (given) => setView(viewIn(given)));
  return {
    ...{ points, page, filter: view.filter, open: view.open, gone },
    /** How many are found, without one that is only there because it is open. */
    count: useMemo(() => filterPoints(held, view.filter).length, [held, view.filter]),
    setFilter: (filter: PointsFilter) => setView({ ...view, filter, at: { id: null, index: 0 } }),
    show: (open: string | null) =>
      setView((before) => ({ ...before, open, at: open === null ? before.at : { id: open, index: before.at.index } })),
    /** Turns to the page a point is on. */
    turnTo: (id: string, index: number) => setView((before) => ({ ...before, at: { id, index } })),
  };
}

function viewIn(query: URLSearchParams): View {
  const open = query.get('punkt');
  const page = Number(query.get('side') ?? 1);
  const index = Number.isSafeInteger(page) && page > 0 ? (page - 1) * PAGE_OF_POINTS : 0;
  return { filter: filterIn(query), open, at: { id: open, index } };
}

function addressOf({ filter, open }: View, page: number): string {
  const query = queryOf(filter);
  if (page > 0) query.set('side', String(page / PAGE_OF_POINTS + 1));
  if (open !== null) query.set('punkt', open);
  return query.toString();
}

function pageOf(index: number, count: number): number {
  const last = Math.max(0, Math.floor((count - 1) / PAGE_OF_POINTS));
  return Math.min(Math.floor(index / PAGE_OF_POINTS), last) * PAGE_OF_POINTS;
}

/** What is open stays in the list whatever is looked for: somebody may be writing there. */
function shownOf(all: readonly Point[], { filter, open }: View): readonly Point[] {
  const shown = filterPoints(all, filter);
  if (open === null || shown.some(({ id }) => id === open)) return shown;
  const ids = new Set(shown.map(({ id }) => id));
  return all.filter(({ id }) => id === open || ids.has(id));
}

/** The points, with the open one where it stood if somebody else has split it or made it part of another meanwhile. */
function useHeld(all: readonly Point[], open: string | null) {
  const [held, setHeld] = useState<{ readonly point: Point; readonly index: number } | null>(null);
  const index = all.findIndex(({ id }) => id === open);
  const there = all[index];
  if (there && there !== held?.point) setHeld({ point: there, index });
  const gone = !there && held?.point.id === open ? held : null;
  const points = useMemo(
    () => (gone ? [...all.slice(0, gone.index), { ...gone.point, ...NO_LONGER }, ...all.slice(gone.index)] : all),
    [all, gone],
  );
  return { held: points, gone: gone?.point.id ?? null };
}

/** What is no more is not arranged. */
const NO_LONGER = { mayArrange: false, treatment: null } as const;

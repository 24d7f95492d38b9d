import { Button, useMessages } from '@enig/ui';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { nameId, PointRow, type PointActs } from './point-row';
import type { Point, TreatedRound } from './points-filter';
import { PAGE_OF_POINTS, type usePointsView } from './points-view';
import { useShortcuts, type Shortcut } from './shortcuts';

interface ListProps {
  readonly round: TreatedRound;
  readonly view: ReturnType<typeof usePointsView>;
  readonly selected: ReadonlySet<string>;
  readonly acts: PointActs;
  /** Whether letters do something. */
  readonly letters: boolean;
  /** What takes focus when there is no point to take it. */
  readonly list: RefObject<HTMLElement | null>;
  readonly goToChosen: () => boolean;
}

/** The points that are looked for, a page at a time; the keyboard goes on from one page to the next. */
export function PointsList(props: ListProps) {
  const { round, view, selected, acts, list } = props;
  const { points, page } = view;
  const goTo = useGoTo(view);
  useKeptPlace(points, (index) => goTo(index) || list.current?.focus());
  useShortcuts(props.letters, (shortcut, event) =>
    shortcut === 'chosen' ? props.goToChosen() : act(shortcut, event, { points, goTo, acts, page }),
  );
  return (
    <>
      <ol className="e-points" start={page + 1}>
        {points.slice(page, page + PAGE_OF_POINTS).map((point) => (
          <li key={point.id} data-point={point.id}>
            <PointRow
              round={round}
              point={point}
              isOpen={view.open === point.id}
              isGone={view.gone === point.id}
              isSelected={selected.has(point.id)}
              maySelect={point.mayArrange}
              acts={acts}
            />
          </li>
        ))}
      </ol>
      {points.length > PAGE_OF_POINTS && <Pages page={page} count={points.length} goTo={goTo} />}
    </>
  );
}

function Pages(props: { readonly page: number; readonly count: number; readonly goTo: (index: number) => boolean }) {
  const { page, count, goTo } = props;
  const m = useMessages();
  const isLast = page + PAGE_OF_POINTS >= count;
  const turn = (index: number, isAllowed: boolean) => () => void (isAllowed && goTo(index));
  return (
    <nav aria-label={m('treat.pages')} className="e-points-pages">
      <Button aria-disabled={page === 0} onClick={turn(page - PAGE_OF_POINTS, page > 0)}>
        {m('treat.pageBefore')}
      </Button>{' '}
      <span>
        {m('treat.page', {
          from: page + 1,
          to: Math.min(page + PAGE_OF_POINTS, count),
          all: count,
        })}
      </span>{' '}
      <Button aria-disabled={isLast} onClick={turn(page + PAGE_OF_POINTS, !isLast)}>
        {m('treat.pageAfter')}
      </Button>
    </nav>
  );
}

/** Goes to a point's name, on whichever page it is. The point a link led to is gone to at once. */
function useGoTo({ points, open, turnTo }: ReturnType<typeof usePointsView>): (index: number) => boolean {
  const target = useRef<string | null>(open);
  // After each drawing: the name may have to be drawn before one can stand on it.
  useEffect(() => {
    const name = target.current === null ? null : document.getElementById(nameId(target.current));
    if (!name) return;
    target.current = null;
    name.focus();
  });
  return (index) => {
    const point = points[index];
    if (!point) return false;
    target.current = point.id;
    turnTo(point.id, index);
    document.getElementById(nameId(point.id))?.focus();
    return true;
  };
}

/**
 * Nobody loses their place: where the point one stands at is no longer in the list, since it has got its answer or
 * become others, one stands at what has come in its place.
 *
 * @param goTo goes to the point at an index, or to the list where that is empty.
 */
function useKeptPlace(points: readonly Point[], goTo: (index: number) => void): void {
  const latest = useRef(points);
  const stood = useRef<{ readonly id: string; readonly index: number } | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const id = target instanceof Element ? target.closest('[data-point]')?.getAttribute('data-point') : null;
      stood.current = id ? { id, index: latest.current.findIndex((point) => point.id === id) } : null;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useLayoutEffect(() => {
    latest.current = points;
    const place = stood.current;
    if (place === null) return;
    const index = points.findIndex(({ id }) => id === place.id);
    stood.current = index >= 0 ? { id: place.id, index } : null;
    if (index < 0 && document.activeElement === document.body) goTo(Math.min(place.index, points.length - 1));
  });
}

interface Around {
  readonly points: readonly Point[];
  readonly goTo: (index: number) => boolean;
  readonly acts: PointActs;
  readonly page: number;
}

/** @returns whether the key did something. */
function act(shortcut: Shortcut, event: KeyboardEvent, { points, goTo, acts, page }: Around): boolean {
  const here =
    event.target instanceof Element ? event.target.closest('[data-point]')?.getAttribute('data-point') : null;
  const index = points.findIndex(({ id }) => id === here);
  switch (shortcut) {
    case 'next':
      return goTo(index < 0 ? page : index + 1);
    case 'previous':
      return index > 0 && goTo(index - 1);
    case 'select':
      if (!here || !points[index]?.mayArrange) return false;
      acts.select(here);
      return true;
    case 'leave':
      if (index < 0) return false;
      acts.open(null);
      return goTo(index);
    default:
      return false; // the button itself opens, and the form itself saves
  }
}

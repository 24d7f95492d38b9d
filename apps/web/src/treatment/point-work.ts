import { useAnnouncer } from '@enig/ui';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { nameId, type PointActs } from './point-row';
import type { Point, TreatedRound } from './points-filter';
import type { usePointsView } from './points-view';

type View = ReturnType<typeof usePointsView>;

/** Which points are chosen, and what was last done: that stands until one goes on. */
export function usePointWork(round: TreatedRound) {
  const { say } = useAnnouncer();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const stands = useMemo(() => new Set(round.points.map(({ id }) => id)), [round.points]);
  const standing = useMemo(() => new Set([...selected].filter((id) => stands.has(id))), [selected, stands]);
  return {
    ...{ selected: standing, said },
    hush: () => setSaid(''),
    clear: () => setSelected(new Set()),
    select: (point: string) =>
      setSelected((before) => {
        const next = new Set(before);
        if (!next.delete(point)) next.add(point);
        return next;
      }),
    tell: (sentence: string) => {
      setSaid(sentence);
      say(sentence);
    },
  };
}

/** What is done with points. */
interface Acts extends PointActs {
  /** A change was taken back; one stays where one took it back. */
  readonly undone: (sentence: string) => void;
}

/** The same functions from one drawing to the next, so that only the rows that change are drawn again. */
export function useActs(latest: {
  readonly view: View;
  readonly work: ReturnType<typeof usePointWork>;
  readonly refetch: () => void;
  readonly list: RefObject<HTMLElement | null>;
}): Acts {
  const now = useRef(latest);
  useEffect(() => {
    now.current = latest;
  });
  return useMemo(() => actsOn(now), []);
}

function actsOn(now: { readonly current: Parameters<typeof useActs>[0] }): Acts {
  /** Where one goes on from: the point itself, which the list replaces by the next where it is no longer there. */
  const stand = (points: readonly string[]) => {
    const name = points.map((id) => document.getElementById(nameId(id))).find((each) => each !== null);
    (name ?? now.current.list.current)?.focus();
  };
  return {
    open: (point) => {
      now.current.work.hush();
      now.current.view.show(point);
    },
    leave: (point) => {
      now.current.view.show(null);
      stand([point]);
    },
    select: (point) => {
      now.current.work.hush();
      now.current.work.select(point);
    },
    answered: (point, next) => {
      const { view, refetch } = now.current;
      const following = next ? nextOpen(view.points, point) : null;
      view.show(following);
      stand([point]);
      if (following !== null) focusForm(following);
      refetch();
    },
    arranged: (points, sentence) => {
      const { view, work, refetch } = now.current;
      view.show(null);
      work.clear();
      work.tell(sentence);
      stand(points);
      refetch();
    },
    undone: (sentence) => {
      now.current.work.tell(sentence);
      now.current.refetch();
    },
    refetch: () => now.current.refetch(),
  };
}

/** The next point one may answer and nobody has; from the beginning again, where there is none further down. */
function nextOpen(points: readonly Point[], after: string): string | null {
  const index = points.findIndex(({ id }) => id === after);
  const turned = [...points.slice(index + 1), ...points.slice(0, Math.max(0, index))];
  return turned.find(({ treatment, mayTreat }) => treatment === null && mayTreat)?.id ?? null;
}

/** To the first choice of the form, once it is drawn. */
function focusForm(point: string): void {
  requestAnimationFrame(() => {
    const form = document.querySelector<HTMLElement>(`[data-point="${point}"] [data-answer-form]`);
    form?.querySelector<HTMLElement>('input, textarea')?.focus();
    form?.closest('[data-point]')?.scrollIntoView({ block: 'start' });
  });
}

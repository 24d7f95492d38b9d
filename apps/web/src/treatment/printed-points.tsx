import { useMessages } from '@enig/ui';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFilterWords } from './filter-words';
import { Answer } from './point-answer';
import { PointState, SaidHow } from './point-row';
import type { Point, PointsFilter, TreatedRound } from './points-filter';

/**
 * The points as they are on paper, in place of the list: everything that is found, with its answer and without the
 * forms, under the words for what was looked for. Drawn while the browser prints, by whichever way it was asked to.
 */
export function PrintedPoints(props: {
  readonly round: TreatedRound;
  readonly points: readonly Point[];
  readonly filter: PointsFilter;
}) {
  const { round, points, filter } = props;
  const words = useFilterWords(round, filter);
  const m = useMessages();
  if (!usePrinting()) return null;
  return (
    <div className="e-printed-points">
      <p>{words}</p>
      <p>{m('treat.found', { count: points.length, all: round.points.length })}</p>
      {points.map((point) => (
        <article key={point.id} className="e-point">
          <h2>{m('page.treatment.point', { number: point.label, council: point.council.name })}</h2>
          <PointState point={point} />
          <SaidHow point={point} files={[]} />
          <blockquote>{point.excerpt}</blockquote>
          {point.treatment && <Answer treatment={point.treatment} />}
        </article>
      ))}
    </div>
  );
}

/** Whether the browser is making paper of the page. */
function usePrinting(): boolean {
  const [is, setIs] = useState(false);
  useEffect(() => {
    // The browser takes the page as it is when the event has been heard.
    const before = () => flushSync(() => setIs(true));
    const after = () => setIs(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return is;
}

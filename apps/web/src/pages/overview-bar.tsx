import { MarkShape, useMessages } from '@enig/ui';
import { MARK } from './overview-table';
import type { Overview } from './round-overview';

/** The table in one bar, and the sentence it comes to. Who cannot see it has lost nothing: the words say it all. */
export function OverviewBar({ overview }: { readonly overview: Overview }) {
  const m = useMessages();
  const { counts, sentence } = overview;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const before = (index: number) => counts.slice(0, index).reduce((sum, { count }) => sum + count, 0);
  return (
    <figure className="e-bar-figure">
      <svg className="e-bar" viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {counts.map(({ progress, count }, index) => (
          <rect key={progress} className={`e-bar-${progress}`} x={before(index)} y={0} width={count} height={1} />
        ))}
      </svg>
      <ul className="e-bar-legend" aria-hidden="true">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ progress, count }) => (
            <li key={progress}>
              <span className={`e-bar-key e-bar-${progress}`} /> <MarkShape state={MARK[progress]} />{' '}
              {m(`progress.${progress}`)}: {count}
            </li>
          ))}
      </ul>
      <figcaption>{sentence}</figcaption>
    </figure>
  );
}

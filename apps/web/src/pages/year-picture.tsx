import { localDateOf } from '@enig/kernel';
import { useLocale } from '@enig/ui';
import type { YearQuery } from '../generated/graphql';
import { placeAt, radiiOf, shareOf } from './year-ring';

/** The year as the server tells it. */
export type Year = YearQuery['year'];

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/**
 * The year as a ring, and the sentence it comes to. Who cannot see it has lost nothing: the numbers on it are those of the
 * table below, which has every word.
 */
export function YearPicture({ year }: { readonly year: Year }) {
  const language = useLocale() === 'da' ? 'da-DK' : 'en-GB';
  const shares = year.events.map(({ on }) => shareOf(localDateOf(on)));
  const radii = radiiOf(shares);
  const isThisYear = year.today.startsWith(`${year.year}-`);
  return (
    <figure className="e-year-figure">
      <svg className="e-year-ring" viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true" focusable="false">
        <circle className="e-year-line" r={1} />
        <circle className="e-year-line" r={0.34} />
        {MONTHS.map((month) => (
          <Month key={month} month={month} year={year.year} language={language} />
        ))}
        {isThisYear && <Hand share={shareOf(localDateOf(year.today))} />}
        {year.events.map(({ id, isPast }, index) => {
          const { x, y } = placeAt(shares[index] ?? 0, radii[index] ?? 1);
          return (
            <g key={id} transform={`translate(${x} ${y})`}>
              <circle className={isPast ? 'e-year-past' : 'e-year-ahead'} r={0.065} />
              <text className={isPast ? 'e-year-number-past' : 'e-year-number'} dy="0.028">
                {index + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption>{year.sentence}</figcaption>
    </figure>
  );
}

function Month(props: { readonly month: number; readonly year: number; readonly language: string }) {
  const { month, year, language } = props;
  const first = shareOf(localDateOf(`${year}-${String(month + 1).padStart(2, '0')}-01`));
  const [from, to] = [placeAt(first, 0.34), placeAt(first, 1)];
  const name = placeAt(first + 1 / 24, 1.13);
  const short = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  return (
    <>
      <line className="e-year-line" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <text className="e-year-month" x={name.x} y={name.y + 0.03}>
        {short.format(new Date(Date.UTC(year, month, 1))).replace('.', '')}
      </text>
    </>
  );
}

/** Where one is today. */
function Hand({ share }: { readonly share: number }) {
  const { x, y } = placeAt(share, 1.04);
  return <line className="e-year-today" x1={0} y1={0} x2={x} y2={y} />;
}

import { Details, Link, StateMark, Table, useMessages, type Column, type MarkState } from '@enig/ui';
import { useFormats } from '../formats';
import type { ForecastFieldsFragment, Reach } from '../generated/graphql';

type Forecast = ForecastFieldsFragment['forecast'][number];

const MARK: Readonly<Record<Reach, MarkState>> = {
  decided: 'done',
  inTime: 'inProgress',
  tight: 'missing',
  late: 'refused',
  unknown: 'notStarted',
};

/** Whether all can decide in time, who is critical and since when; nothing where no text is being decided. */
export function BoardForecast({ board }: { readonly board: ForecastFieldsFragment }) {
  const m = useMessages();
  if (!board.forecastSentence) return null;
  return (
    <section aria-labelledby="forecast">
      <h2 id="forecast">{m('page.forecast.title')}</h2>
      <p>{board.forecastSentence}</p>
      <Details summary={m('page.forecast.show')}>
        <ForecastTable forecast={board.forecast} />
      </Details>
    </section>
  );
}

function ForecastTable({ forecast }: { readonly forecast: readonly Forecast[] }) {
  const m = useMessages();
  const { date } = useFormats();
  const day = (on: string | null) => (on === null ? '–' : date(on));
  const columns: Column<Forecast>[] = [
    { key: 'party', header: m('page.approval.party'), rowHeader: true, cell: ({ party }) => party.name },
    {
      key: 'reach',
      header: m('page.forecast.reach'),
      cell: ({ reach, because }) => (
        <>
          <StateMark state={MARK[reach]}>
            {m(`reach.${reach}`)}
            {because && ':'}
          </StateMark>
          {because && <span className="e-note"> {m(`reachReason.${because}`)}</span>}
        </>
      ),
    },
    { key: 'decidesOn', header: m('page.forecast.decidesOn'), cell: ({ decidesOn }) => day(decidesOn) },
    { key: 'lastChance', header: m('page.forecast.lastChance'), cell: ({ lastChance }) => day(lastChance) },
    { key: 'since', header: m('page.forecast.since'), cell: ({ since }) => day(since) },
    {
      key: 'dates',
      header: m('page.forecast.dates'),
      cell: ({ party }) => (
        <Link href={`/parter/${party.id}/vej`}>
          {m('page.forecast.dates')}{' '}
          <span className="e-hidden">{m('page.forecast.datesOf', { party: party.name })}</span>
        </Link>
      ),
    },
  ];
  return (
    <Table
      caption={m('page.forecast.table')}
      narrow="cards"
      rows={forecast}
      rowKey={({ party }) => party.id}
      columns={columns}
    />
  );
}

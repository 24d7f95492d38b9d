import {
  Button,
  EmptyState,
  Link,
  Page,
  PageHeader,
  PrintFooter,
  StateMark,
  Table,
  useAnnouncer,
  useDocumentTitle,
  useMessages,
  type Column,
} from '@enig/ui';
import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useFormats } from '../formats';
import { YearDocument } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { capitalised } from '../words';
import { OwnCalendar } from './year-calendar';
import { YearPicture, type Year } from './year-picture';

/** The year's deadlines and meetings as a picture and as a list, and the way to have them in one's own calendar. */
export function YearPage() {
  const [query] = useSearchParams();
  const tell = useOtherYearSaid();
  const given = query.get('aar');
  const year = given !== null && /^\d{4}$/.test(given) ? Number(given) : null;
  return (
    <QueryPage query={YearDocument} variables={{ year }} pick={(data) => data}>
      {(data, refetch) => <YearView tell={tell} year={data.year} madeAt={data.calendarFeed.madeAt} refetch={refetch} />}
    </QueryPage>
  );
}

/** Whoever goes from one year to another stays where they are on the page: what the new one comes to is read out. */
function useOtherYearSaid(): (year: Year) => void {
  const { say } = useAnnouncer();
  const shown = useRef<number | null>(null);
  return useCallback(
    ({ year, sentence }) => {
      if (shown.current !== null && shown.current !== year) say(sentence);
      shown.current = year;
    },
    [say],
  );
}

function YearView(props: {
  /** Is told which year is shown. */
  readonly tell: (year: Year) => void;
  readonly year: Year;
  readonly madeAt: string | null;
  readonly refetch: () => void;
}) {
  const m = useMessages();
  const { tell, year, madeAt, refetch } = props;
  useEffect(() => tell(year), [tell, year]);
  const title = m('page.year.of', { year: String(year.year) });
  useDocumentTitle(title);
  return (
    <Page
      wide
      header={
        <PageHeader
          title={title}
          state={<OtherYears year={year.year} />}
          aside={
            <Button look="quiet" onClick={() => window.print()}>
              {m('button.print')}
            </Button>
          }
        />
      }
    >
      <YearPicture year={year} />
      <YearTable year={year} />
      <OwnCalendar madeAt={madeAt} refetch={refetch} />
      <PrintFooter>
        {title} · {window.location.href}
      </PrintFooter>
    </Page>
  );
}

function OtherYears({ year }: { readonly year: number }) {
  const m = useMessages();
  return (
    <>
      <Link href={`/aarshjul?aar=${year - 1}`}>{m('page.year.before', { year: String(year - 1) })}</Link> ·{' '}
      <Link href={`/aarshjul?aar=${year + 1}`}>{m('page.year.after', { year: String(year + 1) })}</Link>
    </>
  );
}

type Numbered = Year['events'][number] & { readonly number: number };

/** Every day in words; the number is the one on the ring. */
function YearTable({ year }: { readonly year: Year }) {
  const m = useMessages();
  const { weekday } = useFormats();
  return (
    <Table
      caption={m('page.year.list', { year: String(year.year) })}
      narrow="cards"
      rows={year.events.map((event, index) => ({ ...event, number: index + 1 }))}
      rowKey={({ id }) => id}
      empty={<EmptyState>{m('page.year.empty')}</EmptyState>}
      columns={columnsOf(m, weekday)}
    />
  );
}

function columnsOf(m: ReturnType<typeof useMessages>, weekday: (day: string) => string): Column<Numbered>[] {
  return [
    { key: 'number', header: m('page.year.number'), numeric: true, cell: ({ number }) => number },
    { key: 'day', header: m('page.year.day'), cell: ({ on }) => weekday(on) },
    {
      key: 'what',
      header: m('page.year.what'),
      rowHeader: true,
      cell: ({ title, path, kind }) => (kind === 'meeting' ? title : <Link href={path}>{title}</Link>),
    },
    { key: 'kind', header: m('page.year.kind'), cell: ({ kind }) => capitalised(m(`yearKind.${kind}`)) },
    {
      key: 'when',
      header: m('page.year.when'),
      cell: ({ isPast }) => (
        <span className="e-year-when">
          <StateMark state={isPast ? 'done' : 'notStarted'}>
            {m(isPast ? 'page.year.past' : 'page.year.ahead')}
          </StateMark>
        </span>
      ),
    },
  ];
}

import { StateMark, Table, useMessages, type Column, type MarkState } from '@enig/ui';
import type { ReactNode } from 'react';
import { useFormats, type Formats } from '../formats';
import type { Progress } from '../generated/graphql';
import type { Overview } from './round-overview';

type Row = Overview['rows'][number];
type Say = ReturnType<typeof useMessages>;

/** The shape of each way to stand. */
export const MARK: Readonly<Record<Progress, MarkState>> = {
  answered: 'done',
  answeredLate: 'missing',
  begun: 'inProgress',
  opened: 'notStarted',
  notOpened: 'notStarted',
};

/** Who has come how far. Nothing in it comes out of a draft but that there is one. */
export function OverviewTable(props: {
  readonly rows: readonly Row[];
  readonly caption: string;
  readonly empty: ReactNode;
}) {
  const m = useMessages();
  const formats = useFormats();
  return (
    <Table
      caption={props.caption}
      narrow="cards"
      rows={props.rows}
      rowKey={({ body }) => body.id}
      empty={props.empty}
      columns={columnsOf(m, formats)}
    />
  );
}

function columnsOf(m: Say, formats: Formats): Column<Row>[] {
  const yesNo = (is: boolean) => m(is ? 'overview.yes' : 'overview.no');
  return [
    { key: 'body', header: m('overview.body'), rowHeader: true, cell: ({ body }) => body.name },
    {
      key: 'progress',
      header: m('overview.progress'),
      cell: ({ progress }) => <StateMark state={MARK[progress]}>{m(`progress.${progress}`)}</StateMark>,
    },
    {
      key: 'opened',
      header: m('overview.opened'),
      cell: ({ openedAt }) => (openedAt === null ? m('overview.no') : formats.dateTime(openedAt)),
    },
    {
      key: 'sent',
      header: m('overview.sent'),
      cell: ({ sentAt }) => (sentAt === null ? m('overview.notYet') : formats.dateTime(sentAt)),
    },
    {
      key: 'late',
      header: m('overview.late'),
      cell: ({ sentAt, isLate }) => (sentAt === null ? '–' : yesNo(isLate)),
    },
    { key: 'moreTime', header: m('overview.moreTime'), cell: ({ moreTime }) => moreTimeWords(moreTime, m, formats) },
    { key: 'nextMeeting', header: m('overview.nextMeeting'), cell: (row) => <NextMeeting row={row} /> },
  ];
}

function moreTimeWords(moreTime: Row['moreTime'], m: Say, { shortDate }: Formats): string {
  if (moreTime === null) return m('overview.no');
  const wanted = shortDate(moreTime.wanted);
  if (!moreTime.isAnswered) return m('overview.askedFor', { date: wanted });
  if (moreTime.given === null) return m('overview.declined', { date: wanted });
  return m('overview.given', { date: shortDate(moreTime.given) });
}

function NextMeeting({ row: { nextMeeting, meetings } }: { readonly row: Row }) {
  const m = useMessages();
  const formats = useFormats();
  const date = nextMeeting === null ? m('overview.meets.unknown') : formats.date(nextMeeting);
  if (meetings.meets !== 'doesNotMeet') return <>{date}</>;
  return <StateMark state="missing">{`${date} – ${m('overview.meets.doesNotMeet')}`}</StateMark>;
}

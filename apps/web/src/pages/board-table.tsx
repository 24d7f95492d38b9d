import { binds } from '@enig/approval';
import { EmptyState, StateMark, Table, useMessages, type Column, type MarkState } from '@enig/ui';
import { useFormats, type Formats } from '../formats';
import type { PartyStanding } from '../generated/graphql';
import { PlacesCell } from './board-places';
import { RowActs } from './board-row';
import type { Board, BoardRow } from './board-view';

const MARK: Readonly<Record<PartyStanding, MarkState>> = {
  notStarted: 'notStarted',
  recommended: 'inProgress',
  approved: 'done',
  approvedWithRemark: 'done',
  onCondition: 'missing',
  rejected: 'refused',
  postponed: 'missing',
  referredBack: 'missing',
  awaitsConfirmation: 'inProgress',
};

interface Props {
  readonly agreement: string;
  readonly board: Board;
  /** Those of the rows that are shown, in their order. */
  readonly rows: readonly BoardRow[];
  readonly refetch: () => void;
}

/** The parties and how far each has come. */
export function BoardTable(props: Props) {
  const m = useMessages();
  const formats = useFormats();
  const { board, rows } = props;
  return (
    <Table
      caption={m('page.approval.caption', { version: board.version.number })}
      narrow="cards"
      rows={rows}
      rowKey={({ party }) => party.id}
      empty={<EmptyState>{m('page.board.nobody')}</EmptyState>}
      columns={columnsOf(props, m, formats)}
    />
  );
}

function columnsOf(props: Props, m: ReturnType<typeof useMessages>, formats: Formats): Column<BoardRow>[] {
  const { board } = props;
  const isUsed = (key: string) =>
    board.rows.some(({ cells }) =>
      cells.some(({ step, decision, unconfirmed }) => step === key && (decision !== null || unconfirmed !== null)),
    );
  const mayAct = board.rows.some(({ mayRecord, toConfirm, isOwn }) => mayRecord || isOwn || toConfirm !== null);
  const shown = board.steps.filter((step) => step.perParty && (binds(step) || isUsed(step.key)));
  return [
    { key: 'party', header: m('page.approval.party'), rowHeader: true, cell: ({ party }) => party.name },
    ...shown.map((step) => ({
      key: step.key,
      header: step.name,
      cell: (row: BoardRow) => <PlacesCell cells={row.cells.filter((cell) => cell.step === step.key)} />,
    })),
    ...ownWayColumn(board, m),
    {
      key: 'standing',
      header: m('page.approval.standing'),
      cell: (row: BoardRow) => (
        <>
          <StateMark state={MARK[row.standing]}>{m(`partyStanding.${row.standing}`)}</StateMark>
          {row.decision?.reason && !row.decision.lapsed && <p className="e-note e-typed">{row.decision.reason}</p>}
        </>
      ),
    },
    ...meetingColumn(board, m, formats),
    ...(mayAct ? [actsColumn(props, m)] : []),
  ];
}

/** No column for who may do nothing about any of them. */
function actsColumn({ agreement, refetch }: Props, m: ReturnType<typeof useMessages>): Column<BoardRow> {
  return {
    key: 'acts',
    header: m('page.approval.acts'),
    notPrinted: true,
    cell: (row) => <RowActs row={row} agreement={agreement} refetch={refetch} />,
  };
}

/** What the committees on parties' own ways came to; no column where no party has one. */
function ownWayColumn({ steps, rows }: Board, m: ReturnType<typeof useMessages>): Column<BoardRow>[] {
  const ofTheChain = new Set(steps.map(({ key }) => key));
  const own = ({ cells }: BoardRow) => cells.filter(({ step }) => !ofTheChain.has(step));
  if (rows.every((row) => own(row).length === 0)) return [];
  return [
    {
      key: 'own',
      header: m('page.board.ownWay'),
      cell: (row) => (own(row).length === 0 ? '–' : <PlacesCell cells={own(row)} named />),
    },
  ];
}

/** When those who are missing meet next; no column where nobody is. */
function meetingColumn(
  { missing, meetings }: Board,
  m: ReturnType<typeof useMessages>,
  { date }: Formats,
): Column<BoardRow>[] {
  if (missing.length === 0) return [];
  const lacking = new Set(missing.map(({ id }) => id));
  return [
    {
      key: 'meeting',
      header: m('page.board.meeting'),
      cell: ({ party }) => {
        const next = meetings.find((meeting) => meeting.party === party.id);
        if (!lacking.has(party.id)) return '–';
        if (!next) return m('page.board.noMeeting');
        if (next.isInTime) return date(next.on);
        return <StateMark state="missing">{m('page.board.tooLate', { date: date(next.on) })}</StateMark>;
      },
    },
  ];
}

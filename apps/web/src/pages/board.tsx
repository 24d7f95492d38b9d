import {
  Alert,
  BackLink,
  Button,
  EmptyState,
  Link,
  Page,
  PageHeader,
  StateMark,
  Table,
  useAnnouncer,
  useDocumentTitle,
  useMessages,
  type Column,
  type MarkState,
} from '@enig/ui';
import { useParams } from 'react-router';
import { useFormats } from '../formats';
import {
  BoardChangedDocument,
  BoardDocument,
  type BoardFieldsFragment,
  type BoardQuery,
  type PartyStanding,
} from '../generated/graphql';
import { useLive } from '../live';
import { QueryPage } from '../query-page';
import { today } from '../today';
import { capitalised } from '../words';
import { periodWords } from './agreement-period';
import { DecisionCell, RecordLink, RowActs } from './board-row';

type Board = BoardFieldsFragment;
type Row = Board['rows'][number];
type AgreementOfBoard = NonNullable<BoardQuery['agreement']>;

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

/** The board: every party, how far it has come, and who is missing. It follows what others record as it happens. */
export function BoardPage() {
  const { id = '' } = useParams();
  return (
    <QueryPage query={BoardDocument} variables={{ id }} pick={(data) => data.agreement}>
      {(agreement, refetch) => <BoardView agreement={agreement} refetch={refetch} />}
    </QueryPage>
  );
}

function BoardView({ agreement, refetch }: { readonly agreement: AgreementOfBoard; readonly refetch: () => void }) {
  const m = useMessages();
  useDocumentTitle(`${m('page.approval.title')}: ${agreement.title}`);
  const { board } = agreement;
  const way = <BackLink href={`/aftaler/${agreement.id}`} where={agreement.title} />;
  if (!board) {
    return (
      <Page header={<PageHeader title={m('page.approval.title')} way={way} />}>
        <EmptyState>{m('page.approval.notYet')}</EmptyState>
      </Page>
    );
  }
  return <LiveBoard agreement={agreement} board={board} refetch={refetch} />;
}

function LiveBoard(props: {
  readonly agreement: AgreementOfBoard;
  readonly board: Board;
  readonly refetch: () => void;
}) {
  const m = useMessages();
  const { date, daysLeft } = useFormats();
  const { report } = useAnnouncer();
  const { agreement, board } = props;
  useLive(BoardChangedDocument, { id: agreement.id }, props.refetch, (changed) =>
    report(changed.boardChanged.sentence, 'few'),
  );
  const { deadline } = agreement;
  return (
    <Page
      wide
      header={
        <PageHeader
          title={m('page.approval.title')}
          way={<BackLink href={`/aftaler/${agreement.id}`} where={agreement.title} />}
          state={
            <>
              <Link href={`/versioner/${board.version.hash}`}>
                {m('page.version.title', { number: board.version.number })}
              </Link>{' '}
              <code className="e-hash">{shortHash(board.version.hash)}</code> ·{' '}
              {m('page.agreement.deadline', { date: date(deadline), left: daysLeft(deadline, today()) })}
            </>
          }
          aside={
            <Button look="quiet" onClick={() => window.print()}>
              {m('button.print')}
            </Button>
          }
        />
      }
    >
      <Standing agreement={agreement} board={board} />
      <SharedSteps agreement={agreement} board={board} />
      <Table
        caption={m('page.approval.caption', { version: board.version.number })}
        narrow="cards"
        rows={board.rows}
        rowKey={({ party }) => party.id}
        columns={columnsOf(props, m)}
      />
      <Grounds steps={board.steps} />
    </Page>
  );
}

/** What is true now, in one breath: concluded, or who is missing and how long is left. */
function Standing(props: { readonly agreement: AgreementOfBoard; readonly board: Board }) {
  const m = useMessages();
  const formats = useFormats();
  const { agreement, board } = props;
  if (board.isConcluded) {
    return (
      <Alert tone="done" heading={m('page.approval.concluded')}>
        <p>{board.sentence}</p>
        <p>{capitalised(periodWords(agreement, today(), m, formats))}.</p>
      </Alert>
    );
  }
  // The sentence names few of them, and then by their short names.
  const isTold = board.missing.every(({ name }) => board.sentence.includes(name.replace(/ Kommune$/, '')));
  return (
    <Alert tone="info" heading={board.sentence}>
      {agreement.standing === 'deciding' && !isTold && (
        <p>{m('page.approval.missing', { names: board.missing.map(({ name }) => name).join(', ') })}</p>
      )}
    </Alert>
  );
}

/** What is treated once for all, as by KKR: it stands beside the parties, since it binds none of them. */
function SharedSteps(props: { readonly agreement: AgreementOfBoard; readonly board: Board }) {
  const m = useMessages();
  const { agreement, board } = props;
  const mayAct = board.shared.some(({ mayRecord }) => mayRecord);
  const columns: Column<Board['shared'][number]>[] = [
    { key: 'body', header: m('page.approval.body'), rowHeader: true, cell: ({ body }) => body.name },
    {
      key: 'decision',
      header: m('page.approval.opinion'),
      cell: ({ decision }) => (
        <>
          <DecisionCell decision={decision} />
          {decision?.reason && !decision.lapsed && <p className="e-note">{decision.reason}</p>}
        </>
      ),
    },
    {
      key: 'acts',
      header: m('page.approval.acts'),
      cell: ({ body, decision, mayRecord }) =>
        mayRecord && <RecordLink agreement={agreement.id} who={body} decision={decision} />,
    },
  ];
  if (board.shared.length === 0) return null;
  return (
    <Table
      caption={m('page.approval.shared')}
      narrow="cards"
      rows={board.shared}
      rowKey={({ body }) => body.id}
      columns={columns.filter(({ key }) => key !== 'acts' || mayAct)}
    />
  );
}

function columnsOf(
  props: { readonly agreement: AgreementOfBoard; readonly board: Board; readonly refetch: () => void },
  m: ReturnType<typeof useMessages>,
): Column<Row>[] {
  const isUsed = (key: string) =>
    props.board.rows.some(({ cells }) => cells.some(({ step, decision }) => step === key && decision !== null));
  const shown = props.board.steps.filter(({ key, role, perParty }) => perParty && (role === 'decides' || isUsed(key)));
  return [
    { key: 'party', header: m('page.approval.party'), rowHeader: true, cell: ({ party }) => party.name },
    ...shown.map((step) => ({
      key: step.key,
      header: step.name,
      cell: (row: Row) => (
        <DecisionCell decision={row.cells.find((cell) => cell.step === step.key)?.decision ?? null} />
      ),
    })),
    {
      key: 'standing',
      header: m('page.approval.standing'),
      cell: (row: Row) => (
        <>
          <StateMark state={MARK[row.standing]}>{m(`partyStanding.${row.standing}`)}</StateMark>
          {row.decision?.reason && !row.decision.lapsed && <p className="e-note">{row.decision.reason}</p>}
        </>
      ),
    },
    {
      key: 'acts',
      header: m('page.approval.acts'),
      cell: (row: Row) => <RowActs row={row} agreement={props.agreement.id} refetch={props.refetch} />,
    },
  ];
}

/** Why each step is there: nobody should wonder who decides, and on what ground. */
function Grounds({ steps }: { readonly steps: Board['steps'] }) {
  const m = useMessages();
  return (
    <section aria-labelledby="grounds">
      <h2 id="grounds">{m('page.approval.steps')}</h2>
      <ol>
        {steps.map(({ key, name, role, ground }) => (
          <li key={key}>
            <strong>{name}</strong> {m(`stepRole.${role}`)}. {ground}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Enough of a hash to tell two apart by eye: the first and last four digits. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-4)}`;
}

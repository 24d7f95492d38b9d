import { shortHash } from '@enig/messages';
import {
  Alert,
  BackLink,
  Button,
  EmptyState,
  Link,
  Page,
  PageHeader,
  PrintFooter,
  Table,
  useAnnouncer,
  useDocumentTitle,
  useMessages,
  type Column,
} from '@enig/ui';
import { useParams } from 'react-router';
import { useFormats } from '../formats';
import { BoardChangedDocument, BoardDocument, type BoardQuery } from '../generated/graphql';
import { useLive } from '../live';
import { QueryPage } from '../query-page';
import { today } from '../today';
import { capitalised } from '../words';
import { periodWords } from './agreement-period';
import { BoardFilters } from './board-filters';
import { BoardForecast } from './board-forecast';
import { RecordLink } from './board-row';
import { BoardTable } from './board-table';
import { shownRows, useBoardView, type Board } from './board-view';
import { DecisionCell } from './decision-cell';
import { JustRecorded } from './just-recorded';
import { Reopened } from './reopened';
import { Standstill } from './standstill';
import { StepOverrides } from './step-overrides';

type AgreementOfBoard = NonNullable<BoardQuery['agreement']>;

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
  const view = useBoardView();
  const rows = shownRows(board, view);
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
              <code className="e-hash">{shortHash(board.version.hash)}</code>
              {!board.isConcluded &&
                ` · ${m('page.agreement.deadline', { date: date(deadline), left: daysLeft(deadline, today()) })}`}
            </>
          }
          aside={
            <>
              <a className="button button-secondary" href={`${board.csvUrl}${view.asked}`} download>
                {m('page.board.csv')}
              </a>{' '}
              <Button look="quiet" onClick={() => window.print()}>
                {m('button.print')}
              </Button>
            </>
          }
        />
      }
    >
      <JustRecorded board={board} />
      <Standing agreement={agreement} board={board} />
      <Standstill board={board} />
      <BoardForecast board={board} />
      <SharedSteps agreement={agreement} board={board} />
      <p>
        <Link href={`/aftaler/${agreement.id}/kort`}>{m('page.board.onePage')}</Link>
      </p>
      <BoardFilters board={board} shown={rows} view={view} />
      <BoardTable agreement={agreement.id} board={board} rows={rows} refetch={props.refetch} />
      <StepOverrides agreement={agreement.id} board={board} refetch={props.refetch} />
      <Grounds steps={board.steps} />
      <PrintFooter>
        {m('page.version.title', { number: board.version.number })} · {date(today())} · {window.location.href}
      </PrintFooter>
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
  // The sentence names few of them.
  const isTold = board.missingNames.every((name) => board.sentence.includes(name));
  return (
    <Alert tone="info" heading={board.sentence}>
      {agreement.standing === 'deciding' && !isTold && (
        <p>{m('page.approval.missing', { names: formats.list(board.missingNames) })}</p>
      )}
      {agreement.reopening && <Reopened reopening={agreement.reopening} />}
    </Alert>
  );
}

/** What is treated once for all, as by KKR: it stands beside the parties, since it binds none of them. */
function SharedSteps(props: { readonly agreement: AgreementOfBoard; readonly board: Board }) {
  const m = useMessages();
  const { agreement, board } = props;
  const mayAct = board.shared.some(({ mayRecord }) => mayRecord);
  const columns: Column<Board['shared'][number]>[] = [
    {
      key: 'body',
      header: m('page.approval.body'),
      rowHeader: true,
      cell: ({ name, body }) => (many(board, body.id) ? `${body.name}: ${name}` : body.name),
    },
    {
      key: 'decision',
      header: m('page.approval.opinion'),
      cell: ({ decision, isTold }) => (
        <>
          {isTold && !decision ? m('page.approval.told') : <DecisionCell decision={decision} />}
          {decision?.reason && !decision.lapsed && <p className="e-note e-typed">{decision.reason}</p>}
        </>
      ),
    },
    {
      key: 'acts',
      header: m('page.approval.acts'),
      notPrinted: true,
      cell: ({ step, name, body, decision, mayRecord }) =>
        mayRecord && (
          <RecordLink
            agreement={agreement.id}
            who={body}
            decision={decision}
            step={many(board, body.id) ? { key: step, name } : undefined}
          />
        ),
    },
  ];
  if (board.shared.length === 0) return null;
  return (
    <Table
      caption={m('page.approval.shared')}
      narrow="cards"
      rows={board.shared}
      rowKey={({ step, body }) => `${step} ${body.id}`}
      columns={columns.filter(({ key }) => key !== 'acts' || mayAct)}
    />
  );
}

/** Whether a body takes more than one of the steps, so that its name does not say which. */
function many({ shared }: Board, id: string): boolean {
  return shared.filter(({ body }) => body.id === id).length > 1;
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

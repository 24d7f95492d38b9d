import type { LocalDate } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import {
  BackLink,
  Button,
  DateField,
  Details,
  ErrorSummary,
  Link,
  Page,
  PageHeader,
  RadioGroup,
  TextArea,
  TextField,
  useDocumentTitle,
  useMessages,
  type SummaryError,
} from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import {
  BoardDocument,
  RecordDecisionDocument,
  type BoardFieldsFragment,
  type BoardQuery,
  type Outcome,
} from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import { today } from '../today';
import { capitalised } from '../words';

type Row = BoardFieldsFragment['rows'][number];
type AgreementOfBoard = NonNullable<BoardQuery['agreement']>;

const COUNCIL: readonly Outcome[] = [
  'approved',
  'approvedWithRemark',
  'approvedOnCondition',
  'rejected',
  'postponed',
  'referredBack',
];
const COMMITTEE: readonly Outcome[] = ['recommended', 'noted', 'notRecommended', 'postponed', 'referredBack'];
const PLAIN: readonly Outcome[] = ['approved', 'recommended', 'noted'];

/** Records what a party's council or committee decided. Date, item and wording suffice for a plain yes. */
export function RecordDecisionPage() {
  const { id = '', partyId = '' } = useParams();
  return (
    <QueryPage query={BoardDocument} variables={{ id }} pick={(data) => data.agreement}>
      {(agreement, refetch) => {
        const row = agreement.board?.rows.find(({ party }) => party.id === partyId);
        if (!row || !agreement.board) return <TroublePage trouble="notFound" retry={refetch} />;
        if (!row.mayRecord) return <TroublePage trouble="forbidden" retry={refetch} />;
        return <RecordDecision key={row.party.id} agreement={agreement} board={agreement.board} row={row} />;
      }}
    </QueryPage>
  );
}

function RecordDecision(props: {
  readonly agreement: AgreementOfBoard;
  readonly board: BoardFieldsFragment;
  readonly row: Row;
}) {
  const m = useMessages();
  const navigate = useNavigate();
  const { agreement, board, row } = props;
  const title = m('page.recordDecision.titleFor', { party: row.party.name });
  const [body, setBody] = useState(decidingBody(row));
  const isCommittee = row.recordBodies.find(({ id }) => id === body)?.kind === 'committee';
  const [meeting, setMeeting] = useState<LocalDate | null | undefined>(null);
  const [item, setItem] = useState('');
  const [outcome, setOutcome] = useState<Outcome>('approved');
  const [wording, setWording] = useState(m('page.recordDecision.usualWording'));
  const [reason, setReason] = useState('');
  const [next, setNext] = useState<LocalDate | null | undefined>(null);
  const [minutes, setMinutes] = useState('');
  const [wasSent, setSent] = useState(false);
  const [, record] = useMutation(RecordDecisionDocument);
  const superseded = row.cells
    .map(({ decision }) => decision)
    .find((decision) => decision?.body.id === body && !decision.lapsed);
  const { busy, refused, run } = useCommand(async () => {
    const result = await record({
      input: {
        agreement: agreement.id,
        party: row.party.id,
        body,
        version: board.version.hash,
        outcome,
        meetingDate: meeting ?? '',
        item,
        wording,
        reason: reason || null,
        nextMeeting: next ?? null,
        minutesLink: minutes || null,
        supersedes: superseded?.id ?? null,
      },
    });
    return { result, payload: result.data?.recordDecision };
  });
  const errors = wasSent ? wrongIn({ meeting, wording, outcome, reason, next }, m) : [];
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (wrongIn({ meeting, wording, outcome, reason, next }, m).length > 0) return;
    if (await run()) await navigate(`/aftaler/${agreement.id}/godkendelse`);
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  useDocumentTitle(title, errors.length > 0);
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={`/aftaler/${agreement.id}/godkendelse`} where={m('page.approval.title')} />}
          state={
            <>
              {m('page.version.title', { number: board.version.number })} ·{' '}
              <Link href={`/versioner/${board.version.hash}`}>{m('page.recordDecision.read')}</Link>
            </>
          }
        />
      }
    >
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary errors={refused ? [...errors, { field: 'meeting', message: refused }] : errors} />
        {row.recordBodies.length > 1 && (
          <RadioGroup
            label={m('page.recordDecision.body')}
            options={row.recordBodies.map(({ id, name }) => ({ value: id, label: name }))}
            value={body}
            onChange={(chosen) => {
              setBody(chosen);
              const committee = row.recordBodies.find(({ id }) => id === chosen)?.kind === 'committee';
              setOutcome(committee ? 'recommended' : 'approved');
            }}
          />
        )}
        <DateField
          id="meeting"
          label={m('page.recordDecision.meeting')}
          value={meeting ?? null}
          onChange={setMeeting}
          error={errorOf('meeting')}
          showErrors={wasSent}
        />
        <TextField
          id="item"
          label={m('page.recordDecision.item')}
          width="short"
          maxLength={40}
          value={item}
          onChange={setItem}
        />
        <RadioGroup
          label={m('page.recordDecision.outcome')}
          options={(isCommittee ? COMMITTEE : COUNCIL).map((value) => ({
            value,
            label: capitalised(m(`outcome.${value}`)),
          }))}
          value={outcome}
          onChange={setOutcome}
        />
        {!PLAIN.includes(outcome) && (
          <TextArea
            id="reason"
            label={m('page.recordDecision.reason')}
            hint={m('page.recordDecision.reasonHint')}
            value={reason}
            onChange={setReason}
            error={errorOf('reason')}
          />
        )}
        {outcome === 'postponed' && (
          <DateField
            id="next"
            label={m('page.recordDecision.next')}
            value={next ?? null}
            onChange={setNext}
            error={errorOf('next')}
            showErrors={wasSent}
          />
        )}
        <TextArea
          id="wording"
          label={m('page.recordDecision.wording')}
          hint={m('page.recordDecision.wordingHint')}
          rows={2}
          value={wording}
          onChange={setWording}
          error={errorOf('wording')}
        />
        <Details summary={m('page.recordDecision.minutes')}>
          <TextField
            label={m('page.recordDecision.minutesLink')}
            type="url"
            optional
            width="full"
            value={minutes}
            onChange={setMinutes}
          />
        </Details>
        <p>{afterwards(props, outcome, isCommittee, m)}</p>
        <Button type="submit" look="primary" busy={busy}>
          {m('page.recordDecision.record')}
        </Button>
      </form>
    </Page>
  );
}

/** The council decides; a committee only recommends, so the council is what is meant unless somebody says otherwise. */
function decidingBody(row: Row): string {
  const council = row.recordBodies.find(({ kind }) => kind === 'municipalCouncil' || kind === 'regionalCouncil');
  return (council ?? row.recordBodies[0])?.id ?? '';
}

/** What will be true when this is recorded. */
function afterwards(
  {
    agreement,
    board,
    row,
  }: { readonly agreement: AgreementOfBoard; readonly board: BoardFieldsFragment; readonly row: Row },
  outcome: Outcome,
  isCommittee: boolean,
  m: ReturnType<typeof useMessages>,
): string {
  if (isCommittee) return m('page.recordDecision.afterCommittee');
  if (outcome !== 'approved' && outcome !== 'approvedWithRemark') return m('page.recordDecision.afterNo');
  const isNew = board.missing.some(({ id }) => id === row.party.id);
  const approved = board.approvedCount + (isNew ? 1 : 0);
  return approved === board.partyCount
    ? m('page.recordDecision.afterLast', {
        count: board.partyCount,
        date: formatDate(laterOf(agreement.periodFrom as LocalDate, today())),
      })
    : m('page.recordDecision.afterYes', { approved, parties: board.partyCount });
}

function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

function wrongIn(
  given: {
    readonly meeting: LocalDate | null | undefined;
    readonly wording: string;
    readonly outcome: Outcome;
    readonly reason: string;
    readonly next: LocalDate | null | undefined;
  },
  m: ReturnType<typeof useMessages>,
): SummaryError[] {
  const errors: SummaryError[] = [];
  if (!given.meeting) errors.push({ field: 'meeting', message: m('page.recordDecision.meetingMissing') });
  else if (given.meeting > today()) errors.push({ field: 'meeting', message: m('page.recordDecision.meetingAhead') });
  if (given.wording.trim() === '') errors.push({ field: 'wording', message: m('page.recordDecision.wordingMissing') });
  if (!PLAIN.includes(given.outcome) && given.reason.trim() === '') {
    errors.push({ field: 'reason', message: m('page.recordDecision.reasonMissing') });
  }
  if (given.outcome === 'postponed' && !given.next)
    errors.push({ field: 'next', message: m('page.recordDecision.nextMissing') });
  return errors;
}

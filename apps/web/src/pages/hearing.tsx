import type { Instant, LocalDate } from '@enig/kernel';
import { formatDate, formatDateTime, formatDeadline } from '@enig/messages';
import {
  Alert,
  BackLink,
  Button,
  Details,
  EmptyState,
  LinkButton,
  Page,
  PageHeader,
  PrintFooter,
  StateMark,
  Table,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useParams } from 'react-router';
import { RoundDocument, type RoundQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { TextView } from '../text-view';
import { today } from '../today';
import { AnnexList } from './annexes';
import { RoundActs } from './round-acts';

export type Round = NonNullable<RoundQuery['round']>;

/** A hearing: what is heard, until when, and (for a council that is asked) the way to its answer. */
export function HearingPage() {
  const { roundId = '' } = useParams();
  return (
    <QueryPage query={RoundDocument} variables={{ id: roundId }} pick={(data) => data.round}>
      {(round, refetch) => <HearingView round={round} refetch={refetch} />}
    </QueryPage>
  );
}

function HearingView({ round, refetch }: { readonly round: Round; readonly refetch: () => void }) {
  const m = useMessages();
  const title = m('page.hearing.titleOf', { agreement: round.agreement.title });
  useDocumentTitle(title);
  const { myResponse } = round;
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={`/aftaler/${round.agreement.id}`} where={round.agreement.title} />}
          state={<RoundState round={round} />}
          action={
            myResponse && (
              <LinkButton
                look="primary"
                href={`/aftaler/${round.agreement.id}/hoering/${round.id}/svar/${myResponse.id}`}
              >
                {m(myResponse.state === 'submitted' ? 'page.hearing.seeAnswer' : 'page.hearing.answer')}
              </LinkButton>
            )
          }
          aside={
            <Button look="quiet" onClick={() => window.print()}>
              {m('button.print')}
            </Button>
          }
        />
      }
    >
      {round.shortReason && (
        <Alert tone="warning" heading={m('page.hearing.short')}>
          <p>{round.shortReason}</p>
        </Alert>
      )}
      {round.extensions.map(({ dueDate, reason, at }) => (
        <Alert key={at} tone="info">
          <p>{m('page.hearing.extended', { date: formatDate(dueDate as LocalDate), reason })}</p>
        </Alert>
      ))}
      <RoundActs round={round} refetch={refetch} />
      <Answers round={round} />
      <Material round={round} />
      <AnnexList annexes={round.version.annexes} />
      <PrintFooter>
        {title} · {round.version.hash} · {window.location.href}
      </PrintFooter>
    </Page>
  );
}

function RoundState({ round }: { readonly round: Round }) {
  const m = useMessages();
  return (
    <>
      {m(`roundState.${round.state}`)} ·{' '}
      {m('page.hearing.due', { deadline: formatDeadline(round.dueDate as LocalDate, today()) })}
      {round.myResponse && ` · ${round.myResponse.body.name}`}
    </>
  );
}

/** Who has answered and who is still expected to. */
function Answers({ round }: { readonly round: Round }) {
  const m = useMessages();
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">
        {m('page.agreement.answered', { answered: round.answeredCount, invited: round.invited.length })}
      </h2>
      <Table
        caption={m('page.hearing.answers')}
        captionHidden
        rows={round.responses}
        rowKey={({ id }) => id}
        empty={<EmptyState>{m('page.hearing.noAnswers')}</EmptyState>}
        columns={[
          { key: 'body', header: m('page.hearing.council'), rowHeader: true, cell: ({ body }) => body.name },
          {
            key: 'state',
            header: m('page.hearing.state'),
            cell: (response) => <AnswerState response={response} />,
          },
        ]}
      />
    </section>
  );
}

/** Whether a council has answered, and in time; what it wrote is for those it wrote to. */
function AnswerState({ response: { state, submission } }: { readonly response: Round['responses'][number] }) {
  const m = useMessages();
  if (state !== 'submitted') return <StateMark state="notStarted">{m('page.hearing.notAnswered')}</StateMark>;
  if (!submission) return <StateMark state="done">{m('page.hearing.answered')}</StateMark>;
  const at = formatDateTime(submission.submittedAt as Instant);
  return <StateMark state="done">{m(submission.late ? 'page.hearing.late' : 'page.hearing.inTime', { at })}</StateMark>;
}

/** The frozen version to read, easy-read beside the full text. */
function Material({ round }: { readonly round: Round }) {
  const m = useMessages();
  return (
    <section aria-labelledby="material">
      <h2 id="material">{m('page.hearing.material', { number: round.version.number })}</h2>
      {round.version.sections.map((section) => (
        <Details
          key={section.section}
          summary={`${section.number === null ? '' : `${section.number} `}${section.title}`}
        >
          {section.easyRead !== null && (
            <Details summary={m('page.version.easyRead')}>
              <TextView content={section.easyRead} level={4} />
            </Details>
          )}
          <TextView content={section.content} />
        </Details>
      ))}
    </section>
  );
}

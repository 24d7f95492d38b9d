import { EmptyState, Link, StateMark, Table, useMessages } from '@enig/ui';
import { useFormats } from '../formats';
import type { Round } from './hearing';

/** Who has answered and who is still expected to. */
export function Answers({ round }: { readonly round: Round }) {
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
            cell: (response) => (
              <>
                <AnswerState response={response} />
                {round.state === 'closed' && response.submission && (
                  <p>
                    <Link href={`/aftaler/${round.agreement.id}/hoering/${round.id}/brugt/${response.id}`}>
                      {m('page.hearing.used', { council: response.body.name })}
                    </Link>
                  </p>
                )}
              </>
            ),
          },
        ]}
      />
      {round.state === 'closed' && (
        <p>
          <Link href={`/aftaler/${round.agreement.id}/hoeringsnotat/${round.id}`}>{m('treat.memo')}</Link>
        </p>
      )}
    </section>
  );
}

/** Whether a council has answered, and in time; what it wrote is for those it wrote to. */
function AnswerState({ response: { state, submission } }: { readonly response: Round['responses'][number] }) {
  const m = useMessages();
  const { dateTime } = useFormats();
  if (state !== 'submitted') return <StateMark state="notStarted">{m('page.hearing.notAnswered')}</StateMark>;
  if (!submission) return <StateMark state="done">{m('page.hearing.answered')}</StateMark>;
  const at = dateTime(submission.submittedAt);
  return <StateMark state="done">{m(submission.late ? 'page.hearing.late' : 'page.hearing.inTime', { at })}</StateMark>;
}

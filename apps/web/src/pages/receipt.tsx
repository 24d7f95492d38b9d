import {
  Alert,
  BackLink,
  Button,
  Details,
  HearingResponseView,
  Link,
  LinkButton,
  Page,
  PageHeader,
  PrintFooter,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useFormats } from '../formats';
import type { ResponseFieldsFragment, SubmissionFieldsFragment } from '../generated/graphql';
import type { Round } from './hearing';
import { nameOf } from './hearing-head';
import { CorrectSent, WithdrawSent } from './response-acts';
import { answerOf, sectionsOf, submissionOf, usedHref } from './response-ways';

interface SentAnswer {
  readonly round: Round;
  readonly response: ResponseFieldsFragment;
  readonly refetch: () => void;
}

/** What was sent, when, by whom, and how the council can prove it; once the hearing is closed, what became of it first. */
export function Receipt(props: SentAnswer) {
  const m = useMessages();
  const { round, response } = props;
  useDocumentTitle(m('page.response.receipt'));
  const { submission } = response;
  return (
    <Page header={<Header {...props} />}>
      {submission && round.state === 'closed' && (
        <p>
          <LinkButton look="primary" href={usedHref(round, response)}>
            {m('used.title')}
          </LinkButton>
        </p>
      )}
      {submission && <Proof submission={submission} />}
      {submission && <Unsent {...props} reference={submission.reference} />}
      {submission && <WhatNext {...props} />}
      {submission && <Sent {...props} submission={submission} />}
      <Acts {...props} />
      <Earlier {...props} />
      {submission && (
        <PrintFooter>
          {response.body.name} · {submission.reference} · {submission.sha256}
        </PrintFooter>
      )}
    </Page>
  );
}

function Header({ round, response }: SentAnswer) {
  const m = useMessages();
  const hearing = `/aftaler/${round.agreement.id}/hoering/${round.id}`;
  return (
    <PageHeader
      title={m('page.response.receipt')}
      way={<BackLink href={hearing} where={m('page.hearing.titleOf', { agreement: nameOf(round) })} />}
      state={response.body.name}
      aside={
        <Button look="quiet" onClick={() => window.print()}>
          {m('button.print')}
        </Button>
      }
    />
  );
}

function Proof({ submission }: { readonly submission: SubmissionFieldsFragment }) {
  const m = useMessages();
  const { moment } = useFormats();
  const { late, reference, replaces, submittedAt, submittedBy, capacity, sha256, log } = submission;
  return (
    <>
      <Alert tone={late ? 'warning' : 'done'} heading={`${m('page.response.reference')}: ${reference}`}>
        <p>{m(late ? 'page.response.lateReceipt' : 'page.response.receiptNext')}</p>
        {replaces && <p>{m('answer.receipt.replaced', { reference: replaces })}</p>}
      </Alert>
      <dl className="e-facts">
        <div>
          <dt>{m('page.response.submittedAt')}</dt>
          <dd>{moment(submittedAt)}</dd>
        </div>
        <div>
          <dt>{m('page.response.submittedBy')}</dt>
          <dd>
            {submittedBy}, {capacity}
          </dd>
        </div>
        <div>
          <dt>{m('page.response.hash')}</dt>
          <dd>
            <code className="e-hash">{sha256}</code>
          </dd>
        </div>
        {log && (
          <div>
            <dt>{m('receipt.log')}</dt>
            <dd>
              <code className="e-hash">{m('receipt.logHead', { ...log })}</code>
            </dd>
          </div>
        )}
      </dl>
      <Fetch submission={submission} />
    </>
  );
}

/** What the council had begun to put in place of what it sent, and nobody was sent: said, and there to be read (HE-54). */
function Unsent({ response, reference }: SentAnswer & { readonly reference: string }) {
  const m = useMessages();
  const written = response.hasUnsent ? answerOf(response.text?.content) : null;
  if (!written) return null;
  const sections = sectionsOf(response, m('page.agreement.untitled'));
  return (
    <>
      <Alert tone="warning" heading={m('answer.receipt.unsent')}>
        <p>{m('answer.receipt.unsentStands', { reference })}</p>
      </Alert>
      <Details summary={m('answer.receipt.unsentRead')}>
        <HearingResponseView response={written} sections={sections} files={response.files} headingLevel={3} />
      </Details>
    </>
  );
}

/** What happens now, as far as the round has come; nothing once it is closed, for then it has happened. */
function WhatNext({ round, response }: SentAnswer) {
  const m = useMessages();
  const { dueAt } = useFormats();
  if (round.state === 'closed') return null;
  const isCollecting = round.state === 'collecting';
  return (
    <section aria-labelledby="next">
      <h2 id="next">{m('answer.receipt.next')}</h2>
      <ul>
        {isCollecting && <li>{m('answer.receipt.mail')}</li>}
        <li>{m(isCollecting ? 'answer.receipt.points' : 'answer.receipt.treating')}</li>
        <li>{m('answer.receipt.used')}</li>
        {response.may.correct && <li>{m('answer.receipt.replace', { deadline: dueAt(round.dueAt) })}</li>}
      </ul>
      {!isCollecting && (
        <p>
          <Link href={`/aftaler/${round.agreement.id}/behandling/${round.id}`}>{m('page.response.treated')}</Link>
        </p>
      )}
    </section>
  );
}

/** The receipt as a file; and, for whoever wants to check it, the very bytes the fingerprint was made of. */
function Fetch({ submission: { id, url, reference } }: { readonly submission: SubmissionFieldsFragment }) {
  const m = useMessages();
  return (
    <>
      <p>
        <a href={`/submissions/${id}.pdf`}>{m('receipt.asPdf')}</a>
      </p>
      <Details summary={m('answer.receipt.toCheck')}>
        <a href={url} download={`${reference}.json`}>
          {m('page.response.fetch')}
        </a>
      </Details>
    </>
  );
}

function Sent(props: { readonly response: ResponseFieldsFragment; readonly submission: SubmissionFieldsFragment }) {
  const m = useMessages();
  const { content, files } = props.submission;
  const json = submissionOf(content);
  const sections = sectionsOf(props.response, m('page.agreement.untitled'));
  return json && <HearingResponseView response={json} sections={sections} files={files} />;
}

/** To correct it while it stands, or to take it back. */
function Acts({ round, response, refetch }: SentAnswer) {
  const { correct, withdraw } = response.may;
  if (!correct && !withdraw) return null;
  const about = { response, refetch, dueAt: round.dueAt };
  return (
    <div className="e-button-row">
      {correct && <CorrectSent {...about} />}
      {withdraw && <WithdrawSent {...about} />}
    </div>
  );
}

/** Answers that were replaced or withdrawn: they are kept and can be read. */
export function Earlier({ response }: { readonly response: ResponseFieldsFragment }) {
  const m = useMessages();
  const { moment } = useFormats();
  const earlier = response.history.filter(({ id }) => id !== response.submission?.id);
  if (earlier.length === 0) return null;
  return (
    <Details summary={m('page.response.history', { count: earlier.length })}>
      {earlier.map((submission) => (
        <section key={submission.id}>
          <h3>{submission.reference}</h3>
          {submission.withdrawnAt && <p>{m('page.response.withdrawn', { at: moment(submission.withdrawnAt) })}</p>}
          <Sent response={response} submission={submission} />
          <Fetch submission={submission} />
        </section>
      ))}
    </Details>
  );
}

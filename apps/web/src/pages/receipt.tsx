import type { Instant } from '@enig/kernel';
import { formatDateTime } from '@enig/messages';
import {
  Alert,
  BackLink,
  Button,
  ConfirmDialog,
  Details,
  Link,
  Page,
  PageHeader,
  PrintFooter,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import {
  WithdrawResponseDocument,
  type ResponseFieldsFragment,
  type SubmissionFieldsFragment,
} from '../generated/graphql';
import type { Round } from './hearing';
import { Answer, answerOf, sectionsOf } from './response';

/** What was sent, when, by whom, and how the council can prove it. */
export function Receipt(props: {
  readonly round: Round;
  readonly response: ResponseFieldsFragment;
  readonly refetch: () => void;
}) {
  const m = useMessages();
  const { round, response } = props;
  const title = m('page.response.receipt');
  useDocumentTitle(title);
  const { submission } = response;
  const hearing = `/aftaler/${round.agreement.id}/hoering/${round.id}`;
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={hearing} where={m('page.hearing.titleOf', { agreement: round.agreement.title })} />}
          state={response.body.name}
          aside={
            <Button look="quiet" onClick={() => window.print()}>
              {m('button.print')}
            </Button>
          }
        />
      }
    >
      {submission && <Proof submission={submission} />}
      {submission && round.state !== 'collecting' && (
        <p>
          <Link href={`/aftaler/${round.agreement.id}/behandling/${round.id}`}>{m('page.response.treated')}</Link>
        </p>
      )}
      {submission && <Sent {...props} submission={submission} />}
      {response.may.withdraw && <Withdraw {...props} />}
      <Earlier {...props} />
      {submission && (
        <PrintFooter>
          {response.body.name} · {submission.reference} · {submission.sha256}
        </PrintFooter>
      )}
    </Page>
  );
}

function Proof({ submission }: { readonly submission: SubmissionFieldsFragment }) {
  const m = useMessages();
  return (
    <>
      <Alert
        tone={submission.late ? 'warning' : 'done'}
        heading={`${m('page.response.reference')}: ${submission.reference}`}
      >
        <p>{m(submission.late ? 'page.response.lateReceipt' : 'page.response.receiptNext')}</p>
      </Alert>
      <dl className="e-facts">
        <div>
          <dt>{m('page.response.submittedAt')}</dt>
          <dd>{formatDateTime(submission.submittedAt as Instant)}</dd>
        </div>
        <div>
          <dt>{m('page.response.submittedBy')}</dt>
          <dd>
            {submission.submittedBy}, {submission.capacity}
          </dd>
        </div>
        <div>
          <dt>{m('page.response.hash')}</dt>
          <dd>
            <code className="e-hash">{submission.sha256}</code>
          </dd>
        </div>
      </dl>
      <Fetch submission={submission} />
    </>
  );
}

/** The very bytes the hash was made of, for whoever wants to check it. */
function Fetch({ submission: { url, reference } }: { readonly submission: SubmissionFieldsFragment }) {
  const m = useMessages();
  return (
    <p>
      <a href={url} download={`${reference}.json`}>
        {m('page.response.fetch')}
      </a>
    </p>
  );
}

function Sent(props: { readonly response: ResponseFieldsFragment; readonly submission: SubmissionFieldsFragment }) {
  const m = useMessages();
  const json = answerOf(props.submission.content);
  return json && <Answer json={json} sections={sectionsOf(props.response, m('page.agreement.untitled'))} />;
}

function Withdraw({ response, refetch }: { readonly response: ResponseFieldsFragment; readonly refetch: () => void }) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [, withdraw] = useMutation(WithdrawResponseDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await withdraw({ input: { response: response.id } });
    return { result, payload: result.data?.withdrawResponse };
  });
  const confirm = async () => {
    if (!(await run())) return;
    setOpen(false);
    refetch();
  };
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {m('page.response.withdraw')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={m('page.response.withdrawTitle')}
        verb={m('page.response.withdraw')}
        consequences={[m('page.response.withdrawOpen'), m('page.response.withdrawKept')]}
        undoable
        danger
        busy={busy}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      />
    </>
  );
}

/** Answers that were replaced or withdrawn: they are kept and can be read. */
function Earlier({ response }: { readonly response: ResponseFieldsFragment }) {
  const m = useMessages();
  const earlier = response.history.filter(({ id }) => id !== response.submission?.id);
  if (earlier.length === 0) return null;
  return (
    <Details summary={m('page.response.history', { count: earlier.length })}>
      {earlier.map((submission) => (
        <section key={submission.id}>
          <h3>{submission.reference}</h3>
          {submission.withdrawnAt && (
            <p>{m('page.response.withdrawn', { at: formatDateTime(submission.withdrawnAt as Instant) })}</p>
          )}
          <Sent response={response} submission={submission} />
          <Fetch submission={submission} />
        </section>
      ))}
    </Details>
  );
}

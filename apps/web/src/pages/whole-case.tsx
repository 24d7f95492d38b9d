import { Alert, Button, ButtonRow, useAnnouncer, useMessages } from '@enig/ui';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { AskBundleDocument, type HistoryQuery } from '../generated/graphql';
import { JobProgress } from '../job-progress';

type Log = NonNullable<HistoryQuery['agreement']>['log'];

/** The whole case as one file to keep elsewhere, and where the log ends, to be noted (LO-4). */
export function WholeCase({ agreement, log }: { readonly agreement: string; readonly log: Log }) {
  const m = useMessages();
  const { job, busy, failed, button, make, again } = useCase(agreement);
  return (
    <section aria-labelledby="whole-case">
      <h2 id="whole-case">{m('page.history.wholeCase')}</h2>
      {log && (
        <p>
          {m('page.history.head', { number: log.number })} <code className="e-hash">{log.hash}</code>
        </p>
      )}
      <p>{m('page.history.wholeCaseText')}</p>
      <ButtonRow>
        <Button ref={button} busy={busy} onClick={() => void make()}>
          {m('page.history.fetchCase')}
        </Button>
      </ButtonRow>
      {failed && (
        <Alert tone="error" live>
          <p>{m('page.history.caseNotAsked')}</p>
        </Alert>
      )}
      {busy && <p>{m('page.history.caseAsked')}</p>}
      {job !== null && !busy && <JobProgress key={job} id={job} again={again} />}
    </section>
  );
}

function useCase(agreement: string) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [, ask] = useMutation(AskBundleDocument);
  const button = useRef<HTMLButtonElement>(null);
  const [job, setJob] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    setFailed(false);
    say(m('page.history.caseAsked'));
    const id = (await ask({ agreement })).data?.askBundle.job ?? null;
    setBusy(false);
    setFailed(id === null);
    setJob(id);
  };
  const again = () => {
    // The button that asked again goes with what is asked anew.
    button.current?.focus();
    void make();
  };
  return { job, failed, busy, button, make, again };
}

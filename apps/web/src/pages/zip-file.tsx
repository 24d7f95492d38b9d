import { Alert, Button } from '@enig/ui';
import { useState } from 'react';
import { JobProgress } from '../job-progress';

/** Asks for a zip file, and shows how far it is. */
export function ZipFile(props: {
  /** What is in it. */
  readonly text: string;
  readonly verb: string;
  /** Said where it could not be asked for. */
  readonly failed: string;
  /** @returns the job; null where it could not be asked for. */
  readonly ask: () => Promise<string | null>;
}) {
  const [job, setJob] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const send = async () => {
    setBusy(true);
    const id = await props.ask();
    setBusy(false);
    setFailed(id === null);
    setJob(id);
  };
  return (
    <section className="e-no-print">
      <p>{props.text}</p>
      {failed && (
        <Alert tone="error" live>
          <p>{props.failed}</p>
        </Alert>
      )}
      <Button busy={busy} onClick={() => void send()}>
        {props.verb}
      </Button>
      {job !== null && <JobProgress key={job} id={job} again={() => void send()} />}
    </section>
  );
}

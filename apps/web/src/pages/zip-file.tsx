import { Alert, Button } from '@enig/ui';
import { useRef, useState } from 'react';
import { JobProgress } from '../job-progress';
import { TextChanged, useTextSince, type TextBehind } from '../text-since';

const ZIP = 'zip';

/** Asks for a zip file, and shows how far it is. */
export function ZipFile(props: {
  /** What is in it. */
  readonly text: string;
  readonly verb: string;
  /** Said where it could not be asked for. */
  readonly failed: string;
  /** @returns the job; null where it could not be asked for. */
  readonly ask: () => Promise<string | null>;
  /** What it is made of, where that changes while one looks at it. */
  readonly made?: TextBehind;
}) {
  const [job, setJob] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { isChanged, remember } = useTextSince(props.made);
  const isSaving = props.made?.isSaving ?? false;
  const send = async () => {
    remember();
    setBusy(true);
    const id = await props.ask();
    setBusy(false);
    setFailed(id === null);
    setJob(id);
  };
  const anew = () => {
    // The button that asked anew goes with what it was about.
    button.current?.focus();
    void send();
  };
  return (
    <section className="e-no-print">
      <p>{props.text}</p>
      {failed && (
        <Alert tone="error" live>
          <p>{props.failed}</p>
        </Alert>
      )}
      <Button ref={button} busy={busy || isSaving} onClick={() => void send()}>
        {props.verb}
      </Button>
      {job !== null && isChanged && <TextChanged format={ZIP} busy={isSaving} again={anew} />}
      {job !== null && <JobProgress key={job} id={job} again={() => void send()} />}
    </section>
  );
}

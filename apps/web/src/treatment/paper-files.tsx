import { Alert, Button, ButtonRow, useAnnouncer, useMessages } from '@enig/ui';
import { useRef, useState } from 'react';
import { JobProgress } from '../job-progress';
import { TextChanged, useTextSince, type TextBehind } from '../text-since';

/** What a paper is fetched as. */
export type PaperFormat = 'pdf' | 'docx';

const NAMES: Readonly<Record<PaperFormat, string>> = { pdf: 'PDF', docx: 'Word' };

type Ask = (format: PaperFormat) => Promise<string | null>;

/**
 * Fetches a paper as PDF or Word: a worker makes it, and one sees how far each of them is.
 *
 * @param props.text  what it is made of, where that changes while one looks at it.
 */
export function PaperFiles({ ask, text }: { readonly ask: Ask; readonly text?: TextBehind }) {
  const m = useMessages();
  const files = [usePaperFile(ask, 'pdf', text), usePaperFile(ask, 'docx', text)];
  const words = { pdf: m('paper.asPdf'), docx: m('paper.asWord') };
  return (
    <div className="e-paper-files">
      <ButtonRow>
        {files.map(({ format, busy, isSaving, button, make }) => (
          <Button key={format} ref={button} busy={busy || isSaving} onClick={() => void make()}>
            {words[format]}
          </Button>
        ))}
        <Button look="quiet" onClick={() => window.print()}>
          {m('button.print')}
        </Button>
      </ButtonRow>
      {files.map((file) => (
        <PaperLine key={file.format} file={file} />
      ))}
    </div>
  );
}

type PaperFile = ReturnType<typeof usePaperFile>;

/** How far one of them is: asked for, being made, or why not. */
function PaperLine({ file }: { readonly file: PaperFile }) {
  const m = useMessages();
  const { format, job, busy, failed, again, isChanged, isSaving } = file;
  const name = NAMES[format];
  if (failed)
    return (
      <Alert tone="error" live>
        <p>{m('page.trouble.failed.text')}</p>
      </Alert>
    );
  if (busy) return <p>{m('paper.asked', { format: name })}</p>;
  return (
    job && (
      <>
        {isChanged && <TextChanged format={name} busy={isSaving} again={again} />}
        <JobProgress key={job} id={job} format={name} again={again} />
      </>
    )
  );
}

function usePaperFile(ask: Ask, format: PaperFormat, text: TextBehind | undefined) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const button = useRef<HTMLButtonElement>(null);
  const [job, setJob] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const { isChanged, remember } = useTextSince(text);
  const isSaving = text?.isSaving ?? false;
  const make = async () => {
    remember();
    setBusy(true);
    setFailed(false);
    say(m('paper.asked', { format: NAMES[format] }));
    const id = await ask(format);
    setBusy(false);
    setFailed(id === null);
    setJob(id);
  };
  const again = () => {
    // The button that asked again goes with what is asked anew.
    button.current?.focus();
    void make();
  };
  return { format, job, failed, busy, isSaving, isChanged, button, make, again };
}

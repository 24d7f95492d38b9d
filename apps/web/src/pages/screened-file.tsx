import { MAX_FILE_SIZE } from '@enig/hearing';
import { Details, FileField, useAnnouncer, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { Answer, Payload } from '../command';
import { useFormats } from '../formats';
import { PutBackFileDocument, WithholdFileDocument, type ScreeningFieldsFragment } from '../generated/graphql';
import { redactedCopySent } from '../redacted-copy';
import { FindingView } from './finding';
import { fileId, focusPlace } from './open-places';
import { ReasonForm, type ReasonedAct } from './reason-form';

type Submission = ScreeningFieldsFragment['submissions'][number];
type SentFile = Submission['files'][number];

interface FileProps {
  readonly file: SentFile;
  readonly submission: Submission;
  readonly refetch: () => void;
}

/** A file that went with an answer: what was found in it, and whether it is published, held back or replaced. */
export function ScreenedFileView({ file, submission, refetch }: FileProps) {
  const m = useMessages();
  const { findings, withholding, isScreened } = file;
  const name = m('page.screening.file', { name: file.name });
  const withhold = useWithholding({ file, submission });
  const isClean = isScreened && findings.length === 0 && !withholding;
  return (
    <section id={fileId(submission.id, file.sha256)} tabIndex={-1} aria-label={`${name}, ${submission.council.name}`}>
      <h3>{name}</h3>
      {isClean && <p className="e-note">{m('page.screening.noFindings')}</p>}
      {!isScreened && <p className="e-note">{m('page.screening.notScreened')}</p>}
      {withholding && <Withheld file={file} submission={submission} refetch={refetch} />}
      {findings.length > 0 && (
        <ul aria-label={m('page.screening.findings', { what: file.name })}>
          {findings.map((finding) => (
            <FindingView
              key={finding.key}
              finding={finding}
              submission={submission.id}
              refetch={refetch}
              other={withhold}
            />
          ))}
        </ul>
      )}
      <Details summary={m('page.screening.redactedCopy')}>
        <RedactedCopy file={file} submission={submission} refetch={refetch} />
      </Details>
    </section>
  );
}

/** Says what was done with a file and stays at it: what held focus may go away with what was done. */
function useDone({ file, submission }: Omit<FileProps, 'refetch'>): (said: string) => void {
  const { say } = useAnnouncer();
  return (said) => {
    say(said);
    focusPlace(fileId(submission.id, file.sha256));
  };
}

function useWithholding({ file, submission }: Omit<FileProps, 'refetch'>): ReasonedAct {
  const m = useMessages();
  const done = useDone({ file, submission });
  const [, withhold] = useMutation(WithholdFileDocument);
  return {
    verb: m('page.screening.withhold'),
    label: `${m('page.screening.withhold')}: ${file.name}`,
    send: async (reason) => {
      const result = await withhold({ input: { submission: submission.id, sha256: file.sha256, reason } });
      return { result, payload: result.data?.withholdFile };
    },
    done: () => done(m('page.screening.saidWithheld', { name: file.name })),
  };
}

function Withheld({ file, submission, refetch }: FileProps) {
  const m = useMessages();
  const formats = useFormats();
  const done = useDone({ file, submission });
  const [, putBack] = useMutation(PutBackFileDocument);
  const { withholding } = file;
  if (!withholding) return null;
  const { reason, by, at, replacementName } = withholding;
  const verb = m('page.screening.putBack');
  const act: ReasonedAct = {
    verb,
    label: `${verb}: ${file.name}`,
    send: async (given) => {
      const result = await putBack({ input: { submission: submission.id, sha256: file.sha256, reason: given } });
      return { result, payload: result.data?.putBackFile };
    },
    done: () => done(m('page.screening.saidPutBack')),
  };
  return (
    <>
      <p>
        {m('page.screening.withheld', { reason, by, day: formats.dateTime(at) })}{' '}
        {replacementName !== null && m('page.screening.replacedBy', { name: replacementName })}
      </p>
      <Details summary={verb}>
        <ReasonForm acts={[act]} settled={refetch} />
      </Details>
    </>
  );
}

/** Another file that is published in this one's place. */
function RedactedCopy({ file, submission, refetch }: FileProps) {
  const m = useMessages();
  const done = useDone({ file, submission });
  const [chosen, setChosen] = useState<File | null>(null);
  const [isMissing, setMissing] = useState(false);
  const verb = m('page.screening.replace');
  const act: ReasonedAct = {
    verb,
    label: `${verb}: ${file.name}`,
    isReady: () => {
      setMissing(chosen === null);
      return chosen !== null;
    },
    send: (reason) => sendCopy({ submission: submission.id, sha256: file.sha256, reason }, chosen),
    done: () => {
      setChosen(null);
      done(m('page.screening.saidReplaced', { name: file.name }));
    },
  };
  return (
    <ReasonForm acts={[act]} settled={refetch}>
      <FileField
        label={m('page.screening.redactedCopy')}
        hint={m('page.screening.redactedCopyHint')}
        kinds={['.pdf', '.docx']}
        limit={MAX_FILE_SIZE}
        value={chosen}
        onChange={setChosen}
        error={isMissing && chosen === null ? m('answer.files.none') : undefined}
      />
    </ReasonForm>
  );
}

/** Sends the copy as a command is sent: why it was not taken, or nothing where it did not get through. */
async function sendCopy(of: Parameters<typeof redactedCopySent>[0], file: File | null): Promise<Answer<Payload>> {
  const sent = file ? await redactedCopySent(of, file) : ({ ok: false, reason: undefined } as const);
  if (sent.ok) return { result: {}, payload: { refused: null } };
  const { reason } = sent;
  return { result: {}, payload: reason === undefined ? null : { refused: { code: '', message: reason, details: [] } } };
}

import { MAX_FILE_SIZE } from '@enig/hearing';
import { LONGEST } from '@enig/kernel';
import {
  Alert,
  Button,
  ErrorSummary,
  FileField,
  TextField,
  fileSize,
  tooLong,
  useAnnouncer,
  useLocale,
  useMessages,
} from '@enig/ui';
import { useRef, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddAnnexDocument, RemoveAnnexDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { uploaded } from '../upload';
import { AskedFirst } from './asked-first';
import type { SetupProps } from './setup';

/** What an annex may be: what municipalities send one another, and what everybody can open. */
const KINDS = ['.pdf', '.docx', '.xlsx', '.odt', '.ods', '.csv', '.md', '.txt'];

/** The annexes: files that are in the manifest with their SHA-256. */
export function SetupAnnexes({ agreement, refetch }: SetupProps) {
  const m = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="setup-annexes">
      <h2 id="setup-annexes" ref={heading} tabIndex={-1}>
        {m('page.agreement.annexes')}
      </h2>
      <ul>
        {agreement.annexes.map((annex) => (
          <li key={annex.id}>
            <AnnexLine
              annex={annex}
              removed={() => {
                // The button goes away with what it did.
                heading.current?.focus();
                refetch();
              }}
            />
          </li>
        ))}
      </ul>
      <AddAnnex agreement={agreement} refetch={refetch} />
    </section>
  );
}

function AnnexLine({
  annex,
  removed,
}: {
  readonly annex: SetupProps['agreement']['annexes'][number];
  readonly removed: () => void;
}) {
  const m = useMessages();
  const locale = useLocale();
  const { say } = useAnnouncer();
  const { number, title, fileName, size } = annex;
  const [, remove] = useMutation(RemoveAnnexDocument);
  return (
    <>
      {m('page.agreement.annex', { number, title })}{' '}
      <span className="e-note">
        ({fileName}, {fileSize(size, locale)})
      </span>{' '}
      <AskedFirst
        title={m('page.setUp.removeAnnexTitle', { title })}
        verb={m('page.setUp.removeAnnexVerb')}
        consequences={[m('page.setUp.removeAnnexGone'), m('page.setUp.removeAnnexAgain')]}
        undoable={false}
        act={async () => {
          const result = await remove({ input: { annex: annex.id } });
          return { result, payload: result.data?.removeAnnex };
        }}
        done={() => {
          say(m('page.setUp.annexRemoved', { title }));
          removed();
        }}
      >
        {m('button.remove')}
        <span className="e-hidden"> {title}</span>
      </AskedFirst>
    </>
  );
}

function AddAnnex({ agreement, refetch }: SetupProps) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [failed, setFailed] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useGuardedForm(title !== '' || file !== null);
  const [, add] = useMutation(AddAnnexDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    if (!file) return { result: {}, payload: null };
    const kept = await uploaded(file);
    setFailed(kept.ok ? undefined : (kept.reason ?? m('page.setUp.uploadFailed')));
    if (!kept.ok) return { result: {}, payload: null };
    const result = await add({ input: { agreement: agreement.id, title, fileName: file.name, sha256: kept.sha256 } });
    return { result, payload: result.data?.addAnnex };
  });
  const wrong = {
    title: title.trim() === '' ? m('page.setUp.annexTitleMissing') : tooLong(title, LONGEST.line, m),
    file: file ? undefined : m('page.setUp.fileMissing'),
  };
  const errors = Object.entries(wrong).flatMap(([field, message]) =>
    message ? [{ field: `annex-${field}`, message }] : [],
  );
  const shown = attempt > 0 ? errors : [];
  const errorOf = (field: string) => shown.find((error) => error.field === field)?.message;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (errors.length > 0) {
      setFailed(undefined);
      forget();
      return setAttempt((before) => before + 1);
    }
    if (!(await run())) return;
    say(m('page.setUp.added', { title }));
    setAttempt(0);
    setTitle('');
    setFile(null);
    refetch();
  };
  const trouble = failed ?? refused;
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={shown} attempt={attempt} />
      {trouble && (
        <Alert tone="error" live>
          <p>{trouble}</p>
        </Alert>
      )}
      <TextField
        id="annex-title"
        label={m('page.setUp.annexTitle')}
        width="full"
        maxLength={LONGEST.line}
        value={title}
        onChange={setTitle}
        error={errorOf('annex-title')}
      />
      <FileField
        id="annex-file"
        label={m('page.setUp.annexFile')}
        kinds={KINDS}
        limit={MAX_FILE_SIZE}
        value={file}
        onChange={setFile}
        error={errorOf('annex-file')}
      />
      <Button type="submit" busy={busy}>
        {m('page.setUp.addAnnex')}
      </Button>
    </form>
  );
}

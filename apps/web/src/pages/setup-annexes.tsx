import {
  Alert,
  Button,
  ErrorSummary,
  FileField,
  TextField,
  fileSize,
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
const LIMIT = 10_000_000;

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
  const { busy, refused, run } = useCommand(async () => {
    const result = await remove({ input: { annex: annex.id } });
    return { result, payload: result.data?.removeAnnex };
  });
  return (
    <>
      {m('page.agreement.annex', { number, title })}{' '}
      <span className="e-note">
        ({fileName}, {fileSize(size, locale)})
      </span>{' '}
      <AskedFirst
        act={m('button.remove')}
        of={title}
        title={m('page.setUp.removeAnnexTitle', { title })}
        verb={m('page.setUp.removeAnnexVerb')}
        consequences={[m('page.setUp.removeAnnexGone'), m('page.setUp.removeAnnexAgain')]}
        undoable={false}
        busy={busy}
        refused={refused}
        run={async () => (await run()) !== undefined}
        done={() => {
          say(m('page.setUp.annexRemoved', { title }));
          removed();
        }}
      />
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
  const missing = {
    title: attempt > 0 && title.trim() === '' ? m('page.setUp.annexTitleMissing') : undefined,
    file: attempt > 0 && !file ? m('page.setUp.fileMissing') : undefined,
  };
  const errors = Object.entries(missing).flatMap(([field, message]) =>
    message ? [{ field: `annex-${field}`, message }] : [],
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '' || !file) {
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
      <ErrorSummary errors={errors} attempt={attempt} />
      {trouble && (
        <Alert tone="error" live>
          <p>{trouble}</p>
        </Alert>
      )}
      <TextField
        id="annex-title"
        label={m('page.setUp.annexTitle')}
        width="full"
        maxLength={200}
        value={title}
        onChange={setTitle}
        error={missing.title}
      />
      <FileField
        id="annex-file"
        label={m('page.setUp.annexFile')}
        kinds={KINDS}
        limit={LIMIT}
        value={file}
        onChange={setFile}
        error={missing.file}
      />
      <Button type="submit" busy={busy}>
        {m('page.setUp.addAnnex')}
      </Button>
    </form>
  );
}

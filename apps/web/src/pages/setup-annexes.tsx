import { Alert, Button, FileField, TextField, fileSize, useAnnouncer, useLocale, useMessages } from '@enig/ui';
import { useRef, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddAnnexDocument, RemoveAnnexDocument } from '../generated/graphql';
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
  const takeAway = async () => {
    if (!(await run())) return;
    say(m('page.setUp.annexRemoved', { title }));
    removed();
  };
  return (
    <>
      {m('page.agreement.annex', { number, title })}{' '}
      <span className="e-note">
        ({fileName}, {fileSize(size, locale)})
      </span>{' '}
      <Button look="quiet" busy={busy} onClick={() => void takeAway()}>
        {m('button.remove')} <span className="e-hidden">{title}</span>
      </Button>
      {refused && <p role="alert">{refused}</p>}
    </>
  );
}

function AddAnnex({ agreement, refetch }: SetupProps) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [failed, setFailed] = useState<string>();
  const [, add] = useMutation(AddAnnexDocument);
  const { busy, refused, run } = useCommand(async () => {
    if (!file) return { result: {}, payload: null };
    const sha256 = await upload(file);
    const result = await add({ input: { agreement: agreement.id, title, fileName: file.name, sha256 } });
    return { result, payload: result.data?.addAnnex };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFailed(file ? undefined : m('page.setUp.fileMissing'));
    if (!file) return;
    try {
      if (!(await run())) return;
    } catch {
      setFailed(m('page.setUp.uploadFailed'));
      return;
    }
    say(m('page.setUp.added', { title }));
    setTitle('');
    setFile(null);
    refetch();
  };
  const trouble = failed ?? refused;
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      {trouble && (
        <Alert tone="error" live>
          <p>{trouble}</p>
        </Alert>
      )}
      <TextField label={m('page.setUp.annexTitle')} width="full" maxLength={200} value={title} onChange={setTitle} />
      <FileField label={m('page.setUp.annexFile')} kinds={KINDS} limit={LIMIT} value={file} onChange={setFile} />
      <Button type="submit" busy={busy}>
        {m('page.setUp.addAnnex')}
      </Button>
    </form>
  );
}

/** Sends the bytes as they are. @throws Error when the server did not take them. */
async function upload(file: File): Promise<string> {
  const response = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) throw new Error(`The file was answered ${response.status}`);
  const stored: unknown = await response.json();
  if (typeof stored !== 'object' || stored === null || !('sha256' in stored))
    throw new Error('No SHA-256 in the answer');
  return String(stored.sha256);
}

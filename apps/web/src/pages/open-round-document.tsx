import { MAX_FILE_SIZE } from '@enig/hearing';
import { Alert, Button, FileField, TextArea, TextField, useAnnouncer, useMessages } from '@enig/ui';
import { useRef, useState } from 'react';
import { uploadedTo } from '../upload';
import { DocumentCheck } from './document-check';
import type { FormPart } from './open-round-fields';
import { LONGEST, type ChangeForm, type RoundForm, type SentFile } from './open-round-form';

/** What a file of a document may be. */
const KINDS = ['.pdf', '.docx'];

/** Something of its own that is heard: title, short text, easy-read text and files. */
export function DocumentFields(props: FormPart) {
  const m = useMessages();
  const { form, change, errorOf } = props;
  return (
    <>
      <TextField
        id="title"
        label={m('page.openRound.documentTitle')}
        width="full"
        maxLength={LONGEST.title}
        value={form.title}
        onChange={(title) => change({ title })}
        error={errorOf('title')}
      />
      <TextArea
        id="text"
        label={m('page.openRound.documentText')}
        hint={m('page.openRound.documentTextHint')}
        rows={8}
        maxLength={LONGEST.text}
        value={form.text}
        onChange={(text) => change({ text })}
        error={errorOf('text')}
      />
      <TextArea
        id="easyRead"
        label={m('page.openRound.easyRead')}
        hint={m('page.openRound.easyReadHint')}
        rows={8}
        maxLength={LONGEST.text}
        value={form.easyRead}
        onChange={(easyRead) => change({ easyRead })}
        error={errorOf('easyRead')}
      />
      <Files {...props} />
      <DocumentCheck agreement={props.agreement.id} document={form} />
    </>
  );
}

/**
 * The files of a document. Each is sent when it is chosen; several may be on their way at once, and each comes to the
 * newest list when it is there.
 */
function Files({ form, change, errorOf }: FormPart) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const heading = useRef<HTMLHeadingElement>(null);
  const { failed, send, stop } = useSending(change);
  const remove = (sha256: string, name: string) => {
    change(({ files }) => ({ files: files.filter((file) => file.sha256 !== sha256) }));
    // The button goes away with what it did.
    heading.current?.focus();
    say(m('page.openRound.fileRemoved', { name }));
  };
  const stopped = (id: string, name: string) => {
    stop(id);
    heading.current?.focus();
    say(m('page.openRound.fileRemoved', { name }));
  };
  return (
    <section aria-labelledby="files">
      <h3 id="files" ref={heading} tabIndex={-1}>
        {m('page.openRound.files')}
      </h3>
      <FileList form={form} remove={remove} stop={stopped} />
      {failed && (
        <Alert tone="error" live>
          <p>{failed}</p>
        </Alert>
      )}
      <FileField
        id="file"
        label={m('page.openRound.file')}
        optional
        sentAtOnce
        kinds={KINDS}
        limit={MAX_FILE_SIZE}
        value={null}
        onChange={(file) => void send(file)}
        error={errorOf('file')}
      />
    </section>
  );
}

function FileList(props: {
  readonly form: RoundForm;
  readonly remove: (sha256: string, name: string) => void;
  readonly stop: (id: string, name: string) => void;
}) {
  const m = useMessages();
  const { form, remove, stop } = props;
  if (form.files.length + form.sending.length === 0) return null;
  return (
    <ul>
      {form.files.map(({ name, sha256 }) => (
        <li key={sha256}>
          {name}{' '}
          <Button look="quiet" onClick={() => remove(sha256, name)}>
            {m('button.remove')} <span className="e-hidden">{name}</span>
          </Button>
        </li>
      ))}
      {form.sending.map(({ id, name }) => (
        <li key={id}>
          {m('page.openRound.fileSending', { name })}{' '}
          <Button look="quiet" onClick={() => stop(id, name)}>
            {m('ui.stop')} <span className="e-hidden">{name}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Sends a file and puts it with the form, which says meanwhile that it is on its way. */
function useSending(change: ChangeForm) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [failed, setFailed] = useState<string>();
  const stops = useRef(new Map<string, AbortController>());
  const send = async (file: File | null) => {
    setFailed(undefined);
    if (!file) return;
    const { name } = file;
    const id = crypto.randomUUID();
    change(({ sending }) => ({ sending: [...sending, { id, name }] }));
    say(m('page.openRound.fileSending', { name }));
    const stopper = new AbortController();
    stops.current.set(id, stopper);
    const { signal } = stopper;
    const kept = await uploadedTo(`/files/heard?name=${encodeURIComponent(name)}`, file, { signal });
    stops.current.delete(id);
    change((newest) => ({
      sending: newest.sending.filter((each) => each.id !== id),
      files: kept.ok ? withFile(newest.files, { name, sha256: kept.sha256 }) : newest.files,
    }));
    if (kept.ok) say(m('page.openRound.fileAdded', { name }));
    else if (!signal.aborted) setFailed(`${name}: ${kept.reason ?? m('page.openRound.fileFailed')}`);
  };
  return { failed, send, stop: (id: string) => stops.current.get(id)?.abort() };
}

/** The same bytes are one file, under the name they came with last. */
function withFile(files: readonly SentFile[], file: SentFile): readonly SentFile[] {
  return [...files.filter(({ sha256 }) => sha256 !== file.sha256), file];
}

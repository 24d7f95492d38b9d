import { MAX_FILE_SIZE, RESPONSE_FILE_ENDINGS } from '@enig/hearing';
import { Alert, Button, Details, FileField, fileSize, useLocale, useMessages } from '@enig/ui';
import { useId, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { RemoveResponseFileDocument, type ResponseFieldsFragment } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { SendingFile, useSendingFile } from '../sending-file';
import { AskedFirst } from './asked-first';

type Files = ResponseFieldsFragment['files'];

interface Part {
  readonly response: string;
  /** The focus area; null for the part about everything. */
  readonly section: string | null;
  /** Asks the server again, so that what is there is shown. */
  readonly changed: () => void;
}

/** The documents of one part of an answer: those that are there, putting one more with it, and taking one out. */
export function AnswerFiles(props: Part & { readonly files: Files }) {
  const m = useMessages();
  const [told, setTold] = useState('');
  const all = useRef<HTMLDivElement>(null);
  const { files } = props;
  const tell = (sentence: string) => {
    setTold(sentence);
    props.changed();
  };
  const removed = (name: string) => {
    // The button goes away with the document.
    all.current?.focus();
    tell(m('answer.files.removed', { name }));
  };
  const heading = `${m('answer.files.heading')} (${files.length})`;
  return (
    <Details summary={heading} open={files.length > 0 || told !== ''}>
      <div ref={all} role="group" aria-label={heading} tabIndex={-1}>
        {files.length > 0 && (
          <ul className="e-files">
            {files.map((file) => (
              <FileLine key={file.id} file={file} removed={() => removed(file.name)} />
            ))}
          </ul>
        )}
        <AddFile {...props} tell={tell} />
        <p role="status">{told}</p>
      </div>
    </Details>
  );
}

function FileLine(props: { readonly file: Files[number]; readonly removed: () => void }) {
  const m = useMessages();
  const locale = useLocale();
  const { id, name, size, url } = props.file;
  const [, remove] = useMutation(RemoveResponseFileDocument);
  return (
    <li>
      <a href={url} download={name}>
        {name}
      </a>{' '}
      <span className="e-note">({fileSize(size, locale)})</span>{' '}
      <AskedFirst
        title={m('answer.files.removeTitle', { name })}
        verb={m('answer.files.remove', { name })}
        consequences={[m('answer.files.removeGone'), m('answer.files.removeAgain')]}
        undoable={false}
        act={async () => {
          const result = await remove({ input: { file: id } });
          return { result, payload: result.data?.removeResponseFile };
        }}
        done={props.removed}
      >
        {m('button.remove')}
        <span className="e-hidden"> {name}</span>
      </AskedFirst>
      {props.file.screening.map((seen) => (
        <Alert key={seen} tone="warning">
          <p>{seen}</p>
        </Alert>
      ))}
    </li>
  );
}

function AddFile(props: Part & { readonly tell: (sentence: string) => void }) {
  const m = useMessages();
  const id = useId();
  const { file, choose, error, onItsWay, stop, send, sent } = useUpload(props, id);
  return (
    <>
      <FileField
        key={sent}
        id={id}
        label={m('answer.files.label')}
        hint={m('answer.files.hint')}
        kinds={RESPONSE_FILE_ENDINGS}
        limit={MAX_FILE_SIZE}
        value={file}
        error={error}
        onChange={choose}
      />
      <Button busy={onItsWay !== null} onClick={() => void send()}>
        {m('answer.files.add')}
      </Button>
      <p role="status">{onItsWay ? m('answer.files.sending') : ''}</p>
      {onItsWay && <SendingFile onItsWay={onItsWay} stop={stop} />}
    </>
  );
}

/**
 * A document on its way. Where it is refused or stopped, what was chosen stays, and focus is at the field, which says
 * why. What is chosen and not sent is asked about by whoever leaves.
 */
function useUpload({ response, section, tell }: Part & { readonly tell: (sentence: string) => void }, field: string) {
  const m = useMessages();
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string>();
  const { onItsWay, send: sendFile, stop } = useSendingFile();
  /** A field for a file keeps what was chosen; a new one takes its place when it is sent. */
  const [sent, setSent] = useState(0);
  useGuardedForm(file !== null);
  const toField = () => document.getElementById(field)?.focus();
  const refuse = (sentence: string) => {
    setError(sentence);
    toField();
  };
  const send = async () => {
    if (!file) return refuse(m('answer.files.none'));
    setError(undefined);
    const about = section === null ? '' : `&section=${encodeURIComponent(section)}`;
    const done = await sendFile(`/files/responses/${response}?name=${encodeURIComponent(file.name)}${about}`, file);
    if (!done) {
      toField();
      return tell(m('answer.files.stopped', { name: file.name }));
    }
    if (!done.ok) return refuse(done.reason ?? m('answer.files.failed'));
    setFile(null);
    setSent(sent + 1);
    tell(m('answer.files.added', { name: file.name }));
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setError(undefined);
  };
  return { file, choose, error, onItsWay, stop, send, sent };
}

import { MAX_FILE_SIZE } from '@enig/hearing';
import { sha256 } from '@enig/kernel';
import { Alert, Button, FileField, useAnnouncer, useMessages } from '@enig/ui';
import { useState } from 'react';
import { SendingFile, useSendingFile } from '../sending-file';
import type { DecisionForm } from './decision-form';

/** What minutes may be. */
const KINDS = ['.pdf', '.docx'];

/**
 * The minutes as a file. It is sent when it is chosen, with its own SHA-256, and the server says whether it is what its
 * name says, came as it was chosen, and can be read by all (AP-20).
 */
export function MinutesFile({ form, error }: { readonly form: DecisionForm; readonly error: string | undefined }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [failed, setFailed] = useState<string>();
  const { onItsWay, send, stop } = useSendingFile();
  const { file } = form.fields;
  const choose = async (chosen: File | null) => {
    setFailed(undefined);
    if (!chosen) return;
    form.change({ isSending: true });
    const hash = await sha256Of(chosen);
    if (hash === null) {
      form.change({ isSending: false });
      return setFailed(m('page.recordDecision.minutesUnreadable'));
    }
    const sent = await send(`/minutes?name=${encodeURIComponent(chosen.name)}&sha256=${hash}`, chosen);
    form.change({ isSending: false });
    if (sent?.ok) form.change({ file: { sha256: hash, name: chosen.name, note: sent.note ?? null } });
    else if (sent) setFailed(sent.reason ?? m('page.trouble.failed.text'));
  };
  const remove = (name: string) => {
    form.change({ file: null });
    say(m('page.openRound.fileRemoved', { name }));
  };
  return (
    <>
      {failed && (
        <Alert tone="error" live>
          <p>{failed}</p>
        </Alert>
      )}
      {onItsWay && <SendingFile onItsWay={onItsWay} stop={stop} />}
      {file ? (
        <>
          {file.note !== null && (
            <Alert tone="warning" live>
              <p>{file.note}</p>
            </Alert>
          )}
          <p>
            {file.name}{' '}
            <Button look="quiet" onClick={() => remove(file.name)}>
              {m('button.remove')} <span className="e-hidden">{file.name}</span>
            </Button>
          </p>
        </>
      ) : (
        <FileField
          id="file"
          label={m('page.recordDecision.minutesFile')}
          hint={m('page.recordDecision.minutesFileHint')}
          optional
          sentAtOnce
          kinds={KINDS}
          limit={MAX_FILE_SIZE}
          value={null}
          onChange={(chosen) => void choose(chosen)}
          error={error}
        />
      )}
    </>
  );
}

/** The SHA-256 of the file as it lies with whoever chose it; null where it cannot be read. */
async function sha256Of(file: File): Promise<string | null> {
  try {
    return sha256(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return null;
  }
}

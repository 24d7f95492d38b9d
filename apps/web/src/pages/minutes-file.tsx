import { MAX_FILE_SIZE } from '@enig/hearing';
import { sha256 } from '@enig/kernel';
import { Alert, Button, FileField, useAnnouncer, useMessages } from '@enig/ui';
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
  const { onItsWay, choose, refuse, stop } = useChosenMinutes(form);
  const { file, notTaken } = form.fields;
  return (
    <>
      {onItsWay && <SendingFile onItsWay={onItsWay} stop={stop} />}
      {file ? (
        <>
          {file.note !== null && (
            <Alert tone="warning" live>
              <p>{file.note}</p>
            </Alert>
          )}
          <Chosen form={form} name={file.name} />
        </>
      ) : (
        <>
          <FileField
            id="file"
            label={m('page.recordDecision.minutesFile')}
            hint={m('page.recordDecision.minutesFileHint')}
            optional
            sentAtOnce
            kinds={KINDS}
            limit={MAX_FILE_SIZE}
            value={null}
            onChange={(chosen) => chosen && void choose(chosen)}
            onRefused={refuse}
            error={notTaken?.why ?? error}
          />
          {notTaken && <Chosen form={form} name={notTaken.name} />}
        </>
      )}
    </>
  );
}

/** Sends a file that is chosen. One that is not taken stays in the form with why, as any other field that is wrong. */
function useChosenMinutes({ change }: DecisionForm) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { onItsWay, send, stop } = useSendingFile();
  const refuse = ({ name }: File, why: string) => {
    change({ notTaken: { name, why } });
    // It is said by itself, for nobody has pressed anything that leads to it.
    say(why);
  };
  const choose = async (chosen: File) => {
    change({ isSending: true, notTaken: null });
    const hash = await sha256Of(chosen);
    const address = `/minutes?name=${encodeURIComponent(chosen.name)}&sha256=${hash}`;
    const sent = hash === null ? null : await send(address, chosen);
    change({ isSending: false });
    if (hash === null) refuse(chosen, m('page.recordDecision.minutesUnreadable'));
    else if (sent?.ok) change({ file: { sha256: hash, name: chosen.name, note: sent.note ?? null } });
    else if (sent) refuse(chosen, sent.reason ?? m('page.trouble.failed.text'));
  };
  return { onItsWay, choose, refuse, stop };
}

/** A file that was chosen, by its name, with the button that takes it away again. */
function Chosen({ form, name }: { readonly form: DecisionForm; readonly name: string }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const remove = () => {
    form.change({ file: null, notTaken: null });
    say(m('page.openRound.fileRemoved', { name }));
  };
  return (
    <p>
      {name}{' '}
      <Button look="quiet" onClick={remove}>
        {m('button.remove')} <span className="e-hidden">{name}</span>
      </Button>
    </p>
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

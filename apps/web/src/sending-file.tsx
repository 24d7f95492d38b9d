import { Button, fileSize, useLocale, useMessages } from '@enig/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { useGuardedForm } from './leave-guard';
import { uploadedTo, type Uploaded } from './upload';

/** A file on its way, in bytes. */
interface OnItsWay {
  readonly sent: number;
  readonly size: number;
}

/** How it went; null where the person stopped it. */
type Ended = Uploaded | null;

/**
 * Sends one file at a time, which can be seen and stopped. Leaving the page meanwhile is asked about, and stops it.
 *
 * @returns `send` gives null where it was stopped.
 */
export function useSendingFile() {
  const [onItsWay, setOnItsWay] = useState<OnItsWay | null>(null);
  const stopper = useRef<AbortController | null>(null);
  useGuardedForm(onItsWay !== null);
  useEffect(() => () => stopper.current?.abort(), []);
  const send = async (address: string, file: File): Promise<Ended> => {
    const stop = new AbortController();
    stopper.current = stop;
    setOnItsWay({ sent: 0, size: file.size });
    const progress = (sent: number) => setOnItsWay({ sent: Math.min(sent, file.size), size: file.size });
    const done = await uploadedTo(address, file, { progress, signal: stop.signal });
    stopper.current = null;
    setOnItsWay(null);
    return stop.signal.aborted ? null : done;
  };
  return { onItsWay, send, stop: () => stopper.current?.abort() };
}

/**
 * How much of a file has left, and how to stop it. When all of it has, the server reads it: how long that takes is not
 * known, and it is too late to stop.
 */
export function SendingFile({ onItsWay, stop }: { readonly onItsWay: OnItsWay; readonly stop: () => void }) {
  const m = useMessages();
  const locale = useLocale();
  const id = useId();
  const { sent, size } = onItsWay;
  const isThere = sent >= size;
  return (
    <div className="e-progress">
      <label htmlFor={id}>
        {isThere
          ? m('answer.files.read')
          : m('answer.files.sent', { sent: fileSize(sent, locale), size: fileSize(size, locale) })}
      </label>
      <progress id={id} {...(isThere ? {} : { value: sent, max: size })} />
      <Button busy={isThere} onClick={stop}>
        {m('ui.stop')}
      </Button>
    </div>
  );
}

import { useId, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../messages';
import { Button } from '../parts/button';

/** Words to be copied before they are gone, and beside the button for it what else can be done with them. */
export function WordsToCopy(props: {
  /** Nothing but `children` is shown where there are none. */
  readonly words: string;
  readonly label?: string | undefined;
  readonly onCopied?: (() => void) | undefined;
  readonly children?: ReactNode;
}) {
  const m = useMessages();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  const { words } = props;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      setOutcome('copied');
      props.onCopied?.();
    } catch {
      // Some browsers keep the clipboard from pages; then the words are marked for the person to copy.
      field.current?.select();
      setOutcome('copyFailed');
    }
  };
  return (
    <>
      {words !== '' && (
        <>
          <label className="form-label" htmlFor={id}>
            {props.label ?? m('ui.save.yourWords')}
          </label>
          <textarea ref={field} id={id} className="form-input e-width-full" readOnly rows={4} value={words} />
        </>
      )}
      <div className="e-button-row">
        {words !== '' && <Button onClick={() => void copy()}>{m('ui.save.copyWords')}</Button>}
        {props.children}
      </div>
      <p role="status">{outcome && m(`ui.save.${outcome}`)}</p>
    </>
  );
}

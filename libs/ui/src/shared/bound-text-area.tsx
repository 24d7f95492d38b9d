import { useEffect, useRef } from 'react';
import type { SharedWords } from './shared-words';
import { TextBinding } from './text-binding';

/** A native text area tied to shared words; it grows with them. `words` must be the same object while it is shown. */
export function BoundTextArea(props: {
  readonly words: SharedWords;
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly rows: number;
  /** Whether Enter begins a new line; else the words only wrap. */
  readonly multiline: boolean;
  readonly maxLength?: number | undefined;
}) {
  const control = useRef<HTMLTextAreaElement>(null);
  const { words } = props;
  useEffect(() => {
    const element = control.current;
    if (!element) return;
    const binding = new TextBinding(words, element, () => grow(element));
    return () => binding.destroy();
  }, [words]);
  return (
    <textarea
      ref={control}
      id={props.id}
      className="form-input e-width-full"
      rows={props.rows}
      readOnly={props.readOnly}
      maxLength={props.maxLength}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !props.multiline) event.preventDefault();
      }}
      onPaste={(event) => {
        if (props.multiline) return;
        const pasted = event.clipboardData.getData('text/plain');
        if (!/[\r\n]/.test(pasted)) return;
        event.preventDefault();
        insert(event.currentTarget, pasted.trim().replace(/\s*[\r\n]+\s*/g, ' '));
      }}
    />
  );
}

/** As if it had been typed: no more than there is room for. */
function insert(element: HTMLTextAreaElement, words: string): void {
  const { selectionStart: start, selectionEnd: end, maxLength } = element;
  const room = maxLength < 0 ? words.length : Math.max(0, maxLength - element.value.length + end - start);
  element.setRangeText(words.slice(0, room), start, end, 'end');
  element.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Where the browser cannot size a field by its words. */
function grow(element: HTMLTextAreaElement): void {
  if (typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')) return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
}

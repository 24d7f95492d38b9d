import { useCallback, useId, useMemo } from 'react';
import type * as Y from 'yjs';
import { FieldError } from '../fields/field';
import { useMessages } from '../messages';
import { BoundTextArea } from './bound-text-area';
import { wordsOfText } from './shared-words';
import { useShared } from './use-shared';

/** A field for words that several may write at the same time. */
export type YTextFieldProps = {
  readonly ytext: Y.Text;
  readonly label: string;
  /** The whole name, where the label says it only to those who see where it stands: "Mål 2: titel". */
  readonly name?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Given so that focus can be moved to the field and errors can link to it. */
  readonly id?: string | undefined;
  /** Whether Enter begins a new line; else the words only wrap. */
  readonly multiline?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  /** `title` is set as the heading it will be. */
  readonly look?: 'field' | 'title' | undefined;
  readonly maxLength?: number | undefined;
};

const LONGEST = 2_000;

/** A native field bound to a Y.Text; it wraps and grows, so that long titles can be read whole on a narrow screen. */
export function YTextField(props: YTextFieldProps) {
  const made = useId();
  const id = props.id ?? made;
  const words = useMemo(() => wordsOfText(props.ytext), [props.ytext]);
  const limit = props.maxLength ?? LONGEST;
  const full = useFull(props.ytext, limit);
  const describedBy = [props.hint && `${id}-hint`, props.error && `${id}-error`, full && `${id}-full`];
  return (
    <div className={`e-words e-words-${props.look ?? 'field'}`}>
      <label className="form-label" htmlFor={id}>
        {props.name === undefined ? props.label : <NamedLabel label={props.label} name={props.name} />}
      </label>
      {props.hint && (
        <p className="form-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <FieldError id={`${id}-error`}>{props.error}</FieldError>
      <BoundTextArea
        words={words}
        id={id}
        describedBy={describedBy.filter(Boolean).join(' ') || undefined}
        invalid={props.error !== undefined}
        readOnly={props.readOnly}
        rows={props.multiline ? 3 : 1}
        multiline={props.multiline ?? false}
        maxLength={limit}
      />
      <p className="form-hint" id={`${id}-full`} role="status">
        {full}
      </p>
    </div>
  );
}

/** The browser takes no more than there is room for, and says nothing of it: that is said here. */
function useFull(ytext: Y.Text, limit: number): string {
  const m = useMessages();
  const isFull = useCallback((text: Y.Text) => text.length >= limit, [limit]);
  return useShared(ytext, isFull) ? m('ui.words.full', { limit }) : '';
}

function NamedLabel({ label, name }: { readonly label: string; readonly name: string }) {
  return (
    <>
      <span aria-hidden="true">{label}</span>
      <span className="e-hidden">{name}</span>
    </>
  );
}

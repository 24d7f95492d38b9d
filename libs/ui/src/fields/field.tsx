import { useId, type ReactNode } from 'react';
import { useMessages } from '../messages';

/** What every field is given. */
export type FieldProps = {
  /** Always seen. */
  readonly label: string;
  /** For links from an error summary; made up where it is left out. */
  readonly id?: string | undefined;
  readonly hint?: string | undefined;
  /** What is wrong and what to do, in the words the error summary uses. */
  readonly error?: string | undefined;
  /** Says after the label that the field may stay empty. */
  readonly optional?: boolean | undefined;
};

/** What ties a control to its label, hint and error. */
export type ControlProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

/** The id of a field and what describes it: the hint, then the error. */
export function useFieldIds({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  const made = useId();
  const field = id ?? made;
  const hintId = `${field}-hint`;
  const errorId = `${field}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined;
  return { id: field, hintId, errorId, describedBy };
}

/** Label, hint, error and the control itself, tied together. */
export function Field(props: FieldProps & { readonly control: (control: ControlProps) => ReactNode }) {
  const { id, hintId, errorId, describedBy } = useFieldIds(props);
  return (
    <div className={props.error ? 'e-field e-field-wrong' : 'e-field'}>
      <label className="form-label" htmlFor={id}>
        {props.label} <Optional when={props.optional} />
      </label>
      <Hint id={hintId}>{props.hint}</Hint>
      <FieldError id={errorId}>{props.error}</FieldError>
      {props.control({ id, 'aria-describedby': describedBy, 'aria-invalid': props.error ? true : undefined })}
    </div>
  );
}

/** A question with several controls under it. */
export function FieldGroup(
  props: FieldProps & { readonly legendHidden?: boolean | undefined; readonly children: ReactNode },
) {
  const { id, hintId, errorId, describedBy } = useFieldIds(props);
  return (
    <fieldset
      className={props.error ? 'e-field e-field-wrong' : 'e-field'}
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy}
    >
      <legend className={props.legendHidden ? 'e-hidden' : 'form-label'}>
        {props.label} <Optional when={props.optional} />
      </legend>
      <Hint id={hintId}>{props.hint}</Hint>
      <FieldError id={errorId}>{props.error}</FieldError>
      {props.children}
    </fieldset>
  );
}

function Optional({ when }: { readonly when: boolean | undefined }) {
  const m = useMessages();
  return when ? <span className="e-optional">{m('ui.optional')}</span> : null;
}

function Hint({ id, children }: { readonly id: string; readonly children: string | undefined }) {
  return children ? (
    <p className="form-hint" id={id}>
      {children}
    </p>
  ) : null;
}

/** What is wrong with a field, with the word "error" before it for those who do not see the colour. */
export function FieldError({ id, children }: { readonly id: string; readonly children: string | undefined }) {
  const m = useMessages();
  return children ? (
    <p className="form-error-message" id={id}>
      <span className="e-hidden">{m('ui.error')} </span>
      {children}
    </p>
  ) : null;
}

import type { Ref } from 'react';
import { Field, type FieldProps } from './field';

type Value = { readonly value: string; readonly onChange: (value: string) => void };

/** How wide a field is: as wide as what is expected in it. */
export type FieldWidth = 'short' | 'medium' | 'full';

/** One line of text. A search is never something one must fill in, and it goes without saying. */
export function TextField(
  props: FieldProps &
    Value & {
      readonly type?: 'text' | 'email' | 'search' | 'url' | 'tel' | undefined;
      readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'url' | undefined;
      readonly autoComplete?: string | undefined;
      readonly spellCheck?: boolean | undefined;
      readonly width?: FieldWidth | undefined;
      readonly maxLength?: number | undefined;
      readonly name?: string | undefined;
      readonly ref?: Ref<HTMLInputElement> | undefined;
    },
) {
  return (
    <Field
      {...props}
      control={(control) => (
        <input
          {...control}
          ref={props.ref}
          className={`form-input e-width-${props.width ?? 'medium'}`}
          type={props.type ?? 'text'}
          name={props.name}
          inputMode={props.inputMode}
          autoComplete={props.autoComplete ?? 'off'}
          spellCheck={props.spellCheck}
          maxLength={props.maxLength}
          aria-required={props.optional || props.type === 'search' ? undefined : true}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    />
  );
}

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea(
  props: FieldProps &
    Value & {
      readonly rows?: number | undefined;
      readonly maxLength?: number | undefined;
      readonly readOnly?: boolean | undefined;
      readonly ref?: Ref<HTMLTextAreaElement> | undefined;
    },
) {
  return (
    <Field
      {...props}
      control={(control) => (
        <textarea
          {...control}
          ref={props.ref}
          className="form-input e-width-full e-grows"
          rows={props.rows ?? 4}
          maxLength={props.maxLength}
          readOnly={props.readOnly}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    />
  );
}

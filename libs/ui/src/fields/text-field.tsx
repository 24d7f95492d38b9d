import type { Ref } from 'react';
import { Field, type FieldProps } from './field';
import { InRoom, useRoom } from './room';

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
      /** How many characters there is room for. More is an error, and stays to be made shorter. */
      readonly maxLength?: number | undefined;
      readonly name?: string | undefined;
      readonly ref?: Ref<HTMLInputElement> | undefined;
    },
) {
  const room = useRoom(props.value, props.maxLength);
  return (
    <Field
      {...props}
      error={room.error ?? props.error}
      control={(control) => (
        <InRoom room={room} control={control}>
          {(described) => (
            <input
              {...described}
              ref={props.ref}
              className={`form-input e-width-${props.width ?? 'medium'}`}
              type={props.type ?? 'text'}
              name={props.name}
              inputMode={props.inputMode}
              autoComplete={props.autoComplete ?? 'off'}
              spellCheck={props.spellCheck}
              aria-required={props.optional || props.type === 'search' ? undefined : true}
              value={props.value}
              onChange={(event) => props.onChange(event.target.value)}
            />
          )}
        </InRoom>
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
  const room = useRoom(props.value, props.maxLength);
  return (
    <Field
      {...props}
      error={room.error ?? props.error}
      control={(control) => (
        <InRoom room={room} control={control}>
          {(described) => (
            <textarea
              {...described}
              ref={props.ref}
              className="form-input e-width-full e-grows"
              rows={props.rows ?? 4}
              readOnly={props.readOnly}
              value={props.value}
              onChange={(event) => props.onChange(event.target.value)}
            />
          )}
        </InRoom>
      )}
    />
  );
}

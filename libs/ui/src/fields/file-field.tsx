import { useRef, useState } from 'react';
import { fileSize } from '../clock';
import { useLocale, useMessages } from '../messages';
import { Button } from '../parts/button';
import { Field, type FieldProps } from './field';

/** One file, with what was chosen said in words and its size and kind checked before anything is sent. */
export function FileField(
  props: FieldProps & {
    /** File endings that may be chosen, as `.pdf`. */
    readonly kinds: readonly string[];
    /** Largest size in bytes. */
    readonly limit: number;
    readonly value: File | null;
    readonly onChange: (file: File | null) => void;
    /** The file is sent when it is chosen: the field is empty again for the next one, which may be the same. */
    readonly sentAtOnce?: boolean | undefined;
    /** Told of a file of the wrong size or kind, for a form that waits until it is mended; else it is said here alone. */
    readonly onRefused?: ((file: File, why: string) => void) | undefined;
  },
) {
  const m = useMessages();
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string>();
  const limit = fileSize(props.limit, locale);
  const choose = (file: File | null) => {
    const wrong = file ? whatIsWrong(file) : undefined;
    if (props.sentAtOnce && input.current) input.current.value = '';
    if (file && wrong && props.onRefused) return props.onRefused(file, wrong);
    setRefused(wrong);
    props.onChange(wrong ? null : file);
  };
  const whatIsWrong = (file: File): string | undefined => {
    if (file.size > props.limit) return m('ui.file.tooLarge', { size: fileSize(file.size, locale), limit });
    const isKnown = props.kinds.some((kind) => file.name.toLowerCase().endsWith(kind));
    return isKnown ? undefined : m('ui.file.wrongKind', { name: file.name, kinds: props.kinds.join(', ') });
  };
  const remove = () => {
    if (input.current) input.current.value = '';
    choose(null);
    input.current?.focus();
  };
  return (
    <div>
      <Field
        {...props}
        hint={[props.hint, m('ui.file.limit', { limit })].filter(Boolean).join(' ')}
        error={refused ?? props.error}
        control={(control) => (
          <input
            {...control}
            ref={input}
            className="e-file"
            type="file"
            accept={props.kinds.join(',')}
            onChange={(event) => choose(event.target.files?.[0] ?? null)}
          />
        )}
      />
      {props.value && (
        <p className="e-file-chosen">
          {m('ui.file.chosen', { name: props.value.name, size: fileSize(props.value.size, locale) })}{' '}
          <Button look="quiet" onClick={remove}>
            {m('ui.file.remove', { name: props.value.name })}
          </Button>
        </p>
      )}
    </div>
  );
}

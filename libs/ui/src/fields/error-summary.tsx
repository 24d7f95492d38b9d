import { useEffect, useId, useRef } from 'react';
import { useMessages } from '../messages';

/** One thing wrong: the field's id and the same words as stand at the field. */
export type SummaryError = { readonly field: string; readonly message: string };

/**
 * All that is wrong with a form, above it; each line leads to its field. Nothing is drawn without errors.
 *
 * @param props.attempt how many times the form was sent in vain. The summary takes focus when it grows, and at no other
 *   time: somebody who is mending one of two errors is left where they write.
 */
export function ErrorSummary(props: { readonly errors: readonly SummaryError[]; readonly attempt: number }) {
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  const { errors, attempt } = props;
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="e-error-summary" role="group" tabIndex={-1} aria-labelledby={heading}>
      <h2 id={heading}>{m('ui.errorSummary')}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field}-${message}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(field);
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** To the field itself, or to the first control in a group of them. */
function goTo(field: string): void {
  const target = document.getElementById(field);
  const control = target?.matches('fieldset') ? target.querySelector<HTMLElement>('input, select, textarea') : target;
  control?.focus();
  target?.scrollIntoView({ block: 'center' });
}

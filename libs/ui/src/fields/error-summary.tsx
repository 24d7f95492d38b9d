import { useEffect, useRef } from 'react';
import { useMessages } from '../messages';

/** One thing wrong: the field's id and the same words as stand at the field. */
export type SummaryError = { readonly field: string; readonly message: string };

/**
 * All that is wrong with a form, above it. It takes focus each time it is given new errors; each line leads to its
 * field. Nothing is drawn without errors.
 */
export function ErrorSummary({ errors }: { readonly errors: readonly SummaryError[] }) {
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map(({ field, message }) => `${field} ${message}`).join('\n');
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="e-error-summary" role="group" tabIndex={-1} aria-labelledby="error-summary-heading">
      <h2 id="error-summary-heading">{m('ui.errorSummary')}</h2>
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

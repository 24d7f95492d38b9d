import type { LocalDate } from '@enig/kernel';
import { useEffect, useRef, useState, type ClipboardEvent } from 'react';
import { monthName, thisYear } from '../clock';
import { useLocale, useMessages } from '../messages';
import { partsOf, pastedParts, readParts, type DateParts, type DatePartsRefused } from './date-parts';
import { FieldGroup, type FieldProps } from './field';

const PARTS = ['day', 'month', 'year'] as const;

/**
 * A day, written as day, month and year in three plain fields: no picker to learn, a whole date can be pasted into any
 * of them, and what is wrong is said of the part it is in, when one leaves the field.
 *
 * @param props.onChange a day that exists; null when the field is empty; undefined while it cannot be read, and then
 *   why, in the field's own words: an error summary says the same.
 */
export function DateField(
  props: FieldProps & {
    readonly value: string | null;
    readonly onChange: (date: LocalDate | null | undefined, unreadable?: string) => void;
    /** Says what is wrong also before the field is left: when a form was sent. */
    readonly showErrors?: boolean | undefined;
    /** Whether a day that has been is asked for; the example is such a day too. */
    readonly isPast?: boolean | undefined;
  },
) {
  const m = useMessages();
  const [typed, setTyped] = useState(partsOf(props.value));
  const [known, setKnown] = useState(props.value);
  const [left, setLeft] = useState(false);
  if (known !== props.value) {
    setKnown(props.value);
    // Nothing, where what is typed cannot be read yet, is an echo of that: what is typed stays to be mended.
    const isEcho = props.value === null && valueOf(typed) === undefined;
    if (!isEcho && props.value !== valueOf(typed)) setTyped(partsOf(props.value));
  }
  const read = readParts(typed);
  const refused = read.kind === 'wrong' && (left || props.showErrors) ? read.refused : null;
  const say = useRefusal(props.isPast);
  const sentence = refused ? say(refused, typed) : undefined;
  const change = (next: DateParts) => {
    setTyped(next);
    const date = valueOf(next);
    if (date !== undefined) setKnown(date);
    const now = readParts(next);
    if (now.kind === 'wrong') props.onChange(undefined, say(now.refused, next));
    else props.onChange(date);
  };
  return (
    <FieldGroup
      {...props}
      hint={props.hint ?? m('ui.date.hint', { year: exampleYear(props.isPast) })}
      error={sentence ?? props.error}
    >
      <DateInputs
        typed={typed}
        wrong={refused?.part ?? (props.error ? 'all' : null)}
        onChange={change}
        onEnter={() => setLeft(false)}
        onLeave={() => setLeft(true)}
      />
    </FieldGroup>
  );
}

function DateInputs(props: {
  readonly typed: DateParts;
  readonly wrong: keyof DateParts | 'all' | null;
  readonly onChange: (parts: DateParts) => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}) {
  const m = useMessages();
  const group = useRef<HTMLDivElement>(null);
  const afterPress = useAfterPress();
  const isOutside = (element: Element | null) => !group.current?.contains(element);
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const parts = pastedParts(event.clipboardData.getData('text/plain'));
    if (!parts) return;
    event.preventDefault();
    props.onChange(parts);
  };
  return (
    <div className="e-date" ref={group}>
      {PARTS.map((part) => (
        <label key={part} className="e-date-part">
          <span>{m(`ui.date.${part}`)}</span>
          <input
            className={`form-input e-date-${part}`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={part === 'year' ? 4 : 2}
            aria-invalid={props.wrong === part || props.wrong === 'all' ? true : undefined}
            value={props.typed[part]}
            onChange={(event) => props.onChange({ ...props.typed, [part]: event.target.value })}
            onFocus={(event) => isOutside(event.relatedTarget) && props.onEnter()}
            onBlur={(event) => isOutside(event.relatedTarget) && afterPress(props.onLeave)}
            onPaste={paste}
          />
        </label>
      ))}
    </div>
  );
}

/**
 * Does something once the mouse or finger is lifted, or at once when none is down: words that come while it is down move
 * what it is pressing, and the press is lost.
 */
function useAfterPress(): (act: () => void) => void {
  const isDown = useRef(false);
  useEffect(() => {
    const down = () => void (isDown.current = true);
    const up = () => void (isDown.current = false);
    window.addEventListener('pointerdown', down, true);
    for (const end of ENDS) window.addEventListener(end, up, true);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      for (const end of ENDS) window.removeEventListener(end, up, true);
    };
  }, []);
  return (act) => {
    if (!isDown.current) return act();
    // The press itself comes right after.
    window.addEventListener('pointerup', () => setTimeout(act), { once: true });
  };
}

const ENDS = ['pointerup', 'pointercancel'] as const;

function valueOf(parts: DateParts): LocalDate | null | undefined {
  const read = readParts(parts);
  if (read.kind === 'wrong') return undefined;
  return read.kind === 'date' ? read.date : null;
}

/** A year that makes the example a day of the kind that is asked for, whenever it is read. */
function exampleYear(isPast = false): string {
  return String(thisYear() + (isPast ? -1 : 1));
}

function useRefusal(isPast?: boolean): (refused: DatePartsRefused, typed: DateParts) => string {
  const m = useMessages();
  const locale = useLocale();
  return ({ code }, typed) => {
    switch (code) {
      case 'noSuchDay':
        return m('ui.date.noSuchDay', { day: typed.day.trim(), month: monthName(Number(typed.month), locale) });
      case 'yearNotNumber':
        return m('ui.date.yearNotNumber', { year: exampleYear(isPast) });
      default:
        return m(`ui.date.${code}`);
    }
  };
}

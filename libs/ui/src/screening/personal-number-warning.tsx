import { findPersonalNumbers } from '@enig/hearing';
import { useEffect, useMemo, useRef } from 'react';
import { useAnnouncer } from '../announcer';
import { useMessages } from '../messages';
import { Alert } from '../parts/alert';

/** A field somebody writes in, as it is looked through: what it is called, where it stands, and what it says. */
export type LookedThrough = { readonly name: string; readonly id: string; readonly text: string };

/**
 * Warns that a personal number seems to stand in what somebody writes (HE-46), by field and line and never by what it is.
 * Looked for in the browser: nothing leaves it. It forbids nothing itself, and nothing is shown where nothing was found. It is
 * said aloud once for each number that comes, and not again when the lines above it change.
 */
export function PersonalNumberWarning(props: {
  readonly fields: readonly LookedThrough[];
  /** What becomes of the words; left out, they are an answer's. */
  readonly help?: string;
}) {
  const m = useMessages();
  const { fields, help = m('screening.warning.help') } = props;
  const found = useMemo(() => fields.map((field) => ({ ...field, lines: linesWithNumbers(field.text) })), [fields]);
  const places = found.flatMap(({ name, id, lines }) => [...new Set(lines)].map((line) => ({ name, id, line })));
  useSaidWhenMore(found.reduce((sum, { lines }) => sum + lines.length, 0));
  if (places.length === 0) return null;
  return (
    <Alert tone="warning" heading={m('screening.warning.title')}>
      <ul>
        {places.map(({ name, id, line }) => (
          <li key={`${id} ${line}`}>
            <a href={`#${id}`}>{m('screening.warning.place', { field: name, line })}</a>
          </li>
        ))}
      </ul>
      <p>{help}</p>
    </Alert>
  );
}

/** What was there when the page came is read with the page. */
function useSaidWhenMore(count: number): void {
  const m = useMessages();
  const { say } = useAnnouncer();
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) say(m('screening.warning.said'));
    before.current = count;
  }, [count, m, say]);
}

/** The line of each number, counting from 1 those that say something. */
function linesWithNumbers(text: string): number[] {
  return findPersonalNumbers(text).map(({ start }) => {
    const before = text.slice(0, start).split('\n').slice(0, -1);
    return before.filter((line) => line.trim() !== '').length + 1;
  });
}

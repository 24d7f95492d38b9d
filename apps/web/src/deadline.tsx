import { instantOf, type Instant } from '@enig/kernel';
import { deadlineChangesAt } from '@enig/messages';
import { useMessages } from '@enig/ui';
import { useEffect, useState } from 'react';
import { useFormats } from './formats';

/** What a page knows of a round's deadline. */
export interface DeadlineOf {
  readonly dueAt: string;
  /** Those it was extended by; only whether there are any is asked. */
  readonly extensions: readonly unknown[];
}

/** Longest time in ms a browser waits by itself. */
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * A round's deadline as it is said everywhere, and said anew when it changes: as the hours go, at midnight, and when it
 * passes while the page is open. By this computer's clock; what is late is judged by the database's.
 */
export function DeadlineWords(props: {
  readonly round: DeadlineOf;
  /** Answers are not taken any more: what is left, or how late one is, is nobody's business then. */
  readonly isOver?: boolean;
}) {
  const { round, isOver = false } = props;
  const m = useMessages();
  const formats = useFormats();
  const dueAt = round.dueAt as Instant;
  const now = useNowFor(dueAt);
  const deadline = formats.deadline({ dueAt, isExtended: round.extensions.length > 0 }, now);
  return <>{m('page.hearing.due', { deadline: isOver ? formats.dueAt(dueAt) : deadline })}</>;
}

/** Whether a deadline has passed, also while the page is open. By this computer's clock; the database's decides. */
export function useIsPast(dueAt: string): boolean {
  return useNowFor(dueAt as Instant) >= dueAt;
}

/** This moment, until what is said of the deadline is another thing. */
function useNowFor(dueAt: Instant): Instant {
  const [now, setNow] = useState(() => instantOf(new Date()));
  useEffect(() => {
    const wait = Date.parse(deadlineChangesAt(dueAt, now)) - Date.now();
    const timer = setTimeout(() => setNow(instantOf(new Date())), Math.min(Math.max(wait, 0) + 1, LONGEST_WAIT));
    return () => clearTimeout(timer);
  }, [dueAt, now]);
  return now;
}

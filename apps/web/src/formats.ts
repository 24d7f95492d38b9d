import { type Instant, type LocalDate } from '@enig/kernel';
import {
  formatDate,
  formatDateTime,
  formatDaysLeft,
  formatList,
  formatMoment,
  formatNumber,
  formatShortDate,
  formatTime,
  formatWeekday,
  formatWhen,
  wordDeadline,
  wordDueAt,
  wordTimeLeft,
  type Deadline,
  type Locale,
} from '@enig/messages';
import { useLocale } from '@enig/ui';
import { useMemo } from 'react';

/**
 * Days, moments and lists as they are said in one language. Days and moments come as the wire has them: GraphQL's
 * `LocalDate` and `Instant`, which the server writes and which are strings here.
 */
export interface Formats {
  /** "15. oktober 2026" */
  readonly date: (day: string) => string;
  /** "15.10.2026", for tables. */
  readonly shortDate: (day: string) => string;
  /** "fredag den 10. april 2026" */
  readonly weekday: (day: string) => string;
  /** "10.42", in Copenhagen. */
  readonly time: (at: string) => string;
  /** "10. april 2026 kl. 10.42", in Copenhagen. */
  readonly dateTime: (at: string) => string;
  /** "fredag den 10. april 2026 kl. 10.42", in Copenhagen: when something was done that one may have to prove. */
  readonly moment: (at: string) => string;
  /** "i dag kl. 10.42", "i går kl. 10.42", otherwise the date. */
  readonly when: (at: string, today: LocalDate) => string;
  /** "18 dage", "i morgen", "i dag", "for 3 dage siden". */
  readonly daysLeft: (day: string, today: LocalDate) => string;
  /** "fredag den 10. april 2026 kl. 24" */
  readonly dueAt: (at: string) => string;
  /** "18 dage", "i dag, 5 timer tilbage", "udløb for 3 dage siden". */
  readonly timeLeft: (dueAt: string, now: Instant) => string;
  /** "fredag den 10. april 2026 kl. 24 · 18 dage · forlænget" */
  readonly deadline: (deadline: Deadline, now: Instant) => string;
  /** "1.342" and "6,1". */
  readonly number: (value: number) => string;
  /** "Greve, Holbæk og Solrød" */
  readonly list: (items: readonly string[]) => string;
}

/** How a language says days, moments and lists. Pages ask `useFormats`; this is for what is no part of a page. */
export function formatsIn(locale: Locale): Formats {
  return {
    date: (day) => formatDate(day as LocalDate, locale),
    shortDate: (day) => formatShortDate(day as LocalDate, locale),
    weekday: (day) => formatWeekday(day as LocalDate, locale),
    time: (at) => formatTime(at as Instant, locale),
    dateTime: (at) => formatDateTime(at as Instant, locale),
    moment: (at) => formatMoment(at as Instant, locale),
    when: (at, today) => formatWhen(at as Instant, today, locale),
    daysLeft: (day, today) => formatDaysLeft(day as LocalDate, today, locale),
    dueAt: (at) => wordDueAt(at as Instant, locale),
    timeLeft: (dueAt, now) => wordTimeLeft(dueAt as Instant, now, locale),
    deadline: (deadline, now) => wordDeadline(deadline, now, locale),
    number: (value) => formatNumber(value, locale),
    list: (items) => formatList(items, locale),
  };
}

/**
 * Days, moments and lists in the reader's language. The only way to say one in a page: lint refuses the functions of
 * `@enig/messages` here, since each of them speaks Danish to whoever forgets the language (eslint.layers.mjs).
 */
export function useFormats(): Formats {
  const locale = useLocale();
  return useMemo(() => formatsIn(locale), [locale]);
}

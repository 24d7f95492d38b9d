import { COPENHAGEN, daysBetween, localDateAt, type Instant, type LocalDate } from '@enig/kernel';
import { languageOf, message, type Locale } from './message';

const cached = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = cached.get(key) ?? new Intl.DateTimeFormat(languageOf[locale], options);
  cached.set(key, known);
  return known;
}

/** A day has no clock: it is read and written in the same zone, whichever. */
const asDay = { timeZone: 'UTC' } as const;
const inCopenhagen = { timeZone: COPENHAGEN } as const;

/**
 * Keeps together what one reads together: the day and its month, "kl." and the hour. Without it a narrow page has "1."
 * at the end of a line and "maj" at the beginning of the next.
 */
function unbroken(words: string): string {
  return words.replace(/\b(\d{1,2}\.?) (?=\p{L})/gu, '$1\u00a0').replace(/\bkl\. (?=\d)/g, 'kl.\u00a0');
}

/** "15. oktober 2026", the day and the month on one line. */
export function formatDate(date: LocalDate, locale: Locale = 'da'): string {
  return unbroken(formatter(locale, { ...asDay, dateStyle: 'long' }).format(new Date(date)));
}

/** "15.10.2026", for tables. */
export function formatShortDate(date: LocalDate, locale: Locale = 'da'): string {
  return formatter(locale, { ...asDay, day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(date));
}

/** "fredag den 10. april 2026" */
export function formatWeekday(date: LocalDate, locale: Locale = 'da'): string {
  return unbroken(formatter(locale, { ...asDay, dateStyle: 'full' }).format(new Date(date)));
}

/** "10.42", in Copenhagen. */
export function formatTime(at: Instant, locale: Locale = 'da'): string {
  return formatter(locale, { ...inCopenhagen, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** "10. april 2026 kl. 10.42", in Copenhagen. */
export function formatDateTime(at: Instant, locale: Locale = 'da'): string {
  return unbroken(formatter(locale, { ...inCopenhagen, dateStyle: 'long', timeStyle: 'short' }).format(new Date(at)));
}

/** "fredag den 10. april 2026 kl. 10.42", in Copenhagen: when something was done that one may have to prove. */
export function formatMoment(at: Instant, locale: Locale = 'da'): string {
  return unbroken(formatter(locale, { ...inCopenhagen, dateStyle: 'full', timeStyle: 'short' }).format(new Date(at)));
}

/** "i dag kl. 10.42", "i går kl. 10.42", otherwise the date: when something was last changed. */
export function formatWhen(at: Instant, today: LocalDate, locale: Locale = 'da'): string {
  const day = localDateAt(at);
  const time = formatTime(at, locale);
  switch (daysBetween(day, today)) {
    case 0:
      return message(locale, 'when.today', { time });
    case 1:
      return message(locale, 'when.yesterday', { time });
    default:
      return formatDate(day, locale);
  }
}

/** "18 dage", "i morgen", "i dag", "for 3 dage siden". */
export function formatDaysLeft(dueDate: LocalDate, today: LocalDate, locale: Locale = 'da'): string {
  const days = daysBetween(today, dueDate);
  if (days === 0) return message(locale, 'deadline.today');
  if (days === 1) return message(locale, 'deadline.tomorrow');
  return days > 0
    ? message(locale, 'deadline.days', { count: days })
    : message(locale, 'deadline.daysAgo', { count: -days });
}

/** "1.342" and "6,1". */
export function formatNumber(value: number, locale: Locale = 'da'): string {
  return new Intl.NumberFormat(languageOf[locale]).format(value);
}

/** "Greve, Holbæk og Solrød" */
export function formatList(items: readonly string[], locale: Locale = 'da'): string {
  return new Intl.ListFormat(languageOf[locale], { type: 'conjunction' }).format(items);
}

const danish = new Intl.Collator('da-DK');

/** Sorted as a Danish reader expects: æ, ø, å last, and aa as å. Returns a new array. */
export function sortDanish(names: readonly string[]): string[];
export function sortDanish<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[];
export function sortDanish<Item>(items: readonly Item[], nameOf: (item: Item) => string = String): Item[] {
  return items.toSorted((one, other) => danish.compare(nameOf(one), nameOf(other)));
}

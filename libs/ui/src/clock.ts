import { languageOf, type Locale } from '@enig/messages';

/** The time of day in Copenhagen as it is written in a state line: `10.42`. @param millis since 1970, UTC. */
export function clockTime(millis: number, locale: Locale): string {
  const format = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Copenhagen' } as const;
  return new Intl.DateTimeFormat(languageOf[locale], format).format(millis);
}

/** The name of a month, 1 to 12. */
export function monthName(month: number, locale: Locale): string {
  const format = { month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageOf[locale], format).format(Date.UTC(2000, month - 1, 1));
}

/** A size in the unit a person would use: `420 kB`, `3,2 MB`. @param bytes how many. */
export function fileSize(bytes: number, locale: Locale): string {
  const [amount, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1000), 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(languageOf[locale], { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}

import { addDays, type Instant, type LocalDate } from '@enig/kernel';

/** A day in a calendar (DOC-8): a whole day, as deadlines are. */
export interface CalendarEvent {
  /** Names it for ever, so that a program that has it already moves it instead of adding another; without line breaks. */
  readonly uid: string;
  readonly on: LocalDate;
  readonly title: string;
  readonly description: string;
  /** The page it is about, with https. */
  readonly url: string;
}

/** Most bytes of a line, its end not counted (RFC 5545, 3.1). */
const LINE = 75;

/**
 * A calendar as programs fetch it again and again: RFC 5545, whole days in Copenhagen as dates without a time zone, none
 * of which blocks anybody's time (DOC-8).
 *
 * @param about.name what the calendar is called.
 * @param about.madeAt when it was made: the same events at the same time are the same bytes.
 */
export function calendarOf(
  events: readonly CalendarEvent[],
  { name, madeAt }: { readonly name: string; readonly madeAt: Instant },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Enig//Kalender//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, on, title, description, url }: CalendarEvent, madeAt: Instant): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp(madeAt)}`,
    `DTSTART;VALUE=DATE:${day(on)}`,
    // The day after: an end is the first day that is not in it.
    `DTEND;VALUE=DATE:${day(addDays(on, 1))}`,
    `SUMMARY:${escaped(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    `URL:${url.replace(/\s/gu, '')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function day(date: LocalDate): string {
  return date.replaceAll('-', '');
}

/** In UTC and whole seconds. */
function stamp(at: Instant): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A text value (3.3.11); what is no line break and no sign to be read is left out. */
function escaped(value: string): string {
  return value
    .replace(/\r\n?|[\u{2028}\u{2029}]/gu, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A long line goes on after a break and a space; never in the middle of a sign, which may have four bytes. */
function folded(line: string): string {
  let length = 0;
  let out = '';
  for (const sign of line) {
    const bytes = Buffer.byteLength(sign);
    if (length + bytes > LINE) {
      out += '\r\n ';
      length = 1;
    }
    out += sign;
    length += bytes;
  }
  return out;
}

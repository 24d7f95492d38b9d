import { instantOf, localDateOf } from '@enig/kernel';
import fc from 'fast-check';
import { calendarOf, type CalendarEvent } from './calendar';

const about = { name: 'Enig: frister', madeAt: instantOf('2026-03-28T23:30:15.250Z') };
const deadline: CalendarEvent = {
  uid: 'decision-1@enig',
  on: localDateOf('2026-03-29'),
  title: 'Frist: Rammeaftale, del 1; økonomi',
  description: 'Alle skal have besluttet.\nSe, hvem der mangler',
  url: 'https://enig.example/aftaler/1/godkendelse',
};

/** What a program reads: folds taken away, one line each. */
function unfolded(calendar: string): string[] {
  expect(calendar.endsWith('\r\n')).toBe(true);
  return calendar.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
}

function valueOf(calendar: string, name: string): string {
  const line = unfolded(calendar).find((each) => each.startsWith(name));
  return (line ?? '').slice(name.length + 1);
}

/** A text value as a program reads it. */
function read(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

describe('DOC-8 a calendar is one that every program can read', () => {
  it('is a calendar of whole days, also over a change of clocks', () => {
    expect(unfolded(calendarOf([deadline], about))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Enig//Kalender//DA',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Enig: frister',
      'X-WR-CALNAME:Enig: frister',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'BEGIN:VEVENT',
      'UID:decision-1@enig',
      'DTSTAMP:20260328T233015Z',
      'DTSTART;VALUE=DATE:20260329',
      'DTEND;VALUE=DATE:20260330',
      String.raw`SUMMARY:Frist: Rammeaftale\, del 1\; økonomi`,
      String.raw`DESCRIPTION:Alle skal have besluttet.\nSe\, hvem der mangler`,
      'URL:https://enig.example/aftaler/1/godkendelse',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('without events is one all the same', () => {
    expect(calendarOf([], about)).toMatch(/^BEGIN:VCALENDAR\r\n(?:.+\r\n)+END:VCALENDAR\r\n$/u);
  });

  it('property: no line is longer than 75 bytes, none breaks off a sign, and what was written is read again', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(words, words, (title, description) => {
        const calendar = calendarOf([{ ...deadline, title, description }], about);
        for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const plain = (given: string) => given.replace(/\r\n?|[\u2028\u2029]/gu, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
        expect(read(valueOf(calendar, 'SUMMARY'))).toBe(plain(title));
        if (description !== '') expect(read(valueOf(calendar, 'DESCRIPTION'))).toBe(plain(description));
      }),
    );
  });

  it('nothing somebody called an agreement can begin another line', () => {
    const calendar = calendarOf([{ ...deadline, title: 'A\r\nEND:VEVENT\r\nBEGIN:VALARM' }], about);
    expect(unfolded(calendar).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(unfolded(calendar)).not.toContain('BEGIN:VALARM');
  });
});

import type { MeetsInTime } from '@enig/hearing';
import { formatDateTime, formatShortDate, type Say } from '@enig/messages';
import type { NamedStanding } from './overview.service';

/** Read by Excel in Danish as it is: a mark that says UTF-8, semicolons, and CRLF. */
const MARK = '\u{feff}';

/** The overview of a round as a file, one line per body. */
export function overviewCsv(rows: readonly NamedStanding[], say: Say): string {
  const yesNo = (is: boolean): string => say(is ? 'overview.yes' : 'overview.no');
  const headers = ['body', 'progress', 'opened', 'begun', 'sent', 'late', 'moreTime', 'nextMeeting', 'meets'] as const;
  const lines = rows.map((row) => [
    row.shown.name,
    say(`progress.${row.progress}`),
    row.openedAt ? formatDateTime(row.openedAt) : '',
    yesNo(row.hasBegun),
    row.sentAt ? formatDateTime(row.sentAt) : '',
    yesNo(row.isLate),
    row.moreTime ? formatShortDate(row.moreTime.row.wanted) : '',
    row.nextMeeting ? formatShortDate(row.nextMeeting) : '',
    meetsWords(row.meets, say),
  ]);
  return csvOf([headers.map((header) => say(`overview.${header}`)), ...lines]);
}

/** A table as a file that Excel in Danish reads as it is; no cell of it is taken for a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((cells) => `${cells.map(cell).join(';')}\r\n`).join('');
}

function meetsWords(meets: MeetsInTime, say: Say): string {
  return say(`overview.meets.${meets}`);
}

/** Quoted; and what a spreadsheet would take for a formula is made a word by the apostrophe before it. */
function cell(value: string): string {
  const plain = value.replaceAll('\u{a0}', ' ');
  const word = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return `"${word.replaceAll('"', '""')}"`;
}

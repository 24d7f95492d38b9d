import { isOnBoard, type BoardFilter } from '@enig/approval';
import type { LocalDate } from '@enig/kernel';
import { formatShortDate, type Say } from '@enig/messages';
import type { DecisionModel } from '../approval/decision-model';
import type { BoardRowModel } from '../approval/board-row-model';
import type { BoardModel } from '../approval/models';
import { csvOf } from '../overview/csv';
import type { BoardMeeting } from './board-meetings';

const HEADERS = [
  'party',
  'standing',
  'outcome',
  'meeting',
  'item',
  'wording',
  'reason',
  'minutes',
  'unconfirmed',
  'next',
] as const;

/** The board as a file, one line per party that the filter shows. */
export function boardCsv(
  { rows, missing }: BoardModel,
  filter: BoardFilter,
  { meetings, say }: { readonly meetings: readonly BoardMeeting[]; readonly say: Say },
): string {
  const lacking = new Set(missing.map(({ id }) => id));
  const shown = rows.filter(({ party, standing }) =>
    isOnBoard({ name: party.name, standing, isMissing: lacking.has(party.id) }, filter),
  );
  const next = new Map<string, LocalDate>(meetings.map(({ party, on }) => [party, on]));
  return csvOf([
    HEADERS.map((header) => say(`boardList.${header}`)),
    ...shown.map((row) => lineOf(row, next.get(row.party.id) ?? null, say)),
  ]);
}

/** What lapsed with an earlier text is no decision on this one. */
function lineOf(row: BoardRowModel, next: LocalDate | null, say: Say): string[] {
  const { party, standing, decision: shown, unconfirmed } = row;
  const decision = shown?.lapsed === false ? shown : null;
  return [
    party.name,
    say(`partyStanding.${standing}`),
    decision ? say(`outcome.${decision.outcome}`) : '',
    decision ? formatShortDate(decision.meetingDate) : '',
    decision?.item ?? '',
    decision?.wording ?? '',
    decision?.reason ?? '',
    decision?.minutesLink ?? decision?.minutesName ?? '',
    unconfirmed && !unconfirmed.lapsed && !unconfirmed.fellAway ? waitingIn(unconfirmed, say) : '',
    next === null ? '' : formatShortDate(next),
  ];
}

/** What was entered for a party, or recorded by the first of two, and does not count. */
function waitingIn({ outcome, meetingDate, item, wording, reason }: DecisionModel, say: Say): string {
  const known = [say(`outcome.${outcome}`), formatShortDate(meetingDate), item, wording, reason];
  return known.filter((each) => each !== '').join(' · ');
}

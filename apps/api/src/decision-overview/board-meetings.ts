import { effective, missing } from '@enig/approval';
import type { ApprovalView, MeetingStore } from '@enig/data';
import type { LocalDate, PartyId } from '@enig/kernel';

/** When the councils that are missing meet next. */
export interface BoardMeeting {
  readonly party: PartyId;
  readonly on: LocalDate;
  /** Whether that is on the last day or before it. */
  readonly isInTime: boolean;
}

/**
 * The next meeting of the councils of the parties that are missing: the one a decision was put off to, else the first
 * that lies ahead of those that are entered. A party of which none is known is left out.
 */
export async function boardMeetings(
  { chain, head }: Pick<ApprovalView, 'chain' | 'head'>,
  meetings: MeetingStore,
  today: LocalDate,
): Promise<readonly BoardMeeting[]> {
  const councils = new Map(head.parties.map(({ party, council }) => [party, council]));
  const entered = await meetings.ofBodies([...councils.values()]);
  return missing(chain).flatMap((party): BoardMeeting[] => {
    const council = councils.get(party);
    const ahead = (council === undefined ? [] : (entered.get(council) ?? [])).filter(({ heldOn }) => heldOn >= today);
    const putOff = effective(chain, party)?.nextMeeting ?? null;
    const on = putOff !== null && putOff >= today ? putOff : ahead[0]?.heldOn;
    return on === undefined ? [] : [{ party, on, isInTime: on <= head.row.deadline }];
  });
}

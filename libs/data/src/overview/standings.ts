import { meetsInTime, nextMeeting, progressOf, type MeetsInTime, type Progress } from '@enig/hearing';
import type { BodyId, Instant, LocalDate } from '@enig/kernel';
import type { ResponseView, RoundView } from '../hearing-views';
import type { TimeRequestView } from '../round-parts';
import type { BodyMeeting } from './meeting-store';

/** A text has this seq when it has been seeded and nobody has written in it. */
const SEEDED = 1;

/** How far one body has come with its answer. What it writes is not in here, nor how much or when (HE-31). */
export interface BodyStanding {
  readonly body: BodyId;
  readonly response: ResponseView;
  readonly progress: Progress;
  /** The first time somebody of the body opened the material; null while nobody has. */
  readonly openedAt: Instant | null;
  readonly hasBegun: boolean;
  /** Of the submission that stands; null while none does. */
  readonly sentAt: Instant | null;
  readonly isLate: boolean;
  /** Its latest request for more time; null where it has asked for none. */
  readonly moreTime: TimeRequestView | null;
  readonly meetings: readonly BodyMeeting[];
  readonly nextMeeting: LocalDate | null;
  readonly meets: MeetsInTime;
}

/** How far each body of a round has come, in the order of its responses. */
export function standingsOf(
  view: RoundView,
  meetings: ReadonlyMap<BodyId, readonly BodyMeeting[]>,
  today: LocalDate,
): readonly BodyStanding[] {
  return view.responses.map((response) => {
    const { body } = response.row;
    const { state, standing } = response;
    const known = meetings.get(body) ?? [];
    const days = known.map(({ heldOn }) => heldOn);
    const openedAt = view.visits.find((visit) => visit.body === body)?.at ?? null;
    const hasBegun = state !== 'draft' || response.text.seq > SEEDED || response.hasDocument;
    const isLate = standing?.row.late ?? false;
    return {
      ...{ body, response, openedAt, hasBegun, isLate, meetings: known },
      progress: progressOf({ state, isLate, hasBegun, hasOpened: openedAt !== null }),
      sentAt: standing?.row.submittedAt ?? null,
      moreTime: view.requests.findLast((request) => request.row.body === body) ?? null,
      nextMeeting: nextMeeting(days, today),
      meets: meetsInTime(days, view.round),
    };
  });
}

import { err, type BodyId, type Instant, type Result } from '@enig/kernel';
import type { Point } from './points';
import { standingSubmission, type HearingResponse } from './response';
import { isOnTime, roundTransition, type Round, type RoundOutOfOrder, type RoundState } from './round';
import { openPoints, type Treatment } from './treatment';

/** Why a round does not end yet. `waitingFor` are the councils without a response that stands. */
export type EndRefused =
  RoundOutOfOrder | { readonly code: 'HE-12-STILL-COLLECTING'; readonly waitingFor: readonly BodyId[] };

/** Why a round is not closed. `open` are the points without outcome, answer and reason. */
export type CloseRefused = RoundOutOfOrder | { readonly code: 'HE-13-POINTS-OPEN'; readonly open: readonly Point[] };

/** The invited councils without a response that stands. */
export function waitingFor(round: Round, responses: readonly HearingResponse[]): readonly BodyId[] {
  const answered = new Set(responses.filter((response) => standingSubmission(response)).map(({ body }) => body));
  return round.invited.filter((body) => !answered.has(body));
}

/** Whether the deadline lies ahead and somebody has not answered, so that the round may not end (HE-12). */
export function isStillCollecting(round: Round, responses: readonly HearingResponse[], now: Instant): boolean {
  return round.state === 'collecting' && isOnTime(round, now) && waitingFor(round, responses).length > 0;
}

/** Ends the collecting: when the deadline has passed, or sooner when every council has answered (HE-12). */
export function endRound(
  round: Round,
  responses: readonly HearingResponse[],
  now: Instant,
): Result<RoundState, EndRefused> {
  const next = roundTransition(round.state, 'end');
  if (!next.ok) return next;
  if (isStillCollecting(round, responses, now)) {
    return err({ code: 'HE-12-STILL-COLLECTING', waitingFor: waitingFor(round, responses) });
  }
  return next;
}

/**
 * Closes an ended round: impossible while one point lacks outcome, answer and reason (HE-13).
 *
 * @param points the points of the submissions that stand (`standingPoints`).
 */
export function closeRound(
  round: Round,
  points: readonly Point[],
  treatments: readonly Treatment[],
): Result<RoundState, CloseRefused> {
  const next = roundTransition(round.state, 'close');
  if (!next.ok) return next;
  const open = openPoints(points, treatments);
  return open.length > 0 ? err({ code: 'HE-13-POINTS-OPEN', open }) : next;
}

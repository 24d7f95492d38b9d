import type { LabelCode } from './codes';

/** The shape that goes with a state: not begun, under way, done, rejected, missing. Never alone, always with its word. */
export type Mark = '○' | '◐' | '●' | '✕' | '!';

type Marked = Extract<
  LabelCode,
  `${'readiness' | 'partyStanding' | 'outcome' | 'responseState' | 'roundState'}.${string}`
>;

const marks: Readonly<Record<Marked, Mark>> = {
  'readiness.empty': '○',
  'readiness.inProgress': '◐',
  'readiness.ready': '●',
  'partyStanding.notStarted': '○',
  'partyStanding.recommended': '◐',
  'partyStanding.approved': '●',
  'partyStanding.approvedWithRemark': '●',
  'partyStanding.onCondition': '!',
  'partyStanding.rejected': '✕',
  'partyStanding.postponed': '◐',
  'partyStanding.referredBack': '!',
  'partyStanding.awaitsConfirmation': '◐',
  'outcome.approved': '●',
  'outcome.approvedWithRemark': '●',
  'outcome.approvedOnCondition': '!',
  'outcome.rejected': '✕',
  'outcome.postponed': '◐',
  'outcome.referredBack': '!',
  'outcome.recommended': '●',
  'outcome.noted': '●',
  'outcome.notRecommended': '✕',
  'responseState.draft': '◐',
  'responseState.submitted': '●',
  'responseState.withdrawn': '○',
  'roundState.collecting': '◐',
  'roundState.ended': '◐',
  'roundState.closed': '●',
};

/** The shape of a state, to stand before its word: `markOf('readiness.ready')` is ●. */
export function markOf(code: Marked): Mark {
  return marks[code];
}

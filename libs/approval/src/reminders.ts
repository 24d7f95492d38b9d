import { addDays, localDateAt, parseLocalTime, type Instant, type LocalDate, type PartyId } from '@enig/kernel';
import { awaitingConfirmation, effective, type Chain } from './chain';
import { missing } from './standing';
import { isSettled } from './outcome';

/**
 * How widely one reminds: 1 the people of the body that decides, 2 also the rest of the party's people who may record, 3
 * also the secretariat, which is told who is missing. da: optrapning
 */
export type EscalationLevel = 1 | 2 | 3;

/** One reminder of the plan. */
export interface PlannedReminder {
  /** Days from it to the last day. */
  readonly daysBefore: number;
  readonly level: EscalationLevel;
}

/** A reminder of the deadline there is. da: påmindelse om beslutning */
export interface DecisionReminder extends PlannedReminder {
  /** Eight o'clock that morning in Copenhagen. */
  readonly at: Instant;
}

/**
 * The plan, the longest before the deadline first. A council meets about once a month and its agenda is closed some
 * weeks ahead: the first reminder comes while a meeting can still be found, the last while a decision that was made can
 * still be recorded.
 */
export const DECISION_REMINDERS: readonly PlannedReminder[] = [
  { daysBefore: 42, level: 1 },
  { daysBefore: 28, level: 2 },
  { daysBefore: 14, level: 3 },
  { daysBefore: 3, level: 3 },
];

/**
 * The reminders of a deadline, first to last (AP-33). None on the day the parties are asked, nor before it: they know.
 *
 * @param askedAt when the text was put to the parties.
 */
export function decisionReminders(
  deadline: LocalDate,
  askedAt: Instant,
  plan: readonly PlannedReminder[] = DECISION_REMINDERS,
): readonly DecisionReminder[] {
  const asked = localDateAt(askedAt);
  return plan
    .toSorted((one, other) => other.daysBefore - one.daysBefore)
    .map((planned) => ({ ...planned, on: addDays(deadline, -planned.daysBefore) }))
    .filter(({ on }) => on > asked)
    .map(({ daysBefore, level, on }) => ({ daysBefore, level, at: inTheMorning(on) }));
}

/**
 * Whether a reminder that comes now, perhaps long after its time, is still to be sent (AP-33): it is about the deadline
 * there is, and no later one has come due as well; that one says it instead.
 *
 * @param reminders those of the deadline there is, as `decisionReminders` gives them.
 */
export function isDecisionReminderDue(
  reminders: readonly DecisionReminder[],
  given: { readonly daysBefore: number; readonly deadline: LocalDate },
  deadline: LocalDate,
  now: Instant,
): boolean {
  if (given.deadline !== deadline) return false;
  return reminders.filter(({ at }) => at <= now).at(-1)?.daysBefore === given.daysBefore;
}

/** A party that is reminded, and what is waited for. da: manglende part */
export interface MissingParty {
  readonly party: PartyId;
  /** Its council's decision, or that one of its people confirms the one that was entered for it. */
  readonly waitsFor: 'decision' | 'confirmation';
}

/**
 * Who is reminded now, in the order of the snapshot (AP-33): the parties without an effective approval whose council has
 * not had its say. One that has said no, or yes on a condition, is not asked again; nor is one that has put the matter
 * off to a meeting that lies ahead and within the deadline.
 */
export function toRemind(chain: Chain, deadline: LocalDate, today: LocalDate): readonly MissingParty[] {
  if (!chain.isDeciding) return [];
  return missing(chain).flatMap((party): MissingParty[] => {
    if (awaitingConfirmation(chain, party)) return [{ party, waitsFor: 'confirmation' }];
    const decision = effective(chain, party);
    if (!decision) return [{ party, waitsFor: 'decision' }];
    const { outcome, nextMeeting } = decision;
    const hasItsDay = nextMeeting !== null && nextMeeting >= today && nextMeeting <= deadline;
    return isSettled(outcome) || hasItsDay ? [] : [{ party, waitsFor: 'decision' }];
  });
}

/** Clocks are never changed at eight in the morning, so the time exists, and once. */
function inTheMorning(on: LocalDate): Instant {
  const at = parseLocalTime(`${on}T08:00`);
  if (!at.ok) throw new RangeError(`No eight o'clock on ${on}`);
  return at.value;
}

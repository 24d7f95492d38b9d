import type { BodyId, LocalDate } from '@enig/kernel';
import type { Chain, Decision } from './chain';
import type { DecisionInput } from './decide';
import { needsReason, outcomesOf, type Outcome } from './outcome';
import type { PlacedStep } from './steps';

/** What is wrong with a decision as it was typed in. */
export type FormFault =
  | { readonly code: 'AP-4-REASON-REQUIRED'; readonly outcome: Outcome }
  | { readonly code: 'AP-6-OUTCOME-NOT-FOR-THIS-BODY'; readonly allowed: readonly Outcome[] }
  | { readonly code: 'AP-7-MEETING-IN-THE-FUTURE'; readonly today: LocalDate }
  | { readonly code: 'AP-9-NEXT-MEETING-REQUIRED'; readonly after: LocalDate }
  | { readonly code: 'AP-10-ITEM-REQUIRED' }
  | { readonly code: 'AP-17-MEETING-BEFORE-THE-TEXT'; readonly frozenOn: LocalDate }
  | { readonly code: 'AP-21-PARTY-HAS-CEASED'; readonly body: BodyId; readonly until: LocalDate };

/** The minutes given are no file that was looked into and sent in by whoever records (AP-20). */
export interface MinutesRefused {
  readonly code: 'AP-20-MINUTES-NOT-THE-FILE';
}

/** What was written seems to hold a personal number, and would stand for good wherever the record goes (AP-34). */
export interface NumberRefused {
  readonly code: 'AP-34-HOLDS-NUMBER';
}

/** The first thing wrong with the form, or null: the outcome, the day of the meeting, the item, why, and when next. */
export function formFault(chain: Chain, step: PlacedStep, input: DecisionInput, today: LocalDate): FormFault | null {
  const { outcome, meetingDate, nextMeeting } = input;
  const allowed = outcomesOf(step);
  if (!allowed.includes(outcome)) return { code: 'AP-6-OUTCOME-NOT-FOR-THIS-BODY', allowed };
  const day = dayFault(chain, input, today);
  if (day) return day;
  if (settledItem(input.item) === '') return { code: 'AP-10-ITEM-REQUIRED' };
  if (needsReason(outcome) && input.reason.trim() === '') return { code: 'AP-4-REASON-REQUIRED', outcome };
  const hasNext = nextMeeting !== null && nextMeeting > meetingDate;
  if (outcome === 'postponed' && !hasNext) return { code: 'AP-9-NEXT-MEETING-REQUIRED', after: meetingDate };
  return null;
}

/** The item as it is kept: where it is shown, "punkt" stands before it, so that word is not kept with it. */
export function settledItem(typed: string): string {
  return typed.trim().replace(/^(?:punkt|pkt)(?!\p{L})[\s.:]*/iu, '');
}

/** Nobody met tomorrow, before there was a text to decide on, or after the body was gone. */
function dayFault({ frozenOn, bodies }: Chain, { meetingDate, body }: DecisionInput, today: LocalDate) {
  if (meetingDate > today) return { code: 'AP-7-MEETING-IN-THE-FUTURE', today } as const;
  if (meetingDate < frozenOn) return { code: 'AP-17-MEETING-BEFORE-THE-TEXT', frozenOn } as const;
  const until = bodies.find((each) => each.body === body)?.until ?? null;
  if (until !== null && meetingDate > until) return { code: 'AP-21-PARTY-HAS-CEASED', body, until } as const;
  return null;
}

/**
 * Whether a decision says what is on record already (AP-19). What was entered for a party and waits is new when its own
 * people record it: then it counts.
 */
export function isNothingNew(chain: Chain, recorded: Decision | undefined, typed: Decision): boolean {
  if (!recorded) return false;
  const waits = !recorded.isOwn && !chain.confirmations.some(({ decision }) => decision === recorded.id);
  // What was recorded while the word was kept with the item says the same without it (AP-10).
  const said = { ...recorded, item: settledItem(recorded.item) };
  return !(waits && typed.isOwn) && SAID.every((field) => said[field] === typed[field]);
}

/** What a decision says, besides who recorded it. */
const SAID = [
  'outcome',
  'meetingDate',
  'item',
  'wording',
  'reason',
  'nextMeeting',
  'minority',
  'minutesLink',
  'minutesFile',
] as const satisfies readonly (keyof Decision)[];

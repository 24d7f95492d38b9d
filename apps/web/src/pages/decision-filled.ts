import { outcomesOf } from '@enig/approval';
import type { LocalDate } from '@enig/kernel';
import type { Translate } from '@enig/ui';
import type { Outcome } from '../generated/graphql';
import { NO_DAY, type WrittenDay } from '../written-day';
import { correctedIn, idOfPlace, type Asked, type AskedPlace } from './decision-asked';
import { usualWording } from './decision-wording';

/** What the form of a decision holds. */
export interface DecisionFields {
  /** The step and the body that took it, by the place's id. */
  readonly taken: string;
  readonly meeting: WrittenDay;
  readonly item: string;
  readonly outcome: Outcome;
  readonly wording: string;
  readonly reason: string;
  readonly minority: string;
  readonly next: WrittenDay;
  readonly minutes: string;
  /** The minutes as a file that has been sent; null for none. */
  readonly file: {
    readonly sha256: string;
    readonly name: string;
    /** Why not everybody will be able to read it; null where they will. */
    readonly note: string | null;
  } | null;
  /** Whether a file is on its way: the decision waits for it. */
  readonly isSending: boolean;
  /** A file that was chosen and not taken, and why: the decision waits until it is removed or another is chosen. */
  readonly notTaken: { readonly name: string; readonly why: string } | null;
}

/** The decision that is put right. */
type Corrected = Asked['decisions'][number];

/** A form as the page fills it in. */
export interface FilledIn {
  readonly fields: DecisionFields;
  /** What it was filled in with; null for an empty form. */
  readonly from: Corrected | null;
}

/** The form for a place: with what is put right there, its minutes too; or empty, `anew` or where nothing stands. */
export function fillIn(
  asked: Asked,
  place: AskedPlace,
  { m, anew = false }: { readonly m: Translate; readonly anew?: boolean },
): FilledIn {
  const from = (anew ? undefined : correctedIn(asked, place)) ?? null;
  return { fields: from ? fieldsOf(from, place, m) : emptyFields(place, m), from };
}

function emptyFields(place: AskedPlace, m: Translate): DecisionFields {
  return {
    taken: idOfPlace(place),
    meeting: NO_DAY,
    item: '',
    outcome: usualOutcome(place),
    wording: usualWording(usualOutcome(place), m),
    reason: '',
    minority: '',
    next: NO_DAY,
    minutes: '',
    file: null,
    isSending: false,
    notTaken: null,
  };
}

function fieldsOf(from: Corrected, place: AskedPlace, m: Translate): DecisionFields {
  const { meetingDate, item, outcome, wording, reason, minority, nextMeeting } = from;
  return {
    ...emptyFields(place, m),
    ...{ meeting: writtenDay(meetingDate), item, outcome, wording, reason, minority },
    next: writtenDay(nextMeeting),
    minutes: from.minutesLink ?? '',
    file: fileOf(from, m),
  };
}

function writtenDay(day: string | null): WrittenDay {
  return day === null ? NO_DAY : { day: day as LocalDate };
}

function fileOf({ minutesSha256, minutesName, minutesHeldBack }: Corrected, m: Translate): DecisionFields['file'] {
  if (minutesSha256 === null) return null;
  const note = minutesHeldBack ? m('page.approval.minutesHeld') : null;
  return { sha256: minutesSha256, name: minutesName ?? '', note };
}

/** The outcome that is meant unless somebody says otherwise. */
export function usualOutcome(place: AskedPlace): Outcome {
  const [first] = outcomesOf(place);
  if (!first) throw new Error(`Nothing is recorded in the step ${place.step}`);
  return first;
}

/**
 * The form where another outcome is chosen: what somebody has typed stays, what stood there by itself does not. What is
 * put right comes back with its own outcome.
 */
export function withOutcome(
  before: DecisionFields,
  outcome: Outcome,
  from: Corrected | null,
  m: Translate,
): DecisionFields {
  return {
    ...before,
    outcome,
    wording: hasOwnWording(before, from, m) ? wordingOf(outcome, from, m) : before.wording,
    reason: hasOwnReason(before, from) ? reasonOf(outcome, from) : before.reason,
  };
}

/**
 * The form where something is typed and another place is chosen: what somebody has typed stays, and with it the outcome
 * where the body there can come to it. What stood there by itself was another body's, and does not.
 */
export function withPlace(before: DecisionFields, filled: FilledIn, place: AskedPlace, m: Translate): DecisionFields {
  const empty = emptyFields(place, m);
  const typed = <Key extends keyof DecisionFields>(key: Key): DecisionFields[Key] =>
    before[key] === filled.fields[key] ? empty[key] : before[key];
  const outcome = outcomesOf(place).includes(typed('outcome')) ? typed('outcome') : empty.outcome;
  return {
    taken: empty.taken,
    meeting: typed('meeting'),
    item: typed('item'),
    outcome,
    wording: hasOwnWording(before, filled.from, m) ? usualWording(outcome, m) : before.wording,
    reason: hasOwnReason(before, filled.from) ? '' : before.reason,
    minority: typed('minority'),
    next: typed('next'),
    minutes: typed('minutes'),
    file: typed('file'),
    isSending: before.isSending,
    notTaken: before.notTaken,
  };
}

/** Whether the wording is the one that goes with the outcome by itself. */
function hasOwnWording({ outcome, wording }: DecisionFields, from: Corrected | null, m: Translate): boolean {
  return wording === wordingOf(outcome, from, m);
}

function hasOwnReason({ outcome, reason }: DecisionFields, from: Corrected | null): boolean {
  return reason === reasonOf(outcome, from);
}

function wordingOf(outcome: Outcome, from: Corrected | null, m: Translate): string {
  return from?.outcome === outcome ? from.wording : usualWording(outcome, m);
}

function reasonOf(outcome: Outcome, from: Corrected | null): string {
  return from?.outcome === outcome ? from.reason : '';
}

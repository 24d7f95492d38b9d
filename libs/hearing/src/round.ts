import {
  daysBetween,
  endOfDay,
  err,
  localDateAt,
  ok,
  type BodyId,
  type Instant,
  type LocalDate,
  type PartyId,
  type Result,
  type SectionId,
  type Sha256,
  type VersionHash,
} from '@enig/kernel';
import { missingEasyRead, settleHeard, type Heard, type HeardRefused } from './heard';
import { findPersonalNumbers } from './screening/personal-number';

/**
 * Where a hearing round stands. `collecting`: responses come in, also late ones. `ended`: no response is replaced any
 * more and each point is answered. `closed`: every point has its answer; nothing more comes in.
 */
export type RoundState = 'collecting' | 'ended' | 'closed';

/** What happens to a hearing round. The deadline is not among them: it is a fact, not an event (HE-7). */
export type RoundEvent = 'open' | 'extend' | 'end' | 'close';

/** Every state of a round, in the order they are passed. */
export const ROUND_STATES: readonly RoundState[] = ['collecting', 'ended', 'closed'];

/** Every event of a round. */
export const ROUND_EVENTS: readonly RoundEvent[] = ['open', 'extend', 'end', 'close'];

/**
 * Days a council is given unless a setting says otherwise. The law names no number; four weeks lets a council that
 * meets once a month read, meet and answer (docs/rules/hearing.md, HE-3).
 */
export const DEFAULT_MINIMUM_DAYS = 28;

/** What is heard: a frozen version by its hash, or a document of its own by the hash of its canonical JSON. */
export type HeardSubject =
  | { readonly kind: 'version'; readonly version: VersionHash }
  | { readonly kind: 'document'; readonly document: Sha256 };

/** One hearing of one thing that no longer changes. It knows that by its hash and nothing else about it. da: høringsrunde */
export interface Round {
  /** The party that hears its own bodies; null: the secretariat, which hears for all (HE-22). da: hvem der hører */
  readonly owner: PartyId | null;
  readonly subject: HeardSubject;
  /** The version that is heard; null where it is a document. */
  readonly version: VersionHash | null;
  /** The focus areas that are heard, in reading order: all of the version's or those chosen; none of a document. */
  readonly sections: readonly SectionId[];
  /** The bodies asked, each once. */
  readonly invited: readonly BodyId[];
  readonly openedAt: Instant;
  /** The last day, as it is after every extension. */
  readonly dueDate: LocalDate;
  /** The first moment that is too late: the midnight after `dueDate` in Copenhagen. */
  readonly dueAt: Instant;
  /** The minimum number of days that was set when the round opened. */
  readonly minimumDays: number;
  /** Why those asked got less than the minimum number of days; null when they did not. */
  readonly shortReason: string | null;
  readonly state: RoundState;
}

/** A body to be asked, with the party it belongs to; null for one that belongs to a whole region. */
export interface Invited {
  readonly body: BodyId;
  readonly party: PartyId | null;
}

/** What whoever hears asks for when it opens a round. */
export interface RoundInput {
  /** The party that hears; null: the secretariat. */
  readonly owner: PartyId | null;
  readonly heard: Heard;
  readonly invited: readonly Invited[];
  readonly openedAt: Instant;
  readonly dueDate: LocalDate;
  /** In whole days from the day of opening to the last day. */
  readonly minimumDays: number;
  /** Empty when the notice is not short. */
  readonly shortReason: string;
}

/** A later deadline: a fact to append; the earlier ones stay on record. da: fristforlængelse */
export interface Extension {
  readonly dueDate: LocalDate;
  readonly dueAt: Instant;
  readonly reason: string;
  readonly at: Instant;
}

/** The round is not in a state where this may happen (HE-6). */
export type RoundOutOfOrder = {
  readonly code: 'HE-6-NOT-IN-THIS-STATE';
  readonly state: RoundState;
  readonly event: RoundEvent;
};

/** Why a round is not opened. */
export type OpenRefused =
  | { readonly code: 'HE-1-NO-ONE-INVITED' }
  | { readonly code: 'HE-2-DUE-NOT-IN-THE-FUTURE'; readonly dueDate: LocalDate }
  | { readonly code: 'HE-3-SHORT-NOTICE-NEEDS-REASON'; readonly days: number; readonly minimumDays: number }
  | { readonly code: 'HE-3-REASON-HOLDS-NUMBER' }
  | { readonly code: 'HE-22-NOT-THE-OWNERS-BODY'; readonly body: BodyId }
  | HeardRefused;

/** Why a deadline is not moved. */
export type ExtendRefused =
  | RoundOutOfOrder
  | { readonly code: 'HE-2-DUE-NOT-IN-THE-FUTURE'; readonly dueDate: LocalDate }
  | { readonly code: 'HE-4-NOT-LATER'; readonly dueDate: LocalDate }
  | { readonly code: 'HE-5-EXTENSION-NEEDS-REASON' }
  | { readonly code: 'HE-5-REASON-HOLDS-NUMBER' };

const NEXT: Readonly<Record<RoundState, Readonly<Partial<Record<RoundEvent, RoundState>>>>> = {
  collecting: { extend: 'collecting', end: 'ended' },
  ended: { close: 'closed' },
  closed: {},
};

/** The state a round comes to, or HE-6 where the event cannot happen in that state. */
export function roundTransition(state: RoundState, event: RoundEvent): Result<RoundState, RoundOutOfOrder> {
  const next = NEXT[state][event];
  return next ? ok(next) : err({ code: 'HE-6-NOT-IN-THIS-STATE', state, event });
}

/**
 * The state that the recorded events lead to. The first is `open`.
 *
 * @throws RangeError when the record is not one that the rules allow.
 */
export function roundStateOf(events: readonly RoundEvent[]): RoundState {
  const [first, ...rest] = events;
  if (first !== 'open') throw new RangeError('The record of a round begins with its opening');
  return rest.reduce<RoundState>((state, event) => {
    const next = roundTransition(state, event);
    if (!next.ok) throw new RangeError(`A round that is ${state} has no ${event}`);
    return next.value;
  }, 'collecting');
}

/**
 * Opens a round: somebody is asked (HE-1), by a party only its own bodies (HE-22); what is heard is there (HE-23, HE-25)
 * with its easy-read version (HE-24); the last day lies ahead (HE-2), and fewer days than the minimum are given only with
 * a reason, which everyone can read (HE-3).
 *
 * @see docs/rules/hearing.md
 */
export function openRound(input: RoundInput): Result<Round, OpenRefused> {
  const { owner, openedAt, dueDate, minimumDays } = input;
  const invited = [...new Set(input.invited.map(({ body }) => body))];
  if (invited.length === 0) return err({ code: 'HE-1-NO-ONE-INVITED' });
  const stranger = input.invited.find(({ party }) => owner !== null && party !== owner);
  if (stranger) return err({ code: 'HE-22-NOT-THE-OWNERS-BODY', body: stranger.body });
  const heard = settleHeard(input.heard);
  if (!heard.ok) return heard;
  const hard = missingEasyRead(input.heard, heard.value.sections);
  if (hard) return err(hard);
  const days = daysBetween(localDateAt(openedAt), dueDate);
  if (days < 1) return err({ code: 'HE-2-DUE-NOT-IN-THE-FUTURE', dueDate });
  const isShort = days < minimumDays;
  const reason = input.shortReason.trim();
  if (isShort && reason === '') return err({ code: 'HE-3-SHORT-NOTICE-NEEDS-REASON', days, minimumDays });
  // Everyone can read it, and nothing is taken out of the log again.
  if (isShort && findPersonalNumbers(reason).length > 0) return err({ code: 'HE-3-REASON-HOLDS-NUMBER' });

  const { subject, sections } = heard.value;
  const version = subject.kind === 'version' ? subject.version : null;
  const shortReason = isShort ? reason : null;
  return ok({
    ...{ owner, subject, version, sections, invited, openedAt, dueDate, dueAt: endOfDay(dueDate) },
    ...{ minimumDays, shortReason, state: 'collecting' },
  });
}

/** Whether a round is about the agreement's own text and so is waited for before that is decided (AG-4, AG-5, HE-22). */
export function holdsUpTheAgreement({ owner, subject }: Pick<Round, 'owner' | 'subject'>): boolean {
  return owner === null && subject.kind === 'version';
}

/**
 * Gives the councils longer: never shorter (HE-4), always with a reason (HE-5), and to a day that lies ahead (HE-2).
 * Once the round has ended its responses are being answered, and the deadline stays (HE-6).
 */
export function extendRound(
  round: Round,
  newDueDate: LocalDate,
  reason: string,
  now: Instant,
): Result<Extension, ExtendRefused> {
  const next = roundTransition(round.state, 'extend');
  if (!next.ok) return next;
  if (newDueDate <= round.dueDate) return err({ code: 'HE-4-NOT-LATER', dueDate: round.dueDate });
  if (newDueDate <= localDateAt(now)) return err({ code: 'HE-2-DUE-NOT-IN-THE-FUTURE', dueDate: newDueDate });
  if (reason.trim() === '') return err({ code: 'HE-5-EXTENSION-NEEDS-REASON' });
  if (findPersonalNumbers(reason).length > 0) return err({ code: 'HE-5-REASON-HOLDS-NUMBER' });
  return ok({ dueDate: newDueDate, dueAt: endOfDay(newDueDate), reason: reason.trim(), at: now });
}

/** The round as it is after an extension. */
export function withExtension(round: Round, extension: Extension): Round {
  return { ...round, dueDate: extension.dueDate, dueAt: extension.dueAt };
}

/** Whether a moment is before the deadline: the only test of "on time" there is (HE-7). */
export function isOnTime(round: Pick<Round, 'dueAt'>, now: Instant): boolean {
  return now < round.dueAt;
}

import { findPersonalNumbers } from '@enig/hearing';
import { addDays, err, ok, type LocalDate, type Result } from '@enig/kernel';
import type { Period, Standing } from './state';

/**
 * What parties agree on: a whole agreement, one of its two parts by itself, a change of one that is concluded, or more
 * time for it. da: rammeaftale, del, allonge, forlængelse
 */
export type AgreementAct = 'agreement' | 'part' | 'addendum' | 'extension';

/** Every act that is agreed on. */
export const AGREEMENT_ACTS: readonly AgreementAct[] = ['agreement', 'part', 'addendum', 'extension'];

/** An act that hangs on an agreement and is nothing without it. da: allonge, forlængelse */
export type SupplementAct = 'addendum' | 'extension';

/** Every act that hangs on another. */
export const SUPPLEMENT_ACTS: readonly SupplementAct[] = ['addendum', 'extension'];

/** Whether an act hangs on another agreement. */
export function isSupplement(act: AgreementAct): act is SupplementAct {
  return act === 'addendum' || act === 'extension';
}

/** Why nobody is there to agree with. `ITS`: the agreement that it hangs on was made by one party alone. */
export type TooFewParties =
  | { readonly code: 'AG-8-NO-PARTIES' }
  | { readonly code: 'AG-42-ONE-PARTY' }
  | { readonly code: 'AG-42-ITS-ONE-PARTY' };

/** Whether there are too few to agree on an act (AG-8, AG-42); null where there are not. */
export function tooFewParties(act: AgreementAct, parties: number): TooFewParties | null {
  if (parties === 0) return { code: 'AG-8-NO-PARTIES' };
  if (parties > 1) return null;
  return { code: isSupplement(act) ? 'AG-42-ITS-ONE-PARTY' : 'AG-42-ONE-PARTY' };
}

/** The agreement that something is to hang on. */
export interface Parent {
  readonly act: AgreementAct;
  readonly standing: Standing;
  readonly period: Period;
  /** Its last day as it stands now, extended or cut short (`lastDayOf`). */
  readonly lastDay: LocalDate;
}

/** Why nothing can hang on an agreement, or not like this. */
export type SupplementRefused =
  | { readonly code: 'AG-34-PARENT-NOT-CONCLUDED'; readonly standing: Standing }
  | { readonly code: 'AG-34-PARENT-HANGS-ITSELF' }
  | { readonly code: 'AG-34-PARTIES-ARE-ITS' }
  | { readonly code: 'AG-34-OUTSIDE-ITS-PERIOD'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'AG-35-PERIOD-NOT-LATER'; readonly to: LocalDate };

/** In an extension nothing is written: it says what the agreement says, for longer (AG-35). */
export type TextsStand = { readonly code: 'AG-35-TEXTS-STAND' };

/**
 * Whether an addendum or an extension can hang on an agreement: on one that is concluded and has not ended, never on one
 * that hangs itself (AG-34). An addendum is for days of the agreement's period; an extension begins as it did and ends
 * later than it does now (AG-35).
 */
export function checkSupplement(parent: Parent, act: SupplementAct, period: Period): Result<Period, SupplementRefused> {
  const { standing, lastDay } = parent;
  if (isSupplement(parent.act)) return err({ code: 'AG-34-PARENT-HANGS-ITSELF' });
  if (standing !== 'concluded' && standing !== 'inForce') return err({ code: 'AG-34-PARENT-NOT-CONCLUDED', standing });
  const { from } = parent.period;
  if (act === 'addendum') {
    const isInside = period.from >= from && period.to <= lastDay;
    return isInside ? ok(period) : err({ code: 'AG-34-OUTSIDE-ITS-PERIOD', from, to: lastDay });
  }
  return period.to > lastDay ? ok({ from, to: period.to }) : err({ code: 'AG-35-PERIOD-NOT-LATER', to: lastDay });
}

/** The days for which something concluded holds, as far as it says itself. */
export interface Concluded {
  readonly period: Period;
  readonly concludedOn: LocalDate;
}

/** The first day that something concluded is in force (AG-9). */
export function inForceFrom({ period, concludedOn }: Concluded): LocalDate {
  return period.from > concludedOn ? period.from : concludedOn;
}

/**
 * The last day of an agreement: that of its period or of the longest extension, unless one that comes after it is in
 * force before (AG-36).
 *
 * @param extensions what has been concluded to make it last longer.
 * @param successors what has been concluded to come after it.
 */
export function lastDayOf(
  period: Period,
  extensions: readonly Concluded[],
  successors: readonly Concluded[],
): LocalDate {
  const longest = extensions.reduce((day, { period: { to } }) => (to > day ? to : day), period.to);
  return successors.reduce((day, successor) => {
    const before = addDays(inForceFrom(successor), -1);
    return before < day ? before : day;
  }, longest);
}

/**
 * The last day of an addendum: its parent's, however that moves, unless it was made for fewer of its parent's days.
 *
 * @param parent   the days the parent was made for.
 * @param lastDay  the parent's last day as it stands now (`lastDayOf`).
 */
export function lastDayOfAddendum(own: Period, parent: Period, lastDay: LocalDate): LocalDate {
  return own.to < parent.to && own.to < lastDay ? own.to : lastDay;
}

/** What is said of an agreement that was sent to the authority. da: indberettet */
export interface AuthorityNotice {
  readonly sentOn: LocalDate;
  /** To whom, as "Socialstyrelsen". */
  readonly to: string;
  /** The number it has in the sender's journal; empty for none. */
  readonly journalNumber: string;
}

/**
 * The day by which an agreement should have been sent to the authority: its deadline, which the law names, or the day it
 * was concluded where that is later (AG-41).
 */
export function authorityDue(deadline: LocalDate, concludedOn: LocalDate): LocalDate {
  return concludedOn > deadline ? concludedOn : deadline;
}

/** Why it cannot be noted as sent. */
export type AuthorityNoticeRefused =
  | { readonly code: 'AG-37-NOT-CONCLUDED' }
  | { readonly code: 'AG-37-DAY-IMPOSSIBLE'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'AG-37-RECIPIENT-MISSING' }
  | { readonly code: 'AG-37-HOLDS-NUMBER' }
  | { readonly code: 'AG-37-NOTED-ALREADY' };

/**
 * Notes that an agreement was sent to the authority: one that is concluded, on a day since then that has come, to
 * somebody, and the same sending once; without a personal number, for anybody reads both words on the agreement's page
 * (AG-37).
 *
 * @param concludedOn null while it is not.
 * @param noted what has been noted before.
 */
export function checkAuthorityNotice(
  notice: AuthorityNotice,
  concludedOn: LocalDate | null,
  noted: readonly AuthorityNotice[],
  today: LocalDate,
): Result<AuthorityNotice, AuthorityNoticeRefused> {
  if (concludedOn === null) return err({ code: 'AG-37-NOT-CONCLUDED' });
  const { sentOn } = notice;
  const [to, journalNumber] = [notice.to.trim(), notice.journalNumber.trim()];
  if (to === '') return err({ code: 'AG-37-RECIPIENT-MISSING' });
  if ([to, journalNumber].some((words) => findPersonalNumbers(words).length > 0))
    return err({ code: 'AG-37-HOLDS-NUMBER' });
  if (sentOn < concludedOn || sentOn > today)
    return err({ code: 'AG-37-DAY-IMPOSSIBLE', from: concludedOn, to: today });
  const isNoted = noted.some(
    (each) => each.sentOn === sentOn && each.to === to && each.journalNumber === journalNumber,
  );
  return isNoted ? err({ code: 'AG-37-NOTED-ALREADY' }) : ok({ sentOn, to, journalNumber });
}

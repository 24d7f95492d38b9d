import {
  checkSupplement,
  checkTerms,
  isSupplement,
  standingOf,
  type DecidingDays,
  type SupplementAct,
  type Terms,
} from '@enig/agreement';
import type { LocalDate, Result } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import { agreementView, type AgreementHead } from './agreement-reads';
import { periodOf } from './last-days';
import { checkRegionOn } from './place-store';
import type { SetupRefused } from './setup';

/**
 * The terms of an addendum or an extension (AG-23, AG-27), and whether it can hang like this on its agreement (AG-34,
 * AG-35). @returns the terms as they will stand: an extension begins when its agreement did.
 *
 * @param before the last day and the deadline it has; null for a new one.
 */
export function checkSupplementTerms(
  parent: AgreementHead,
  act: SupplementAct,
  given: Terms,
  today: LocalDate,
  before: DecidingDays | null,
): Result<Terms, SetupRefused> {
  const terms = checkTerms(given, today, before);
  if (!terms.ok) return terms;
  const { row, state, concludedOn, lastDay } = parent;
  const period = periodOf(row);
  const standing = standingOf(state, period, concludedOn, today, lastDay);
  const hung = checkSupplement({ act: row.act, standing, period, lastDay }, act, periodOf(terms.value));
  return hung.ok ? { ok: true, value: { ...terms.value, periodFrom: hung.value.from } } : hung;
}

/** The same for an agreement whose terms are changed; one that hangs on none keeps only AG-23, AG-27 and AG-43. */
export async function changedTerms(
  manager: EntityManager,
  { row }: AgreementHead,
  terms: Terms,
  today: LocalDate,
): Promise<Result<Terms, SetupRefused>> {
  const { act, parent } = row;
  const on = parent === null || !isSupplement(act) ? null : await agreementView(manager, parent);
  if (!on || !isSupplement(act)) return changedOwnTerms(manager, row, terms, today);
  return checkSupplementTerms(on, act, terms, today, row);
}

/** Where the first day is moved, the region must be there on it (AG-43). */
async function changedOwnTerms(
  manager: EntityManager,
  row: AgreementHead['row'],
  terms: Terms,
  today: LocalDate,
): Promise<Result<Terms, SetupRefused>> {
  const checked = checkTerms(terms, today, row);
  if (!checked.ok || terms.periodFrom === row.periodFrom) return checked;
  const there = await checkRegionOn(manager, row.region, terms.periodFrom);
  return there.ok ? checked : there;
}

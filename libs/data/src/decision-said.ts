import type { Decision } from '@enig/approval';
import { canonicalHash, type Json, type Sha256 } from '@enig/kernel';

/** The words of a decision, and what proves them. */
type Said = Pick<
  Decision,
  'item' | 'wording' | 'reason' | 'minority' | 'nextMeeting' | 'minutesLink' | 'minutesFile' | 'minutesName'
>;

/** What a decision says, as it is exported; its hash is in the log, so that not a word of it can be changed later. */
export function saidOf(decision: Said): { readonly [name: string]: Json } {
  const { item, wording, reason, minority, nextMeeting, minutesLink, minutesFile, minutesName } = decision;
  const file = minutesFile === null ? null : { kind: 'file', sha256: minutesFile, name: minutesName ?? '' };
  const minutes = minutesLink === null ? file : { kind: 'link', url: minutesLink };
  return { item, wording, reason, minority, nextMeeting, minutes };
}

/** The SHA-256 of what a decision says, for the act that records it (LO-5). */
export function saidHash(decision: Said): Sha256 {
  return canonicalHash(saidOf(decision));
}

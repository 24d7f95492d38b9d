import { err, ok, type Result } from '@enig/kernel';
import { findPersonalNumbers } from './personal-number';

/** A stretch of a typed answer that is left out of what is published, with why. Offsets in UTF-16 units. da: fjernet */
export interface Redaction {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** Why a stretch is not left out (HE-50). */
export type RedactRefused =
  | { readonly code: 'HE-50-REASON-REQUIRED' }
  | { readonly code: 'HE-50-REASON-HOLDS-NUMBER' }
  | { readonly code: 'HE-50-NOT-IN-THE-TEXT' }
  | { readonly code: 'HE-50-REMOVED-ALREADY' };

/** What was left out is not put back while it is published (HE-50). */
export type PutBackRefused = { readonly code: 'HE-50-PUBLISHED-NOW' };

/** A piece of what is published of a text: words, or that some were left out. */
export type PublicPiece =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'removed'; readonly reason: string };

/**
 * Leaves a stretch out of what is published; the answer itself is kept as it was sent (HE-50). A personal number that
 * the stretch touches is left out whole: half of one is still somebody's.
 *
 * @param standing  what is left out of the same text already; no two overlap.
 */
export function redact(
  text: string,
  wanted: Redaction,
  standing: readonly Redaction[],
): Result<Redaction, RedactRefused> {
  const { start, end } = wanted;
  const reason = reasonIn(wanted.reason);
  if (!reason.ok) return reason;
  const isInText = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
  if (!isInText) return err({ code: 'HE-50-NOT-IN-THE-TEXT' });
  if (standing.some((each) => overlaps(each, wanted))) return err({ code: 'HE-50-REMOVED-ALREADY' });
  const touched = findPersonalNumbers(masked(text, standing)).filter((each) => overlaps(each, wanted));
  return ok({
    start: Math.min(start, ...touched.map((each) => each.start)),
    end: Math.max(end, ...touched.map((each) => each.end)),
    reason: reason.value,
  });
}

/** A reason for leaving something out: there is one, and it does not say what was left out. */
export function reasonIn(
  given: string,
): Result<string, Extract<RedactRefused, { code: 'HE-50-REASON-REQUIRED' | 'HE-50-REASON-HOLDS-NUMBER' }>> {
  const reason = given.trim();
  if (reason === '') return err({ code: 'HE-50-REASON-REQUIRED' });
  return findPersonalNumbers(reason).length > 0 ? err({ code: 'HE-50-REASON-HOLDS-NUMBER' }) : ok(reason);
}

/** The text with what is left out covered sign by sign, so that every place keeps its offset. */
export function masked(text: string, redactions: readonly Redaction[]): string {
  return inOrder(redactions).reduce(
    (covered, { start, end }) => covered.slice(0, start) + COVER.repeat(end - start) + covered.slice(end),
    text,
  );
}

/** Nothing that a number or a name runs on across. */
const COVER = '\u2588';

/** What is published of a text, piece by piece. */
export function publicPieces(text: string, redactions: readonly Redaction[]): PublicPiece[] {
  const pieces: PublicPiece[] = [];
  let at = 0;
  for (const { start, end, reason } of inOrder(redactions)) {
    if (start > at) pieces.push({ kind: 'text', text: text.slice(at, start) });
    pieces.push({ kind: 'removed', reason });
    at = end;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}

function inOrder(redactions: readonly Redaction[]): readonly Redaction[] {
  return [...redactions].sort((one, other) => one.start - other.start);
}

function overlaps(
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): boolean {
  return one.start < other.end && other.start < one.end;
}

import type { Sha256 } from '@enig/kernel';
import type { TextJson } from './json';
import { plainValue } from './plain';
import { trimmed } from './sentences';
import { slotsOf, type SlotPath } from './slots';

/**
 * A stretch of a version's text that something hangs on: where it stood in the plain text of a slot (`start` and `end`
 * in UTF-16 units), its words, and some of those before and after by which it is found again in later versions.
 */
export type Anchor = {
  readonly version: Sha256;
  readonly path: SlotPath;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

/** How many UTF-16 units before and after are kept: about a sentence, so that a short quote can be told from others. */
export const ANCHOR_CONTEXT = 160;

/**
 * An anchor on a stretch of a text, without the blanks at its ends.
 *
 * @param path where the slot stands, as `slotsOf` names it.
 * @param start,end within the slot's plain text (`plainValue`), in UTF-16 units.
 * @param version the SHA-256 of the text as it stands in the version.
 * @throws RangeError where the text has no such slot, or there is not a word in the stretch.
 */
export function anchorOf(json: TextJson, path: SlotPath, start: number, end: number, version: Sha256): Anchor {
  const slot = slotsOf(json).find((each) => samePath(each.path, path));
  if (!slot) throw new RangeError(`The text has no slot ${path.join('.')}`);
  const plain = plainValue(slot.value);
  const own = trimmed(plain, { start: Math.max(0, start), end: Math.min(end, plain.length) });
  if (own.end <= own.start) throw new RangeError(`Nothing stands in ${path.join('.')} from ${start} to ${end}`);
  return {
    ...own,
    version,
    path: slot.path,
    exact: plain.slice(own.start, own.end),
    prefix: plain.slice(Math.max(0, own.start - ANCHOR_CONTEXT), own.start),
    suffix: plain.slice(own.end, own.end + ANCHOR_CONTEXT),
  };
}

/** Whether two paths lead to the same slot. */
export function samePath(one: SlotPath, other: SlotPath): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}

import {
  anchorOf,
  plainValue,
  sentencesIn,
  slotsOf,
  type Anchor,
  type Slot,
  type SlotPath,
  type TextJson,
} from '@enig/text';
import type { Sha256 } from '@enig/kernel';

/** A text that is heard, as it stands in the version. */
export type HeardText = {
  readonly json: TextJson;
  /** The SHA-256 of the text as it stands in the version. */
  readonly version: Sha256;
};

/** A stretch of the heard text that can be commented on. */
export type HeardWords = {
  readonly path: SlotPath;
  readonly start: number;
  readonly end: number;
  readonly words: string;
};

/** Every sentence of a heard text, in the order it is read: the way to a comment without a mouse. */
export function sentencesOf({ json }: HeardText): readonly HeardWords[] {
  return wordySlots(json).flatMap(({ path, value }) => {
    const plain = plainValue(value);
    return sentencesIn(plain).map(({ start, end }) => ({ path, start, end, words: plain.slice(start, end) }));
  });
}

/**
 * Where marked words stand in the heard text. A page shows blanks and line ends in its own way, so they count as one
 * blank. Words that stand more than once are taken to be the first after what stands before them on the page.
 *
 * @param before what the page shows of the text up to the marked words.
 * @returns null where they stand in no single slot.
 */
export function wordsMarked({ json }: HeardText, marked: string, before: string): HeardWords | null {
  const wanted = single(marked).trim();
  if (wanted === '') return null;
  const found = wordySlots(json).flatMap((slot) => placesIn(slot, wanted));
  const passed = countOf(single(before), wanted);
  return found[Math.min(passed, found.length - 1)] ?? null;
}

/** An anchor on a stretch of the heard text. @throws RangeError where there is no such stretch. */
export function anchorOn({ json, version }: HeardText, { path, start, end }: HeardWords): Anchor {
  return anchorOf(json, path, start, end, version);
}

/** Who is responsible and days are chosen, not said. */
function wordySlots(json: TextJson): readonly Slot[] {
  return slotsOf(json).filter(({ value }) => value.shape === 'prose' || value.shape === 'line');
}

function placesIn({ path, value }: Slot, wanted: string): HeardWords[] {
  const plain = plainValue(value);
  const pattern = new RegExp(wanted.split(' ').map(literally).join('\\s+'), 'gu');
  return [...plain.matchAll(pattern)].map(({ 0: words, index }) => ({
    ...{ path, start: index, end: index + words.length, words },
  }));
}

function countOf(text: string, wanted: string): number {
  return text.split(wanted).length - 1;
}

function single(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

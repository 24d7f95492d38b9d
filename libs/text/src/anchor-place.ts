import { samePath, type Anchor } from './anchor';
import {
  indexTexts,
  joinedWords,
  sentencesOfAll,
  type AnchorIndex,
  type IndexedSlot,
  type PlacedText,
} from './anchor-index';
import { likestTo, sentencesAt } from './anchor-likeness';
import { quoteOf, type Quote } from './anchor-quote';
import type { TextJson } from './json';
import { overlapOf, weighed } from './likeness';
import type { SlotPath } from './slots';

/**
 * Where an anchor's words are in a later version. `same`: in the slot they stood in, in the same order, whatever was
 * changed in signs and letter case. `moved`: elsewhere in the slot, in another slot, item or section. `changed`: in
 * other words, there or elsewhere. `removed`: nothing there says it any more.
 */
export type FoundPlace = {
  readonly state: 'same' | 'moved' | 'changed';
  readonly section: string;
  readonly path: SlotPath;
  /** Within the slot's plain text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly now: string;
};

/** An anchor's place, which there always is an answer to (HE-51). */
export type AnchorPlace = FoundPlace | { readonly state: 'removed' };

/** An anchor with the section whose text it was set in. */
export type PlacedAnchor = { readonly section: string; readonly anchor: Anchor };

/** From how many words on a quote is found by its words alone. */
const LONG_QUOTE = 6;
/** How alike the sentences around a short quote are where it counts as the same. */
const SAME_SENTENCE = 0.75;
/** What standing in the same slot, and in the same section, counts for beside one more word in common around. */
const SAME_SLOT = 100;
const SAME_SECTION = 10;
/** So many words of a neighbour tell where it is now. */
const TELLING = 4;

/** Where one anchor is in a later version of its own text. */
export function placeOf(anchor: Anchor, json: TextJson): AnchorPlace {
  const [place] = placesOf([{ section: '', anchor }], [{ section: '', json }]);
  return place ?? { state: 'removed' };
}

/**
 * Where anchors are in the texts of a later version, one answer for each in the order given: first by their path, then
 * by their words and what stood around them, then by the sentences that are most like theirs.
 *
 * @param then the texts the anchors were set in, where they are at hand: a sentence that stood there already is not
 *   taken for another in other words.
 */
export function placesOf(
  anchors: readonly PlacedAnchor[],
  texts: readonly PlacedText[],
  then: readonly PlacedText[] = [],
): AnchorPlace[] {
  const index = indexTexts(texts);
  const stood = sentencesOfAll(then);
  return anchors.map((each) => placeIn(each, index, stood));
}

function placeIn({ section, anchor }: PlacedAnchor, index: AnchorIndex, stood: ReadonlySet<string>): AnchorPlace {
  const quote = quoteOf(anchor);
  if (quote.words.length === 0) return { state: 'removed' };
  const home = index.slots.find((slot) => slot.section === section && samePath(slot.path, anchor.path)) ?? null;
  const hit = bestHit(quote, { section, anchor, home }, index);
  if (hit) return placeOfHit(hit, quote, home, index);
  if (home && home.shape !== 'prose') return lineNow(home);
  const likest = likestTo(quote, { section, home, stood }, index);
  return likest ? { state: 'changed', ...likest } : { state: 'removed' };
}

/** A line, a party or a day is what stands in its slot, whatever its words. */
function lineNow({ section, path, plain }: IndexedSlot): AnchorPlace {
  if (plain.trim() === '') return { state: 'removed' };
  return { state: 'changed', section, path, start: 0, end: plain.length, now: plain };
}

/** The quote's words at a place, from the word `at`. */
interface Hit {
  readonly slot: IndexedSlot;
  readonly at: number;
  readonly score: number;
}

interface Origin {
  readonly section: string;
  readonly anchor: Anchor;
  readonly home: IndexedSlot | null;
}

function bestHit(quote: Quote, origin: Origin, index: AnchorIndex): Hit | null {
  const ofHome = origin.home ? hitsIn(origin.home, quote, origin, index) : [];
  const hits = ofHome.length > 0 ? ofHome : index.slots.flatMap((slot) => hitsIn(slot, quote, origin, index));
  return hits.reduce<Hit | null>((best, hit) => (best && best.score >= hit.score ? best : hit), null);
}

function hitsIn(slot: IndexedSlot, quote: Quote, origin: Origin, index: AnchorIndex): Hit[] {
  const hits: Hit[] = [];
  const words = joinedWords(quote.words);
  for (let found = slot.joined.indexOf(words); found !== -1; found = slot.joined.indexOf(words, found + 1)) {
    const at = slot.places.get(found);
    if (at === undefined || !isCredible(slot, at, quote, index)) continue;
    const near = slot === origin.home ? SAME_SLOT : slot.section === origin.section ? SAME_SECTION : 0;
    const distance = Math.abs((slot.words[at]?.start ?? 0) - origin.anchor.start);
    hits.push({ slot, at, score: near + around(slot, at, quote) - distance / 1e7 });
  }
  return hits;
}

/** A long quote is itself wherever it stands; a short one only as a sentence of its own, or in a sentence like its own. */
function isCredible(slot: IndexedSlot, at: number, quote: Quote, index: AnchorIndex): boolean {
  if (quote.words.length >= LONG_QUOTE) return true;
  const sentence = sentencesAt(slot, at, quote.words.length, index);
  if (!sentence) return false;
  if (quote.sentence.length === quote.words.length) return sentence.weighed.length === quote.words.length;
  return alike(quote, sentence.weighed, index) >= 0.5;
}

function alike(quote: Quote, other: Parameters<typeof overlapOf>[1], index: AnchorIndex): number {
  const { kept, shared } = overlapOf(weighed(quote.sentence, index.weights), other);
  return quote.isCut ? kept : (kept + shared) / 2;
}

/** How many words beside the quote are as they were, counted from the quote outwards. */
function around({ words }: IndexedSlot, at: number, { prefix, suffix, words: { length } }: Quote): number {
  const before = prefix.trim().split(' ');
  const after = suffix.trim().split(' ');
  let count = 0;
  while (count < before.length && words[at - 1 - count]?.word === before.at(-1 - count)) count += 1;
  let more = 0;
  while (more < after.length && words[at + length + more]?.word === after[more]) more += 1;
  return count + more;
}

function placeOfHit({ slot, at }: Hit, quote: Quote, home: IndexedSlot | null, index: AnchorIndex): AnchorPlace {
  const { section, path, plain, words } = slot;
  const around = sentencesAt(slot, at, quote.words.length, index);
  const isPart = quote.sentence.length > quote.words.length;
  const isOther =
    isPart && quote.words.length < LONG_QUOTE && around && alike(quote, around.weighed, index) < SAME_SENTENCE;
  // A whole sentence has its signs with it, as it had where it was quoted.
  const isWhole = !isPart && around?.weighed.length === quote.words.length;
  const first = words[at]?.start ?? 0;
  const last = words[at + quote.words.length - 1]?.end ?? first;
  const { start, end } = around && (isOther || isWhole) ? around : { start: first, end: last };
  const found = { section, path, start, end, now: plain.slice(start, end) };
  if (isOther) return { ...found, state: 'changed' };
  return { ...found, state: slot !== home || hasMovedWithin(slot, at, quote) ? 'moved' : 'same' };
}

/** Whether the quote has changed places with a neighbour: it stands before what it stood after, or the other way. */
function hasMovedWithin(slot: IndexedSlot, at: number, { before, after }: Quote): boolean {
  const earlier = onlyPlace(slot, before);
  const later = onlyPlace(slot, after);
  return (earlier !== null && earlier > at) || (later !== null && later < at);
}

function onlyPlace({ joined, places }: IndexedSlot, words: readonly string[]): number | null {
  if (words.length < TELLING) return null;
  const run = joinedWords(words);
  const found = joined.indexOf(run);
  if (found === -1 || joined.indexOf(run, found + 1) !== -1) return null;
  return places.get(found) ?? null;
}

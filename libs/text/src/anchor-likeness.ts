import { joinedWords, type AnchorIndex, type IndexedSentence, type IndexedSlot } from './anchor-index';
import type { FoundPlace } from './anchor-place';
import type { Quote } from './anchor-quote';
import { overlapOf, weighed, type Weighed } from './likeness';

/** How many sentences are looked at more closely, in all and in the slot the anchor was set in. */
const CANDIDATES = 16;
const OWN_CANDIDATES = 8;
/** How many stretches of them are compared word by word. */
const COMPARED = 8;
/** A sentence may have become so many. */
const SPLIT_INTO = 3;
/** What a sentence more costs, so that the shortest stretch that says it is taken. */
const PER_SENTENCE = 0.04;
/** What its slot, and each neighbour that stands where it stood, counts for. */
const IN_SLOT = 0.06;
const PER_NEIGHBOUR = 0.1;
/** How like a stretch must be to count as the same in other words: in its slot, in its section, elsewhere. */
const ENOUGH = { slot: 0.46, section: 0.54, elsewhere: 0.58 } as const;
/** The same where the sentence was taken out between neighbours that stand. */
const ENOUGH_WHERE_CUT = 0.66;

interface Home {
  readonly section: string;
  readonly home: IndexedSlot | null;
  /** The sentences that stood in the version of the anchor. */
  readonly stood: ReadonlySet<string>;
}

/** Sentences in a row, with how like they are to what is looked for. */
interface Stretch {
  readonly slot: IndexedSlot;
  readonly first: IndexedSentence;
  readonly last: IndexedSentence;
  readonly words: readonly Weighed[];
  readonly count: number;
}

/** The sentences that so many words from `at` on stand in, as one. */
export function sentencesAt(slot: IndexedSlot, at: number, length: number, index: AnchorIndex): Around | null {
  const first = sentenceAt(slot, at, index);
  const last = sentenceAt(slot, at + length - 1, index);
  if (!first || !last) return null;
  const own = index.sentences.slice(slot.first, slot.last + 1).filter((each) => {
    return each.from >= first.from && each.from <= last.from;
  });
  return { start: first.start, end: last.end, weighed: own.flatMap((sentence) => sentence.weighed) };
}

/** Sentences as one stretch. */
export type Around = Pick<IndexedSentence, 'start' | 'end' | 'weighed'>;

/** The sentence a word stands in. */
function sentenceAt({ first, last }: IndexedSlot, at: number, index: AnchorIndex): IndexedSentence | null {
  let [low, high] = [first, last];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = index.sentences[middle];
    if (!sentence) return null;
    if (at < sentence.from) high = middle - 1;
    else if (at >= sentence.to) low = middle + 1;
    else return sentence;
  }
  return null;
}

/** Where the texts say it in other words; null where nothing is like enough. */
export function likestTo(quote: Quote, where: Home, index: AnchorIndex): Omit<FoundPlace, 'state'> | null {
  const own = weighed(quote.sentence, index.weights);
  const rough = stretchesAround(candidates(own, where, index), quote, index)
    .filter((stretch) => !isNeighbour(stretch, quote) && !stoodAlready(stretch, where.stood, index))
    .map((stretch) => ({ stretch, score: scoreOf(own, stretch, quote, where, false) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, COMPARED);
  const isCut = where.home !== null && isCutOut(quote, where.home);
  let [best, likest]: [Stretch | null, number] = [null, 0];
  for (const { stretch } of rough) {
    const score = scoreOf(own, stretch, quote, where, true);
    if (score > likest && score >= enough(stretch, where, isCut)) [best, likest] = [stretch, score];
  }
  if (!best) return null;
  const { slot, first, last } = best;
  const { section, path } = slot;
  return { section, path, start: first.start, end: last.end, now: slot.plain.slice(first.start, last.end) };
}

function enough({ slot }: Stretch, { section, home }: Home, isCut: boolean): number {
  if (isCut) return ENOUGH_WHERE_CUT;
  if (slot === home) return ENOUGH.slot;
  return slot.section === section ? ENOUGH.section : ENOUGH.elsewhere;
}

/** The sentences that share the weightiest words, by their numbers. */
function candidates(own: readonly Weighed[], { home }: Home, { byStem, sentences }: AnchorIndex): number[] {
  const sums = new Map<number, number>();
  for (const { stem, weight } of own) {
    if (weight < 0.2) continue;
    for (const sentence of byStem.get(stem) ?? []) sums.set(sentence, (sums.get(sentence) ?? 0) + weight);
  }
  const ranked = [...sums].sort(([one, sum], [other, otherSum]) => otherSum - sum || one - other).map(([each]) => each);
  const ofHome = ranked.filter((each) => sentences[each]?.slot === home).slice(0, OWN_CANDIDATES);
  const only = home && home.last - home.first < SPLIT_INTO ? range(home.first, home.last) : [];
  return [...new Set([...ranked.slice(0, CANDIDATES), ...ofHome, ...only])];
}

/** Every run of sentences in one slot that holds a candidate. */
function stretchesAround(numbers: readonly number[], quote: Quote, { sentences }: AnchorIndex): Stretch[] {
  const longest = quote.sentences + SPLIT_INTO - 1;
  const known = new Map<string, Stretch>();
  for (const number of numbers) {
    const slot = sentences[number]?.slot;
    if (!slot) continue;
    for (let first = Math.max(slot.first, number - longest + 1); first <= number; first += 1) {
      for (let last = number; last <= Math.min(slot.last, first + longest - 1); last += 1) {
        const key = `${first} ${last}`;
        const run = sentences.slice(first, last + 1);
        const [one, other] = [run.at(0), run.at(-1)];
        if (known.has(key) || !one || !other) continue;
        const words = run.flatMap((each) => each.weighed);
        known.set(key, { slot, first: one, last: other, words, count: run.length });
      }
    }
  }
  return [...known.values()];
}

function scoreOf(own: readonly Weighed[], stretch: Stretch, quote: Quote, { home }: Home, isClose: boolean): number {
  const { kept, shared } = overlapOf(own, stretch.words, isClose);
  if (kept === 0) return 0;
  const { slot, first, last, count } = stretch;
  const isBeforeSame = quote.isFirst
    ? slot === home && first.from === 0
    : standsAt(slot, quote.before, first.from - quote.before.length);
  const isAfterSame = quote.isLast
    ? slot === home && last.to === slot.words.length
    : standsAt(slot, quote.after, last.to);
  const neighbours = Number(isBeforeSame) + Number(isAfterSame);
  const longer = Math.max(0, count - quote.sentences) * PER_SENTENCE;
  return 0.6 * kept + 0.4 * shared + (slot === home ? IN_SLOT : 0) + neighbours * PER_NEIGHBOUR - longer;
}

function standsAt({ words }: IndexedSlot, run: readonly string[], at: number): boolean {
  return run.length > 0 && at >= 0 && run.every((word, index) => words[at + index]?.word === word);
}

/** A sentence that stood beside the quote already is not the quote in other words. */
function isNeighbour({ words }: Stretch, { prefix, suffix }: Quote): boolean {
  if (words.length < 4) return false;
  const joined = joinedWords(words.map(({ word }) => word));
  return prefix.includes(joined) || suffix.includes(joined);
}

/** Whether each of the sentences stood in the version of the anchor, so that none of them is new. */
function stoodAlready({ slot, first, last }: Stretch, stood: ReadonlySet<string>, { sentences }: AnchorIndex): boolean {
  if (stood.size === 0) return false;
  return sentences
    .slice(slot.first, slot.last + 1)
    .filter(({ from }) => from >= first.from && from <= last.from)
    .every(({ weighed: own }) => stood.has(joinedWords(own.map(({ word }) => word))));
}

/** Whether the neighbours stand, and stand together, so that what was between them was taken out. */
function isCutOut({ before, after }: Quote, { joined }: IndexedSlot): boolean {
  if (before.length < 3 || after.length < 3) return false;
  return joined.includes(joinedWords([...before.slice(-4), ...after.slice(0, 4)]));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

import type { TextJson } from './json';
import { stemOf, weighed, weightsOf, type Weighed, type Weights } from './likeness';
import { plainValue } from './plain';
import { sentencesIn, wordsIn, type PlacedWord, type Stretch } from './sentences';
import { slotsOf, type SlotPath } from './slots';

/** A text that anchors are looked for in, by the section of the agreement it is of. */
export type PlacedText = { readonly section: string; readonly json: TextJson };

/** A slot with its words. `joined` has a blank before and after each, so that a run of words is found as a string. */
export type IndexedSlot = {
  readonly section: string;
  readonly path: SlotPath;
  readonly shape: 'prose' | 'line' | 'party' | 'date';
  readonly plain: string;
  readonly words: readonly PlacedWord[];
  readonly joined: string;
  /** Where each word stands in `joined`, by the position of the blank before it. */
  readonly places: ReadonlyMap<number, number>;
  /** The numbers of its sentences among all. */
  readonly first: number;
  readonly last: number;
};

/** A sentence, by the words of its slot from `from` up to, not including, `to`. */
export type IndexedSentence = Stretch & {
  readonly slot: IndexedSlot;
  readonly from: number;
  readonly to: number;
  readonly weighed: readonly Weighed[];
};

/** Texts made ready for finding. */
export type AnchorIndex = {
  readonly slots: readonly IndexedSlot[];
  readonly sentences: readonly IndexedSentence[];
  readonly weights: Weights;
  /** The sentences a stem stands in. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
};

/** Reads texts once, for as many anchors as there are. */
export function indexTexts(texts: readonly PlacedText[]): AnchorIndex {
  const slots: IndexedSlot[] = [];
  const bare: { slot: IndexedSlot; stretch: Stretch; from: number; to: number }[] = [];
  for (const { section, json } of texts) {
    for (const { path, value } of slotsOf(json)) {
      const plain = plainValue(value);
      const stretches = sentencesIn(plain);
      const words = wordsIn(plain);
      const [first, last] = [bare.length, bare.length + stretches.length - 1];
      const slot = { section, path, shape: value.shape, plain, words, ...joinedOf(words), first, last };
      slots.push(slot);
      bare.push(...sentencesOf(slot, stretches));
    }
  }
  const weights = weightsOf(
    bare.map(({ slot, from, to }) => slot.words.slice(from, to).map(({ word }) => stemOf(word))),
  );
  const sentences = bare.map(({ slot, stretch, from, to }) => {
    const words = slot.words.slice(from, to).map(({ word }) => word);
    return { ...stretch, slot, from, to, weighed: weighed(words, weights) };
  });
  return { slots, sentences, weights, byStem: stemsOf(sentences) };
}

/** Every sentence of texts, by its words: what stood already is not another sentence in other words. */
export function sentencesOfAll(texts: readonly PlacedText[]): ReadonlySet<string> {
  return new Set(indexTexts(texts).sentences.map(({ weighed: own }) => joinedWords(own.map(({ word }) => word))));
}

/** Words joined by blanks, one before the first and one after the last. */
export function joinedWords(words: readonly string[]): string {
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

function joinedOf(words: readonly PlacedWord[]): Pick<IndexedSlot, 'joined' | 'places'> {
  const places = new Map<number, number>();
  let at = 0;
  for (const [index, { word }] of words.entries()) {
    places.set(at, index);
    at += word.length + 1;
  }
  return { joined: joinedWords(words.map(({ word }) => word)), places };
}

function sentencesOf(slot: IndexedSlot, stretches: readonly Stretch[]) {
  let next = 0;
  return stretches.map((stretch) => {
    while ((slot.words[next]?.start ?? Infinity) < stretch.start) next += 1;
    const from = next;
    while ((slot.words[next]?.start ?? Infinity) < stretch.end) next += 1;
    return { slot, stretch, from, to: next };
  });
}

function stemsOf(sentences: readonly IndexedSentence[]): ReadonlyMap<string, readonly number[]> {
  const byStem = new Map<string, number[]>();
  for (const [index, sentence] of sentences.entries()) {
    for (const stem of new Set(sentence.weighed.map((each) => each.stem))) {
      const known = byStem.get(stem);
      if (known) known.push(index);
      else byStem.set(stem, [index]);
    }
  }
  return byStem;
}

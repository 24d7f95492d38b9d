import { wordsIn } from './sentences';

/** How many letters of a word count: Danish bends words at their ends. */
const STEM = 6;
/** Words without a subject of their own, which all sentences have in common. */
const COMMON = new Set(
  (
    'og i at er en et den det de der som til på for med af om har have vil skal kan må bliver blive blev være var ikke ' +
    'også men eller så hvis når da ved fra efter før over under mellem hos end sig sin sit sine deres dem han hun man vi ' +
    'os vores jeg du i denne dette disse alle hver hvert noget nogle nogen andre anden andet mere meget flere både enten ' +
    'samt hvor hvad hvem hvilke hvilken hvordan hvorfor her kun op ud ind ned bør fx'
  ).split(' '),
);
const WEIGHT_OF_COMMON = 0.12;
/** From how like two words are, by their letters, they count as the same word misspelt or bent. */
const SAME_WORD = 0.62;

/** A word with what it counts for in comparisons. */
export type Weighed = { readonly word: string; readonly stem: string; readonly weight: number };

/** What words of a collection of sentences count for: the rarer the more. */
export type Weights = (stem: string, word: string) => number;

/** The form in which bent words meet. */
export function stemOf(word: string): string {
  return word.length > STEM ? word.slice(0, STEM) : word.replace(/(?<=\p{L}{3})(?:er|en|et|e|s)$/u, '');
}

/** @param stems the stems of each sentence. */
export function weightsOf(stems: readonly (readonly string[])[]): Weights {
  const counts = new Map<string, number>();
  for (const own of stems) for (const stem of new Set(own)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const most = Math.log(2 + stems.length);
  return (stem, word) => {
    if (COMMON.has(word)) return WEIGHT_OF_COMMON;
    const rarity = Math.log((2 + stems.length) / (1 + (counts.get(stem) ?? 0))) / most;
    return 0.35 + 0.65 * Math.max(0, rarity);
  };
}

/** Words ready to be compared. */
export function weighed(words: readonly string[], weights: Weights): Weighed[] {
  return words.map((word) => {
    const stem = stemOf(word);
    return { word, stem, weight: weights(stem, word) };
  });
}

/** How much of one sentence is in another, and of the other in the one; both from 0 to 1. */
export type Overlap = { readonly kept: number; readonly shared: number };

/**
 * Compares by words, each of which meets at most one of the other.
 *
 * @param isClose whether a word misspelt or compounded anew counts in part; that takes much longer.
 */
export function overlapOf(one: readonly Weighed[], other: readonly Weighed[], isClose = true): Overlap {
  const open = new Map<string, number>();
  for (const { stem } of other) open.set(stem, (open.get(stem) ?? 0) + 1);
  let met = 0;
  const lonely: Weighed[] = [];
  for (const each of one) {
    const left = open.get(each.stem) ?? 0;
    if (left === 0) lonely.push(each);
    else {
      open.set(each.stem, left - 1);
      met += each.weight;
    }
  }
  const spare = other.filter(({ stem }) => {
    const left = open.get(stem) ?? 0;
    if (left > 0) open.set(stem, left - 1);
    return left > 0;
  });
  const near = isClose ? nearWords(lonely, spare) : 0;
  const [whole, otherWhole] = [sumOf(one), sumOf(other)];
  return {
    kept: whole === 0 ? 0 : (met + near) / whole,
    shared: otherWhole === 0 ? 0 : Math.min(1, (met + near) / otherWhole),
  };
}

/** What words without a counterpart count for by those that look like them. */
function nearWords(lonely: readonly Weighed[], spare: readonly Weighed[]): number {
  const taken = new Set<Weighed>();
  let sum = 0;
  for (const each of lonely) {
    if (each.word.length < 4) continue;
    let [best, likest]: [Weighed | null, number] = [null, SAME_WORD];
    for (const candidate of spare) {
      if (taken.has(candidate) || candidate.word.length < 4) continue;
      const alike = lettersAlike(each.word, candidate.word);
      if (alike >= likest) [best, likest] = [candidate, alike];
    }
    if (!best) continue;
    taken.add(best);
    sum += each.weight * likest;
  }
  return sum;
}

/** How like two words are by their pairs of letters, from 0 to 1; a word inside a compound counts as near. */
export function lettersAlike(one: string, other: string): number {
  if (one.length >= 5 && other.length >= 5 && (one.includes(other) || other.includes(one))) return 0.75;
  const pairs = pairsOf(one);
  const others = pairsOf(other);
  const open = new Map<string, number>();
  for (const pair of others) open.set(pair, (open.get(pair) ?? 0) + 1);
  let met = 0;
  for (const pair of pairs) {
    const left = open.get(pair) ?? 0;
    if (left === 0) continue;
    open.set(pair, left - 1);
    met += 1;
  }
  return (2 * met) / (pairs.length + others.length);
}

function pairsOf(word: string): string[] {
  const edged = `^${word}$`;
  return Array.from({ length: edged.length - 1 }, (_, index) => edged.slice(index, index + 2));
}

function sumOf(words: readonly Weighed[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

/** The words of a text as they are compared, without their places. */
export function bareWords(text: string): string[] {
  return wordsIn(text).map(({ word }) => word);
}

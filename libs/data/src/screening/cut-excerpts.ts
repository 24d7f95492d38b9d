import { withoutCuts, type HiddenStretch, type CutSlot } from './covering';

/**
 * How words copied out of an answer are shown: without what is cut out of the piece they stand in. Where they stand in
 * none as they are, as when points of two pieces were made one, and something is cut, only that is said. Made once per
 * answer: an answer has many points.
 */
export function cutExcerpts(slots: readonly CutSlot[]): (excerpt: string) => string {
  const [first] = slots.flatMap(({ cuts }) => cuts);
  if (!first) return (excerpt) => excerpt;
  const spaced = slots.map(spacedSlot);
  return (excerpt) => {
    const places = spaced.map((slot) => cutsWithin(slot, excerpt));
    if (places.every((found) => found === null)) return first.reason;
    return withoutCuts(excerpt, apart(places.flatMap((found) => found ?? [])));
  };
}

/** The cuts of a piece within an excerpt that stands in it, by the excerpt's own offsets; null where it does not. */
function cutsWithin({ text, cuts }: CutSlot, excerpt: string): readonly HiddenStretch[] | null {
  const found: HiddenStretch[] = [];
  let isIn = false;
  for (let place = text.indexOf(excerpt); place !== -1; place = text.indexOf(excerpt, place + 1)) {
    isIn = true;
    for (const { start, end, reason } of cuts) {
      const inside = { start: Math.max(0, start - place), end: Math.min(excerpt.length, end - place), reason };
      if (inside.start < inside.end) found.push(inside);
    }
    if (cuts.length === 0) break;
  }
  return isIn ? found : null;
}

/** A piece with single blanks, as points have it, and what is cut out of it by its own offsets there. */
function spacedSlot({ text, cuts }: CutSlot): CutSlot {
  if (cuts.length === 0) return { text: text.trim().replace(/\s+/gu, ' '), cuts };
  const { plain, at } = spacedOut(text);
  const moved = cuts.map(({ start, end, reason }) => ({
    start: firstFrom(at, start),
    end: firstFrom(at, end),
    reason,
  }));
  return { text: plain, cuts: moved.filter(({ start, end }) => start < end) };
}

/** The text with single blanks, and where each sign of it stood. */
function spacedOut(text: string): { readonly plain: string; readonly at: readonly number[] } {
  const words: string[] = [];
  const at: number[] = [];
  for (const { index, 0: word } of text.matchAll(/\S+/gu)) {
    if (words.length > 0) at.push(index - 1);
    for (let sign = 0; sign < word.length; sign += 1) at.push(index + sign);
    words.push(word);
  }
  return { plain: words.join(' '), at };
}

/** The first place whose offset is at or after one; their number where there is none. The offsets rise. */
function firstFrom(at: readonly number[], offset: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((at[middle] ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cuts that overlap, as where the same words stand twice, as one. */
function apart(cuts: readonly HiddenStretch[]): readonly HiddenStretch[] {
  const kept: HiddenStretch[] = [];
  for (const cut of [...cuts].sort((one, other) => one.start - other.start)) {
    const last = kept.at(-1);
    if (last && cut.start < last.end) kept[kept.length - 1] = { ...last, end: Math.max(last.end, cut.end) };
    else kept.push(cut);
  }
  return kept;
}

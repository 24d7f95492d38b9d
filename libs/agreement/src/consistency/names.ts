import type { Inconsistency } from './inconsistency';
import { placeIn, type Paragraph, type PlainAgreement } from './paragraphs';

/** A name as it stands in a place. */
interface Met {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly name: string;
}

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?:[-.]\p{L}[\p{L}\p{N}]*)*/gu;
/** Names shorter than this differ by one letter too easily. */
const SHORTEST = 6;

/** Names of places and bodies that are written in two ways (AG-32). */
export function spellingFindings(agreement: PlainAgreement, paragraphs: readonly Paragraph[]): Inconsistency[] {
  const official = new Set(agreement.parties.flatMap(({ name }) => name.match(NAME) ?? []));
  const met = namesIn(paragraphs);
  for (const name of official) if (!met.has(name)) met.set(name, []);
  const names = [...met.keys()].filter((name) => name.length >= SHORTEST);
  return pairsIn(names).flatMap(([one, other]): Inconsistency[] => {
    const [right, wrong] = rightOf(one, other, met, official) ?? [];
    if (right === undefined || wrong === undefined) return [];
    return (met.get(wrong) ?? []).slice(0, 1).map(({ paragraph, start, name }) => {
      return { ...placeIn(paragraph, start, start + name.length), code: 'AG-32-TWO-SPELLINGS', other: right };
    });
  });
}

/** Names where they cannot be the first word of a sentence; one with a capital inside is a name anywhere. */
function namesIn(paragraphs: readonly Paragraph[]): Map<string, Met[]> {
  const met = new Map<string, Met[]>();
  for (const paragraph of paragraphs) {
    for (const { 0: found, index: start } of paragraph.text.matchAll(NAME)) {
      const name = withoutGenitive(found);
      const isInside = /[\p{Ll}\p{N}]\s+$|\p{L},\s+$|\(\s*$/u.test(paragraph.text.slice(0, start));
      if (!isInside && !/\p{Ll}.*\p{Lu}/u.test(name)) continue;
      met.set(name, [...(met.get(name) ?? []), { paragraph, start, name }]);
    }
  }
  return met;
}

function withoutGenitive(name: string): string {
  return /\p{Ll}{4,}s$/u.test(name) ? name.slice(0, -1) : name;
}

/** Pairs that may be one name. Names are grouped by what a slip leaves alone, so that not all meet all. */
function pairsIn(names: readonly string[]): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  const groups = new Map<string, string[]>();
  for (const name of names) {
    for (const key of new Set([plainOf(name), ...lackingOne(plainOf(name))])) {
      for (const other of groups.get(key) ?? []) {
        if (isOneName(name, other)) pairs.set(`${other} ${name}`, [other, name]);
      }
      groups.set(key, [...(groups.get(key) ?? []), name]);
    }
  }
  return [...pairs.values()];
}

function plainOf(name: string): string {
  return name.toLowerCase().replace(/[-.]/g, '');
}

function lackingOne(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** Whether two spellings are one name: another letter, one more, two changed about, or other signs and capitals. */
function isOneName(one: string, other: string): boolean {
  if (one === other || isBent(one, other)) return false;
  const [plain, otherPlain] = [plainOf(one), plainOf(other)];
  if (plain === otherPlain) return hasCapitalInside(one) || hasCapitalInside(other) || one.length !== other.length;
  const length = Math.min(plain.length, otherPlain.length);
  let same = 0;
  while (same < length && plain[same] === otherPlain[same]) same += 1;
  let tail = 0;
  while (tail < length - same && plain.at(-1 - tail) === otherPlain.at(-1 - tail)) tail += 1;
  const [left, otherLeft] = [plain.slice(same, plain.length - tail), otherPlain.slice(same, otherPlain.length - tail)];
  if (/\d/.test(left + otherLeft)) return false;
  if (left.length <= 1 && otherLeft.length <= 1) return true;
  return left.length === 2 && left === [...otherLeft].reverse().join('');
}

function hasCapitalInside(name: string): boolean {
  return /\p{Ll}.*\p{Lu}/u.test(name);
}

/** Danish words are bent at their ends: "Socialtilsyn" and "Socialtilsynet" are one word, spelt right twice. */
function isBent(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const ENDING = /^(?:e|r|n|t|s|er|en|et|es|ne|ns|ts|rs|ene|erne|ernes|ets|ens)?$/u;
  return [short, short.replace(/(?:e|r|n|t|s)$/u, '')].some(
    (stem) => long.startsWith(stem) && ENDING.test(long.slice(stem.length)),
  );
}

/** Which of the two is right: the party's own name, or else the one that stands more often, or first. */
function rightOf(
  one: string,
  other: string,
  met: ReadonlyMap<string, readonly Met[]>,
  official: ReadonlySet<string>,
): [right: string, wrong: string] | null {
  if (official.has(one) && official.has(other)) return null;
  if (official.has(one) || official.has(other)) return official.has(one) ? [one, other] : [other, one];
  const often = (name: string) => met.get(name)?.length ?? 0;
  return often(other) > often(one) ? [other, one] : [one, other];
}

const DEFINED = /((?:\p{L}[\p{L}-]*\s+){1,6})\((\p{Lu}[\p{Lu}\d-]{1,7})\)/gu;

/** An abbreviation that is said to stand for two things (AG-32). */
export function abbreviationFindings(paragraphs: readonly Paragraph[]): Inconsistency[] {
  const first = new Map<string, string>();
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(DEFINED)].flatMap(
      ({ 0: words, 1: before = '', 2: short = '', index }): Inconsistency[] => {
        const name = lastName(before);
        const known = first.get(short);
        if (known === undefined) first.set(short, name);
        if (known === undefined || isSameMeaning(known, name)) return [];
        const start = index + before.lastIndexOf(name);
        const place = placeIn(paragraph, start, index + words.length);
        return [{ ...place, code: 'AG-32-TWO-MEANINGS', other: known }];
      },
    ),
  );
}

/** The name right before the bracket: its last word, with those before it that are written with a capital as it is. */
function lastName(before: string): string {
  const words = before.trim().split(/\s+/);
  let first = words.length - 1;
  while (first > 0 && [words[first], words[first - 1]].every((word) => /^\p{Lu}/u.test(word ?? ''))) first -= 1;
  return words.slice(first).join(' ');
}

/** By their last words, which say what kind of thing it is. */
function isSameMeaning(one: string, other: string): boolean {
  const [last, otherLast] = [one, other].map((name) =>
    (name.split(' ').at(-1) ?? '').toLowerCase().replace(/(?:et|en|e|s)$/u, ''),
  );
  if (last === undefined || otherLast === undefined) return true;
  return last.endsWith(otherLast) || otherLast.endsWith(last);
}

import type { Inconsistency } from './inconsistency';
import {
  focusAreasOf,
  isAboutAnother,
  placeIn,
  sentenceAround,
  type Paragraph,
  type PlainAgreement,
} from './paragraphs';

/** How like a focus area's title something in quotes, and a line of a list or a table, must be to be meant as it. */
const LIKE_IN_QUOTES = 0.6;
const LIKE_IN_LIST = 0.75;

const QUOTED = /[»"”“]([^»«"”“\n]{8,140})[«"”“]/gu;
const AFTER_NUMBER = /[Ff]okusområde\s+\d+\s*[:,–-]\s+(\p{Lu}[^.,;:»«"”\n]{8,120})/gu;

interface Named {
  readonly words: string;
  readonly start: number;
  readonly least: number;
}

/** Focus areas that are called otherwise than they are called (AG-32). */
export function titleFindings(agreement: PlainAgreement, paragraphs: readonly Paragraph[]): Inconsistency[] {
  const titles = focusAreasOf(agreement).map(({ title }) => title);
  const right = new Set([...agreement.sections.flatMap(titlesIn), ...titles].map(bare));
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.path.at(-1) === 'title') return [];
    return named(paragraph).flatMap(({ words, start, least }): Inconsistency[] => {
      const said = bare(words);
      if (right.has(said) || [...right].some((title) => title.length > 11 && said.startsWith(title))) return [];
      if (isAboutAnother(sentenceAround(paragraph.text, start), agreement)) return [];
      const meant = likest(words, titles, least);
      if (meant === null) return [];
      const place = placeIn(paragraph, start, start + words.length);
      return [{ ...place, code: 'AG-32-TITLE-OTHERWISE', other: meant }];
    });
  });
}

/** What else has a name in the agreement: its sections, goals and actions. */
function titlesIn({ title, goals, actions, slots }: PlainAgreement['sections'][number]): string[] {
  const lines = slots.filter(({ path }) => path.at(-1) === 'title').map(({ text }) => text);
  return [title, ...goals.map((goal) => goal.title), ...actions.map((action) => action.title), ...lines];
}

function named({ text, shape }: Paragraph): Named[] {
  const quoted = [...text.matchAll(QUOTED), ...text.matchAll(AFTER_NUMBER)].map(({ 0: all, 1: words = '', index }) => {
    return { words: words.trim(), start: index + all.indexOf(words.trim()), least: LIKE_IN_QUOTES };
  });
  if (shape === 'text') return quoted;
  const pieces =
    shape === 'item'
      ? [...text.matchAll(/(?<=^\s*(?:[-•–]|\d{1,3}[.)])\s+).+/gu)]
      : [...text.matchAll(/(?<=^|\n|\| )[^|\n]+/gu)];
  const lines = pieces.map(({ 0: words, index }) => ({
    words: words.trim(),
    start: index + words.indexOf(words.trim()),
    least: LIKE_IN_LIST,
  }));
  return [...quoted, ...lines.filter(({ words }) => words.length <= 140 && stems(words).size > 2)];
}

function likest(words: string, titles: readonly string[], least: number): string | null {
  const said = stems(words);
  if (said.size < 2) return null;
  let [best, most]: [string | null, number] = [null, least];
  for (const title of titles) {
    const own = stems(title);
    const shared = [...said].filter((stem) => own.has(stem)).length;
    const alike = (2 * shared) / (said.size + own.size);
    if (alike >= most) [best, most] = [title, alike];
  }
  return best;
}

function stems(words: string): ReadonlySet<string> {
  return new Set((words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6)));
}

function bare(words: string): string {
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

import type { Inconsistency } from './inconsistency';
import { placeIn, type Paragraph } from './paragraphs';

const PROVISION =
  /(?<!\p{L})(?:(\p{L}*lov(?:en|ens)?)\s*(?:§+\s*)?|(\p{Lu}{2,5})\s*§+\s*)(\d{1,3})\s?([a-z])(?![\p{L}\d])/gu;
const LETTERS: Readonly<Record<string, string>> = {
  abl: 'almenbolig',
  sel: 'service',
  rsl: 'retssikkerheds',
};

interface Met {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly words: string;
  readonly number: string;
}

/** Two paragraphs of one law with the same letter that differ in one figure: one of them may be a slip (AG-32). */
export function provisionFindings(paragraphs: readonly Paragraph[]): Inconsistency[] {
  const byLaw = new Map<string, Met[]>();
  for (const paragraph of paragraphs) {
    for (const { 0: words, 1: law, 2: short, 3: number = '', 4: letter = '', index } of paragraph.text.matchAll(
      PROVISION,
    )) {
      const key = `${lawOf(law ?? short ?? '')} ${letter}`;
      byLaw.set(key, [...(byLaw.get(key) ?? []), { paragraph, start: index, words, number }]);
    }
  }
  return [...byLaw.values()].flatMap((all) => slips(all));
}

function lawOf(law: string): string {
  const word = law.toLowerCase();
  return LETTERS[word] ?? word.replace(/lov(?:en|ens)?$/u, '');
}

/** Each number that differs in one figure from one that stands more often, or stood before. */
function slips(all: readonly Met[]): Inconsistency[] {
  const numbers = [...new Set(all.map(({ number }) => number))];
  const often = (number: string) => all.filter((each) => each.number === number).length;
  return numbers.flatMap((number, index): Inconsistency[] => {
    const right = numbers.find((other, otherIndex) => {
      if (!differsInOne(number, other)) return false;
      return often(other) > often(number) || (often(other) === often(number) && otherIndex < index);
    });
    const met = all.find((each) => each.number === number);
    const known = all.find((each) => each.number === right);
    if (!met || !known) return [];
    const place = placeIn(met.paragraph, met.start, met.start + met.words.length);
    return [{ ...place, code: 'AG-32-TWO-PROVISIONS', other: known.words }];
  });
}

function differsInOne(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false;
  return [...one].filter((figure, index) => figure !== other[index]).length === 1;
}

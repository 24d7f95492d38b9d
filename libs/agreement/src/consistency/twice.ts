import type { Inconsistency } from './inconsistency';
import { placeIn, shortened, type Paragraph } from './paragraphs';

/** Shorter paragraphs may stand in several places. */
const FEWEST_WORDS = 12;
/** How many words in a row are compared. */
const RUN = 3;
/** From how many of the runs of both in common on two paragraphs are nearly the same. */
const NEARLY = 0.5;
/** Words that stand in more places than this tell nothing, and would make a long text slow to look through. */
const MOST_PLACES = 24;

interface Read {
  readonly paragraph: Paragraph;
  readonly joined: string;
  readonly runs: ReadonlySet<string>;
}

/** Paragraphs that stand twice, also where some words differ (AG-30). The later one is named. */
export function twiceFindings(paragraphs: readonly Paragraph[]): Inconsistency[] {
  const byRun = new Map<string, Read[]>();
  return paragraphs.flatMap((paragraph): Inconsistency[] => {
    const read = readOf(paragraph);
    if (!read) return [];
    const like = likest(read, byRun);
    for (const run of read.runs) {
      const known = byRun.get(run);
      if (known && known.length < MOST_PLACES) known.push(read);
      else if (!known) byRun.set(run, [read]);
    }
    if (!like) return [];
    const { section } = like.paragraph;
    const isSame = like.joined === read.joined;
    const code = isSame ? 'AG-30-PARAGRAPH-TWICE' : 'AG-30-PARAGRAPH-NEARLY-TWICE';
    return [{ ...placeIn(paragraph, 0, paragraph.text.length), code, other: shortened(section.title) }];
  });
}

function readOf(paragraph: Paragraph): Read | null {
  if (paragraph.shape === 'table') return null;
  const words = paragraph.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return null;
  const runs = new Set(words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' ')));
  return { paragraph, joined: words.join(' '), runs };
}

function likest(read: Read, byRun: ReadonlyMap<string, readonly Read[]>): Read | null {
  const shared = new Map<Read, number>();
  for (const run of read.runs)
    for (const other of byRun.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  let [best, most]: [Read | null, number] = [null, NEARLY];
  for (const [other, count] of shared) {
    const alike = count / (read.runs.size + other.runs.size - count);
    if (alike >= most) [best, most] = [other, alike];
  }
  return best;
}

/** A paragraph of what one reads in a file; `page` is null where it has no pages. */
export interface ReadParagraph {
  readonly words: string;
  readonly page: number | null;
}

/** A line as it is drawn on a page; measures in points, `y` from below. */
export interface DrawnLine {
  readonly text: string;
  readonly y: number;
  readonly right: number;
  /** Of its letters. */
  readonly height: number;
}

/** The lines of a page from its top. */
export interface DrawnPage {
  readonly number: number;
  readonly width: number;
  readonly lines: readonly DrawnLine[];
}

/** What a Word file says, where each line is a paragraph. */
export function paragraphsOfLines(text: string): readonly ReadParagraph[] {
  return text.split(/\n/u).flatMap((line) => {
    const words = readable(line);
    return saysAnything(words) ? [{ words, page: null }] : [];
  });
}

/**
 * The paragraphs of pages, which say only where each line is drawn: one ends where there is more room than between its
 * lines, where the letters change their size, at a bullet, and after a sentence that ends well before the margin. What
 * goes on over the page is one. Page numbers, and what stands at the edge of each page, are left out.
 */
export function paragraphsOfPages(pages: readonly DrawnPage[]): readonly ReadParagraph[] {
  const everywhere = furnitureOf(pages);
  const found: ReadParagraph[] = [];
  for (const page of pages) {
    const lines = readOn(page).filter((line, index, all) => !isEdge(index, all) || !everywhere.has(shapeOf(line.text)));
    const pieces = piecesOf(lines, page.width);
    for (const [index, words] of pieces.entries()) {
      const before = found.at(-1);
      if (index === 0 && before && goesOn(before.words, words)) {
        found[found.length - 1] = { ...before, words: readable(joined(before.words, words)) };
      } else found.push({ words: readable(words), page: page.number });
    }
  }
  return found;
}

function piecesOf(lines: readonly DrawnLine[], width: number): readonly string[] {
  const usual = median(lines.slice(1).map(({ y }, index) => (lines[index]?.y ?? y) - y));
  const margin = Math.max(LEAST_COLUMN * width, ...lines.map(({ right }) => right));
  const pieces: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = pieces.at(-1);
    if (!before || last === undefined || isNew(before, line, { usual, margin })) pieces.push(line.text);
    else pieces[pieces.length - 1] = joined(last, line.text);
  });
  return pieces;
}

/** How much of a page's width a column of text takes at least. */
const LEAST_COLUMN = 0.75;
/** How much wider than usual, and than its letters are high, the room between two paragraphs is. */
const WIDER = 1.3;
const ROOM = 2;

function isNew(
  before: DrawnLine,
  line: DrawnLine,
  { usual, margin }: { readonly usual: number; readonly margin: number },
): boolean {
  const gap = before.y - line.y;
  if (gap < 0 || gap > WIDER * usual || gap > ROOM * before.height) return true;
  if (Math.abs(before.height - line.height) > 0.1 * before.height) return true;
  if (BULLET.test(line.text)) return true;
  return ENDS.test(before.text) && before.right < 0.85 * margin;
}

const BULLET = /^\s*([•▪○*–—-]|\d{1,2}[.)]|[a-zæøå]\))\s/u;
const ENDS = /[.!?:;]["'»”)]*\s*$/u;

function goesOn(before: string, words: string): boolean {
  return !ENDS.test(before) && /^\s*\p{Ll}/u.test(words) && !BULLET.test(words);
}

/** A word that was cut at the end of a line is whole again. */
function joined(before: string, words: string): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + words;
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(words) ? before + words : `${before} ${words}`;
}

/** What stands at the edge of every page, apart from its number; nothing of a file of one page. */
function furnitureOf(pages: readonly DrawnPage[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = readOn(page).filter((_, index, all) => isEdge(index, all));
    for (const text of new Set(edges.map((line) => shapeOf(line.text)))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isEverywhere = (count: number): boolean => pages.length > 1 && count === pages.length;
  return new Set([...counts].flatMap(([text, count]) => (isEverywhere(count) ? [text] : [])));
}

/** The lines of a page that say anything but its number. */
function readOn({ lines }: DrawnPage): readonly DrawnLine[] {
  return lines.filter(({ text }) => saysAnything(text) && !PAGE_NUMBER.test(text));
}

/** Whether it is among the first lines of a page or its last. */
function isEdge(index: number, { length }: readonly DrawnLine[]): boolean {
  return index < EDGE || index >= length - EDGE;
}

const EDGE = 3;
const PAGE_NUMBER = /^\W*((side|page)\s*)?\d+(\s*(af|of|\/)\s*\d+)?\W*$/iu;

function shapeOf(text: string): string {
  return readable(text).replace(/\d+/gu, '#');
}

function median(values: readonly number[]): number {
  const ordered = values.filter((value) => value > 0).sort((one, other) => one - other);
  return ordered[Math.floor((ordered.length - 1) / 2)] ?? Infinity;
}

function saysAnything(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** With single blanks, and without what no table can keep: control signs and halves of signs. */
function readable(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

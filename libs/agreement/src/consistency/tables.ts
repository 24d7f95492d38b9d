import type { Inconsistency } from './inconsistency';
import { BEFORE_NUMBER, NUMBER, valueOf } from './numbers';
import { placeIn, sentenceAround, type Paragraph } from './paragraphs';
import { captionIn } from './references';

interface Cell {
  readonly text: string;
  /** Within the paragraph. */
  readonly start: number;
  readonly value: number | null;
}

interface Table {
  readonly paragraph: Paragraph;
  /** As its caption says; null without one. */
  readonly number: string | null;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

const WHOLE = /^\s*(?:i alt|sum|total|samlet|tilsammen)\b/iu;

/** Sums in tables that do not add up, and numbers in the text that are not in the row they speak of (AG-33). */
export function tableFindings(paragraphs: readonly Paragraph[]): Inconsistency[] {
  const tables = paragraphs.flatMap((paragraph, index) => {
    if (paragraph.shape !== 'table') return [];
    const [before, after] = [paragraphs[index - 1], paragraphs[index + 1]];
    return [tableOf(paragraph, (before && captionIn(before)) ?? (after && captionIn(after)) ?? null)];
  });
  return [...tables.flatMap(sumFindings), ...paragraphs.flatMap((paragraph) => textFindings(paragraph, tables))];
}

function tableOf(paragraph: Paragraph, number: string | null): Table {
  const lines = [...paragraph.text.matchAll(/[^\n]+/g)];
  const [header = [], ...rows] = lines.map(({ 0: line, index }) => cellsOf(line, index));
  return { paragraph, number, header, rows };
}

function cellsOf(line: string, lineStart: number): Cell[] {
  let at = lineStart;
  return line.split(' | ').map((text) => {
    const start = at;
    at += text.length + 3;
    return { text, start, value: numberIn(text) };
  });
}

/** A number as it stands in a cell: "1.250", "12,5", "40 kr."; null for words, dates and paragraphs of laws. */
function numberIn(text: string): number | null {
  const match = /^\s*(-?\d{1,3}(?:\.\d{3})+|-?\d+)(,\d+)?\s*(?:kr\.?|mio\.? kr\.?|pladser)?\s*$/u.exec(text);
  return match ? Number(`${(match[1] ?? '').replaceAll('.', '')}${(match[2] ?? '').replace(',', '.')}`) : null;
}

function sumFindings({ paragraph, header, rows }: Table): Inconsistency[] {
  const found = (cell: Cell, counted: number): Inconsistency => {
    const place = placeIn(paragraph, cell.start, cell.start + cell.text.length);
    return { ...place, code: 'AG-33-SUM-DISAGREES', counted };
  };
  const last = rows.at(-1);
  const isSummed = last !== undefined && WHOLE.test(last[0]?.text ?? '') && rows.length > 2;
  const ofColumns = (isSummed ? last.slice(1) : []).flatMap((cell, index) => {
    const above = rows.slice(0, -1).map((row) => row[index + 1]?.value ?? null);
    return disagrees(cell, above).map((counted) => found(cell, counted));
  });
  const column = header.findIndex(({ text }, index) => index > 2 && WHOLE.test(text));
  const ofRows = (column === -1 ? [] : rows).flatMap((row) => {
    const cell = row[column];
    const before = row.slice(1, column).map(({ value }) => value);
    const isRight = disagrees(cell, before.slice(0, -1)).length === 0 && before.length > 2;
    return cell && !isRight ? disagrees(cell, before).map((counted) => found(cell, counted)) : [];
  });
  return [...ofColumns, ...ofRows];
}

/** The sum of the parts where it is not what the cell says. Parts with something else than numbers are not added up. */
function disagrees(cell: Cell | undefined, parts: readonly (number | null)[]): number[] {
  if (cell === undefined || cell.value === null || parts.length < 2) return [];
  const numbers = parts.flatMap((part) => part ?? []);
  if (numbers.length < parts.length) return [];
  const counted = Math.round(numbers.reduce((sum, part) => sum + part, 0) * 100) / 100;
  const isRounded = numbers.some((part) => !Number.isInteger(part));
  return Math.abs(counted - cell.value) <= (isRounded ? 0.06 * parts.length : 0) ? [] : [counted];
}

const CLAIM = new RegExp(
  `${BEFORE_NUMBER}(${NUMBER})\\s+(?:af\\s+)?(?:kommuner(?:ne)?|parter(?:ne)?)(?![\\p{L}])`,
  'giu',
);
const NAMED_TABLE = /tabel\s+(\d+(?:\.\d+)*)/iu;
const GRADES =
  /(?:grad|karakter\w*|svar\w*|score\w*|trin\w*|niveau\w*|kategori\w*)\s+(?:på\s+)?(\p{L}+|\d)(?:\s*(?:eller|og|til|–|-)\s*(\p{L}+|\d))?/iu;

/** What a paragraph that names a table, or a row of one in its own text, says of a row. */
function textFindings(paragraph: Paragraph, tables: readonly Table[]): Inconsistency[] {
  const { text, shape, section } = paragraph;
  const claims = [...text.matchAll(CLAIM)];
  if (shape === 'table' || claims.length === 0) return [];
  const named = NAMED_TABLE.exec(text)?.[1];
  const meant = tables.filter((table) =>
    named === undefined ? table.paragraph.section === section : table.number === named,
  );
  const rows = meant.flatMap((table) =>
    table.rows
      .filter((row) => isAbout(row, `${named === undefined ? '' : section.title} ${text}`))
      .map((row) => ({ table, row })),
  );
  const [only] = rows;
  if (rows.length !== 1 || !only || WHOLE.test(only.row[0]?.text ?? '')) return [];
  return claims.flatMap(({ 0: words, 1: number = '', index }): Inconsistency[] => {
    const said = valueOf(number);
    if (said === null || said < 2) return [];
    const allowed = sumsOf(only.table, only.row, sentenceAround(text, index));
    if (allowed.size === 0 || allowed.has(said)) return [];
    const place = placeIn(paragraph, index, index + words.length);
    return [{ ...place, code: 'AG-33-NOT-IN-TABLE', other: only.row[0]?.text.trim() ?? '' }];
  });
}

/** Whether all words of a row's label stand in the text, however they are bent. */
function isAbout(row: readonly Cell[], text: string): boolean {
  const label = stems(row[0]?.text ?? '');
  const said = new Set(stems(text));
  return label.length > 0 && label.every((stem) => said.has(stem));
}

function stems(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6));
}

/** What can be said of a row: the columns that are named, or else a cell, two side by side, the last few, or all. */
function sumsOf({ header }: Table, row: readonly Cell[], sentence: string): ReadonlySet<number> {
  const values = row.slice(1).map(({ value }) => value ?? NaN);
  if (values.some(Number.isNaN) || values.length < 2) return new Set();
  const grades = GRADES.exec(sentence);
  const columns = [grades?.[1], grades?.[2]].flatMap((grade) => columnOf(header, grade));
  if (columns.length > 0) return new Set([sum(columns.map((column) => values[column - 1] ?? 0))]);
  const pairs = values.map((value, index) => value + (values[index + 1] ?? 0));
  const tails = values.map((_, index) => sum(values.slice(index)));
  return new Set([...values, ...pairs, ...tails, sum(values.slice(0, -1))]);
}

function columnOf(header: readonly Cell[], grade: string | undefined): number[] {
  if (grade === undefined) return [];
  const value = valueOf(grade);
  const found = header.findIndex(
    ({ text }, index) => index > 0 && value !== null && text.trim().startsWith(String(value)),
  );
  return found === -1 ? [] : [found];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

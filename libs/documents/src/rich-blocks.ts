import { message, type Locale } from '@enig/messages';
import { headingDepths, isSafeHref, type ProseNode, type RichText } from '@enig/text';
import { wordsOf } from './check';
import type { Block, Run } from './model';

/** How prose becomes blocks. */
export interface RichOptions {
  /** The level of the prose's top headings; deeper ones follow, at most 5. */
  readonly level: number;
  /** What a table is called: its editor asks for no caption. */
  readonly caption: () => string;
  readonly locale: Locale;
}

type Level = (Block & { readonly kind: 'heading' })['level'];

/** A heading's level kept within what a document has. */
export function levelOf(level: number): Level {
  return Math.min(5, Math.max(2, level)) as Level;
}

/** Prose as blocks. Headings without a word are left out; what a cell holds becomes lines of one cell. */
export function richBlocks(rich: RichText, options: RichOptions): Block[] {
  const depths = headingDepths(rich);
  return rich.content.flatMap((node): Block[] => {
    if (node.type !== 'heading') return blocksOf(node, options);
    const runs = runsOf(node, options);
    if (wordsOf(runs).trim() === '') return [];
    return [{ kind: 'heading', level: levelOf(options.level + (depths.get(node) ?? 1) - 1), runs }];
  });
}

function blocksOf(node: ProseNode, options: RichOptions): Block[] {
  const content = node.content ?? [];
  switch (node.type) {
    case 'bulletList':
    case 'orderedList': {
      const items = content.map((item) => (item.content ?? []).flatMap((inner) => blocksOf(inner, options)));
      const start = node.attrs?.['start'];
      const from = typeof start === 'number' && start !== 1 ? { start } : {};
      return [{ kind: 'list', ordered: node.type === 'orderedList', items, ...from }];
    }
    case 'blockquote':
      return content.flatMap((inner) => blocksOf(inner, options)).map(quoted);
    case 'table':
      return tableBlocks(node, options);
    default:
      return [{ kind: 'paragraph', runs: runsOf(node, options) }];
  }
}

function quoted(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, tone: 'quote' } : block;
}

/** A table whose first row is no row of headers gets headers that count its columns. */
function tableBlocks(table: ProseNode, options: RichOptions): Block[] {
  const rows = (table.content ?? []).map((row) => row.content ?? []);
  const grid = spread(rows, options);
  const width = Math.max(0, ...grid.map(({ length }) => length));
  if (width === 0) return [];
  const [first = []] = rows;
  const isHeaded = first.length > 0 && first.every(({ type }) => type === 'tableHeader');
  const head = Array.from({ length: width }, (_, column) => {
    const name = isHeaded ? wordsOf(grid[0]?.[column] ?? []).trim() : '';
    return name === '' ? message(options.locale, 'document.column', { number: column + 1 }) : name;
  });
  const body = (isHeaded ? grid.slice(1) : grid).map((row) => head.map((_, column) => row[column] ?? []));
  return [{ kind: 'table', caption: options.caption(), head, rows: body }];
}

/** Cells by row and column. One that spans several stands in the first; the others are empty. */
function spread(rows: readonly (readonly ProseNode[])[], options: RichOptions): Run[][][] {
  const grid: Run[][][] = rows.map(() => []);
  rows.forEach((cells, at) => {
    for (const cell of cells) {
      const row = grid[at] ?? [];
      let column = 0;
      while (row[column] !== undefined) column += 1;
      const height = Math.min(spanOf(cell, 'rowspan'), rows.length - at);
      for (let down = 0; down < height; down += 1)
        for (let along = 0; along < spanOf(cell, 'colspan'); along += 1)
          (grid[at + down] ?? [])[column + along] = down + along === 0 ? cellRuns(cell, options) : [];
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? []));
}

/** No table anybody wrote has more columns or rows; a number from outside does not decide how much memory is used. */
const MOST = 100;

function spanOf(cell: ProseNode, name: 'colspan' | 'rowspan'): number {
  const value = cell.attrs?.[name];
  return typeof value === 'number' ? Math.min(value, MOST) : 1;
}

function cellRuns(cell: ProseNode, options: RichOptions): Run[] {
  const lines = (cell.content ?? []).flatMap((node) => linesOf(blocksOf(node, options)));
  const runs = lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
  return cell.type === 'tableHeader' ? runs.map((run) => ({ ...run, bold: true })) : runs;
}

/** Paragraphs and lists as lines; a cell holds nothing else. */
function linesOf(blocks: readonly Block[]): Run[][] {
  return blocks.flatMap((block): Run[][] => {
    if (block.kind === 'paragraph') return [[...block.runs]];
    if (block.kind !== 'list') return [];
    return block.items.flatMap((item, index) => {
      const mark = block.ordered ? `${(block.start ?? 1) + index}. ` : '• ';
      return linesOf(item).map((line, at) => (at === 0 ? [{ text: mark }, ...line] : line));
    });
  });
}

function runsOf({ content = [] }: ProseNode, options: RichOptions): Run[] {
  return content.map((node): Run => {
    if (node.type === 'hardBreak') return { text: '\n' };
    if (node.type === 'crossReference') return { text: referenceOf(node, options) };
    return (node.marks ?? []).reduce<Run>(marked, { text: node.text ?? '' });
  });
}

function marked(run: Run, { type, attrs }: NonNullable<ProseNode['marks']>[number]): Run {
  if (type === 'bold') return { ...run, bold: true };
  if (type === 'italic') return { ...run, italic: true };
  const href = attrs?.['href'];
  return type === 'link' && isSafeHref(href) ? { ...run, href } : run;
}

function referenceOf({ attrs }: ProseNode, { locale }: RichOptions): string {
  const label = attrs?.['label'];
  return typeof label === 'string' ? label : message(locale, 'ui.editor.crossReferenceGone');
}

import {
  AlignmentType,
  BorderStyle,
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ILevelsOptions,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { Block, DocumentModel, Run } from './model';

type Written = Paragraph | Table;
type Numbering = { readonly reference: string; readonly levels: readonly ILevelsOptions[] };

const HEADINGS = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
} as const;
/** Word knows lists of nine levels. */
const LEVELS = 9;
/** A change that nobody is named for. */
const NOBODY = { by: 'Enig', at: '1970-01-01T00:00:00Z' };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '767676' };

/** Blocks as Word's paragraphs and tables, and what of them stands elsewhere in the file. Good for one file. */
export class WordBlocks {
  /** Explanations of words, by number. */
  readonly footnotes: Record<string, { readonly children: readonly Paragraph[] }> = {};
  /** One for each ordered list: each counts for itself. */
  readonly numberings: Numbering[] = [];
  readonly bullets: Numbering = { reference: 'bullets', levels: levels(LevelFormat.BULLET, () => '•', 1) };
  private changes = 0;

  constructor(private readonly model: DocumentModel) {}

  all(blocks: readonly Block[]): Written[] {
    return blocks.flatMap((block) => this.block(block));
  }

  private block(block: Block, place: IParagraphOptions = {}, depth = 0): Written[] {
    switch (block.kind) {
      case 'heading':
        return [new Paragraph({ ...place, heading: HEADINGS[block.level], children: this.runs(block.runs) })];
      case 'paragraph': {
        const style = block.tone && { style: block.tone === 'quote' ? 'Quote' : 'Note' };
        return [new Paragraph({ ...place, ...style, children: this.runs(block.runs) })];
      }
      case 'list':
        return this.list(block, depth);
      case 'facts':
        return block.facts.map(({ name, value }) => {
          const called = new TextRun({ text: `${name}: `, bold: true });
          return new Paragraph({ ...place, children: [called, ...this.runs(value)] });
        });
      case 'table':
        return this.table(block);
      case 'lines':
        return this.lines(block);
      case 'pageBreak':
        return [new Paragraph({ pageBreakBefore: true })];
    }
  }

  /** The first paragraph of an item has its number or bullet; what follows stands under it. */
  private list({ ordered, items, start = 1 }: Block & { readonly kind: 'list' }, depth: number): Written[] {
    const level = Math.min(depth, LEVELS - 1);
    const { reference } = ordered ? this.numbering(start) : this.bullets;
    const under: IParagraphOptions = { indent: { left: indent(level) } };
    return items.flatMap((item) => {
      const [first, ...rest] =
        item[0]?.kind === 'paragraph' ? item : [{ kind: 'paragraph', runs: [] } as const, ...item];
      const begun = first ? this.block(first, { numbering: { reference, level } }) : [];
      return [...begun, ...rest.flatMap((block) => this.block(block, under, level + 1))];
    });
  }

  private numbering(start: number): Numbering {
    const reference = `numbers-${this.numberings.length + 1}`;
    const added = { reference, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`, start) };
    this.numberings.push(added);
    return added;
  }

  private table({ caption, head, rows, numeric = [] }: Block & { readonly kind: 'table' }): Written[] {
    const cell = (column: number, children: readonly ParagraphChild[]): TableCell => {
      const alignment = numeric.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT;
      return new TableCell({ children: [new Paragraph({ alignment, children })] });
    };
    const heads = head.map((text, column) => cell(column, [new TextRun({ text, bold: true })]));
    const body = rows.map(
      (row) => new TableRow({ cantSplit: true, children: row.map((runs, column) => cell(column, this.runs(runs))) }),
    );
    return [
      new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(caption)] }),
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: [new TableRow({ tableHeader: true, cantSplit: true, children: heads }), ...body],
      }),
      new Paragraph({}),
    ];
  }

  private lines({ count, label }: Block & { readonly kind: 'lines' }): Written[] {
    const line = (): Paragraph =>
      new Paragraph({ border: { bottom: THIN, between: THIN }, spacing: { before: 400, after: 0 } });
    return [new Paragraph({ keepNext: true, children: [new TextRun(label)] }), ...Array.from({ length: count }, line)];
  }

  private runs(runs: readonly Run[]): ParagraphChild[] {
    return runs.flatMap((run) => this.run(run));
  }

  private run({ text, bold = false, italic = false, change, href, explained }: Run): ParagraphChild[] {
    const link = href === undefined ? {} : { style: 'Hyperlink' };
    const pieces = text.split('\n').map((line, index): IRunOptions => {
      return { text: line, bold, italics: italic, ...link, ...(index > 0 ? { break: 1 } : {}) };
    });
    const written = pieces.map((piece) => this.changed(piece, change));
    const word = href === undefined ? written : [new ExternalHyperlink({ link: href, children: written })];
    return explained === undefined ? word : [...word, this.footnote(explained)];
  }

  private changed(piece: IRunOptions, change: Run['change']): ParagraphChild {
    if (change === undefined) return new TextRun(piece);
    const { by, at } = this.model.changed ?? NOBODY;
    const who = { id: (this.changes += 1), author: by, date: at };
    return change === 'added' ? new InsertedTextRun({ ...piece, ...who }) : new DeletedTextRun({ ...piece, ...who });
  }

  private footnote(text: string): FootnoteReferenceRun {
    const number = Object.keys(this.footnotes).length + 1;
    this.footnotes[number] = { children: [new Paragraph({ children: [new TextRun(text)] })] };
    return new FootnoteReferenceRun(number);
  }
}

function indent(level: number): number {
  return 480 * (level + 1);
}

function levels(
  format: ILevelsOptions['format'] & string,
  text: (level: number) => string,
  start: number,
): ILevelsOptions[] {
  return Array.from({ length: LEVELS }, (_, level) => ({
    ...{ level, format, text: text(level), start, alignment: AlignmentType.LEFT },
    style: { paragraph: { indent: { left: indent(level), hanging: 360 } } },
  }));
}

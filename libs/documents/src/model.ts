import type { Instant } from '@enig/kernel';

/**
 * What a document is before it is a page, a Word file or a PDF. One model for all three, so that nothing is said in one
 * and left out in another. da: dokument
 */
export interface DocumentModel {
  /** Also the PDF's and the Word file's title. Never empty: PDF/UA-1 refuses a document without. */
  readonly title: string;
  /** BCP 47, as `da`. */
  readonly language: string;
  /** One line under the title, as "Høring · frist fredag den 10. april 2027 kl. 24"; empty for none. */
  readonly subtitle: string;
  /** What stands at the foot of every page: version, day and address. */
  readonly foot: string;
  /** `wide`: a margin to write in, for the meeting. `narrow`: as much on a page as can still be read with ease. */
  readonly margin: 'normal' | 'wide' | 'narrow';
  readonly blocks: readonly Block[];
  /** What a program finds in the file without reading its pages: numbers and hashes, never a word about anybody. */
  readonly keywords?: readonly string[];
  /** Who made the changes that are shown, and when: Word names both. */
  readonly changed?: { readonly by: string; readonly at: Instant };
}

/** A piece of a line. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Taken out or put in, where two versions are compared; never shown by colour alone. */
  readonly change?: 'removed' | 'added';
  /** An address to follow. */
  readonly href?: string;
  /** The word's explanation, shown in place. */
  readonly explained?: string;
}

/** One thing under another. Levels of headings begin at 2: the title is level 1, and none is skipped. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4 | 5; readonly runs: readonly Run[]; readonly id?: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly tone?: 'note' | 'quote' }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
      /** The first number of an ordered list, where it is not 1. */
      readonly start?: number;
    }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly value: readonly Run[] }[] }
  | {
      readonly kind: 'table';
      /** Said before the table; a table without is refused. */
      readonly caption: string;
      /** The first row, one cell for each column: a table without headers is refused. */
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
      /** Columns of numbers, 0-based: right-aligned. */
      readonly numeric?: readonly number[];
    }
  /** Lines to write on by hand. */
  | { readonly kind: 'lines'; readonly count: number; readonly label: string }
  | { readonly kind: 'pageBreak' };

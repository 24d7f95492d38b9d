import { MAX_FILE_SIZE, type FileRefusedCode } from '@enig/hearing';
import type { ReadParagraph } from './paragraphs';

/** What a file that is sent in may be. */
export type FileKind = 'pdf' | 'word';

/**
 * Where in a file something stands. `page` and `body` are what one reads; `deleted` is what tracked changes took out and
 * the file still holds; `properties` is what it says of itself; `embedded` a file inside the file; `other` everything
 * else that holds words.
 */
export type FilePlace =
  | 'page'
  | 'body'
  | 'deleted'
  | 'header'
  | 'footer'
  | 'notes'
  | 'comments'
  | 'form'
  | 'properties'
  | 'embedded'
  | 'earlier'
  | 'other';

/** Every place, in the order they are shown. */
export const FILE_PLACES: readonly FilePlace[] = [
  ...(['page', 'body', 'header', 'footer', 'notes', 'comments', 'form', 'deleted', 'properties'] as const),
  ...(['embedded', 'earlier', 'other'] as const),
];

/** A part of a file with what it says. */
export interface FilePart {
  readonly place: FilePlace;
  /** The page, or which header it is, from 1; null where there is one. */
  readonly number: number | null;
  readonly text: string;
}

/**
 * What could not be read and somebody must look at: `noText` the whole file is a picture, `pageWithoutText` one page is
 * (its number is in `number`), `attachment` a file inside the file is of a kind that is not read; `author` it says who has
 * written, changed or commented it, which whoever reads its pages does not see.
 */
export interface UnreadPart {
  readonly why: 'noText' | 'pageWithoutText' | 'attachment' | 'author';
  readonly number: number | null;
}

/** How many personal numbers stand in a place; never the numbers. */
export interface NumbersInPlace {
  readonly place: FilePlace;
  readonly number: number | null;
  readonly count: number;
}

/** What an uploaded file is and says. */
export interface InspectedFile {
  readonly kind: FileKind;
  /** What one reads in it, paragraph by paragraph, for whoever answers it. */
  readonly paragraphs: readonly ReadParagraph[];
  /** Whether that is everything it says to its reader: nothing in notes, fields, comments, files inside it or pictures. */
  readonly isAll: boolean;
  /** Everything in it that holds words, also what one does not see. */
  readonly parts: readonly FilePart[];
  readonly unread: readonly UnreadPart[];
  readonly numbers: readonly NumbersInPlace[];
}

/** Most that is read of one file; who sends more is refused with a sentence, not with a server out of breath. */
export const FILE_LIMITS = {
  /** Bytes as they come in. */
  bytes: MAX_FILE_SIZE,
  pages: 1_000,
  /** Entries of a Word file's container. */
  entries: 3_000,
  /** Bytes one entry unpacks to, and all of them, as they are read and as they are said to. */
  entryBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  /** UTF-16 units of text in all. */
  text: 8_000_000,
  /** Files inside files inside files. */
  depth: 2,
} as const;

/** Thrown while a file is read, and turned into its code by `inspectFile`. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';

  constructor(readonly code: FileRefusedCode) {
    super(code);
  }
}

import { err, ok, type Result } from '@enig/kernel';
import type { Locale } from '@enig/messages';
import { cleanText, isSafeHref } from '@enig/text';
import type { Block, DocumentModel, Run } from './model';

/** What is missing in a document for everybody to be able to read it. Facts for whoever made it, never its words. */
export type DocumentFault =
  | { readonly code: 'DOC-1-TITLE-MISSING' }
  | { readonly code: 'DOC-2-LANGUAGE-UNKNOWN' }
  | { readonly code: 'DOC-3-HEADING-SKIPPED'; readonly level: number; readonly after: number }
  | { readonly code: 'DOC-3-HEADING-EMPTY'; readonly level: number }
  | { readonly code: 'DOC-3-HEADING-IN-LIST'; readonly level: number }
  | { readonly code: 'DOC-4-TABLE-WITHOUT-CAPTION' }
  | { readonly code: 'DOC-4-TABLE-WITHOUT-HEAD' }
  | { readonly code: 'DOC-4-ROW-UNEVEN'; readonly cells: number; readonly columns: number }
  | { readonly code: 'DOC-5-LINK-UNSAFE' };

/** A document that is made of nothing, since not everybody could read it. A mistake of whoever made the model. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';
  constructor(readonly fault: DocumentFault) {
    super(fault.code);
  }
}

/** A language and perhaps a country, as `da` or `da-DK`. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/;

/** DOC-1 … DOC-5: whether a page, a Word file and a PDF can be made that everybody can read. The first fault found. */
export function checkDocument(model: DocumentModel): Result<DocumentModel, DocumentFault> {
  const [fault] = faults(model);
  return fault ? err(fault) : ok(model);
}

/**
 * The model as it can be written down: checked, and without the characters that neither XML nor a page can hold.
 *
 * @throws DocumentRefused
 */
export function readable(model: DocumentModel): DocumentModel {
  const cleaned = JSON.stringify(model, (_, value: unknown) => (typeof value === 'string' ? cleanText(value) : value));
  const checked = checkDocument(JSON.parse(cleaned) as DocumentModel);
  if (!checked.ok) throw new DocumentRefused(checked.error);
  return checked.value;
}

function* faults({ title, language, blocks }: DocumentModel): Generator<DocumentFault> {
  if (title.trim() === '') yield { code: 'DOC-1-TITLE-MISSING' };
  if (!LANGUAGE.test(language)) yield { code: 'DOC-2-LANGUAGE-UNKNOWN' };
  let after = 1;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (block.level > after + 1) yield { code: 'DOC-3-HEADING-SKIPPED', level: block.level, after };
      after = block.level;
    }
    yield* blockFaults(block);
  }
}

function* blockFaults(block: Block): Generator<DocumentFault> {
  switch (block.kind) {
    case 'heading':
      if (wordsOf(block.runs).trim() === '') yield { code: 'DOC-3-HEADING-EMPTY', level: block.level };
      return yield* runFaults(block.runs);
    case 'paragraph':
      return yield* runFaults(block.runs);
    case 'facts':
      for (const { value } of block.facts) yield* runFaults(value);
      return;
    case 'list':
      for (const inner of block.items.flat()) {
        if (inner.kind === 'heading') yield { code: 'DOC-3-HEADING-IN-LIST', level: inner.level };
        yield* blockFaults(inner);
      }
      return;
    case 'table':
      return yield* tableFaults(block);
    case 'lines':
    case 'pageBreak':
      return;
  }
}

function* tableFaults({ caption, head, rows }: Block & { readonly kind: 'table' }): Generator<DocumentFault> {
  if (caption.trim() === '') yield { code: 'DOC-4-TABLE-WITHOUT-CAPTION' };
  if (head.length === 0 || head.some((name) => name.trim() === '')) yield { code: 'DOC-4-TABLE-WITHOUT-HEAD' };
  for (const row of rows) {
    if (row.length !== head.length) yield { code: 'DOC-4-ROW-UNEVEN', cells: row.length, columns: head.length };
    yield* runFaults(row.flat());
  }
}

function* runFaults(runs: readonly Run[]): Generator<DocumentFault> {
  for (const { href } of runs) if (href !== undefined && !isSafeHref(href)) yield { code: 'DOC-5-LINK-UNSAFE' };
}

/** What runs say, without how. */
export function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The language of what the product itself says in a document. */
export function localeOf(language: string): Locale {
  return language.startsWith('en') ? 'en' : 'da';
}

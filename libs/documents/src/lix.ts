import { sentencesIn } from '@enig/text';
import type { Block, DocumentModel, Run } from './model';

/** How hard a text is to read, as a figure (DOC-7). da: lix */
export interface Readability {
  /** Words for each sentence plus the long words of a hundred, rounded; 0 for a text without words. */
  readonly lix: number;
  readonly words: number;
  readonly sentences: number;
}

/** What a figure is called, from 25, 35, 45 and 55 up. */
export type LixLevel = 'veryEasy' | 'easy' | 'medium' | 'hard' | 'veryHard';

/** A word has at least one letter or digit; what is joined by a hyphen, an apostrophe or a decimal sign is one. */
const WORD = /[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu;
/** Longer words than this are long ones (C.H. Björnsson, Läsbarhet, 1968). */
const LONG = 6;

/** Counts a plain text: each line ends a sentence, as headings and items of lists do (DOC-7). */
export function lix(text: string): Readability {
  const words = text.match(WORD) ?? [];
  const said = sentencesIn(text).filter(({ start, end }) => text.slice(start, end).search(WORD) >= 0).length;
  const sentences = Math.max(said, 1);
  if (words.length === 0) return { lix: 0, words: 0, sentences: 0 };
  const long = words.filter((word) => word.replace(/[^\p{L}\p{N}]/gu, '').length > LONG).length;
  const figure = words.length / sentences + (100 * long) / words.length;
  return { lix: Math.round(figure), words: words.length, sentences };
}

/** What a figure is called. */
export function lixLevel(figure: number): LixLevel {
  if (figure < 25) return 'veryEasy';
  if (figure < 35) return 'easy';
  if (figure < 45) return 'medium';
  return figure < 55 ? 'hard' : 'veryHard';
}

/** Everything a document says beside its tables, line by line: title, line under it, headings, prose, lists, facts. */
export function wordsBesideTables({ title, subtitle, blocks }: Pick<DocumentModel, 'title' | 'subtitle' | 'blocks'>) {
  return [title, subtitle, ...blocks.flatMap(linesOf)].join('\n');
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [said(block.runs)];
    case 'list':
      return block.items.flatMap((item) => item.flatMap(linesOf));
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${said(value)}`);
    case 'lines':
      return [block.label];
    case 'table':
    case 'pageBreak':
      return [];
  }
}

function said(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

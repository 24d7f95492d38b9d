import type { SectionId } from '@enig/kernel';
import type { Goal, PlannedAction } from '../focus-area';
import type { NamedParty, PartKind, SectionKind } from '../parts';
import type { InconsistencyPlace } from './inconsistency';

/** A piece of a text in plain words, as it is read; tables as lines with ` | ` between cells, lists with `- ` before. */
export interface PlainSlot {
  /** As `['goals', id, 'body']`. */
  readonly path: readonly string[];
  readonly text: string;
}

/** A focus area or a chapter with its words. */
export interface PlainSection {
  readonly id: SectionId;
  readonly part: PartKind;
  readonly kind: SectionKind;
  /** Null for a chapter. */
  readonly number: number | null;
  readonly title: string;
  /** In the order they are read. */
  readonly slots: readonly PlainSlot[];
  readonly goals: readonly Goal[];
  readonly themes: number;
  readonly actions: readonly PlannedAction[];
}

/** An agreement with its words, in the order it is read. */
export interface PlainAgreement {
  readonly sections: readonly PlainSection[];
  readonly parties: readonly NamedParty[];
  readonly annexes: readonly number[];
  /** First and last year of the period. */
  readonly years: { readonly from: number; readonly to: number };
}

/** One block of a slot: what an empty line ends, or an item of a list. */
export interface Paragraph {
  readonly section: PlainSection;
  readonly path: readonly string[];
  readonly start: number;
  readonly text: string;
  readonly shape: 'text' | 'item' | 'table';
}

const ITEM = /^\s*(?:[-•–]|\d{1,3}[.)])\s+/u;
const LONGEST_QUOTE = 110;

/** The paragraphs of the whole agreement, in the order they are read. */
export function paragraphsOf({ sections }: Pick<PlainAgreement, 'sections'>): Paragraph[] {
  return sections.flatMap((section) =>
    section.slots.flatMap(({ path, text }) => blocksOf(text).map((block) => ({ section, path, ...block }))),
  );
}

type Block = Pick<Paragraph, 'start' | 'text' | 'shape'>;

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].flatMap(({ 0: block, index }): Block[] => {
    if (block.trim() === '') return [];
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    if (lines.length > 1 && lines.every((line) => line.includes(' | '))) {
      return [{ start: index, text: block, shape: 'table' }];
    }
    return linesOf(block).map(({ start, text: line }) => {
      return { start: index + start, text: line, shape: ITEM.test(line) ? 'item' : 'text' };
    });
  });
}

/** Items of a list are paragraphs of their own; other lines of a block belong together. */
function linesOf(block: string): { readonly start: number; readonly text: string }[] {
  const lines = [...block.matchAll(/[^\n]+/g)].map(({ 0: text, index }) => ({ start: index, text }));
  return lines.some(({ text }) => ITEM.test(text)) ? lines : [{ start: 0, text: block }];
}

/** The sentence around a place in a paragraph. */
export function sentenceAround(text: string, at: number): string {
  const stops = [...text.matchAll(/[.!?](?=\s+[\p{Lu}»"”])/gu)].map(({ index }) => index + 1);
  const start = stops.findLast((stop) => stop <= at) ?? 0;
  const end = stops.find((stop) => stop > at) ?? text.length;
  return text.slice(start, end);
}

/** A stretch of a paragraph as a finding names it. */
export function placeIn({ section, path, start, text }: Paragraph, from: number, to: number): InconsistencyPlace {
  const words = text.slice(from, to).replace(/\s+/g, ' ');
  return { section: section.id, path, start: start + from, end: start + to, words: shortened(words) };
}

/** The beginning of something long. */
export function shortened(words: string): string {
  if (words.length <= LONGEST_QUOTE) return words;
  return `${words.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …`;
}

/** The focus areas of an agreement. */
export function focusAreasOf({ sections }: PlainAgreement): readonly PlainSection[] {
  return sections.filter(({ kind }) => kind === 'focusArea');
}

const EARLIER =
  /\b(?:forrige|foregående|tidligere|hidtidige|nuværende|daværende|dengang|gamle|forgænger\w*|udgåede|sidste (?:aftale|periode|rammeaftale))\b/iu;
const AGREEMENT_OF = /(?:aftale\w*|strategi\w*)\s+(?:for\s+|fra\s+|i\s+)?((?:19|20)\d\d)/giu;

/** Whether a sentence is about another agreement than this: an earlier one counts for itself. */
export function isAboutAnother(sentence: string, { years }: PlainAgreement): boolean {
  if (EARLIER.test(sentence)) return true;
  return [...sentence.matchAll(AGREEMENT_OF)].some(([, year]) => Number(year) < years.from || Number(year) > years.to);
}

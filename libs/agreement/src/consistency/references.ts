import type { Inconsistency } from './inconsistency';
import {
  focusAreasOf,
  isAboutAnother,
  placeIn,
  sentenceAround,
  type Paragraph,
  type PlainAgreement,
} from './paragraphs';

const NUMBERS =
  '\\d+(?:\\.\\d+)*(?:\\s*(?:,|og|eller|samt|til|[-–])\\s*\\d+(?:\\.\\d+)*(?!\\s+\\p{Ll}+(?:er|ere|ger|ner)\\b|[.,]?\\d|\\s*(?:pct|procent|%|kr)))*';
const REFERENCE = new RegExp(
  `(?<![\\p{L}-])(kapitel|kapitlerne|kap\\.|(?:hoved)?bilag|tabel|figur|fokusområde(?:rne)?)\\s+(?:nr\\.?\\s*)?(${NUMBERS})(?![\\p{L}\\d-])`,
  'giu',
);
const LAW =
  '(?:\\p{L}*lov(?:en|ens|bekendtgørelsen?)?|bekendtgørelse\\p{L}*|vejledning\\p{L}*|rapport\\p{L}*|sundhedsaftale\\p{L}*|forordning\\p{L}*|BEK|regnskab\\p{L}*|hjemmeside\\p{L}*)';
/** A law or a report named right after or before has chapters and annexes of its own. */
const ELSEWHERE_AFTER = new RegExp(`^\\s*(?:i|til|af|fra)\\s+(?:\\p{L}+\\s+){0,3}${LAW}\\b`, 'iu');
const ELSEWHERE_BEFORE = new RegExp(`${LAW}(?:s|ens)?,?\\s*(?:jf\\.\\s*)?$`, 'iu');

type What = 'chapter' | 'annex' | 'table' | 'focusArea';
const CODES = {
  chapter: 'AG-29-NO-SUCH-CHAPTER',
  annex: 'AG-29-NO-SUCH-ANNEX',
  table: 'AG-29-NO-SUCH-TABLE',
  focusArea: 'AG-29-NO-SUCH-FOCUS-AREA',
} as const;

/** References in words to chapters, annexes, tables and focus areas that do not exist (AG-29). */
export function referenceFindings(agreement: PlainAgreement, paragraphs: readonly Paragraph[]): Inconsistency[] {
  const known = knownIn(agreement, paragraphs);
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(REFERENCE)].flatMap(
      ({ 0: words, 1: called = '', 2: numbers = '', index }): Inconsistency[] => {
        const what = whatOf(called);
        const missing = numbersIn(numbers).some((number) => !known[what](number));
        if (!missing || isElsewhere(paragraph, index, words, agreement)) return [];
        return [{ ...placeIn(paragraph, index, index + words.length), code: CODES[what] }];
      },
    ),
  );
}

function whatOf(called: string): What {
  const word = called.toLowerCase();
  if (word.startsWith('kap')) return 'chapter';
  if (word.endsWith('bilag')) return 'annex';
  return word.startsWith('fokus') ? 'focusArea' : 'table';
}

/** The numbers that are named; of a range its ends. */
function numbersIn(words: string): string[] {
  return words.match(/\d+(?:\.\d+)*/g) ?? [];
}

function isElsewhere({ text }: Paragraph, at: number, words: string, agreement: PlainAgreement): boolean {
  if (ELSEWHERE_AFTER.test(text.slice(at + words.length))) return true;
  return ELSEWHERE_BEFORE.test(text.slice(0, at)) || isAboutAnother(sentenceAround(text, at), agreement);
}

type Known = Readonly<Record<What, (number: string) => boolean>>;

const NUMBERED = /^(?:[Kk]apitel\s+)?(\d+(?:\.\d+)*)[.:]?\s+\p{Lu}/u;
const CAPTION = /^\s*(?:Tabel|Figur)\s+(\d+(?:\.\d+)*)(?=\s*[.:–-]|\s+\p{Lu}|\s*$)/u;

function knownIn(agreement: PlainAgreement, paragraphs: readonly Paragraph[]): Known {
  const focusAreas = focusAreasOf(agreement).length;
  const annexes = new Set(agreement.annexes.map(String));
  const headings = [...agreement.sections.map(({ title }) => title), ...paragraphs.flatMap(headingIn)];
  const chapters = new Set(headings.flatMap((heading) => NUMBERED.exec(heading.trim())?.[1] ?? []));
  const inPart = (part: string) => agreement.sections.filter((section) => section.part === part).length;
  const longest = Math.max(inPart('developmentStrategy'), inPart('steeringAgreement'));
  const tables = new Set(paragraphs.flatMap(({ text }) => CAPTION.exec(text)?.[1] ?? []));
  const isWhole = (number: string, most: number) =>
    /^\d+$/.test(number) && Number(number) >= 1 && Number(number) <= most;
  return {
    chapter: (number) => chapters.has(number) || isWhole(number, chapters.size > 0 ? 0 : longest),
    annex: (number) => annexes.has(number),
    table: (number) => tables.has(number),
    focusArea: (number) => isWhole(number, focusAreas),
  };
}

/** A short line without a full stop may be a heading. */
function headingIn({ text, shape }: Paragraph): string[] {
  return shape === 'text' && text.length <= 120 && !/[.!?:]\s*$/.test(text) ? [text] : [];
}

/** Whether a paragraph is the caption of a table, and the number it gives it. */
export function captionIn({ text }: Paragraph): string | null {
  return CAPTION.exec(text)?.[1] ?? null;
}

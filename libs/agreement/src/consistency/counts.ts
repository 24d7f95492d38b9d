import type { Inconsistency } from './inconsistency';
import { BEFORE_NUMBER, NUMBER, valueOf } from './numbers';
import {
  focusAreasOf,
  isAboutAnother,
  placeIn,
  sentenceAround,
  type Paragraph,
  type PlainAgreement,
} from './paragraphs';

/** What can be counted. */
type Thing = 'focusAreas' | 'goals' | 'themes' | 'actions' | 'annexes' | 'parties' | 'municipalities';

/** The words it is called by. */
const NOUNS: readonly (readonly [thing: Thing, noun: string])[] = [
  ['focusAreas', '(?:(?:konkrete\\s+)?forslag(?:ene)?\\s+til\\s+(?:nye\\s+)?fokusområder|fokusområder(?:ne)?)'],
  ['goals', 'mål(?:ene)?'],
  ['themes', '(?:tematikker(?:ne)?|temaer(?:ne)?)'],
  ['actions', 'handlinger(?:ne)?'],
  ['annexes', 'bilag(?:ene)?'],
  ['parties', '(?:aftale)?parter(?:ne)?'],
  ['municipalities', 'kommuner(?:ne)?'],
];

const ADJECTIVES = '((?:(?!af\\b|om\\b|til\\b|eller\\b|og\\b|i\\b)[\\p{Ll}-]+e\\s+){0,2})';
const CLAIMS = NOUNS.map(([thing, noun]) => ({
  thing,
  pattern: new RegExp(`${BEFORE_NUMBER}(${NUMBER})\\s+${ADJECTIVES}${noun}(?![\\p{L}\\p{N}-])`, 'giu'),
}));

/** Adjectives by which some of them are meant. */
const SOME =
  /(?<!\p{L})(?:andre|øvrige|første|sidste|nye|største|mindste|vigtigste|yderligere|tidligere|hidtidige|nuværende|foregående|berørte|deltagende|involverede|udvalgte|medvirkende|resterende|store|nærmeste|midterste|fælles)(?!\p{L})/iu;
/** What follows where some of them are meant. */
const SOME_FOLLOWS = /^\s*(?:,?\s*(?:der|som)\b|om\b|fra\b|handler\b|inden\s+for\b|på\s+(?:styrings|udviklings))/iu;
/** What stands right before where all of them are meant, whatever follows; and what does unless some are told apart. */
const CERTAINLY_ALL =
  /(?:^|[\s(])(?:i alt|består af|indeholder|rummer|omfatter|udpeget|valgt|enige om|fordelt på|opdelt i|delt i|inddelt i|foreslås)\s*[-–:,]?\s*$/iu;
const ALL_BEFORE =
  /(?:^|[\s(])(?:alle|samtlige|vores|følgende|nedenstående|(?:ramme)?aftalens|(?:udviklings)?strategiens|styringsaftalens|fokusområdets|gælder|mellem|regionens)\s*[-–:,]?\s*$/iu;
/** "De fem" may be some that were just named; it is all of them where the number is not far from theirs. */
const THE_BEFORE = /(?:^|[\s(])(?:de|disse)\s*$/iu;
const NEAR = 0.5;
/** Municipalities and parties are often named by the few. */
const NEAR_OF_PARTIES = 0.75;
/** Who has them all, where it stands earlier in the sentence. */
const WHOLE_SUBJECT =
  /(?:^|[\s(])(?:(?:ramme)?aftalen|(?:udviklings)?strategien|styringsaftalen|udkastet|parterne (?:arbejder|samarbejder|samles|har)|vi (?:arbejder|samarbejder|har valgt))(?:\s[^.!?:]{0,70})?\s(?:har|med|på|i|om|inden for|rummer|indeholder|omfatter|sætter)\s*$/iu;
/** What follows where the number is of all of them. */
const ALL_FOLLOWS = /^\s*(?:udgør|danner|bærer|tegner|er (?:udpeget|valgt)|:)/iu;

/** Counts in the text that are not what can be counted in the agreement (AG-28). */
export function countFindings(agreement: PlainAgreement, paragraphs: readonly Paragraph[]): Inconsistency[] {
  return paragraphs.flatMap((paragraph, index) => [
    ...claimsIn(paragraph, agreement),
    ...othersIn(paragraph, agreement),
    ...listAfter(paragraph, paragraphs.slice(index + 1, index + 40)),
  ]);
}

function claimsIn(paragraph: Paragraph, agreement: PlainAgreement): Inconsistency[] {
  const { text, shape } = paragraph;
  if (shape === 'table') return [];
  return CLAIMS.flatMap(({ thing, pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: words, 1: number = '', 2: adjectives = '', index }): Inconsistency[] => {
      const said = valueOf(number);
      const counts = countsOf(thing, paragraph, agreement);
      const [counted] = counts;
      if (said === null || said < 2 || counted === undefined || counts.includes(said)) return [];
      const sentence = sentenceAround(text, index);
      if (isAboutAnother(sentence, agreement)) return [];
      const claim = {
        said,
        counted,
        thing,
        adjectives,
        before: text.slice(0, index),
        after: text.slice(index + words.length),
      };
      if (!isAboutAll(claim)) return [];
      return [{ ...placeIn(paragraph, index, index + words.length), code: 'AG-28-COUNT-DISAGREES', counted }];
    }),
  );
}

interface Claim {
  readonly said: number;
  readonly counted: number;
  readonly thing: Thing;
  readonly adjectives: string;
  readonly before: string;
  readonly after: string;
}

/** Whether the number is of all there are. More focus areas than there are is wrong in any case. */
function isAboutAll({ said, counted, thing, adjectives, before, after }: Claim): boolean {
  if (SOME.test(adjectives)) return false;
  if (thing === 'focusAreas' && said > counted) return true;
  if (CERTAINLY_ALL.test(before) && thing !== 'municipalities') return true;
  if (SOME_FOLLOWS.test(after)) return false;
  if (ALL_BEFORE.test(before)) return true;
  const near = thing === 'parties' || thing === 'municipalities' ? NEAR_OF_PARTIES : NEAR;
  if (THE_BEFORE.test(before)) return said > counted * near;
  if (thing === 'municipalities' || thing === 'parties') return false;
  return ALL_FOLLOWS.test(after) || (thing === 'focusAreas' && WHOLE_SUBJECT.test(before));
}

/** How many there are; more than one number where the words can mean the part or the whole. */
function countsOf(thing: Thing, { section }: Paragraph, agreement: PlainAgreement): readonly number[] {
  const focusAreas = focusAreasOf(agreement);
  const own = section.kind === 'focusArea' ? [section] : focusAreas;
  const sum = (of: (each: (typeof own)[number]) => number) => [own.reduce((total, each) => total + of(each), 0)];
  switch (thing) {
    case 'focusAreas':
      return [focusAreas.length, focusAreas.filter(({ part }) => part === section.part).length].filter((n) => n > 0);
    case 'goals':
      return sum(({ goals }) => goals.length).filter((count) => count > 0);
    case 'themes':
      return sum(({ themes }) => themes).filter((count) => count > 0);
    case 'actions':
      return sum(({ actions }) => actions.length).filter((count) => count > 0);
    case 'annexes':
      return [agreement.annexes.length];
    case 'parties':
      return [agreement.parties.length].filter((count) => count > 0);
    case 'municipalities':
      return [agreement.parties.filter(({ id }) => id.startsWith('municipality:')).length].filter((count) => count > 0);
  }
}

const OTHERS = new RegExp(
  `(?:(?:øvrige|andre|resterende)\\s+(${NUMBER})(?!\\s*[.,]?\\d)(?:\\s+fokusområder(?:ne)?)?|${BEFORE_NUMBER}(${NUMBER})\\s+(?:øvrige|andre|resterende)\\s+fokusområder)(?![\\p{L}\\p{N}])`,
  'giu',
);
const OTHER_NOUN = /^\s+(?!fokusområd)\p{Ll}+(?:er|ere|ne|ene)\b/u;

/** "De øvrige fem" of five: whoever is not one of the others is missing. */
function othersIn(paragraph: Paragraph, agreement: PlainAgreement): Inconsistency[] {
  const { text } = paragraph;
  const counted = focusAreasOf(agreement).length - 1;
  if (counted < 1 || !/fokusområde/iu.test(text)) return [];
  return [...text.matchAll(OTHERS)].flatMap(({ 0: words, 1: one, 2: other, index }): Inconsistency[] => {
    const said = valueOf(one ?? other ?? '');
    const isOfOther = !/fokusområde/iu.test(words) && OTHER_NOUN.test(text.slice(index + words.length));
    if (said === null || said <= counted || isOfOther || isAboutAnother(sentenceAround(text, index), agreement))
      return [];
    return [{ ...placeIn(paragraph, index, index + words.length), code: 'AG-28-OTHERS-DISAGREE', counted }];
  });
}

const MEASURES =
  /^(?:år|dage|uger|måneder|gange|timer|procent|pct|kr|kroner|kommuner|borgere|pladser|sider|minutter|kilometer|unge|børn|voksne|personer|medlemmer|parter)$/iu;
const LISTED = new RegExp(`${BEFORE_NUMBER}(${NUMBER})\\s+${ADJECTIVES}([\\p{L}-]+)`, 'giu');
const ROWS_OF = /^(?:fokusområde|mål|tematik|tema|handling|bilag|kommune|part)/iu;

/** A number before a list or a table that is not the number of its items. */
function listAfter(paragraph: Paragraph, following: readonly Paragraph[]): Inconsistency[] {
  const { text, shape, path } = paragraph;
  if (shape !== 'text') return [];
  const [next] = following;
  if (!next || next.path !== path) return [];
  if (next.shape === 'table') return tableAfter(paragraph, next);
  if (!/:\s*$/.test(text) || next.shape !== 'item') return [];
  const end = following.findIndex((each) => each.shape !== 'item' || each.path !== path);
  const counted = end === -1 ? following.length : end;
  const last = sentenceAround(text, text.length - 1);
  const start = text.length - last.length;
  const claims = [...last.matchAll(LISTED)].filter(([, , before = '', noun = '']) => {
    return ![...before.trim().split(/\s+/), noun].some((word) => MEASURES.test(word));
  });
  const [only] = claims;
  if (counted < 2 || claims.length !== 1 || !only) return [];
  const said = valueOf(only[1] ?? '');
  if (said === null || said < 2 || said === counted) return [];
  const from = start + only.index;
  return [{ ...placeIn(paragraph, from, from + only[0].length), code: 'AG-28-LIST-DISAGREES', counted }];
}

/** A table of what is counted: its first column is called by the same word. */
function tableAfter(paragraph: Paragraph, { text: table }: Paragraph): Inconsistency[] {
  const [header = '', ...rows] = table.split('\n').filter((line) => line.trim() !== '');
  const heading = header
    .split(' | ')
    .find((cell) => ROWS_OF.test(cell.trim()))
    ?.trim()
    .toLowerCase()
    .slice(0, 5);
  if (heading === undefined) return [];
  const counted = rows.filter((row) => !/^\s*(?:i alt|sum|total|samlet)\b/iu.test(row)).length;
  return [...paragraph.text.matchAll(LISTED)].flatMap(
    ({ 0: words, 1: number = '', 3: noun = '', index }): Inconsistency[] => {
      const said = valueOf(number);
      if (!noun.toLowerCase().startsWith(heading) || said === null || said < 2 || said === counted) return [];
      return [{ ...placeIn(paragraph, index, index + words.length), code: 'AG-28-LIST-DISAGREES', counted }];
    },
  );
}

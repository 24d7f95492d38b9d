import { createMessages, type Locale, type Say } from '@enig/messages';
import type { CaseJson } from '@enig/text';
import { labelled } from './labelled';
import type { Block, DocumentModel } from './model';
import { textBlocks } from './text-blocks';

/** A file that goes with a case, as people know it. */
export interface CaseAnnexLine {
  /** The number of an annex of the agreement; null for the party's own. */
  readonly number: number | null;
  readonly title: string;
  readonly fileName: string;
}

/** A party's case with what stands around it. da: sagsfremstilling */
export interface CaseData {
  /** By its short name, as `Greve`. */
  readonly party: string;
  /** What the agreement is called. */
  readonly agreement: string;
  /** What the agreement must not be taken for, as "Demo"; null for what is as real as it looks. */
  readonly label: string | null;
  readonly number: number;
  readonly content: CaseJson;
  readonly open: readonly CaseAnnexLine[];
  /** Null where the reader may not know of them (CA-5). */
  readonly closed: readonly CaseAnnexLine[] | null;
  /** `prefilled`: as it was filled in beforehand, for a party that has not sent one on. */
  readonly state: 'draft' | 'prefilled' | 'sentOn';
  /** Where it can be read on screen. */
  readonly address: string;
}

/** A field of a case that nobody writes, as it is pasted into an agenda. */
export interface CaseText {
  readonly key: 'annexes';
  readonly plain: string;
}

/** A party's case as a document, its open and its closed annexes apart (CA-5). */
export function caseDocument(data: CaseData, locale: Locale = 'da'): DocumentModel {
  const say = createMessages(locale);
  const { party, agreement: title, label, number, content, address, state } = data;
  const model: DocumentModel = {
    title: content.title.trim() === '' ? say('case.title', { party }) : content.title,
    language: locale,
    subtitle: say('case.subtitle', { title, number }),
    foot: say('case.foot', { party, number, address }),
    margin: 'normal',
    blocks: [
      ...(state === 'draft' ? [note(say('case.draft'))] : []),
      ...(state === 'prefilled' ? [note(say('case.prefilled', { party }))] : []),
      ...textBlocks(content, { level: 2, locale }),
      ...annexBlocks(data, say),
      ...filed(content, say),
    ],
  };
  return labelled(model, label);
}

/** The fields of a case that nobody writes, as they are pasted into an agenda. */
export function computedFields(data: CaseData, locale: Locale = 'da'): readonly CaseText[] {
  const say = createMessages(locale);
  const named = (title: string, lines: readonly CaseAnnexLine[]): string =>
    [title, ...lines.map((line) => `- ${annexLine(line, say)}`)].join('\n');
  const { open, closed } = data;
  const annexes = [
    ...(open.length > 0 ? [named(say('case.openAnnexes'), open)] : []),
    ...(closed && closed.length > 0 ? [named(say('case.closedAnnexes'), closed)] : []),
  ];
  return [{ key: 'annexes', plain: annexes.length > 0 ? annexes.join('\n\n') : say('case.noAnnexes') }];
}

function annexBlocks({ open, closed }: CaseData, say: Say): Block[] {
  return [
    heading(say('case.openAnnexes')),
    open.length > 0 ? list(open, say) : paragraph(say('case.noAnnexes')),
    ...(closed && closed.length > 0
      ? [heading(say('case.closedAnnexes')), note(say('case.closedNote')), list(closed, say)]
      : []),
  ];
}

function list(lines: readonly CaseAnnexLine[], say: Say): Block {
  return { kind: 'list', ordered: false, items: lines.map((line) => [paragraph(annexLine(line, say))]) };
}

function annexLine({ number, title, fileName }: CaseAnnexLine, say: Say): string {
  return number === null ? title : say('case.annex', { number, title, fileName });
}

/** What an archive asks for, as far as it is written. */
function filed({ legal, kle }: CaseJson, say: Say): Block[] {
  const facts = [
    { name: say('caseField.legal'), words: legal.trim() },
    { name: say('caseField.kle'), words: kle.trim() },
  ].filter(({ words }) => words !== '');
  if (facts.length === 0) return [];
  return [
    heading(say('case.facts')),
    { kind: 'facts', facts: facts.map(({ name, words }) => ({ name, value: [{ text: words }] })) },
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, runs: [{ text }] };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [{ text }] };
}

function note(text: string): Block {
  return { kind: 'paragraph', tone: 'note', runs: [{ text }] };
}

import { proposePoints, singleBlanks, type ProposedPoint, type Said, type WrittenResponse } from '@enig/hearing';
import type { SectionId, Sha256 } from '@enig/kernel';
import {
  plainText,
  resolveReferences,
  saysSomething,
  type HearingResponseJson,
  type ProseNode,
  type RichText,
} from '@enig/text';
import type { HeardSection } from './hearing-reads';
import type { FileSays } from './response-files';
import type { ReadText } from './text-ahead';

/**
 * What a response says, with references called by their present names. Where the caller holds the text's row and has
 * caught up, what has been acknowledged is in it and nothing is added meanwhile.
 *
 * @returns null where it holds what no response has, so that nobody can say what it says (HE-21).
 */
export function responseOf({ id, content }: ReadText, sections: readonly HeardSection[]): HearingResponseJson | null {
  if (!content) return null;
  if (content.kind !== 'hearing-response') throw new Error(`The text ${id} is no response`);
  return resolveReferences(content, {
    section: (section) => titleOf(sections.find((each) => each.section === section)),
    party: () => null,
  });
}

/**
 * Whether a response says something anywhere, by words, by a document or by saying that there is nothing to remark
 * (HE-34); null for one that cannot be read.
 */
export function saysOf(content: HearingResponseJson | null, files = 0): WrittenResponse['says'] {
  if (!content) return 'unreadable';
  return files > 0 || saysSomething(content) ? 'something' : 'nothing';
}

/** A document that belongs to a response, and the focus area it is about; null in general. */
export interface AnswerFile {
  readonly name: string;
  readonly sha256: Sha256;
  readonly section: SectionId | null;
  readonly says: FileSays;
}

/**
 * The points of a response, in the order of the agreement: each paragraph, comment and statement, and what stands in each
 * document. What was written about something that is not a focus area of the version counts as said in general, so that
 * no word goes unanswered.
 */
export function pointsOf(
  content: HearingResponseJson,
  sections: readonly HeardSection[],
  files: readonly AnswerFile[] = [],
): readonly ProposedPoint[] {
  const known = new Set<string>(sections.map(({ section }) => section));
  const elsewhere = Object.entries(content.sections).filter(([id]) => !known.has(id));
  const isElsewhere = ({ section }: { readonly section: string | null }): boolean =>
    section === null || !known.has(section);
  const inGeneral = [content.general, ...elsewhere.map(([, prose]) => prose)].flatMap(paragraphsOf);
  return proposePoints({
    general: [...inGeneral, ...besidesProse(content, files, isElsewhere)],
    sections: sections.map(({ section }) => ({
      section,
      said: [
        ...paragraphsOf(content.sections[section]),
        ...besidesProse(content, files, (each) => each.section === section),
      ],
    })),
    minority: paragraphsOf(content.minority),
  });
}

/** The comments, statements and documents that belong somewhere, in the order they are read. */
function besidesProse(
  { comments, statements }: HearingResponseJson,
  files: readonly AnswerFile[],
  belongs: (each: { readonly section: string | null }) => boolean,
): readonly Said[] {
  return [
    ...comments.filter(belongs).map(({ id, anchor, body }): Said => ({
      words: plainText(body),
      source: { kind: 'comment', comment: id, anchor: anchor && { ...anchor, path: [...pathOf(anchor.path)] } },
    })),
    ...statements
      .filter(belongs)
      .map(({ how, who, on, body }): Said => ({ words: plainText(body), source: { kind: 'statement', how, who, on } })),
    ...files.filter(belongs).flatMap(saidInFile),
  ];
}

/** Most paragraphs of a document that each become a point: a longer one is a report, not an answer. */
const MOST_IN_FILE = 200;

/** What a document says, place by place; by its name where somebody must open it: nobody could read it, or not all. */
function saidInFile({ name, sha256, says }: AnswerFile): readonly Said[] {
  const source = { kind: 'file', name, sha256 } as const;
  const { paragraphs, isAll } = says;
  const read = paragraphs.length > MOST_IN_FILE ? [] : paragraphs;
  return [
    ...read.map(({ words, page }): Said => ({ words, source: page === null ? source : { ...source, page } })),
    ...(isAll && read.length > 0 ? [] : [{ words: name, source }]),
  ];
}

function pathOf(path: readonly (string | undefined)[]): readonly string[] {
  return path.flatMap((step) => step ?? []);
}

/**
 * Prose as one thing said for each block and each item of a list, with the heading it stands under. A heading with
 * nothing under it is said by itself.
 */
export function paragraphsOf(prose: RichText | undefined): readonly Said[] {
  const found: Said[] = [];
  let above: { readonly heading: string; isSaid: boolean } | null = null;
  const sayAlone = (): void => {
    if (above && !above.isSaid) found.push({ words: above.heading, source: { kind: 'paragraph' } });
  };
  for (const node of prose?.content ?? []) {
    if (node.type === 'heading') {
      sayAlone();
      const heading = singleBlanks(said(node));
      above = heading === '' ? null : { heading, isSaid: false };
      continue;
    }
    for (const words of isList(node) ? itemsOf(node) : [said(node)]) {
      if (words.trim() === '') continue;
      if (above) above.isSaid = true;
      found.push({ words, source: { kind: 'paragraph', ...(above && { heading: above.heading }) } });
    }
  }
  sayAlone();
  return found;
}

function itemsOf(list: ProseNode): readonly string[] {
  return (list.content ?? []).map((item) => plainText({ type: 'doc', content: item.content ?? [] }));
}

function isList({ type }: ProseNode): boolean {
  return type === 'bulletList' || type === 'orderedList';
}

function said(node: ProseNode): string {
  return plainText({ type: 'doc', content: [node] });
}

function titleOf(section: HeardSection | undefined): string | null {
  if (!section) return null;
  return section.number === null ? section.title : `Fokusområde ${section.number}: ${section.title}`;
}

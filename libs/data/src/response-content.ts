import { proposePoints, type ProposedPoint, type WrittenResponse } from '@enig/hearing';
import {
  isEmptyRich,
  plainText,
  resolveReferences,
  type HearingResponseJson,
  type ProseNode,
  type RichText,
} from '@enig/text';
import type { HeardSection } from './hearing-reads';
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

/** Whether a response says something anywhere; null for one that cannot be read. */
export function saysOf(content: HearingResponseJson | null): WrittenResponse['says'] {
  if (!content) return 'unreadable';
  const { general, sections, minority } = content;
  return [general, minority, ...Object.values(sections)].every(isEmptyRich) ? 'nothing' : 'something';
}

/**
 * The points of a response, in the order of the agreement. What was written about something that is not a focus area
 * of the version counts as said in general, so that no word goes unanswered.
 */
export function pointsOf(content: HearingResponseJson, sections: readonly HeardSection[]): readonly ProposedPoint[] {
  const known = new Set<string>(sections.map(({ section }) => section));
  const elsewhere = Object.entries(content.sections).filter(([id]) => !known.has(id));
  return proposePoints({
    general: [content.general, ...elsewhere.map(([, prose]) => prose)].flatMap(paragraphsOf),
    sections: sections.map(({ section }) => ({ section, paragraphs: paragraphsOf(content.sections[section]) })),
    minority: paragraphsOf(content.minority),
  });
}

/** Prose as one string per thing said: each block, each item of a list. A heading belongs to what comes under it. */
export function paragraphsOf(prose: RichText | undefined): readonly string[] {
  const blocks = prose?.content ?? [];
  return blocks.flatMap((node, index) => {
    const next = blocks[index + 1];
    if (node.type === 'heading' && next && next.type !== 'heading') return [];
    return isList(node) ? itemsOf(node) : [said(node)];
  });
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

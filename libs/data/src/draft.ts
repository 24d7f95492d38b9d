import { numberSections, readFocusArea, type Draft, type DraftSection, type FocusArea } from '@enig/agreement';
import type { PartyId, SectionId, TextId } from '@enig/kernel';
import { danglingReferences, plainOf, resolveReferences, type Names, type TextJson } from '@enig/text';
import type { AgreementView, SectionView } from './agreement-reads';
import { named } from './sections-outside';
import { blankOf, titleOf } from './text-content';

/** What texts say, by id; one that cannot be read is not there. */
export type Contents = ReadonlyMap<TextId, TextJson>;

/**
 * The agreement as libs/agreement checks it: the sections that stand, with what their texts say. One whose text is not
 * in `contents` cannot be read (AG-25).
 */
export function draftOf(view: AgreementView, contents: Contents): Draft {
  const names = namesIn(view, contents);
  const standing = view.sections.filter(({ row }) => row.removedAt === null);
  const parts = view.parts.map(({ id, kind }) => {
    const own = standing.filter(({ row }) => row.part === id);
    return { kind, sections: own.map((section) => draftSection(section, contents, names)) };
  });
  return { act: view.row.act, parts, parties: view.parties.map(({ party }) => party) };
}

/** What references in an agreement's texts are called: "Fokusområde 2: …", a chapter's title, a party's name. */
export function namesIn(view: AgreementView, contents: Contents): Names {
  const standing = view.sections.filter(({ row }) => row.removedAt === null);
  const sections = new Map<SectionId, string>(view.outside);
  for (const part of view.parts) {
    const own = standing.filter(({ row }) => row.part === part.id);
    const numbers = numberSections(own.map(({ row }) => ({ id: row.id, kind: row.kind })));
    for (const { row, text } of own) sections.set(row.id, named(numbers.get(row.id) ?? null, titleIn(contents, text)));
  }
  const parties = new Map<PartyId, string>(view.parties.map(({ party, name }) => [party, name]));
  return {
    section: (id) => sections.get(id as SectionId) ?? null,
    party: (id) => parties.get(id as PartyId) ?? null,
  };
}

function draftSection(section: SectionView, contents: Contents, names: Names): DraftSection {
  const { row, coordinators } = section;
  const content = contents.get(row.text) ?? blankOf(section.text);
  const resolved = resolveReferences(content, names);
  const easyRead = row.easyRead === null ? undefined : contents.get(row.easyRead);
  const { goals, themes, actions } = itemsOf(content);
  const { id, kind, strand, covers } = row;
  return {
    ...{ id, kind, strand, covers, coordinators, goals, themes, actions },
    title: titleOf(content),
    isUnreadable: !contents.has(row.text) || (row.easyRead !== null && !easyRead),
    hasEasyRead: easyRead !== undefined && plainOf(easyRead).trim() !== '',
    isEmpty: plainOf({ ...resolved, ...('title' in resolved ? { title: '' } : {}) }).trim() === '',
    danglingReferences: danglingReferences(resolved).flatMap((each) => (each.to === 'section' ? [each.id] : [])),
  };
}

/** The items of a text as the rules read them; none for a text without. */
export function itemsOf(content: TextJson): Pick<FocusArea, 'goals' | 'themes' | 'actions'> {
  if (content.kind !== 'focus-area') return { goals: [], themes: [], actions: [] };
  const read = readFocusArea(content);
  if (!read.ok) throw new Error(`${read.error.code} at ${read.error.at}`);
  return read.value;
}

function titleIn(contents: Contents, text: SectionView['text']): string {
  return titleOf(contents.get(text.id) ?? blankOf(text));
}

import type { NewSection } from '@enig/data';
import { brandId, type ItemId, type PartyId } from '@enig/kernel';
import { emptyJson, richFromPlain, type CommentJson, type FocusAreaJson } from '@enig/text';

/** What everybody here writes, over and over. */
export const SENTENCE =
  'Vi mener, at overgangen fra barn til voksen skal planlægges i god tid og sammen med borgeren og de pårørende. ';

/** Paragraphs of the introduction and of each item of a focus area: some ten pages in all. */
const INTRODUCTION = 8;
const EACH = 2;

/** A focus area that is heard, with an easy-read version, as a section to add. */
export function heardArea(number: number, coordinators: readonly PartyId[]): Omit<NewSection, 'part'> {
  const title = `Hørt fokusområde ${number}`;
  return {
    ...({ kind: 'focusArea', title, strand: 'development', covers: null, coordinators } as const),
    content: { ...written(number, INTRODUCTION, 6), title },
    easyRead: { ...emptyJson('easy-read'), body: richFromPlain('Det handler om hjælp.') },
  };
}

/** What is written into a focus area after it was heard: more of an introduction, and another goal, theme and action. */
export function addedLater(number: number): FocusAreaJson {
  return written(100 + number, EACH, 1);
}

/** A council's remarks, each with its words, on one focus area after the other. */
export function remarksOn(sections: readonly string[], words: readonly string[]): readonly CommentJson[] {
  return words.map((each, index) => ({
    id: brandId<ItemId>(`bemaerkning-${index}`),
    section: sections[index % sections.length] ?? '',
    ...{ anchor: null, body: richFromPlain(each) },
  }));
}

function written(number: number, paragraphs: number, items: number): FocusAreaJson {
  const prose = (count: number) =>
    richFromPlain(Array.from({ length: count }, (_, at) => `${at + 1}. ${SENTENCE.repeat(4)}`).join('\n\n'));
  const of = (name: string) =>
    Array.from({ length: items }, (_, at) => ({
      ...{ id: brandId<ItemId>(`${name}-${number}-${at}`), title: `${name} ${number}.${at + 1}`, body: prose(EACH) },
    }));
  return {
    ...emptyJson('focus-area'),
    intro: prose(paragraphs),
    goals: of('maal').map((item) => ({ ...item, criterion: 'Opgøres hvert år', owner: null, due: null })),
    themes: of('tema'),
    actions: of('handling').map((item) => ({ ...item, responsible: null, from: null, to: null })),
  };
}

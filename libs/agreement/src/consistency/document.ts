import { brandId, type SectionId } from '@enig/kernel';
import type { NamedParty } from '../parts';
import type { Inconsistency, InconsistencyCode } from './inconsistency';
import type { PlainAgreement, PlainSlot } from './paragraphs';

/**
 * What can be judged from a document's own words. Its focus areas, chapters and annexes are nobody's here to count: a
 * municipality's report that speaks of chapter 3 speaks of its own.
 */
const OF_ITS_OWN: readonly InconsistencyCode[] = [
  ...(['AG-28-LIST-DISAGREES', 'AG-30-PARAGRAPH-TWICE', 'AG-30-PARAGRAPH-NEARLY-TWICE'] as const),
  ...(['AG-31-WRONG-WEEKDAY', 'AG-31-NO-SUCH-DAY', 'AG-31-TWO-YEARS'] as const),
  ...(['AG-32-TWO-SPELLINGS', 'AG-32-TWO-MEANINGS', 'AG-32-TWO-PROVISIONS'] as const),
  ...(['AG-33-SUM-DISAGREES', 'AG-33-NOT-IN-TABLE'] as const),
];

/**
 * A document of its own (HE-25) as what is looked through: one chapter.
 *
 * @param parties whose names it may write as they are written in the agreement.
 */
export function plainDocument(
  slots: readonly PlainSlot[],
  parties: readonly NamedParty[],
  years: PlainAgreement['years'],
): PlainAgreement {
  const id = brandId<SectionId>('document');
  const chapter = { id, part: 'developmentStrategy', kind: 'chapter', number: null, title: '' } as const;
  return { sections: [{ ...chapter, slots, goals: [], themes: 0, actions: [] }], parties, annexes: [], years };
}

/** Of what was found in a document of its own, what its own words show. */
export function ofDocument(found: readonly Inconsistency[]): readonly Inconsistency[] {
  return found.filter(({ code }) => OF_ITS_OWN.includes(code));
}

import type { PartyId, SectionId } from '@enig/kernel';

/** The two halves of an agreement. da: udviklingsstrategi, styringsaftale */
export type PartKind = 'developmentStrategy' | 'steeringAgreement';

/** The parts, in the order they are read. */
export const PART_KINDS: readonly PartKind[] = ['developmentStrategy', 'steeringAgreement'];

/** What a part consists of. da: fokusområde, kapitel */
export type SectionKind = 'focusArea' | 'chapter';

/** Every kind of section. */
export const SECTION_KINDS: readonly SectionKind[] = ['focusArea', 'chapter'];

/** Whether a focus area is about professional development or about steering. da: udvikling, styring */
export type Strand = 'development' | 'steering';

/** Every strand. */
export const STRANDS: readonly Strand[] = ['development', 'steering'];

/**
 * What the order on framework agreements demands of a steering agreement (AG-10). da: de syv lovpligtige indhold
 *
 * `coveredServices` which services it covers · `rateDevelopment` how rates develop · `priceStructure` how prices are
 * built · `openingAndClosing` opening and closing of services and places · `costInclusion` how an operator's costs of
 * that are included · `settlementDeadlines` when the use of a service is paid · `takeover` which regional services the
 * municipalities take over.
 */
export type StatutoryContent =
  | 'coveredServices'
  | 'rateDevelopment'
  | 'priceStructure'
  | 'openingAndClosing'
  | 'costInclusion'
  | 'settlementDeadlines'
  | 'takeover';

/** The seven contents, in the order the agreement of 2017 names them (seed 004, chapter 8). */
export const STATUTORY_CONTENTS: readonly StatutoryContent[] = [
  'coveredServices',
  'rateDevelopment',
  'priceStructure',
  'openingAndClosing',
  'costInclusion',
  'settlementDeadlines',
  'takeover',
];

/**
 * What became of an earlier focus area or a proposal. da: videreføres, slås sammen, bliver tematik, bygges ind i
 * processen, nævnes i handlinger, bliver selvstændigt fokusområde, udgår, nyt
 */
export type LineageRelation =
  | 'continued'
  | 'merged'
  | 'becameTheme'
  | 'builtIntoProcess'
  | 'mentionedInActions'
  | 'ownFocusArea'
  | 'dropped'
  | 'new';

/** Every relation of lineage. */
export const LINEAGE_RELATIONS: readonly LineageRelation[] = [
  'continued',
  'merged',
  'becameTheme',
  'builtIntoProcess',
  'mentionedInActions',
  'ownFocusArea',
  'dropped',
  'new',
];

/** Whether a document says so, or somebody reads it so. da: grundlag */
export type LineageBasis = 'document' | 'interpretation';

/** Where a section comes from; a section can have many, and an earlier one can lead to many. da: afstamning */
export interface Lineage {
  readonly relation: LineageRelation;
  /** The earlier focus area or proposal, by its name at the time. */
  readonly fromName: string;
  /** The earlier section, where it is kept here. */
  readonly fromSection: SectionId | null;
  /** What it led to; null when it was dropped. */
  readonly section: SectionId | null;
  readonly basis: LineageBasis;
}

/** A section in its place among the others. */
export interface PlacedSection {
  readonly id: SectionId;
  readonly kind: SectionKind;
}

/** A party by id and by the name it had when the agreement was set up. */
export interface NamedParty {
  readonly id: PartyId;
  readonly name: string;
}

/**
 * The number of each focus area, 1 to n over its part in the order given; chapters carry none and take none (AG-19).
 *
 * @param sections one part's sections in order, without the removed ones.
 */
export function numberSections(sections: readonly PlacedSection[]): ReadonlyMap<SectionId, number> {
  const focusAreas = sections.filter(({ kind }) => kind === 'focusArea');
  return new Map(focusAreas.map(({ id }, index) => [id, index + 1]));
}

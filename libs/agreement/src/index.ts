export {
  LINEAGE_RELATIONS,
  numberSections,
  PART_KINDS,
  SECTION_KINDS,
  STATUTORY_CONTENTS,
  STRANDS,
  type Lineage,
  type LineageBasis,
  type LineageRelation,
  type NamedParty,
  type PartKind,
  type PlacedSection,
  type SectionKind,
  type StatutoryContent,
  type Strand,
} from './parts';
export {
  AGREEMENT_EVENTS,
  AGREEMENT_STATES,
  checkNotAbandoned,
  checkWritingOpen,
  eventsOf,
  isWritingOpen,
  STANDINGS,
  standingOf,
  stateOf,
  transition,
  type Abandoned,
  type AgreementEffect,
  type AgreementEvent,
  type AgreementFacts,
  type AgreementRefused,
  type AgreementState,
  type AgreementStep,
  type Period,
  type Standing,
  type WritingClosed,
} from './state';
export {
  readFocusArea,
  type FocusArea,
  type FocusAreaRefused,
  type Goal,
  type PlannedAction,
  type Theme,
} from './focus-area';
export {
  checkFreeze,
  missingContents,
  readinessOf,
  sectionWarnings,
  type Draft,
  type DraftPart,
  type DraftSection,
  type FreezeCheck,
  type FreezePlace,
  type FreezeRefused,
  type FreezeWarning,
  type FreezeWarningCode,
  type Readiness,
} from './freeze';
export {
  buildManifest,
  manifestBytes,
  VERSION_ACTS,
  versionHash,
  type FrozenText,
  type Manifest,
  type ManifestAnnex,
  type ManifestInput,
  type ManifestPart,
  type ManifestText,
  type VersionAct,
} from './manifest';
export {
  ANNEX_DIFFERENCES,
  diffManifests,
  type AnnexChange,
  type AnnexDifference,
  type Changed,
  type ManifestDiff,
  type PartyChange,
  type SectionChange,
} from './manifest-diff';
export { checkCopy, type CopyRefused } from './copy';
export { checkTerms, type Terms, type TermsRefused } from './terms';
export { checkConsistency } from './consistency/check';
export { ofDocument, plainDocument } from './consistency/document';
export type { Inconsistency, InconsistencyCode, InconsistencyPlace } from './consistency/inconsistency';
export type { PlainAgreement, PlainSection, PlainSlot } from './consistency/paragraphs';

import {
  AGREEMENT_ACTS,
  AGREEMENT_STATES,
  AMENDMENT_KINDS,
  ANNEX_DIFFERENCES,
  LINEAGE_RELATIONS,
  PART_KINDS,
  SECTION_KINDS,
  STANDINGS,
  STATUTORY_CONTENTS,
  STRANDS,
  SUPPLEMENT_ACTS,
  VERSION_ACTS,
} from '@enig/agreement';
import { closed } from '../core/scalars';

export const PartKinds = closed('PartKind', [...PART_KINDS]);
export const SectionKinds = closed('SectionKind', [...SECTION_KINDS]);
export const Strands = closed('Strand', [...STRANDS]);
export const StatutoryContents = closed('StatutoryContent', [...STATUTORY_CONTENTS]);
export const LineageRelations = closed('LineageRelation', [...LINEAGE_RELATIONS]);
export const LineageBases = closed('LineageBasis', ['document', 'interpretation']);
export const AgreementStates = closed('AgreementState', [...AGREEMENT_STATES]);
export const Standings = closed('Standing', [...STANDINGS]);
export const Readinesses = closed('Readiness', ['empty', 'inProgress', 'ready']);
export const TextPhases = closed('TextPhase', ['open', 'closed']);
export const VersionActs = closed('VersionAct', [...VERSION_ACTS]);
export const AgreementActs = closed('AgreementAct', [...AGREEMENT_ACTS]);
export const SupplementActs = closed('SupplementAct', [...SUPPLEMENT_ACTS]);
export const AmendmentKinds = closed('AmendmentKind', [...AMENDMENT_KINDS]);
export const DiffChanges = closed('DiffChange', ['added', 'removed', 'changed']);
export const AnnexDifferences = closed('AnnexDifference', [...ANNEX_DIFFERENCES]);
export const DiffOps = closed('DiffOp', ['same', 'added', 'removed']);

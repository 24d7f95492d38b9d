import type {
  AgreementState,
  LineageBasis,
  LineageRelation,
  PartKind,
  Readiness,
  SectionKind,
  Standing,
  StatutoryContent,
  Strand,
} from '@enig/agreement';
import type { AgreementHead, AgreementView, SectionView } from '@enig/data';
import type { Instant, LocalDate } from '@enig/kernel';
import type { TextJson } from '@enig/text';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { InstantScalar, JsonScalar, LocalDateScalar } from '../core/scalars';
import { PartyModel } from '../people/models';
import {
  AgreementStates,
  LineageBases,
  LineageRelations,
  PartKinds,
  Readinesses,
  SectionKinds,
  Standings,
  StatutoryContents,
  Strands,
  TextPhases,
} from './enums';

/** What is shown of an agreement in a list. `head` is what its fields are read from. */
@ObjectType('AgreementSummary')
export class AgreementSummaryModel {
  readonly head!: AgreementHead;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Shown wherever the title is, as "Demo".' })
  readonly label!: string | null;

  @Field(() => LocalDateScalar)
  readonly periodFrom!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly periodTo!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly deadline!: LocalDate;

  @Field(() => Standings)
  readonly standing!: Standing;
}

@ObjectType('AgreementMay', { description: 'What the viewer may do now.' })
export class AgreementMayModel {
  @Field(() => Boolean)
  readonly edit!: boolean;

  @Field(() => Boolean)
  readonly freezeForHearing!: boolean;

  @Field(() => Boolean)
  readonly endHearing!: boolean;

  @Field(() => Boolean)
  readonly freezeForDecision!: boolean;

  @Field(() => Boolean)
  readonly reopenWriting!: boolean;

  @Field(() => Boolean)
  readonly treat!: boolean;

  @Field(() => Boolean)
  readonly abandon!: boolean;

  @Field(() => Boolean)
  readonly readDraft!: boolean;
}

/** A whole agreement. `view` is what its fields are read from; slices add fields with a resolver of their own. */
@ObjectType('Agreement')
export class AgreementModel {
  readonly view!: AgreementView;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { nullable: true })
  readonly label!: string | null;

  @Field(() => LocalDateScalar)
  readonly periodFrom!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly periodTo!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly deadline!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly writingUntil!: LocalDate | null;

  @Field(() => AgreementStates)
  readonly state!: AgreementState;

  @Field(() => Standings)
  readonly standing!: Standing;

  @Field(() => Boolean)
  readonly isWritingOpen!: boolean;

  @Field(() => [PartyModel], { description: 'By name, the region last; as they were named when they were set.' })
  readonly parties!: readonly PartyModel[];

  @Field(() => LocalDateScalar, { nullable: true })
  readonly concludedOn!: LocalDate | null;

  @Field(() => AgreementMayModel)
  readonly may!: AgreementMayModel;
}

@ObjectType('Part')
export class PartModel {
  readonly view!: AgreementView;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => PartKinds)
  readonly kind!: PartKind;
}

@ObjectType('TextEntry')
export class TextEntryModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'focus-area, chapter, easy-read, hearing-response or case.' })
  readonly kind!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Boolean)
  readonly mayEdit!: boolean;

  @Field(() => TextPhases)
  readonly phase!: 'open' | 'closed';

  @Field(() => String, { nullable: true, description: 'Why it is closed, as a sentence.' })
  readonly closedBecause!: string | null;

  @Field(() => JsonScalar, {
    description: 'What the text says: as it is now for those who read drafts, else as frozen.',
  })
  readonly content!: TextJson;

  @Field(() => Int)
  readonly seq!: number;
}

@ObjectType('Lineage')
export class LineageModel {
  @Field(() => LineageRelations)
  readonly relation!: LineageRelation;

  @Field(() => String)
  readonly fromName!: string;

  @Field(() => ID, { nullable: true })
  readonly fromSection!: string | null;

  @Field(() => LineageBases)
  readonly basis!: LineageBasis;
}

@ObjectType('FreezeNote', { description: 'What stands in the way of freezing.' })
export class FreezeNoteModel {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly message!: string;

  @Field(() => ID, { nullable: true })
  readonly section!: string | null;

  @Field(() => ID, { nullable: true })
  readonly item!: string | null;
}

@ObjectType('FreezeWarning', { description: 'What does not stand in the way and is shown to those who decide.' })
export class FreezeWarningModel extends FreezeNoteModel {}

@ObjectType('FreezeCheck')
export class FreezeCheckModel {
  @Field(() => [FreezeNoteModel])
  readonly refusals!: readonly FreezeNoteModel[];

  @Field(() => [FreezeWarningModel])
  readonly warnings!: readonly FreezeWarningModel[];
}

/** A section; for those who do not read drafts, as it was frozen last. */
@ObjectType('Section')
export class SectionModel {
  readonly view!: AgreementView;
  readonly section!: SectionView;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => SectionKinds)
  readonly kind!: SectionKind;

  @Field(() => Int, { nullable: true })
  readonly number!: number | null;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Strands, { nullable: true })
  readonly strand!: Strand | null;

  @Field(() => StatutoryContents, { nullable: true })
  readonly covers!: StatutoryContent | null;

  @Field(() => [PartyModel])
  readonly coordinators!: readonly PartyModel[];

  @Field(() => PartKinds)
  readonly part!: PartKind;

  @Field(() => TextEntryModel)
  readonly text!: TextEntryModel;

  @Field(() => TextEntryModel, { nullable: true })
  readonly easyRead!: TextEntryModel | null;

  @Field(() => Readinesses)
  readonly readiness!: Readiness;

  @Field(() => [FreezeWarningModel])
  readonly warnings!: readonly FreezeWarningModel[];

  @Field(() => [LineageModel])
  readonly lineage!: readonly LineageModel[];

  @Field(() => InstantScalar)
  readonly changedAt!: Instant;
}

@ObjectType('Annex')
export class AnnexModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => Int, { description: 'Bytes.' })
  readonly size!: number;

  @Field(() => String)
  readonly url!: string;
}

@ObjectType('Act', { description: 'One line of an agreement’s log; each carries the hash of the one before it.' })
export class ActModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => InstantScalar)
  readonly at!: Instant;

  @Field(() => String)
  readonly person!: string;

  @Field(() => String)
  readonly body!: string;

  @Field(() => String)
  readonly capacity!: string;

  @Field(() => String)
  readonly kind!: string;

  @Field(() => String)
  readonly sentence!: string;

  @Field(() => String)
  readonly hash!: string;
}

@ObjectType('AgreementPayload')
export class AgreementPayload {
  @Field(() => AgreementModel, { nullable: true })
  readonly agreement!: AgreementModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@ObjectType('SectionPayload')
export class SectionPayload {
  @Field(() => SectionModel, { nullable: true })
  readonly section!: SectionModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

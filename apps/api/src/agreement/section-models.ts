import type {
  LineageBasis,
  LineageRelation,
  PartKind,
  Readiness,
  SectionKind,
  StatutoryContent,
  Strand,
} from '@enig/agreement';
import type { AgreementView, SectionView } from '@enig/data';
import type { Instant } from '@enig/kernel';
import type { TextJson } from '@enig/text';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { InstantScalar, JsonScalar } from '../core/scalars';
import { PartyModel } from '../people/models';
import {
  LineageBases,
  LineageRelations,
  PartKinds,
  Readinesses,
  SectionKinds,
  StatutoryContents,
  Strands,
  TextPhases,
} from './enums';

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
  /** Null for those who read no drafts. */
  readonly view!: AgreementView | null;

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

  @Field(() => Readinesses, {
    nullable: true,
    description: 'How far it is; null where the text is frozen or writing is closed.',
  })
  readonly readiness!: Readiness | null;

  @Field(() => [FreezeWarningModel])
  readonly warnings!: readonly FreezeWarningModel[];

  @Field(() => [LineageModel])
  readonly lineage!: readonly LineageModel[];

  @Field(() => InstantScalar)
  readonly changedAt!: Instant;
}

@ObjectType('SectionPayload')
export class SectionPayload {
  @Field(() => SectionModel, { nullable: true })
  readonly section!: SectionModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

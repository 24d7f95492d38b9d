import type { AnswerSlotKind } from '@enig/data';
import { FINDINGS_ABOUT, type FindingAbout } from '@enig/hearing';
import type { Instant } from '@enig/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { closed, InstantScalar } from '../core/scalars';
import { BodyModel } from '../people/models';

const SLOT_KINDS = [
  'general',
  'section',
  'minority',
  'comment',
  'statement',
  'speaker',
] as const satisfies AnswerSlotKind[];

export const FindingsAbout = closed('FindingAbout', [...FINDINGS_ABOUT]);
export const AnswerSlotKinds = closed('AnswerSlotKind', [...SLOT_KINDS]);

@ObjectType('FindingRelease', { description: 'One person’s word that a finding may be published.' })
export class FindingReleaseModel {
  @Field(() => String)
  readonly by!: string;

  @Field(() => InstantScalar)
  readonly at!: Instant;

  @Field(() => String)
  readonly reason!: string;
}

@ObjectType('Finding', {
  description: 'Something two people must release before it is published. Never what was found.',
})
export class FindingModel {
  @Field(() => ID)
  readonly key!: string;

  @Field(() => FindingsAbout)
  readonly about!: FindingAbout;

  @Field(() => String, { description: 'Where it stands, in words: “afsnit 2”, “side 3”, “sidehoved”.' })
  readonly where!: string;

  @Field(() => Int, { nullable: true, description: 'In the slot’s text, in UTF-16 units; null in a file.' })
  readonly start!: number | null;

  @Field(() => Int, { nullable: true })
  readonly end!: number | null;

  @Field(() => Int)
  readonly count!: number;

  @Field(() => [FindingReleaseModel])
  readonly releases!: readonly FindingReleaseModel[];

  @Field(() => Boolean, { description: 'Whether two different people have released it.' })
  readonly isReleased!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer’s word would count: they may, and have not said it.' })
  readonly mayRelease!: boolean;
}

@ObjectType('ResponseRedaction', { description: 'A stretch that is left out of what is published, and why.' })
export class RedactionModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly start!: number;

  @Field(() => Int)
  readonly end!: number;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String)
  readonly by!: string;

  @Field(() => InstantScalar)
  readonly at!: Instant;
}

@ObjectType('ScreenedSlot', { description: 'A piece of a typed answer.' })
export class ScreenedSlotModel {
  @Field(() => ID)
  readonly key!: string;

  @Field(() => AnswerSlotKinds)
  readonly kind!: AnswerSlotKind;

  @Field(() => String, { nullable: true })
  readonly sectionTitle!: string | null;

  @Field(() => String, { description: 'As it was sent.' })
  readonly text!: string;

  @Field(() => Boolean, { description: 'Who said something is never published.' })
  readonly isPublic!: boolean;

  @Field(() => [FindingModel])
  readonly findings!: readonly FindingModel[];

  @Field(() => [RedactionModel])
  readonly redactions!: readonly RedactionModel[];
}

@ObjectType('FileWithholding', { description: 'Why a file is not published, and what is published for it.' })
export class FileWithholdingModel {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => String)
  readonly by!: string;

  @Field(() => InstantScalar)
  readonly at!: Instant;

  @Field(() => String, { nullable: true })
  readonly replacementName!: string | null;
}

@ObjectType('ScreenedFile', { description: 'A file that went with an answer.' })
export class ScreenedFileModel {
  @Field(() => ID)
  readonly sha256!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Int)
  readonly size!: number;

  @Field(() => Boolean, { description: 'Whether what would be published of it has been looked through.' })
  readonly isScreened!: boolean;

  @Field(() => [FindingModel])
  readonly findings!: readonly FindingModel[];

  @Field(() => FileWithholdingModel, { nullable: true })
  readonly withholding!: FileWithholdingModel | null;
}

@ObjectType('ScreenedSubmission', { description: 'What a council sent, looked through.' })
export class ScreenedSubmissionModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => BodyModel)
  readonly council!: BodyModel;

  @Field(() => String)
  readonly reference!: string;

  @Field(() => Boolean)
  readonly late!: boolean;

  @Field(() => [ScreenedSlotModel])
  readonly slots!: readonly ScreenedSlotModel[];

  @Field(() => [ScreenedFileModel])
  readonly files!: readonly ScreenedFileModel[];
}

@ObjectType('Screening', { description: 'What was found in a round’s answers, for who owns the round.' })
export class ScreeningModel {
  @Field(() => ID)
  readonly round!: string;

  @Field(() => [ScreenedSubmissionModel])
  readonly submissions!: readonly ScreenedSubmissionModel[];

  @Field(() => Int)
  readonly openFindingCount!: number;

  @Field(() => Boolean)
  readonly isPublished!: boolean;

  @Field(() => InstantScalar, { nullable: true })
  readonly publishedAt!: Instant | null;

  @Field(() => String, { nullable: true })
  readonly publishedBy!: string | null;

  @Field(() => Boolean, { description: 'Whether the round is closed, so that it could be published.' })
  readonly isClosed!: boolean;

  @Field(() => String, { description: 'Where the published answers are read.' })
  readonly publicPath!: string;
}

@ObjectType('ScreeningPayload')
export class ScreeningPayload {
  @Field(() => ScreeningModel, { nullable: true })
  readonly screening!: ScreeningModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

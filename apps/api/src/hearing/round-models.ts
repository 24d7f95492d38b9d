import type { Instant, LocalDate } from '@enig/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { InstantScalar, LocalDateScalar } from '../core/scalars';
import { BodyModel, PartyModel } from '../people/models';

@ObjectType('HeardFile')
export class HeardFileModel {
  @Field(() => String)
  readonly name!: string;

  @Field(() => ID)
  readonly sha256!: string;

  @Field(() => Int, { description: 'In bytes.' })
  readonly size!: number;

  @Field(() => String)
  readonly url!: string;
}

@ObjectType('HeardDocument', { description: 'Something of its own that is heard; it never changes.' })
export class HeardDocumentModel {
  @Field(() => ID, { description: 'Of its canonical JSON: what an answer is about.' })
  readonly sha256!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: 'Paragraphs are parted by an empty line.' })
  readonly text!: string;

  @Field(() => String)
  readonly easyRead!: string;

  @Field(() => [HeardFileModel])
  readonly files!: readonly HeardFileModel[];
}

@ObjectType('TimeAnswer', { description: 'More time where there is a day, otherwise a no.' })
export class TimeAnswerModel {
  @Field(() => LocalDateScalar, { nullable: true })
  readonly dueDate!: LocalDate | null;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => InstantScalar)
  readonly at!: Instant;

  @Field(() => String)
  readonly by!: string;
}

@ObjectType('TimeRequest', { description: 'A body that is asked wants more time.' })
export class TimeRequestModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => LocalDateScalar)
  readonly wanted!: LocalDate;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => InstantScalar)
  readonly at!: Instant;

  @Field(() => String)
  readonly by!: string;

  @Field(() => TimeAnswerModel, { nullable: true, description: 'Null while nobody has answered.' })
  readonly answer!: TimeAnswerModel | null;
}

@ObjectType('MayHear', { description: 'For whom the viewer may open a round, and whom they may ask.' })
export class MayHearModel {
  @Field(() => PartyModel, { nullable: true, description: 'Null: the secretariat.' })
  readonly owner!: PartyModel | null;

  @Field(() => Int)
  readonly minimumDays!: number;

  @Field(() => [BodyModel])
  readonly bodies!: readonly BodyModel[];

  @Field(() => Boolean, { description: 'Whether the texts can be frozen as they stand and heard.' })
  readonly mayFreeze!: boolean;

  @Field(() => Boolean, { description: 'Whether a version can be heard now.' })
  readonly mayHearVersion!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer sets the minimum of days.' })
  readonly maySetDays!: boolean;
}

@ObjectType('HearingDaysPayload')
export class HearingDaysPayload {
  @Field(() => Int, { nullable: true })
  readonly days!: number | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

import type { Outcome } from '@enig/approval';
import type { LocalDate } from '@enig/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDateScalar } from '../core/scalars';
import { Outcomes } from './enums';

@InputType()
export class RecordDecisionInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => ID, { nullable: true, description: 'Null for a body that belongs to no party.' })
  readonly party?: string | null;

  @Field(() => ID, { description: 'The body that decided.' })
  readonly body!: string;

  @Field(() => ID, { description: 'The hash of the text it had before it.' })
  readonly version!: string;

  @Field(() => Outcomes)
  readonly outcome!: Outcome;

  @Field(() => LocalDateScalar)
  readonly meetingDate!: LocalDate;

  @Field(() => String)
  readonly item!: string;

  @Field(() => String)
  readonly wording!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The remark, condition or ground; needed for all but a plain yes.',
  })
  readonly reason?: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly nextMeeting?: LocalDate | null;

  @Field(() => String, { nullable: true })
  readonly minutesLink?: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision that was seen and is now corrected or followed up.' })
  readonly supersedes?: string | null;
}

@InputType()
export class ConfirmDecisionInput {
  @Field(() => ID)
  readonly decision!: string;
}

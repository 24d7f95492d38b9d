import type { Outcome } from '@enig/approval';
import type { LocalDate } from '@enig/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDateScalar } from '../core/scalars';
import { OverrideKinds, Outcomes } from './enums';

@InputType()
export class MinutesFileInput {
  @Field(() => ID)
  readonly sha256!: string;

  @Field(() => String)
  readonly name!: string;
}

@InputType()
export class RecordDecisionInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => ID, { nullable: true, description: 'Null for a body that belongs to no party.' })
  readonly party?: string | null;

  @Field(() => ID, { description: 'The body that decided.' })
  readonly body!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The key of the step the body takes; needed for a body that takes several.',
  })
  readonly step?: string | null;

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

  @Field(() => String, { nullable: true, description: 'What a minority had put in the minutes.' })
  readonly minority?: string | null;

  @Field(() => String, { nullable: true })
  readonly minutesLink?: string | null;

  @Field(() => MinutesFileInput, {
    nullable: true,
    description: 'Minutes that were sent in as a file; not with a link.',
  })
  readonly minutesFile?: MinutesFileInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The approval of an earlier text that is repeated, by who has seen what changed since.',
  })
  readonly reaffirms?: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision that was seen and is now corrected or followed up.' })
  readonly supersedes?: string | null;
}

@InputType()
export class ConfirmDecisionInput {
  @Field(() => ID)
  readonly decision!: string;
}

@InputType()
export class OverrideStepInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => ID, { nullable: true, description: 'Null for a step that is taken once for all.' })
  readonly party?: string | null;

  @Field(() => String, { description: 'The key of the step.' })
  readonly step!: string;

  @Field(() => OverrideKinds)
  readonly kind!: 'skip' | 'replaceBody';

  @Field(() => ID, { nullable: true, description: 'The body that takes it instead; null where it is skipped.' })
  readonly taker?: string | null;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ConsentToOverrideInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => ID)
  readonly override!: string;
}

@InputType()
export class SetTwoPeopleInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => ID)
  readonly party!: string;

  @Field(() => Boolean)
  readonly twoPeople!: boolean;
}

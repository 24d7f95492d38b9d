import type { LocalDate } from '@enig/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDateScalar } from '../core/scalars';

@InputType()
export class FreezeForHearingInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => [ID])
  readonly councils!: readonly string[];

  @Field(() => LocalDateScalar)
  readonly dueDate!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Why the councils get less time than usual.' })
  readonly shortReason?: string | null;
}

@InputType()
export class ExtendRoundInput {
  @Field(() => ID)
  readonly round!: string;

  @Field(() => LocalDateScalar)
  readonly dueDate!: LocalDate;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RoundInput {
  @Field(() => ID)
  readonly round!: string;
}

@InputType()
export class ResponseInput {
  @Field(() => ID)
  readonly response!: string;
}

@InputType()
export class SubmitResponseInput {
  @Field(() => ID)
  readonly response!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How far the text had come when it was checked; a response that has come further is not sent.',
  })
  readonly seq?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The documents there were when it was checked; a response that has others is not sent.',
  })
  readonly files?: readonly string[] | null;
}

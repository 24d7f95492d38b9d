import type { LocalDate } from '@enig/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDateScalar } from '../core/scalars';

@InputType()
export class HeardFileInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => ID, { description: 'Of a file that the viewer has sent to /files/heard.' })
  readonly sha256!: string;
}

@InputType({ description: 'Something of its own that is heard. Paragraphs are parted by an empty line.' })
export class HeardDocumentInput {
  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => String)
  readonly easyRead!: string;

  @Field(() => [HeardFileInput])
  readonly files!: readonly HeardFileInput[];
}

@InputType()
export class OpenRoundInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => ID, { nullable: true, description: 'The party that hears its own bodies; null: the secretariat hears.' })
  readonly owner?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The version that is heard. Without it, and without a document, the texts are frozen as they stand.',
  })
  readonly version?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The focus areas that are heard; null: all, and the chapters.' })
  readonly sections?: readonly string[] | null;

  @Field(() => HeardDocumentInput, { nullable: true })
  readonly document?: HeardDocumentInput | null;

  @Field(() => [ID])
  readonly invited!: readonly string[];

  @Field(() => LocalDateScalar)
  readonly dueDate!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Why those asked get less time than the minimum.' })
  readonly shortReason?: string | null;
}

@InputType()
export class SetHearingDaysInput {
  @Field(() => ID)
  readonly region!: string;

  @Field(() => Int, { description: '1 to 365.' })
  readonly days!: number;
}

@InputType()
export class AskMoreTimeInput {
  @Field(() => ID)
  readonly response!: string;

  @Field(() => LocalDateScalar)
  readonly wanted!: LocalDate;

  @Field(() => String)
  readonly reason!: string;
}

@InputType({ description: 'More time where a day is given, otherwise a no.' })
export class AnswerMoreTimeInput {
  @Field(() => ID)
  readonly round!: string;

  @Field(() => ID)
  readonly request!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly dueDate?: LocalDate | null;

  @Field(() => String)
  readonly reason!: string;
}

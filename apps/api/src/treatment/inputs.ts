import type { TreatmentOutcome } from '@enig/hearing';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MemoFormats, TreatmentOutcomes } from './enums';

@InputType()
export class ChangeLinkInput {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => Int, { nullable: true, description: 'How far its text has come; left out: the next version shows it.' })
  readonly seq?: number | null;
}

@InputType()
export class TreatPointInput {
  @Field(() => ID)
  readonly point!: string;

  @Field(() => TreatmentOutcomes)
  readonly outcome!: TreatmentOutcome;

  @Field(() => String)
  readonly answer!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ChangeLinkInput, { nullable: true })
  readonly change?: ChangeLinkInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The treatment that stood when the answer was begun; null: there was none. Left out: nothing is asked.',
  })
  readonly seen?: string | null;
}

@InputType()
export class AnsweredPointInput {
  @Field(() => ID)
  readonly point!: string;

  @Field(() => ID, { nullable: true, description: 'As in TreatPointInput.' })
  readonly seen?: string | null;
}

@InputType()
export class TreatPointsInput {
  @Field(() => [AnsweredPointInput])
  readonly points!: readonly AnsweredPointInput[];

  @Field(() => TreatmentOutcomes)
  readonly outcome!: TreatmentOutcome;

  @Field(() => String)
  readonly answer!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ChangeLinkInput, { nullable: true })
  readonly change?: ChangeLinkInput | null;
}

@InputType()
export class SplitPointInput {
  @Field(() => ID)
  readonly point!: string;

  @Field(() => [Int], { nullable: true, description: 'Where the parts begin, in UTF-16 units of the excerpt.' })
  readonly at?: readonly number[] | null;

  @Field(() => [String], { nullable: true, description: 'For a file: what was copied out of it, one for each part.' })
  readonly quotes?: readonly string[] | null;
}

@InputType()
export class MergePointsInput {
  @Field(() => [ID])
  readonly points!: readonly string[];
}

@InputType()
export class MovePointInput {
  @Field(() => [ID])
  readonly points!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'Null: in general.' })
  readonly section?: string | null;
}

@InputType()
export class AssignPointInput {
  @Field(() => [ID])
  readonly points!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'Null: back to who looks after the focus area.' })
  readonly party?: string | null;
}

@InputType()
export class UndoPointChangeInput {
  @Field(() => ID)
  readonly round!: string;

  @Field(() => ID, { nullable: true, description: 'A change of points.' })
  readonly change?: string | null;

  @Field(() => ID, { nullable: true, description: 'Or an answer: what its treatments share.' })
  readonly answer?: string | null;
}

@InputType()
export class AskMemoInput {
  @Field(() => ID)
  readonly round!: string;

  @Field(() => MemoFormats)
  readonly format!: 'pdf' | 'docx';
}

@InputType()
export class AskUsedInput {
  @Field(() => ID)
  readonly response!: string;

  @Field(() => MemoFormats)
  readonly format!: 'pdf' | 'docx';
}

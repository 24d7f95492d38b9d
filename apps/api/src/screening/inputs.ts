import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class ReleaseFindingInput {
  @Field(() => ID)
  readonly submission!: string;

  @Field(() => ID)
  readonly finding!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RedactResponseInput {
  @Field(() => ID)
  readonly submission!: string;

  @Field(() => ID)
  readonly slot!: string;

  @Field(() => Int)
  readonly start!: number;

  @Field(() => Int)
  readonly end!: number;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class LiftRedactionInput {
  @Field(() => ID)
  readonly round!: string;

  @Field(() => ID)
  readonly redaction!: string;
}

@InputType()
export class SubmittedFileInput {
  @Field(() => ID)
  readonly submission!: string;

  @Field(() => ID)
  readonly sha256!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class PublishResponsesInput {
  @Field(() => ID)
  readonly round!: string;
}

@InputType()
export class UnpublishResponsesInput {
  @Field(() => ID)
  readonly round!: string;

  @Field(() => String)
  readonly reason!: string;
}

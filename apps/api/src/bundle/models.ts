import { Field, InputType, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Sha256 } from '@enig/kernel';

@ObjectType('LogHead', { description: 'Where an agreement’s log of acts ends, or ended.' })
export class LogHeadModel {
  @Field(() => String, { description: 'Stands for all acts up to this one. 64 hex digits.' })
  readonly hash!: Sha256;

  @Field(() => Int, { description: 'How many acts there are.' })
  readonly number!: number;
}

@InputType()
export class AskBundleInput {
  @Field(() => ID)
  readonly agreement!: string;
}

@ObjectType('AskBundlePayload')
export class AskBundlePayload {
  @Field(() => ID, { description: 'The job that makes the file.' })
  readonly job!: string;
}

import type { Instant } from '@enig/kernel';
import type { RichText } from '@enig/text';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { closed, InstantScalar, JsonScalar } from '../core/scalars';

/** What became of the words a comment is on. `unplaced`: its place was lost, and its words are kept (HE-53). */
export const COMMENT_STATES = ['same', 'moved', 'changed', 'removed', 'unplaced'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];
export const CommentStates = closed('CommentState', COMMENT_STATES);

@ObjectType('ConsistencyFinding', { description: 'Something that does not fit the rest of the agreement.' })
export class ConsistencyFindingModel {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String, { description: 'What does not fit, and what to do.' })
  readonly message!: string;

  @Field(() => [String], { description: 'The slot, as goals, an id, body.' })
  readonly path!: readonly string[];

  @Field(() => Int, { description: 'Within the plain text of the slot, in UTF-16 units.' })
  readonly start!: number;

  @Field(() => Int)
  readonly end!: number;

  @Field(() => String, { description: 'The words it is about; a long stretch is cut short.' })
  readonly words!: string;
}

@ObjectType('SectionConsistency')
export class SectionConsistencyModel {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => [ConsistencyFindingModel])
  readonly findings!: readonly ConsistencyFindingModel[];
}

@ObjectType('Consistency', {
  description: 'What does not fit in the agreement as it stands. It stands in nobody’s way.',
})
export class ConsistencyModel {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => Int)
  readonly count!: number;

  @Field(() => [SectionConsistencyModel], {
    description: 'In the order it is read; sections where all fits are left out.',
  })
  readonly sections!: readonly SectionConsistencyModel[];
}

@ObjectType('CommentOnVersion', { description: 'A comment a body sent, with what became of the words it is on.' })
export class CommentOnVersionModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'Who sent it.' })
  readonly body!: string;

  @Field(() => Int)
  readonly round!: number;

  @Field(() => Int, { description: 'The version it was written on.' })
  readonly versionNumber!: number;

  @Field(() => InstantScalar)
  readonly submittedAt!: Instant;

  @Field(() => Boolean, { description: 'Whether it was sent after the deadline.' })
  readonly late!: boolean;

  @Field(() => ID, { description: 'The section it was written on.' })
  readonly section!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: 'The words it was put on; empty where they are not known.' })
  readonly quote!: string;

  @Field(() => JsonScalar)
  readonly comment!: RichText;

  @Field(() => CommentStates)
  readonly state!: CommentState;

  @Field(() => ID, { nullable: true, description: 'The section the words stand in now; null where they are gone.' })
  readonly nowSection!: string | null;

  @Field(() => String, { nullable: true })
  readonly nowTitle!: string | null;

  @Field(() => [String], { nullable: true, description: 'The slot they stand in now.' })
  readonly nowPath!: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'What stands there now.' })
  readonly now!: string | null;
}

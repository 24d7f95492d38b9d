import type { Instant } from '@enig/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar } from '../core/scalars';

@ObjectType('AttributedRun', { description: 'Characters beside one another, by one person within ten minutes.' })
export class AttributedRunModel {
  @Field(() => String)
  readonly text!: string;

  @Field(() => Int, { description: 'Which paragraph, heading, cell or list item of the slot, counted from 0.' })
  readonly block!: number;

  @Field(() => String, { nullable: true, description: 'Who wrote it; null where the log does not say.' })
  readonly person!: string | null;

  @Field(() => String, { nullable: true, description: 'The body it was written for.' })
  readonly body!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Null where it has been erased when.' })
  readonly at!: Instant | null;
}

@ObjectType('AttributedSlot', { description: 'One piece of a text: a title, an intro, a field of a goal.' })
export class AttributedSlotModel {
  @Field(() => [String], { description: 'As [title], or [goals, its id, body].' })
  readonly path!: readonly string[];

  @Field(() => String, { description: 'What it is called, as "Mål 2, »Færre på venteliste«: kriterium".' })
  readonly label!: string;

  @Field(() => [AttributedRunModel])
  readonly runs!: readonly AttributedRunModel[];
}

@ObjectType('TextAttribution')
export class TextAttributionModel {
  @Field(() => ID, { description: 'The text.' })
  readonly text!: string;

  @Field(() => String, { description: 'What the text is called.' })
  readonly title!: string;

  @Field(() => String, { description: 'The page it is written on.' })
  readonly link!: string;

  @Field(() => [AttributedSlotModel], { description: 'In reading order; none where the text cannot be read.' })
  readonly slots!: readonly AttributedSlotModel[];

  @Field(() => Int, {
    nullable: true,
    description: 'How much of the log has been folded and its drafts erased; null where all of it is there.',
  })
  readonly erasedThrough!: number | null;
}

import type { Milestone } from '@enig/data';
import type { Instant } from '@enig/kernel';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { InstantScalar } from '../core/scalars';
import type { TextPlace } from './text-places';

@ObjectType('MilestoneSeen', { description: 'One of those who are told has said that they have seen it.' })
export class MilestoneSeenModel {
  @Field(() => String)
  readonly person!: string;

  @Field(() => String)
  readonly body!: string;

  @Field(() => String, { description: 'The seat it was done by.' })
  readonly capacity!: string;

  @Field(() => InstantScalar)
  readonly at!: Instant;
}

@ObjectType('MilestoneMay', { description: 'What the viewer may do now.' })
export class MilestoneMayModel {
  @Field(() => Boolean, { description: 'They are told of it, and nobody has seen it yet.' })
  readonly see!: boolean;

  @Field(() => Boolean)
  readonly putBack!: boolean;
}

@ObjectType('PieceBack', { description: 'A piece of a text that is missing and can be put back.' })
export class PieceBackModel {
  @Field(() => String, { description: 'What it is called, as "Mål 2, »Færre på venteliste«".' })
  readonly label!: string;

  @Field(() => String)
  readonly words!: string;
}

@ObjectType('NamedSection')
export class NamedSectionModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;
}

/** A text as it was. `milestone` and `place` are what its fields are read from. */
@ObjectType('TextMilestone', { description: 'A text as it was before somebody deleted most of it.' })
export class TextMilestoneModel {
  readonly milestone!: Milestone;
  readonly place!: TextPlace;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly text!: string;

  @Field(() => String, { description: 'What the text is called now.' })
  readonly title!: string;

  @Field(() => InstantScalar, { description: 'When most of it was deleted.' })
  readonly at!: Instant;

  @Field(() => String, { description: 'Who deleted it.' })
  readonly person!: string;

  @Field(() => String, { nullable: true, description: 'The body it was done for.' })
  readonly body!: string | null;

  @Field(() => String, { description: 'The whole of it as a sentence.' })
  readonly sentence!: string;

  @Field(() => MilestoneSeenModel, { nullable: true, description: 'Null while nobody has seen it.' })
  readonly seen!: MilestoneSeenModel | null;

  @Field(() => MilestoneMayModel)
  readonly may!: MilestoneMayModel;

  @Field(() => String, { nullable: true, description: 'Why nothing can be put back now, as a sentence.' })
  readonly closedBecause!: string | null;

  @Field(() => String, { description: 'The page the text is written on.' })
  readonly link!: string;
}

@ObjectType('MilestonePayload')
export class MilestonePayload {
  @Field(() => TextMilestoneModel, { nullable: true })
  readonly milestone!: TextMilestoneModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@InputType()
export class MilestoneInput {
  @Field(() => ID)
  readonly milestone!: string;
}

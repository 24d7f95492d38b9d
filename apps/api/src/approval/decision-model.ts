import type { Outcome } from '@enig/approval';
import type { Instant, LocalDate } from '@enig/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { InstantScalar, LocalDateScalar } from '../core/scalars';
import { BodyModel, PartyModel } from '../people/models';
import { Outcomes } from './enums';

@ObjectType('SupersededDecision', { description: 'What stood before a decision that corrected or followed it.' })
export class SupersededDecisionModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Outcomes)
  readonly outcome!: Outcome;

  @Field(() => LocalDateScalar)
  readonly meetingDate!: LocalDate;

  @Field(() => String)
  readonly item!: string;

  @Field(() => String, { description: 'Its receipt, as PDF.' })
  readonly receiptUrl!: string;

  @Field(() => Boolean, { description: 'It had effect while it stood; if not, nobody confirmed it.' })
  readonly counted!: boolean;
}

@ObjectType('Decision', { description: 'What a body decided about a text: a fact. A later one supersedes it.' })
export class DecisionModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => PartyModel, { nullable: true, description: 'Null for a body that belongs to none.' })
  readonly party!: PartyModel | null;

  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => String)
  readonly step!: string;

  @Field(() => Outcomes)
  readonly outcome!: Outcome;

  @Field(() => ID, { description: 'The hash of the text it is about.' })
  readonly version!: string;

  @Field(() => LocalDateScalar)
  readonly meetingDate!: LocalDate;

  @Field(() => String)
  readonly item!: string;

  @Field(() => String)
  readonly wording!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { description: 'What a minority had put in the minutes; may be empty.' })
  readonly minority!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly nextMeeting!: LocalDate | null;

  @Field(() => String, { nullable: true })
  readonly minutesLink!: string | null;

  @Field(() => String, { nullable: true, description: 'What the minutes are called, where they are a file here.' })
  readonly minutesName!: string | null;

  @Field(() => String, { nullable: true, description: 'Where that file is fetched; null for who may not.' })
  readonly minutesUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'The SHA-256 of that file.' })
  readonly minutesSha256!: string | null;

  @Field(() => Boolean, {
    description: 'Only the party’s own people, and who recorded it, may fetch that file: it may hold personal numbers.',
  })
  readonly minutesHeldBack!: boolean;

  @Field(() => String, { description: 'Its receipt, as PDF.' })
  readonly receiptUrl!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The decision on an earlier text that was approved again in one step.',
  })
  readonly reaffirms!: string | null;

  @Field(() => Boolean, { description: 'The party had chosen that a second of its people confirms it.' })
  readonly needsSecond!: boolean;

  @Field(() => InstantScalar)
  readonly recordedAt!: Instant;

  @Field(() => String)
  readonly recordedBy!: string;

  @Field(() => String)
  readonly capacity!: string;

  @Field(() => Boolean, {
    description:
      'Recorded by the party’s or the body’s own people; if not, it counts once one of the party’s confirms it.',
  })
  readonly isOwn!: boolean;

  @Field(() => String, { nullable: true })
  readonly confirmedBy!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  readonly confirmedAt!: Instant | null;

  @Field(() => ID, { nullable: true })
  readonly supersedes!: string | null;

  @Field(() => [SupersededDecisionModel], { description: 'What it corrects or follows, the latest first.' })
  readonly superseded!: readonly SupersededDecisionModel[];

  @Field(() => Boolean, {
    description: 'Nobody confirmed it, and nobody can any more: the agreement was concluded without it.',
  })
  readonly fellAway!: boolean;

  @Field(() => Boolean, { description: 'It is about a text that is no longer put to the parties.' })
  readonly lapsed!: boolean;
}

import type { Instant, LocalDate } from '@enig/kernel';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { closed, InstantScalar, LocalDateScalar } from '../core/scalars';
import { MemoFormats } from '../treatment/enums';
import { YEAR_EVENT_KINDS, type YearEventKind } from './year-sources';

export const YearEventKinds = closed('YearEventKind', YEAR_EVENT_KINDS);

@ObjectType('BoardMeeting', { description: 'When the council of a party that is missing meets next.' })
export class BoardMeetingModel {
  @Field(() => ID)
  readonly party!: string;

  @Field(() => LocalDateScalar)
  readonly on!: LocalDate;

  @Field(() => Boolean, { description: 'On the last day or before it.' })
  readonly isInTime!: boolean;
}

@ObjectType('AgreementGlance', {
  description: 'How far an agreement is that is put to its parties; nothing is asked of whoever reads it.',
})
export class AgreementGlanceModel {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'What it must not be taken for.' })
  readonly label!: string | null;

  @Field(() => [String], {
    description: 'How each council stands that the viewer sits in and records nothing for, with the day.',
  })
  readonly own!: readonly string[];

  @Field(() => String, { description: 'How many have approved, and who is missing.' })
  readonly sentence!: string;

  @Field(() => String, { description: 'What is new in the text.' })
  readonly news!: string;

  @Field(() => String, { description: 'The page for politicians, for their party where they have one.' })
  readonly link!: string;
}

@ObjectType('YearEvent', { description: 'A day worth knowing of.' })
export class YearEventModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => YearEventKinds)
  readonly kind!: YearEventKind;

  @Field(() => LocalDateScalar)
  readonly on!: LocalDate;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: 'The page it is about.' })
  readonly path!: string;

  @Field(() => Boolean)
  readonly isPast!: boolean;
}

@ObjectType('Year', { description: 'The days of a year (årshjul), as the viewer may know them.' })
export class YearModel {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => LocalDateScalar)
  readonly today!: LocalDate;

  @Field(() => String, { description: 'What they come to, in a sentence or two.' })
  readonly sentence!: string;

  @Field(() => [YearEventModel], { description: 'First to last.' })
  readonly events!: readonly YearEventModel[];
}

@ObjectType('CalendarFeed', { description: 'The viewer’s own calendar, which programs fetch.' })
export class CalendarFeedModel {
  @Field(() => InstantScalar, { nullable: true, description: 'Null where there is none.' })
  readonly madeAt!: Instant | null;

  @Field(() => String, { nullable: true, description: 'Only told when it is made: it is kept nowhere.' })
  readonly address!: string | null;
}

@InputType()
export class AskOnePageInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => ID, { nullable: true, description: 'The party it is for; left out: for all.' })
  readonly party?: string | null;

  @Field(() => MemoFormats)
  readonly format!: 'pdf' | 'docx';
}

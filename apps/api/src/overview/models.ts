import type { BodyMeeting } from '@enig/data';
import type { MeetsInTime, Progress } from '@enig/hearing';
import { MEETS_IN_TIME, PROGRESS } from '@enig/hearing';
import type { Instant, LocalDate } from '@enig/kernel';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { closed, InstantScalar, LocalDateScalar } from '../core/scalars';
import { HearingRoundModel } from '../hearing/models';
import { BodyModel } from '../people/models';

export const ProgressEnum = closed('Progress', [...PROGRESS]);
export const MeetsInTimeEnum = closed('MeetsInTime', [...MEETS_IN_TIME]);

@ObjectType('BodyMeeting', { description: 'A day a body meets.' })
export class BodyMeetingModel implements Pick<BodyMeeting, 'heldOn'> {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly heldOn!: LocalDate;
}

@ObjectType('BodyMeetings', { description: 'The days a body that is asked meets, and whether that is in time.' })
export class BodyMeetingsModel {
  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => [BodyMeetingModel], { description: 'The first first.' })
  readonly meetings!: readonly BodyMeetingModel[];

  @Field(() => MeetsInTimeEnum, { description: 'Whether it meets between the opening of the round and its deadline.' })
  readonly meets!: MeetsInTime;

  @Field(() => Boolean, { description: 'Whether the viewer may enter and remove its meetings.' })
  readonly mayEnter!: boolean;
}

@ObjectType('MoreTimeAsked', { description: 'A body asked for more time, and what it was answered.' })
export class MoreTimeAskedModel {
  @Field(() => LocalDateScalar)
  readonly wanted!: LocalDate;

  @Field(() => Boolean)
  readonly isAnswered!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The deadline it was given; null: none, or none yet.' })
  readonly given!: LocalDate | null;
}

/** How far a body has come; what it writes is its own. */
@ObjectType('OverviewRow', { description: 'How far a body has come. What it drafts is not in here, nor how much.' })
export class OverviewRowModel {
  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => ProgressEnum)
  readonly progress!: Progress;

  @Field(() => InstantScalar, { nullable: true, description: 'When somebody of it first opened the material.' })
  readonly openedAt!: Instant | null;

  @Field(() => Boolean)
  readonly hasBegun!: boolean;

  @Field(() => InstantScalar, { nullable: true })
  readonly sentAt!: Instant | null;

  @Field(() => Boolean)
  readonly isLate!: boolean;

  @Field(() => MoreTimeAskedModel, { nullable: true })
  readonly moreTime!: MoreTimeAskedModel | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly nextMeeting!: LocalDate | null;

  @Field(() => BodyMeetingsModel)
  readonly meetings!: BodyMeetingsModel;
}

@ObjectType('OverviewCount')
export class OverviewCountModel {
  @Field(() => ProgressEnum)
  readonly progress!: Progress;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('Reminder', { description: 'One reminder to those who have not answered.' })
export class ReminderModel {
  @Field(() => Int)
  readonly daysBefore!: number;

  @Field(() => InstantScalar)
  readonly at!: Instant;
}

@ObjectType('RoundOverview', { description: 'How far those who are asked have come, for whoever hears.' })
export class RoundOverviewModel {
  @Field(() => [OverviewRowModel])
  readonly rows!: readonly OverviewRowModel[];

  @Field(() => [OverviewCountModel], { description: 'The furthest first; every way to stand, also where nobody does.' })
  readonly counts!: readonly OverviewCountModel[];

  @Field(() => String, { description: 'What the counts come to, in one sentence.' })
  readonly sentence!: string;

  @Field(() => [Int], { description: 'Days before the deadline; empty where nobody is reminded.' })
  readonly reminderDays!: readonly number[];

  @Field(() => [ReminderModel], { description: 'Those that lie ahead.' })
  readonly reminders!: readonly ReminderModel[];

  @Field(() => String, { description: 'The table as a file. With `?only=missing` only those who have not answered.' })
  readonly csvUrl!: string;
}

@InputType()
export class AddMeetingInput {
  @Field(() => ID, { description: 'A round the body is asked in.' })
  readonly round!: string;

  @Field(() => ID)
  readonly body!: string;

  @Field(() => LocalDateScalar)
  readonly heldOn!: LocalDate;
}

@InputType()
export class RemoveMeetingInput {
  @Field(() => ID, { description: 'A round the body is asked in.' })
  readonly round!: string;

  @Field(() => ID)
  readonly meeting!: string;
}

@InputType()
export class PlanRemindersInput {
  @Field(() => ID)
  readonly round!: string;

  @Field(() => [Int], { description: 'Days before the deadline.' })
  readonly days!: readonly number[];
}

@ObjectType('MeetingsPayload')
export class MeetingsPayload {
  @Field(() => BodyMeetingsModel, { nullable: true })
  readonly meetings!: BodyMeetingsModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@ObjectType('PlanRemindersPayload')
export class PlanRemindersPayload {
  @Field(() => HearingRoundModel, { nullable: true })
  readonly round!: HearingRoundModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

import { REACH_REASONS, REACHES, type Reach, type ReachReason, type StepRole } from '@enig/approval';
import type { LocalDate } from '@enig/kernel';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { StepRoles } from '../approval/enums';
import { RefusalModel } from '../core/refusal';
import { closed, LocalDateScalar } from '../core/scalars';
import { BodyModel, PartyModel } from '../people/models';

export const Reaches = closed('Reach', [...REACHES]);
export const ReachReasons = closed('ReachReason', [...REACH_REASONS]);
/** What a party can add to its own. */
export const CommitteeKinds = closed('CommitteeKind', ['committee', 'financeCommittee']);

@ObjectType('ChainStep', { description: 'A step of a template, and where it stands in its picture.' })
export class ChainStepModel {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => StepRoles)
  readonly role!: StepRole;

  @Field(() => String, { description: 'Who takes it, in words.' })
  readonly who!: string;

  @Field(() => Boolean)
  readonly perParty!: boolean;

  @Field(() => Boolean, { description: 'What comes later waits for it.' })
  readonly mandatory!: boolean;

  @Field(() => Boolean, { description: 'Who takes it is only told what the parties decided; nothing is recorded.' })
  readonly isTold!: boolean;

  @Field(() => String, { description: 'Why it exists.' })
  readonly ground!: string;

  @Field(() => [String], { description: 'The keys of the steps it comes after.' })
  readonly after!: readonly string[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it should be taken by; of an agreement only.' })
  readonly dueOn!: LocalDate | null;

  @Field(() => Int, { description: 'From the left, from 1.' })
  readonly column!: number;

  @Field(() => Int, { description: 'From the top, from 1.' })
  readonly row!: number;
}

@ObjectType('ChainTemplate', { description: 'One version of a way to a decision.' })
export class ChainTemplateModel {
  @Field(() => String)
  readonly key!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: 'What its picture comes to.' })
  readonly sentence!: string;

  @Field(() => [ChainStepModel], { description: 'In their order.' })
  readonly steps!: readonly ChainStepModel[];

  @Field(() => RefusalModel, { nullable: true, description: 'Why it cannot be chosen there.' })
  readonly refused!: RefusalModel | null;
}

@ObjectType('CalendarMeeting')
export class CalendarMeetingModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly heldOn!: LocalDate;
}

@ObjectType('BodyCalendar', { description: 'The days a body meets, the first first.' })
export class BodyCalendarModel {
  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => [CalendarMeetingModel])
  readonly meetings!: readonly CalendarMeetingModel[];

  @Field(() => Boolean)
  readonly mayEnter!: boolean;
}

@ObjectType('WayStep', { description: 'A step of a party’s own way.' })
export class WayStepModel {
  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => [ID], { description: 'The bodies of the steps it comes after.' })
  readonly after!: readonly string[];

  @Field(() => Boolean)
  readonly mandatory!: boolean;
}

@ObjectType('PartyWay', { description: 'How a party comes to its decisions, from now on.' })
export class PartyWayModel {
  @Field(() => PartyModel)
  readonly party!: PartyModel;

  @Field(() => ID, { nullable: true, description: 'Another each time it is set; null where it never was.' })
  readonly setting!: string | null;

  @Field(() => String)
  readonly sentence!: string;

  @Field(() => [WayStepModel], { description: 'None: it goes the way of the agreement’s chain.' })
  readonly steps!: readonly WayStepModel[];

  @Field(() => [BodyModel], { description: 'Those that can be on its way, by name.' })
  readonly bodies!: readonly BodyModel[];

  @Field(() => BodyModel, { description: 'Its council, which decides.' })
  readonly council!: BodyModel;

  @Field(() => [BodyCalendarModel], { description: 'The council’s first.' })
  readonly calendars!: readonly BodyCalendarModel[];

  @Field(() => Boolean)
  readonly maySet!: boolean;
}

@ObjectType('PartyForecast', { description: 'Whether a party can approve by the deadline, from facts alone.' })
export class PartyForecastModel {
  @Field(() => PartyModel)
  readonly party!: PartyModel;

  @Field(() => Reaches)
  readonly reach!: Reach;

  @Field(() => ReachReasons, { nullable: true })
  readonly because!: ReachReason | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly decidesOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly lastChance!: LocalDate | null;

  @Field(() => LocalDateScalar)
  readonly since!: LocalDate;

  @Field(() => Boolean, { description: 'The viewer enters its committees or meeting dates.' })
  readonly mayEnter!: boolean;
}

@ObjectType('WayPayload')
export class WayPayload {
  @Field(() => PartyWayModel, { nullable: true })
  readonly way!: PartyWayModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@ObjectType('CalendarPayload')
export class CalendarPayload {
  @Field(() => BodyCalendarModel, { nullable: true })
  readonly calendar!: BodyCalendarModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@InputType()
export class WayStepInput {
  @Field(() => ID)
  readonly body!: string;

  @Field(() => [ID], { description: 'The bodies of the steps it comes after.' })
  readonly after!: readonly string[];

  @Field(() => Boolean)
  readonly mandatory!: boolean;
}

@InputType()
export class SetWayInput {
  @Field(() => ID)
  readonly party!: string;

  @Field(() => ID, { nullable: true, description: 'What it was when it was read (`PartyWay.setting`).' })
  readonly seen!: string | null;

  @Field(() => [WayStepInput], { description: 'None: the way of the agreement’s chain again.' })
  readonly steps!: readonly WayStepInput[];
}

@InputType()
export class AddCommitteeInput {
  @Field(() => ID)
  readonly party!: string;

  @Field(() => CommitteeKinds)
  readonly kind!: 'committee' | 'financeCommittee';

  @Field(() => String)
  readonly name!: string;
}

@InputType()
export class EnterMeetingsInput {
  @Field(() => ID)
  readonly body!: string;

  @Field(() => [LocalDateScalar])
  readonly days!: readonly LocalDate[];
}

@InputType()
export class TakeMeetingBackInput {
  @Field(() => ID)
  readonly meeting!: string;
}

import type { Outcome, PartyStanding, StepRole } from '@enig/approval';
import type { ApprovalView } from '@enig/data';
import type { Instant, LocalDate } from '@enig/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { InstantScalar, LocalDateScalar } from '../core/scalars';
import { BodyModel, PartyModel } from '../people/models';
import { Outcomes, PartyStandings, StepRoles } from './enums';

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

  @Field(() => LocalDateScalar, { nullable: true })
  readonly nextMeeting!: LocalDate | null;

  @Field(() => String, { nullable: true })
  readonly minutesLink!: string | null;

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

  @Field(() => Boolean, { description: 'It is about a text that is no longer put to the parties.' })
  readonly lapsed!: boolean;
}

@ObjectType('BoardStep')
export class BoardStepModel {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Int)
  readonly order!: number;

  @Field(() => StepRoles)
  readonly role!: StepRole;

  @Field(() => Boolean, { description: 'Every party takes it for itself; if not, it is taken once for all.' })
  readonly perParty!: boolean;

  @Field(() => String, { description: 'Why the step exists.' })
  readonly ground!: string;
}

@ObjectType('SharedStep', { description: 'A step that a body takes once for all. It binds no party.' })
export class SharedStepModel {
  @Field(() => String)
  readonly step!: string;

  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => DecisionModel, { nullable: true })
  readonly decision!: DecisionModel | null;

  @Field(() => Boolean)
  readonly mayRecord!: boolean;
}

@ObjectType('BoardCell')
export class BoardCellModel {
  @Field(() => String)
  readonly step!: string;

  @Field(() => DecisionModel, { nullable: true })
  readonly decision!: DecisionModel | null;
}

@ObjectType('BoardRow')
export class BoardRowModel {
  @Field(() => PartyModel)
  readonly party!: PartyModel;

  @Field(() => PartyStandings)
  readonly standing!: PartyStanding;

  @Field(() => [BoardCellModel], { description: 'One for each step taken per party, in the order of the steps.' })
  readonly cells!: readonly BoardCellModel[];

  @Field(() => DecisionModel, {
    nullable: true,
    description: 'The one that waits to be confirmed, else the one that counts.',
  })
  readonly decision!: DecisionModel | null;

  @Field(() => Boolean)
  readonly mayRecord!: boolean;

  @Field(() => Boolean)
  readonly mayConfirm!: boolean;

  @Field(() => DecisionModel, {
    nullable: true,
    description: 'The decision the viewer is asked to confirm, of whatever body; the oldest where there are more.',
  })
  readonly toConfirm!: DecisionModel | null;

  @Field(() => [BodyModel], { description: 'The bodies a decision can be recorded of; none for who may not record.' })
  readonly recordBodies!: readonly BodyModel[];
}

/** The board of an agreement: parties × steps. `approval` is what its fields are read from. */
@ObjectType('Board')
export class BoardModel {
  readonly approval!: ApprovalView;

  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => [BoardStepModel])
  readonly steps!: readonly BoardStepModel[];

  @Field(() => [SharedStepModel], { description: 'What is taken once for all, in the order of the steps.' })
  readonly shared!: readonly SharedStepModel[];

  @Field(() => [BoardRowModel], { description: 'By name, the region last.' })
  readonly rows!: readonly BoardRowModel[];

  @Field(() => Int)
  readonly approvedCount!: number;

  @Field(() => Int)
  readonly partyCount!: number;

  @Field(() => [PartyModel])
  readonly missing!: readonly PartyModel[];

  @Field(() => Boolean)
  readonly isConcluded!: boolean;

  @Field(() => String, { description: 'How far it has come, as a colleague would say it.' })
  readonly sentence!: string;
}

@ObjectType('DecisionPayload')
export class DecisionPayload {
  @Field(() => DecisionModel, { nullable: true })
  readonly decision!: DecisionModel | null;

  @Field(() => BoardModel, { nullable: true })
  readonly board!: BoardModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

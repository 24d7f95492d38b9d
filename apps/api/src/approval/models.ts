import type { ChainState, Exit, StepRole } from '@enig/approval';
import type { ApprovalView } from '@enig/data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { BodyModel, PartyModel } from '../people/models';
import { BoardRowModel } from './board-row-model';
import { DecisionModel } from './decision-model';
import { ChainStates, Exits, StepRoles } from './enums';

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

  @Field(() => String)
  readonly name!: string;

  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => DecisionModel, { nullable: true })
  readonly decision!: DecisionModel | null;

  @Field(() => Boolean, { description: 'The body is only told what the parties decided; nothing is recorded.' })
  readonly isTold!: boolean;

  @Field(() => Boolean)
  readonly mayRecord!: boolean;

  @Field(() => [BodyModel], { description: 'As of a RecordPlace; none for who may not record.' })
  readonly waitingFor!: readonly BodyModel[];
}

@ObjectType('BoardBlock', { description: 'A party the chain stands still for.' })
export class BoardBlockModel {
  @Field(() => PartyModel)
  readonly party!: PartyModel;

  @Field(() => [Exits], { description: 'The ways on.' })
  readonly exits!: readonly Exit[];

  @Field(() => String, { description: 'What it decided, why, and what comes next, in words.' })
  readonly sentence!: string;
}

@ObjectType('BoardVacancy', { description: 'A party whose council is gone and has not approved.' })
export class BoardVacancyModel {
  @Field(() => PartyModel)
  readonly party!: PartyModel;

  @Field(() => String, { description: 'The key of the step in which it decides.' })
  readonly step!: string;

  @Field(() => BodyModel)
  readonly council!: BodyModel;

  @Field(() => [BodyModel], { description: 'The councils that could decide in its place, by name.' })
  readonly takers!: readonly BodyModel[];

  @Field(() => String, { description: 'What is the matter, and the ways on, in words.' })
  readonly sentence!: string;
}

@ObjectType('StepOverride', { description: 'A step that is taken otherwise once another person has agreed.' })
export class StepOverrideModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'Whose step it is, how it is taken, and why, in words.' })
  readonly sentence!: string;

  @Field(() => String)
  readonly askedBy!: string;

  @Field(() => String, { nullable: true, description: 'Null while nobody has agreed: until then it has no effect.' })
  readonly agreedBy!: string | null;

  @Field(() => Boolean, { description: 'Nobody agreed, and the step has been taken since: nobody is asked any more.' })
  readonly isOvertaken!: boolean;

  @Field(() => Boolean)
  readonly mayAgree!: boolean;
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

  @Field(() => [String], { description: 'What people call those who are missing, in Danish order.' })
  readonly missingNames!: readonly string[];

  @Field(() => ChainStates)
  readonly state!: ChainState['state'];

  @Field(() => [BoardBlockModel], { description: 'Whom it stands still for, and the ways on; empty unless blocked.' })
  readonly blocks!: readonly BoardBlockModel[];

  @Field(() => [BoardVacancyModel])
  readonly vacancies!: readonly BoardVacancyModel[];

  @Field(() => [StepOverrideModel])
  readonly overrides!: readonly StepOverrideModel[];

  @Field(() => Boolean, { description: 'The viewer may ask that a step is taken otherwise.' })
  readonly mayOverride!: boolean;

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

import type { PartyStanding, StepRole } from '@enig/approval';
import { Field, ObjectType } from '@nestjs/graphql';
import { BodyModel, PartyModel } from '../people/models';
import { DecisionModel } from './decision-model';
import { PartyStandings, StepRoles } from './enums';

@ObjectType('RecordPlace', { description: 'A step and the body whose decision in it can be recorded.' })
export class RecordPlaceModel {
  @Field(() => String)
  readonly step!: string;

  @Field(() => String, { description: 'What the step is called.' })
  readonly name!: string;

  @Field(() => StepRoles)
  readonly role!: StepRole;

  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => [BodyModel], {
    description: 'Bodies of earlier steps that must have their say before one is recorded here (AP-3).',
  })
  readonly waitingFor!: readonly BodyModel[];
}

/** What stands of a body, a step or a party: what counts, and what may come to. */
@ObjectType({ isAbstract: true })
abstract class StandingDecisions {
  @Field(() => DecisionModel, { nullable: true, description: 'The one that counts.' })
  readonly decision!: DecisionModel | null;

  @Field(() => DecisionModel, {
    nullable: true,
    description: 'What was recorded last, where it does not count: it waits to be confirmed, or has fallen away.',
  })
  readonly unconfirmed!: DecisionModel | null;
}

@ObjectType('BoardPlace', { description: 'A body that takes a step, and what it came to.' })
export class BoardPlaceModel extends StandingDecisions {
  @Field(() => BodyModel)
  readonly body!: BodyModel;
}

@ObjectType('BoardCell')
export class BoardCellModel extends StandingDecisions {
  @Field(() => String, { description: 'The key of a step of the chain, or of one of the party’s own way.' })
  readonly step!: string;

  @Field(() => [BoardPlaceModel], { description: 'Each body that takes it; of several in parallel each its own.' })
  readonly places!: readonly BoardPlaceModel[];
}

@ObjectType('BoardRow', { description: 'A party; its decision is its council’s.' })
export class BoardRowModel extends StandingDecisions {
  @Field(() => PartyModel)
  readonly party!: PartyModel;

  @Field(() => PartyStandings)
  readonly standing!: PartyStanding;

  @Field(() => [BoardCellModel], { description: 'One for each step taken per party, in the order of the steps.' })
  readonly cells!: readonly BoardCellModel[];

  @Field(() => Boolean)
  readonly mayRecord!: boolean;

  @Field(() => Boolean, { description: 'What the viewer records counts once one of the party’s own confirms it.' })
  readonly entersOnly!: boolean;

  @Field(() => Boolean)
  readonly mayConfirm!: boolean;

  @Field(() => DecisionModel, {
    nullable: true,
    description: 'The decision the viewer is asked to confirm, of whatever body; the oldest where there are more.',
  })
  readonly toConfirm!: DecisionModel | null;

  @Field(() => DecisionModel, {
    nullable: true,
    description: 'Its council’s approval of an earlier text, where that can be approved again in one step.',
  })
  readonly earlier!: DecisionModel | null;

  @Field(() => Boolean)
  readonly mayReaffirm!: boolean;

  @Field(() => Boolean, { description: 'A second of its people confirms what the first records about this text.' })
  readonly twoPeople!: boolean;

  @Field(() => Boolean, { description: 'And so it is for the texts to come: what it has chosen last.' })
  readonly twoPeopleNext!: boolean;

  @Field(() => Boolean, { description: 'The viewer is one of the party’s own, who choose that.' })
  readonly isOwn!: boolean;

  @Field(() => [RecordPlaceModel], {
    description:
      'Where a decision can be recorded, the one that binds last; none for who may not record. After the conclusion only where one stands.',
  })
  readonly recordPlaces!: readonly RecordPlaceModel[];
}

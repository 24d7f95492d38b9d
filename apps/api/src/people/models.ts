import { addedKinds, bodyKinds, seatKinds, type BodyKind, type SeatKind } from '@enig/access';
import type { LocalDate } from '@enig/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { closed, LocalDateScalar } from '../core/scalars';

export const BodyKinds = closed('BodyKind', bodyKinds);
/** What can be set up by hand to be heard. */
export const AddedKinds = closed('HeardBodyKind', addedKinds);
export const SeatKinds = closed('SeatKind', seatKinds);
export const PartyKinds = closed('PartyKind', ['municipality', 'region']);

@ObjectType('Party')
export class PartyModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => PartyKinds)
  readonly kind!: 'municipality' | 'region';
}

@ObjectType('Body')
export class BodyModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => BodyKinds)
  readonly kind!: BodyKind;

  @Field(() => String)
  readonly name!: string;

  @Field(() => PartyModel, { nullable: true })
  readonly party!: PartyModel | null;
}

@ObjectType('Seat')
export class SeatModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => SeatKinds)
  readonly kind!: SeatKind;

  @Field(() => String)
  readonly label!: string;

  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly to!: LocalDate | null;
}

@ObjectType('Person')
export class PersonModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Only for the person and those who manage people.' })
  readonly email!: string | null;

  @Field(() => [SeatModel])
  readonly seats!: readonly SeatModel[];
}

@ObjectType('Region')
export class RegionModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDateScalar, { description: 'Its first day.' })
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; null for one that lasts.' })
  readonly until!: LocalDate | null;

  /** The id of the region that takes over. */
  readonly followedBy!: string | null;
}

@ObjectType('Viewer')
export class ViewerModel {
  @Field(() => PersonModel)
  readonly person!: PersonModel;

  @Field(() => [SeatModel])
  readonly seats!: readonly SeatModel[];

  @Field(() => String)
  readonly locale!: string;

  @Field(() => Boolean, { description: 'Whether there is a region whose people and agreements the viewer sets up.' })
  readonly mayManage!: boolean;
}

@ObjectType('PersonPayload')
export class PersonPayload {
  @Field(() => PersonModel, { nullable: true })
  readonly person!: PersonModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@ObjectType('BodyPayload')
export class BodyPayload {
  @Field(() => BodyModel, { nullable: true })
  readonly body!: BodyModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

import type { addedKinds, SeatKind } from '@enig/access';
import type { LocalDate } from '@enig/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDateScalar } from '../core/scalars';
import { AddedKinds, SeatKinds } from './models';

@InputType()
export class AddPersonInput {
  @Field(() => ID)
  readonly region!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly email!: string;
}

@InputType()
export class AddHeardBodyInput {
  @Field(() => ID)
  readonly region!: string;

  @Field(() => AddedKinds)
  readonly kind!: (typeof addedKinds)[number];

  @Field(() => String)
  readonly name!: string;

  @Field(() => ID, { nullable: true, description: 'The party it belongs to; null: the whole region.' })
  readonly party?: string | null;
}

@InputType()
export class GrantSeatInput {
  @Field(() => ID)
  readonly person!: string;

  @Field(() => ID)
  readonly body!: string;

  @Field(() => SeatKinds)
  readonly kind!: SeatKind;

  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly to?: LocalDate | null;
}

@InputType()
export class EndSeatInput {
  @Field(() => ID)
  readonly seat!: string;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;
}

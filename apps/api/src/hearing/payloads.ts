import { Field, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { VersionModel } from '../versions/models';
import { HearingResponseModel, HearingRoundModel } from './models';

@ObjectType('FreezePayload', { description: 'The version, and the round that was opened on it.' })
export class FreezePayload {
  @Field(() => VersionModel, { nullable: true })
  readonly version!: VersionModel | null;

  @Field(() => HearingRoundModel, { nullable: true })
  readonly round!: HearingRoundModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@ObjectType('RoundPayload')
export class RoundPayload {
  @Field(() => HearingRoundModel, { nullable: true })
  readonly round!: HearingRoundModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@ObjectType('ResponsePayload')
export class ResponsePayload {
  @Field(() => HearingResponseModel, { nullable: true })
  readonly response!: HearingResponseModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

import { Field, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { VersionModel } from '../versions/models';
import { BoardModel } from './models';

@ObjectType('ChangedSince', { description: 'What has changed since a party approved.' })
export class ChangedSinceModel {
  @Field(() => VersionModel, { description: 'The text its council approved.' })
  readonly before!: VersionModel;

  @Field(() => VersionModel, { description: 'The text that is put to the parties now.' })
  readonly after!: VersionModel;

  @Field(() => Boolean, { description: 'Whether both say the same, and only the number of the version is new.' })
  readonly isSame!: boolean;

  @Field(() => [String], { description: 'In plain words; word by word it is `versionDiff`.' })
  readonly sentences!: readonly string[];
}

@ObjectType('BoardPayload')
export class BoardPayload {
  @Field(() => BoardModel, { nullable: true })
  readonly board!: BoardModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

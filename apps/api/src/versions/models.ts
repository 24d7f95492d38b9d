import type { PartKind, SectionKind, VersionAct } from '@enig/agreement';
import type { VersionView } from '@enig/data';
import type { Instant, LocalDate } from '@enig/kernel';
import type { TextJson } from '@enig/text';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DiffChanges, DiffOps, PartKinds, SectionKinds, VersionActs } from '../agreement/enums';
import { InstantScalar, JsonScalar, LocalDateScalar } from '../core/scalars';
import { PartyModel } from '../people/models';

/** A frozen version. `version` is what its fields are read from. */
@ObjectType('Version')
export class VersionModel {
  readonly version!: VersionView;

  @Field(() => ID)
  readonly hash!: string;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => VersionActs)
  readonly act!: VersionAct;

  @Field(() => InstantScalar)
  readonly createdAt!: Instant;

  @Field(() => String, { description: 'The exact bytes whose SHA-256 is the hash.' })
  readonly manifestUrl!: string;

  @Field(() => LocalDateScalar)
  readonly periodFrom!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly periodTo!: LocalDate;

  @Field(() => [PartyModel])
  readonly parties!: readonly PartyModel[];
}

@ObjectType('VersionSection')
export class VersionSectionModel {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => SectionKinds)
  readonly kind!: SectionKind;

  @Field(() => Int, { nullable: true })
  readonly number!: number | null;

  @Field(() => String)
  readonly title!: string;

  @Field(() => PartKinds)
  readonly part!: PartKind;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => JsonScalar)
  readonly content!: TextJson;

  @Field(() => JsonScalar, { nullable: true })
  readonly easyRead!: TextJson | null;

  @Field(() => String, { description: 'The exact bytes whose SHA-256 is in the manifest.' })
  readonly url!: string;
}

@ObjectType('DiffWord')
export class DiffWordModel {
  @Field(() => DiffOps)
  readonly op!: 'same' | 'added' | 'removed';

  @Field(() => String)
  readonly text!: string;
}

@ObjectType('SlotChange')
export class SlotChangeModel {
  @Field(() => String)
  readonly label!: string;

  @Field(() => DiffChanges)
  readonly change!: 'added' | 'removed' | 'changed';

  @Field(() => [DiffWordModel])
  readonly words!: readonly DiffWordModel[];
}

@ObjectType('SectionDiff')
export class SectionDiffModel {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => DiffChanges)
  readonly change!: 'added' | 'removed' | 'changed';

  @Field(() => [SlotChangeModel])
  readonly slots!: readonly SlotChangeModel[];
}

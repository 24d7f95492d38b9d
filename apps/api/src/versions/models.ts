import type { AnnexDifference, PartKind, SectionKind, VersionAct } from '@enig/agreement';
import type { VersionView } from '@enig/data';
import type { Instant, LocalDate } from '@enig/kernel';
import type { TextJson } from '@enig/text';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AnnexModel } from '../agreement/models';
import { AnnexDifferences, DiffChanges, DiffOps, PartKinds, SectionKinds, VersionActs } from '../agreement/enums';
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

@ObjectType('TitleChange')
export class TitleChangeModel {
  @Field(() => String)
  readonly before!: string;

  @Field(() => String)
  readonly after!: string;

  @Field(() => [DiffWordModel])
  readonly words!: readonly DiffWordModel[];
}

@ObjectType('Period')
export class PeriodModel {
  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day, included.' })
  readonly to!: LocalDate;
}

@ObjectType('PeriodChange')
export class PeriodChangeModel {
  @Field(() => PeriodModel)
  readonly before!: PeriodModel;

  @Field(() => PeriodModel)
  readonly after!: PeriodModel;
}

@ObjectType('PartyChange', { description: 'A party that came, left, or is named otherwise than before.' })
export class PartyChangeModel {
  @Field(() => ID)
  readonly party!: string;

  @Field(() => DiffChanges)
  readonly change!: 'added' | 'removed' | 'changed';

  @Field(() => String, { nullable: true, description: 'Its name; null where it was not bound.' })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name; null where it is no longer bound.' })
  readonly after!: string | null;
}

@ObjectType('AnnexChange', { description: 'An annex that came, went, or is not as it was.' })
export class AnnexChangeModel {
  @Field(() => DiffChanges)
  readonly change!: 'added' | 'removed' | 'changed';

  @Field(() => AnnexModel, { nullable: true, description: 'Null for one that came.' })
  readonly before!: AnnexModel | null;

  @Field(() => AnnexModel, { nullable: true, description: 'Null for one that went.' })
  readonly after!: AnnexModel | null;

  @Field(() => [AnnexDifferences], { description: 'Empty unless it is in both.' })
  readonly differs!: readonly AnnexDifference[];
}

@ObjectType('VersionDiff', { description: 'What changed from one version of an agreement to another.' })
export class VersionDiffModel {
  @Field(() => TitleChangeModel, { nullable: true })
  readonly title!: TitleChangeModel | null;

  @Field(() => PeriodChangeModel, { nullable: true })
  readonly period!: PeriodChangeModel | null;

  @Field(() => [PartyChangeModel])
  readonly parties!: readonly PartyChangeModel[];

  @Field(() => [AnnexChangeModel])
  readonly annexes!: readonly AnnexChangeModel[];

  @Field(() => [SectionDiffModel], { description: 'In the order of the later version, then what is gone.' })
  readonly sections!: readonly SectionDiffModel[];
}

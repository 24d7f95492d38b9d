import type { SectionKind, StatutoryContent, Strand } from '@enig/agreement';
import type { LocalDate } from '@enig/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDateScalar } from '../core/scalars';
import { SectionKinds, StatutoryContents, Strands } from './enums';

@InputType()
export class ChainChoiceInput {
  @Field(() => String)
  readonly key!: string;

  @Field(() => Int)
  readonly version!: number;
}

@InputType()
export class CreateAgreementInput {
  @Field(() => ID)
  readonly region!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => LocalDateScalar)
  readonly periodFrom!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly periodTo!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly deadline!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly writingUntil?: LocalDate | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The agreement whose sections, texts and coordinators it starts with.',
  })
  readonly copyFrom?: string | null;

  @Field(() => ChainChoiceInput, {
    nullable: true,
    description: 'The way to its decision; left out: the first that can be used in the region.',
  })
  readonly chain?: ChainChoiceInput | null;
}

@InputType()
export class EditAgreementInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => LocalDateScalar)
  readonly periodFrom!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly periodTo!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly deadline!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly writingUntil?: LocalDate | null;
}

@InputType()
export class SetPartiesInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => [ID])
  readonly parties!: readonly string[];
}

@InputType()
export class AddSectionInput {
  @Field(() => ID)
  readonly part!: string;

  @Field(() => SectionKinds)
  readonly kind!: SectionKind;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Strands, { nullable: true })
  readonly strand?: Strand | null;

  @Field(() => StatutoryContents, { nullable: true })
  readonly covers?: StatutoryContent | null;

  @Field(() => [ID], { nullable: true })
  readonly coordinators?: readonly string[] | null;
}

@InputType()
export class MoveSectionInput {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => ID, { nullable: true, description: 'The section it is to follow; null for first.' })
  readonly after?: string | null;
}

@InputType()
export class SectionInput {
  @Field(() => ID)
  readonly section!: string;
}

@InputType()
export class SetCoordinatorsInput {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => [ID])
  readonly parties!: readonly string[];
}

@InputType()
export class AddAnnexInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly sha256!: string;
}

@InputType()
export class RemoveAnnexInput {
  @Field(() => ID)
  readonly annex!: string;
}

@InputType()
export class AgreementReasonInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class AgreementInput {
  @Field(() => ID)
  readonly agreement!: string;
}

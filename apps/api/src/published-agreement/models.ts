import type { AmendmentKind, PartKind, SectionKind } from '@enig/agreement';
import type { LocalDate } from '@enig/kernel';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AmendmentKinds, PartKinds, SectionKinds, SupplementActs } from '../agreement/enums';
import { AgreementModel } from '../agreement/models';
import { RefusalModel } from '../core/refusal';
import { LocalDateScalar } from '../core/scalars';

@ObjectType('AuthorityNotice', { description: 'That an agreement was sent to the authority.' })
export class AuthorityNoticeModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly sentOn!: LocalDate;

  @Field(() => String)
  readonly recipient!: string;

  @Field(() => String, { description: 'Empty for none.' })
  readonly journalNumber!: string;

  @Field(() => String)
  readonly notedBy!: string;
}

@ObjectType('StandingNews', { description: 'That an agreement has come into force or ended lately.' })
export class StandingNewsModel {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => LocalDateScalar, { description: 'Its first day in force, or the first after its last.' })
  readonly on!: LocalDate;

  @Field(() => String)
  readonly sentence!: string;

  @Field(() => String, { description: 'The page it is about.' })
  readonly link!: string;
}

@ObjectType('Amendment', { description: 'What a section of an addendum does to one of the agreement it hangs on.' })
export class AmendmentModel {
  @Field(() => ID, { description: 'The section of the addendum.' })
  readonly section!: string;

  @Field(() => ID, { description: 'The section it changes.' })
  readonly amends!: string;

  @Field(() => AmendmentKinds)
  readonly kind!: AmendmentKind;
}

@ObjectType('StandingSection', { description: 'A section of the text that holds, which an addendum can change.' })
export class StandingSectionModel {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => PartKinds)
  readonly part!: PartKind;

  @Field(() => SectionKinds)
  readonly kind!: SectionKind;

  @Field(() => Int, { nullable: true })
  readonly number!: number | null;

  @Field(() => String)
  readonly title!: string;
}

@InputType()
export class AmendmentInput {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => AmendmentKinds)
  readonly kind!: AmendmentKind;
}

@InputType()
export class CreateSupplementInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => SupplementActs)
  readonly act!: 'addendum' | 'extension';

  @Field(() => String)
  readonly title!: string;

  @Field(() => LocalDateScalar, {
    description: 'For an extension it is the agreement’s own first day, whatever is given.',
  })
  readonly periodFrom!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly periodTo!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly deadline!: LocalDate;

  @Field(() => [AmendmentInput], { nullable: true, description: 'The sections an addendum begins with.' })
  readonly amends?: readonly AmendmentInput[] | null;
}

@InputType()
export class AmendSectionInput {
  @Field(() => ID, { description: 'The addendum.' })
  readonly agreement!: string;

  @Field(() => ID, { description: 'The section of the text that holds.' })
  readonly section!: string;

  @Field(() => AmendmentKinds)
  readonly kind!: AmendmentKind;
}

@InputType()
export class NoteSentToAuthorityInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => LocalDateScalar)
  readonly sentOn!: LocalDate;

  @Field(() => String)
  readonly recipient!: string;

  @Field(() => String)
  readonly journalNumber!: string;
}

@InputType()
export class CreatePartsApartInput {
  @Field(() => ID)
  readonly region!: string;

  @Field(() => String, { description: 'The name of both; each part is called by it and what it is.' })
  readonly title!: string;

  @Field(() => LocalDateScalar)
  readonly periodFrom!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly periodTo!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly strategyDeadline!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly steeringDeadline!: LocalDate;

  @Field(() => ID, { nullable: true })
  readonly copyFrom?: string | null;
}

@ObjectType('PartsApartPayload')
export class PartsApartPayload {
  @Field(() => [AgreementModel], {
    description: 'The strategy, then the steering agreement; empty where it was refused.',
  })
  readonly agreements!: readonly AgreementModel[];

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

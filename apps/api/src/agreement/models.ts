import type { AgreementState, PartKind, Standing } from '@enig/agreement';
import type { AgreementHead, AgreementView } from '@enig/data';
import type { Instant, LocalDate } from '@enig/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { InstantScalar, LocalDateScalar } from '../core/scalars';
import { PartyModel } from '../people/models';
import { AgreementStates, PartKinds, Standings } from './enums';

/** What is shown of an agreement in a list. `head` is what its fields are read from. */
@ObjectType('AgreementSummary')
export class AgreementSummaryModel {
  readonly head!: AgreementHead;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Shown wherever the title is, as "Demo".' })
  readonly label!: string | null;

  @Field(() => LocalDateScalar)
  readonly periodFrom!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly periodTo!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly deadline!: LocalDate;

  @Field(() => Standings)
  readonly standing!: Standing;
}

@ObjectType('AgreementMay', { description: 'What the viewer may do now.' })
export class AgreementMayModel {
  @Field(() => Boolean)
  readonly edit!: boolean;

  @Field(() => Boolean)
  readonly freezeForHearing!: boolean;

  @Field(() => Boolean)
  readonly endHearing!: boolean;

  @Field(() => Boolean)
  readonly freezeForDecision!: boolean;

  @Field(() => Boolean)
  readonly reopenWriting!: boolean;

  @Field(() => Boolean)
  readonly treat!: boolean;

  @Field(() => Boolean)
  readonly abandon!: boolean;

  @Field(() => Boolean)
  readonly readDraft!: boolean;
}

/** A whole agreement. `view` is what its fields are read from; slices add fields with a resolver of their own. */
@ObjectType('Agreement')
export class AgreementModel {
  readonly view!: AgreementView;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { nullable: true })
  readonly label!: string | null;

  @Field(() => LocalDateScalar)
  readonly periodFrom!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly periodTo!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly deadline!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly writingUntil!: LocalDate | null;

  @Field(() => AgreementStates)
  readonly state!: AgreementState;

  @Field(() => Standings)
  readonly standing!: Standing;

  @Field(() => Boolean)
  readonly isWritingOpen!: boolean;

  @Field(() => [PartyModel], { description: 'By name, the region last; as they were named when they were set.' })
  readonly parties!: readonly PartyModel[];

  @Field(() => LocalDateScalar, { nullable: true })
  readonly concludedOn!: LocalDate | null;

  @Field(() => AgreementMayModel)
  readonly may!: AgreementMayModel;
}

@ObjectType('Reopening', {
  description: 'That the text was opened for writing again, so that what was decided lapsed.',
})
export class ReopeningModel {
  @Field(() => InstantScalar)
  readonly at!: Instant;

  @Field(() => String, { description: 'Who opened it, by name.' })
  readonly by!: string;

  @Field(() => String, { description: 'Why, in their words; every party may read it.' })
  readonly reason!: string;
}

@ObjectType('Part')
export class PartModel {
  readonly view!: AgreementView;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => PartKinds)
  readonly kind!: PartKind;
}

@ObjectType('Annex')
export class AnnexModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => Int, { description: 'Bytes.' })
  readonly size!: number;

  @Field(() => String)
  readonly url!: string;
}

@ObjectType('Act', { description: 'One line of an agreement’s log; each carries the hash of the one before it.' })
export class ActModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => InstantScalar)
  readonly at!: Instant;

  @Field(() => String)
  readonly person!: string;

  @Field(() => String)
  readonly body!: string;

  @Field(() => String)
  readonly capacity!: string;

  @Field(() => String)
  readonly kind!: string;

  @Field(() => String)
  readonly sentence!: string;

  @Field(() => String)
  readonly hash!: string;
}

@ObjectType('AgreementPayload')
export class AgreementPayload {
  @Field(() => AgreementModel, { nullable: true })
  readonly agreement!: AgreementModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

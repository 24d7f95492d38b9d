import type { AgreementView, ResponseView, RoundView, SubmissionView } from '@enig/data';
import type { PointPlace, ResponseState, RoundState, TreatmentOutcome } from '@enig/hearing';
import type { Instant, LocalDate } from '@enig/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, LocalDateScalar } from '../core/scalars';
import { BodyModel } from '../people/models';
import { PointPlaces, ResponseStates, RoundStates, TreatmentOutcomes } from './enums';

/** A round and the agreement it is of: what every field below is read from. */
export interface RoundPlace {
  readonly view: RoundView;
  readonly agreement: AgreementView;
}

@ObjectType('Extension', { description: 'A later deadline, and why.' })
export class ExtensionModel {
  @Field(() => LocalDateScalar)
  readonly dueDate!: LocalDate;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => InstantScalar)
  readonly at!: Instant;

  @Field(() => String)
  readonly by!: string;
}

@ObjectType('RoundMay', { description: 'What the viewer may do now.' })
export class RoundMayModel {
  @Field(() => Boolean)
  readonly extend!: boolean;

  @Field(() => Boolean)
  readonly end!: boolean;

  @Field(() => Boolean)
  readonly close!: boolean;

  @Field(() => Boolean)
  readonly treat!: boolean;
}

@ObjectType('ResponseMay', { description: 'What the viewer may do now.' })
export class ResponseMayModel {
  @Field(() => Boolean)
  readonly write!: boolean;

  @Field(() => Boolean)
  readonly submit!: boolean;

  @Field(() => Boolean)
  readonly withdraw!: boolean;
}

@ObjectType('ResponseSection', { description: 'A focus area of the version that is heard.' })
export class ResponseSectionModel {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => Int, { nullable: true })
  readonly number!: number | null;

  @Field(() => String)
  readonly title!: string;
}

@ObjectType('Submission', { description: 'One sending of a response; the receipt.' })
export class SubmissionModel {
  readonly view!: SubmissionView;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'Unique, and short enough to read out, as H1-GREVE-7F3K.' })
  readonly reference!: string;

  @Field(() => InstantScalar)
  readonly submittedAt!: Instant;

  @Field(() => Boolean)
  readonly late!: boolean;

  @Field(() => String, { description: 'Of the canonical bytes of the content.' })
  readonly sha256!: string;

  @Field(() => String, { description: 'The exact bytes whose SHA-256 is on the receipt.' })
  readonly url!: string;

  @Field(() => String)
  readonly submittedBy!: string;

  @Field(() => String)
  readonly capacity!: string;

  @Field(() => InstantScalar, { nullable: true })
  readonly withdrawnAt!: Instant | null;
}

/** One council's answer in a round. What it has drafted is for its own people only. */
@ObjectType('HearingResponse')
export class HearingResponseModel {
  readonly place!: RoundPlace;
  readonly response!: ResponseView;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => BodyModel)
  readonly body!: BodyModel;

  @Field(() => ResponseStates)
  readonly state!: ResponseState;

  @Field(() => ID)
  readonly round!: string;

  @Field(() => SubmissionModel, { nullable: true, description: 'The one that counts, for those who may read it.' })
  readonly submission!: SubmissionModel | null;

  @Field(() => [SubmissionModel], { description: 'All that was sent, oldest first, for those who may read it.' })
  readonly history!: readonly SubmissionModel[];

  @Field(() => ResponseMayModel)
  readonly may!: ResponseMayModel;

  @Field(() => [ResponseSectionModel])
  readonly sections!: readonly ResponseSectionModel[];
}

@ObjectType('Treatment')
export class TreatmentModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => TreatmentOutcomes)
  readonly outcome!: TreatmentOutcome;

  @Field(() => String)
  readonly answer!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String)
  readonly by!: string;

  @Field(() => String)
  readonly capacity!: string;

  @Field(() => InstantScalar)
  readonly at!: Instant;
}

@ObjectType('Point', { description: 'One thing a council says, which is owed an answer.' })
export class PointModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => SubmissionModel)
  readonly submission!: SubmissionModel;

  @Field(() => BodyModel)
  readonly council!: BodyModel;

  @Field(() => PointPlaces)
  readonly place!: PointPlace;

  @Field(() => ID, { nullable: true })
  readonly section!: string | null;

  @Field(() => String, { nullable: true })
  readonly sectionTitle!: string | null;

  @Field(() => String)
  readonly excerpt!: string;

  @Field(() => Int)
  readonly position!: number;

  @Field(() => TreatmentModel, { nullable: true })
  readonly treatment!: TreatmentModel | null;

  @Field(() => [TreatmentModel], { description: 'Every answer given, oldest first; the last one counts.' })
  readonly history!: readonly TreatmentModel[];

  @Field(() => Boolean)
  readonly mayTreat!: boolean;
}

@ObjectType('HearingRound')
export class HearingRoundModel {
  readonly place!: RoundPlace;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => RoundStates)
  readonly state!: RoundState;

  @Field(() => InstantScalar)
  readonly openedAt!: Instant;

  @Field(() => LocalDateScalar, { description: 'The last day, as it is after every extension.' })
  readonly dueDate!: LocalDate;

  @Field(() => InstantScalar, { description: 'The first moment that is too late.' })
  readonly dueAt!: Instant;

  @Field(() => String, { nullable: true })
  readonly shortReason!: string | null;

  @Field(() => [BodyModel])
  readonly invited!: readonly BodyModel[];

  @Field(() => [HearingResponseModel])
  readonly responses!: readonly HearingResponseModel[];

  @Field(() => Int)
  readonly answeredCount!: number;

  @Field(() => Int)
  readonly openPointCount!: number;

  @Field(() => [PointModel], { description: 'Of the submissions the viewer may read.' })
  readonly points!: readonly PointModel[];

  @Field(() => HearingResponseModel, { nullable: true, description: 'That of the viewer’s own council.' })
  readonly myResponse!: HearingResponseModel | null;

  @Field(() => RoundMayModel)
  readonly may!: RoundMayModel;

  @Field(() => [ExtensionModel])
  readonly extensions!: readonly ExtensionModel[];
}

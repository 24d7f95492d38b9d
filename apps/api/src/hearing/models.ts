import type { SeatKind } from '@enig/access';
import type { AgreementView, ResponseView, RoundView, SubmissionView } from '@enig/data';
import type { ResponseState, RoundState } from '@enig/hearing';
import type { Instant, LocalDate } from '@enig/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, LocalDateScalar } from '../core/scalars';
import { BodyModel, PartyModel, SeatKinds } from '../people/models';
import { ResponseStates, RoundStates } from './enums';
import { HeardDocumentModel, TimeRequestModel } from './round-models';

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

  @Field(() => Boolean, { description: 'See what has come in, and who has opened, begun and answered.' })
  readonly oversee!: boolean;
}

@ObjectType('ResponseMay', { description: 'What the viewer may do now.' })
export class ResponseMayModel {
  @Field(() => Boolean)
  readonly write!: boolean;

  @Field(() => Boolean)
  readonly submit!: boolean;

  @Field(() => Boolean, { description: 'Open what was sent to be corrected, while it stands.' })
  readonly correct!: boolean;

  @Field(() => Boolean, { description: 'Close a correction again, so that what was sent stands as it was.' })
  readonly keepSent!: boolean;

  @Field(() => Boolean)
  readonly withdraw!: boolean;

  @Field(() => Boolean)
  readonly askMoreTime!: boolean;

  @Field(() => Boolean, { description: 'Write down what others in the body have said (HE-38).' })
  readonly noteSpoken!: boolean;

  @Field(() => SeatKinds, {
    nullable: true,
    description: 'The capacity the viewer sends it, and writes down what was said, in; null for who does neither.',
  })
  readonly capacity!: SeatKind | null;
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
  readonly place!: RoundPlace;

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

  @Field(() => String, { nullable: true, description: 'The reference of what it replaced; null where nothing stood.' })
  readonly replaces!: string | null;
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

  @Field({
    description:
      'Whether its text holds what was to replace what stands and was not sent. False for all but its council.',
  })
  readonly hasUnsent!: boolean;

  @Field(() => ResponseMayModel)
  readonly may!: ResponseMayModel;

  @Field(() => [ResponseSectionModel])
  readonly sections!: readonly ResponseSectionModel[];
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

  @Field(() => Int, {
    description: 'Days there are at least unless there is a reason, as it was when the round opened.',
  })
  readonly minimumDays!: number;

  @Field(() => String, { nullable: true, description: 'Why there are fewer days.' })
  readonly shortReason!: string | null;

  @Field(() => PartyModel, {
    nullable: true,
    description: 'The party that hears its own bodies; null: the secretariat.',
  })
  readonly owner!: PartyModel | null;

  @Field(() => String, { description: 'Whoever hears, by name.' })
  readonly ownerName!: string;

  @Field(() => [ResponseSectionModel], { description: 'The focus areas that are heard; none of a document.' })
  readonly sections!: readonly ResponseSectionModel[];

  @Field(() => Boolean, { description: 'Whether every focus area of the version is heard, and its chapters.' })
  readonly isWhole!: boolean;

  @Field(() => HeardDocumentModel, { nullable: true, description: 'What is heard, where it is no version.' })
  readonly document!: HeardDocumentModel | null;

  @Field(() => [TimeRequestModel], {
    description: 'First to last: all for whoever hears, else those of one’s own body.',
  })
  readonly timeRequests!: readonly TimeRequestModel[];

  @Field(() => [BodyModel])
  readonly invited!: readonly BodyModel[];

  @Field(() => [HearingResponseModel])
  readonly responses!: readonly HearingResponseModel[];

  @Field(() => Int)
  readonly answeredCount!: number;

  @Field(() => Int)
  readonly openPointCount!: number;

  @Field(() => HearingResponseModel, { nullable: true, description: 'That of the viewer’s own council.' })
  readonly myResponse!: HearingResponseModel | null;

  @Field(() => RoundMayModel)
  readonly may!: RoundMayModel;

  @Field(() => [ExtensionModel])
  readonly extensions!: readonly ExtensionModel[];
}

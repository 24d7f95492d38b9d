import type { PointChangeKind, PointKind, PointPlace, TreatmentOutcome } from '@enig/hearing';
import type { Instant } from '@enig/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RefusalModel } from '../core/refusal';
import { InstantScalar, JsonScalar } from '../core/scalars';
import { SubmissionModel } from '../hearing/models';
import { BodyModel, PartyModel } from '../people/models';
import { PointChangeKinds, PointKinds, PointPlaces, TreatmentOutcomes } from './enums';

@ObjectType('ChangeLink', { description: 'Where the change that followed can be read.' })
export class ChangeLinkModel {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How far its text had come when the change was in it; null: the next version shows it.',
  })
  readonly seq!: number | null;
}

@ObjectType('Treatment')
export class TreatmentModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID, { description: 'Points that were answered at once share it.' })
  readonly given!: string;

  @Field(() => TreatmentOutcomes)
  readonly outcome!: TreatmentOutcome;

  @Field(() => String)
  readonly answer!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ChangeLinkModel, { nullable: true })
  readonly change!: ChangeLinkModel | null;

  @Field(() => Boolean, { description: 'It is kept and counts no longer.' })
  readonly takenBack!: boolean;

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

  @Field(() => PointKinds, { description: 'What of the response it was found in.' })
  readonly kind!: PointKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The heading a paragraph stands under, the words a comment hangs on, how and by whom a statement was made, the name and page of a file.',
  })
  readonly about!: string | null;

  @Field(() => String)
  readonly excerpt!: string;

  @Field(() => Int)
  readonly position!: number;

  @Field(() => String, {
    description: 'What it is called beside its council: 7, 7.1 for a part, 3+4 for two made one.',
  })
  readonly label!: string;

  @Field(() => PartyModel, { nullable: true, description: 'Whom it was handed to.' })
  readonly party!: PartyModel | null;

  @Field(() => [PartyModel], {
    description: 'Who is waited for: whom it was handed to, else who looks after its focus area; none: who hears.',
  })
  readonly responsible!: readonly PartyModel[];

  @Field(() => TreatmentModel, { nullable: true })
  readonly treatment!: TreatmentModel | null;

  @Field(() => [TreatmentModel], { description: 'Every answer given, oldest first; also those taken back.' })
  readonly history!: readonly TreatmentModel[];

  @Field(() => Boolean)
  readonly mayTreat!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may cut it, hang it elsewhere and hand it on.' })
  readonly mayArrange!: boolean;
}

@ObjectType('PointChange', { description: 'A change of what the points are or where they hang, that stands.' })
export class PointChangeModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => PointChangeKinds)
  readonly kind!: Exclude<PointChangeKind, 'undo'>;

  @Field(() => String, { description: 'What was done, in a sentence.' })
  readonly sentence!: string;

  @Field(() => String)
  readonly by!: string;

  @Field(() => InstantScalar)
  readonly at!: Instant;

  @Field(() => Boolean)
  readonly mayUndo!: boolean;
}

@ObjectType('PlaceForPoints', { description: 'A section of the agreement that points can hang on.' })
export class PlaceForPointsModel {
  @Field(() => ID)
  readonly section!: string;

  @Field(() => Int, { nullable: true })
  readonly number!: number | null;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Int, { description: 'How far its text has come.' })
  readonly seq!: number;
}

@ObjectType('PointPayload')
export class PointPayload {
  @Field(() => PointModel, { nullable: true })
  readonly point!: PointModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@ObjectType('PointsPayload')
export class PointsPayload {
  @Field(() => [PointModel], {
    description: 'Those it was about, as they stand now; the new ones, where it made some.',
  })
  readonly points!: readonly PointModel[];

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@ObjectType('PaperDocument', { description: 'A document as it is shown, and fetched as Word and PDF.' })
export class PaperDocumentModel {
  @Field(() => String)
  readonly title!: string;

  @Field(() => JsonScalar, { description: 'What stands in it, block by block.' })
  readonly model!: unknown;
}

@ObjectType('JobAskedPayload')
export class JobAskedPayload {
  @Field(() => ID, { description: 'The job that makes the file.' })
  readonly job!: string;
}

import { CASE_STATES, type CaseState } from '@enig/agreement';
import type { Instant } from '@enig/kernel';
import type { CaseJson } from '@enig/text';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { TextEntryModel } from '../agreement/section-models';
import { RefusalModel } from '../core/refusal';
import { closed, InstantScalar, JsonScalar } from '../core/scalars';
import { PartyModel } from '../people/models';

export const CaseFormats = closed('CaseFormat', ['pdf', 'docx', 'zip']);

export const CaseStates = closed('CaseState', [...CASE_STATES]);

@ObjectType('CaseField', { description: 'A field of a case that nobody writes, as it is pasted into an agenda.' })
export class CaseFieldModel {
  @Field(() => String, { description: 'annexes.' })
  readonly key!: string;

  @Field(() => String)
  readonly plain!: string;
}

@ObjectType('CaseAnnex', { description: 'An annex of the party’s own.' })
export class CaseAnnexModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Boolean)
  readonly isOpen!: boolean;

  @Field(() => Int, { description: 'In bytes.' })
  readonly size!: number;

  @Field(() => String)
  readonly url!: string;

  @Field(() => [String], {
    description:
      'Sentences for the party’s own people: where personal numbers stand, never which, and what could not be read.',
  })
  readonly screening!: readonly string[];
}

@ObjectType('EarlierCase', { description: 'The party’s case on the version before, as it stands; nobody changes it.' })
export class EarlierCaseModel {
  @Field(() => Int)
  readonly version!: number;

  @Field(() => JsonScalar)
  readonly content!: CaseJson;

  @Field(() => [CaseAnnexModel])
  readonly annexes!: readonly CaseAnnexModel[];
}

@ObjectType('PartyCase', { description: 'What a party’s bodies are given to decide on, about the text put to them.' })
export class PartyCaseModel {
  @Field(() => ID, { nullable: true, description: 'Null until it is made, and for who may not know of it.' })
  readonly id!: string | null;

  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => String)
  readonly agreementTitle!: string;

  @Field(() => PartyModel)
  readonly party!: PartyModel;

  @Field(() => String, { description: 'What people call the party in a sentence.' })
  readonly shortName!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => CaseStates, { description: 'For who may not read it while it is written: notMade.' })
  readonly state!: CaseState;

  @Field(() => JsonScalar, { nullable: true, description: 'What it says; null for who may not read it.' })
  readonly content!: CaseJson | null;

  @Field(() => TextEntryModel, { nullable: true, description: 'What its case officers write it in.' })
  readonly text!: TextEntryModel | null;

  @Field(() => [CaseFieldModel])
  readonly fields!: readonly CaseFieldModel[];

  @Field(() => [CaseAnnexModel])
  readonly annexes!: readonly CaseAnnexModel[];

  @Field(() => InstantScalar, { nullable: true })
  readonly sentAt!: Instant | null;

  @Field(() => String, { nullable: true })
  readonly sentBy!: string | null;

  @Field(() => EarlierCaseModel, { nullable: true, description: 'Only for the party’s own people.' })
  readonly earlier!: EarlierCaseModel | null;

  @Field(() => Boolean)
  readonly mayMake!: boolean;

  @Field(() => Boolean, { description: 'Its annexes can be changed, and it can be sent on.' })
  readonly maySend!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'A sentence to the party’s own people: its council has approved already, and no case is asked for. Null while one is, and once it is sent on.',
  })
  readonly decidedAlready!: string | null;

  @Field(() => Boolean, { description: 'The viewer is one of the party’s own people.' })
  readonly isOwn!: boolean;
}

@ObjectType('CaseLine', { description: 'How far a party’s case is, as the viewer may know it.' })
export class CaseLineModel {
  @Field(() => PartyModel)
  readonly party!: PartyModel;

  @Field(() => CaseStates)
  readonly state!: CaseState;

  @Field(() => InstantScalar, { nullable: true })
  readonly sentAt!: Instant | null;

  @Field(() => String)
  readonly path!: string;
}

@ObjectType('CasePayload')
export class CasePayload {
  @Field(() => PartyCaseModel, { nullable: true })
  readonly case!: PartyCaseModel | null;

  @Field(() => RefusalModel, { nullable: true })
  readonly refused!: RefusalModel | null;
}

@InputType()
export class MakeCaseInput {
  @Field(() => ID)
  readonly agreement!: string;

  @Field(() => ID)
  readonly party!: string;
}

@InputType()
export class SendCaseInput {
  @Field(() => ID)
  readonly case!: string;
}

@InputType()
export class AddCaseAnnexInput {
  @Field(() => ID)
  readonly case!: string;

  @Field(() => String, { description: 'Of a file the viewer has sent in.' })
  readonly sha256!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Boolean)
  readonly isOpen!: boolean;
}

@InputType()
export class RemoveCaseAnnexInput {
  @Field(() => ID)
  readonly case!: string;

  @Field(() => ID)
  readonly annex!: string;
}

@InputType()
export class AskCaseInput {
  @Field(() => ID)
  readonly case!: string;

  @Field(() => CaseFormats, { description: 'zip: both, with the annexes.' })
  readonly format!: 'pdf' | 'docx' | 'zip';
}

@InputType()
export class AskCasesInput {
  @Field(() => ID)
  readonly agreement!: string;
}

import type { SectionKind } from '@enig/agreement';
import type { BodyId, PartyId } from '@enig/kernel';

/** A region and what is set up in it: people, files, new agreements. `region` is its id, as `1085`. */
export interface RegionSubject {
  readonly __typename: 'Region';
  readonly region: string;
}

/** A seat that is to be granted or ended in a body of the region. */
export interface SeatSubject {
  readonly __typename: 'Seat';
  /** The region the body lies in. */
  readonly region: string;
  /** Whether it is the seat of the person who asks. */
  readonly isOwn: boolean;
}

/** An agreement with its snapshot of parties. */
export interface AgreementSubject {
  readonly __typename: 'Agreement';
  readonly region: string;
  readonly parties: readonly PartyId[];
  /** Whose bodies were asked to take a party's step (AP-24); they read what is not a draft, and no more. */
  readonly takers?: readonly PartyId[];
}

/** A focus area or a chapter. */
export interface SectionSubject {
  readonly __typename: 'Section';
  readonly region: string;
  readonly parties: readonly PartyId[];
  readonly kind: SectionKind;
  /** The parties that look after it. da: tovholder */
  readonly coordinators: readonly PartyId[];
  /** Whether the agreement is written in now (`isWritingOpen`) and the section stands. */
  readonly writing: boolean;
}

/** Anything written together, with what it hangs on. */
export interface TextSubject {
  readonly __typename: 'Text';
  readonly kind: 'focus-area' | 'chapter' | 'easy-read' | 'hearing-response' | 'case';
  readonly region: string;
  readonly parties: readonly PartyId[];
  /** The kind of section it is the text of, or explains; null for a response and a case. */
  readonly sectionKind: SectionKind | null;
  /** Of that section; empty for a response and a case. */
  readonly coordinators: readonly PartyId[];
  /** The disability council whose response, or the administration whose case it is; null for the agreement's texts. */
  readonly body: BodyId | null;
  /** Whether its phase is open: for the agreement's texts drafting or treating, for a response a round not closed. */
  readonly writing: boolean;
  /** Whether the response was sent (and is not withdrawn or corrected) or the case sent on; false for other texts. */
  readonly submitted: boolean;
}

/** A hearing round of an agreement. */
export interface RoundSubject {
  readonly __typename: 'Round';
  readonly region: string;
  readonly parties: readonly PartyId[];
  /** The party that hears its own bodies; null: the secretariat hears. */
  readonly owner: PartyId | null;
}

/** One heard body's response. */
export interface ResponseSubject {
  readonly __typename: 'Response';
  readonly body: BodyId;
}

/** A point of a submitted response, to be given its treatment. */
export interface PointSubject {
  readonly __typename: 'Point';
  readonly region: string;
  /** The party whose round it was said in; null: the secretariat's. */
  readonly owner: PartyId | null;
  /** Of the section the point hangs on; empty for a general or a minority point. */
  readonly coordinators: readonly PartyId[];
}

/** A decision on a version: a party's, or that of a body which belongs to no party. */
export interface DecisionSubject {
  readonly __typename: 'Decision';
  readonly region: string;
  /** Null for a body that acts for all, as the contact council. */
  readonly party: PartyId | null;
  /** The body that acts for all; null for a party's, which its own people decide for whichever of its bodies it is. */
  readonly body: BodyId | null;
}

/** What a party's bodies are given to decide on; who writes it is a question about its text. da: sagsfremstilling */
export interface CaseSubject {
  readonly __typename: 'Case';
  readonly region: string;
  /** Whose it is. */
  readonly party: PartyId;
  /** Of the agreement it is about. */
  readonly parties: readonly PartyId[];
  /** Whether the party has sent it on to its bodies. */
  readonly isSentOn: boolean;
}

/** How a party, or a body that acts for all, comes to its decisions: its way, and the days its bodies meet. */
export interface PartySubject {
  readonly __typename: 'Party';
  /** The regions it belongs to, now or later. */
  readonly regions: readonly string[];
  /** Null for a body that acts for all, as the contact council. */
  readonly party: PartyId | null;
  /** The body that acts for all; null for a party. */
  readonly body: BodyId | null;
}

/** Everything a right can be about. Plain facts: no row, no GraphQL type, no document. */
export type Subject =
  | RegionSubject
  | SeatSubject
  | AgreementSubject
  | SectionSubject
  | TextSubject
  | RoundSubject
  | ResponseSubject
  | PointSubject
  | DecisionSubject
  | CaseSubject
  | PartySubject;

/** The name of a subject, as `Agreement`. */
export type SubjectName = Subject['__typename'];

/** What can be done to what. Each act is worded in docs/rules/access.md. */
export interface ActsOn {
  readonly Region: 'read' | 'createAgreement' | 'managePeople' | 'addFile' | 'setHearingDays';
  readonly Seat: 'grant' | 'end';
  readonly Agreement:
    'read' | 'readDraft' | 'edit' | 'freeze' | 'openHearing' | 'endHearing' | 'reopenWriting' | 'abandon';
  readonly Section: 'read' | 'write' | 'addEasyRead';
  readonly Text: 'read' | 'write';
  readonly Round: 'read' | 'open' | 'oversee' | 'extend' | 'end' | 'close';
  readonly Response: 'read' | 'submit' | 'correct' | 'withdraw' | 'askMoreTime' | 'noteSpoken';
  readonly Point: 'treat';
  readonly Decision: 'decide' | 'enterOnBehalf' | 'confirm';
  readonly Case: 'read' | 'make' | 'sendOn';
  readonly Party: 'read' | 'setWay' | 'enterMeetings';
}

/** An act on any subject. */
export type ActName = ActsOn[SubjectName];

/** The subject of a name: `SubjectNamed<'Text'>` is {@link TextSubject}. */
export type SubjectNamed<Name extends SubjectName> = Extract<Subject, { readonly __typename: Name }>;

/** A question to the policy: an act and the subject it is done to, only as the two belong together. */
export type Question = {
  [Name in SubjectName]: readonly [act: ActsOn[Name], subject: SubjectNamed<Name>];
}[SubjectName];

/** A question about a kind of subject, not about one of them. */
export type KindQuestion = { [Name in SubjectName]: readonly [act: ActsOn[Name], name: Name] }[SubjectName];

type Facts<Name extends SubjectName> = Omit<SubjectNamed<Name>, '__typename'>;

/** Subjects by name: `on.round({ region, parties, owner })`. */
export const on = {
  region: (facts: Facts<'Region'>): RegionSubject => ({ __typename: 'Region', ...facts }),
  seat: (facts: Facts<'Seat'>): SeatSubject => ({ __typename: 'Seat', ...facts }),
  agreement: (facts: Facts<'Agreement'>): AgreementSubject => ({ __typename: 'Agreement', ...facts }),
  section: (facts: Facts<'Section'>): SectionSubject => ({ __typename: 'Section', ...facts }),
  text: (facts: Facts<'Text'>): TextSubject => ({ __typename: 'Text', ...facts }),
  round: (facts: Facts<'Round'>): RoundSubject => ({ __typename: 'Round', ...facts }),
  response: (facts: Facts<'Response'>): ResponseSubject => ({ __typename: 'Response', ...facts }),
  point: (facts: Facts<'Point'>): PointSubject => ({ __typename: 'Point', ...facts }),
  decision: (facts: Facts<'Decision'>): DecisionSubject => ({ __typename: 'Decision', ...facts }),
  case: (facts: Facts<'Case'>): CaseSubject => ({ __typename: 'Case', ...facts }),
  party: (facts: Facts<'Party'>): PartySubject => ({ __typename: 'Party', ...facts }),
};

/** The same question, had nothing been closed yet: shows whether it is the right or only the phase that is missing. */
export function withPhaseOpen(question: Question): Question {
  if (isAbout('Section', question)) return [question[0], { ...question[1], writing: true }];
  if (isAbout('Text', question)) return [question[0], { ...question[1], writing: true, submitted: false }];
  return question;
}

type QuestionAbout<Name extends SubjectName> = readonly [act: ActsOn[Name], subject: SubjectNamed<Name>];

function isAbout<Name extends SubjectName>(name: Name, question: Question): question is Question & QuestionAbout<Name> {
  return question[1].__typename === name;
}

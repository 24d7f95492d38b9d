import type { SeatKind } from '@enig/access';
import type {
  Abandoned,
  AgreementAct,
  AgreementRefused,
  AmendmentKind,
  AmendmentRefused,
  AuthorityNoticeRefused,
  AgreementState,
  CaseClosed,
  CopyRefused,
  FocusAreaRefused,
  FreezeRefused,
  FreezeWarning,
  Inconsistency,
  LineageBasis,
  LineageRelation,
  MakeCaseRefused,
  PartKind,
  Readiness,
  RegionRefused,
  SectionKind,
  SendCaseRefused,
  Standing,
  StatutoryContent,
  Strand,
  SupplementRefused,
  TermsRefused,
  TextsStand,
  VersionAct,
  WritingClosed,
} from '@enig/agreement';
import type {
  ConfirmRefused,
  ConsentRefused,
  DecisionRefused,
  Exit,
  MinutesRefused,
  NumberRefused,
  OverrideRefused,
  NotSteps,
  Outcome,
  PartyStanding,
  ReasonRefused,
  StepRole,
  TemplateFault,
  WayRefused,
} from '@enig/approval';
import type {
  AddFileRefused,
  AdmitRefused,
  ArrangeRefused,
  AskRefused,
  CloseRefused,
  DeclineRefused,
  EndRefused,
  ExtendRefused,
  MeetingRefused,
  OpenRefused,
  PointPlace,
  Progress,
  ReminderPlanRefused,
  ResponseState,
  RoundState,
  SubmitRefused,
  TreatmentOutcome,
  TreatRefused,
  WithdrawRefused,
  FileRefused,
  PublishRefused,
  PutBackRefused,
  RedactRefused,
  ReleaseRefused,
  UnpublishRefused,
} from '@enig/hearing';
import type { DateRefused } from '@enig/kernel';
import type { Sentence } from './sentence';

/** Every way a rule of the domain says no, and everything freezing warns of, with the facts each carries. */
export type RuleRefused =
  | DateRefused
  | AgreementRefused
  | FreezeRefused
  | FreezeWarning
  | Inconsistency
  | CopyRefused
  | SupplementRefused
  | TextsStand
  | AmendmentRefused
  | AuthorityNoticeRefused
  | FocusAreaRefused
  | TermsRefused
  | RegionRefused
  | WritingClosed
  | Abandoned
  | MakeCaseRefused
  | CaseClosed
  | SendCaseRefused
  | OpenRefused
  | ExtendRefused
  | AskRefused
  | DeclineRefused
  | EndRefused
  | CloseRefused
  | AdmitRefused
  | SubmitRefused
  | AddFileRefused
  | FileRefused
  | PublishRefused
  | UnpublishRefused
  | ReleaseRefused
  | RedactRefused
  | PutBackRefused
  | WithdrawRefused
  | TreatRefused
  | ArrangeRefused
  | MeetingRefused
  | ReminderPlanRefused
  | DecisionRefused
  | ConfirmRefused
  | ConsentRefused
  | MinutesRefused
  | NumberRefused
  | OverrideRefused
  | ReasonRefused
  | TemplateFault
  | WayRefused
  | NotSteps;

/** What setting up an agreement can stumble on beside the rules: something named that is not there. */
export type SetupCode =
  | 'SE-1-NO-PARTIES-THEN'
  | 'SE-2-NO-PARTY'
  | 'SE-2-UNKNOWN-PARTY'
  | 'SE-3-UNKNOWN-FILE'
  | 'SE-4-NOT-IN-THIS-PART'
  | 'SE-5-COORDINATOR-NOT-A-PARTY'
  | 'SE-6-REMOVED-ALREADY'
  | 'SE-7-NOT-REMOVED'
  | 'SE-8-HAS-ONE-ALREADY';

/** Why a person or a seat cannot be added. */
export type PeopleCode =
  | 'PE-1-EMAIL-TAKEN'
  | 'PE-2-SEAT-ENDS-BEFORE-IT-BEGINS'
  | 'PE-3-SEAT-HELD-ALREADY'
  | 'PE-4-SEAT-ENDS-SOONER-ALREADY'
  | 'PE-5-END-IN-THE-PAST';

/** Why a text is not put back as it was. */
export type PutBackCode = 'CO-28-CLOSED' | 'CO-28-NOTHING-MISSING';

/** Every code a person can be refused or warned with; one without a sentence does not compile. */
export type RuleCode = RuleRefused['code'] | SetupCode | PeopleCode | PutBackCode;

/** Why a text can only be read. */
export type ClosedBecause =
  | 'deciding'
  | 'concluded'
  | 'abandoned'
  | 'removed'
  | 'submitted'
  | 'correctionNotSent'
  | 'roundClosed'
  | 'caseSentOn'
  | 'caseLapsed'
  | 'noRight'
  | 'other';

/** Why an update was not committed, as the socket says it. */
export type UpdateRefusedCode =
  | 'CO-4-MALFORMED'
  | 'CO-5-UNKNOWN-ROOT'
  | 'CO-6-CLOSED'
  | 'CO-6-NO-RIGHT'
  | 'CO-6-SIGNED-OUT'
  | 'CO-6-NO-SUCH-TEXT'
  | 'CO-8-GAP'
  | 'CO-13-TEXT-FULL'
  | 'CO-19-FOREIGN-CLIENT'
  | 'CO-20-UNKNOWN-CONTENT'
  | 'CO-21-UNSOUND';

/** What a person can be asked to do, as it stands in Mine opgaver. da: opgavetype */
export type TaskKind =
  | 'writeSection'
  | 'answerHearing'
  | 'submitResponse'
  | 'treatPoints'
  | 'recordDecision'
  | 'confirmDecision'
  | 'reaffirmDecision'
  | 'agreeToOverride'
  | 'askToConfirm'
  | 'endStandstill'
  | 'writeCase'
  | 'sendCase'
  | 'freezeForHearing'
  | 'endHearing'
  | 'closeRound'
  | 'freezeForDecision'
  | 'seeDeletion'
  | 'noteSent';

/** Every closed value a person can meet, as `group.value`. A value without a label in a language does not compile. */
export type LabelCode =
  | `state.${AgreementState}`
  | `standing.${Standing}`
  | `partKind.${PartKind}`
  | `sectionKind.${SectionKind}`
  | `strand.${Strand}`
  | `content.${StatutoryContent}`
  | `lineage.${LineageRelation}`
  | `lineageBasis.${LineageBasis}`
  | `versionAct.${VersionAct}`
  | `agreementAct.${AgreementAct}`
  | `amendment.${AmendmentKind}`
  | `roundState.${RoundState}`
  | `responseState.${ResponseState}`
  | `progress.${Progress}`
  | `place.${PointPlace}`
  | `treatment.${TreatmentOutcome}`
  | `outcome.${Outcome}`
  | `exit.${Exit}`
  | `partyStanding.${PartyStanding}`
  | `stepRole.${StepRole}`
  | `seat.${SeatKind}`
  | `readiness.${Readiness}`
  | `task.${TaskKind}`
  | `diff.${'added' | 'removed' | 'changed'}`;

/** Every label there must be, in one language. */
export type Labels = Readonly<Record<LabelCode, Sentence>>;

import { ActSchema } from './act';
import {
  AgreementEventSchema,
  AgreementPartySchema,
  AgreementSchema,
  AnnexSchema,
  ChainTemplateSchema,
} from './agreements';
import { ConfirmationSchema, DecisionSchema } from './approvals';
import { CaseAnnexSchema, CaseSchema, CaseSendingSchema } from './cases';
import {
  HearingRoundSchema,
  ResponseSchema,
  RoundBodySchema,
  RoundEventSchema,
  RoundExtensionSchema,
  RoundSectionSchema,
  SubmissionSchema,
  WithdrawalSchema,
} from './hearings';
import {
  HeardDocumentFileSchema,
  HeardDocumentSchema,
  RoundVisitSchema,
  TimeAnswerSchema,
  TimeRequestSchema,
} from './round-records';
import { BodyMeetingSchema } from './overview/meeting-store';
import { ReminderPlanSchema } from './overview/reminders';
import { FileSchema, PersonSchema, SeatEventSchema, SeatSchema, SessionSchema } from './people';
import { PointChangeSchema, PointSchema, TreatmentSchema } from './points';
import { ResponseFileSchema, SubmissionFileSchema } from './response-files';
import { BodySchema, MunicipalityRegionSchema, MunicipalitySchema, PartySchema, RegionSchema } from './places';
import { LineageSchema, PartSchema, SectionCoordinatorSchema, SectionSchema } from './sections';
import {
  FileInspectionSchema,
  FileWithholdingSchema,
  FindingReleaseSchema,
  PublicationEventSchema,
  RedactionLiftSchema,
  RedactionSchema,
} from './screening/rows';
import { AuthorityNoticeSchema, PublicationSchema, SectionAmendsSchema } from './publications';
import { TextSchema } from './texts';
import {
  BodyAdditionSchema,
  PartyRuleSchema,
  PartyWaySchema,
  StepOverrideConsentSchema,
  StepOverrideSchema,
} from './ways';
import { TextVersionSchema, VersionCompanionSchema, VersionSchema, VersionTextSchema } from './versions';

/** Every table TypeORM reads and writes rows of. */
export const entities = [
  RegionSchema,
  MunicipalitySchema,
  MunicipalityRegionSchema,
  PartySchema,
  BodySchema,
  PersonSchema,
  SeatSchema,
  SeatEventSchema,
  SessionSchema,
  FileSchema,
  ChainTemplateSchema,
  AgreementSchema,
  AgreementPartySchema,
  AgreementEventSchema,
  PartSchema,
  TextSchema,
  SectionSchema,
  SectionCoordinatorSchema,
  LineageSchema,
  AnnexSchema,
  TextVersionSchema,
  VersionSchema,
  VersionTextSchema,
  VersionCompanionSchema,
  ActSchema,
  HeardDocumentSchema,
  HeardDocumentFileSchema,
  HearingRoundSchema,
  RoundSectionSchema,
  RoundBodySchema,
  TimeRequestSchema,
  TimeAnswerSchema,
  RoundVisitSchema,
  RoundExtensionSchema,
  RoundEventSchema,
  BodyMeetingSchema,
  ReminderPlanSchema,
  ResponseSchema,
  SubmissionSchema,
  ResponseFileSchema,
  SubmissionFileSchema,
  WithdrawalSchema,
  PointSchema,
  PointChangeSchema,
  TreatmentSchema,
  DecisionSchema,
  ConfirmationSchema,
  FileInspectionSchema,
  FindingReleaseSchema,
  RedactionSchema,
  RedactionLiftSchema,
  FileWithholdingSchema,
  PublicationEventSchema,
  PartyWaySchema,
  PartyRuleSchema,
  StepOverrideSchema,
  StepOverrideConsentSchema,
  BodyAdditionSchema,
  CaseSchema,
  CaseAnnexSchema,
  CaseSendingSchema,
  PublicationSchema,
  AuthorityNoticeSchema,
  SectionAmendsSchema,
];

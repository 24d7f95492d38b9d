import { ActSchema } from './act';
import {
  AgreementEventSchema,
  AgreementPartySchema,
  AgreementSchema,
  AnnexSchema,
  ChainTemplateSchema,
} from './agreements';
import { ConfirmationSchema, DecisionSchema } from './approvals';
import {
  HearingRoundSchema,
  PointSchema,
  ResponseSchema,
  RoundBodySchema,
  RoundEventSchema,
  RoundExtensionSchema,
  SubmissionSchema,
  TreatmentSchema,
  WithdrawalSchema,
} from './hearings';
import { FileSchema, PersonSchema, SeatEventSchema, SeatSchema, SessionSchema } from './people';
import { BodySchema, MunicipalityRegionSchema, MunicipalitySchema, PartySchema, RegionSchema } from './places';
import { LineageSchema, PartSchema, SectionCoordinatorSchema, SectionSchema } from './sections';
import { TextSchema } from './texts';
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
  HearingRoundSchema,
  RoundBodySchema,
  RoundExtensionSchema,
  RoundEventSchema,
  ResponseSchema,
  SubmissionSchema,
  WithdrawalSchema,
  PointSchema,
  TreatmentSchema,
  DecisionSchema,
  ConfirmationSchema,
];

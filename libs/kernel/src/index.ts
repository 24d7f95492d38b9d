export { err, ok, unreachable, type Result } from './result';
export { LONGEST } from './longest';
export {
  brandId,
  isSha256,
  type AgreementId,
  type BodyId,
  type DecisionId,
  type ItemId,
  type JobId,
  type MeetingId,
  type PartId,
  type PartyId,
  type PersonId,
  type PointId,
  type ResponseId,
  type RoundId,
  type SeatId,
  type SectionId,
  type Sha256,
  type TextId,
  type VersionHash,
} from './ids';
export { canonicalBytes, canonicalHash, sha256, type Json } from './canonical';
export {
  addDays,
  COPENHAGEN,
  daysBetween,
  endOfDay,
  instantFromMillis,
  instantOf,
  localDateAt,
  localDateOf,
  parseLocalDate,
  parseLocalTime,
  type DateRefused,
  type Instant,
  type LocalDate,
} from './dates';

export { abilityFor, type AppAbility } from './ability';
export { capacityFor } from './capacity';
export {
  addedKinds,
  bodyKinds,
  canBeHeard,
  heardKinds,
  holds,
  seatKinds,
  seatKindsFor,
  type BodyKind,
  type Seat,
  type SeatKind,
} from './seat';
export {
  on,
  type ActName,
  type ActsOn,
  type AgreementSubject,
  type CaseSubject,
  type DecisionSubject,
  type KindQuestion,
  type PartySubject,
  type PointSubject,
  type Question,
  type RegionSubject,
  type ResponseSubject,
  type RoundSubject,
  type SeatSubject,
  type SectionSubject,
  type Subject,
  type SubjectName,
  type SubjectNamed,
  type TextSubject,
} from './subject';
export { createViewer, NotAllowed, type NotAllowedReason, type Viewer } from './viewer';

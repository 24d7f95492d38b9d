export { startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './embedded/start';
export { DataFolderInUse } from './embedded/lock';
export {
  actHash,
  appendAct,
  databaseNow,
  lockAgreement,
  hiddenHash,
  type ActRow,
  type Actor,
  type NewAct,
} from './act';
export {
  BundleReads,
  NeverAtRest,
  type BundledCase,
  type BundledFile,
  type BundledText,
  type BundledVersion,
  type CaseRecord,
} from './bundle-reads';
export { saidHash, saidOf } from './decision-said';
export { headOf, LogReads, type LogHead } from './log-head';
export {
  changeAgreement,
  closeTexts,
  openTexts,
  recordEvent,
  standingTexts,
  type Announce,
  type Announcement,
  type Change,
  type EventRecord,
} from './agreement-change';
export {
  AgreementReads,
  agreementView,
  type AgreementHead,
  type AgreementView,
  type SectionView,
} from './agreement-reads';
export type { Predecessor } from './predecessors';
export type { NewAgreement } from './agreement-creation';
export { AgreementStore } from './agreement-store';
export type { AmendmentInput } from './amendments';
export {
  ConsolidatedReads,
  type AddendumInForce,
  type AgreedContent,
  type ConsolidatedView,
} from './consolidated-reads';
export { PublicationReads, type PublishedAgreement, type Succession } from './publication-reads';
export type { AuthorityNoticeRow, PublicationRow } from './publications';
export { SupplementStore, type NewSupplement } from './supplement-store';
export type { AgreementRow, AnnexRow } from './agreements';
export type { LineageRow, PartRow, SectionRow } from './sections';
export type { TextRow } from './texts';
export { FileStore } from './file-store';
export type { FileRow, PersonRow, SeatRow } from './people';
export { PeopleStore, type DemoPersonRow, type PeopleRefused, type SignedIn } from './people-store';
export { PlaceStore, type NewBody } from './place-store';
export type { BodyRow, PartyRow, RegionRow } from './places';
export { loadReference } from './reference';
export { SectionStore, type NewSection } from './section-store';
export type { SetupRefused } from './setup';
export { blankOf, createText, TextContents, titleOf, type NewText } from './text-content';
export { draftOf, namesIn, type Contents } from './draft';
export { plainAgreementOf, plainVersionOf } from './plain-agreement';
export { VersionReads, type FrozenContent, type VersionView } from './version-reads';
export type { VersionRow } from './versions';

export { APP_ROLE, checkDurability, connect, connectPool, NotDurable, type ConnectOptions } from './connect';
export { emptyDatabase, migrate, migrateDown } from './migrate';
export { Bus, type BusOptions, type Heard, type Told } from './bus';
export { freezeVersion, manifestAhead, type FreezeInput, type FrozenVersion } from './freeze';
export { TextEraser } from './text-eraser';
export { MilestoneStore, type Milestone, type MilestoneSeen, type PutBackRefused } from './milestone-store';
export { TextHistory, type ReplayedVersion, type TextAttribution } from './text-history';
export type { PieceBack } from './text-put-back';
export { TextLogStore } from './text-log';
export { TextRights } from './text-store';
export { watchRights, type RightsWatch } from './rights-watch';
export { ApprovalReads, type ApprovalView } from './approval-reads';
export { CaseReads, type CaseView, type SentCase } from './case-reads';
export { CaseStore, missingIn, type CaseAnnexRefused, type NewCase, type NewCaseAnnex } from './case-store';
export type { CaseAnnexRow, CaseRow } from './cases';
export { ApprovalStore, type NewDecision, type RecordRefused } from './approval-store';
export { referenceOf } from './approval-letters';
export { isForAll } from './minutes';
export { OverrideStore, type NewOverride } from './override-store';
export { decidingCouncils, type CouncilSuccession } from './successions';
export { PartyRuleStore } from './party-rules';
export type { ConfirmationRow, DecisionRow } from './approvals';
export { HearingReads, type HeardSection } from './hearing-reads';
export { HearingStore, type LongerTime, type OpenedRound, type OpenRoundRefused } from './hearing-store';
export { minimumDaysIn, type NewRound, type WhatIsHeard } from './round-opening';
export type { RoundParts, TimeRequestView } from './round-parts';
export { recordVisit, RoundVisits } from './round-visits';
export { RoundGround } from './round-ground';
export { pendingOf, TimeRequestStore, type NewTimeRequest } from './time-requests';
export type { ResponseView, RoundView, SubmissionView } from './hearing-views';
export type { PointChangeView, PointView, TreatmentView } from './point-views';
export { JobRequests } from './job-requests';
export { arrangementOf, PointStore } from './point-store';
export { TreatmentReads, type HeardAndAfter, type SectionText, type TextsAfter } from './treatment-reads';
export type { HearingRoundRow, RoundExtensionRow, SubmissionRow } from './hearings';
export type { RoundVisitRow, TimeAnswerRow, TimeRequestRow } from './round-records';
export { hasUnsent } from './unsent-corrections';
export { ResponseStore, type Checked } from './response-store';
export type { StoreGround } from './round-change';
export { seedDemo } from './seed';
export { Pulse, type Database } from './pulse';
export { isInside, sendLetters, type NewLetter } from './letters/outbox';
export {
  LetterStore,
  type LettersAsked,
  PAUSES,
  type KeptMail,
  type LetterDue,
  type MailEntry,
  type MailView,
} from './letters/letter-store';
export { SignInLinks, type LinkView } from './letters/links';
export { RequestCounts } from './letters/request-counts';
export { askJob, type JobKind, type NewJob } from './jobs/asking';
export { JobStore, type JobState, type JobView, type Made } from './jobs/job-store';
export {
  dropTimers,
  setTimer,
  TimerStore,
  type DueTimer,
  type FireTimer,
  type NewTimer,
  type TimerKind,
  type Transaction,
} from './jobs/timers';
export { ChainReads, type ChainChoice, type OfferedChain } from './chain-reads';
export { WayStore, type BodyPlace, type NewCommittee, type WayView } from './way-store';
export { MeetingStore, type BodyMeeting } from './overview/meeting-store';
export { ReminderStore, sendReminder, type ReminderPlan } from './overview/reminders';
export { CalendarFeeds, type CalendarHolder } from './calendar-feeds';
export { sendDecisionReminder } from './decision-reminders';
export { turnAgreement } from './turns';
export { standingsOf, type BodyStanding } from './overview/standings';
export { ResponseFiles, type NewResponseFile, type PlacedFile, type ResponseFile } from './response-files';
export {
  ScreeningStore,
  type NewInspection,
  type NewRedaction,
  type NewWithholding,
  type NothingThere,
} from './screening/screening-store';
export { findingsIn, isPublished, missingInspections, releasesIn, type Screening } from './screening/screening-view';
export { answersAsShown, pointOfNothing, type AnswerAsShown } from './screening/as-shown';
export { withoutCuts, withoutNumbers, type Covering } from './screening/covering';
export { GivingWay } from './giving-way';
export { LookingThrough } from './screening/looking-through';
export type { PublishedAnswer, PublishedFile, PublishedRound, PublishedSlot } from './screening/published';
export type { PlacedFinding, ScreenedFile, ScreenedSlot, ScreenedSubmission } from './screening/screened';
export type { AnswerSlotKind } from './screening/answer-slots';
export type { FileInspectionRow, FileWithholdingRow, PublicationEventRow, RedactionRow } from './screening/rows';

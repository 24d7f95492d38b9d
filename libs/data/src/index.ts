export { startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './embedded/start';
export { DataFolderInUse } from './embedded/lock';
export { actHash, appendAct, databaseNow, lockAgreement, type ActRow, type Actor, type NewAct } from './act';
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
export { AgreementStore, type NewAgreement } from './agreement-store';
export type { AgreementRow, AnnexRow } from './agreements';
export type { LineageRow, PartRow, SectionRow } from './sections';
export type { TextRow } from './texts';
export { FileStore } from './file-store';
export type { FileRow, PersonRow, SeatRow } from './people';
export { PeopleStore, type DemoPersonRow, type PeopleRefused, type SignedIn } from './people-store';
export { PlaceStore } from './place-store';
export type { BodyRow, PartyRow, RegionRow } from './places';
export { loadReference } from './reference';
export { SectionStore, type NewSection } from './section-store';
export type { SetupRefused } from './setup';
export { blankOf, createText, TextContents, titleOf, type NewText } from './text-content';
export { draftOf, namesIn, type Contents } from './draft';
export { VersionReads, type FrozenContent, type VersionView } from './version-reads';
export type { VersionRow } from './versions';

export { APP_ROLE, checkDurability, connect, connectPool, NotDurable, type ConnectOptions } from './connect';
export { emptyDatabase, migrate, migrateDown } from './migrate';
export { Bus, type BusOptions, type Heard, type Told } from './bus';
export { freezeVersion, type FreezeInput, type FrozenVersion } from './freeze';
export { TextEraser } from './text-eraser';
export { MilestoneStore, type Milestone, type MilestoneSeen, type PutBackRefused } from './milestone-store';
export { TextHistory, type ReplayedVersion, type TextAttribution } from './text-history';
export type { PieceBack } from './text-put-back';
export { TextLogStore } from './text-log';
export { TextRights } from './text-store';
export { watchRights, type RightsWatch } from './rights-watch';
export { ApprovalReads, type ApprovalView } from './approval-reads';
export { ApprovalStore, type NewDecision } from './approval-store';
export type { ConfirmationRow, DecisionRow } from './approvals';
export { HearingReads, type HeardSection } from './hearing-reads';
export { HearingStore, type NewRound, type OpenedRound, type OpenRoundRefused } from './hearing-store';
export type { PointView, ResponseView, RoundView, SubmissionView } from './hearing-views';
export type { HearingRoundRow, RoundExtensionRow, SubmissionRow, TreatmentRow } from './hearings';
export { ResponseStore } from './response-store';
export type { StoreGround } from './round-change';
export { seedDemo } from './seed';
export { Pulse, type Database } from './pulse';

export {
  Attribution,
  type AttributedRun,
  type AttributedUpdate,
  type Author,
  type ErasedPart,
  type SlotAttribution,
} from './attribution/attribution';
export {
  closeCodes,
  type Access,
  type Appended,
  type Asked,
  type Bus,
  type CloseCode,
  type Connection,
  type Identity,
  type Loaded,
  type Logged,
  type LogRefused,
  type NewEntry,
  type Parcel,
  type Ports,
  type PresenceEntry,
  type Rights,
  type TextLog,
  type UpdateRefused,
} from './ports';
export { MAX_MESSAGE } from './gate/gate';
export { Rooms, type Concerned } from './rooms/rooms';
export type { Session } from './rooms/session';
export type { Counts } from './rooms/tally';

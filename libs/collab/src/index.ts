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
  type Ports,
  type Rights,
  type TextLog,
  type UpdateRefused,
} from './ports';
export { MAX_MESSAGE } from './gate';
export { Rooms, type Concerned } from './rooms';
export type { Session } from './session';

import type { NewEntry } from '../ports';
import type { Intake } from './intake';
import type { Receipt } from './receipts';

/** An update as a client has sent it. */
export interface Offer {
  readonly update: Uint8Array;
  /** As it came, where it can go on to others as it is. */
  readonly message: Uint8Array | null;
  readonly receipt: Receipt;
  /** Whether the client has been asked for what it may build on. */
  readonly isAsked: boolean;
}

/** An update on its way to the log. */
export interface Entry extends NewEntry {
  readonly intake: Intake;
  /** What the others get: the client's own message, unless something had to be cut off. */
  readonly message: Uint8Array;
  /** What it holds: the offer it was made of, and those after it that added nothing. */
  readonly offers: Offer[];
}

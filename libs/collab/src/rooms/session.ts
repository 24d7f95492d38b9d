import type { PersonId, TextId } from '@enig/kernel';
import { Allowance } from './allowance';
import { MAX_MESSAGE } from '../gate/gate';
import {
  closeCodes,
  type Access,
  type CloseCode,
  type Connection,
  type Identity,
  type Parcel,
  type UpdateRefused,
} from '../ports';
import type { Present } from '../presence/presence';
import { acknowledgement, Malformed, readMessage, refusedMessage, stateMessage, type ClientMessage } from '../protocol';
import type { Acknowledged } from './receipts';

/** Where a session's messages go once it is in a room. */
export interface Place {
  /**
   * Hears one message.
   *
   * @returns false when it cannot be heard yet: it is kept, and said again after {@link Session.resume}.
   * @throws Malformed
   */
  hear(session: Session, message: ClientMessage): boolean;
  leave(session: Session): void;
}

/** What a client may do now. */
export type Mode =
  { readonly mode: 'edit'; readonly reason: null } | { readonly mode: 'read'; readonly reason: string };

/** Who comes to which text. */
export interface Visit {
  readonly text: TextId;
  readonly who: Identity;
  /** Whether the client asked for messages 100 to 102 (`ack=1`). */
  readonly acknowledges: boolean;
}

/** What a session needs to know of the house. */
export interface Keeper {
  readonly now: () => number;
  /** The connection has ended, from whichever side. */
  ended(session: Session, code: CloseCode | null): void;
}

/**
 * Bytes a client may leave unread beside the text itself before it is cut off, and bytes it may send that nobody can hear
 * yet (CO-13).
 */
const MAX_UNREAD = 8_388_608;
const MAX_EARLY = 2 * MAX_MESSAGE;

/** What one client may send (CO-23): far more than a person's typing, a reload or a paste ever is. */
const FRAMES = { atOnce: 5_000, perSecond: 500 } as const;
const BYTES = { atOnce: 16 * MAX_MESSAGE, perSecond: 2 * MAX_MESSAGE } as const;
/** How often one client may ask what is here: working that out can take as long as the text (CO-23). One asks once. */
const QUESTIONS = { atOnce: 30, perSecond: 1 } as const;

/** One connection to one text, from the upgrade to the close. */
export class Session implements Present {
  readonly text: TextId;
  readonly who: Identity;
  readonly person: PersonId;

  private displayed = '';
  private place: Place | null = null;
  /** Messages nobody could hear yet, and their bytes. */
  private early: Uint8Array[] = [];
  private earlyBytes = 0;
  private readonly frames: Allowance;
  private readonly bytes: Allowance;
  private readonly questions: Allowance;
  /** Bytes it may leave unread, once it has been sent the text. */
  private mostUnread: number | null = null;
  /** Messages for this client alone, until the end of the turn. */
  private outbox: Uint8Array[] = [];
  private standing: Mode | null = null;
  private ended = false;

  constructor(
    private readonly visit: Visit,
    private readonly connection: Connection,
    private readonly keeper: Keeper,
  ) {
    const now = keeper.now();
    this.text = visit.text;
    this.who = visit.who;
    this.person = visit.who.person;
    this.frames = new Allowance(FRAMES, now);
    this.bytes = new Allowance(BYTES, now);
    this.questions = new Allowance(QUESTIONS, now);
  }

  get isOpen(): boolean {
    return !this.ended;
  }

  /** What others see this person called. */
  get name(): string {
    return this.displayed;
  }

  /** Null until the rights have been asked for the first time. */
  get mode(): Mode | null {
    return this.standing;
  }

  get writes(): boolean {
    return this.standing?.mode === 'edit';
  }

  /** Whether it has not read yet all that it was sent, as on a slow line. */
  get isBehind(): boolean {
    return this.connection.bufferedAmount > 0;
  }

  /** In ms. */
  now(): number {
    return this.keeper.now();
  }

  /** It asks what is here. @returns whether it may; one that asks without end is cut off. */
  asks(): boolean {
    if (this.questions.take(1, this.now())) return true;
    this.close(closeCodes.tooFast, 'Too many questions');
    return false;
  }

  /** Takes one message from the socket, in order. Until it can be heard it waits here. */
  receive(message: Uint8Array): void {
    if (this.ended) return;
    if (message.length > MAX_MESSAGE) return this.close(closeCodes.tooLarge, 'A message may be 1 MiB');
    const now = this.keeper.now();
    if (!this.frames.take(1, now) || !this.bytes.take(message.length, now))
      return this.close(closeCodes.tooFast, 'Too much in too short a time');
    if (this.early.length === 0 && this.place && this.read(message, this.place)) return;
    this.keep(message);
  }

  private keep(message: Uint8Array): void {
    this.earlyBytes += message.length;
    if (this.earlyBytes > MAX_EARLY) return this.close(closeCodes.tooFast, 'Too much before the text is loaded');
    this.early.push(message);
  }

  /** @returns whether it was heard. */
  private read(message: Uint8Array, place: Place): boolean {
    try {
      return place.hear(this, readMessage(message));
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      this.close(closeCodes.malformed, 'The message cannot be read');
      return true;
    }
  }

  /** Lets the session into its room; what it has said until now is heard there. */
  enter(place: Place): void {
    this.place = place;
    this.resume();
  }

  /** What could not be heard is said again, in order. */
  resume(): void {
    for (let next = this.early[0]; next && this.place && this.read(next, this.place); next = this.early[0]) {
      this.early.shift();
      this.earlyBytes -= next.length;
    }
  }

  /** Takes what the client may do now and tells it when that has changed. @returns whether it may edit from now on. */
  allow(access: Exclude<Access, { mode: 'none' }>): boolean {
    this.displayed = access.name;
    const now: Mode =
      access.mode === 'edit' ? { mode: 'edit', reason: null } : { mode: 'read', reason: access.reason ?? 'noRight' };
    const before = this.standing;
    this.standing = now;
    if (before?.mode !== now.mode || before.reason !== now.reason) this.tell(() => stateMessage(now.mode, now.reason));
    return before?.mode === 'read' && now.mode === 'edit';
  }

  /** Says which update frames are not accepted. The client keeps its words, and the connection goes on (CO-16). */
  refuse(code: UpdateRefused, frames: readonly number[]): void {
    this.tell(() => refusedMessage(code, frames));
  }

  /** Says what is committed, to a client that asked to be told. */
  acknowledge(told: readonly Acknowledged[]): void {
    for (const { count, seq } of told) this.tell(() => acknowledgement(count, seq));
  }

  private tell(message: () => Uint8Array): void {
    if (this.visit.acknowledges) this.post(message());
  }

  /** Sends a message to this client alone, at the latest at the end of the turn. */
  post(message: Uint8Array): void {
    if (this.ended) return;
    this.outbox.push(message);
    if (this.outbox.length === 1) void Promise.resolve().then(() => this.deliver([]));
  }

  /** Sends what others get too, in one write with what waits for this client alone. */
  deliver(parcel: Parcel): void {
    const own = this.outbox;
    this.outbox = [];
    const all = own.length === 0 ? parcel : [...own, ...parcel];
    if (all.length > 0) this.hand(all);
  }

  /** The first answer is the text, which may take its time on a slow line: it is no sign that the client does not read. */
  excuse(parcel: Parcel): void {
    this.mostUnread ??= MAX_UNREAD + parcel.reduce((sum, { length }) => sum + length, 0);
  }

  private get leavesTooMuch(): boolean {
    return this.connection.bufferedAmount > (this.mostUnread ?? MAX_UNREAD);
  }

  /** Hands over, or cuts off a client that has stopped reading: it comes back and catches up. */
  private hand(parcel: Parcel): void {
    if (this.ended) return;
    if (this.leavesTooMuch) return this.close(closeCodes.tryAgain, 'Too much is unread');
    this.connection.send(parcel);
  }

  /** Ends the connection from this side, after what was said to it. */
  close(code: CloseCode, reason: string): void {
    if (this.ended) return;
    if (!this.leavesTooMuch) this.deliver([]);
    this.connection.close(code, reason);
    this.finish(code);
  }

  /** The socket is gone. What was received before is still committed. */
  end(): void {
    this.finish(null);
  }

  private finish(code: CloseCode | null): void {
    if (this.ended) return;
    this.ended = true;
    this.early = [];
    this.outbox = [];
    this.place?.leave(this);
    this.keeper.ended(this, code);
  }
}

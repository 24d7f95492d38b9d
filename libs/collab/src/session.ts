import type { PersonId, TextId } from '@enig/kernel';
import { MAX_MESSAGE } from './gate';
import { closeCodes, type Access, type CloseCode, type Connection, type Identity, type UpdateRefused } from './ports';
import type { Present } from './presence';
import { acknowledgement, Malformed, readMessage, refusedMessage, stateMessage, type ClientMessage } from './protocol';
import type { Acknowledged } from './receipts';

/** Where a session's messages go once it is in a room. */
export interface Place {
  hear(session: Session, message: ClientMessage): void;
  leave(session: Session): void;
}

/** What a client may do now. */
export type Mode =
  { readonly mode: 'edit'; readonly reason: null } | { readonly mode: 'read'; readonly reason: string };

/** Bytes a client may leave unread before it is cut off, and bytes it may send before it is let in (CO-13). */
const MAX_UNREAD = 8_388_608;
const MAX_EARLY = 2 * MAX_MESSAGE;

/** One connection to one text, from the upgrade to the close. */
export class Session implements Present {
  readonly person: PersonId;

  private displayed = '';
  private place: Place | null = null;
  private early: Uint8Array[] = [];
  private earlyBytes = 0;
  private standing: Mode | null = null;
  private ended = false;

  constructor(
    readonly text: TextId,
    readonly who: Identity,
    private readonly connection: Connection,
    private readonly acknowledges: boolean,
    private readonly onEnd: (session: Session) => void,
  ) {
    this.person = who.person;
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

  /** Takes one message from the socket, in order. Before the text is loaded it waits here. */
  receive(message: Uint8Array): void {
    if (this.ended) return;
    if (message.length > MAX_MESSAGE) return this.close(closeCodes.tooLarge, 'A message may be 1 MiB');
    if (this.place) return this.read(message, this.place);
    this.earlyBytes += message.length;
    if (this.earlyBytes > MAX_EARLY) return this.close(closeCodes.tooFast, 'Too much before the text is loaded');
    this.early.push(message);
  }

  private read(message: Uint8Array, place: Place): void {
    try {
      place.hear(this, readMessage(message));
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      this.close(closeCodes.malformed, 'The message cannot be read');
    }
  }

  /** Lets the session into its room; what it has said until now is heard there. */
  enter(place: Place): void {
    this.place = place;
    const early = this.early;
    this.early = [];
    for (const message of early) if (this.isOpen) this.read(message, place);
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
    if (this.acknowledges) this.send(message());
  }

  /** Sends a message, or cuts off a client that has stopped reading: it comes back and catches up. */
  send(message: Uint8Array): void {
    if (this.ended) return;
    if (this.connection.bufferedAmount > MAX_UNREAD) return this.close(closeCodes.tryAgain, 'Too much is unread');
    this.connection.send(message);
  }

  /** Ends the connection from this side. */
  close(code: CloseCode, reason: string): void {
    if (this.ended) return;
    this.connection.close(code, reason);
    this.end();
  }

  /** The socket is gone. What was received before is still committed. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.early = [];
    this.place?.leave(this);
    this.onEnd(this);
  }
}

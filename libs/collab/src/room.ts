import type { TextId } from '@enig/kernel';
import * as Y from 'yjs';
import { Gate } from './gate';
import { Intake, type Entry } from './intake';
import { closeCodes, type Loaded, type Logged, type Ports } from './ports';
import { KEEP_ALIVE, Presence } from './presence';
import { Malformed, reading, step2, updateMessage, type ClientMessage } from './protocol';
import type { Place, Session } from './session';

/** What a room needs of the house it stands in. */
export interface House extends Pick<Ports, 'log' | 'now' | 'trouble'> {
  /** Sends an entry to the log. */
  submit(entry: Entry): void;
  /** The room is empty or has failed: whoever comes next gets a new one. */
  dismiss(room: Room): void;
}

/**
 * One text and the connections to it. Nothing reaches the document or a peer before it is committed (CO-1): the gate
 * judges a frame, the log stores it together with whatever else waits, and only then it is applied, forwarded and
 * acknowledged.
 */
export class Room implements Place {
  /** What is committed, as far as `seq`. */
  readonly doc = new Y.Doc();
  readonly gate: Gate;

  private readonly intakes = new Map<Session, Intake>();
  private readonly presence: Presence<Session>;
  private upTo: number;
  /** Own entries committed beyond `seq`, as another node was in between. */
  private readonly ahead = new Set<number>();
  /** The highest seq heard of. */
  private wanted = 0;
  private looking: Promise<void> | null = null;
  private readonly hasTitle: boolean;
  private title: string;
  private inFlight = 0;
  private ended = false;

  /** @throws what Yjs throws when the log cannot be read as a document: then there is no room (CO-12). */
  constructor(
    readonly text: TextId,
    { kind, seq, updates, title }: Loaded,
    private readonly house: House,
  ) {
    this.gate = new Gate(kind);
    this.presence = new Presence(house.now);
    this.hasTitle = this.gate.roots.has('title');
    this.title = title;
    this.doc.transact(() => updates.forEach((update) => Y.applyUpdate(this.doc, update)));
    this.upTo = seq;
    this.keepTitle();
  }

  /** Up to here the document holds everything that is committed. */
  get seq(): number {
    return this.upTo;
  }

  get isOpen(): boolean {
    return !this.ended;
  }

  /** Lets a session in: it is asked for what it has, and hears who is here. */
  join(session: Session): void {
    const intake = new Intake(this, session);
    this.intakes.set(session, intake);
    intake.ask();
    this.presence.show(session);
    session.enter(this);
  }

  leave(session: Session): void {
    if (!this.intakes.delete(session)) return;
    this.presence.leave(session, this.intakes.keys());
    this.dropWhenIdle();
  }

  /** Ends a room nobody is in. Entries on their way to the log keep it until they are settled (CO-13). */
  dropWhenIdle(): void {
    if (this.intakes.size === 0 && this.inFlight === 0) this.endRoom();
  }

  /** The document can no longer be trusted to be what the log holds: everybody comes again and gets it from there. */
  fail(error: unknown): void {
    if (this.ended) return;
    this.endRoom();
    this.house.trouble(error);
    for (const session of [...this.intakes.keys()]) session.close(closeCodes.tryAgain, 'The text must be loaded again');
  }

  private endRoom(): void {
    if (this.ended) return;
    this.ended = true;
    this.house.dismiss(this);
    this.doc.destroy();
  }

  /** @throws Malformed */
  hear(session: Session, message: ClientMessage): void {
    const intake = this.intakes.get(session);
    if (!intake || this.ended) return;
    try {
      this.answer(session, intake, message);
    } catch (error) {
      if (error instanceof Malformed) throw error;
      this.fail(error);
    }
  }

  private answer(session: Session, intake: Intake, message: ClientMessage): void {
    switch (message.kind) {
      case 'step1':
        reading(() => Y.decodeStateVector(message.stateVector));
        return session.send(step2(Y.encodeStateAsUpdate(this.doc, message.stateVector)));
      case 'step2':
        return intake.step2(message.update);
      case 'update':
        return intake.update(message.update);
      case 'presence':
        return this.presence.receive(session, message.presence, this.intakes.keys());
      case 'queryPresence':
        return this.presence.show(session);
    }
  }

  submit(entry: Entry): void {
    this.inFlight += 1;
    this.house.submit(entry);
  }

  /** Asks a client again, when it may write what was refused before. */
  ask(session: Session): void {
    this.intakes.get(session)?.ask();
  }

  /** Tells every client that the server is there; y-websocket leaves one that says nothing for 30 s. */
  keepAlive(): void {
    for (const session of this.intakes.keys()) session.send(KEEP_ALIVE);
  }

  /** An entry is in the log: now it is in the document, and the others hear of it. */
  committed(entry: Entry, seq: number): void {
    this.inFlight -= 1;
    entry.intake.committed(entry, seq);
    if (this.ended) return;
    this.ahead.add(seq);
    this.apply(entry.update, entry.intake.session);
    this.advance();
  }

  /** Entries are settled that did not come into the log. */
  released(count: number): void {
    this.inFlight -= count;
  }

  /** Moves `seq` over what is there already; where something is missing, looks for it. */
  private advance(): void {
    while (this.ahead.delete(this.upTo + 1)) this.upTo += 1;
    if (this.ahead.size > 0) this.noticed(Math.max(...this.ahead));
  }

  /** Another node has come to `seq` (CO-14). */
  noticed(seq: number): void {
    this.wanted = Math.max(this.wanted, seq);
    if (this.wanted <= this.upTo || this.ended) return;
    this.looking ??= this.readOn()
      .catch((error: unknown) => this.fail(error))
      .finally(() => {
        this.looking = null;
        this.noticed(this.wanted);
      });
  }

  /** Reads what the log has beyond the document, until it holds what was noticed. */
  private async readOn(): Promise<void> {
    while (this.upTo < this.wanted && !this.ended) {
      const rows = await this.house.log.since(this.text, this.upTo);
      if (rows.length === 0) throw new Error('The log has not got what was announced');
      for (const row of rows) this.take(row);
      while (this.ahead.delete(this.upTo + 1)) this.upTo += 1;
    }
  }

  private take({ seq, update }: Logged): void {
    if (this.ended || seq <= this.upTo) return;
    if (!this.ahead.delete(seq)) this.apply(update, null);
    this.upTo = seq;
  }

  /** Brings a committed update into the document and on to everybody but the one who sent it. */
  private apply(update: Uint8Array, from: Session | null): void {
    try {
      Y.applyUpdate(this.doc, update);
    } catch (error) {
      return this.fail(error);
    }
    const message = updateMessage(update);
    for (const session of this.intakes.keys()) if (session !== from) session.send(message);
  }

  /** After a commit: the title in lists follows the text. */
  keepTitle(): void {
    if (this.ended || !this.hasTitle) return;
    const title = this.doc.getText('title').toString();
    if (title === this.title) return;
    this.title = title;
    this.house.log.rename(this.text, title).catch((error: unknown) => this.house.trouble(error));
  }
}

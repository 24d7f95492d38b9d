import type { PersonId, TextId } from '@enig/kernel';
import { Committer } from './committer';
import type { Entry, Intake } from './intake';
import {
  closeCodes,
  type Access,
  type Appended,
  type Connection,
  type Identity,
  type Ports,
  type UpdateRefused,
} from './ports';
import { RightsKeeper } from './rights-keeper';
import { Room } from './room';
import { Session } from './session';

/** Whose rights may have changed: those of a person, of everybody in a text, or both left out: of everybody. */
export interface Concerned {
  readonly text?: TextId;
  readonly person?: PersonId;
}

/** All texts that are open on this node. One per process. */
export class Rooms {
  private readonly rooms = new Map<TextId, Promise<Room | null>>();
  private readonly open = new Map<TextId, Room>();
  private readonly sessions = new Set<Session>();
  private readonly committer: Committer<Entry>;
  private readonly keeper: RightsKeeper;
  private goingDown = false;

  constructor(private readonly ports: Ports) {
    this.committer = new Committer<Entry>(ports.log, {
      committed: (outcomes) => this.committed(outcomes),
      lost: (entries, error) => this.lost(entries, error),
    });
    this.keeper = new RightsKeeper(ports.rights, (session, access) => this.decided(session, access), ports.trouble);
  }

  /**
   * Takes a new connection. Its messages can be handed to the session from now on, in order; it is answered when
   * rights and text are there, or closed with the code that says why not.
   *
   * @param acknowledges whether the client asked for messages 100 to 102 (`ack=1`).
   */
  connect(text: TextId, who: Identity, connection: Connection, acknowledges: boolean): Session {
    const session = new Session(text, who, connection, acknowledges, (ended) => this.sessions.delete(ended));
    this.sessions.add(session);
    if (this.goingDown) session.close(closeCodes.goingDown, 'Going down');
    else this.keeper.consider(session);
    return session;
  }

  /** Rights, phases or sign-ins have changed: everybody concerned is told, becomes read-only or is closed (CO-11). */
  reconsider({ text, person }: Concerned): void {
    for (const session of this.sessions) {
      const isConcerned = (text ?? session.text) === session.text && (person ?? session.person) === session.person;
      if (isConcerned) this.keeper.consider(session);
    }
  }

  /** Another node has committed up to `seq`. */
  noticed(text: TextId, seq: number): void {
    this.open.get(text)?.noticed(seq);
  }

  /** Compares every open text with the log, since a notification can be lost (CO-14). */
  async look(): Promise<void> {
    if (this.open.size === 0) return;
    const heads = await this.ports.log.heads([...this.open.keys()]);
    for (const [text, seq] of heads) this.noticed(text, seq);
  }

  /** Sends every client a sign of life. To be called at least every 25 s. */
  keepAlive(): void {
    for (const room of this.open.values()) room.keepAlive();
  }

  /** How many connections and texts are open, for the metrics. */
  get size(): { readonly sessions: number; readonly texts: number } {
    return { sessions: this.sessions.size, texts: this.open.size };
  }

  /** How many people who may write have the text open on this node. */
  writersIn(text: TextId): number {
    const writers = [...this.sessions].filter((session) => session.text === text && session.mode?.mode === 'edit');
    return new Set(writers.map(({ person }) => person)).size;
  }

  /** Takes nothing more, commits what was received, and sends everybody elsewhere. */
  async shutDown(): Promise<void> {
    this.goingDown = true;
    await this.committer.idle();
    for (const session of [...this.sessions]) session.close(closeCodes.goingDown, 'Going down');
  }

  private decided(session: Session, access: Access): void {
    if (access.mode === 'none') return session.close(access.code, 'No access');
    const isFirst = session.mode === null;
    const mayWriteAgain = session.allow(access);
    if (isFirst) void this.enter(session);
    else if (mayWriteAgain) this.open.get(session.text)?.ask(session);
  }

  private async enter(session: Session): Promise<void> {
    try {
      for (;;) {
        const room = await this.room(session.text);
        if (room === null) return session.close(closeCodes.noSuchText, 'No such text');
        if (!session.isOpen) return room.dropWhenIdle();
        if (room.isOpen) return room.join(session);
      }
    } catch (error) {
      this.ports.trouble(error);
      session.close(closeCodes.tryAgain, 'The text could not be loaded');
    }
  }

  /** The text's room, loaded by the first who comes. A load that fails leaves nothing behind (CO-12). */
  private room(text: TextId): Promise<Room | null> {
    const known = this.rooms.get(text);
    if (known) return known;
    const loading = this.load(text);
    this.rooms.set(text, loading);
    const forget = () => void (this.rooms.get(text) === loading && this.rooms.delete(text));
    loading.then((room) => room === null && forget(), forget);
    return loading;
  }

  private async load(text: TextId): Promise<Room | null> {
    const loaded = await this.ports.log.load(text);
    if (loaded === null) return null;
    const { log, now, trouble } = this.ports;
    const submit = (entry: Entry) => this.submit(entry);
    const room = new Room(text, loaded, { log, now, trouble, submit, dismiss: (gone) => this.dismiss(gone) });
    this.open.set(text, room);
    return room;
  }

  private dismiss(room: Room): void {
    if (this.open.get(room.text) !== room) return;
    this.open.delete(room.text);
    this.rooms.delete(room.text);
  }

  private submit(entry: Entry): void {
    if (!this.goingDown) this.committer.submit(entry);
  }

  /** After a commit, in this order: document and peers, then the acknowledgements, then the other nodes. */
  private committed(outcomes: readonly { readonly entry: Entry; readonly appended: Appended }[]): void {
    const reached = new Map<Room, number>();
    const refused = new Map<Intake, { code: UpdateRefused; entries: Entry[] }>();
    for (const { entry, appended } of outcomes) {
      const room = entry.intake.room;
      if (appended.ok) {
        room.committed(entry, appended.seq);
        reached.set(room, Math.max(appended.seq, reached.get(room) ?? 0));
        continue;
      }
      const known = refused.get(entry.intake);
      if (known) known.entries.push(entry);
      else refused.set(entry.intake, { code: appended.code, entries: [entry] });
    }
    for (const [intake, { code, entries }] of refused) this.refuse(intake, code, entries);
    for (const intake of new Set(outcomes.map(({ entry }) => entry.intake))) intake.acknowledge();
    for (const [room, seq] of reached) {
      room.keepTitle();
      room.dropWhenIdle();
      this.ports.bus.announce(room.text, seq);
    }
  }

  /** The log takes nothing from this connection: nor will it take what the connection has sent after that. */
  private refuse(intake: Intake, code: UpdateRefused, entries: readonly Entry[]): void {
    const later = this.committer.withdraw((entry) => entry.intake === intake);
    intake.refused(code, [...entries, ...later]);
    intake.room.released(entries.length + later.length);
    intake.room.dropWhenIdle();
    if (intake.session.isOpen) this.keeper.consider(intake.session);
  }

  /** Nobody knows what of this was committed: the clients load the text again, and send again what is missing (CO-12). */
  private lost(entries: readonly Entry[], error: unknown): void {
    const rooms = new Set(entries.map(({ intake }) => intake.room));
    this.committer.withdraw(({ intake }) => rooms.has(intake.room));
    for (const room of rooms) room.fail(error);
  }
}

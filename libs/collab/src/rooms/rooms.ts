import type { PersonId, TextId } from '@enig/kernel';
import { Committer, type Outcome } from './committer';
import { Folding } from './folding';
import type { Entry } from './entry';
import type { Intake } from './intake';
import {
  closeCodes,
  type Access,
  type CloseCode,
  type Connection,
  type Identity,
  type Logged,
  type Ports,
  type PresenceEntry,
} from '../ports';
import { RightsKeeper } from './rights-keeper';
import { Room, type House } from './room';
import { Session } from './session';
import { sorted, type Commits, type Refusal } from './sorted';
import { Tally, type Counts } from './tally';
import { Visitors } from './visitors';

/** Whose rights may have changed: those of a person, of everybody in a text, or both left out: of everybody. */
export interface Concerned {
  readonly text?: TextId;
  readonly person?: PersonId;
}

/** All texts that are open on this node. One per process. */
export class Rooms {
  private readonly rooms = new Map<TextId, Promise<Room | null>>();
  private readonly open = new Map<TextId, Room>();
  private readonly visitors = new Visitors();
  private readonly committer: Committer<Entry>;
  private readonly folding: Folding;
  private readonly keeper: RightsKeeper;
  private readonly house: House;
  private readonly tally = new Tally();
  private goingDown = false;

  constructor(private readonly ports: Ports) {
    this.committer = new Committer<Entry>(ports.log, ports, {
      committed: (outcomes) => this.committed(outcomes),
      lost: (entries, error) => this.lost(entries, error),
    });
    this.folding = new Folding(ports, (text) => this.open.get(text)?.holding ?? null);
    this.keeper = new RightsKeeper(ports.rights, (session, access) => this.decided(session, access), ports.trouble);
    const { log, bus, now, after, trouble } = ports;
    this.house = {
      ...{ log, bus, now, after, trouble },
      submit: (entry) => this.submit(entry),
      fetch: (text) => this.folding.load(text),
      full: (text) => this.folding.full(text),
      grew: (text, bytes) => this.folding.grew(text, bytes),
      dismiss: (room) => this.dismiss(room),
    };
  }

  /**
   * Takes a new connection. Its messages can be handed to the session from now on, in order; it is answered when
   * rights and text are there, or closed with the code that says why not. Of too many of one person the oldest is closed.
   *
   * @param acknowledges whether the client asked for messages 100 to 102 (`ack=1`).
   */
  connect(text: TextId, who: Identity, connection: Connection, acknowledges: boolean): Session {
    const { now } = this.ports;
    const ended = (gone: Session, code: CloseCode | null) => this.ended(gone, code);
    const session = new Session({ text, who, acknowledges }, connection, { now, ended });
    this.visitors.add(session)?.close(closeCodes.tooFast, 'Too many connections of one person');
    if (this.goingDown) session.close(closeCodes.goingDown, 'Going down');
    else this.keeper.consider(session);
    return session;
  }

  private ended(session: Session, code: CloseCode | null): void {
    this.visitors.delete(session);
    if (code === closeCodes.tooFast) this.tally.tooFast += 1;
    if (code === closeCodes.tryAgain) this.tally.cutOff += 1;
  }

  /** Rights, phases or sign-ins have changed: everybody concerned is told, becomes read-only or is closed (CO-11). */
  reconsider({ text, person }: Concerned): void {
    for (const session of this.visitors.all) {
      const isConcerned = (text ?? session.text) === session.text && (person ?? session.person) === session.person;
      if (isConcerned) this.keeper.consider(session);
    }
  }

  /** Another node has committed up to `seq`; of what it has told besides, the log need not be asked. */
  noticed(text: TextId, seq: number, rows: readonly Logged[] = []): void {
    this.open.get(text)?.noticed(seq, rows);
  }

  /** Compares every open text with the log, since a notification can be lost (CO-14). */
  async look(): Promise<void> {
    if (this.open.size === 0) return;
    const heads = await this.ports.log.heads([...this.open.keys()]);
    for (const [text, seq] of heads) this.noticed(text, seq);
  }

  /** To be called every second: texts nobody has used for ten are dropped from memory, their connections stay. */
  tidy(): void {
    for (const room of this.open.values()) if (room.rest()) this.folding.quiet(room.text);
  }

  /** Sends every client a sign of life, and the other nodes who is here. To be called at least every 25 s. */
  keepAlive(): void {
    for (const room of this.open.values()) room.keepAlive();
  }

  /** What another node says of who is in a text there (CO-24). */
  presenceFrom(node: string, text: TextId, entries: readonly PresenceEntry[]): void {
    this.open.get(text)?.crowd.hear(node, entries);
  }

  /** Another node has come: it is told who is here. */
  nodeCame(): void {
    for (const room of this.open.values()) room.crowd.sayAll();
  }

  /** Another node has said goodbye, or has been silent for too long. */
  nodeGone(node: string): void {
    for (const room of this.open.values()) room.crowd.gone(node);
  }

  /** How many connections and texts are open, and how many of the texts are in memory, for the metrics. */
  get size(): { readonly sessions: number; readonly texts: number; readonly held: number } {
    const held = [...this.open.values()].filter(({ holding }) => holding).length;
    return { sessions: this.visitors.all.size, texts: this.open.size, held };
  }

  /** For the metrics. */
  get counts(): Counts {
    return this.tally;
  }

  /**
   * How many people who may write have the text open: on this node all, on others those whose presence they have told.
   */
  writersIn(text: TextId): number {
    const here = [...this.visitors.all].filter((session) => session.text === text && session.writes);
    const elsewhere = this.open.get(text)?.crowd.writersElsewhere() ?? [];
    return new Set([...here.map(({ person }) => person), ...elsewhere]).size;
  }

  /** Takes nothing more, commits what was received, and sends everybody elsewhere. */
  async shutDown(): Promise<void> {
    this.goingDown = true;
    await this.committer.finish();
    for (const session of [...this.visitors.all]) session.close(closeCodes.goingDown, 'Going down');
    await this.folding.stop();
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
        if (room.isOpen && room.holding) return room.join(session);
        await room.ready();
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
    const loaded = await this.folding.load(text);
    if (loaded === null) return null;
    const room = new Room(text, loaded, this.house);
    this.open.set(text, room);
    this.ports.bus.presence(text, []);
    return room;
  }

  private dismiss(room: Room): void {
    this.committer.withdraw(({ intake }) => intake.room === room);
    if (this.open.get(room.text) !== room) return;
    this.open.delete(room.text);
    this.rooms.delete(room.text);
    this.folding.quiet(room.text);
  }

  private submit(entry: Entry): void {
    if (!this.goingDown) this.committer.submit(entry);
  }

  /** After a commit, in this order: documents, then peers together with the acknowledgements, then the other nodes. */
  private committed(outcomes: readonly Outcome<Entry>[]): number {
    const { commits, refused } = sorted(outcomes);
    this.count(commits);
    for (const [room, its] of commits) room.committed(its);
    for (const [intake, refusal] of refused) this.refuse(intake, refusal);
    for (const intake of new Set(outcomes.map(({ entry }) => entry.intake))) intake.acknowledge();
    for (const [room, its] of commits) {
      room.pass();
      room.keepTitle();
      room.dropWhenIdle();
      this.ports.bus.announce(
        room.text,
        its.map(({ seq, entry: { update } }) => ({ seq, update })),
      );
    }
    return [...commits].reduce((sum, [room, its]) => sum + its.length * room.peers, 0);
  }

  private count(commits: Commits): void {
    this.tally.commits += 1;
    for (const { entry } of [...commits.values()].flat()) {
      this.tally.edits += 1;
      this.tally.bytes += entry.update.length;
    }
  }

  /** The log takes nothing from this connection: nor will it take what the connection has sent after that. */
  private refuse(intake: Intake, { code, entries }: Refusal): void {
    const all = [...entries, ...this.committer.withdraw((entry) => entry.intake === intake)];
    if (code === 'STALE') {
      this.tally.stale += all.length;
      return intake.stale(all);
    }
    this.tally.refused += all.length;
    intake.refused(code, all);
    intake.room.dropWhenIdle();
    if (intake.session.isOpen) this.keeper.consider(intake.session);
  }

  /** Nobody knows what of this was committed: the clients load the text again, and send again what is missing (CO-12). */
  private lost(entries: readonly Entry[], error: unknown): void {
    for (const room of new Set(entries.map(({ intake }) => intake.room))) room.fail(error);
  }
}

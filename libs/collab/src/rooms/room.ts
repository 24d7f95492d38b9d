import type { TextId } from '@enig/kernel';
import { Crowd } from '../presence/crowd';
import { fanOut } from './fan-out';
import type { Judgement } from '../gate/gate';
import type { Entry } from './entry';
import type { Holding } from './holding';
import { Intake } from './intake';
import { Judge, type Court } from './judge';
import { closeCodes, type Loaded, type Logged, type Parcel, type Ports } from '../ports';
import { KEEP_ALIVE } from '../presence/presence-wire';
import { knowsNothing, Malformed, type ClientMessage } from '../protocol';
import type { Place, Session } from './session';
import { Shelf } from './shelf';
import { Tail, type Commit } from './tail';
import { TitleKeeper } from './title-keeper';

/** What a room needs of the house it stands in. */
export interface House extends Pick<Ports, 'log' | 'bus' | 'now' | 'after' | 'trouble'>, Court {
  /** Sends an entry to the log. */
  submit(entry: Entry): void;
  /** An update of so many bytes has come into a text's log. */
  grew(text: TextId, bytes: number): void;
  /** Fetches a text that is open here again, folded where its log is long. */
  fetch(text: TextId): Promise<Loaded | null>;
  /** The room is empty or has failed: whoever comes next gets a new one. */
  dismiss(room: Room): void;
}

const SIGN_OF_LIFE: Parcel = [KEEP_ALIVE];

/**
 * One text and the connections to it. Nothing reaches the document or a peer before it is committed (CO-1): the gate
 * judges an update, the log stores it together with whatever else waits, and only then it is applied, forwarded and
 * acknowledged. What the room holds of the text is a cache and comes and goes with the need for it (CO-25).
 */
export class Room implements Place {
  private readonly judgement: Judge;
  private readonly intakes = new Map<Session, Intake>();
  /** Who is here. */
  readonly crowd: Crowd;
  private readonly tail: Tail;
  private readonly shelf: Shelf;
  private readonly title: TitleKeeper;
  private ended = false;

  constructor(
    readonly text: TextId,
    loaded: Loaded,
    private readonly house: House,
  ) {
    const failed = (error: unknown) => this.fail(error);
    this.judgement = new Judge(text, loaded.kind, house);
    this.title = new TitleKeeper(text, loaded.kind, loaded.title, house);
    this.crowd = new Crowd(text, house, () => this.pass());
    this.tail = new Tail(loaded.seq, {
      since: (seq) => house.log.since(text, seq),
      head: async () => (await house.log.heads([text])).get(text) ?? 0,
      apply: (rows) => this.attempt(() => this.shelf.apply(rows)),
      came: () => {
        this.pass();
        this.keepTitle();
        if (!this.holding?.made) this.title.forget();
      },
      failed,
    });
    this.shelf = new Shelf(loaded, {
      fetch: () => house.fetch(text),
      grew: (bytes) => house.grew(text, bytes),
      fetched: (seq) => this.tail.noticed(seq, []),
      failed,
    });
  }

  /** Up to here the peers have everything that is committed. */
  get seq(): number {
    return this.tail.seq;
  }

  get isOpen(): boolean {
    return !this.ended;
  }

  /** What is in memory of the text; null while it is not used. */
  get holding(): Holding | null {
    return this.shelf.holding;
  }

  /** How many connections an update of one of them goes to. */
  get peers(): number {
    return Math.max(0, this.intakes.size - 1);
  }

  /** Lets a session in: what it has said is heard, and it hears who is here. */
  join(session: Session): void {
    this.intakes.set(session, new Intake(this, session));
    this.crowd.show(session);
    session.enter(this);
  }

  leave(session: Session): void {
    if (!this.intakes.delete(session)) return;
    this.crowd.leave(session);
    this.dropWhenIdle();
  }

  /** Ends a room nobody is in. Entries on their way to the log keep it until they are settled (CO-13). */
  dropWhenIdle(): void {
    if (this.intakes.size === 0 && this.tail.isIdle) this.endRoom();
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
    this.tail.stop();
    this.crowd.end();
    this.shelf.end();
    this.house.dismiss(this);
  }

  /** To be called every second: a text not used for a while is dropped from memory. @returns whether it was now. */
  rest(): boolean {
    const now = this.house.now();
    for (const intake of this.intakes.values()) intake.loseHope(now);
    if (!this.shelf.isUnused() || !this.tail.isLevel) return false;
    if (![...this.intakes.values()].every(({ isQuiet }) => isQuiet)) return false;
    this.shelf.drop();
    this.judgement.forget();
    this.title.forget();
    return true;
  }

  /** Resolves when the text is in memory, or the room has failed. */
  ready(): Promise<void> {
    return this.shelf.ready();
  }

  /** @throws Malformed */
  hear(session: Session, message: ClientMessage): boolean {
    const intake = this.intakes.get(session);
    if (!intake || this.ended) return true;
    if (message.kind === 'presence') this.crowd.receive(session, message.presence);
    else if (message.kind === 'queryPresence') this.crowd.asked(session);
    else return this.hearSync(session, intake, message);
    return true;
  }

  private hearSync(session: Session, intake: Intake, message: ClientMessage): boolean {
    const holding = this.shelf.use(session);
    if (!holding) return false;
    try {
      this.answer(intake, holding, message);
    } catch (error) {
      if (error instanceof Malformed) throw error;
      this.fail(error);
    }
    return true;
  }

  private answer(intake: Intake, holding: Holding, message: ClientMessage): void {
    if (message.kind === 'step2') intake.step2(message.update);
    if (message.kind === 'update') intake.update(message);
    if (message.kind !== 'step1' || !intake.session.asks()) return;
    const { stateVector } = message;
    intake.answer(knowsNothing(stateVector) ? holding.everything() : holding.beyond(stateVector));
  }

  /**
   * Judges an update by the text as it is here, and says up to which seq that was.
   *
   * @param waiting  ends of clocks which the connection's own waiting updates will have reached.
   * @throws what Yjs throws when the log cannot be read as a document: then the room fails.
   */
  judge(update: Uint8Array, session: Session, waiting: ReadonlyMap<number, number>): [Judgement, known: number] {
    const { holding } = this;
    if (!holding) throw new Error('An update is judged by the text');
    const underWay = this.tail.bytesUnderWay;
    return [this.judgement.judge(update, session, { holding, waiting, underWay }), holding.seq];
  }

  submit(entry: Entry): void {
    this.tail.send(entry);
    this.house.submit(entry);
  }

  /** Asks a client again for what it has: when it builds on that, or may write what was refused before. */
  ask(session: Session): void {
    const { holding } = this;
    if (holding) this.attempt(() => this.intakes.get(session)?.ask([holding.question()]));
    else void this.ready().then(() => this.holding && this.ask(session));
  }

  private attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Tells every client that the server is there, and the other nodes who is here. */
  keepAlive(): void {
    this.crowd.sayAll();
    for (const session of this.intakes.keys()) session.deliver(SIGN_OF_LIFE);
  }

  /** Entries of this node are in the log: now they are in the document. {@link pass} tells the others. */
  committed(commits: readonly Commit[]): void {
    for (const { entry, seq } of commits) entry.intake.committed(entry, seq);
    const owners = this.holding?.owners;
    for (const { claims, who } of commits.map(({ entry }) => entry))
      for (const client of claims) owners?.set(client, who.person);
    this.tail.committed(commits);
  }

  /** All a connection had on its way has come back. What others have there is still counted on. */
  returned(entries: readonly Entry[], waiting: ReadonlyMap<number, number>): void {
    this.tail.returned(entries);
    this.judgement.returned(waiting);
  }

  /** Resolves when all is here that was in the log at the call, and folded where it is full; or the room has failed. */
  level(): Promise<void> {
    return this.tail.level(this.judgement.folded()).catch((error: unknown) => this.fail(error));
  }

  /** Another node has come to `seq` (CO-14). */
  noticed(seq: number, rows: readonly Logged[]): void {
    this.tail.noticed(seq, rows);
  }

  /** Passes on what is committed and who has moved. */
  pass(): void {
    if (this.ended) return;
    fanOut(this.intakes.keys(), this.tail.takeFrames(), this.crowd.changes());
  }

  /** After a commit: the title in lists follows the text. */
  keepTitle(): void {
    const { holding } = this;
    if (holding?.made) this.title.keep(holding.made, holding.seq);
  }
}

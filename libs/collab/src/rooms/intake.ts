import type { Judgement } from '../gate/gate';
import { closeCodes, type Parcel, type UpdateRefused } from '../ports';
import { saysNothing, updateMessage, type ClientMessage } from '../protocol';
import type { Entry, Offer } from './entry';
import { Receipts } from './receipts';
import type { Room } from './room';
import type { Session } from './session';
import { Waiting } from './waiting';

/** How long in ms a client has to answer a step 1 that its updates wait for: on a slow line that is 1 MiB. */
const ANSWER_WITHIN = 120_000;
/** Most frames of a connection of which it has not been told what became: a person types ten in a second. */
const MOST_OPEN = 10_000;

/** What one connection sends to one text: each update is judged, sent to the log, and answered in the order it came. */
export class Intake {
  private readonly receipts = new Receipts();
  /** Ends of the clocks which entries on their way to the log will reach, by client id. */
  private readonly reaches = new Map<number, number>();
  /** The youngest entry on its way to the document, and its seq once it is in the log. */
  private last: { readonly entry: Entry; seq: number | null } | null = null;
  /** What builds on what the server does not have, until the client has answered a step 1. */
  private readonly held = new Waiting();
  /** When the client had its first chance to answer that. */
  private heldSince = 0;
  private unanswered = 0;
  /** What came while it waits for all that other nodes have committed to be here. */
  private readonly behind = new Waiting();
  private isLevelling = false;
  private mustLevelAgain = false;

  constructor(
    readonly room: Room,
    readonly session: Session,
  ) {}

  /** Whether nothing of this connection is under way or waits for anything. */
  get isQuiet(): boolean {
    return this.last === null && this.held.size === 0 && !this.isLevelling;
  }

  /** Sends the client a parcel in which it is asked for everything the server does not have. */
  ask(parcel: Parcel): void {
    this.unanswered += 1;
    this.session.deliver(parcel);
  }

  /** The same, to a client that has asked what is here. */
  answer(parcel: Parcel): void {
    this.session.excuse(parcel);
    this.ask(parcel);
  }

  /** A keystroke, as a rule. */
  update({ update, message }: Extract<ClientMessage, { kind: 'update' }>): void {
    if (this.receipts.open >= MOST_OPEN) return this.session.close(closeCodes.tooFast, 'Too much is open');
    this.take({ update, message, receipt: this.receipts.expect('update'), isAsked: false }, false);
  }

  /** The client's answer to a step 1: all it has that the server had not. */
  step2(update: Uint8Array): void {
    if (this.receipts.open >= MOST_OPEN) return this.session.close(closeCodes.tooFast, 'Too much is open');
    this.unanswered = Math.max(0, this.unanswered - 1);
    this.take({ update, message: null, receipt: this.receipts.expect('step2'), isAsked: true }, false);
    if (this.unanswered > 0) return;
    for (const offer of this.held.takeAll()) this.take({ ...offer, isAsked: true }, false);
  }

  /** @param isLevel  whether all is here that other nodes had committed when it came. */
  private take(offer: Offer, isLevel: boolean): void {
    if (this.isLevelling) return this.waitBehind(offer);
    if (saysNothing(offer.update)) return this.settle(offer);
    const [judged, known] = this.room.judge(offer.update, this.session, this.reaches);
    const code = refusalOf(judged, this.session);
    if (!isLevel && dependsOnOthers(judged, code, offer)) return this.level([offer]);
    if (code) return this.refuse(code, [offer]);
    if (judged.kind === 'nothing') return this.settle(offer);
    if (judged.kind === 'gap') return offer.isAsked ? this.refuse('CO-8-GAP', [offer]) : this.hold(offer);
    if (judged.kind === 'new') this.send(judged, known, offer);
  }

  /**
   * Somebody who comes from another node may bring what others wrote there and this node has not read yet: before that is
   * held against them, the log is read. Those that came first go before what waits already.
   */
  private level(offers: readonly Offer[]): void {
    this.behind.putBack(offers);
    this.mustLevelAgain = true;
    if (this.isLevelling) return;
    this.isLevelling = true;
    this.readOn().catch((error: unknown) => this.room.fail(error));
  }

  private async readOn(): Promise<void> {
    let covered = 0;
    while (this.mustLevelAgain) {
      this.mustLevelAgain = false;
      const reading = this.room.level();
      await Promise.resolve(); // what was said in the same turn is covered too
      covered = this.behind.size;
      await reading;
      if (!this.room.isOpen) return; // everybody comes again
    }
    this.isLevelling = false;
    this.behind.takeAll().forEach((offer, index) => this.take(offer, index < covered));
    this.room.dropWhenIdle();
  }

  /** Where the log is too slow for what is said, the client comes again and says it then: nothing is held against it. */
  private waitBehind(offer: Offer): void {
    if (!this.behind.add(offer)) this.session.close(closeCodes.tryAgain, 'Too much waits for the log');
  }

  private send(judged: Extract<Judgement, { kind: 'new' }>, known: number, offer: Offer): void {
    const { update, reaches, claims, deletesMost } = judged;
    for (const [client, end] of reaches) this.reaches.set(client, end);
    const [client = null, ...others] = reaches.keys();
    const asItCame = update === offer.update ? offer.message : null;
    const entry: Entry = {
      ...{ text: this.room.text, who: this.session.who, update, claims, deletesMost },
      ...{ client: others.length === 0 ? client : null, known },
      ...{ intake: this, message: asItCame ?? updateMessage(update), offers: [offer] },
    };
    this.last = { entry, seq: null };
    this.room.submit(entry);
  }

  /** The server has all of it (CO-7), or will have once this connection's own last entry is committed. */
  private settle(offer: Offer): void {
    if (this.last?.seq === null) return void this.last.entry.offers.push(offer);
    this.receipts.commit(offer.receipt, this.last?.seq ?? this.room.seq);
    this.acknowledge();
  }

  private hold(offer: Offer): void {
    if (this.held.size === 0) this.heldSince = this.session.now();
    if (!this.held.add(offer)) return this.refuse('CO-8-GAP', [offer]);
    if (this.unanswered === 0) this.room.ask(this.session);
  }

  /** Refuses what waits for an answer that does not come; while the question is not even sent, that is not the client's. */
  loseHope(now: number): void {
    if (this.held.size === 0) return;
    if (this.session.isBehind) this.heldSince = now;
    if (now - this.heldSince < ANSWER_WITHIN) return;
    this.unanswered = 0;
    this.refuse('CO-8-GAP', this.held.takeAll());
  }

  /** An entry is in the log. The client is told by {@link acknowledge}, once for all that went together. */
  committed(entry: Entry, seq: number): void {
    for (const { receipt } of entry.offers) this.receipts.commit(receipt, seq);
    if (entry === this.last?.entry) this.last.seq = seq;
  }

  /** An entry is in the document: what it reaches can be seen there. */
  landed(entry: Entry): void {
    if (entry === this.last?.entry) this.forget();
  }

  /** Entries were refused by the log or will never reach it. What the client sends now is judged without them. */
  refused(code: UpdateRefused, entries: readonly Entry[]): void {
    this.cameBack(entries);
    this.refuse(
      code,
      entries.flatMap(({ offers }) => offers),
    );
  }

  /** Entries were judged before all was here that counts for them (CO-21): they are judged again when it is. */
  stale(entries: readonly Entry[]): void {
    this.cameBack(entries);
    this.level(entries.flatMap(({ offers }) => offers));
  }

  private cameBack(entries: readonly Entry[]): void {
    this.room.returned(entries, this.reaches);
    this.forget();
  }

  private forget(): void {
    this.last = null;
    this.reaches.clear();
  }

  private refuse(code: UpdateRefused, offers: readonly Offer[]): void {
    for (const { receipt } of offers) this.receipts.refuse(receipt);
    const numbers = offers.map(({ receipt }) => receipt.number);
    const frames = numbers.filter((number) => number !== null);
    if (frames.length < numbers.length) this.session.refuse(code, []); // a step 2 has no number
    if (frames.length > 0) this.session.refuse(code, frames);
    this.acknowledge();
    if (code === 'CO-4-MALFORMED') this.session.close(closeCodes.malformed, 'The update cannot be read');
  }

  /** Tells the client what is settled. */
  acknowledge(): void {
    this.session.acknowledge(this.receipts.told());
  }
}

/**
 * Whether it may be judged otherwise when all is here that other nodes have committed: it builds on more, or has words of
 * somebody else, or of a client nobody here knows, or nothing may be added, and perhaps it adds nothing.
 * A keystroke, with which a new client makes itself known, does not.
 */
function dependsOnOthers(judged: Judgement, code: UpdateRefused | null, { isAsked }: Offer): boolean {
  if (code === 'CO-6-CLOSED' || code === 'CO-6-NO-RIGHT' || code === 'CO-13-TEXT-FULL') return true;
  switch (judged.kind) {
    case 'nothing':
      return false;
    case 'gap':
      return isAsked;
    case 'refused':
      return judged.code === 'CO-19-FOREIGN-CLIENT';
    case 'new':
      return judged.claims.length > 0 && (isAsked || judged.reaches.size > 1);
  }
}

/** What adds nothing is fine from anybody (CO-7); the rest must come from somebody who may write, and pass the gate. */
function refusalOf(judged: Judgement, { mode }: Session): UpdateRefused | null {
  if (judged.kind === 'nothing') return null;
  if (judged.kind === 'refused' && judged.code === 'CO-4-MALFORMED') return judged.code;
  if (mode?.mode === 'read') return mode.reason === 'noRight' ? 'CO-6-NO-RIGHT' : 'CO-6-CLOSED';
  return judged.kind === 'refused' ? judged.code : null;
}

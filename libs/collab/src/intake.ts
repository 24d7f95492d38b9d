import type { TextId } from '@enig/kernel';
import * as Y from 'yjs';
import type { Judgement } from './gate';
import { closeCodes, type Identity, type UpdateRefused } from './ports';
import { step1 } from './protocol';
import { Receipts, type Receipt } from './receipts';
import type { Room } from './room';
import type { Session } from './session';

/** An update on its way to the log. */
export interface Entry {
  readonly text: TextId;
  readonly update: Uint8Array;
  readonly who: Identity;
  readonly intake: Intake;
  /** The frames whose content it holds. */
  readonly receipts: Receipt[];
}

interface Frame {
  readonly update: Uint8Array;
  readonly receipt: Receipt;
}

/** Most frames of one connection that wait for its answer to a step 1. */
const MAX_HELD = 200;

/** What one connection sends to one text: each frame is judged, sent to the log, and answered in the order it came. */
export class Intake {
  private readonly receipts = new Receipts();
  /** Ends of the clocks which entries on their way to the log will reach, by client id. */
  private readonly reaches = new Map<number, number>();
  /** The youngest entry on its way to the log. */
  private last: Entry | null = null;
  /** Frames that build on what the server does not have, until the client has answered a step 1. */
  private held: Frame[] = [];
  private unanswered = 0;

  constructor(
    readonly room: Room,
    readonly session: Session,
  ) {}

  /** Asks the client for everything the server does not have. */
  ask(): void {
    this.unanswered += 1;
    this.session.send(step1(Y.encodeStateVector(this.room.doc)));
  }

  /** A keystroke, as a rule. */
  update(update: Uint8Array): void {
    this.take({ update, receipt: this.receipts.expect('update') }, false);
  }

  /** The client's answer to a step 1: all it has that the server had not. */
  step2(update: Uint8Array): void {
    this.unanswered = Math.max(0, this.unanswered - 1);
    this.take({ update, receipt: this.receipts.expect('step2') }, true);
    if (this.unanswered > 0) return;
    const held = this.held;
    this.held = [];
    for (const frame of held) this.take(frame, true);
  }

  /** @param wasAsked whether the client has been asked for what the frame may build on. */
  private take(frame: Frame, wasAsked: boolean): void {
    const judged = this.room.gate.judge(frame.update, { doc: this.room.doc, waiting: this.reaches });
    const code = refusalOf(judged, this.session);
    if (code) return this.refuse(code, [frame.receipt]);
    if (judged.kind === 'nothing') return this.settle(frame.receipt);
    if (judged.kind === 'gap') return wasAsked ? this.refuse('CO-8-GAP', [frame.receipt]) : this.hold(frame);
    if (judged.kind === 'new') this.send(judged.update, judged.reaches, frame.receipt);
  }

  private send(update: Uint8Array, reaches: ReadonlyMap<number, number>, receipt: Receipt): void {
    for (const [client, end] of reaches) this.reaches.set(client, end);
    this.last = { text: this.room.text, update, who: this.session.who, intake: this, receipts: [receipt] };
    this.room.submit(this.last);
  }

  /** The server has all of it (CO-7), or will have once this connection's own last entry is committed. */
  private settle(receipt: Receipt): void {
    if (this.last) return void this.last.receipts.push(receipt);
    this.receipts.commit(receipt, this.room.seq);
    this.acknowledge();
  }

  private hold(frame: Frame): void {
    if (this.held.length >= MAX_HELD) return this.refuse('CO-8-GAP', [frame.receipt]);
    this.held.push(frame);
    if (this.unanswered === 0) this.ask();
  }

  /** An entry is in the log. The client is told by {@link acknowledge}, once for all that went together. */
  committed(entry: Entry, seq: number): void {
    for (const receipt of entry.receipts) this.receipts.commit(receipt, seq);
    if (entry === this.last) this.forget();
  }

  /** Entries were refused by the log or will never reach it. What the client sends now is judged without them. */
  refused(code: UpdateRefused, entries: readonly Entry[]): void {
    this.forget();
    this.refuse(
      code,
      entries.flatMap(({ receipts }) => receipts),
    );
  }

  private forget(): void {
    this.last = null;
    this.reaches.clear();
  }

  private refuse(code: UpdateRefused, receipts: readonly Receipt[]): void {
    for (const receipt of receipts) this.receipts.refuse(receipt);
    this.session.refuse(
      code,
      receipts.flatMap(({ number }) => (number === null ? [] : [number])),
    );
    this.acknowledge();
    if (code === 'CO-4-MALFORMED') this.session.close(closeCodes.malformed, 'The update cannot be read');
  }

  /** Tells the client what is settled. */
  acknowledge(): void {
    this.session.acknowledge(this.receipts.told());
  }
}

/** What adds nothing is fine from anybody (CO-7); the rest must pass the gate and come from somebody who may write. */
function refusalOf(judged: Judgement, session: Session): UpdateRefused | null {
  if (judged.kind === 'nothing') return null;
  if (judged.kind === 'refused') return judged.code;
  const mode = session.mode;
  if (mode === null || mode.mode === 'edit') return null;
  return mode.reason === 'noRight' ? 'CO-6-NO-RIGHT' : 'CO-6-CLOSED';
}

/** An edit made here that is not known to be committed. */
export type PendingEdit = {
  /** Counted from 1 since the text was opened. */
  readonly number: number;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
  /** The update Yjs made of it. */
  readonly update: Uint8Array;
};

/** One frame on its way: an update, or the answer to a step 1, which the server does not count. */
type Frame = {
  /** Counted from 1 on the connection; null for an answer to a step 1. */
  readonly number: number | null;
  /** The last edit that had been made when it left. It is in the frame, unless an earlier frame carried it. */
  readonly last: number;
  /** Whether all edits before it had been sent on this connection: when it is committed, so are they. */
  readonly isLate: boolean;
};

/**
 * What has been written here and not yet been acknowledged. A state vector cannot say it, because deletions do not move
 * one; so frames are counted as they leave, in the same way as the server counts them.
 *
 * A connection begins with nothing sent. Edits from before it are covered only by the answer to the server's step 1,
 * which carries all that the server lacks; an update sent earlier than that answer covers nothing by itself. So with
 * what was refused: the updates after it do not carry it, and only an answer that is committed brings it in.
 */
export class Outbox {
  private made = 0;
  private waiting: PendingEdit[] = [];
  private frames: Frame[] = [];
  private sent = 0;
  private acknowledged = 0;
  private hasAnswered = false;
  /** The numbers of edits whose frame was refused, and which nothing has brought in since. */
  private turnedDown: ReadonlySet<number> = new Set();

  /** The edits that are not known to be committed, oldest first. */
  get pending(): readonly PendingEdit[] {
    return this.waiting;
  }

  /** When the oldest edit that is not known to be committed was made; null when all are. */
  get unsavedSince(): number | null {
    return this.waiting[0]?.at ?? null;
  }

  /** A connection begins: what was on its way on the last one may be lost. */
  connected(): void {
    this.frames = [];
    this.sent = 0;
    this.acknowledged = 0;
    this.hasAnswered = false;
    this.turnedDown = new Set();
  }

  /** Something was written here. @returns it, as it waits now. */
  edited(update: Uint8Array, at: number): PendingEdit {
    this.made += 1;
    const edit = { number: this.made, at, update };
    this.waiting.push(edit);
    return edit;
  }

  /** A frame has been handed to the socket. */
  left(kind: 'update' | 'answer'): void {
    if (kind === 'answer') this.hasAnswered = true;
    const number = kind === 'update' ? (this.sent += 1) : null;
    this.frames.push({ number, last: this.made, isLate: this.hasAnswered });
  }

  /**
   * The server has committed so many of this connection's updates. The same number as before is said of an answer.
   * Frames are acknowledged in the order they were sent.
   *
   * @returns the edits that are known to be committed now.
   */
  committed(count: number): readonly PendingEdit[] {
    const isAnswer = count === this.acknowledged;
    const index = isAnswer ? this.frames.findIndex(({ number }) => number === null) : this.frameOf(count);
    if (index < 0) return [];
    const done = this.frames.slice(0, index + 1);
    this.frames = this.frames.slice(index + 1);
    this.acknowledged = Math.max(this.acknowledged, count);
    return this.settle(
      lastOf(done, ({ number }) => number === null),
      lastOf(done, ({ isLate }) => isLate),
    );
  }

  /** The server does not accept these updates, or the answer when none is named. They will not be counted. */
  refused(numbers: readonly number[]): void {
    const answer = numbers.length === 0 ? this.frames.find(({ number }) => number === null) : undefined;
    const named = this.frames.filter(({ number }) => number !== null && numbers.includes(number));
    this.frames = this.frames.filter((frame) => frame !== answer && !named.includes(frame));
    const inAnswer = this.waiting.filter(({ number }) => answer && number <= answer.last);
    this.turnedDown = new Set([
      ...this.turnedDown,
      ...named.map(({ last }) => last),
      ...inAnswer.map(({ number }) => number),
    ]);
  }

  /** @param whole the last edit that is in an answer. @param sent the last that is in an update, or in one before it. */
  private settle(whole: number, sent: number): readonly PendingEdit[] {
    const isIn = ({ number }: PendingEdit) => number <= whole || (number <= sent && !this.turnedDown.has(number));
    const settled = this.waiting.filter(isIn);
    this.waiting = this.waiting.filter((edit) => !isIn(edit));
    return settled;
  }

  /** Where the frame stands that makes the count; refused ones are gone, so the numbers in between may have holes. */
  private frameOf(count: number): number {
    let left = count - this.acknowledged;
    return this.frames.findIndex(({ number }) => number !== null && (left -= 1) === 0);
  }
}

/** The last edit in frames of a kind; 0 where there are none. */
function lastOf(frames: readonly Frame[], isOfKind: (frame: Frame) => boolean): number {
  return Math.max(0, ...frames.filter(isOfKind).map(({ last }) => last));
}

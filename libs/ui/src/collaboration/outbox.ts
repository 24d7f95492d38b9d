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
  /** When it is committed, so are all edits up to this number. */
  readonly covers: number;
};

/**
 * What has been written here and not yet been acknowledged. A state vector cannot say it, because deletions do not move
 * one; so frames are counted as they leave, in the same way as the server counts them.
 *
 * A connection begins with nothing sent. Edits from before it are covered only by the answer to the server's step 1,
 * which carries all that the server lacks; an update sent earlier than that answer covers nothing by itself.
 */
export class Outbox {
  private made = 0;
  private waiting: PendingEdit[] = [];
  private frames: Frame[] = [];
  private sent = 0;
  private acknowledged = 0;
  private hasAnswered = false;

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
  }

  /** Something was written here. */
  edited(update: Uint8Array, at: number): void {
    this.made += 1;
    this.waiting.push({ number: this.made, at, update });
  }

  /** A frame has been handed to the socket. */
  left(kind: 'update' | 'answer'): void {
    if (kind === 'answer') this.hasAnswered = true;
    const number = kind === 'update' ? (this.sent += 1) : null;
    this.frames.push({ number, covers: this.hasAnswered ? this.made : 0 });
  }

  /**
   * The server has committed so many of this connection's updates. The same number as before is said of an answer.
   * Frames are acknowledged in the order they were sent.
   */
  committed(count: number): void {
    const isAnswer = count === this.acknowledged;
    const index = isAnswer ? this.frames.findIndex(({ number }) => number === null) : this.lastOf(count);
    if (index < 0) return;
    const done = this.frames.slice(0, index + 1);
    this.frames = this.frames.slice(index + 1);
    this.acknowledged = Math.max(this.acknowledged, count);
    const covered = Math.max(...done.map(({ covers }) => covers));
    this.waiting = this.waiting.filter(({ number }) => number > covered);
  }

  /** The server does not accept these updates, or the answer when none is named. They will not be counted. */
  refused(numbers: readonly number[]): void {
    const answer = this.frames.find(({ number }) => number === null);
    this.frames = this.frames.filter((frame) =>
      frame.number === null ? numbers.length > 0 || frame !== answer : !numbers.includes(frame.number),
    );
  }

  /** Where the frame stands that makes the count; refused ones are gone, so the numbers in between may have holes. */
  private lastOf(count: number): number {
    let left = count - this.acknowledged;
    return this.frames.findIndex(({ number }) => number !== null && (left -= 1) === 0);
  }
}

import type { Actor, DueTimer, JobKind, LetterDue, Made, TimerKind, Transaction } from '@enig/data';
import type { JobId, Json } from '@enig/kernel';
import type { JobReason, JobStep, LetterKind } from '@enig/messages';
import type { Ground } from '../core/core.module';

/** What whoever makes something can say and ask meanwhile. */
export interface JobAt {
  readonly id: JobId;
  /** For whom it is made. */
  readonly askedBy: Actor;
  /**
   * Tells how far it is; may be called as often as one likes. `step` is the code of what is happening.
   *
   * @param total  null as long as nobody can say.
   */
  readonly progress: (done: number, total: number | null, step?: JobStep) => void;
  /** Is aborted when somebody stops the job, when it has become another worker's, and when this process stops. */
  readonly signal: AbortSignal;
}

/** Makes what a job asks for. It may be begun again after it was interrupted, so what it writes must stand that. */
export type DoJob = (payload: Json, at: JobAt) => Promise<Made>;

/** What is asked for cannot be made now, for a reason whoever asked can be told. */
export class NotMade extends Error {
  constructor(
    readonly reason: JobReason,
    cause: Error,
  ) {
    super(cause.message, { cause });
    this.name = 'NotMade';
  }
}

/** What is done when a timer's time has come, in the transaction in which it is noted that it was done. */
export type DoTimer = (transaction: Transaction, timer: DueTimer) => Promise<void>;

/** Makes what is enclosed in a letter. Asked each time a letter is tried, also for others about the same. */
export type Enclose = (letter: LetterDue) => Promise<Made>;

/** Who does what; each kind is handled by one. */
class Handlers<Kind extends string, Handler> {
  private readonly byKind = new Map<Kind, Handler>();

  /** @throws Error where the kind is handled already. */
  handle(kind: Kind, handler: Handler): void {
    if (this.byKind.has(kind)) throw new Error(`Two do ${kind}`);
    this.byKind.set(kind, handler);
  }

  /** Null where nobody does it. */
  of(kind: Kind): Handler | null {
    return this.byKind.get(kind) ?? null;
  }

  /** Everything somebody does. */
  get kinds(): readonly Kind[] {
    return [...this.byKind.keys()];
  }
}

/** What is looked for again and again, without anybody asking. */
export interface Search {
  /** Does one thing of it. @returns whether there was one. */
  readonly next: () => Promise<boolean>;
  /** Ends what it has begun. */
  readonly close: () => Promise<void>;
}

/** What a worker can do (OP-6). Parts of the product add to it in `works.ts`. */
export class Work {
  /** What is made while somebody waits. */
  readonly jobs = new Handlers<JobKind, DoJob>();
  /** What happens when a time has come. */
  readonly timers = new Handlers<TimerKind, DoTimer>();
  /** What is enclosed in letters, by their kind. */
  readonly enclosed = new Handlers<LetterKind, Enclose>();
  /** What is looked for now and then. */
  readonly searches: Search[] = [];
}

/** Adds what a part of the product lets workers do; asked once, at the start of a process that works. */
export type Works = (work: Work, ground: Ground) => void;

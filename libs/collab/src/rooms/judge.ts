import type { TextId } from '@enig/kernel';
import type { TextKind } from '@enig/text';
import { Gate, type Judgement } from '../gate/gate';
import { addsWords } from '../protocol';
import type { Holding } from './holding';
import type { Session } from './session';

/** Most bytes of a text (CO-13): what is folded and what has come since. A hundred pages are half a million. */
const LONGEST = 16_777_216;
/** A text longer than this is folded when so many bytes have come since: long before anybody has to wait for that. */
const LONG = { bytes: LONGEST / 2, unfolded: 262_144 } as const;
/** How many ms after folding was asked for it is asked for again, where much has come since, and where little has. */
const FOLD_AFTER = { much: 1_000, little: 10_000 } as const;

/** What a judge needs of the house. */
export interface Court {
  readonly now: () => number;
  /** It must be known how long a text is once its log is folded. Resolves when it is, or cannot be. */
  full(text: TextId): Promise<void>;
}

/** What an update is judged by. */
export interface Ground {
  readonly holding: Holding;
  /** Ends of clocks which the connection's own waiting updates will have reached; the same map for all its life. */
  readonly waiting: ReadonlyMap<number, number>;
  /** Bytes on their way to the log. */
  readonly underWay: number;
}

/** Judges the updates of one text by the gate, by who sends them and by how long the text is. */
export class Judge {
  private readonly gate: Gate;
  private askedAt = -Infinity;
  private folding: Promise<void> | null = null;

  constructor(
    private readonly text: TextId,
    kind: TextKind,
    private readonly court: Court,
  ) {
    this.gate = new Gate(kind);
  }

  /**
   * Whoever may not write is refused before the update is looked into, and so is what makes a full text longer: only
   * whether it is there already is found out.
   *
   * @throws what Yjs throws when the log cannot be read as a document.
   */
  judge(update: Uint8Array, session: Session, { holding, waiting, underWay }: Ground): Judgement {
    const bytes = addsWords(update) ? holding.bytes + underWay + update.length : 0;
    const isFull = bytes > LONGEST;
    const isLoose = holding.unfolded > LONG.unfolded;
    if (isFull || (isLoose && bytes > LONG.bytes)) this.askForFolding(isLoose ? FOLD_AFTER.much : FOLD_AFTER.little);
    const mayWrite = session.mode?.mode !== 'read' && !isFull;
    const { doc, owners } = holding;
    const judged = this.gate.judge(update, { doc, owners, waiting, mayWrite }, session.person);
    const isTooMuch =
      isFull && (judged.kind === 'new' || (judged.kind === 'refused' && judged.code !== 'CO-4-MALFORMED'));
    return isTooMuch ? { kind: 'refused', code: 'CO-13-TEXT-FULL' } : judged;
  }

  private askForFolding(pause: number): void {
    const now = this.court.now();
    if (this.folding || now - this.askedAt < pause) return;
    this.askedAt = now;
    this.folding = this.court.full(this.text).finally(() => (this.folding = null));
  }

  /** Resolves when folding that has been asked for is done: only then is it known whether a text is full. */
  async folded(): Promise<void> {
    await this.folding;
  }

  /** All that a connection had on its way has come back: nothing that is judged from now on counts on it. */
  returned(waiting: Ground['waiting']): void {
    this.gate.returned(waiting);
  }

  /** The document is dropped; nothing is on its way. */
  forget(): void {
    this.gate.forget();
  }
}

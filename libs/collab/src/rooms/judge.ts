import type { TextId } from '@enig/kernel';
import type { TextKind } from '@enig/text';
import { Gate, type Judgement } from '../gate/gate';
import { addsWords } from '../protocol';
import type { Holding } from './holding';
import type { Session } from './session';

/** Most bytes of a text (CO-13): what is folded and what has come since. A hundred pages are half a million. */
const LONGEST = 16_777_216;
/** How often in ms folding is asked for where a text is as long as that. */
const FOLD_EVERY = 60_000;

/** What a judge needs of the house. */
export interface Court {
  readonly now: () => number;
  /** A text is as long as it may get: it may be shorter once its log is folded. */
  full(text: TextId): void;
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
    const isFull = addsWords(update) && holding.bytes + underWay + update.length > LONGEST;
    if (isFull) this.askForFolding();
    const mayWrite = session.mode?.mode !== 'read' && !isFull;
    const { doc, owners } = holding;
    const judged = this.gate.judge(update, { doc, owners, waiting, mayWrite }, session.person);
    const isTooMuch =
      isFull && (judged.kind === 'new' || (judged.kind === 'refused' && judged.code !== 'CO-4-MALFORMED'));
    return isTooMuch ? { kind: 'refused', code: 'CO-13-TEXT-FULL' } : judged;
  }

  private askForFolding(): void {
    const now = this.court.now();
    if (now - this.askedAt < FOLD_EVERY) return;
    this.askedAt = now;
    this.court.full(this.text);
  }

  /** Nothing it has counted on is so: the document is dropped, or something on its way did not come into the log. */
  forget(): void {
    this.gate.forget();
  }
}

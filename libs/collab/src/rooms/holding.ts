import type { PersonId } from '@enig/kernel';
import { applyLog } from '@enig/text';
import * as Y from 'yjs';
import type { Loaded, Logged, Parcel } from '../ports';
import { NOTHING_KNOWN, NOTHING_NEW, step1, step2, updateMessage } from '../protocol';

/** Most different answers kept for clients that come back with the same knowledge. */
const MAX_ANSWERS = 50;
/** Longest state vector in bytes an answer is kept for. */
const MAX_KEY = 4_096;

/**
 * What a node has in memory of a text while somebody needs it (CO-25). Whoever has nothing gets the log's bytes as they
 * are, in one parcel for all who come; a document is made of them only when something must be judged by it, or when
 * somebody lacks a part. All of it is a cache and can be dropped.
 */
export class Holding {
  /** The person each Yjs client id belongs to, as far as this node knows (CO-19). */
  readonly owners: Map<number, PersonId>;
  /** Updates that make up the text, each in a message; once there is a document, those it was first made of. */
  private messages: { readonly message: Uint8Array; readonly update: Uint8Array }[];
  private document: Y.Doc | null = null;
  /** What the messages reach. Less does no harm: then more is sent along. */
  private reached: Uint8Array = NOTHING_KNOWN;
  private isBeyond = false;
  private whole: Parcel | null = null;
  private readonly answers = new Map<string, Parcel>();
  private upTo: number;
  private size = 0;
  /** How much of {@link size} is folded. */
  private folded: number;
  /** What {@link size} was at the last {@link mark}. */
  private marked = 0;

  constructor({ snapshot, updates, owners, seq }: Loaded) {
    this.messages = [...(snapshot ? [snapshot.update] : []), ...updates].map(messageOf);
    for (const { update } of this.messages) this.size += update.length;
    this.folded = snapshot?.update.length ?? 0;
    this.owners = new Map(owners);
    this.upTo = seq;
  }

  /** Everything in the log up to here is in it. */
  get seq(): number {
    return this.upTo;
  }

  /** Bytes of all it is made of: what is folded, and what has come since. */
  get bytes(): number {
    return this.size;
  }

  /** How many of the bytes have come since it was folded: of many of those little may be left. */
  get unfolded(): number {
    return this.size - this.folded;
  }

  /** @throws what Yjs throws when the log cannot be read as a document. */
  get doc(): Y.Doc {
    if (this.document) return this.document;
    const doc = new Y.Doc();
    applyLog(
      doc,
      this.messages.map(({ update }) => update),
    );
    this.reached = Y.encodeStateVector(doc);
    this.document = doc;
    return doc;
  }

  /** The document, if something has needed one. */
  get made(): Y.Doc | null {
    return this.document;
  }

  /**
   * Takes in what is committed, in order; what it has already is left out.
   *
   * @throws where something is missing before it, and what Yjs throws: then it can no longer be trusted.
   */
  apply(rows: readonly Logged[]): void {
    const news = rows.filter(({ seq }) => seq > this.upTo);
    const [first, last] = [news[0], news.at(-1)];
    if (!first || !last) return;
    if (first.seq !== this.upTo + 1) throw new Error(`What was committed after ${this.upTo} is missing`);
    this.upTo = last.seq;
    this.add(news.map(({ update }) => update));
  }

  private add(updates: readonly Uint8Array[]): void {
    for (const { length } of updates) this.size += length;
    this.whole = null;
    this.answers.clear();
    const doc = this.document;
    if (!doc) return void this.messages.push(...updates.map(messageOf));
    this.isBeyond = true;
    applyLog(doc, updates);
  }

  /** Answers a client that knows nothing yet, and asks for what it may have: the same parcel for everybody. */
  everything(): Parcel {
    this.whole ??= [
      step1(NOTHING_KNOWN),
      ...this.messages.map(({ message }) => message),
      step2(this.document && this.isBeyond ? Y.encodeStateAsUpdate(this.document, this.reached) : NOTHING_NEW),
    ];
    return this.whole;
  }

  /** Answers a client that has some of it, and asks for what it has beyond that. */
  beyond(stateVector: Uint8Array): Parcel {
    const key = stateVector.length > MAX_KEY ? null : stateVector.join();
    const known = key === null ? undefined : this.answers.get(key);
    if (known) return known;
    const answer = [this.question(), step2(Y.encodeStateAsUpdate(this.doc, stateVector))];
    if (key !== null && this.answers.size < MAX_ANSWERS) this.answers.set(key, answer);
    return answer;
  }

  /** Asks a client for everything that is not here. */
  question(): Uint8Array {
    return step1(Y.encodeStateVector(this.doc));
  }

  /** The clocks it holds now; null without a document. For {@link rebase}. */
  mark(): Uint8Array | null {
    this.marked = this.size;
    return this.document && Y.encodeStateVector(this.document);
  }

  /**
   * The log has been folded: from now on newcomers get that, and what came after.
   *
   * @param mark  clocks it surely holds, as {@link mark} gave them.
   */
  rebase({ snapshot, updates }: Pick<Loaded, 'snapshot' | 'updates'>, mark: Uint8Array): void {
    if (!this.document) return;
    this.messages = [...(snapshot ? [snapshot.update] : []), ...updates].map(messageOf);
    this.folded = snapshot?.update.length ?? 0;
    this.size += this.folded - this.marked + updates.reduce((sum, { length }) => sum + length, 0);
    this.reached = mark;
    this.isBeyond = true;
    this.whole = null;
  }

  drop(): void {
    this.document?.destroy();
    this.document = null;
  }
}

/** The update is seen within the message, so that its bytes are there once. */
function messageOf(update: Uint8Array): { message: Uint8Array; update: Uint8Array } {
  const message = updateMessage(update);
  return { message, update: message.subarray(message.length - update.length) };
}

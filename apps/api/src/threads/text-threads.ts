import { join } from 'node:path';
import type { Inconsistency, PlainAgreement } from '@enig/agreement';
import type { AttributedUpdate, ErasedPart, SlotAttribution } from '@enig/collab';
import type { AnchorPlace, PlacedAnchor, PlacedText, SlotDiff, TextKind } from '@enig/text';
import { handedOver, pack, readJob, type TextJob, type TextPair } from './text-jobs';
import { Thread } from './thread';

/** Beside this file among the sources, and beside the bundle it becomes a part of. */
const WORKER = join(__dirname, 'text-worker.cjs');
/** Some thirty times the memory that the largest text ever folded took; a long log takes as long as it takes. */
const LIMITS = { memory: 512, time: null };

/**
 * Reads long logs of texts, and compares long texts, away from the serving thread. Each kind of work has a thread of its
 * own, so that it neither waits for the others nor ends with them; of one kind, one thing is done at a time.
 */
export class TextThreads {
  private readonly folding = new Thread<TextJob>(WORKER, LIMITS);
  private readonly attributing = new Thread<TextJob>(WORKER, LIMITS);
  private readonly comparing = new Thread<TextJob>(WORKER, LIMITS);
  private attributed: Promise<unknown> = Promise.resolve();

  /** Merges updates into one without what was deleted. @throws what Yjs says of them, or why the thread ended. */
  readonly fold = async (updates: readonly Uint8Array[]): Promise<Uint8Array> => {
    return (await ask(this.folding, { do: 'fold', updates: pack(updates) })) as Uint8Array;
  };

  /**
   * Who wrote what stands in a text. A page of its log is asked for when the one before it has been read.
   *
   * @throws what the pages do, or why the thread ended.
   */
  readonly attribute = (
    kind: TextKind,
    erased: ErasedPart | null,
    pages: AsyncIterable<readonly AttributedUpdate[]>,
  ): Promise<readonly SlotAttribution[]> => {
    const attribution = this.attributed.then(() => this.read(kind, erased, pages));
    this.attributed = attribution.catch(() => undefined);
    return attribution;
  };

  /** What does not fit in an agreement. @throws why the thread ended. */
  readonly check = async (agreement: PlainAgreement): Promise<readonly Inconsistency[]> => {
    return (await ask(this.comparing, { do: 'check', agreement })) as readonly Inconsistency[];
  };

  /** What changed in each pair of texts. @throws why the thread ended. */
  readonly compare = async (pairs: readonly TextPair[]): Promise<readonly (readonly SlotDiff[])[]> => {
    return (await ask(this.comparing, { do: 'compare', pairs })) as readonly (readonly SlotDiff[])[];
  };

  /** Where anchors set in one text are in later ones, one place for each. @throws why the thread ended. */
  readonly place = async (
    anchors: readonly PlacedAnchor[],
    texts: readonly PlacedText[],
    then: readonly PlacedText[],
  ): Promise<readonly AnchorPlace[]> => {
    return (await ask(this.comparing, { do: 'place', anchors, texts, then })) as readonly AnchorPlace[];
  };

  private async read(
    kind: TextKind,
    erased: ErasedPart | null,
    pages: AsyncIterable<readonly AttributedUpdate[]>,
  ): Promise<readonly SlotAttribution[]> {
    const packed = erased && { ...erased, update: pack([erased.update]) };
    await ask(this.attributing, { do: 'begin', kind, erased: packed });
    for await (const rows of pages) await ask(this.attributing, readJob(rows));
    return (await ask(this.attributing, { do: 'report' })) as readonly SlotAttribution[];
  }

  /** Ends the threads. What they were doing fails. */
  async close(): Promise<void> {
    await Promise.all([this.folding.close(), this.attributing.close(), this.comparing.close()]);
  }
}

function ask(thread: Thread<TextJob>, job: TextJob): Promise<unknown> {
  return thread.ask(job, handedOver(job));
}

import type { PlainAgreement } from '@enig/agreement';
import type { AttributedUpdate, Author } from '@enig/collab';
import type { PersonId, BodyId } from '@enig/kernel';
import type { PlacedAnchor, PlacedText, TextJson, TextKind } from '@enig/text';

/** Updates one after the other in memory of their own, which goes from thread to thread without being copied. */
export interface Packed {
  readonly sizes: readonly number[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the serving thread asks the thread that reads texts. It is answered in the order it was asked. */
export type TextJob =
  /** Merges updates into one. Answered by the update. */
  | { readonly do: 'fold'; readonly updates: Packed }
  /** Who wrote a text is read from here on, whatever was read before. */
  | { readonly do: 'begin'; readonly kind: TextKind; readonly erased: PackedPart | null }
  /** The next rows of its log. */
  | { readonly do: 'read'; readonly updates: Packed; readonly authors: readonly Author[] }
  /** That was all of them. Answered by who wrote what. */
  | { readonly do: 'report' }
  /** What does not fit in an agreement. Answered by the findings. */
  | { readonly do: 'check'; readonly agreement: PlainAgreement }
  /** What changed from each text to the next one of its pair. Answered by the changes of each pair. */
  | { readonly do: 'compare'; readonly pairs: readonly TextPair[] }
  /** Where anchors are in later texts. Answered by their places. */
  | {
      readonly do: 'place';
      readonly anchors: readonly PlacedAnchor[];
      readonly texts: readonly PlacedText[];
      readonly then: readonly PlacedText[];
    };

/** A text as it was, and as it is. */
export interface TextPair {
  readonly before: TextJson;
  readonly after: TextJson;
}

/** What stands of the part of a log that was erased. */
export interface PackedPart {
  readonly update: Packed;
  readonly owners: ReadonlyMap<number, PersonId>;
  readonly body: BodyId | null;
}

/** What is handed over with a job: it is gone on this side. */
export function handedOver(job: TextJob): ArrayBuffer[] {
  if (job.do === 'report' || job.do === 'check' || job.do === 'compare' || job.do === 'place') return [];
  if (job.do === 'begin') return job.erased ? [job.erased.update.bytes.buffer] : [];
  return [job.updates.bytes.buffer];
}

/** Copies updates, whatever larger memory they lie in. */
export function pack(updates: readonly Uint8Array[]): Packed {
  const bytes = new Uint8Array(updates.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const update of updates) {
    bytes.set(update, at);
    at += update.length;
  }
  return { sizes: updates.map(({ length }) => length), bytes };
}

/** The updates again, as views of the one memory. */
export function unpack({ sizes, bytes }: Packed): Uint8Array[] {
  let at = 0;
  return sizes.map((size) => bytes.subarray(at, (at += size)));
}

/** Rows of a log as a job. */
export function readJob(rows: readonly AttributedUpdate[]): TextJob {
  const authors = rows.map(({ person, body, at }) => ({ person, body, at }));
  return { do: 'read', updates: pack(rows.map(({ update }) => update)), authors };
}

import { findPersonalNumbers, publicPieces } from '@enig/hearing';
import { richFromPlain, type RichText } from '@enig/text';
import type { ScreenedFile, ScreenedSlot } from './screened';

/** What stands in the place of something: why it is not shown. */
export interface Covering {
  /** For a stretch or a file that was taken out, by the reason somebody gave. */
  readonly removed: (reason: string) => string;
  /** For a personal number that two people have not released. */
  readonly number: string;
  /** For what cannot be shown and nobody has said why, as a file nobody has looked through. */
  readonly unread: string;
  /** For what was said in an answer that no longer stands. */
  readonly gone: string;
}

/** What is not released in a submission, by the keys of the findings, and what stands for it. */
export interface NotReleased {
  readonly open: ReadonlySet<string>;
  readonly covering: Covering;
}

/** A stretch that is not shown, by the offsets it stands between. */
export interface HiddenStretch {
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly reason: string;
}

/** A piece of an answer, and what of it is not shown, in order; no two overlap. */
export interface CutSlot {
  readonly text: string;
  readonly cuts: readonly HiddenStretch[];
}

/** What is not shown of a piece of an answer. */
export function cutSlot({ text, redactions, findings }: ScreenedSlot, { open, covering }: NotReleased): CutSlot {
  const numbers = findings.flatMap(({ key, start, end }) =>
    open.has(key) && start !== null && end !== null ? [{ start, end, reason: covering.number }] : [],
  );
  const removed = redactions.map(({ start, end, reason }) => ({ start, end, reason: covering.removed(reason) }));
  return { text, cuts: [...removed, ...numbers].sort((one, other) => one.start - other.start) };
}

/** The prose as it is, where nothing is cut out of it; else its words. */
export function covered(slot: CutSlot | undefined, said: RichText): RichText {
  if (!slot || slot.cuts.length === 0) return said;
  return richFromPlain(withoutCuts(slot.text, slot.cuts));
}

/** The words with what stands for what is cut out. */
export function withoutCuts(text: string, cuts: readonly HiddenStretch[]): string {
  return publicPieces(text, cuts)
    .map((piece) => (piece.kind === 'text' ? piece.text : piece.reason))
    .join('');
}

/** Every personal number in words that people give others to read covered. */
export function withoutNumbers(words: string, { number }: Covering): string {
  return withoutCuts(
    words,
    findPersonalNumbers(words).map((place) => ({ ...place, reason: number })),
  );
}

/** A file as others may fetch it: looked through, and without anything two people have not released. */
export function publishedNow(file: ScreenedFile, { open }: NotReleased): ScreenedFile['published'] {
  const { published, inspection, findings } = file;
  return published && inspection && !findings.some(({ key }) => open.has(key)) ? published : null;
}

/** What stands for a file that is not shown. */
export function whyHeld({ withholding }: ScreenedFile, { covering }: NotReleased): string {
  return withholding ? covering.removed(withholding.reason) : covering.unread;
}

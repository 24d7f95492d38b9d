import type { CaseRecord } from '@enig/data';
import type { ZipEntry } from '@enig/documents';
import type { Instant } from '@enig/kernel';
import type { Locale, Say } from '@enig/messages';
import type { Ground } from '../core/core.module';

/** A file of the case, and where it stands on the front page. */
export interface BundlePiece extends ZipEntry {
  /** What it is called there; null for a file that something else names. */
  readonly name: string | null;
  /** The heading it stands under. */
  readonly under: string;
}

/** What whoever makes pieces of a case has, and can say meanwhile. */
export interface BundleAt {
  readonly ground: Ground;
  readonly record: CaseRecord;
  readonly say: Say;
  readonly locale: Locale;
  /** Whether whoever asked may read the cases that parties have sent on (AC-28). */
  readonly withCases: boolean;
  /** To be asked between two pieces. */
  readonly signal: AbortSignal;
}

/**
 * What a slice of the product puts into the case. Only what everybody who may read the agreement may read, or whoever it is
 * made for; and what is the same whenever it is made (LO-6, LO-7).
 */
export type BundlePart = (at: BundleAt) => AsyncIterable<BundlePiece>;

/** A paper of a case is as of the end of its log, not as of the moment somebody asked for it (LO-6). */
export function asOf({ record }: BundleAt): Instant {
  return record.acts.at(-1)?.at ?? record.view.row.createdAt;
}

/** JSON as people and programs read it; the verifier asks for exactly this form. */
export function jsonBytes(value: unknown): Uint8Array {
  return textBytes(`${JSON.stringify(value, null, 2)}\n`);
}

/** Words as bytes. */
export function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** An id as a name of a folder everywhere: `municipality:0253` has a sign in it that Windows does not take. */
export function folderOf(id: string): string {
  return id.replace(/[^A-Za-z0-9-]+/gu, '-');
}

/** The ending of a file's name, with its dot; `.bin` where it has none that is safe. */
export function endingOf(name: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/u.exec(name)?.[1];
  return `.${(ending ?? 'bin').toLowerCase()}`;
}

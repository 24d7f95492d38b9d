import {
  canonicalBytes,
  err,
  ok,
  sha256,
  type Result,
  type SectionId,
  type Sha256,
  type VersionHash,
} from '@enig/kernel';
import type { HeardSubject } from './round';

/** A focus area of a version, and whether something is written in its easy-read version. */
export interface HeardArea {
  readonly section: SectionId;
  readonly hasEasyRead: boolean;
}

/** A file that belongs to a document, as it was uploaded. */
export interface HeardFile {
  readonly name: string;
  readonly sha256: Sha256;
  /** In bytes. */
  readonly size: number;
}

/** Something of its own that is heard: a municipal report, a case. Paragraphs are parted by an empty line. */
export interface HeardDocument {
  readonly title: string;
  /** What it is about, in short; may be empty where there are files. */
  readonly text: string;
  readonly easyRead: string;
  readonly files: readonly HeardFile[];
}

/**
 * What is to be heard, as the caller found it: a version with its focus areas in reading order and those chosen (null:
 * the whole version), or a document.
 */
export type Heard =
  | {
      readonly kind: 'version';
      readonly version: VersionHash;
      readonly areas: readonly HeardArea[];
      readonly chosen: readonly SectionId[] | null;
    }
  | { readonly kind: 'document'; readonly document: HeardDocument };

/** What is heard cannot be named. */
export type HeardMissing =
  | { readonly code: 'HE-23-NOTHING-CHOSEN' }
  | { readonly code: 'HE-23-NOT-IN-THE-VERSION'; readonly section: SectionId }
  | { readonly code: 'HE-25-DOCUMENT-WITHOUT-TITLE' }
  | { readonly code: 'HE-25-DOCUMENT-EMPTY' };

/** What is heard cannot be read by everybody who is asked (HE-24). */
export type EasyReadMissing =
  | { readonly code: 'HE-24-WITHOUT-EASY-READ'; readonly sections: readonly SectionId[] }
  | { readonly code: 'HE-24-DOCUMENT-WITHOUT-EASY-READ' };

/** Why a round is not opened on this. */
export type HeardRefused = HeardMissing | EasyReadMissing;

/** A document as it is kept: without blanks around its texts. */
export function tidyDocument({ title, text, easyRead, files }: HeardDocument): HeardDocument {
  const tidy = files.map(({ name, sha256: hash, size }) => ({ name: name.trim(), sha256: hash, size }));
  return { title: title.trim(), text: text.trim(), easyRead: easyRead.trim(), files: tidy };
}

/** The bytes a document is kept as and known by: canonical JSON (RFC 8785), the same whatever order it was read in. */
export function documentBytes(document: HeardDocument): Uint8Array {
  const { title, text, easyRead, files } = tidyDocument(document);
  return canonicalBytes({ title, text, easyRead, files: files.map((file) => ({ ...file })) });
}

/** The SHA-256 of those bytes: what is heard, and what an answer is about. */
export function documentHash(document: HeardDocument): Sha256 {
  return sha256(documentBytes(document));
}

/**
 * What a round is about: focus areas of the version, each once and in the version's order (HE-23), or a document that has
 * a title and something to read (HE-25).
 */
export function settleHeard(
  heard: Heard,
): Result<{ readonly subject: HeardSubject; readonly sections: readonly SectionId[] }, HeardMissing> {
  if (heard.kind === 'document') {
    const { title, text, files } = tidyDocument(heard.document);
    if (title === '') return err({ code: 'HE-25-DOCUMENT-WITHOUT-TITLE' });
    if (text === '' && files.length === 0) return err({ code: 'HE-25-DOCUMENT-EMPTY' });
    return ok({ subject: { kind: 'document', document: documentHash(heard.document) }, sections: [] });
  }
  const { version, areas, chosen } = heard;
  const all = areas.map(({ section }) => section);
  const stranger = chosen?.find((section) => !all.includes(section));
  if (stranger) return err({ code: 'HE-23-NOT-IN-THE-VERSION', section: stranger });
  if (chosen?.length === 0) return err({ code: 'HE-23-NOTHING-CHOSEN' });
  const sections = chosen ? all.filter((section) => chosen.includes(section)) : all;
  return ok({ subject: { kind: 'version', version }, sections });
}

/** What lacks its easy-read version among the focus areas that are heard, or the document (HE-24); null: nothing does. */
export function missingEasyRead(heard: Heard, sections: readonly SectionId[]): EasyReadMissing | null {
  if (heard.kind === 'document') {
    return tidyDocument(heard.document).easyRead === '' ? { code: 'HE-24-DOCUMENT-WITHOUT-EASY-READ' } : null;
  }
  const hard = heard.areas.filter(({ section, hasEasyRead }) => sections.includes(section) && !hasEasyRead);
  return hard.length > 0 ? { code: 'HE-24-WITHOUT-EASY-READ', sections: hard.map(({ section }) => section) } : null;
}

import {
  brandId,
  canonicalBytes,
  sha256,
  type AgreementId,
  type Json,
  type SectionId,
  type Sha256,
  type TextId,
  type VersionHash,
} from '@enig/kernel';
import { AGREEMENT_ACTS, type AgreementAct } from './acts';
import type { Amendment } from './consolidated';
import { numberSections, PART_KINDS, type NamedParty, type PartKind, type SectionKind, type Strand } from './parts';
import type { Period } from './state';

/** What a version is frozen for: to be heard, or to be decided as what it is. da: høringsudkast, aftale */
export type VersionAct = 'hearingDraft' | AgreementAct;

/** Every kind of act a version is frozen for. */
export const VERSION_ACTS: readonly VersionAct[] = ['hearingDraft', ...AGREEMENT_ACTS];

/** One text in a version, as it was frozen. */
export interface ManifestText {
  readonly section: SectionId;
  readonly kind: SectionKind;
  /** The focus area's number; null for a chapter. */
  readonly number: number | null;
  readonly title: string;
  readonly text: TextId;
  /** The place in the text's log up to which it was read. */
  readonly seq: number;
  /** SHA-256 of the text's canonical JSON. */
  readonly sha256: Sha256;
  /** Only for a focus area. */
  readonly strand?: Strand;
  /** Only for one that replaces or takes out a section of the agreement that an addendum hangs on. */
  readonly amends?: Amendment;
}

/** One part of a version with its texts in order. */
export interface ManifestPart {
  readonly kind: PartKind;
  readonly texts: readonly ManifestText[];
}

/** One annex in a version: the file is named by what is in it. da: bilag */
export interface ManifestAnnex {
  readonly number: number;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: Sha256;
}

/** The agreement that an addendum or an extension hangs on, and the version of it that was agreed on. */
export interface AmendedVersion {
  readonly agreement: AgreementId;
  readonly version: VersionHash;
}

/**
 * What a version is: everything that is heard or decided, each text and file by its hash. The SHA-256 of its canonical
 * bytes is the version (AG-21). Easy-read companions are beside it, not in it: they explain, they do not bind.
 */
export interface Manifest {
  readonly format: 'enig-manifest/1';
  readonly act: VersionAct;
  readonly agreement: { readonly id: AgreementId; readonly title: string };
  /** 1-based over all versions of the agreement, so that no two of them are the same. */
  readonly number: number;
  readonly period: Period;
  /** Sorted by id. */
  readonly parties: readonly NamedParty[];
  readonly parts: readonly ManifestPart[];
  /** Sorted by number. */
  readonly annexes: readonly ManifestAnnex[];
  /** Only for what hangs on another agreement. */
  readonly amends?: AmendedVersion;
}

/** A frozen text with its place in the agreement. */
export interface FrozenText {
  readonly part: PartKind;
  readonly section: SectionId;
  readonly kind: SectionKind;
  /** The section's fractional key: texts of a part are read in the order of (`position`, `section`). */
  readonly position: string;
  readonly strand: Strand | null;
  readonly title: string;
  readonly text: TextId;
  readonly seq: number;
  readonly sha256: Sha256;
  /** Null for a section that changes no other. */
  readonly amends: Amendment | null;
}

/** What a version is made of, in any order. */
export interface ManifestInput {
  readonly act: VersionAct;
  readonly agreement: { readonly id: AgreementId; readonly title: string };
  readonly number: number;
  readonly period: Period;
  readonly parties: readonly NamedParty[];
  readonly texts: readonly FrozenText[];
  readonly annexes: readonly ManifestAnnex[];
  /** What it hangs on; null for what stands by itself. */
  readonly amends: AmendedVersion | null;
}

/** The manifest of a version. The same content gives the same manifest, whatever the order it was read in (AG-21). */
export function buildManifest(input: ManifestInput): Manifest {
  const { act, agreement, number, period, amends } = input;
  return {
    format: 'enig-manifest/1',
    act,
    agreement: { id: agreement.id, title: agreement.title },
    number,
    period: { from: period.from, to: period.to },
    parties: sorted(input.parties, ({ id }) => [id]).map(({ id, name }) => ({ id, name })),
    parts: PART_KINDS.flatMap((kind) => partOf(kind, input.texts)),
    annexes: sorted(input.annexes, (annex) => [annex.number, annex.sha256, annex.fileName, annex.title]).map(toAnnex),
    ...(amends === null ? {} : { amends: { agreement: amends.agreement, version: amends.version } }),
  };
}

/** The manifest's canonical bytes: what is stored, exported and hashed. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return canonicalBytes(toJson(manifest));
}

/** The version that the manifest is: the SHA-256 of its bytes, as `sha256sum` gives it for the exported file. */
export function versionHash(manifest: Manifest): VersionHash {
  return brandId<VersionHash>(sha256(manifestBytes(manifest)));
}

/**
 * Whether two versions put the same to the parties: all but their numbers, and how far the texts' logs were read, is the
 * same (AG-44).
 */
export function saysTheSame(one: Manifest, other: Manifest): boolean {
  return versionHash(withoutOrder(one)) === versionHash(withoutOrder(other));
}

function withoutOrder(manifest: Manifest): Manifest {
  const parts = manifest.parts.map(({ kind, texts }) => ({ kind, texts: texts.map((text) => ({ ...text, seq: 0 })) }));
  return { ...manifest, number: 0, parts };
}

function partOf(kind: PartKind, texts: readonly FrozenText[]): readonly ManifestPart[] {
  const ordered = sorted(
    texts.filter(({ part }) => part === kind),
    ({ position, section }) => [position, section],
  );
  if (ordered.length === 0) return [];
  const numbers = numberSections(ordered.map((text) => ({ id: text.section, kind: text.kind })));
  return [{ kind, texts: ordered.map((text) => toText(text, numbers.get(text.section) ?? null)) }];
}

function toText(frozen: FrozenText, number: number | null): ManifestText {
  const { section, kind, strand, title, text, seq, sha256: hash, amends } = frozen;
  return {
    ...{ section, kind, number, title, text, seq, sha256: hash },
    ...(strand === null ? {} : { strand }),
    ...(amends === null ? {} : { amends: { section: amends.section, kind: amends.kind } }),
  };
}

function toAnnex({ number, title, fileName, sha256: hash }: ManifestAnnex): ManifestAnnex {
  return { number, title, fileName, sha256: hash };
}

function toJson({ parties, parts, annexes, period, amends, ...rest }: Manifest): Json {
  return {
    ...rest,
    ...(amends ? { amends: { ...amends } } : {}),
    period: { ...period },
    parties: parties.map((party) => ({ ...party })),
    parts: parts.map(({ kind, texts }) => ({ kind, texts: texts.map(toTextJson) })),
    annexes: annexes.map((annex) => ({ ...annex })),
  };
}

function toTextJson({ amends, ...text }: ManifestText): Json {
  return { ...text, ...(amends ? { amends: { ...amends } } : {}) };
}

type Key = string | number;

/** Sorted by the keys, compared one by one as code units: the same everywhere, in every language. */
function sorted<Value>(values: readonly Value[], keysOf: (value: Value) => readonly Key[]): readonly Value[] {
  return [...values].sort((left, right) => compare(keysOf(left), keysOf(right)));
}

function compare(left: readonly Key[], right: readonly Key[]): number {
  for (const [index, key] of left.entries()) {
    const other = right[index] ?? key;
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
}

import type { PartyId, SectionId } from '@enig/kernel';
import type { Manifest, ManifestAnnex, ManifestPart, ManifestText } from './manifest';
import type { NamedParty, Strand } from './parts';
import type { Period } from './state';

/** Something that is in both versions and is not the same. */
export interface Changed<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** A party that came, left, or is named otherwise than before; its names, null where it was not bound. */
export interface PartyChange {
  readonly party: PartyId;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: string | null;
  readonly after: string | null;
}

/** What can differ in an annex that is in both versions; `file` is what is in the file. */
export type AnnexDifference = 'number' | 'title' | 'fileName' | 'file';

/** An annex that came, went, or is not as it was. */
export interface AnnexChange {
  readonly change: 'added' | 'removed' | 'changed';
  /** Null for one that came. */
  readonly before: ManifestAnnex | null;
  /** Null for one that went. */
  readonly after: ManifestAnnex | null;
  /** Empty unless it is in both. */
  readonly differs: readonly AnnexDifference[];
}

/** A section that is in both versions and does not stand where it stood, whatever its text says. */
export interface SectionChange {
  readonly section: SectionId;
  /** Its places in the part, from 1, when it changed places with others that stayed. */
  readonly place: Changed<number> | null;
  readonly strand: Changed<Strand | null> | null;
}

/** What differs between two versions beside the words of their texts. */
export interface ManifestDiff {
  readonly title: Changed<string> | null;
  readonly period: Changed<Period> | null;
  readonly parties: readonly PartyChange[];
  readonly annexes: readonly AnnexChange[];
  readonly sections: readonly SectionChange[];
}

/** Everything that can differ in an annex. */
export const ANNEX_DIFFERENCES: readonly AnnexDifference[] = ['number', 'title', 'fileName', 'file'];

/**
 * What differs between two versions of an agreement beside the words of their texts: its name, its period, who is
 * bound, the annexes, and where sections stand. In the order of the later version, then what is gone. The number and the
 * act of a version always differ and are left out.
 */
export function diffManifests(before: Manifest, after: Manifest): ManifestDiff {
  const [old, present] = [before.agreement.title, after.agreement.title];
  const isSamePeriod = before.period.from === after.period.from && before.period.to === after.period.to;
  return {
    title: old === present ? null : { before: old, after: present },
    period: isSamePeriod ? null : { before: before.period, after: after.period },
    parties: diffParties(before.parties, after.parties),
    annexes: diffAnnexes(before.annexes, after.annexes),
    sections: after.parts.flatMap((part) => {
      const oldPart = before.parts.find(({ kind }) => kind === part.kind);
      return oldPart ? diffSections(oldPart, part) : [];
    }),
  };
}

function diffParties(before: readonly NamedParty[], after: readonly NamedParty[]): readonly PartyChange[] {
  const present = after.flatMap(({ id, name }): PartyChange[] => {
    const old = before.find((party) => party.id === id);
    if (!old) return [{ party: id, change: 'added', before: null, after: name }];
    return old.name === name ? [] : [{ party: id, change: 'changed', before: old.name, after: name }];
  });
  const gone = before.filter(({ id }) => !after.some((party) => party.id === id));
  return [
    ...present,
    ...gone.map(({ id, name }): PartyChange => ({ party: id, change: 'removed', before: name, after: null })),
  ];
}

type Same = (before: ManifestAnnex, after: ManifestAnnex) => boolean;

/**
 * When two annexes are the same one, the surest sign first: an annex has no id in a manifest. A number alone is none: it
 * is given again after an annex was taken out.
 */
const SAME_ANNEX: readonly Same[] = [
  (before, after) => differencesOf(before, after).length === 0,
  (before, after) => before.sha256 === after.sha256,
  (before, after) => before.title === after.title && before.fileName === after.fileName,
  (before, after) => before.title === after.title,
  (before, after) => before.fileName === after.fileName,
];

function diffAnnexes(before: readonly ManifestAnnex[], after: readonly ManifestAnnex[]): readonly AnnexChange[] {
  const earlier = matched(before, after);
  const kept = new Set(earlier.values());
  const present = after.flatMap((annex): AnnexChange[] => {
    const old = earlier.get(annex);
    if (!old) return [{ change: 'added', before: null, after: annex, differs: [] }];
    const differs = differencesOf(old, annex);
    return differs.length === 0 ? [] : [{ change: 'changed', before: old, after: annex, differs }];
  });
  const gone = before.filter((annex) => !kept.has(annex));
  return [
    ...present,
    ...gone.map((annex): AnnexChange => ({ change: 'removed', before: annex, after: null, differs: [] })),
  ];
}

/** The earlier annex of each later one that has one; none is given twice. */
function matched(
  before: readonly ManifestAnnex[],
  after: readonly ManifestAnnex[],
): ReadonlyMap<ManifestAnnex, ManifestAnnex> {
  const free = new Set(before);
  const earlier = new Map<ManifestAnnex, ManifestAnnex>();
  for (const isSame of SAME_ANNEX) {
    for (const annex of after.filter((each) => !earlier.has(each))) {
      const old = [...free].find((each) => isSame(each, annex));
      if (!old) continue;
      earlier.set(annex, old);
      free.delete(old);
    }
  }
  return earlier;
}

function differencesOf(before: ManifestAnnex, after: ManifestAnnex): readonly AnnexDifference[] {
  return ANNEX_DIFFERENCES.filter((each) => {
    const field = each === 'file' ? 'sha256' : each;
    return before[field] !== after[field];
  });
}

function diffSections(before: ManifestPart, after: ManifestPart): readonly SectionChange[] {
  const places = new Map(before.texts.map(({ section }, index) => [section, index]));
  const stayed = longestRising(after.texts.flatMap(({ section }) => places.get(section) ?? []));
  return after.texts.flatMap((text, index): SectionChange[] => {
    const old = places.get(text.section);
    const oldText = old === undefined ? undefined : before.texts[old];
    if (old === undefined || !oldText) return [];
    const place = stayed.has(old) ? null : { before: old + 1, after: index + 1 };
    const strand = strandChange(oldText, text);
    return place === null && strand === null ? [] : [{ section: text.section, place, strand }];
  });
}

function strandChange(before: ManifestText, after: ManifestText): SectionChange['strand'] {
  const [old, present] = [before.strand ?? null, after.strand ?? null];
  return old === present ? null : { before: old, after: present };
}

/** The most of the numbers that rise as they stand: what is not among them has changed places. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const runs: (readonly number[])[] = [];
  for (const number of numbers) {
    const before = runs.filter((run) => (run.at(-1) ?? Infinity) < number);
    runs.push([...longest(before), number]);
  }
  return new Set(longest(runs));
}

function longest(runs: readonly (readonly number[])[]): readonly number[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}

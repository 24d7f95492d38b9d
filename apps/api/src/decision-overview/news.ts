import type { ManifestText } from '@enig/agreement';
import type { AgreementReads, AgreementView, VersionReads, VersionView } from '@enig/data';
import type { OnePageNews } from '@enig/documents';
import type { SectionId } from '@enig/kernel';
import type { Say } from '@enig/messages';

interface Reading {
  readonly agreements: AgreementReads;
  readonly versions: VersionReads;
  readonly say: Say;
  /** Whether anybody reads it: versions that were never agreed on are then not told of, nor what stood in them (AG-37). */
  readonly isPublic?: true;
}

/**
 * What is new in a version: against the one that was put to the parties before it, else against the agreement it began
 * with, as far as that was ever frozen. Null where there is neither.
 */
export async function newsOf(
  { agreements, versions, say, isPublic }: Reading,
  view: AgreementView,
  version: VersionView,
): Promise<OnePageNews | null> {
  const earlier = view.events.filter((event) => event.event === 'freezeForDecision').at(-2)?.version ?? null;
  const before = earlier === null || isPublic ? null : await versions.version(earlier);
  if (before) {
    const since = say('onePage.version', { number: before.row.number });
    return { since, ...compared(textsOf(before), textsOf(version), (section) => section) };
  }
  const original = view.row.copiedFrom === null ? null : await agreements.view(view.row.copiedFrom);
  const last = original && (await lastOf(versions, original, isPublic === true));
  if (!original || !last) return null;
  const origins = new Map(
    view.sections.map(({ row, lineage }) => [row.id, lineage.find(({ fromSection }) => fromSection)?.fromSection]),
  );
  return {
    since: say('onePage.agreement', { title: original.row.title }),
    ...compared(textsOf(last), textsOf(version), (section) => origins.get(section) ?? null),
  };
}

/** What an agreement came to: what it was concluded as, or for its parties alone what was frozen last. */
async function lastOf(
  versions: VersionReads,
  { row, events }: AgreementView,
  isPublic: boolean,
): Promise<VersionView | null> {
  const concluded = events.find(({ event }) => event === 'conclude')?.version ?? null;
  if (concluded !== null) return versions.version(concluded);
  return isPublic ? null : ((await versions.ofAgreement(row.id)).at(-1) ?? null);
}

/**
 * What has come, changed and gone from one text to another, by title.
 *
 * @param originOf the section of the earlier text that one of the later is, or comes from.
 */
export function compared(
  before: readonly ManifestText[],
  after: readonly ManifestText[],
  originOf: (section: SectionId) => SectionId | null,
): Omit<OnePageNews, 'since'> {
  const old = new Map(before.map((text) => [text.section, text]));
  const known = after.flatMap((text) => {
    const origin = originOf(text.section);
    const was = origin === null ? undefined : old.get(origin);
    return was ? [{ text, was }] : [];
  });
  const isKnown = new Set(known.map(({ text }) => text.section));
  const isKept = new Set(known.map(({ was }) => was.section));
  return {
    added: after.filter(({ section }) => !isKnown.has(section)).map(({ title }) => title),
    changed: known.filter(({ text, was }) => text.sha256 !== was.sha256).map(({ text }) => text.title),
    removed: before.filter(({ section }) => !isKept.has(section)).map(({ title }) => title),
  };
}

/** The texts of a version, in its order. */
export function textsOf({ manifest }: VersionView): readonly ManifestText[] {
  return manifest.parts.flatMap((part) => part.texts);
}

import type { Manifest, ManifestText, PartKind } from '@enig/agreement';
import type { AgreementReads, AgreementView, VersionReads, VersionView } from '@enig/data';
import type { OnePageNews } from '@enig/documents';
import type { PartyId, SectionId } from '@enig/kernel';
import { formatList, type Locale, type Say } from '@enig/messages';

interface Reading {
  readonly agreements: AgreementReads;
  readonly versions: VersionReads;
  readonly say: Say;
  readonly locale: Locale;
  /** Whom it is told; null for all. */
  readonly party: PartyId | null;
  /** Whether anybody reads it: versions that were never agreed on are then not told of, nor what stood in them (AG-37). */
  readonly isPublic?: true;
}

/**
 * What is new in a version: against the one that was put to the parties before it, else against the agreement it began
 * with, or those it comes after, as far as they were ever frozen and the party that asks was in them. Null where there
 * is nothing to compare with, or more than one text of the same part.
 */
export async function newsOf(reading: Reading, view: AgreementView, version: VersionView): Promise<OnePageNews | null> {
  const { versions, say, locale, isPublic } = reading;
  const earlier = view.events.filter((event) => event.event === 'freezeForDecision').at(-2)?.version ?? null;
  const before = earlier === null || isPublic ? null : await versions.version(earlier);
  if (before) {
    const since = say('onePage.version', { number: before.row.number });
    return { since, ...compared(textsOf(before), textsOf(version), (section) => section) };
  }
  const originals = await originalsOf(reading, view, version);
  const read = await Promise.all(originals.map((original) => partsOf(reading, original)));
  const parts = read.flatMap((each) => each ?? []);
  if (originals.length === 0 || read.includes(null)) return null;
  const titles = originals.map(({ view: { row } }) => say('onePage.agreement', { title: row.title }));
  const wasBegunFrom = originals.some((original) => original.view.row.id === view.row.copiedFrom);
  return {
    since: formatList(titles, locale),
    ...compared(
      parts.flatMap(({ texts }) => texts),
      textsOf(version),
      wasBegunFrom ? originIn(view) : calledTheSame(parts, version),
    ),
  };
}

/** An earlier agreement, and the parts of it that a later one is compared with. */
interface Original {
  readonly view: AgreementView;
  readonly kinds: readonly PartKind[];
}

/** The one it began with, else those it comes after; none where a part stood in none of them, or in several. */
async function originalsOf(
  { agreements, party }: Reading,
  { row: { id, copiedFrom } }: AgreementView,
  version: VersionView,
): Promise<readonly Original[]> {
  const kinds = version.manifest.parts.map(({ kind }) => kind);
  const ownIn = async (agreement: AgreementView['row']['id'], of: readonly PartKind[]): Promise<Original[]> => {
    const view = await agreements.view(agreement);
    const isTheirs = view !== null && (party === null || view.parties.some((each) => each.party === party));
    return isTheirs ? [{ view, kinds: kinds.filter((kind) => of.includes(kind)) }] : [];
  };
  const begunFrom = copiedFrom === null ? [] : await ownIn(copiedFrom, kinds);
  if (begunFrom.length > 0) return begunFrom;
  const before = await agreements.predecessorsOf(id);
  const own = (await Promise.all(before.map((each) => ownIn(each.id, each.kinds)))).flat();
  const isOneEach = kinds.every((kind) => own.filter((each) => each.kinds.includes(kind)).length === 1);
  return isOneEach ? own : [];
}

type ManifestPart = Manifest['parts'][number];

/** What an agreement came to in these parts; null where it came to nothing that may be told of. */
async function partsOf(
  { versions, isPublic }: Reading,
  { view, kinds }: Original,
): Promise<readonly ManifestPart[] | null> {
  const last = await lastOf(versions, view, isPublic === true);
  return last && last.manifest.parts.filter(({ kind }) => kinds.includes(kind));
}

type OriginOf = (section: SectionId) => SectionId | null;

/** What a section was begun with. */
function originIn({ sections }: AgreementView): OriginOf {
  const origins = new Map(
    sections.map(({ row, lineage }) => [row.id, lineage.find(({ fromSection }) => fromSection)?.fromSection]),
  );
  return (section) => origins.get(section) ?? null;
}

/** What is called the same in the same part: of several the first for the first, and none for two. */
function calledTheSame(before: readonly ManifestPart[], { manifest }: VersionView): OriginOf {
  const left = sectionsIn(before);
  const origins = new Map<SectionId, SectionId>();
  for (const { name, section } of sectionsIn(manifest.parts)) {
    const place = left.findIndex((each) => each.name === name);
    const [found] = place < 0 ? [] : left.splice(place, 1);
    if (found) origins.set(section, found.section);
  }
  return (section) => origins.get(section) ?? null;
}

function sectionsIn(parts: readonly ManifestPart[]): { readonly name: string; readonly section: SectionId }[] {
  return parts.flatMap(({ kind, texts }) =>
    texts.map(({ title, section }) => ({ name: `${kind} ${title.trim().toLocaleLowerCase('da')}`, section })),
  );
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

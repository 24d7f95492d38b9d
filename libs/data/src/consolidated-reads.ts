import {
  consolidate,
  inForceFrom,
  inForceOrder,
  type AmendingSection,
  type ConsolidatedSection,
  type ForcedAddendum,
  type Manifest,
  type ManifestText,
  type PartKind,
} from '@enig/agreement';
import {
  localDateAt,
  type AgreementId,
  type Instant,
  type LocalDate,
  type Sha256,
  type TextId,
  type VersionHash,
} from '@enig/kernel';
import type { TextJson } from '@enig/text';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { AgreementEventSchema, AgreementSchema, type AgreementRow } from './agreements';
import { lastDaysOf, periodOf } from './last-days';
import { PublicationSchema } from './publications';
import { VersionSchema } from './versions';

/** What a section says in the version it was agreed on in, and where that is written. */
export interface AgreedContent {
  readonly text: TextId;
  readonly sha256: Sha256;
  readonly content: TextJson;
}

/** An addendum that is in force, and since when. */
export interface AddendumInForce {
  readonly agreement: AgreementId;
  readonly title: string;
  readonly version: VersionHash;
  readonly since: LocalDate;
  readonly concludedAt: Instant;
  /** Its last day, as its parent's stands now. */
  readonly lastDay: LocalDate;
}

/** The text of a concluded agreement as its addenda changed it. */
export interface ConsolidatedView {
  readonly agreement: AgreementId;
  readonly title: string;
  readonly version: VersionHash;
  /** In the order they came into force. */
  readonly addenda: readonly AddendumInForce[];
  readonly sections: readonly ConsolidatedSection<AgreedContent>[];
}

/** Reads the text that holds (AG-38). */
export class ConsolidatedReads {
  constructor(private readonly source: DataSource) {}

  /** The text that holds on a day; null for what is not concluded, hangs on another, or is not there. */
  async on(agreement: AgreementId, day: LocalDate): Promise<ConsolidatedView | null> {
    return consolidatedOn(this.source.manager, agreement, day);
  }
}

/** The same inside a transaction. */
export async function consolidatedOn(
  manager: EntityManager,
  agreement: AgreementId,
  day: LocalDate,
): Promise<ConsolidatedView | null> {
  const row = await manager.findOne(AgreementSchema, { where: { id: agreement } });
  const published = row?.parent === null && (await manager.findOne(PublicationSchema, { where: { agreement } }));
  if (!row || !published) return null;
  const addenda = (await addendaOf(manager, agreement)).filter(heldOn(day, await lastDayOfRow(manager, row)));
  const versions = await agreedIn(manager, [published.version, ...addenda.map(({ version }) => version)]);
  const sectionsOf = (version: VersionHash) => versions.get(version) ?? [];
  const forced = addenda.map((each): ForcedAddendum<AgreedContent> => {
    return { ...each, sections: sectionsOf(each.version) };
  });
  const sections = consolidate(sectionsOf(published.version), forced);
  return { agreement, title: row.title, version: published.version, addenda, sections };
}

/** Of an agreement that has ended the text is read as it was on its last day. */
function heldOn(day: LocalDate, end: LocalDate): (addendum: AddendumInForce) => boolean {
  const on = day < end ? day : end;
  return ({ since, lastDay }) => since <= on && on <= lastDay;
}

async function lastDayOfRow(manager: EntityManager, row: AgreementRow): Promise<LocalDate> {
  return (await lastDaysOf(manager, [row])).get(row.id) ?? row.periodTo;
}

/** What has been concluded and changes the agreement, in the order it comes into force. */
async function addendaOf(manager: EntityManager, parent: AgreementId): Promise<AddendumInForce[]> {
  const rows = await manager.find(AgreementSchema, { where: { parent, act: 'addendum' } });
  if (rows.length === 0) return [];
  const concluded = await manager.find(AgreementEventSchema, {
    where: { agreement: In(rows.map(({ id }) => id)), event: 'conclude' },
  });
  const lastDays = await lastDaysOf(manager, rows);
  const inForce = rows.flatMap((row) => {
    const event = concluded.find(({ agreement }) => agreement === row.id);
    const lastDay = lastDays.get(row.id) ?? row.periodTo;
    return event?.version ? [addendumOf(row, event.version, event.at, lastDay)] : [];
  });
  return inForce.sort(inForceOrder);
}

function addendumOf(
  row: AgreementRow,
  version: VersionHash,
  concludedAt: Instant,
  lastDay: LocalDate,
): AddendumInForce {
  const since = inForceFrom({ period: periodOf(row), concludedOn: localDateAt(concludedAt) });
  return { agreement: row.id, title: row.title, version, since, concludedAt, lastDay };
}

/** The sections of versions in reading order, with what they say. */
async function agreedIn(
  manager: EntityManager,
  hashes: readonly VersionHash[],
): Promise<ReadonlyMap<VersionHash, readonly AmendingSection<AgreedContent>[]>> {
  const versions = await manager.find(VersionSchema, { where: { hash: In([...hashes]) } });
  const texts = await manager.query<{ version: VersionHash; section: string; content: Buffer }[]>(
    `SELECT v.version, v.section, t.content FROM version_text v JOIN text_version t ON t.id = v.text_version
     WHERE v.version = ANY ($1)`,
    [hashes],
  );
  return new Map(
    versions.map(({ hash, manifest }) => {
      const said = new Map(texts.filter(({ version }) => version === hash).map((each) => [each.section, each.content]));
      // Only what this product has written is in the tables, so its shape is known.
      const { parts } = JSON.parse(manifest.toString('utf8')) as Manifest;
      return [hash, parts.flatMap((part) => part.texts.map((text) => sectionOf(part.kind, text, said)))];
    }),
  );
}

function sectionOf(
  part: PartKind,
  { section, kind, number, title, text, sha256, amends }: ManifestText,
  said: ReadonlyMap<string, Buffer>,
): AmendingSection<AgreedContent> {
  const bytes = said.get(section);
  if (!bytes) throw new Error(`The section ${section} of a version has no text`);
  const content = JSON.parse(bytes.toString('utf8')) as TextJson;
  return { section, part, kind, number, title, content: { text, sha256, content }, amends: amends ?? null };
}

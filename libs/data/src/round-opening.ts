import { randomUUID } from 'node:crypto';
import {
  DEFAULT_MINIMUM_DAYS,
  documentBytes,
  openRound,
  tidyDocument,
  type Heard,
  type HeardDocument,
  type OpenRefused,
  type Round,
} from '@enig/hearing';
import {
  brandId,
  type BodyId,
  type LocalDate,
  type PartyId,
  type ResponseId,
  type Result,
  type RoundId,
  type SectionId,
  type Sha256,
  type VersionHash,
} from '@enig/kernel';
import { emptyJson, plainOf, type TextJson } from '@enig/text';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from './act';
import type { Change } from './agreement-change';
import { heardSections } from './hearing-reads';
import { HearingRoundSchema, ResponseSchema, RoundBodySchema, RoundSectionSchema } from './hearings';
import { HeardDocumentFileSchema } from './round-records';
import { BodySchema } from './places';
import { beginReminders } from './overview/reminders';
import { tellOfOpening } from './round-letters';
import { createText } from './text-content';

/** What is heard: the texts as they stand, frozen at that moment; a version that was frozen before; or a document. */
export type WhatIsHeard =
  | { readonly kind: 'freeze'; readonly sections: readonly SectionId[] | null }
  | { readonly kind: 'version'; readonly version: VersionHash; readonly sections: readonly SectionId[] | null }
  | { readonly kind: 'document'; readonly document: HeardDocument };

/** What whoever hears asks for when it opens a round. */
export interface NewRound {
  /** The party that hears; null: the secretariat. */
  readonly owner: PartyId | null;
  readonly heard: WhatIsHeard;
  readonly invited: readonly BodyId[];
  readonly dueDate: LocalDate;
  /** Empty when the notice is not short. */
  readonly shortReason: string;
}

/** A version as it can be heard: its focus areas in reading order, and which of them have an easy-read version. */
export async function heardVersion(
  manager: EntityManager,
  version: VersionHash,
  chosen: readonly SectionId[] | null,
): Promise<Heard> {
  const rows = await manager.query<{ section: SectionId; content: Buffer }[]>(
    `SELECT c.section, t.content FROM version_companion c JOIN text_version t ON t.id = c.text_version
     WHERE c.version = $1`,
    [version],
  );
  const easy = new Set(rows.filter(({ content }) => isWritten(content)).map(({ section }) => section));
  const sections = await heardSections(manager, version);
  const areas = sections.map(({ section }) => ({ section, hasEasyRead: easy.has(section) }));
  return { kind: 'version', version, areas, chosen };
}

function isWritten(content: Buffer): boolean {
  return plainOf(JSON.parse(content.toString('utf8')) as TextJson).trim() !== '';
}

/** Writes the round: what is heard, who is asked, a response for each of them, and the letters that tell them. */
export async function addRound(
  change: Change,
  heard: Heard,
  input: NewRound,
  actor: Actor,
): Promise<Result<RoundId, OpenRefused>> {
  const { manager, view, now, log } = change;
  const { owner, dueDate } = input;
  const bodies = await bodiesOf(manager, input.invited);
  const invitedFrom = bodies.map(({ id, party }) => ({ body: id, party }));
  const minimumDays = await minimumDaysIn(manager, view.row.region);
  const opened = openRound({
    ...{ owner, heard, invited: invitedFrom, openedAt: now, dueDate, minimumDays, shortReason: input.shortReason },
  });
  if (!opened.ok) return opened;
  const { version, sections, invited, shortReason } = opened.value;
  const document = documentIn(opened.value);
  if (heard.kind === 'document' && document !== null) await addDocument(manager, heard.document, document);
  const { id, number } = await insertRound(change, opened.value, actor);
  await addResponses(change, { id, invited, sections }, actor);
  await log(actor, 'openRound', {
    ...{ round: id, number, dueDate, councils: [...invited], shortReason },
    ...(version === null ? { document } : { version }),
    ...(owner === null ? {} : { owner }),
    ...(input.heard.kind !== 'document' && input.heard.sections ? { sections: [...sections] } : {}),
  });
  await beginReminders(manager, id, opened.value, actor);
  await tellOfOpening(manager, id);
  return { ok: true, value: id };
}

/** Its rows: the round, what of a version is heard, and who is asked. */
async function insertRound(
  { manager, view }: Change,
  opened: Round,
  actor: Actor,
): Promise<{ readonly id: RoundId; readonly number: number }> {
  const { owner, version, sections, invited, openedAt, dueDate, dueAt, minimumDays, shortReason } = opened;
  const agreement = view.row.id;
  const document = documentIn(opened);
  const id = brandId<RoundId>(randomUUID());
  const number = 1 + (await manager.count(HearingRoundSchema, { where: { agreement } }));
  await manager.insert(HearingRoundSchema, {
    ...{ id, agreement, owner, version, document, number, openedAt, dueDate, dueAt, minimumDays, shortReason },
    ...actor,
  });
  await manager.insert(
    RoundSectionSchema,
    sections.map((section, position) => ({ round: id, position, section })),
  );
  await manager.insert(
    RoundBodySchema,
    invited.map((body) => ({ round: id, body })),
  );
  return { id, number };
}

function documentIn({ subject }: Round): Sha256 | null {
  return subject.kind === 'document' ? subject.document : null;
}

/** Days a round in the region has at least unless it says why (HE-3). */
export async function minimumDaysIn(manager: EntityManager, region: string): Promise<number> {
  const [row] = await manager.query<{ days: number }[]>(
    'SELECT days FROM hearing_days WHERE region = $1 ORDER BY id DESC LIMIT 1',
    [region],
  );
  return row?.days ?? DEFAULT_MINIMUM_DAYS;
}

interface Asked {
  readonly id: RoundId;
  readonly invited: readonly BodyId[];
  readonly sections: readonly SectionId[];
}

async function addResponses({ manager, view }: Change, { id, invited, sections }: Asked, actor: Actor): Promise<void> {
  const agreement = view.row.id;
  // Seeded with a place for each focus area: two members who each made one would overwrite one another.
  const content = emptyJson('hearing-response', [...sections]);
  for (const body of invited) {
    const text = await createText(manager, { agreement, body, content }, actor);
    await manager.insert(ResponseSchema, { id: brandId<ResponseId>(randomUUID()), round: id, body, text });
  }
}

/** Kept once, by its hash, also where two rounds are about it. */
async function addDocument(manager: EntityManager, document: HeardDocument, hash: Sha256): Promise<void> {
  const [added] = await manager.query<unknown[]>(
    'INSERT INTO heard_document (sha256, content) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING RETURNING sha256',
    [hash, Buffer.from(documentBytes(document))],
  );
  const { files } = tidyDocument(document);
  if (!added || files.length === 0) return;
  const rows = files.map(({ sha256 }, position) => ({ document: hash, position, sha256 }));
  await manager.insert(HeardDocumentFileSchema, rows);
}

/** @throws Error for a body that is not there; whether it may be asked is checked before. */
async function bodiesOf(manager: EntityManager, ids: readonly BodyId[]) {
  const rows = ids.length === 0 ? [] : await manager.find(BodySchema, { where: { id: In([...new Set(ids)]) } });
  return [...new Set(ids)].map((id) => {
    const row = rows.find((each) => each.id === id);
    if (!row) throw new Error(`No body ${id}`);
    return row;
  });
}

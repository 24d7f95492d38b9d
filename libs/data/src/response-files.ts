import { randomUUID } from 'node:crypto';
import type { SeatKind } from '@enig/access';
import {
  addFile,
  removeFile,
  type AddFileRefused,
  type ResponseFileId,
  type ResponseLocked,
  type SubmissionId,
} from '@enig/hearing';
import {
  brandId,
  ok,
  type BodyId,
  type Instant,
  type PersonId,
  type ResponseId,
  type Result,
  type SectionId,
  type Sha256,
} from '@enig/kernel';
import type { SubmittedFileJson } from '@enig/text';
import { EntitySchema, In, IsNull, type DataSource, type EntityManager } from 'typeorm';
import type { Actor } from './act';
import type { Announce } from './agreement-change';
import { filled, instant, instantOrNull, integer, json, key, text, uuid, uuidOrNull } from './columns';
import { ResponseSchema } from './hearings';
import { FileSchema } from './people';
import { TextSchema } from './texts';

/** A paragraph of a document; `page` is null where it has no pages. */
export interface FileParagraph {
  readonly words: string;
  readonly page: number | null;
}

/** What one reads in a document. */
export interface FileSays {
  readonly paragraphs: readonly FileParagraph[];
  /** Whether that is everything in it. */
  readonly isAll: boolean;
}

/** A document put with a response; `removedAt` once it was taken out again. */
export interface ResponseFileRow {
  id: ResponseFileId;
  response: ResponseId;
  section: SectionId | null;
  sha256: Sha256;
  name: string;
  /** Null for one put there before it was known how to read it. Read only where it is asked for: it may be long. */
  says: FileSays | null;
  addedAt: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
  removedAt: Instant | null;
  removedBy: PersonId | null;
}

/** A document that was sent. */
export interface SubmissionFileRow {
  submission: SubmissionId;
  position: number;
  file: ResponseFileId;
}

export const ResponseFileSchema = new EntitySchema<ResponseFileRow>({
  name: 'ResponseFile',
  tableName: 'response_file',
  columns: {
    ...{ id: key(uuid), response: uuid, section: uuidOrNull, sha256: text, name: text },
    says: { ...json, nullable: true, select: false },
    addedAt: { ...filled(instant), name: 'added_at' },
    ...{ person: uuid, body: text, capacity: text },
    removedAt: { ...instantOrNull, name: 'removed_at' },
    removedBy: { ...uuidOrNull, name: 'removed_by' },
  },
});

export const SubmissionFileSchema = new EntitySchema<SubmissionFileRow>({
  name: 'SubmissionFile',
  tableName: 'submission_file',
  columns: { submission: key(uuid), position: key(integer), file: uuid },
});

/** A document put with a response, and how many bytes it has. */
export interface ResponseFile {
  readonly id: ResponseFileId;
  readonly name: string;
  readonly sha256: Sha256;
  readonly size: number;
  /** The focus area it is about; null in general. */
  readonly section: SectionId | null;
}

/** What is to be put with a response; its bytes are kept already. */
export type NewResponseFile = Pick<ResponseFileRow, 'section' | 'sha256' | 'name'> &
  Partial<Pick<ResponseFileRow, 'says'>>;

/** Where a document stands: in which response, and which submissions it went with. */
export interface PlacedFile {
  readonly file: ResponseFile;
  readonly response: ResponseId;
  readonly isRemoved: boolean;
  readonly submissions: readonly SubmissionId[];
}

/**
 * Documents of responses. Nothing of them stands in the log of acts, and no round is told of them: until it is sent, an
 * answer is its council's alone.
 */
export class ResponseFiles {
  constructor(private readonly ground: { readonly source: DataSource; readonly announce: Announce }) {}

  /** Puts a document with a response. The same one twice in the same place is one. @returns null for no such response. */
  async add(
    response: ResponseId,
    file: NewResponseFile,
    actor: Actor,
  ): Promise<Result<ResponseFileId, AddFileRefused> | null> {
    return this.inWriting<ResponseFileId, AddFileRefused>(response, async (manager, isOpen) => {
      const present = await manager.find(ResponseFileSchema, { where: { response, removedAt: IsNull() } });
      const same = present.find((row) => row.sha256 === file.sha256 && row.section === file.section);
      if (same && isOpen) return ok(same.id);
      const allowed = addFile(isOpen, present.length);
      if (!allowed.ok) return allowed;
      const id = brandId<ResponseFileId>(randomUUID());
      await manager.insert(ResponseFileSchema, { id, response, ...file, ...actor });
      return ok(id);
    });
  }

  /** Takes a document out of a response that is written in. Twice is once. @returns null for no such document. */
  async remove(id: ResponseFileId, actor: Actor): Promise<Result<null, ResponseLocked> | null> {
    const row = await this.ground.source.manager.findOne(ResponseFileSchema, { where: { id } });
    if (!row) return null;
    return this.inWriting<null, ResponseLocked>(row.response, async (manager, isOpen) => {
      const allowed = removeFile(isOpen);
      if (!allowed.ok) return allowed;
      await manager.query(
        `UPDATE response_file SET removed_at = clock_timestamp(), removed_by = $2 WHERE id = $1 AND removed_at IS NULL`,
        [id, actor.person],
      );
      return ok(null);
    });
  }

  /** The documents of responses as they stand, in the order they came. */
  async of(responses: readonly ResponseId[]): Promise<Map<ResponseId, ResponseFile[]>> {
    return filesOf(this.ground.source.manager, responses);
  }

  /** The documents that went with submissions, in the order they were sent. */
  async sentWith(submissions: readonly SubmissionId[]): Promise<Map<SubmissionId, ResponseFile[]>> {
    const { manager } = this.ground.source;
    const sent = await manager.find(SubmissionFileSchema, {
      where: { submission: In([...submissions]) },
      order: { position: 'ASC' },
    });
    const rows = await manager.find(ResponseFileSchema, { where: { id: In(sent.map(({ file }) => file)) } });
    const files = new Map((await withSizes(manager, rows)).map((file) => [file.id, file]));
    const of = (submission: SubmissionId) => sent.filter((each) => each.submission === submission);
    return new Map(submissions.map((id) => [id, of(id).flatMap(({ file }) => files.get(file) ?? [])]));
  }

  /** One document; null for no such. */
  async find(id: ResponseFileId): Promise<PlacedFile | null> {
    const { manager } = this.ground.source;
    const row = await manager.findOne(ResponseFileSchema, { where: { id } });
    if (!row) return null;
    const sent = await manager.find(SubmissionFileSchema, { where: { file: id } });
    const [file] = await withSizes(manager, [row]);
    if (!file) throw new Error(`The document ${id} has no bytes`);
    const submissions = sent.map(({ submission }) => submission);
    return { file, response: row.response, isRemoved: row.removedAt !== null, submissions };
  }

  /** The text's row is what sending locks too: a document is in what is sent, or refused. */
  private async inWriting<Value, Refusal>(
    id: ResponseId,
    act: (manager: EntityManager, isOpen: boolean) => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal> | null> {
    const { source, announce } = this.ground;
    const response = await source.manager.findOne(ResponseSchema, { where: { id } });
    if (!response) return null;
    const done = await source.transaction(async (manager) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const { phase } = await manager.findOneOrFail(TextSchema, { where: { id: response.text }, lock });
      return act(manager, phase === 'open');
    });
    if (done.ok) await announce({ topic: 'text', id: response.text });
    return done;
  }
}

/** The documents of responses as they stand, inside a transaction. */
export async function filesOf(
  manager: EntityManager,
  responses: readonly ResponseId[],
): Promise<Map<ResponseId, ResponseFile[]>> {
  const found = await manager.find(ResponseFileSchema, {
    where: { response: In([...responses]), removedAt: IsNull() },
    order: { addedAt: 'ASC', id: 'ASC' },
  });
  const of = (response: ResponseId) => found.filter((row) => row.response === response);
  const pairs = responses.map(async (id) => [id, await withSizes(manager, of(id))] as const);
  return new Map(await Promise.all(pairs));
}

/** What one reads in documents, as it was read when they came. */
export async function readIn<File extends Pick<ResponseFile, 'id'>>(
  manager: EntityManager,
  files: readonly File[],
): Promise<readonly (File & { readonly says: FileSays })[]> {
  const rows = await manager.find(ResponseFileSchema, {
    where: { id: In(files.map(({ id }) => id)) },
    select: { id: true, says: true },
  });
  const says = new Map(rows.map((row) => [row.id, row.says]));
  return files.map((file) => ({ ...file, says: says.get(file.id) ?? NOTHING_READ }));
}

const NOTHING_READ: FileSays = { paragraphs: [], isAll: false };

/** Documents as they stand in a submission's bytes. */
export function sentFiles(files: readonly ResponseFile[]): readonly SubmittedFileJson[] {
  return files.map(({ name, sha256, size, section }) => ({ name, sha256, size, section }));
}

async function withSizes(manager: EntityManager, rows: readonly ResponseFileRow[]): Promise<ResponseFile[]> {
  if (rows.length === 0) return [];
  const select = { sha256: true, size: true } as const;
  const kept = await manager.find(FileSchema, { select, where: { sha256: In(rows.map(({ sha256 }) => sha256)) } });
  const sizes = new Map(kept.map(({ sha256, size }) => [sha256, size]));
  return rows.map(({ id, name, sha256, section }) => ({ id, name, sha256, size: sizes.get(sha256) ?? 0, section }));
}

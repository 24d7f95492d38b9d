import { randomInt, randomUUID } from 'node:crypto';
import { readFocusArea } from '@enig/agreement';
import { brandId, type AgreementId, type BodyId, type TextId } from '@enig/kernel';
import { applyLog, emptyJson, seedUpdate, toJson, UnknownContent, type TextJson, type TextKind } from '@enig/text';
import type { DataSource, EntityManager } from 'typeorm';
import * as Y from 'yjs';
import type { Actor } from './act';
import { READ_LOGS, readLogs, updatesOf, type LogRow, type ReadLog } from './text-snapshot';
import { TextSchema, type TextRow } from './texts';

/** A text that is to be, with what it starts with. */
export interface NewText {
  readonly agreement: AgreementId;
  /** Whose it is, for a response or a case; null for the agreement's own texts. */
  readonly body: BodyId | null;
  readonly content: TextJson;
}

/** How many texts' content is remembered; some hundred kilobytes for each long one. */
const REMEMBERED = 400;
const CLIENT_IDS = 2 ** 32 - 1;

/**
 * Creates a text with its first content, in the caller's transaction: a text is seeded here and nowhere else, so it
 * can neither be empty by mistake nor hold its words twice.
 */
export async function createText(manager: EntityManager, text: NewText, actor: Actor): Promise<TextId> {
  const id = brandId<TextId>(randomUUID());
  const { agreement, body, content } = text;
  await manager.query(
    `INSERT INTO text (id, kind, agreement, body, seq, title, changed_by) VALUES ($1, $2, $3, $4, 1, $5, $6)`,
    [id, content.kind, agreement, body, titleOf(content), actor.person],
  );
  const client = randomInt(1, CLIENT_IDS);
  await manager.query(
    'INSERT INTO text_update (text, seq, update, person, body, client) VALUES ($1, 1, $2, $3, $4, $5)',
    [id, Buffer.from(seedUpdate(content, client)), actor.person, actor.body, client],
  );
  await claimClient(manager, id, client, actor);
  return id;
}

/** Makes a client id of a text somebody's, so that nobody else can write under it (CO-19). */
export async function claimClient(
  manager: Pick<EntityManager, 'query'>,
  text: TextId,
  client: number,
  { person }: Pick<Actor, 'person'>,
): Promise<void> {
  await manager.query('INSERT INTO text_client (text, client, person) VALUES ($1, $2, $3)', [text, client, person]);
}

/** The title a text has in itself; empty for kinds without one. */
export function titleOf(content: TextJson): string {
  return 'title' in content ? content.title : '';
}

/** What texts say now, read from their logs. Read once per text and state: the log only grows. */
export class TextContents {
  private readonly known = new Map<TextId, { readonly seq: number; readonly content: TextJson | null }>();

  constructor(private readonly source: DataSource) {}

  /** One text; null for no such text. */
  async text(id: TextId): Promise<TextRow | null> {
    return this.source.manager.findOne(TextSchema, { where: { id } });
  }

  /**
   * The content of texts, by id, but for those that cannot be read. What was written after `texts` were read may or may not be in it.
   *
   * @param manager  of the transaction the caller is in; who waits for a second connection there may wait for ever.
   */
  async of(
    texts: readonly Pick<TextRow, 'id' | 'kind' | 'seq'>[],
    manager = this.source.manager,
  ): Promise<Map<TextId, TextJson>> {
    const stale = texts.filter(({ id, seq }) => (this.known.get(id)?.seq ?? -1) < seq);
    if (stale.length > 0) await this.read(stale, manager);
    const found = texts.flatMap(({ id }): [TextId, TextJson][] => {
      const known = this.known.get(id);
      return known?.content ? [[id, known.content]] : [];
    });
    this.forgetOldest();
    return new Map(found);
  }

  private async read(texts: readonly Pick<TextRow, 'id' | 'kind' | 'seq'>[], manager: EntityManager): Promise<void> {
    const ids = texts.map(({ id }) => id);
    const logs = readLogs(ids, await manager.query<LogRow[]>(READ_LOGS, [ids]));
    for (const { id, kind } of texts) {
      const log = logs.get(id);
      this.known.delete(id);
      this.known.set(id, { seq: log?.seq ?? 0, content: log ? readableOf(kind, log) : null });
    }
  }

  private forgetOldest(): void {
    const oldest = [...this.known.keys()].slice(0, Math.max(0, this.known.size - REMEMBERED));
    for (const id of oldest) this.known.delete(id);
  }
}

/**
 * What a log says: its updates merged in a document of their own.
 *
 * @throws UnknownContent when it holds what no text of the kind has.
 */
export function contentOf(kind: TextKind, log: ReadLog): TextJson {
  const doc = docOf(updatesOf(log));
  const content = toJson(kind, doc);
  doc.destroy();
  return content;
}

/** A document of updates. What was deleted in it is not kept. The caller destroys it. */
export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  applyLog(doc, updates);
  return doc;
}

/** The same; null where the log holds what no text of the kind has, so that nobody can say what it says. */
export function readableOf(kind: TextKind, log: ReadLog): TextJson | null {
  const doc = docOf(updatesOf(log));
  const content = readableIn(kind, doc);
  doc.destroy();
  return content;
}

/** What a document says; null where it holds what no text of the kind has. */
export function readableIn(kind: TextKind, doc: Y.Doc): TextJson | null {
  try {
    const content = toJson(kind, doc);
    return content.kind === 'focus-area' && !readFocusArea(content).ok ? null : content;
  } catch (error) {
    if (error instanceof UnknownContent) return null;
    throw error;
  }
}

/** What is shown in the place of a text that cannot be read: its title, and nothing under it. */
export function blankOf({ kind, title }: Pick<TextRow, 'kind' | 'title'>): TextJson {
  const blank = emptyJson(kind);
  return 'title' in blank ? { ...blank, title } : blank;
}

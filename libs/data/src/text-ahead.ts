import type { TextId } from '@enig/kernel';
import type { TextJson, TextKind } from '@enig/text';
import { applyLog } from '@enig/text';
import type { EntityManager } from 'typeorm';
import * as Y from 'yjs';
import { docOf, readableIn } from './text-content';
import { checkedEnd, KEEP_SNAPSHOT, READ_LOGS, readLogs, updatesOf, type LogRow } from './text-snapshot';

/** Runs statements: a transaction's, or any connection's. */
type Queries = Pick<EntityManager, 'query'>;

/** A text as it has been read so far. */
export interface ReadText {
  readonly id: TextId;
  readonly kind: TextKind;
  readonly seq: number;
  /** What it says; null where nobody can tell. */
  readonly content: TextJson | null;
}

/** The same with its document. */
export interface DecodedText extends ReadText {
  readonly doc: Y.Doc;
}

interface Decoded extends DecodedText {
  /** How far the log's snapshot reaches; 0 without one. */
  readonly kept: number;
}

interface NewRow {
  readonly text: TextId;
  /** Where the text's log has come to. */
  readonly head: string;
  /** Null where nothing is new. */
  readonly seq: string | null;
  readonly update: Buffer;
}

/** $1: texts, $2: how far each has been read. */
const NEWS = `
  SELECT t.id AS text, t.seq AS head, u.seq, u.update
  FROM unnest($1::uuid[], $2::bigint[]) AS read (text, seq) JOIN text t ON t.id = read.text
  LEFT JOIN LATERAL (
    SELECT * FROM text_update row WHERE row.text = read.text AND row.seq > read.seq OFFSET 0
  ) AS u ON true
  ORDER BY t.id, u.seq`;

/**
 * Texts that are to be read under their locks. Their logs are read and decoded before, while others go on writing; under
 * the locks only what was written since is added, so nobody waits for the reading of a long history. A log is only
 * added to, so what comes out is what reading all of it under the locks would have given (CO-2).
 */
export class TextsAhead {
  private constructor(
    private readonly queries: Queries,
    private readonly texts: Map<TextId, Decoded>,
  ) {}

  /**
   * Reads texts, one after the other, without locks. The caller calls {@link destroy} at the end.
   *
   * @throws Error where an update is missing.
   */
  static async read(queries: Queries, ids: readonly TextId[]): Promise<TextsAhead> {
    const texts = new TextsAhead(queries, new Map());
    const rows = await queries.query<{ id: TextId; kind: TextKind }[]>(
      'SELECT id, kind FROM text WHERE id = ANY ($1) ORDER BY id',
      [ids],
    );
    for (const row of rows) await texts.decode(row);
    return texts;
  }

  private async decode({ id, kind }: { readonly id: TextId; readonly kind: TextKind }): Promise<void> {
    const log = readLogs([id], await this.queries.query<LogRow[]>(READ_LOGS, [[id]])).get(id);
    if (!log) throw new Error(`The text ${id} has no log`);
    const doc = docOf(updatesOf(log));
    const content = readableIn(kind, doc);
    this.texts.set(id, { id, kind, doc, content, seq: log.seq, kept: log.snapshot?.seq ?? 0 });
  }

  /**
   * Adds what was written since. The caller holds the texts' rows, so that they stay as they are now.
   *
   * @returns how many texts have changed.
   * @throws Error where a log has not got all of its updates.
   */
  async catchUp(): Promise<number> {
    const read = [...this.texts.values()];
    const rows = await this.queries.query<NewRow[]>(NEWS, [read.map(({ id }) => id), read.map(({ seq }) => seq)]);
    const news = new Map<TextId, NewRow[]>();
    for (const row of rows) news.set(row.text, [...(news.get(row.text) ?? []), row]);
    let changed = 0;
    for (const text of read) if (this.add(text, news.get(text.id) ?? [])) changed += 1;
    return changed;
  }

  private add(text: Decoded, rows: readonly NewRow[]): boolean {
    const { id, kind, doc } = text;
    const news = rows.flatMap(({ seq, update }) => (seq === null ? [] : [{ seq, update }]));
    const seq = checkedEnd(id, text.seq, news);
    if (seq !== Number(rows[0]?.head))
      throw new Error(`The log of the text ${id} has not got all of its ${rows[0]?.head} updates`);
    if (news.length === 0) return false;
    applyLog(
      doc,
      news.map(({ update }) => update),
    );
    this.texts.set(id, { ...text, seq, content: readableIn(kind, doc) });
    return true;
  }

  /** All of them, in the order of their ids. */
  get all(): readonly ReadText[] {
    return [...this.texts.values()];
  }

  /** One of them. @throws Error for one that was not asked for, or is not there. */
  text(id: TextId): DecodedText {
    return this.decoded(id);
  }

  /** Keeps what a text says as one update in which nothing is left of what was deleted. */
  async fold(id: TextId): Promise<void> {
    const { doc, seq, kept } = this.decoded(id);
    if (kept < seq) await this.queries.query(KEEP_SNAPSHOT, [id, seq, Buffer.from(Y.encodeStateAsUpdate(doc))]);
  }

  private decoded(id: TextId): Decoded {
    const text = this.texts.get(id);
    if (!text) throw new Error(`The text ${id} was not read`);
    return text;
  }

  /** Lets go of the documents. */
  destroy(): void {
    for (const { doc } of this.texts.values()) doc.destroy();
  }
}

import type { Access, Appended, Loaded, Logged, LogRefused, NewEntry, TextLog } from '@enig/collab';
import type { BodyId, PersonId, TextId } from '@enig/kernel';
import type { TextKind } from '@enig/text';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { entryColumns, WRITE_UPDATES } from './entry-columns';
import { OwnRows } from './own-rows';
import { Standings, type Allowed } from './standings';
import { checkedEnd, KEEP_SNAPSHOT, READ_LOGS, readLogs, type LogRow } from './text-snapshot';
import { runOn, Standing, type Run } from './text-store';

/** The log of all texts in PostgreSQL: `text_update`, append-only, numbered without holes under the text's row lock. */
export class TextLogStore implements TextLog {
  private readonly run: Run;
  private readonly standings = new Standings();
  private readonly own = new OwnRows();

  /** @param pool connections with the role `enig_app`. */
  constructor(private readonly pool: Pool) {
    this.run = runOn(pool);
  }

  async load(text: TextId): Promise<Loaded | null> {
    const [head] = await this.run<Head>('enig-log-head', HEAD, [text]);
    if (!head) return null;
    const rows = await this.run<LogRow>('enig-log-read', READ_LOGS, [[text]]);
    const log = readLogs([text], rows).get(text);
    if (!log || log.seq < Number(head.seq)) throw new Error(`The log of the text ${text} does not reach ${head.seq}`);
    const owners = new Map(Object.entries(head.owners).map(([client, person]) => [Number(client), person]));
    const { kind, title } = head;
    return { kind, title, seq: log.seq, snapshot: log.snapshot, updates: log.tail, owners };
  }

  async since(text: TextId, seq: number): Promise<Logged[]> {
    const rows = await this.run<{ seq: string; update: Buffer }>(
      'enig-log-since',
      'SELECT seq, update FROM text_update WHERE text = $1 AND seq > $2 ORDER BY seq',
      [text, seq],
    );
    const end = checkedEnd(text, seq, rows);
    if (rows.length === 0 && ((await this.heads([text])).get(text) ?? 0) > end)
      throw new Error(`What the text ${text} had after ${seq} has been erased`);
    return rows.map((row) => ({ seq: Number(row.seq), update: row.update }));
  }

  async keepSnapshot(text: TextId, seq: number, update: Uint8Array): Promise<void> {
    await this.run('enig-log-keep', KEEP_SNAPSHOT, [text, seq, Buffer.from(update)]);
  }

  async heads(texts: readonly TextId[]): Promise<Map<TextId, number>> {
    const rows = await this.run<{ id: TextId; seq: string }>(
      'enig-log-heads',
      'SELECT id, seq FROM text WHERE id = ANY ($1)',
      [texts],
    );
    return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
  }

  async rename(text: TextId, title: string, seq: number): Promise<void> {
    await this.run('enig-log-rename', RENAME, [text, title, seq]);
  }

  /**
   * One statement, where everybody's rights are known here already: under the locks it finds that they still hold, and
   * writes. Otherwise a transaction that reads them under the same locks. Whoever freezes or closes a text, or changes
   * anybody's rights, takes locks of these too, so an entry is committed before that, or refused after it (CO-2, CO-6).
   * What was judged before a row of the same person and client id was known is `STALE`, also under the lock (CO-21).
   */
  async append(entries: readonly NewEntry[]): Promise<Appended[]> {
    if (entries.length === 0) return [];
    const allowed = this.standings.of(entries);
    const seqs = allowed && (await this.appendAllowed(entries, allowed));
    const outcome = seqs ? seqs.map(appendedAt) : await this.appendLocked(entries);
    entries.forEach(({ text }, index) => {
      const appended = outcome[index];
      if (appended?.ok) this.own.add(text, appended.seq);
    });
    return outcome;
  }

  private async appendAllowed(entries: readonly NewEntry[], { stamp, validUntil, bodies }: Allowed): Promise<Seqs> {
    const [row] = await this.run<{ seqs: Seqs }>('enig-append', APPEND, [
      ...[stamp, validUntil],
      ...entryColumns(entries, bodies, this.own),
    ]);
    return row?.seqs ?? null;
  }

  private async appendLocked(entries: readonly NewEntry[]): Promise<Appended[]> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const { standing, answers, outcome } = await appendIn(runOn(client), entries, this.own);
      await client.query('COMMIT');
      client.release();
      this.standings.remember(standing, answers);
      return outcome;
    } catch (error) {
      await giveBack(client, error);
      throw error;
    }
  }
}

interface Head {
  readonly kind: TextKind;
  readonly title: string;
  readonly seq: string;
  readonly owners: Readonly<Record<string, PersonId>>;
}

const HEAD = `
  SELECT kind, title, seq,
    (SELECT coalesce(json_object_agg(client, person), '{}') FROM text_client WHERE text = id) AS owners
  FROM text WHERE id = $1`;

/** A connection on which something went wrong is used again only when it answers and can still be rolled back. */
async function giveBack(client: PoolClient, error: unknown): Promise<void> {
  if (!(error instanceof DatabaseError)) return client.release(true);
  await client.query('ROLLBACK').then(
    () => client.release(),
    () => client.release(true),
  );
}

/** Keeps a title with how far the text was when it had it; one of a later moment stays. $1: text, $2: title, $3: seq. */
export const RENAME = 'UPDATE text SET title = $2, title_seq = $3 WHERE id = $1 AND title_seq < $3';

/**
 * One for each entry, null for one with somebody else's client id, 0 for one that was judged too early; null altogether
 * when nothing was done.
 */
type Seqs = readonly (string | null)[] | null;

const APPEND = `SELECT append_updates($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) AS seqs`;

interface Locked {
  readonly standing: Standing;
  readonly answers: readonly (readonly [NewEntry, Access])[];
  readonly outcome: Appended[];
}

async function appendIn(run: Run, entries: readonly NewEntry[], own: OwnRows): Promise<Locked> {
  await run('enig-append-lock', 'SELECT lock_texts($1)', [[...new Set(entries.map(({ text }) => text))]]);
  const standing = await Standing.read(run, entries);
  const answers = entries.map((entry) => [entry, standing.access(entry)] as const);
  const written = answers.flatMap(([entry, access]) =>
    access.mode === 'edit' && access.body !== null ? [{ entry, body: access.body }] : [],
  );
  const seqs = await write(run, written, own);
  const seqOf = new Map(written.map(({ entry }, index) => [entry, seqs[index] ?? null]));
  const outcome = answers.map(([entry, access]): Appended => {
    const seq = seqOf.get(entry);
    return seq === undefined ? { ok: false, code: refusalOf(access) } : appendedAt(seq);
  });
  return { standing, answers, outcome };
}

async function write(
  run: Run,
  written: readonly { readonly entry: NewEntry; readonly body: BodyId }[],
  own: OwnRows,
): Promise<readonly (string | null)[]> {
  if (written.length === 0) return [];
  const entries = written.map(({ entry }) => entry);
  const bodies = written.map(({ body }) => body);
  const [row] = await run<{ seqs: Seqs }>('enig-append-write', WRITE_UPDATES, entryColumns(entries, bodies, own));
  return row?.seqs ?? [];
}

function appendedAt(seq: string | null): Appended {
  if (seq === null) return { ok: false, code: 'CO-19-FOREIGN-CLIENT' };
  return seq === '0' ? { ok: false, code: 'STALE' } : { ok: true, seq: Number(seq) };
}

function refusalOf(access: Access): LogRefused {
  if (access.mode === 'none')
    return access.code === 4401 ? 'CO-6-SIGNED-OUT' : access.code === 4404 ? 'CO-6-NO-SUCH-TEXT' : 'CO-6-NO-RIGHT';
  return access.reason === 'noRight' ? 'CO-6-NO-RIGHT' : 'CO-6-CLOSED';
}

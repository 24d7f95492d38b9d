import type { Access, Appended, Loaded, Logged, LogRefused, NewEntry, TextLog } from '@enig/collab';
import type { BodyId, PersonId, TextId } from '@enig/kernel';
import type { TextKind } from '@enig/text';
import type { Pool, PoolClient } from 'pg';
import { runOn, Standing, type Run } from './text-store';

/** The log of all texts in PostgreSQL: `text_update`, append-only, numbered without holes under the text's row lock. */
export class TextLogStore implements TextLog {
  private readonly run: Run;

  /** @param pool connections with the role `enig_app`. */
  constructor(private readonly pool: Pool) {
    this.run = runOn(pool);
  }

  async load(text: TextId): Promise<Loaded | null> {
    const [head] = await this.run<{ kind: TextKind; title: string }>(
      'enig-log-head',
      'SELECT kind, title FROM text WHERE id = $1',
      [text],
    );
    if (!head) return null;
    const logged = await this.since(text, 0);
    return { ...head, seq: logged.at(-1)?.seq ?? 0, updates: logged.map(({ update }) => update) };
  }

  async since(text: TextId, seq: number): Promise<Logged[]> {
    const rows = await this.run<{ seq: string; update: Buffer }>(
      'enig-log-since',
      'SELECT seq, update FROM text_update WHERE text = $1 AND seq > $2 ORDER BY seq',
      [text, seq],
    );
    return rows.map((row) => ({ seq: Number(row.seq), update: row.update }));
  }

  async heads(texts: readonly TextId[]): Promise<Map<TextId, number>> {
    const rows = await this.run<{ id: TextId; seq: string }>(
      'enig-log-heads',
      'SELECT id, seq FROM text WHERE id = ANY ($1)',
      [texts],
    );
    return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
  }

  async rename(text: TextId, title: string): Promise<void> {
    await this.run('enig-log-rename', 'UPDATE text SET title = $2 WHERE id = $1', [text, title]);
  }

  /**
   * One transaction: the texts' rows are locked, in the order of their ids as everybody does; under the lock it is read
   * who may write; what may be written goes in with one statement. Whoever freezes or closes a text takes the same
   * locks, so an entry is committed before that, or refused after it (CO-2).
   */
  async append(entries: readonly NewEntry[]): Promise<Appended[]> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const outcome = await appendIn(runOn(client), entries);
      await client.query('COMMIT');
      client.release();
      return outcome;
    } catch (error) {
      await giveBack(client);
      throw error;
    }
  }
}

/** A connection on which something went wrong is used again only when it can still be rolled back. */
async function giveBack(client: PoolClient): Promise<void> {
  await client.query('ROLLBACK').then(
    () => client.release(),
    () => client.release(true),
  );
}

interface Row {
  readonly entry: NewEntry;
  readonly body: BodyId;
  readonly seq: number;
}

async function appendIn(run: Run, entries: readonly NewEntry[]): Promise<Appended[]> {
  const heads = await lock(run, [...new Set(entries.map(({ text }) => text))]);
  const standing = await Standing.read(run, entries);
  const rows: Row[] = [];
  const outcome = entries.map((entry): Appended => {
    const access = standing.access(entry);
    if (access.mode !== 'edit' || access.body === null) return { ok: false, code: refusalOf(access) };
    const seq = (heads.get(entry.text) ?? 0) + 1;
    heads.set(entry.text, seq);
    rows.push({ entry, body: access.body, seq });
    return { ok: true, seq };
  });
  if (rows.length > 0) await insert(run, rows);
  return outcome;
}

async function lock(run: Run, texts: readonly TextId[]): Promise<Map<TextId, number>> {
  const rows = await run<{ id: TextId; seq: string }>(
    'enig-append-lock',
    'SELECT id, seq FROM text WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE',
    [texts],
  );
  return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
}

function refusalOf(access: Access): LogRefused {
  if (access.mode === 'none')
    return access.code === 4401 ? 'CO-6-SIGNED-OUT' : access.code === 4404 ? 'CO-6-NO-SUCH-TEXT' : 'CO-6-NO-RIGHT';
  return access.reason === 'noRight' ? 'CO-6-NO-RIGHT' : 'CO-6-CLOSED';
}

const INSERT = `
  WITH added AS (
    SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::uuid[], $5::text[], $6::text[])
      AS a (text, seq, update, person, body, session)
  ), head AS (
    UPDATE text SET seq = last.seq, changed_at = clock_timestamp(), changed_by = last.person
    FROM (SELECT DISTINCT ON (text) text, seq, person FROM added ORDER BY text, seq DESC) AS last
    WHERE text.id = last.text
  )
  INSERT INTO text_update (text, seq, update, person, body, session) SELECT * FROM added`;

async function insert(run: Run, rows: readonly Row[]): Promise<void> {
  const people: PersonId[] = rows.map(({ entry }) => entry.who.person);
  await run('enig-append-insert', INSERT, [
    rows.map(({ entry }) => entry.text),
    rows.map(({ seq }) => seq),
    rows.map(({ entry }) => Buffer.from(entry.update)),
    people,
    rows.map(({ body }) => body),
    rows.map(({ entry }) => entry.who.session),
  ]);
}

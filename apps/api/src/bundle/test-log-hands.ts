import type { Database } from '@enig/data';
import { hashOf, type Line } from './test-lines';
import { chance, KINDS, type Kind } from './test-manipulations';

/** What somebody who owns the database has done to a log. */
export interface Handled {
  readonly what: string;
  /** What the first fault's place holds. */
  readonly at: string;
  readonly receipt: string | null;
}

interface Row extends Line {
  readonly id: string;
  readonly agreement: string;
}

const READ = `SELECT id, agreement, number, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, person,
  body, capacity, kind, facts, salt, previous, hash FROM act WHERE agreement = $1 ORDER BY number`;

/** Acts that what the pages show is held against: who writes one of them anew is found without a receipt. */
const HELD_AGAINST: readonly string[] = ['freezeForHearing', 'hearVersion', 'endHearing'];

/** The owner of a database: no trigger stops them, and afterwards everything is put back. */
export class LogHands {
  private constructor(
    private readonly owner: Database,
    private readonly agreement: string,
  ) {}

  /** @param agreement one whose last acts hang on nothing but the log. */
  static async on(owner: Database, agreement: string): Promise<LogHands> {
    await owner.query('ALTER TABLE act DISABLE TRIGGER USER');
    await owner.query('CREATE TABLE kept_act AS SELECT * FROM act');
    return new LogHands(owner, agreement);
  }

  /** As it was. */
  async putBack(): Promise<void> {
    await this.owner.query('TRUNCATE act');
    await this.owner.query('INSERT INTO act OVERRIDING SYSTEM VALUE SELECT * FROM kept_act');
  }

  async do(kind: Kind, seed: number): Promise<Handled> {
    const dice = chance(seed * KINDS.length + KINDS.indexOf(kind));
    const rows = await this.owner.query<Row[]>(READ, [this.agreement]);
    return this.act(kind, rows, dice);
  }

  private act(kind: Kind, rows: Row[], dice: (below: number) => number): Promise<Handled> {
    switch (kind) {
      // In a database nothing can be withheld: what is shown without its words there has none.
      case 'withholding':
        return this.withholding(rows, dice);
      case 'byte':
        return this.byte(rows, dice);
      case 'deletion':
        return this.deletion(rows, dice);
      case 'reorder':
        return this.reorder(rows, dice);
      case 'insertion':
        return this.insertion(rows, dice);
      case 'cutTail':
        return this.cutTail(rows, dice);
      case 'rewrittenChain':
        return this.rewrittenChain(rows, dice);
    }
  }

  private place(number: number): string {
    return `aftale ${this.agreement}, handling nr. ${number}`;
  }

  private async byte(rows: Row[], dice: (below: number) => number): Promise<Handled> {
    const row = rows[dice(rows.length)];
    const ways = [
      `facts = facts || '{"note": 1}'`,
      `kind = kind || 'x'`,
      `at = at + interval '1 millisecond'`,
      `hash = translate(hash, '0123456789abcdef', '123456789abcdef0')`,
      `previous = translate(coalesce(previous, repeat('0', 64)), '0123456789abcdef', '123456789abcdef0')`,
      `person = (SELECT id FROM person p WHERE p.id <> act.person LIMIT 1)`,
    ];
    const way = ways[dice(ways.length)];
    await this.owner.query(`UPDATE act SET ${way} WHERE id = $1`, [row?.id]);
    return { what: `act ${row?.number}: ${way}`, at: this.place(row?.number ?? 0), receipt: null };
  }

  private async deletion(rows: Row[], dice: (below: number) => number): Promise<Handled> {
    const number = 1 + dice(rows.length - 1);
    await this.owner.query('DELETE FROM act WHERE agreement = $1 AND number = $2', [this.agreement, number]);
    return { what: `act ${number} deleted`, at: this.place(number + 1), receipt: null };
  }

  private async withholding(rows: Row[], dice: (below: number) => number): Promise<Handled> {
    const row = rows[dice(rows.length)];
    const ways = ['salt = NULL', `facts = 'null'`, `facts = '"skjult"'`];
    const way = ways[dice(ways.length)];
    await this.owner.query(`UPDATE act SET ${way} WHERE id = $1`, [row?.id]);
    return { what: `act ${row?.number}: ${way}`, at: this.place(row?.number ?? 0), receipt: null };
  }

  private async reorder(rows: Row[], dice: (below: number) => number): Promise<Handled> {
    const number = 1 + dice(rows.length - 1);
    await this.owner.query('UPDATE act SET number = -1 WHERE agreement = $1 AND number = $2', [this.agreement, number]);
    await this.owner.query('UPDATE act SET number = $2 WHERE agreement = $1 AND number = $2 + 1', [
      this.agreement,
      number,
    ]);
    await this.owner.query('UPDATE act SET number = $2 + 1 WHERE agreement = $1 AND number = -1', [
      this.agreement,
      number,
    ]);
    return { what: `acts ${number} and ${number + 1} swapped`, at: this.place(number), receipt: null };
  }

  private async insertion(rows: Row[], dice: (below: number) => number): Promise<Handled> {
    const number = 2 + dice(rows.length - 1);
    const before = rows[number - 2];
    if (!before) throw new Error('There are too few acts');
    const { id: _, ...line } = before;
    const made: Line = { ...line, number, previous: before.hash, kind: 'note', facts: { note: 'indsat' } };
    // In two steps: every number is there once all the time.
    await this.owner.query('UPDATE act SET number = -number - 1 WHERE agreement = $1 AND number >= $2', [
      this.agreement,
      number,
    ]);
    await this.owner.query('UPDATE act SET number = -number WHERE agreement = $1 AND number < 0', [this.agreement]);
    await this.owner.query(
      `INSERT INTO act (agreement, number, at, person, body, capacity, kind, facts, salt, previous, hash)
       SELECT agreement, $2, at, person, body, capacity, 'note', '{"note": "indsat"}', salt, hash, $3 FROM act
       WHERE agreement = $1 AND number = $2 - 1`,
      [this.agreement, number, hashOf(made)],
    );
    const at = this.place(number <= rows.length ? number + 1 : number);
    return { what: `an act inserted as number ${number}`, at, receipt: null };
  }

  private async cutTail(rows: Row[], dice: (below: number) => number): Promise<Handled> {
    const left = rows.length - 1 - dice(5);
    const kept = rows[left + dice(rows.length - left)];
    await this.owner.query('DELETE FROM act WHERE agreement = $1 AND number > $2', [this.agreement, left]);
    const receipt = `${kept?.number}:${kept?.hash}`;
    return { what: `cut off after ${left} of ${rows.length}`, at: '', receipt };
  }

  private async rewrittenChain(rows: Row[], dice: (below: number) => number): Promise<Handled> {
    const free = rows.flatMap(({ kind }, index) => (HELD_AGAINST.includes(kind ?? '') ? [] : [index]));
    const from = free[dice(free.length)] ?? 0;
    const kept = rows[from + dice(rows.length - from)];
    const receipt = `${kept?.number}:${kept?.hash}`;
    for (const [index, row] of rows.entries()) {
      if (index < from) continue;
      if (index === from) row['at'] = '2020-01-01T00:00:00.000Z';
      row.previous = rows[index - 1]?.hash ?? null;
      const { id, ...line } = row;
      row.hash = hashOf(line);
      await this.owner.query('UPDATE act SET at = $2, previous = $3, hash = $4 WHERE id = $1', [
        ...[id, row['at'], row.previous, row.hash],
      ]);
    }
    return { what: `written anew from act ${from + 1}`, at: '', receipt };
  }
}

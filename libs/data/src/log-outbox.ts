import type { Logged } from '@enig/collab';
import type { TextId } from '@enig/kernel';
import { MOST_TOLD, packed } from './notification';

/** Most bytes of updates told of one text at once: whoever is that far behind reads the log. */
const MOST_BYTES = 65_536;

/** A row of a log as it goes over the channel: the update in base64. */
type RowSaid = readonly [seq: number, update: string];

/** That a text's log has come to `seq`, as it goes over the channel, with what stands there as far as it is told. */
export interface LogSaid {
  readonly topic: 'text';
  readonly id: TextId;
  readonly seq: number;
  readonly rows: readonly RowSaid[];
}

interface Waiting {
  readonly seq: number;
  readonly bytes: number;
  readonly rows: readonly Logged[];
}

const NOTHING: Waiting = { seq: 0, bytes: 0, rows: [] };

/** What is committed and waits to be told to other nodes: per text how far it is, and what was written. */
export class LogOutbox {
  private texts = new Map<TextId, Waiting>();

  get isEmpty(): boolean {
    return this.texts.size === 0;
  }

  /** A text has come to `seq`, with these rows. */
  put(text: TextId, seq: number, rows: readonly Logged[]): void {
    const before = this.texts.get(text) ?? NOTHING;
    const bytes = rows.reduce((sum, { update }) => sum + update.length, before.bytes);
    const told = bytes > MOST_BYTES ? [] : [...before.rows, ...rows];
    this.texts.set(text, { seq: Math.max(before.seq, seq), bytes, rows: told });
  }

  /** Everything that waits, as payloads. */
  take(node: string): { readonly payloads: readonly string[]; readonly seqs: ReadonlyMap<TextId, number> } {
    const texts = [...this.texts];
    this.texts = new Map();
    return {
      payloads: texts.flatMap(([text, waiting]) => payloadsOf(node, text, waiting)),
      seqs: new Map(texts.map(([text, { seq }]) => [text, seq])),
    };
  }
}

/** The rows that were told, as the log has them. */
export function rowsOf(said: readonly RowSaid[]): readonly Logged[] {
  return said.map(([seq, update]) => ({ seq, update: Buffer.from(update, 'base64') }));
}

/** The seq each names is not beyond its rows, so that nobody asks the log for what comes with the next. */
function payloadsOf(node: string, id: TextId, { seq, rows }: Waiting): string[] {
  const said = (upTo: number, told: readonly RowSaid[]): string => {
    const log: LogSaid = { topic: 'text', id, seq: upTo, rows: told };
    return JSON.stringify({ node, said: log });
  };
  const limit = MOST_TOLD - said(seq, []).length;
  const written = rows.map((row): RowSaid => [row.seq, Buffer.from(row.update).toString('base64')]);
  const lists = packed(written, (row) => JSON.stringify(row).length, limit);
  return lists.map((list, index) => said(index < lists.length - 1 ? (list.at(-1)?.[0] ?? 0) : seq, list));
}

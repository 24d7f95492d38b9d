import type { TextId } from '@enig/kernel';

/** A text's log, as short as it can be read. */
export interface ReadLog {
  /** All up to a seq as one update; null where none is kept. */
  readonly snapshot: { readonly seq: number; readonly update: Uint8Array } | null;
  /** In order, from the one after the snapshot. */
  readonly tail: readonly Uint8Array[];
  /** The last seq read. */
  readonly seq: number;
}

/** One row of {@link READ_LOGS}. */
export interface LogRow {
  readonly text: TextId;
  readonly seq: string;
  readonly update: Buffer;
  readonly is_snapshot: boolean;
}

/** Snapshots and what came after them, at one moment. $1: the ids of texts. */
export const READ_LOGS = `
  WITH kept AS (SELECT text, seq, update FROM text_snapshot WHERE text = ANY ($1::uuid[]))
  SELECT text, seq, update, true AS is_snapshot FROM kept
  UNION ALL
  SELECT u.text, u.seq, u.update, false
  FROM unnest($1::uuid[]) AS id JOIN text_update u ON u.text = id
  WHERE u.seq > coalesce((SELECT k.seq FROM kept k WHERE k.text = id), 0)
  ORDER BY text, seq`;

/**
 * Keeps all up to a seq as one update. $1: text, $2: seq, $3: update. What nobody has written yet cannot be kept, and
 * what is kept is never replaced by less.
 */
export const KEEP_SNAPSHOT = 'SELECT keep_snapshot($1, $2, $3)';

/**
 * The logs of texts, by id; texts nobody has written in have an empty one.
 *
 * @throws Error where an update is missing: nobody knows then what the text says.
 */
export function readLogs(texts: readonly TextId[], rows: readonly LogRow[]): Map<TextId, ReadLog> {
  const grouped = new Map<TextId, LogRow[]>(texts.map((text) => [text, []]));
  for (const row of rows) grouped.get(row.text)?.push(row);
  return new Map([...grouped].map(([text, own]) => [text, readLog(text, own)]));
}

function readLog(text: TextId, rows: readonly LogRow[]): ReadLog {
  const [first] = rows;
  const snapshot = first?.is_snapshot ? { seq: Number(first.seq), update: first.update } : null;
  const tail = snapshot ? rows.slice(1) : rows;
  const seq = checkedEnd(text, snapshot?.seq ?? 0, tail);
  return { snapshot, tail: tail.map(({ update }) => update), seq };
}

/**
 * The seq of the last row, or the one they begin after.
 *
 * @throws Error where they have a hole.
 */
export function checkedEnd(text: TextId, after: number, rows: readonly { readonly seq: string }[]): number {
  const hole = rows.findIndex(({ seq }, index) => Number(seq) !== after + 1 + index);
  if (hole >= 0) throw new Error(`The log of the text ${text} has not got its update ${after + 1 + hole}`);
  return after + rows.length;
}

/** Everything a log holds, in the order to apply it. */
export function updatesOf({ snapshot, tail }: ReadLog): readonly Uint8Array[] {
  return snapshot ? [snapshot.update, ...tail] : tail;
}

import type { NewEntry } from '@enig/collab';
import type { BodyId, TextId } from '@enig/kernel';
import type { OwnRows } from './own-rows';

/** Writes entries to texts whose rows are locked. Takes what {@link entryColumns} makes. */
export const WRITE_UPDATES =
  'SELECT write_updates($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS seqs';

/** Entries as `write_updates` takes them: one array for each column, numbers of entries from 1. */
export function entryColumns(entries: readonly NewEntry[], bodies: readonly BodyId[], own: OwnRows): unknown[] {
  const starts = [0];
  let end = 0;
  for (const { update } of entries) starts.push((end += update.length));
  const claims = entries.flatMap(({ claims: ids }, index) => ids.map((id) => [index + 1, id] as const));
  return [
    entries.map(({ text }) => text),
    entries.map(({ who }) => who.person),
    bodies,
    entries.map(({ who }) => who.session),
    starts,
    Buffer.concat(entries.map(({ update }) => update)),
    claims.map(([entry]) => entry),
    claims.map(([, id]) => id),
    entries.flatMap(({ deletesMost }, index) => (deletesMost ? [index + 1] : [])),
    entries.map(({ client }) => client),
    ...knowledgeColumns(entries, own),
  ];
}

/** How far the log was known for each entry, and which rows after the least of it are this node's own. */
function knowledgeColumns(entries: readonly NewEntry[], own: OwnRows): unknown[] {
  const knowns = entries.map(({ text, known }) => own.through(text, known));
  const least = new Map<TextId, number>();
  entries.forEach(({ text }, index) => {
    least.set(text, Math.min(least.get(text) ?? Infinity, knowns[index] ?? 0));
  });
  const rows = [...least].flatMap(([text, known]) => own.after(text, known).map((each) => ({ text, ...each })));
  return [knowns, rows.map(({ text }) => text), rows.map(({ first }) => first), rows.map(({ last }) => last)];
}

import type { BodyId, TextId } from '@enig/kernel';
import { itemsInOrder, type HearingResponseJson, type NotedBy, type StatementJson } from '@enig/text';
import type { EntityManager } from 'typeorm';
import type { Doc } from 'yjs';
import { TODAY } from './columns';

/** A person a client id of a text belongs to, and the kinds of seat they have or had in a body, the latest first. */
interface Writer {
  readonly client: string;
  readonly name: string;
  readonly capacities: readonly string[];
}

/** Seats that have begun by today. $1: text, $2: client ids in it, $3: body. */
const WRITERS = `
  SELECT c.client, p.name, array_agg(s.kind ORDER BY s.valid_from DESC, s.id) AS capacities
  FROM text_client c JOIN person p ON p.id = c.person JOIN seat s ON s.person = p.id AND s.body = $3
    AND s.valid_from <= ${TODAY}
  WHERE c.text = $1 AND c.client = ANY ($2) GROUP BY c.client, p.name`;

/**
 * A response in which statements say who wrote them down as the text's log knows it (CO-19), and in a capacity that
 * person has or had in the council: what stands in the text is what a browser said of itself (HE-38). Left out where
 * nobody is known to have.
 *
 * @param text the text it is written in, whose row the caller holds.
 */
export async function notedAsLogged(
  manager: EntityManager,
  { id, doc }: { readonly id: TextId; readonly doc: Doc },
  body: BodyId,
  content: HearingResponseJson,
): Promise<HearingResponseJson> {
  if (content.statements.every(({ noted }) => noted === undefined)) return content;
  const clients = clientsOf(doc);
  const rows = await manager.query<Writer[]>(WRITERS, [id, [...new Set(clients.values())], body]);
  const writers = new Map(rows.map((row) => [Number(row.client), row]));
  const statements = content.statements.map(({ noted: said, ...statement }): StatementJson => {
    const writer = writers.get(clients.get(statement.id) ?? 0);
    return said && writer ? { ...statement, noted: notedBy(writer, said) } : statement;
  });
  return { ...content, statements };
}

/** Whoever has more than one seat says themselves which it was. */
function notedBy({ name, capacities: [latest = '', ...earlier] }: Writer, said: NotedBy): NotedBy {
  return { name, capacity: earlier.includes(said.capacity) ? said.capacity : latest };
}

/** Under which client id each statement was made. */
function clientsOf(doc: Doc): ReadonlyMap<string, number> {
  const made = itemsInOrder(doc, 'statements');
  return new Map(made.flatMap(({ id, fields: { _item: item } }) => (item ? [[id, item.id.client]] : [])));
}

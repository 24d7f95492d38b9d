import type { DataSource } from 'typeorm';
import type { Doc } from 'yjs';

/** Loaded where it is used: Jest's global setup must not load a second copy of it. */
const yjs = () => import('yjs');

/** For specs only: writes a paragraph into a response as its council's members do, without a socket. */
export async function writeInResponse(
  source: DataSource,
  text: string,
  root: 'general' | 'minority',
  words: string,
): Promise<void> {
  const Y = await yjs();
  const doc = await readDoc(source, text);
  const before = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment(root).push([paragraph]);
  await append(source, text, Y.encodeStateAsUpdate(doc, before));
}

/** For specs only: plants in a prose root what no text has, as a hostile writer would where the gate let it pass. */
export async function spoilText(source: DataSource, text: string, root: 'general' | 'body' | 'intro'): Promise<void> {
  const Y = await yjs();
  const doc = new Y.Doc();
  doc.getXmlFragment(root).insert(0, [new Y.XmlElement('iframe')]);
  await append(source, text, Y.encodeStateAsUpdate(doc));
}

/** For specs only: the document a text's log makes. */
export async function readDoc(source: DataSource, text: string): Promise<Doc> {
  const Y = await yjs();
  const log = await source.query<{ update: Buffer }[]>(
    `SELECT update FROM (SELECT seq, update FROM text_snapshot WHERE text = $1
                         UNION ALL SELECT seq, update FROM text_update WHERE text = $1) AS log ORDER BY seq`,
    [text],
  );
  const doc = new Y.Doc();
  for (const { update } of log) Y.applyUpdate(doc, update);
  return doc;
}

/** For specs only: adds an update to a text's log. */
export async function append(source: DataSource, text: string, update: Uint8Array): Promise<void> {
  await source.query(
    `WITH text AS (UPDATE text SET seq = seq + 1 WHERE id = $1 RETURNING seq)
     INSERT INTO text_update (text, seq, update) SELECT $1, seq, $2 FROM text`,
    [text, Buffer.from(update)],
  );
}

/** For specs only: moves a round's deadline to this moment plus so many milliseconds, as nobody but the owner can. */
export async function setDeadlineIn(owner: DataSource, round: string, milliseconds: number): Promise<void> {
  await owner.query(
    `UPDATE hearing_round SET due_at = clock_timestamp() + make_interval(secs => $2 / 1000.0) WHERE id = $1`,
    [round, milliseconds],
  );
}

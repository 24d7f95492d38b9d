import { type SectionId, type Sha256, type TextId, type VersionHash } from '@enig/kernel';
import { anchorOf, plainValue, slotsOf, writtenAnchor, yFragment, type TextJson } from '@enig/text';
import type { DataSource } from 'typeorm';
import * as Y from 'yjs';
import type { Actor } from './act';
import type { DemoHearingResponse } from './demo';
import type { MadeAgreement } from './demo-agreement';
import { richOf } from './demo-text';
import { claimClient } from './text-content';

/** What is written into each place of an answer. */
export interface ResponseProse {
  readonly general: readonly string[];
  readonly minority: readonly string[];
  readonly sections: ReadonlyMap<string, readonly string[]>;
}

/** What a response says, by the ids its focus areas were given. */
export function responseJson(response: DemoHearingResponse, agreement: MadeAgreement): ResponseProse {
  const about = (key: string | null) =>
    response.points.filter((point) => point.focusAreaKey === key).flatMap(({ body }) => body);
  const sections = [...agreement.sections].map(([key, { id }]) => [id, about(key)] as const);
  return { general: about(null), minority: response.minority?.body ?? [], sections: new Map(sections) };
}

function fill(fragment: Y.XmlFragment, paragraphs: readonly string[]): void {
  if (paragraphs.length > 0) yFragment(richOf(paragraphs), fragment);
}

/** As whoever may write it would have written it: into a text that is open. */
export async function writeAs(
  source: DataSource,
  text: TextId,
  actor: Actor,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const log = await source.query<{ update: Buffer }[]>('SELECT update FROM text_update WHERE text = $1 ORDER BY seq', [
    text,
  ]);
  const doc = new Y.Doc();
  for (const { update } of log) Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  const update = Y.encodeStateAsUpdate(doc, before);
  doc.destroy();
  await source.query(
    `WITH text AS (UPDATE text SET seq = seq + 1, changed_by = $3 WHERE id = $1 RETURNING seq)
       INSERT INTO text_update (text, seq, update, person, body) SELECT $1, seq, $2, $3, $4 FROM text`,
    [text, Buffer.from(update), actor.person, actor.body],
  );
  await claimClient(source, text, doc.clientID, actor);
}

/** The places were made when the round opened. */
export function fillIn(doc: Y.Doc, { general, sections, minority }: ResponseProse): void {
  fill(doc.getXmlFragment('general'), general);
  fill(doc.getXmlFragment('minority'), minority);
  for (const [id, rich] of sections) {
    const place = doc.getMap('sections').get(id);
    if (place instanceof Y.XmlFragment) fill(place, rich);
  }
}

/** The first sentence of a section's introduction, as a comment on it is kept. */
export async function firstWordsOf(source: DataSource, version: VersionHash, section: SectionId): Promise<string> {
  const [row] = await source.query<{ sha256: Sha256; content: Buffer }[]>(
    `SELECT t.sha256, t.content FROM version_text s JOIN text_version t ON t.id = s.text_version
     WHERE s.version = $1 AND s.section = $2`,
    [version, section],
  );
  if (!row) throw new Error('The version has no such section');
  const json = JSON.parse(row.content.toString('utf8')) as TextJson;
  const intro = slotsOf(json).find(({ path }) => path[0] === 'intro');
  const end = intro ? plainValue(intro.value).indexOf('.') + 1 : 0;
  return writtenAnchor(anchorOf(json, ['intro'], 0, end, row.sha256));
}

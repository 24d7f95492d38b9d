import { anchorOf, plainValue, slotsOf, writtenAnchor, type Anchor, type TextJson } from '@enig/text';
import type { DataSource } from 'typeorm';
import * as Y from 'yjs';
import { brandId, type Sha256 } from '@enig/kernel';
import type { TestBrowser } from '../test-app';

/** For specs only: the texts of a version, as its readers see them. */
export interface SeenVersion {
  readonly hash: string;
  readonly number: number;
  readonly sections: readonly SeenSection[];
}
export interface SeenSection {
  readonly section: string;
  readonly title: string;
  readonly sha256: string;
  readonly content: TextJson;
}

/** Every version of an agreement, oldest first. */
export async function versionsOf(browser: TestBrowser, agreement: string): Promise<readonly SeenVersion[]> {
  const { data, errors } = await browser.gql<{ agreement: { versions: SeenVersion[] } }>(
    `query ($id: ID!) { agreement(id: $id) { versions { hash number sections { section title sha256 content } } } }`,
    { id: agreement },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.agreement.versions;
}

/** The anchor on the words in a section. */
export function anchorIn({ content, sha256, title }: SeenSection, words: string): Anchor {
  for (const { path, value } of slotsOf(content)) {
    const start = plainValue(value).indexOf(words);
    if (start !== -1) return anchorOf(content, path, start, start + words.length, brandId<Sha256>(sha256));
  }
  throw new Error(`»${words}« does not stand in ${title}`);
}

/** Writes into a text as a writer does, without a socket. */
export async function writeIn(source: DataSource, text: string, change: (doc: Y.Doc) => void): Promise<void> {
  const log = await source.query<{ update: Buffer }[]>(
    `SELECT update FROM (SELECT seq, update FROM text_snapshot WHERE text = $1
                         UNION ALL SELECT seq, update FROM text_update WHERE text = $1) AS log ORDER BY seq`,
    [text],
  );
  const doc = new Y.Doc();
  for (const { update } of log) Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  await source.query(
    `WITH text AS (UPDATE text SET seq = seq + 1 WHERE id = $1 RETURNING seq)
     INSERT INTO text_update (text, seq, update) SELECT $1, seq, $2 FROM text`,
    [text, Buffer.from(Y.encodeStateAsUpdate(doc, before))],
  );
}

/** Puts a comment on words of the heard text into a response. */
export function commentOn(doc: Y.Doc, id: string, section: string, anchor: Anchor, words: string): void {
  const comment = new Y.Map<unknown>();
  doc.getMap('comments').set(id, comment);
  for (const [name, value] of Object.entries({ order: id, removed: false, section, anchor: writtenAnchor(anchor) })) {
    comment.set(name, value);
  }
  const body = new Y.XmlFragment();
  comment.set('body', body);
  body.push([paragraph(words)]);
}

/** A paragraph of prose. */
export function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

import { addDays, brandId, localDateAt, localDateOf, type ItemId, type TextId, type VersionHash } from '@enig/kernel';
import { addItem, itemsInOrder, moveItem, removeItem, setItemValue, toJson } from '@enig/text';
import type { DataSource } from 'typeorm';
import * as Y from 'yjs';
import { databaseNow } from './act';
import { connect } from './connect';
import { migrate } from './migrate';
import { loadReference } from './reference';
import { seedDemo } from './seed';
import { MilestoneStore } from './milestone-store';
import { createTestDatabase } from './test-database';
import { readDoc } from './test-response';
import { beginWriting, entry, type Writing } from './test-writing';
import { TextHistory } from './text-history';
import { VersionReads } from './version-reads';

/** Everything that is stored of a version, as `TextHistory` gives it. */
async function stored(source: DataSource, hash: VersionHash) {
  const reads = new VersionReads(source);
  const bytes = (rows: { section: string; sha256: string }[]) =>
    Promise.all(
      rows.map(async ({ section, sha256 }) => {
        const [row] = await source.query<{ content: Buffer }[]>('SELECT content FROM text_version WHERE sha256 = $1', [
          sha256,
        ]);
        return [section, row?.content.toString()];
      }),
    );
  return {
    manifest: (await reads.version(hash))?.row.manifest.toString(),
    texts: [...(await bytes(await reads.texts(hash))), ...(await bytes(await reads.companions(hash)))],
  };
}

async function replayed(source: DataSource, hash: VersionHash) {
  const version = await new TextHistory(source).replayVersion(hash);
  const said = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();
  return {
    manifest: said(version?.manifest),
    texts: version?.texts.map(({ section, bytes }) => [section, said(bytes)]),
  };
}

async function versionsOf(source: DataSource): Promise<VersionHash[]> {
  const rows = await source.query<{ hash: VersionHash }[]>('SELECT hash FROM version');
  return rows.map(({ hash }) => hash);
}

describe('CO-26 a version comes out of the logs byte for byte', () => {
  it('each of the demo', async () => {
    const database = await createTestDatabase();
    await migrate(database.url);
    const source = await connect({ url: database.url, applicationName: 'spec' });
    await loadReference(source);
    await seedDemo(source, localDateOf('2026-11-22'));
    const hashes = await versionsOf(source);
    expect(hashes.length).toBeGreaterThan(4);
    for (const hash of hashes) expect(await replayed(source, hash)).toEqual(await stored(source, hash));
    expect(await new TextHistory(source).replayVersion(brandId<VersionHash>('0'.repeat(64)))).toBeNull();
    await source.destroy();
    await database.drop();
  });

  it.each([1, 2, 3])(
    'one of random writing (seed %i), also when what is written later changes every name',
    async (seed) => {
      const writing = await beginWriting();
      const random = sequence(seed);
      for (let turn = 0; turn < 40; turn += 1) await writeSomething(writing, random);
      const dueDate = addDays(localDateAt(await databaseNow(writing.source.manager)), 40);
      const { version } = await writing.freeze({
        councils: [brandId('disability-council:0253')],
        dueDate,
        shortReason: '',
      });
      const frozen = await stored(writing.source, version);
      expect(frozen.texts.length).toBe(5); // three sections, and two of them in easy words
      await writing.source.query(`UPDATE text SET phase = 'open', closed_because = NULL`);
      for (let turn = 0; turn < 10; turn += 1) await writeSomething(writing, random);
      expect(await replayed(writing.source, version)).toEqual(frozen);
      await writing.close();
    },
  );
});

/** The same numbers for the same seed, from 0 to just below `below`. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** One update by the tovholder or the secretariat. */
async function writeSomething({ log, source, area, chapter, tovholder, secretary, view }: Writing, random: Random) {
  const isArea = random(3) > 0;
  const text = isArea ? area : chapter;
  const doc = await readDoc(source, text);
  const before = Y.encodeStateVector(doc);
  const deleted = Y.encodeStateAsUpdate(doc);
  const target = (await view()).sections[random(3)]?.row.id ?? '';
  doc.transact(() =>
    isArea ? changeArea(doc, random, target) : changeProse(doc.getXmlFragment('body'), random, target),
  );
  const update = Y.encodeStateAsUpdate(doc, before);
  if (Buffer.from(update).equals(Buffer.from(deleted))) return;
  const client = doc.clientID;
  const [done] = await log.append([entry(isArea ? tovholder : secretary, text, { update, claims: [client], client })]);
  expect(done).toMatchObject({ ok: true });
}

type Random = (below: number) => number;

function changeArea(doc: Y.Doc, random: Random, target: string): void {
  const goals = itemsInOrder(doc, 'goals').filter(({ removed }) => !removed);
  const goal = goals[random(Math.max(goals.length, 1))];
  const id = brandId<ItemId>(`g${random(1_000_000_000)}`);
  switch (random(6)) {
    case 0:
      return doc.getText('title').insert(random(doc.getText('title').length + 1), `ord${random(100)} `);
    case 1:
      return addItem(doc, 'goals', { id, title: `Mål ${random(100)}` });
    case 2:
      return goal && goals.length > 2 ? removeItem(doc, 'goals', goal.id) : undefined;
    case 3:
      return goal && setItemValue(doc, 'goals', goal.id, 'owner', 'municipality:0253');
    case 4:
      return goal && moveItem(doc, 'goals', goal.id, null);
    default:
      return changeProse(doc.getXmlFragment('intro'), random, target);
  }
}

function changeProse(fragment: Y.XmlFragment, random: Random, target: string): void {
  if (fragment.length > 3 && random(3) === 0) return fragment.delete(random(fragment.length), 1);
  const paragraph = new Y.XmlElement('paragraph');
  const words = new Y.XmlText();
  words.insert(0, `Afsnit ${random(100)} om `, random(2) ? { bold: {} } : {});
  const reference = new Y.XmlElement('crossReference');
  reference.setAttribute('target', target);
  paragraph.insert(0, [words, reference]);
  fragment.insert(random(fragment.length + 1), [paragraph]);
}

describe('CO-26 the log of a text', () => {
  let writing: Writing;
  let history: TextHistory;

  beforeAll(async () => {
    writing = await beginWriting();
    history = new TextHistory(writing.source);
  });

  afterAll(() => writing.close());

  it('gives every state it has had, and the one before a mass deletion by name', async () => {
    const { log, area, tovholder } = writing;
    const doc = await readDoc(writing.source, area);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => void updates.push(update));
    doc.getText('title').insert(7, ' i job');
    const before = toJson('focus-area', doc);
    doc.getText('title').delete(0, 13);
    const client = doc.clientID;
    const [first, second] = updates;
    if (!first || !second) throw new Error('Two updates were made');
    await log.append([
      entry(tovholder, area, { update: first, claims: [client], client }),
      entry(tovholder, area, { update: second, claims: [client], client, deletesMost: true }),
    ]);
    const [milestone, ...others] = await new MilestoneStore(writing.source, writing.announce).of(area);
    expect([milestone, others]).toEqual([
      {
        ...{ seq: 2, kind: 'massDeletion', label: '', person: tovholder.person, body: 'administration:0253' },
        ...{ id: expect.any(String), text: area, at: expect.any(String), seen: null },
      },
      [],
    ]);
    expect(await history.replay(area, milestone?.seq ?? 0)).toEqual(before);
    expect(await history.replay(area, 1)).toMatchObject({ title: 'Autisme' });
    expect(await history.replay(area, 3)).toMatchObject({ title: '' });
    expect(await history.replay(area, 4)).toBeNull();
    expect(await history.replay(brandId<TextId>('00000000-0000-4000-8000-000000000000'), 1)).toBeNull();
  });

  it('tells who wrote what stands, also over more rows than are read at once', async () => {
    const { log, chapter, secretary, signIn } = writing;
    const colleague = await signIn('secretariat:1085', 'secretariatOfficer');
    const doc = await readDoc(writing.source, chapter);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => void updates.push(update));
    for (let key = 0; key < 2_500; key += 1) doc.getText('title').insert(doc.getText('title').length, 'e');
    const entries = updates.map((update, index) => {
      return entry(index < 2_100 ? secretary : colleague, chapter, { update, claims: [], client: doc.clientID });
    });
    for (let at = 0; at < entries.length; at += 500) await log.append(entries.slice(at, at + 500));
    const told = await history.attribution(chapter);
    const [title] = told?.slots ?? [];
    expect(title?.runs.map(({ text, person, body }) => [text.length, person, body])).toEqual([
      ['Indledning'.length, expect.any(String), 'secretariat:1085'],
      [2_100, secretary.person, 'secretariat:1085'],
      [400, colleague.person, 'secretariat:1085'],
    ]);
    expect(told?.erasedThrough).toBeNull();
    expect(await history.attribution(brandId<TextId>('00000000-0000-4000-8000-000000000000'))).toBeNull();
  });

  it('has rows read where it is told to, so many at a time, and fewer when they are long', async () => {
    const { log, source, chapter, secretary } = writing;
    const [head] = await source.query<{ seq: string }[]>('SELECT seq FROM text WHERE id = $1', [chapter]);
    const words = 'e'.repeat(1_000_000);
    for (let row = 0; row < 6; row += 1) await log.append([entry(secretary, chapter, { words })]);
    const pages: number[] = [];
    const counting = new TextHistory(source, async (kind, erased, read) => {
      expect([kind, erased]).toEqual(['chapter', null]);
      for await (const rows of read) pages.push(rows.length);
      return [];
    });
    expect(await counting.attribution(chapter)).toEqual({ slots: [], erasedThrough: null });
    const full = Math.floor(Number(head?.seq) / 500);
    const rest = (Number(head?.seq) % 500) + 5; // the fifth begins within four MiB
    expect(pages).toEqual([...Array.from({ length: full }, () => 500), rest, 1]);
  });

  it('says nothing of a text that nobody can read', async () => {
    const { log, area, tovholder } = writing;
    const doc = new Y.Doc();
    doc.getXmlFragment('intro').insert(0, [new Y.XmlElement('iframe')]);
    await log.append([entry(tovholder, area, { update: Y.encodeStateAsUpdate(doc), claims: [] })]);
    expect(await history.attribution(area)).toEqual({ slots: [], erasedThrough: null });
  });
});

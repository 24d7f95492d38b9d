import { createHash, randomUUID } from 'node:crypto';
import { brandId, type ItemId, type TextId, type VersionHash } from '@enig/kernel';
import { EMPTY_RICH, emptyJson, seedUpdate, type FocusAreaJson } from '@enig/text';
import * as Y from 'yjs';
import type { Actor } from './act';
import { changeAgreement } from './agreement-change';
import { freezeVersion, type FreezeInput } from './freeze';
import { SectionStore } from './section-store';
import { beginStory, type Story } from './test-story';
import { lockIsAwaited } from './test-writing';
import { createText } from './text-content';

let story: Story;
let actor: Actor;

beforeEach(async () => {
  story = await beginStory();
  actor = await story.person('secretariat:1085', 'secretariatOfficer');
});

afterEach(() => story.close());

const facts = { openRounds: 0, collecting: 0, everyoneApproved: false, reason: '' };

async function freeze(event: FreezeInput['event'] = 'freezeForDecision') {
  const done = await changeAgreement(story.source, story.announce, story.agreement, (change) =>
    freezeVersion(change, { event, actor, facts }),
  );
  if (!done) throw new Error('No such agreement');
  return done;
}

async function frozenHash(event?: FreezeInput['event']): Promise<VersionHash> {
  const done = await freeze(event);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.hash;
}

/** Adds to a text's log as a writer would have. */
async function append(text: TextId, update: Uint8Array): Promise<void> {
  await story.source.query(
    `WITH head AS (UPDATE text SET seq = seq + 1 WHERE id = $1 RETURNING seq)
     INSERT INTO text_update (text, seq, update) SELECT $1, seq, $2 FROM head`,
    [text, Buffer.from(update)],
  );
}

interface Stored {
  readonly text: TextId;
  readonly sha256: string;
  readonly content: Buffer;
}

function textsOf(
  version: VersionHash,
  table: 'version_text' | 'version_companion' = 'version_text',
): Promise<Stored[]> {
  return story.source.query<Stored[]>(
    `SELECT t.text, t.sha256, t.content FROM ${table} v JOIN text_version t ON t.id = v.text_version
     JOIN section s ON s.id = v.section WHERE v.version = $1 ORDER BY s.position`,
    [version],
  );
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('CO-2 a version holds what the texts said when they were closed', () => {
  it('recomputes from the stored bytes, names every text in order, and closes them all', async () => {
    const version = await frozenHash();
    const [row] = await story.source.query<{ manifest: Buffer; number: number; act: string }[]>(
      'SELECT * FROM version WHERE hash = $1',
      [version],
    );
    const texts = await textsOf(version);
    expect(sha256(row?.manifest ?? Buffer.of())).toBe(version);
    expect(row).toMatchObject({ number: 1, act: 'agreement' });
    expect(texts.map(({ content }) => JSON.parse(content.toString()).title)).toEqual([
      'Autisme',
      'Hjerneskade',
      'Indledning',
    ]);
    expect(texts.every(({ content, sha256: hash }) => sha256(content) === hash)).toBe(true);
    const manifest = JSON.parse(row?.manifest.toString() ?? '');
    expect(manifest.parts[0].texts.map((text: { sha256: string }) => text.sha256)).toEqual(
      texts.map((text) => text.sha256),
    );
    expect(manifest.parties).toHaveLength(18);
    const { sections, state } = await story.view();
    expect(state).toBe('deciding');
    expect(sections.map(({ text }) => [text.phase, text.closedBecause])).toEqual(Array(3).fill(['closed', 'deciding']));
    expect(story.told.filter(({ topic }) => topic === 'text')).toHaveLength(3);
  });

  it('for a hearing closes nothing: people write on, and the version holds what was there and no more', async () => {
    const [first] = (await story.view()).sections;
    if (!first) throw new Error('The story has three sections');
    const version = await frozenHash('freezeForHearing');
    const { sections, state } = await story.view();
    expect([state, ...sections.map(({ text }) => text.phase)]).toEqual(['hearing', 'open', 'open', 'open']);
    expect(story.told.filter(({ topic }) => topic === 'text')).toEqual([]);
    const before = await textsOf(version);
    await append(first.row.text, seedUpdate({ ...emptyJson('focus-area'), title: ' og job' }, 7));
    expect(await textsOf(version)).toEqual(before);
    const again = await frozenHash('freezeForHearing');
    const [changed, ...others] = await textsOf(again);
    expect(changed?.content.toString()).toContain('og job');
    expect(others).toEqual(before.slice(1));
  });

  it('calls references by their names of that day, which never change afterwards', async () => {
    const [first, second] = (await story.view()).sections;
    if (!first || !second) throw new Error('The story has three sections');
    const content: FocusAreaJson = {
      ...emptyJson('focus-area'),
      title: 'Autisme i job',
      intro: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'crossReference', attrs: { target: second.row.id } }] }],
      },
      goals: [
        {
          ...{ id: brandId<ItemId>(randomUUID()), title: 'Flere i job', body: EMPTY_RICH, criterion: '200 flere' },
          ...{ owner: 'municipality:0253', due: '2030-12-31' },
        },
      ],
    };
    const text = await story.source.transaction((manager) =>
      createText(manager, { agreement: story.agreement, body: null, content }, actor),
    );
    await story.source.query('UPDATE section SET text = $1 WHERE id = $2', [text, first.row.id]);
    const [frozen] = await textsOf(await frozenHash());
    const bytes = frozen?.content.toString() ?? '';
    expect(bytes).toContain('"label":"Fokusområde 2: Hjerneskade"');
    expect(bytes).toContain('"ownerName":"Greve');
  });

  it('lists easy-read texts beside it, and keeps an unchanged text as the TextVersion it was', async () => {
    const [first] = (await story.view()).sections;
    if (!first) throw new Error('The story has three sections');
    await new SectionStore(story).addEasyRead(story.agreement, first.row.id, actor);
    const before = await frozenHash('freezeForHearing');
    expect(await textsOf(before, 'version_companion')).toHaveLength(1);
    const [row] = await story.source.query<{ manifest: Buffer }[]>('SELECT manifest FROM version WHERE hash = $1', [
      before,
    ]);
    const [companion] = await textsOf(before, 'version_companion');
    expect(row?.manifest.toString()).not.toContain(companion?.sha256);

    await story.owner.query(`INSERT INTO agreement_event (agreement, event, person, body, capacity)
      SELECT agreement, 'endHearing', person, body, capacity FROM agreement_event LIMIT 1`);
    const after = await frozenHash('freezeForDecision');
    expect(after).not.toBe(before);
    expect(await textsOf(after)).toEqual(await textsOf(before));
    const [{ count } = { count: 0 }] = await story.source.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM text_version',
    );
    expect(count).toBe(4);
  });

  it('is not made when a rule forbids it, and then nothing is closed', async () => {
    const [first] = (await story.view()).sections;
    if (!first) throw new Error('The story has three sections');
    const untitled = await story.source.transaction((manager) =>
      createText(manager, { agreement: story.agreement, body: null, content: emptyJson('focus-area') }, actor),
    );
    await story.source.query('UPDATE section SET text = $1 WHERE id = $2', [untitled, first.row.id]);
    expect(await freeze()).toMatchObject({ ok: false, error: { code: 'AG-3-TITLE-MISSING', section: first.row.id } });
    expect((await story.view()).sections.map(({ text }) => text.phase)).toEqual(['open', 'open', 'open']);
    expect(await story.source.query('SELECT FROM text_version')).toEqual([]);
    await append(untitled, seedUpdate({ ...emptyJson('focus-area'), title: 'Nu med titel' }, 7));
    expect((await freeze()).ok).toBe(true);
    expect(await freeze()).toMatchObject({ ok: false, error: { code: 'AG-1-NOT-IN-THIS-STATE' } });
  });

  it('reads the texts while people write, and under the locks only what was written since', async () => {
    const [first] = (await story.view()).sections;
    if (!first) throw new Error('The story has three sections');
    const { text } = first.row;
    const doc = new Y.Doc();
    const [stored] = await story.source.query<{ update: Buffer }[]>('SELECT update FROM text_update WHERE text = $1', [
      text,
    ]);
    if (stored) Y.applyUpdate(doc, stored.update);
    const before = Y.encodeStateVector(doc);
    doc.getText('title').insert(7, ' i job');
    const writing = story.source.createQueryRunner();
    await writing.startTransaction();
    await writing.query('SELECT FROM text WHERE id = $1 FOR NO KEY UPDATE', [text]);
    const freezing = frozenHash();
    await lockIsAwaited(story, 'FROM text WHERE id = ANY');
    await writing.query('UPDATE text SET seq = 2 WHERE id = $1', [text]);
    await writing.query('INSERT INTO text_update (text, seq, update) VALUES ($1, 2, $2)', [
      text,
      Buffer.from(Y.encodeStateAsUpdate(doc, before)),
    ]);
    await story.owner.query('DELETE FROM text_update WHERE seq = 1'); // what has been read is not read again
    await writing.commitTransaction();
    await writing.release();
    const [frozen, ...others] = await textsOf(await freezing);
    expect(JSON.parse(frozen?.content.toString() ?? '')).toMatchObject({ title: 'Autisme i job' });
    expect(others.map(({ content }) => JSON.parse(content.toString()).title)).toEqual(['Hjerneskade', 'Indledning']);
  });

  it('AG-25 is not made of a text that nobody can read, nor of a log with a hole', async () => {
    const [first, second] = (await story.view()).sections;
    if (!first || !second) throw new Error('The story has three sections');
    const strange = new Y.Doc();
    strange.getXmlFragment('intro').insert(0, [new Y.XmlElement('iframe')]);
    await append(first.row.text, Y.encodeStateAsUpdate(strange));
    expect(await freeze()).toMatchObject({
      ok: false,
      error: { code: 'AG-25-TEXT-UNREADABLE', section: first.row.id, title: first.text.title },
    });
    expect((await story.view()).state).toBe('drafting');
    await story.owner.query('DELETE FROM text_update WHERE text = $1 AND seq = 2', [first.row.text]);
    await expect(freeze()).rejects.toThrow('has not got all of its 2 updates');
  });

  it('takes well under a second for ten texts with a thousand updates each', async () => {
    const sections = new SectionStore(story);
    const [part] = (await story.view()).parts;
    if (!part) throw new Error('The story has parts');
    for (let number = 4; number <= 11; number += 1) {
      const frame = {
        part: part.id,
        kind: 'focusArea',
        strand: 'development',
        covers: null,
        coordinators: [],
      } as const;
      await sections.add(story.agreement, { ...frame, title: `Fokusområde ${number}` }, actor);
    }
    await story.source.query(
      `WITH typed AS (SELECT * FROM unnest($1::bytea[]) WITH ORDINALITY AS u (update, nth)),
       added AS (INSERT INTO text_update (text, seq, update) SELECT t.id, 1 + nth, update FROM typed, text t WHERE t.kind = 'focus-area')
       UPDATE text SET seq = 1001 WHERE kind = 'focus-area'`,
      [typed(1000)],
    );
    const started = process.hrtime.bigint();
    const texts = await textsOf(await frozenHash());
    const took = Number(process.hrtime.bigint() - started) / 1e6;
    expect(texts).toHaveLength(11);
    expect(took).toBeLessThan(30_000); // against hanging; measured 200 ms on a quiet machine
  });

  function typed(keys: number): Buffer[] {
    const doc = new Y.Doc();
    const updates: Buffer[] = [];
    doc.on('update', (update: Uint8Array) => void updates.push(Buffer.from(update)));
    const words = new Y.XmlText();
    const paragraph = new Y.XmlElement('paragraph');
    doc.transact(() => {
      paragraph.insert(0, [words]);
      doc.getXmlFragment('intro').insert(0, [paragraph]);
    });
    for (let key = 1; key < keys; key += 1) words.insert(words.length, 'e');
    return updates;
  }
});

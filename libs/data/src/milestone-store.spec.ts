import type { Identity } from '@enig/collab';
import type { TextJson } from '@enig/text';
import * as Y from 'yjs';
import type { Actor } from './act';
import { MilestoneStore, type Milestone } from './milestone-store';
import { readDoc } from './test-response';
import { beginWriting, entry, lockIsAwaited, signedIn, type Writing } from './test-writing';
import { TextHistory } from './text-history';

let writing: Writing;
let store: MilestoneStore;
let actor: Actor;
let who: Identity;

beforeAll(async () => {
  writing = await beginWriting();
  store = new MilestoneStore(writing.source, writing.announce);
  actor = await writing.person('administration:0253', 'coordinator');
  who = await signedIn(writing, actor);
});

afterAll(() => writing.close());

/** The area's title is taken away. @returns the state before it, and what it said. */
async function titleGone(): Promise<{ readonly milestone: Milestone; readonly before: TextJson; readonly doc: Y.Doc }> {
  const { log, area, source } = writing;
  const doc = await readDoc(source, area);
  const vector = Y.encodeStateVector(doc);
  doc.getText('title').delete(0, doc.getText('title').length);
  const update = Y.encodeStateAsUpdate(doc, vector);
  await log.append([entry(who, area, { update, claims: [], client: null, deletesMost: true })]);
  const milestone = (await store.of(area)).at(-1);
  const before = milestone && (await new TextHistory(source).replay(area, milestone.seq));
  if (!milestone || !before) throw new Error('There is no milestone');
  return { milestone, before, doc };
}

describe('CO-28 putting back while others write', () => {
  it('takes in what was written while the text was read, and reads only that under the lock', async () => {
    const { source, owner, area } = writing;
    const { milestone, before, doc } = await titleGone();
    const vector = Y.encodeStateVector(doc);
    doc.getText('title').insert(0, 'Nyt navn');
    const other = source.createQueryRunner();
    await other.startTransaction();
    const [head]: { seq: string }[] = await other.query('SELECT seq FROM text WHERE id = $1 FOR NO KEY UPDATE', [area]);
    const putting = store.putBack(milestone, before, who, actor);
    await lockIsAwaited(writing, 'lock_texts');
    await other.query(
      `WITH head AS (UPDATE text SET seq = seq + 1 WHERE id = $1 RETURNING seq)
       INSERT INTO text_update (text, seq, update) SELECT $1, seq, $2 FROM head`,
      [area, Buffer.from(Y.encodeStateAsUpdate(doc, vector))],
    );
    await owner.query('DELETE FROM text_update WHERE text = $1 AND seq <= $2', [area, head?.seq]);
    await other.commitTransaction();
    await other.release();
    expect(await putting).toEqual({ ok: false, error: { code: 'CO-28-NOTHING-MISSING' } }); // the title is not empty
  });
});

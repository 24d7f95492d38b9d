import type { Appended, Identity, NewEntry } from '@enig/collab';
import type { TextId } from '@enig/kernel';
import * as Y from 'yjs';
import { migrate, migrateDown } from './migrate';
import { beginWriting, entry, type Writing } from './test-writing';
import { TextLogStore } from './text-log';

let writing: Writing;
let log: TextLogStore;
let area: TextId;

beforeAll(async () => {
  writing = await beginWriting();
  ({ log, area } = writing);
});

afterAll(() => writing.close());

const taken = (outcome: readonly Appended[]) => outcome.map((each) => (each.ok ? 'in' : each.code));

describe('CO-19 a client id belongs to the person who used it first', () => {
  const claiming = (who: Identity, client: number, more: Partial<NewEntry> = {}) =>
    entry(who, area, { claims: [client], ...more });

  it.each(['known', 'not known yet'])('also when the log is the first to see it, for people %s here', async (how) => {
    const store = how === 'known' ? log : new TextLogStore(writing.anotherPool());
    const [one, two] = [await writing.signIn(), await writing.signIn()];
    if (how === 'known') await log.append([entry(one, area), entry(two, area)]);
    const client = Math.floor(Math.random() * 2 ** 32);
    expect(taken(await store.append([claiming(one, client)]))).toEqual(['in']);
    const outcome = await store.append([
      claiming(two, 1),
      entry(two, area, { claims: [client, 2] }),
      claiming(two, 3),
      entry(two, writing.chapter),
      claiming(one, client),
      claiming(one, 2),
    ]);
    expect(taken(outcome)).toEqual(['in', 'CO-19-FOREIGN-CLIENT', 'CO-19-FOREIGN-CLIENT', 'CO-6-NO-RIGHT', 'in', 'in']);
    const owners = (await store.load(area))?.owners;
    expect([client, 1, 2, 3].map((each) => owners?.get(each))).toEqual([one.person, two.person, one.person, undefined]);
    await writing.owner.query('DELETE FROM text_client WHERE client < 10');
  });

  it('a claim in another text is nobody\u2019s business', async () => {
    const { secretary, tovholder, chapter } = writing;
    const outcome = await log.append([claiming(tovholder, 77), entry(secretary, chapter, { claims: [77] })]);
    expect(taken(outcome)).toEqual(['in', 'in']);
  });

  it('the first content of a text is written under a client id of who created it, and nobody else goes on', async () => {
    const loaded = await log.load(area);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, loaded?.updates[0] ?? new Uint8Array());
    const [client] = [...doc.store.clients.keys()];
    const [first] = await writing.source.query<{ person: string }[]>(
      'SELECT person FROM text_update WHERE text = $1 AND seq = 1',
      [area],
    );
    expect(loaded?.owners.get(client ?? 0)).toBe(first?.person);
    const { tovholder } = writing;
    expect(first?.person).not.toBe(tovholder.person);
    expect(taken(await log.append([claiming(tovholder, client ?? 0)]))).toEqual(['CO-19-FOREIGN-CLIENT']);
  });
});

describe('CO-22 what deletes most of a text', () => {
  it('makes a milestone of the state before it, and says who did it', async () => {
    const { tovholder } = writing;
    await log.append([entry(tovholder, area), entry(tovholder, area, { deletesMost: true }), entry(tovholder, area)]);
    const seq = (await log.heads([area])).get(area) ?? 0;
    expect(
      await writing.source.query('SELECT text, seq, kind, person, body FROM text_milestone WHERE text = $1', [area]),
    ).toEqual([
      { text: area, seq: String(seq - 2), kind: 'massDeletion', person: tovholder.person, body: 'administration:0253' },
    ]);
    await expect(writing.source.query('DELETE FROM text_milestone')).rejects.toThrow('permission denied');
  });

  it('makes one for each text and commit, and none beside one of the same person that nobody has seen yet', async () => {
    const { owner, chapter, secretary } = writing;
    const who = await writing.signIn();
    const colleague = await writing.signIn();
    const kept = async (person = who.person) =>
      (await owner.query<object[]>('SELECT seq FROM text_milestone WHERE person = $1', [person])).length;
    const most = (by = who) => entry(by, area, { deletesMost: true });
    await log.append([most(), most(), entry(secretary, chapter, { deletesMost: true }), most(colleague), most()]);
    expect([await kept(), await kept(colleague.person), await kept(secretary.person)]).toEqual([1, 0, 1]);
    await log.append([most(colleague)]);
    expect([await kept(), await kept(colleague.person)]).toEqual([1, 1]);
    await log.append([most(colleague)]);
    expect([await kept(), await kept(colleague.person)]).toEqual([1, 1]);
    // From here on nobody else writes, so that one state holds all that is taken away.
    await log.append([most()]);
    expect(await kept()).toBe(2);
    await log.append([entry(who, area), most()]);
    await log.append([most()]);
    expect(await kept()).toBe(2);
    await owner.query(`UPDATE text_milestone SET at = at - interval '11 minutes' WHERE person = $1`, [who.person]);
    await log.append([most()]);
    expect(await kept()).toBe(3);
    await owner.query(
      `INSERT INTO text_milestone_seen SELECT id, $2, 'administration:0253', 'coordinator' FROM text_milestone WHERE person = $1`,
      [who.person, colleague.person],
    );
    await log.append([most()]);
    expect(await kept()).toBe(4);
  });

  it.each(['in one commit', 'in another'])(
    'makes another one where somebody else has written since, %s: their words are in no earlier state',
    async (how) => {
      const [who, colleague] = [await writing.signIn(), await writing.signIn()];
      const most = entry(who, area, { deletesMost: true });
      await log.append([most]);
      if (how === 'in another') await log.append([entry(colleague, area)]);
      await log.append([...(how === 'in one commit' ? [entry(colleague, area)] : []), most]);
      const seq = (await log.heads([area])).get(area) ?? 0;
      const rows = await writing.owner.query('SELECT seq FROM text_milestone WHERE person = $1 ORDER BY seq', [
        who.person,
      ]);
      expect(rows).toEqual([{ seq: String(seq - 3) }, { seq: String(seq - 1) }]);
    },
  );
});

describe('CO-19 texts written before client ids were claimed', () => {
  const isMigrated = async (name: string): Promise<boolean> =>
    (await writing.owner.query<object[]>('SELECT 1 FROM migrations WHERE name = $1', [name])).length > 0;

  it('get their claims from their logs: an id is whose update it stands in first', async () => {
    const { tovholder, secretary, chapter, url } = writing;
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    one.getText('title').insert(0, 'Et');
    await log.append([entry(tovholder, area, { update: Y.encodeStateAsUpdate(one), claims: [one.clientID] })]);
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    two.getText('title').insert(0, 'To');
    const all = Y.encodeStateAsUpdate(two); // holds the other's words too, as after a reload
    const other = await writing.signIn();
    await log.append([entry(other, area, { update: all, claims: [two.clientID] })]);
    const third = entry(secretary, chapter);
    await log.append([third]);

    // Those who wrote then logged no salts, without which a later log cannot be taken back.
    await writing.owner.query('ALTER TABLE act DISABLE TRIGGER USER');
    await writing.owner.query('UPDATE act SET salt = NULL');
    await writing.owner.query('ALTER TABLE act ENABLE TRIGGER USER');
    while (await isMigrated('CollaborationCore1795200000000')) await migrateDown(url);
    await migrate(url);
    const [ofArea, ofChapter] = [await log.load(area), await log.load(chapter)];
    expect([one, two].map(({ clientID }) => ofArea?.owners.get(clientID))).toEqual([tovholder.person, other.person]);
    expect(ofChapter?.owners.get(third.claims[0] ?? 0)).toBe(secretary.person);
    expect(ofChapter?.owners.has(77)).toBe(false); // claimed above, and in no update
  });
});

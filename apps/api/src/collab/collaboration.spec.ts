import { randomUUID } from 'node:crypto';
import { PeopleStore } from '@enig/data';
import type { TextId } from '@enig/kernel';
import type { Node } from './test-node';
import { Stage, type SignedIn } from './test-stage';
import type { Writer } from './test-writer';

process.setMaxListeners(100); // each y-websocket client listens for the end of the process

let stage: Stage;
let node: Node;
let anna: SignedIn;
let bo: SignedIn;
let text: TextId;

beforeAll(async () => {
  stage = await Stage.open();
  node = await stage.node();
  anna = await stage.signIn('Anna Autisme');
  bo = await stage.signIn('Bo Boligsen');
});

beforeEach(async () => {
  text = (await stage.agreement(1)).texts[0] ?? text;
});

afterEach(() => stage.leaveAll());
afterAll(() => stage.close());

/** Somebody new with the text open and synced. */
async function writing(who: SignedIn, where: Node = node): Promise<Writer> {
  const writer = stage.writer(where, text, who);
  await writer.synced();
  return writer;
}

async function closeOf(writer: Writer): Promise<number | undefined> {
  await writer.until(() => writer.closed !== null);
  return writer.closed?.code;
}

describe('CO-1 stock y-websocket clients write together', () => {
  it('sync, edit and converge', async () => {
    const one = await writing(anna);
    const two = stage.writer(node, text, bo, { acknowledges: false });
    await two.synced();
    expect(one.title.toString()).toBe('Fokusområde 1');
    one.title.insert(0, 'Det første ');
    two.say('Målet er nået i 2030');
    await one.settled();
    await two.until(() => two.title.toString() === 'Det første Fokusområde 1');
    await one.until(() => one.intro.toJSON().includes('nået i 2030'));
    expect(one.intro.toJSON()).toBe(two.intro.toJSON());
    expect(two.mode).toBeNull();
  });

  it('find everything acknowledged after everybody has left and the text was dropped from memory', async () => {
    const one = await writing(anna);
    for (let line = 0; line < 20; line += 1) one.say(`Linje ${line}.`);
    await one.settled();
    const words = one.intro.toJSON();
    one.leave();
    while (node.collaboration.rooms.size.texts > 0) await new Promise((turn) => setImmediate(turn));
    const two = await writing(bo);
    expect(two.intro.toJSON()).toBe(words);
  });
});

describe('CO-3 large messages', () => {
  it('a paste of 200,000 characters is saved', async () => {
    const one = await writing(anna);
    one.say('æ'.repeat(200_000));
    await one.settled();
    expect(one.acknowledged).toBe(1);
    const two = await writing(bo);
    expect(two.intro.toJSON()).toContain('æ'.repeat(200_000));
  });

  it('one of over 1 MiB is refused with 4413, stays with the one who wrote it, and the text goes on', async () => {
    const [one, two] = [await writing(anna), await writing(bo)];
    one.say('x'.repeat(1_100_000));
    expect(await closeOf(one)).toBe(4413);
    expect(one.intro.toJSON()).toContain('x'.repeat(1_100_000));
    two.say('videre');
    await two.settled();
    expect([two.acknowledged, two.intro.toJSON()]).toEqual([1, '<paragraph>videre</paragraph>']);
  });
});

describe('CO-4 what is no message of ours', () => {
  it.each<[string, Uint8Array | string]>([
    ['an unknown kind', Uint8Array.of(99, 1, 2)],
    ['bytes that are no update', Uint8Array.of(0, 2, 3, 9, 9, 9)],
    ['text', 'hej'],
  ])('%s closes with 4400, and nothing is lost', async (_, message) => {
    const [one, two] = [await writing(anna), await writing(bo)];
    one.say('før fejlen');
    one.provider.ws?.send(message);
    expect(await closeOf(one)).toBe(4400);
    await two.until(() => two.intro.toJSON().includes('før fejlen'));
    expect(two.closed).toBeNull();
  });
});

describe('CO-6 who may not write, does not', () => {
  it('a tovholder in a closed phase gets the text to read, and the reason', async () => {
    const { id, texts } = await stage.agreement(1);
    text = texts[0] ?? text;
    const before = await writing(anna);
    before.say('Skrevet i tide');
    await before.settled();
    await stage.freeze(id);
    const after = await writing(bo);
    expect(after.intro.toJSON()).toContain('Skrevet i tide');
    expect(after.mode).toEqual({ mode: 'read', reason: 'deciding' });
    after.say('For sent');
    await after.settled();
    expect([...after.refused]).toEqual([[1, 'CO-6-CLOSED']]);
    expect(before.intro.toJSON()).not.toContain('For sent');
  });

  it('a tovholder of another municipality reads', async () => {
    const other = await stage.signIn('Ole fra Odsherred', 'administration:0306');
    const writer = await writing(other);
    expect(writer.mode).toEqual({ mode: 'read', reason: 'noRight' });
    writer.say('Vores ord');
    await writer.settled();
    expect([...writer.refused.values()]).toEqual(['CO-6-NO-RIGHT']);
  });
});

describe('CO-9 presence', () => {
  it('shows the name the server knows, whatever a client calls itself or others', async () => {
    const [one, two] = [await writing(anna), await writing(bo)];
    one.provider.awareness.setLocalState({ user: { name: 'Borgmesteren', color: '#aa0000' }, cursor: { at: 4 } });
    const seen = () => two.provider.awareness.getStates().get(one.doc.clientID);
    await two.until(() => seen()?.['cursor'] !== undefined);
    expect(seen()).toEqual({ user: { name: 'Anna Autisme', color: '#aa0000' }, cursor: { at: 4 } });
    one.leave();
    await two.until(() => seen() === undefined);
  });
});

describe('CO-24 presence on two nodes', () => {
  it('is seen on the other with the server\u2019s name, and is gone with the client and with the node', async () => {
    const elsewhere = await stage.node();
    const [one, two] = [await writing(anna), await writing(bo, elsewhere)];
    const seenBy = (viewer: Writer, seen: Writer) => viewer.provider.awareness.getStates().get(seen.doc.clientID);
    one.provider.awareness.setLocalState({ user: { name: 'Borgmesteren' }, cursor: { at: 4 } });
    two.provider.awareness.setLocalState({ cursor: { at: 9 } });
    await two.until(() => seenBy(two, one)?.['cursor'] !== undefined);
    await one.until(() => seenBy(one, two)?.['cursor'] !== undefined);
    expect(seenBy(two, one)).toEqual({ user: { name: 'Anna Autisme' }, cursor: { at: 4 } });
    expect([node, elsewhere].map(({ collaboration }) => collaboration.rooms.writersIn(text))).toEqual([2, 2]);
    one.leave();
    await two.until(() => seenBy(two, one) === undefined);
    const three = await writing(anna);
    await three.until(() => seenBy(three, two)?.['cursor'] !== undefined);
    await elsewhere.close();
    await three.until(() => seenBy(three, two) === undefined);
  });
});

describe('CO-25 a text that is open and not used', () => {
  it('is dropped from memory and fetched again, and its connections do not notice', async () => {
    const [one, two] = [await writing(anna), await writing(bo)];
    one.say('før');
    await one.settled();
    for (let look = 0; look < 10; look += 1) node.collaboration.rooms.tidy();
    expect(node.collaboration.rooms.size.held).toBe(0);
    two.say('efter');
    await two.settled();
    await one.until(() => one.intro.toJSON().includes('efter'));
    expect([one.closed, two.closed, one.intro.toJSON()]).toEqual([null, null, two.intro.toJSON()]);
  });
});

describe('CO-11 rights follow the facts while a connection is open', () => {
  it('freezing makes it read-only at once, also on another node', async () => {
    const { id, texts } = await stage.agreement(1);
    text = texts[0] ?? text;
    const elsewhere = await stage.node();
    const [one, two] = [await writing(anna), await writing(bo, elsewhere)];
    expect([one.mode, two.mode]).toEqual(Array(2).fill({ mode: 'edit', reason: null }));
    await stage.freeze(id, 'freezeForDecision');
    const started = Date.now();
    await Promise.all([one, two].map((writer) => writer.until(() => writer.mode?.mode === 'read')));
    expect(Date.now() - started).toBeLessThan(5_000); // the bench measures how soon; nobody looks by themselves so often
    expect([one.mode, two.mode]).toEqual(Array(2).fill({ mode: 'read', reason: 'deciding' }));
    await elsewhere.close();
  });

  it('signing out closes with 4401, and the end of the seat with 4403', async () => {
    const leaver = await stage.signIn('Lis Leaver');
    const [first, other] = [await writing(leaver), await writing(bo)];
    await new PeopleStore(stage.source).endSession(leaver.token);
    await stage.bus.announce({ topic: 'rights', id: leaver.person });
    expect(await closeOf(first)).toBe(4401);

    const mover = await stage.signIn('Mads Mover');
    const second = await writing(mover);
    await stage.source.query(`UPDATE seat SET valid_to = '2020-12-31' WHERE person = $1`, [mover.person]);
    await stage.bus.announce({ topic: 'rights', id: mover.person });
    expect(await closeOf(second)).toBe(4403);
    expect(other.closed).toBeNull();
  });
});

describe('CO-12 a text that cannot be loaded', () => {
  it('gives 4500 and no document, and the client has it when the log is back', async () => {
    const owner = await stage.owner();
    await owner.query('ALTER TABLE text_update RENAME TO text_update_away');
    const writer = stage.writer(node, text, anna);
    expect(await closeOf(writer)).toBe(4500);
    expect([writer.provider.synced, writer.doc.share.size]).toEqual([false, 0]);
    await owner.query('ALTER TABLE text_update_away RENAME TO text_update');
    await writer.synced();
    expect(writer.title.toString()).toBe('Fokusområde 1');
    await owner.destroy();
  });

  it('nor one that cannot be written: nothing is acknowledged until it can, and then the words are there', async () => {
    const owner = await stage.owner();
    const writer = await writing(anna);
    await owner.query('ALTER TABLE text_update RENAME TO text_update_away');
    writer.say('Skrevet mens databasen var væk');
    expect(await closeOf(writer)).toBe(4500);
    expect(writer.acknowledged).toBe(0);
    await owner.query('ALTER TABLE text_update_away RENAME TO text_update');
    await writer.synced();
    await writer.until(() => writer.settledStep2 > 0);
    const reader = await writing(bo);
    expect(reader.intro.toJSON()).toContain('Skrevet mens databasen var væk');
    await owner.destroy();
  });
});

describe('CO-14 a text open on two nodes', () => {
  it('is one text, and stays so when notifications are lost', async () => {
    const elsewhere = await stage.node();
    const [one, two] = [await writing(anna), await writing(bo, elsewhere)];
    one.say('fra den ene');
    two.say('fra den anden');
    await one.until(() => one.intro.toJSON().includes('fra den anden'));
    await two.until(() => two.intro.toJSON().includes('fra den ene'));
    const owner = await stage.owner();
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN enig'`);
    one.say('mens ingen hørte det');
    await two.until(() => two.intro.toJSON().includes('mens ingen hørte det'));
    await one.until(() => one.intro.toJSON() === two.intro.toJSON());
    await owner.destroy();
    await elsewhere.close();
  });
});

describe('CO-15 who is let in', () => {
  const own = () => `http://localhost:${node.port}`;

  it.each([
    ['no cookie', () => stage.writer(node, text, null), 4401],
    ['a cookie of nobody', () => stage.writer(node, text, { cookie: 'enig_session=stolen' }), 4401],
    ['an unknown text', () => stage.writer(node, randomUUID(), anna), 4404],
    ['no text\u2019s id', () => stage.writer(node, 'aftale', anna), 4404],
    [
      'a page that somebody else has signed in over',
      () => stage.writer(node, text, anna, { params: { as: bo.person } }),
      4401,
    ],
    ['an older schema', () => stage.writer(node, text, anna, { params: { v: '0' } }), 4409],
    ['a schema that is no number', () => stage.writer(node, text, anna, { params: { v: 'ny' } }), 4400],
    ['a newer schema than the node\u2019s', () => stage.writer(node, text, anna, { params: { v: '999' } }), 4500],
  ])('not with %s', async (_, open, code) => {
    const writer = open();
    expect(await closeOf(writer)).toBe(code);
    expect(writer.doc.share.size).toBe(0);
  });

  it('not without a right to read it', async () => {
    const councillor = await stage.signIn('Carla Councillor', 'municipal-council:0253', 'councillor');
    expect(await closeOf(stage.writer(node, text, councillor))).toBe(4403);
  });

  it.each(['https://example.org', 'null', 'http://localhost:1'])(
    'not from the origin %s: no socket at all',
    async (origin) => {
      const writer = stage.writer(node, text, anna, { origin });
      await writer.until(() => writer.failed !== null);
      expect(writer.failed).toContain('403');
      expect(writer.provider.wsconnected).toBe(false);
    },
  );

  it('from the own origin, and with the present schema', async () => {
    const writer = stage.writer(node, text, anna, { origin: own(), params: { v: '1' } });
    await writer.synced();
    expect(writer.title.toString()).toBe('Fokusområde 1');
  });
});

describe('CO-16 a client whose words are refused', () => {
  it('still has them, and the others neither see nor miss anything', async () => {
    const [one, two] = [await writing(anna), await writing(bo)];
    one.doc.getText('hemmelig').insert(0, 'Uden for teksten');
    await one.settled();
    expect([...one.refused.values()]).toEqual(['CO-5-UNKNOWN-ROOT']);
    expect(one.doc.getText('hemmelig').toString()).toBe('Uden for teksten');
    two.say('Andres ord');
    await two.settled();
    await one.until(() => one.intro.toJSON().includes('Andres ord'));
    expect(two.doc.share.has('hemmelig')).toBe(false);
  });
});

describe('the end of a node', () => {
  it('sends everybody elsewhere with 4503, after what they wrote is committed and acknowledged', async () => {
    const elsewhere = await stage.node();
    const writer = await writing(anna, elsewhere);
    for (let line = 0; line < 30; line += 1) writer.say(`Linje ${line}.`);
    await new Promise((turn) => setImmediate(turn));
    await elsewhere.close();
    expect(writer.closed?.code).toBe(4503);
    const reader = await writing(bo);
    const kept = Array.from({ length: writer.acknowledged }, (_, line) => `Linje ${line}.`);
    expect(kept.filter((line) => !reader.intro.toJSON().includes(line))).toEqual([]);
    expect(node.troubles.filter((trouble) => trouble instanceof TypeError)).toEqual([]);
  });
});

import { setImmediate } from 'node:timers/promises';
import { brandId, type PersonId, type TextId } from '@enig/kernel';
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { MAX_MESSAGE } from '../gate/gate';
import { Rooms } from './rooms';
import { Clock, editing, foldHere, MemoryLog, Peer, reading, SetRights } from '../test-house';

let log: MemoryLog;
let rights: SetRights;
let announced: [text: TextId, seq: number][];
let troubles: unknown[];
let clock: Clock;
let rooms: Rooms;
let text: TextId;

beforeEach(() => {
  log = new MemoryLog();
  rights = new SetRights();
  clock = new Clock();
  [announced, troubles] = [[], []];
  rooms = newRooms();
  text = log.add();
});

function newRooms(): Rooms {
  return new Rooms({
    ...{
      log,
      rights,
      now: clock.now,
      after: clock.after,
      fold: foldHere,
      trouble: (error) => void troubles.push(error),
    },
    bus: {
      announce: (where, rows) => void announced.push(...rows.map(({ seq }): [TextId, number] => [where, seq])),
      presence: () => undefined,
    },
  });
}

/** Lets everything happen that needs no more than its turn. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
}

async function joined(...names: string[]): Promise<[Peer, ...Peer[]]> {
  const [first = '', ...others] = names;
  const peers: [Peer, ...Peer[]] = [new Peer(first), ...others.map((name) => new Peer(name))];
  for (const peer of peers) peer.join(rooms, text);
  await quiet();
  return peers;
}

function titleOf(doc: Y.Doc): string {
  return doc.getText('title').toString();
}

function write(peer: Peer, words: string): void {
  peer.doc.getText('title').insert(0, words);
}

describe('CO-1 nothing is seen before it is committed', () => {
  it('reaches no peer and no acknowledgement while the log is at work, and then both', async () => {
    const [anna, bo = anna] = await joined('anna', 'bo');
    const release = log.hold();
    write(anna, 'Mål');
    await quiet();
    expect([titleOf(bo.doc), anna.acknowledged.at(-1)]).toEqual(['', [0, 0]]);
    release();
    await quiet();
    expect([titleOf(bo.doc), anna.acknowledged.at(-1)]).toEqual(['Mål', [1, 1]]);
    expect(announced).toEqual([[text, 1]]);
  });

  it('commits together what waits, over all texts, and forwards each frame as it came', async () => {
    const other = log.add('chapter');
    const [anna, bo = anna] = await joined('anna', 'bo');
    const carl = new Peer('carl').join(rooms, other);
    await quiet();
    const release = log.hold();
    write(anna, 'a');
    await quiet();
    for (const peer of [anna, bo, carl, anna]) write(peer, 'x');
    await quiet();
    release();
    await quiet();
    expect(log.appends).toEqual([1, 4]);
    expect(anna.acknowledged.at(-1)).toEqual([3, 4]);
    expect(titleOf(anna.doc)).toBe(titleOf(log.doc(text)));
  });

  it('commits together what comes in the same turn', async () => {
    const [anna, bo = anna] = await joined('anna', 'bo');
    write(anna, 'a');
    write(bo, 'b');
    await quiet();
    expect(log.appends).toEqual([2]);
  });

  it('keeps the title in lists in step', async () => {
    const [anna] = await joined('anna');
    write(anna, 'Autisme');
    await quiet();
    expect(log.kept(text).title).toBe('Autisme');
  });
});

describe('CO-1 what is committed together goes to each client in one write', () => {
  it('as the very bytes that came, in the same parcel for all who sent nothing of it', async () => {
    const [anna, bo = anna, carl = anna, dora = anna] = await joined('anna', 'bo', 'carl', 'dora');
    const before = [anna, bo, carl, dora].map(({ parcels }) => parcels.length);
    const sent: Uint8Array[] = [];
    for (const peer of [anna, bo]) {
      const sayBytes = peer.sayBytes.bind(peer);
      peer.sayBytes = (message) => void (sent.push(message), sayBytes(message));
      write(peer, 'x');
    }
    await quiet();
    const got = [anna, bo, carl, dora].map(({ parcels }, index) => parcels.slice(before[index]));
    expect(got.map((parcels) => parcels.length)).toEqual([1, 1, 1, 1]);
    const [toAnna, toBo, toCarl, toDora] = got.map(([parcel]) => parcel);
    expect(toCarl).toBe(toDora);
    expect(toCarl?.map((message, index) => message === sent[index])).toEqual([true, true]);
    expect([toAnna?.length, toAnna?.at(-1) === sent[1]]).toEqual([2, true]);
    expect([toBo?.length, toBo?.at(-1) === sent[0]]).toEqual([2, true]);
  });

  it('but for what had to be cut off', async () => {
    const [anna, bo = anna] = await joined('anna', 'bo');
    write(anna, 'gammelt ');
    await quiet();
    const whole = new Y.Doc();
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(anna.doc));
    whole.getText('title').insert(0, 'nyt ');
    const before = bo.parcels.length;
    anna.sayUpdate(Y.encodeStateAsUpdate(whole));
    await quiet();
    expect(titleOf(bo.doc)).toBe('nyt gammelt ');
    const [message] = bo.parcels.slice(before).flat();
    expect(message?.slice(3)).toEqual(log.kept(text).updates[1]);
    expect(Y.decodeUpdate(log.kept(text).updates[1] ?? new Uint8Array()).structs).toHaveLength(1);
  });
});

describe('CO-3 a message is at most 1 MiB', () => {
  it('takes one of 1 MiB and closes on one byte more', async () => {
    const [anna, bo = anna] = await joined('anna', 'bo');
    anna.sayBytes(new Uint8Array(MAX_MESSAGE + 1));
    expect(anna.closed).toBe(4413);
    bo.doc.getText('title').insert(0, 'x'.repeat(MAX_MESSAGE - 100));
    await quiet();
    expect(titleOf(log.doc(text))).toHaveLength(MAX_MESSAGE - 100);
    expect(bo.closed).toBeNull();
  });
});

describe('CO-4 what cannot be read closes the connection', () => {
  it.each<[string, (peer: Peer) => void]>([
    ['an unknown kind of message', (peer) => peer.say((encoder) => encoding.writeVarUint(encoder, 77))],
    ['an unknown kind of sync message', (peer) => peer.sayBytes(Uint8Array.of(0, 9, 0))],
    ['an update that is none', (peer) => peer.sayUpdate(Uint8Array.of(9, 9, 9))],
    ['a state vector that is none', (peer) => peer.sayBytes(Uint8Array.of(0, 0, 2, 200, 200))],
    ['an empty message', (peer) => peer.sayBytes(new Uint8Array())],
    ['a message that goes on after its end', (peer) => peer.sayBytes(Uint8Array.of(3, 0))],
  ])('%s, and what came before it stands', async (_, spoil) => {
    const [anna, bo = anna] = await joined('anna', 'bo');
    write(anna, 'Mål');
    spoil(anna);
    await quiet();
    expect(anna.closed).toBe(4400);
    expect([titleOf(log.doc(text)), titleOf(bo.doc), bo.closed]).toEqual(['Mål', 'Mål', null]);
    expect(troubles).toEqual([]);
  });
});

describe('CO-6 whoever may only read', () => {
  it('gets the text, and none of their updates passes, while a step 2 without news does', async () => {
    rights.set.set(brandId<PersonId>('rasmus'), reading(brandId<PersonId>('rasmus'), 'deciding'));
    const [anna, rasmus = anna] = await joined('anna', 'rasmus');
    write(anna, 'Mål');
    await quiet();
    expect(titleOf(rasmus.doc)).toBe('Mål');
    expect(rasmus.states).toEqual([{ mode: 'read', reason: 'deciding' }]);
    expect(rasmus.refused).toEqual([]);
    write(rasmus, 'Ikke ');
    await quiet();
    expect(rasmus.refused).toEqual([{ code: 'CO-6-CLOSED', frames: [1] }]);
    expect([titleOf(anna.doc), titleOf(log.doc(text)), rasmus.closed]).toEqual(['Mål', 'Mål', null]);
  });

  it.each([4401, 4403, 4404] as const)('or nothing at all is closed with %i', async (code) => {
    rights.set.set(brandId<PersonId>('anna'), { mode: 'none', code });
    const [anna] = await joined('anna');
    expect(anna.closed).toBe(code);
    expect(titleOf(anna.doc)).toBe('');
  });
});

describe('CO-8 an update that builds on what the server does not have', () => {
  it('is committed once the client has been asked and has brought the rest', async () => {
    const offline = new Y.Doc();
    offline.getText('title').insert(0, 'Skrevet offline. ');
    const anna = new Peer('anna', offline);
    anna.answers = false;
    anna.join(rooms, text);
    write(anna, 'Og nu ');
    await quiet();
    expect([titleOf(log.doc(text)), anna.acknowledged]).toEqual(['', []]);
    anna.answers = true;
    anna.sayStep2(offline);
    await quiet();
    expect(titleOf(log.doc(text))).toBe('Og nu Skrevet offline. ');
    expect(anna.acknowledged).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(anna.refused).toEqual([]);
  });

  it('waits for the answer to the last question, not to an earlier one', async () => {
    const anna = new Peer('anna');
    anna.answers = false;
    anna.join(rooms, text);
    await quiet();
    rights.set.set(anna.who.person, reading(anna.who.person, 'deciding'));
    rooms.reconsider({});
    await quiet();
    rights.set.set(anna.who.person, editing(anna.who.person));
    rooms.reconsider({});
    await quiet();
    const words = new Y.Doc();
    words.getText('title').insert(0, 'a');
    const before = Y.encodeStateVector(words);
    words.getText('title').insert(1, 'b');
    anna.sayUpdate(Y.encodeStateAsUpdate(words, before));
    anna.sayStep2(new Y.Doc());
    await quiet();
    expect(anna.refused).toEqual([]);
    anna.sayStep2(words);
    await quiet();
    expect(titleOf(log.doc(text))).toBe('ab');
  });

  it('is refused when the answer does not bring it', async () => {
    const [anna] = await joined('anna');
    const stranger = new Y.Doc();
    stranger.getText('title').insert(0, 'a');
    const before = Y.encodeStateVector(stranger);
    stranger.getText('title').insert(1, 'b');
    anna.sayUpdate(Y.encodeStateAsUpdate(stranger, before));
    await quiet();
    expect(anna.refused).toEqual([{ code: 'CO-8-GAP', frames: [1] }]);
    expect(log.kept(text).updates).toEqual([]);
  });
});

describe('CO-11 rights follow the facts', () => {
  const anna = brandId<PersonId>('anna');

  it('tells a writer that the text is closed, and takes nothing more', async () => {
    const [peer] = await joined('anna');
    rights.set.set(anna, reading(anna, 'deciding'));
    rooms.reconsider({ text });
    await quiet();
    write(peer, 'For sent');
    await quiet();
    expect(peer.states).toEqual([
      { mode: 'edit', reason: null },
      { mode: 'read', reason: 'deciding' },
    ]);
    expect(peer.refused).toEqual([{ code: 'CO-6-CLOSED', frames: [1] }]);
  });

  it('asks for the refused words when writing is open again, and takes them', async () => {
    rights.set.set(anna, reading(anna, 'deciding'));
    const [peer] = await joined('anna');
    write(peer, 'Ventede');
    await quiet();
    rights.set.set(anna, editing(anna));
    rooms.reconsider({ person: anna });
    await quiet();
    expect(titleOf(log.doc(text))).toBe('Ventede');
    expect(peer.acknowledged.at(-1)?.[0]).toBe(0);
  });

  it('closes whoever has lost all rights, and nobody else', async () => {
    const [peer, bo = peer] = await joined('anna', 'bo');
    rights.set.set(anna, { mode: 'none', code: 4401 });
    rooms.reconsider({ person: anna });
    await quiet();
    expect([peer.closed, bo.closed]).toEqual([4401, null]);
  });

  it('believes the last answer when rights change while they are looked up', async () => {
    const [peer] = await joined('anna');
    rights.set.set(anna, reading(anna, 'deciding'));
    rooms.reconsider({});
    rights.set.set(anna, editing(anna));
    rooms.reconsider({});
    await quiet();
    expect(peer.states.at(-1)?.mode).toBe('edit');
  });

  it('lets nobody go on when rights cannot be looked up', async () => {
    const [peer] = await joined('anna');
    rights.broken = new Error('no database');
    rooms.reconsider({});
    await quiet();
    expect([peer.closed, troubles]).toEqual([4500, [rights.broken]]);
  });
});

describe('CO-12 a log that fails', () => {
  it('gives no document to write in, and is asked again by the next who comes', async () => {
    log.broken = new Error('no database');
    const [anna] = await joined('anna');
    expect(anna.closed).toBe(4500);
    expect(anna.kinds.filter((kind) => kind === 0)).toEqual([]);
    log.broken = null;
    const [bo] = await joined('bo');
    expect(bo.closed).toBeNull();
    expect(troubles).toHaveLength(1);
  });

  it('in an append sends everybody in the text to load again, without an acknowledgement', async () => {
    const other = log.add();
    const [anna, bo = anna] = await joined('anna', 'bo');
    const carl = new Peer('carl').join(rooms, other);
    await quiet();
    log.broken = new Error('no database');
    write(anna, 'Måske');
    await quiet();
    expect([anna.closed, bo.closed, carl.closed]).toEqual([4500, 4500, null]);
    expect(anna.acknowledged).toEqual([[0, 0]]);
    log.broken = null;
    const again = new Peer('anna', anna.doc).join(rooms, text);
    await quiet();
    expect(titleOf(log.doc(text))).toBe('Måske');
    expect(again.acknowledged).toEqual([[0, 1]]);
  });

  it('that says there is no such text closes with 4404', async () => {
    text = brandId<TextId>('nowhere');
    const [anna] = await joined('anna');
    expect(anna.closed).toBe(4404);
    expect(rooms.size).toEqual({ sessions: 0, texts: 0, held: 0 });
  });
});

describe('CO-13 memory', () => {
  it('a text nobody has open is dropped, after its last update is committed', async () => {
    const [anna] = await joined('anna');
    const release = log.hold();
    write(anna, 'Sidste ord');
    anna.leave();
    expect(rooms.size).toEqual({ sessions: 0, texts: 1, held: 1 });
    release();
    await quiet();
    expect(rooms.size).toEqual({ sessions: 0, texts: 0, held: 0 });
    expect(titleOf(log.doc(text))).toBe('Sidste ord');
    const [bo] = await joined('bo');
    expect(titleOf(bo.doc)).toBe('Sidste ord');
  });

  it('a client that left while the text was loaded leaves no room behind', async () => {
    const release = log.hold();
    const anna = new Peer('anna').join(rooms, text);
    await quiet();
    anna.leave();
    release();
    await quiet();
    expect(rooms.size).toEqual({ sessions: 0, texts: 0, held: 0 });
  });

  it('a client that does not read is cut off, and the others do not notice', async () => {
    const [anna, slow = anna, bo = anna] = await joined('anna', 'slow', 'bo');
    slow.bufferedAmount = 20_000_000;
    write(anna, 'Mål');
    await quiet();
    expect([slow.closed, titleOf(bo.doc), bo.closed]).toEqual([4500, 'Mål', null]);
  });

  it('a client that sends 2 MiB before its text is loaded is cut off', async () => {
    const release = log.hold();
    const anna = new Peer('anna').join(rooms, text);
    for (let message = 0; message < 3; message += 1) anna.sayBytes(new Uint8Array(MAX_MESSAGE));
    expect(anna.closed).toBe(4429);
    release();
  });
});

describe('CO-14 what another node commits', () => {
  function rowAt(seq: number): Uint8Array {
    const update = log.kept(text).updates[seq - 1];
    if (!update) throw new Error(`The log has no row ${seq}`);
    return update;
  }

  it('is found by its seq when it is told, and when it is not', async () => {
    const [anna] = await joined('anna');
    rooms.noticed(
      text,
      log.commitElsewhere(text, (doc) => doc.getText('title').insert(0, 'fortalt ')),
    );
    await quiet();
    expect(titleOf(anna.doc)).toBe('fortalt ');
    log.commitElsewhere(text, (doc) => doc.getText('title').insert(0, 'ikke '));
    await rooms.look();
    await quiet();
    expect(titleOf(anna.doc)).toBe('ikke fortalt ');
  });

  it('is not read in the log where it was told and follows on what is known', async () => {
    const [anna] = await joined('anna');
    const rows = ['tre ', 'to ', 'en '].map((words) => {
      const seq = log.commitElsewhere(text, (doc) => doc.getText('title').insert(0, words));
      return { seq, update: rowAt(seq) };
    });
    const since = jest.spyOn(log, 'since');
    const [first, second, third] = rows.map((row) => [row]);
    rooms.noticed(text, 1, first);
    rooms.noticed(text, 2, second);
    await quiet();
    expect(since).not.toHaveBeenCalled();
    expect(titleOf(anna.doc)).toBe('to tre ');
    write(anna, 'vores ');
    await quiet();
    expect(titleOf(anna.doc)).toBe(titleOf(log.doc(text)));
    rooms.noticed(text, 3, third);
    await quiet();
    expect(titleOf(anna.doc)).toBe(titleOf(log.doc(text)));
    expect(troubles).toEqual([]);
  });

  it('is read in the log where what stands before it was not told', async () => {
    const [anna] = await joined('anna');
    const [, last = 0] = ['ikke fortalt ', 'fortalt '].map((words) =>
      log.commitElsewhere(text, (doc) => doc.getText('title').insert(0, words)),
    );
    rooms.noticed(text, last, [{ seq: last, update: rowAt(last) }]);
    await quiet();
    expect(titleOf(anna.doc)).toBe('fortalt ikke fortalt ');
  });

  it('between two commits of this node is found by the hole in seq', async () => {
    const [anna] = await joined('anna');
    log.commitElsewhere(text, (doc) => doc.getText('title').insert(0, 'deres '));
    write(anna, 'vores ');
    await quiet();
    expect(titleOf(anna.doc)).toBe(titleOf(log.doc(text)));
    expect(titleOf(anna.doc)).toContain('deres');
    expect(anna.acknowledged.at(-1)).toEqual([1, 2]);
  });

  it('is not held against who has seen it there and brings it along', async () => {
    const elsewhere = newRooms();
    const [anna, bo, carl] = [new Peer('anna'), new Peer('bo'), new Peer('carl')];
    carl.join(elsewhere, text);
    for (const peer of [anna, bo]) peer.join(rooms, text);
    await quiet();
    write(anna, 'set af bo ');
    await quiet();
    bo.leave();
    write(bo, 'offline ');
    bo.join(elsewhere, text);
    await quiet();
    expect(bo.refused).toEqual([]);
    expect(titleOf(carl.doc)).toBe(titleOf(log.doc(text)));
    expect(titleOf(carl.doc)).toContain('offline');
  });

  it('converges on any number of nodes and clients in whatever order they write, leave and return', async () => {
    const step = fc.record({
      who: fc.nat(5),
      at: fc.nat(30),
      words: fc.string({ maxLength: 4 }),
      cut: fc.nat(3),
      away: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const where = log.add();
        const nodes = [newRooms(), newRooms(), newRooms()];
        const peers = Array.from({ length: 6 }, (_, index) => new Peer(`p${index}`));
        for (const [index, { who, at, words, cut, away }] of steps.entries()) {
          const peer = peers[who];
          const title = peer?.doc.getText('title');
          if (!peer || !title) continue;
          if (away) peer.leave();
          else if (!peer.isJoined) peer.join(nodes[index % 3] ?? rooms, where);
          title.insert(Math.min(at, title.length), words);
          title.delete(0, Math.min(cut, title.length));
          if (index % 4 === 0) await setImmediate();
          if (index % 7 === 0) await Promise.all(nodes.map((node) => node.look()));
        }
        for (const peer of peers) if (!peer.isJoined) peer.join(nodes[0] ?? rooms, where);
        await quiet();
        await Promise.all(nodes.map((node) => node.look()));
        await quiet();
        const expected = titleOf(log.doc(where));
        expect(peers.map(({ doc }) => titleOf(doc))).toEqual(peers.map(() => expected));
        expect(peers.flatMap(({ refused }) => refused)).toEqual([]);
        for (const peer of peers) peer.leave();
        expect(nodes.map(({ size }) => size.texts)).toEqual([0, 0, 0]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('CO-16 a refused update reaches neither a peer nor the log', () => {
  it('nor does what the same connection sends after it; the others go on', async () => {
    const [anna, bo = anna] = await joined('anna', 'bo');
    const release = log.hold();
    log.closed.add(brandId<PersonId>('anna'));
    write(anna, '1');
    await quiet();
    write(anna, '2');
    write(bo, 'Bo');
    await quiet();
    release();
    await quiet();
    expect(titleOf(log.doc(text))).toBe('Bo');
    expect(titleOf(bo.doc)).toBe('Bo');
    expect(anna.refused.flatMap(({ frames }) => frames)).toEqual([1, 2]);
    expect(titleOf(anna.doc)).toMatch(/21/);
    expect(anna.closed).toBeNull();
    write(bo, 'Ja, ');
    await quiet();
    expect(titleOf(log.doc(text))).toBe('Ja, Bo');
  });

  it('even when rights come back before what was sent after it is committed: that would leave a hole', async () => {
    const [anna] = await joined('anna');
    const release = log.hold();
    log.refuseNext = 1;
    write(anna, '1');
    await quiet();
    write(anna, '2');
    release();
    await quiet();
    expect(log.appends).toEqual([1]);
    expect(anna.refused).toEqual([{ code: 'CO-6-CLOSED', frames: [1, 2] }]);
  });

  it('and what was answered to a question is named apart from what was written after it', async () => {
    const [anna] = await joined('anna');
    const release = log.hold();
    log.refuseNext = 1;
    const offline = new Y.Doc();
    offline.getText('title').insert(0, 'offline');
    anna.sayStep2(offline);
    await quiet();
    write(anna, '1');
    release();
    await quiet();
    expect(anna.refused).toEqual([
      { code: 'CO-6-CLOSED', frames: [] },
      { code: 'CO-6-CLOSED', frames: [1] },
    ]);
  });

  it('under an unknown root, and the words stay with the one who wrote them', async () => {
    const [anna, bo = anna] = await joined('anna', 'bo');
    anna.doc.getText('elsewhere').insert(0, 'skjult');
    await quiet();
    expect(anna.refused).toEqual([{ code: 'CO-5-UNKNOWN-ROOT', frames: [1] }]);
    expect(bo.doc.getText('elsewhere').toString()).toBe('');
    expect(anna.doc.getText('elsewhere').toString()).toBe('skjult');
    expect(log.kept(text).updates).toEqual([]);
  });
});

describe('CO-23 a client that sends too fast', () => {
  it('is closed with 4429 after thousands of frames in no time, and the others go on', async () => {
    const [flood, bo = flood] = await joined('flood', 'bo');
    for (let frame = 0; frame < 6_000; frame += 1) flood.sayUpdate(Uint8Array.of(0, 0));
    expect([flood.closed, rooms.counts.tooFast]).toEqual([4429, 1]);
    write(bo, 'Videre');
    await quiet();
    expect([titleOf(log.doc(text)), bo.closed]).toEqual(['Videre', null]);
  });

  it('is not one who goes on for long', async () => {
    const [anna] = await joined('anna');
    for (let second = 0; second < 60; second += 1) {
      for (let frame = 0; frame < 400; frame += 1) anna.sayUpdate(Uint8Array.of(0, 0));
      clock.pass(1_000);
    }
    expect(anna.closed).toBeNull();
  });
});

describe('shutting down', () => {
  it('commits and acknowledges what was received, and sends everybody elsewhere', async () => {
    const [anna] = await joined('anna');
    const release = log.hold();
    write(anna, 'Mål');
    await quiet();
    const down = rooms.shutDown();
    write(anna, 'For sent ');
    release();
    await down;
    await quiet();
    expect(titleOf(log.doc(text))).toBe('Mål');
    expect([anna.acknowledged.at(-1), anna.closed]).toEqual([[1, 1], 4503]);
    expect(new Peer('bo').join(rooms, text).closed).toBe(4503);
  });
});

describe('the signs of life', () => {
  it('reach every client', async () => {
    const [anna] = await joined('anna');
    const before = anna.kinds.length;
    rooms.keepAlive();
    await quiet();
    expect(anna.kinds.slice(before)).toEqual([1]);
  });
});

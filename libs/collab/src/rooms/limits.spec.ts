import { setImmediate } from 'node:timers/promises';
import { brandId, type PersonId, type TextId } from '@enig/kernel';
import * as Y from 'yjs';
import { Clock, foldHere, MemoryLog, Peer, SetRights } from '../test-house';
import { Rooms } from './rooms';

let log: MemoryLog;
let rights: SetRights;
let clock: Clock;
let rooms: Rooms;
let text: TextId;

beforeEach(() => {
  [log, rights, clock] = [new MemoryLog(), new SetRights(), new Clock()];
  rooms = new Rooms({
    ...{ log, rights, now: clock.now, after: clock.after },
    trouble: (error) => {
      throw error;
    },
    bus: { announce: () => undefined, presence: () => undefined },
    fold: foldHere,
  });
  text = log.add();
});

/** Lets everything happen that needs no more than its turn. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await setImmediate();
}

async function joined(name: string, doc = new Y.Doc()): Promise<Peer> {
  const peer = new Peer(name, doc).join(rooms, text);
  await quiet();
  return peer;
}

function titleOf(doc: Y.Doc): string {
  return doc.getText('title').toString();
}

/** So many seconds, in each of which the rooms are tidied. */
async function seconds(count: number): Promise<void> {
  for (let second = 0; second < count; second += 1) {
    clock.pass(1_000);
    rooms.tidy();
  }
  await quiet();
}

/** What builds on words that are in no message, and the document with those words. */
function gap(words: string): { readonly doc: Y.Doc; readonly update: Uint8Array } {
  const doc = new Y.Doc();
  doc.getText('title').insert(0, 'x');
  const before = Y.encodeStateVector(doc);
  doc.getText('title').insert(1, words);
  return { doc, update: Y.encodeStateAsUpdate(doc, before) };
}

describe('CO-8 what waits for an answer that does not come', () => {
  it('is not kept beyond 2 MiB, and what is refused goes no further', async () => {
    const eve = await joined('eve');
    eve.answers = false;
    const { update } = gap('y'.repeat(1_000_000));
    for (let frame = 0; frame < 5; frame += 1) eve.sayUpdate(update.slice());
    await quiet();
    expect(eve.refused.map(({ code, frames }) => [code, frames])).toEqual(
      [3, 4, 5].map((number) => ['CO-8-GAP', [number]]),
    );
    expect(eve.closed).toBeNull();
  });

  it('is refused after two minutes, and the text can be dropped from memory', async () => {
    const eve = await joined('eve');
    eve.answers = false;
    eve.sayUpdate(gap('y').update);
    await seconds(100);
    expect([eve.refused, rooms.size.held]).toEqual([[], 1]);
    await seconds(40);
    expect([eve.refused, rooms.size.held]).toEqual([[{ code: 'CO-8-GAP', frames: [1] }], 0]);
  });

  it('goes on waiting on a slow line, and is taken with 1 MiB of words written offline', async () => {
    const offline = new Y.Doc();
    offline.getText('title').insert(0, 'x'.repeat(1_000_000));
    const anna = new Peer('anna', offline);
    anna.answers = false;
    anna.join(rooms, text);
    for (let key = 0; key < 300; key += 1) offline.getText('title').insert(0, 'k');
    await quiet();
    anna.bufferedAmount = 1;
    await seconds(300);
    anna.bufferedAmount = 0;
    await seconds(60);
    anna.sayStep2(offline);
    await quiet();
    expect([anna.refused, anna.closed, titleOf(log.doc(text)).length]).toEqual([[], null, 1_000_300]);
    expect(anna.acknowledged.at(-1)?.[0]).toBe(300);
  });

  it('is asked for anew by what comes after it was refused', async () => {
    const anna = await joined('anna');
    anna.answers = false;
    const { doc, update } = gap('y');
    anna.sayUpdate(update);
    await seconds(130);
    anna.answers = true;
    Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(doc), anna);
    anna.sayUpdate(update);
    await quiet();
    expect([anna.refused.map(({ frames }) => frames), titleOf(log.doc(text))]).toEqual([[[1]], 'xy']);
  });
});

describe('CO-23 a client of which too much is open', () => {
  it('is closed with 4429 at 10,000 frames, and a slow log has no such number from one who types', async () => {
    const [eve, anna] = [await joined('eve'), await joined('anna')];
    eve.answers = false;
    eve.sayUpdate(gap('y').update);
    const release = log.hold();
    for (let second = 0; second < 60; second += 1) {
      for (let frame = 0; frame < 400; frame += 1) eve.sayUpdate(Uint8Array.of(0, 0));
      for (let key = 0; key < 10; key += 1) anna.doc.getText('title').insert(0, 'k');
      clock.pass(1_000);
    }
    release();
    await quiet();
    expect([eve.closed, anna.closed, titleOf(log.doc(text)).length]).toEqual([4429, null, 600]);
  });
});

describe('CO-23 a client that asks without end', () => {
  it('what is here is closed with 4429 after 30 times; one that asks every second is not', async () => {
    const [eve, anna] = [await joined('eve'), await joined('anna')];
    const ask = (peer: Peer, client: number) => {
      const stateVector = Y.encodeStateVector(new Map([[client, 1]]));
      peer.sayBytes(Uint8Array.of(0, 0, stateVector.length, ...stateVector));
    };
    for (let time = 1; time < 30; time += 1) ask(eve, time);
    expect(eve.closed).toBeNull();
    ask(eve, 30);
    expect(eve.closed).toBe(4429);
    for (let time = 1; time < 100; time += 1) {
      clock.pass(1_000);
      ask(anna, time);
    }
    expect(anna.closed).toBeNull();
  });

  it('who is here is told once each 60 ms', async () => {
    const [eve, anna] = [await joined('eve'), await joined('anna')];
    anna.sayPresence([[7, {}]]);
    clock.pass(1_000);
    await quiet();
    const before = eve.kinds.length;
    for (let time = 0; time < 500; time += 1) eve.sayBytes(Uint8Array.of(3));
    clock.pass(60);
    for (let time = 0; time < 500; time += 1) eve.sayBytes(Uint8Array.of(3));
    clock.pass(60);
    await quiet();
    expect([eve.kinds.slice(before), eve.closed]).toEqual([[1, 1], null]);
    expect(eve.presence.get(7)).toMatchObject({ user: { name: 'Navn på anna' } });
  });
});

describe('CO-23 the connections of one person', () => {
  it('may be 256: of more, the oldest is closed with 4429', () => {
    const peers = Array.from({ length: 257 }, () => new Peer('anna').join(rooms, text));
    const bo = new Peer('bo').join(rooms, text);
    expect(peers.filter(({ closed }) => closed !== null)).toEqual([peers[0]]);
    expect([peers[0]?.closed, bo.closed, rooms.size.sessions]).toEqual([4429, null, 257]);
  });

  it('may all come again while the old ones are not known to be dead', async () => {
    const texts = Array.from({ length: 200 }, () => log.add());
    const [, again] = [0, 1].map(() => texts.map((each) => new Peer('anna').join(rooms, each)));
    await quiet();
    expect(again?.filter(({ closed, states }) => closed !== null || states.length === 0)).toEqual([]);
    for (const peer of again ?? []) peer.leave();
    expect(new Peer('anna').join(rooms, text).closed).toBeNull();
  });
});

describe('CO-13 a text of 16 MiB', () => {
  /** Lays in so many updates of a million letters. */
  function history(count: number): Y.Doc {
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => log.kept(text).updates.push(update));
    for (let number = 0; number < count; number += 1) doc.getText('title').insert(0, 'x'.repeat(1_000_000));
    log.kept(text).owners.set(doc.clientID, brandId<PersonId>('anna'));
    return doc;
  }

  it('takes no more words, but deletions, and what it has already', async () => {
    history(17);
    const anna = await joined('anna', log.doc(text));
    anna.doc.getText('title').insert(0, 'for meget');
    await quiet();
    expect(anna.refused).toEqual([{ code: 'CO-13-TEXT-FULL', frames: [1] }]);
    const bo = await joined('bo', log.doc(text));
    bo.doc.getText('title').delete(0, 16);
    await quiet();
    expect([bo.refused, titleOf(log.doc(text)).length]).toEqual([[], 16_999_984]);
    bo.sayUpdate(log.kept(text).updates[0]?.slice() ?? new Uint8Array());
    await quiet();
    expect([bo.refused, bo.acknowledged.at(-1)?.[0], bo.closed]).toEqual([[], 2, null]);
  });

  it('takes words where its log can be folded to less', async () => {
    const doc = history(17);
    doc.getText('title').delete(0, 16_000_000);
    const anna = await joined('anna');
    anna.doc.getText('title').insert(0, 'og mere ');
    anna.doc.getText('title').insert(0, 'y'.repeat(1_000_000));
    await quiet();
    expect([anna.refused, titleOf(log.doc(text)).slice(1_000_000, 1_000_009)]).toEqual([[], 'og mere x']);
  });

  it('refuses nothing before its log has been folded, however long that takes', async () => {
    const doc = history(17);
    doc.getText('title').delete(0, 16_000_000);
    const anna = await joined('anna');
    const release = log.hold();
    anna.doc.getText('title').insert(0, 'og ');
    await quiet();
    anna.doc.getText('title').insert(0, 'mere ');
    await quiet();
    expect(anna.refused).toEqual([]);
    release();
    await quiet();
    expect([anna.refused, anna.acknowledged.at(-1)?.[0], titleOf(log.doc(text)).length]).toEqual([[], 2, 1_000_008]);
  });

  it('takes words again when most of it has been deleted', async () => {
    history(17);
    const anna = await joined('anna', log.doc(text));
    anna.doc.getText('title').insert(0, 'for meget');
    await quiet();
    expect(anna.refused).toHaveLength(1);
    const bo = await joined('bo', log.doc(text));
    bo.doc.getText('title').delete(0, 16_000_000);
    await quiet();
    clock.pass(10_000);
    bo.doc.getText('title').insert(0, 'nyt ');
    await quiet();
    expect([bo.refused, titleOf(log.doc(text)).startsWith('nyt ')]).toEqual([[], true]);
  });

  it('is folded from half of that on', async () => {
    const doc = history(9);
    doc.getText('title').delete(0, 9_000_000);
    const anna = await joined('anna');
    anna.doc.getText('title').insert(0, 'og mere');
    await quiet();
    const bo = await joined('bo');
    const bytes = bo.parcels.flat().reduce((sum, { length }) => sum + length, 0);
    expect([bytes < 1_000, titleOf(bo.doc)]).toEqual([true, 'og mere']);
  });

  it('does not cut off whoever fetches it over a slow line', async () => {
    history(10);
    const [anna, slow] = [await joined('anna'), await joined('slow')];
    slow.bufferedAmount = 10 * 1_048_576;
    anna.doc.getText('title').insert(0, 'nyt ');
    await quiet();
    expect([slow.closed, titleOf(slow.doc).startsWith('nyt ')]).toEqual([null, true]);
    slow.bufferedAmount = 20 * 1_048_576;
    anna.doc.getText('title').insert(0, 'nyt ');
    await quiet();
    expect(slow.closed).toBe(4500);
  });
});

describe('CO-13 what is said while the log is slow', () => {
  it('is not kept beyond 2 MiB: the client comes again, and nothing is refused', async () => {
    const anna = await joined('anna');
    const stranger = new Y.Doc();
    stranger.getText('title').insert(0, 'fremmed');
    log.kept(text).owners.set(stranger.clientID, brandId<PersonId>('bo'));
    const bo = await joined('bo');
    const heads = log.heads.bind(log);
    log.heads = () => new Promise(() => undefined);
    anna.sayStep2(stranger); // whose words they are depends on what is in the log by now
    for (let frame = 0; frame < 3; frame += 1) anna.doc.getText('title').insert(0, 'x'.repeat(1_000_000));
    log.heads = heads;
    await quiet();
    expect([anna.closed, anna.refused, bo.closed]).toEqual([4500, [], null]);
  });
});

import { setImmediate } from 'node:timers/promises';
import type { TextId } from '@enig/kernel';
import type { PresenceEntry } from '../ports';
import { Rooms } from '../rooms/rooms';
import { Clock, foldHere, MemoryLog, Peer, reading, SetRights } from '../test-house';

let log: MemoryLog;
let rights: SetRights;
let clock: Clock;
let here: Rooms;
let there: Rooms;
let text: TextId;
/** What has gone from node to node. */
let told: { readonly from: Rooms; readonly entries: readonly PresenceEntry[] }[];

beforeEach(() => {
  [log, rights, clock, told] = [new MemoryLog(), new SetRights(), new Clock(), []];
  here = node('here', () => there);
  there = node('there', () => here);
  text = log.add();
});

/** A node that is heard by another at once. */
function node(name: string, other: () => Rooms): Rooms {
  const rooms: Rooms = new Rooms({
    ...{ log, rights, now: clock.now, after: clock.after, fold: foldHere },
    trouble: (error) => {
      throw error;
    },
    bus: {
      announce: (where, rows) => other().noticed(where, rows.at(-1)?.seq ?? 0, rows),
      presence: (where, entries) => {
        told.push({ from: rooms, entries });
        other().presenceFrom(name, where, entries);
      },
    },
  });
  return rooms;
}

/** Lets everything happen that needs no more than its turn. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
}

async function passed(ms: number): Promise<void> {
  clock.pass(ms);
  await quiet();
}

async function joined(rooms: Rooms, ...names: string[]): Promise<[Peer, ...Peer[]]> {
  const [first = '', ...others] = names;
  const peers: [Peer, ...Peer[]] = [new Peer(first), ...others.map((name) => new Peer(name))];
  for (const peer of peers) peer.join(rooms, text);
  await quiet();
  return peers;
}

/** Messages about presence so far. */
function heard(peer: Peer): number {
  return peer.kinds.filter((kind) => kind === 1).length;
}

describe('CO-24 presence is merged', () => {
  it('to one message per peer and 60 ms, however much everybody moves', async () => {
    const [anna, bo = anna, carl = anna] = await joined(here, 'anna', 'bo', 'carl');
    for (let at = 0; at < 100; at += 1) {
      anna.sayPresence([[7, { at }]]);
      bo.sayPresence([[8, { at }]]);
      await passed(6);
    }
    await passed(100);
    expect(heard(carl)).toBeGreaterThan(5);
    expect(heard(carl)).toBeLessThanOrEqual(11);
    expect([carl.presence.get(7), carl.presence.get(8)]).toMatchObject([{ at: 99 }, { at: 99 }]);
    expect([anna.presence.has(7), bo.presence.has(8)]).toEqual([false, false]);
    expect(heard(anna)).toBeLessThanOrEqual(11);
  });

  it('and goes along with what is committed, in the same write', async () => {
    const [anna, bo = anna] = await joined(here, 'anna', 'bo');
    await passed(100);
    const before = bo.parcels.length;
    anna.sayPresence([[7, { at: 1 }]]);
    anna.doc.getText('title').insert(0, 'x');
    await quiet();
    expect(bo.parcels.slice(before).map((parcel) => parcel.map(([kind]) => kind))).toEqual([[0, 1]]);
    await passed(1_000);
    expect(bo.parcels).toHaveLength(before + 1);
  });

  it('leaves nothing to be done when all have left', async () => {
    const [anna, bo = anna] = await joined(here, 'anna', 'bo');
    anna.sayPresence([[7, {}]]);
    anna.leave();
    bo.leave();
    expect(clock.isWaitedFor).toBe(false);
  });
});

describe('CO-24 presence crosses nodes', () => {
  it('with the name of the node where the client is, and is gone with the client', async () => {
    const [[anna], [bo]] = [await joined(here, 'anna'), await joined(there, 'bo')];
    anna.sayPresence([[7, { at: 3, user: { name: 'Borgmesteren' } }]]);
    await passed(100);
    await passed(100);
    expect(bo.presence.get(7)).toEqual({ at: 3, user: { name: 'Navn på anna' } });
    anna.leave();
    await passed(100);
    await passed(100);
    expect(bo.presence.get(7)).toBeNull();
  });

  it('to somebody who opens the text later: their node asks', async () => {
    const [anna] = await joined(here, 'anna');
    anna.sayPresence([[7, { at: 3 }]]);
    await passed(100);
    const [bo] = await joined(there, 'bo');
    await passed(100);
    expect(bo.presence.get(7)).toMatchObject({ at: 3 });
  });

  it('to a node that comes later, and again with every sign of life', async () => {
    const [anna] = await joined(here, 'anna');
    anna.sayPresence([[7, { at: 3 }]]);
    await passed(100);
    told.length = 0;
    here.nodeCame();
    here.keepAlive();
    expect(told.map(({ entries }) => entries.map(({ id }) => id))).toEqual([[7], [7]]);
  });

  it('and everybody on a node is gone when it is', async () => {
    const [[anna], [bo]] = [await joined(here, 'anna'), await joined(there, 'bo')];
    anna.sayPresence([[7, {}]]);
    await passed(100);
    await passed(100);
    expect(bo.presence.get(7)).not.toBeNull();
    there.nodeGone('here');
    await passed(100);
    expect(bo.presence.get(7)).toBeNull();
  });

  it('so that who writes is counted over all nodes, and each person once', async () => {
    const readerWho = new Peer('rasmus').who.person;
    rights.set.set(readerWho, reading(readerWho, 'deciding'));
    const peers = [...(await joined(here, 'anna', 'bo')), ...(await joined(there, 'anna', 'carl', 'rasmus'))];
    peers.forEach((peer, index) => peer.sayPresence([[index + 1, {}]]));
    await passed(100);
    expect([here.writersIn(text), there.writersIn(text)]).toEqual([3, 3]);
    peers[3]?.leave();
    await passed(100);
    expect([here.writersIn(text), there.writersIn(text)]).toEqual([2, 2]);
  });
});

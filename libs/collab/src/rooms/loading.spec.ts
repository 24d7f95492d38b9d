import { setImmediate } from 'node:timers/promises';
import type { TextId } from '@enig/kernel';
import * as Y from 'yjs';
import { Rooms } from './rooms';
import { Clock, foldHere, MemoryLog, Peer, SetRights } from '../test-house';

let log: MemoryLog;
let troubles: unknown[];
let folds: number[];
let rooms: Rooms;
let text: TextId;

beforeEach(() => {
  log = new MemoryLog();
  [troubles, folds] = [[], []];
  rooms = newRooms();
  text = log.add();
});

function newRooms(): Rooms {
  const clock = new Clock();
  return new Rooms({
    ...{
      log,
      rights: new SetRights(),
      now: clock.now,
      after: clock.after,
      trouble: (error) => void troubles.push(error),
    },
    bus: { announce: () => undefined, presence: () => undefined },
    fold: (updates) => {
      folds.push(updates.length);
      return foldHere(updates);
    },
  });
}

/** Lets everything happen that needs no more than its turn. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
}

async function joined(name: string, doc = new Y.Doc()): Promise<Peer> {
  const peer = new Peer(name, doc).join(rooms, text);
  await quiet();
  return peer;
}

/** Ten seconds in which nobody does anything. */
async function unused(): Promise<void> {
  for (let look = 0; look < 10; look += 1) rooms.tidy();
  await quiet();
}

function titleOf(doc: Y.Doc): string {
  return doc.getText('title').toString();
}

function write(peer: Peer, words: string): void {
  peer.doc.getText('title').insert(0, words);
}

/** Lays in so many updates of one character each. */
function history(length: number): void {
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => log.kept(text).updates.push(update));
  for (let number = 0; number < length; number += 1)
    doc.getText('title').insert(number, 'abcdefghij'[number % 10] ?? '');
}

describe('CO-25 whoever comes to a text', () => {
  it('with nothing gets the same parcel as the others, of the log\u2019s own bytes', async () => {
    history(3);
    const peers = await Promise.all(['anna', 'bo', 'carl'].map((name) => joined(name)));
    const [anna, bo, carl] = peers.map(({ parcels }) => parcels.find((parcel) => parcel.length > 2));
    expect(anna).toBeDefined();
    expect([bo, carl]).toEqual([anna, anna].map((same) => same));
    expect(bo === anna && carl === anna).toBe(true);
    expect(anna?.slice(1, -1).map((message) => message.slice(3))).toEqual(log.kept(text).updates);
    expect(peers.map(({ doc }) => titleOf(doc))).toEqual(['abc', 'abc', 'abc']);
    expect([log.loads, peers.map(({ acknowledged }) => acknowledged)]).toEqual([1, Array(3).fill([[0, 3]])]);
  });

  it('gets the folded bytes and what came after them', async () => {
    history(3);
    await log.keepSnapshot(text, 2, await foldHere(log.kept(text).updates.slice(0, 2)));
    const anna = await joined('anna');
    write(anna, 'før ');
    await quiet();
    const bo = await joined('bo');
    write(bo, 'nu ');
    await quiet();
    expect([titleOf(anna.doc), titleOf(bo.doc), titleOf(log.doc(text))]).toEqual(Array(3).fill('nu før abc'));
  });

  it('with all of it gets nothing of it again', async () => {
    history(200);
    const doc = log.doc(text);
    const anna = await joined('anna', doc);
    const bytes = anna.parcels.flat().reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeLessThan(100);
    write(anna, 'nyt ');
    await quiet();
    expect(titleOf(log.doc(text))).toBe(titleOf(doc));
  });

  it('with a part of it gets the rest', async () => {
    history(20);
    const doc = new Y.Doc();
    for (const update of log.kept(text).updates.slice(0, 10)) Y.applyUpdate(doc, update);
    const anna = await joined('anna', doc);
    expect(titleOf(anna.doc)).toBe('abcdefghijabcdefghij');
  });
});

describe('CO-25 a text that is open and not used', () => {
  it('is dropped from memory, and its connections stay', async () => {
    const [anna, bo] = [await joined('anna'), await joined('bo')];
    write(anna, 'Mål');
    await quiet();
    await unused();
    expect(rooms.size).toEqual({ sessions: 2, texts: 1, held: 0 });
    write(bo, 'Vores ');
    await quiet();
    expect([titleOf(anna.doc), titleOf(log.doc(text)), bo.acknowledged.at(-1)]).toEqual([
      ...['Vores Mål', 'Vores Mål'],
      [1, 2],
    ]);
    expect([rooms.size.held, log.loads]).toEqual([1, 2]);
  });

  it('is not dropped while something is on its way to the log', async () => {
    const anna = await joined('anna');
    const release = log.hold();
    write(anna, 'Mål');
    await unused();
    expect(rooms.size.held).toBe(1);
    release();
    await quiet();
    await unused();
    expect(rooms.size.held).toBe(0);
  });

  it('is fetched once for all who need it, and what they say meanwhile is heard in its order', async () => {
    const [anna, bo] = [await joined('anna'), await joined('bo')];
    await unused();
    const release = log.hold();
    for (const words of ['3', '2', '1']) write(anna, words);
    write(bo, 'b');
    const carl = new Peer('carl').join(rooms, text);
    await quiet();
    expect([titleOf(bo.doc), anna.acknowledged.at(-1)]).toEqual(['b', [0, 0]]);
    release();
    await quiet();
    expect(log.loads).toBe(2);
    expect([anna.doc, bo.doc, carl.doc].map(titleOf)).toEqual(Array(3).fill(titleOf(log.doc(text))));
    expect([titleOf(log.doc(text)), anna.acknowledged.at(-1)?.[0]]).toEqual([expect.stringMatching(/123/), 3]);
    expect([anna.refused, anna.closed]).toEqual([[], null]);
  });

  it('passes on what other nodes commit without being fetched', async () => {
    const anna = await joined('anna');
    await unused();
    rooms.noticed(
      text,
      log.commitElsewhere(text, (doc) => doc.getText('title').insert(0, 'deres')),
    );
    await quiet();
    expect([titleOf(anna.doc), rooms.size.held, log.loads]).toEqual(['deres', 0, 1]);
    write(anna, 'Også ');
    await quiet();
    expect([titleOf(log.doc(text)), titleOf(anna.doc)]).toEqual(['Også deres', 'Også deres']);
  });

  it('has what was committed elsewhere and not told, once it is fetched', async () => {
    const [anna, bo] = [await joined('anna'), await joined('bo')];
    await unused();
    log.commitElsewhere(text, (doc) => doc.getText('title').insert(0, 'deres'));
    write(anna, 'Vores ');
    await quiet();
    expect(titleOf(log.doc(text))).toHaveLength(11);
    expect([titleOf(anna.doc), titleOf(bo.doc)]).toEqual(Array(2).fill(titleOf(log.doc(text))));
  });

  it('sends everybody to come again when it cannot be fetched', async () => {
    const [anna, bo] = [await joined('anna'), await joined('bo')];
    await unused();
    log.broken = new Error('no database');
    write(anna, 'Måske');
    await quiet();
    expect([anna.closed, bo.closed, troubles]).toEqual([4500, 4500, [log.broken]]);
    expect(rooms.size).toEqual({ sessions: 0, texts: 0, held: 0 });
  });

  it('does not keep more than 2 MiB of what is said meanwhile', async () => {
    const anna = await joined('anna');
    await unused();
    const release = log.hold();
    for (let message = 0; message < 3; message += 1) anna.sayUpdate(new Uint8Array(1_000_000));
    expect(anna.closed).toBe(4429);
    release();
  });
});

describe('CO-25 folding', () => {
  it('makes a long log short before anybody waits for it', async () => {
    history(2_500);
    const anna = await joined('anna');
    expect([titleOf(anna.doc).length, log.kept(text).snapshot?.seq, folds]).toEqual([2_500, 2_500, [2_500]]);
    anna.leave();
    await joined('bo');
    expect(folds).toHaveLength(1);
  });

  it('is done afterwards where a log is only somewhat long, and newcomers get what came after it too', async () => {
    history(600);
    const anna = await joined('anna');
    write(anna, 'x');
    await quiet();
    expect(log.kept(text).snapshot?.seq).toBe(600);
    const bo = await joined('bo');
    expect(titleOf(bo.doc)).toBe(titleOf(log.doc(text)));
  });

  it('is done when a text that has grown is left', async () => {
    const anna = await joined('anna');
    for (let word = 0; word < 500; word += 1) write(anna, 'x');
    await quiet();
    expect(folds).toEqual([]);
    anna.leave();
    await quiet();
    expect(log.kept(text).snapshot?.seq).toBe(500);
  });

  it('is done while a text grows without end, and those who are in it and who come lose nothing', async () => {
    const anna = await joined('anna');
    const bo = await joined('bo');
    for (let word = 0; word < 4_990; word += 1) {
      write(anna, 'x');
      if (word % 100 === 0) await quiet();
    }
    await quiet();
    for (let word = 0; word < 20; word += 1) write(bo, 'y');
    await quiet();
    write(bo, 'z');
    await quiet();
    expect(log.kept(text).snapshot?.seq).toBeGreaterThanOrEqual(5_000);
    const carl = await joined('carl');
    expect([anna, bo, carl].map(({ doc }) => titleOf(doc))).toEqual(Array(3).fill(titleOf(log.doc(text))));
    expect(carl.parcels.flat().length).toBeLessThan(10);
  });

  it('is done too where it grows by what is written on other nodes', async () => {
    await joined('anna');
    for (let paste = 0; paste < 3; paste += 1) {
      rooms.noticed(
        text,
        log.commitElsewhere(text, (doc) => doc.getText('title').insert(0, 'x'.repeat(400_000))),
      );
      await quiet();
    }
    expect([log.kept(text).snapshot?.seq, folds]).toEqual([3, [3]]);
  });

  it('that fails leaves the text as it is, and is told of', async () => {
    const broken = new Rooms({
      ...{ log, rights: new SetRights(), now: () => 1_000, after: new Clock().after },
      trouble: (error) => void troubles.push(error),
      bus: { announce: () => undefined, presence: () => undefined },
      fold: () => Promise.reject(new Error('no memory')),
    });
    history(2_500);
    const anna = new Peer('anna').join(broken, text);
    await quiet();
    expect([titleOf(anna.doc).length, anna.closed, troubles.length]).toEqual([2_500, null, 1]);
  });

  it('takes in what somebody wrote offline within what has been deleted and forgotten since', async () => {
    const anna = await joined('anna');
    const intro = anna.doc.getXmlFragment('intro');
    intro.insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]);
    const paragraph = intro.get(0);
    if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText('Skal væk')]);
    await quiet();
    const bo = await joined('bo');
    bo.leave();
    const theirs = bo.doc.getXmlFragment('intro').get(0);
    const words = theirs instanceof Y.XmlElement ? theirs.get(0) : null;
    if (words instanceof Y.XmlText) words.insert(4, ' ikke');
    write(bo, 'Offline ');
    intro.delete(0, 1);
    await quiet();
    await log.keepSnapshot(text, log.kept(text).updates.length, await foldHere(log.kept(text).updates));
    await unused();
    const again = await joined('bo', bo.doc);
    expect([again.refused, again.closed]).toEqual([[], null]);
    expect([titleOf(anna.doc), anna.doc.getXmlFragment('intro').toJSON()]).toEqual([
      'Offline ',
      '<paragraph></paragraph>',
    ]);
    expect(bo.doc.getXmlFragment('intro').toJSON()).toBe('<paragraph></paragraph>');
    expect(titleOf(log.doc(text))).toBe('Offline ');
  });
});

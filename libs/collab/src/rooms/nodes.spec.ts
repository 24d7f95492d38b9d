import { setImmediate } from 'node:timers/promises';
import { brandId, type PersonId, type TextId } from '@enig/kernel';
import { toJson } from '@enig/text';
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Appended, NewEntry, TextLog } from '../ports';
import { Clock, foldHere, MemoryLog, Peer, reading, SetRights } from '../test-house';
import { Rooms } from './rooms';

let log: MemoryLog;
let rights: SetRights;
let troubles: unknown[];
let here: Rooms;
let there: Rooms;
let text: TextId;

beforeEach(() => {
  [log, rights, troubles] = [new MemoryLog(), new SetRights(), []];
  [here, there] = [node(), node()];
  text = log.add();
});

/** @param own  what this node's log does otherwise. */
function node(own: Partial<TextLog> = {}): Rooms {
  const clock = new Clock();
  return new Rooms({
    ...{ rights, now: clock.now, after: clock.after, fold: foldHere, trouble: (error) => void troubles.push(error) },
    log: { ...log.node(), ...own },
    bus: { announce: () => undefined, presence: () => undefined },
  });
}

/** Lets everything happen that needs no more than its turn. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await setImmediate();
}

/** What is said has been committed, and the nodes have looked what the others committed. */
async function looked(): Promise<void> {
  await quiet();
  for (const each of [here, there]) await each.look();
  await quiet();
}

async function joined(name: string, rooms = here, doc = new Y.Doc()): Promise<Peer> {
  const peer = new Peer(name, doc).join(rooms, text);
  await quiet();
  return peer;
}

/** Ten seconds in which nobody does anything. */
async function unused(rooms = here): Promise<void> {
  for (let look = 0; look < 10; look += 1) rooms.tidy();
  await quiet();
}

function titleOf(doc: Y.Doc): string {
  return doc.getText('title').toString();
}

function write(peer: Peer, words: string): void {
  peer.doc.getText('title').insert(0, words);
}

/** Something that waits until it is let go. */
function held(): { readonly gone: Promise<void>; readonly letGo: () => void } {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((done) => (letGo = done));
  return { gone, letGo };
}

describe('CO-14 a text that is fetched while another node commits', () => {
  it('has what was committed after the log was read, and takes what builds on it', async () => {
    let slow = Promise.resolve();
    const plain = log.node();
    here = node({
      load: async (which) => {
        const loaded = await plain.load(which);
        await slow;
        return loaded;
      },
    });
    const bo = await joined('bo', there);
    const anna = await joined('anna');
    await unused();
    const { gone, letGo } = held();
    slow = gone;
    write(anna, 'A');
    await quiet();
    write(bo, 'deres ');
    await quiet();
    await here.look();
    await quiet();
    expect(titleOf(anna.doc)).toContain('deres');
    letGo();
    await quiet();
    const carl = await joined('carl');
    expect(titleOf(carl.doc)).toBe(titleOf(log.doc(text)));
    anna.doc.getText('title').insert(titleOf(anna.doc).length, '!');
    await looked();
    expect([anna.refused, anna.closed, troubles]).toEqual([[], null, []]);
    expect(new Set([anna, bo, carl].map(({ doc }) => titleOf(doc)))).toEqual(new Set([titleOf(log.doc(text))]));
  });
});

describe('CO-14 own words that are read from the log before the log has answered', () => {
  it('are settled like any others, and the text can be dropped from memory', async () => {
    let slow = Promise.resolve();
    const plain = log.node();
    here = node({
      append: async (entries) => {
        const answers = await plain.append(entries);
        await slow;
        return answers;
      },
    });
    const [anna, bo] = [await joined('anna'), await joined('bo', there)];
    const { gone, letGo } = held();
    slow = gone;
    write(anna, 'A');
    await quiet();
    write(bo, 'B');
    await looked();
    expect([titleOf(anna.doc), anna.acknowledged.at(-1)]).toEqual([titleOf(log.doc(text)), [0, 0]]);
    letGo();
    await quiet();
    expect(anna.acknowledged.at(-1)?.[0]).toBe(1);
    await unused();
    expect(here.size.held).toBe(0);
    write(anna, 'C');
    await looked();
    expect([titleOf(bo.doc), titleOf(anna.doc), troubles]).toEqual([
      ...[titleOf(log.doc(text)), titleOf(log.doc(text))],
      [],
    ]);
  });
});

describe('CO-21 what two nodes are told of one clock', () => {
  const eve = 'eve';

  it('is judged anew by the one that comes later, which refuses what does not fit', async () => {
    const [one, two] = [await joined(eve), await joined(eve, there)];
    const honest = await joined('anna');
    const [first, second] = [new Y.Doc(), new Y.Doc()];
    first.clientID = second.clientID = 77;
    first.getText('title').insert(0, 'a');
    second.getXmlFragment('intro').insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]);
    one.sayUpdate(Y.encodeStateAsUpdate(first));
    two.sayUpdate(Y.encodeStateAsUpdate(second));
    await looked();
    expect(log.kept(text).updates).toHaveLength(1);
    expect([one.refused, two.refused.map(({ frames }) => frames)]).toEqual([[], [[1]]]);
    expect(log.doc(text).getText('title').toDelta()).toEqual([{ insert: 'a' }]);
    expect(() => toJson('focus-area', log.doc(text))).not.toThrow();
    expect([titleOf(honest.doc), there.counts.stale]).toEqual(['a', 1]);
  });

  it('is taken where it is the same, and what follows with it, each with its receipt', async () => {
    const doc = new Y.Doc();
    const one = await joined(eve, here, doc);
    const release = log.hold();
    write(one, 'to ');
    await quiet();
    one.leave();
    const two = new Peer(eve, doc).join(there, text);
    await quiet();
    write(two, 'tre ');
    release();
    await quiet();
    write(two, 'fire ');
    await looked();
    expect(titleOf(log.doc(text))).toBe('fire tre to ');
    expect([two.refused, two.acknowledged.at(-1)?.[0], two.closed]).toEqual([[], 2, null]);
  });

  it('keeps the order of what waits for the log and what comes meanwhile', async () => {
    let slow = Promise.resolve();
    const plain = log.node();
    there = node({
      append: (entries: readonly NewEntry[]): Promise<Appended[]> => slow.then(() => appendTo(plain, entries)),
    });
    const two = await joined(eve, there);
    const { gone, letGo } = held();
    slow = gone;
    write(two, '1');
    await quiet();
    write(two, '2');
    const one = await joined(eve, here);
    one.doc.clientID = two.doc.clientID;
    const same = new Y.Doc();
    same.clientID = two.doc.clientID;
    same.getText('title').insert(0, '1');
    one.sayUpdate(Y.encodeStateAsUpdate(same));
    await quiet();
    letGo();
    write(two, '3');
    await looked();
    expect(there.counts.stale).toBeGreaterThan(0);
    expect([titleOf(log.doc(text)), two.refused, two.acknowledged.at(-1)?.[0]]).toEqual(['321', [], 3]);
  });

  it('goes before what came after it and waits already', async () => {
    const plain = log.node();
    let [slowAppend, slowHeads] = [Promise.resolve(), Promise.resolve()];
    there = node({
      append: (entries: readonly NewEntry[]): Promise<Appended[]> => slowAppend.then(() => appendTo(plain, entries)),
      heads: (texts) => slowHeads.then(() => plain.heads(texts)),
    });
    const [one, two] = [await joined(eve), await joined(eve, there)];
    const [append, heads] = [held(), held()];
    [slowAppend, slowHeads] = [append.gone, heads.gone];
    const [first, second] = [new Y.Doc(), new Y.Doc()];
    [first.clientID, second.clientID] = [77, 88];
    first.getText('title').insert(0, '1');
    one.sayUpdate(Y.encodeStateAsUpdate(first));
    first.getText('title').insert(1, '2');
    two.sayUpdate(Y.encodeStateAsUpdate(first));
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
    second.getText('title').insert(2, '3');
    // Of a client nobody knows: the log is read before it is judged.
    two.say((encoder) => {
      encoding.writeVarUint(encoder, 0);
      sync.writeSyncStep2(encoder, second, Y.encodeStateVector(first));
    });
    await quiet();
    append.letGo();
    await quiet();
    heads.letGo();
    await looked();
    expect([there.counts.stale, titleOf(log.doc(text)), two.refused]).toEqual([1, '123', []]);
    expect(two.acknowledged.at(-1)?.[0]).toBe(1);
  });

  it('is committed too when its sender has gone meanwhile', async () => {
    const [one, two] = [await joined(eve), await joined(eve, there)];
    const carl = await joined('carl', there);
    const release = log.hold();
    const doc = new Y.Doc();
    doc.clientID = 77;
    doc.getText('title').insert(0, 'b');
    one.sayUpdate(Y.encodeStateAsUpdate(doc));
    doc.getText('title').insert(0, 'a');
    two.sayUpdate(Y.encodeStateAsUpdate(doc));
    carl.doc.getXmlFragment('intro').insert(0, [new Y.XmlElement('paragraph')]);
    await quiet();
    for (const peer of [two, carl]) peer.leave();
    release();
    await looked();
    expect([titleOf(log.doc(text)), there.counts.stale, there.size.texts]).toEqual(['ab', 1, 0]);
  });

  it('is never held against honest people who go from node to node with what they have under way', async () => {
    const step = fc.record({
      words: fc.constantFrom('a', 'bc'),
      moves: fc.boolean(),
      waits: fc.boolean(),
      who: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        text = log.add();
        const nodes = [here, there];
        const peers = ['anna', 'anna', 'bo'].map((name, index) => new Peer(name).join(nodes[index % 2] ?? here, text));
        for (const [index, { words, moves, waits, who }] of steps.entries()) {
          const peer = peers[who];
          if (!peer) continue;
          write(peer, words);
          if (moves) peer.leave();
          if (moves) peer.join(nodes[index % 2] ?? here, text);
          if (waits) await setImmediate();
        }
        await quiet();
        await looked();
        await looked();
        const expected = titleOf(log.doc(text));
        expect(peers.map(({ doc }) => titleOf(doc))).toEqual(peers.map(() => expected));
        expect(peers.flatMap(({ refused }) => refused)).toEqual([]);
        for (const peer of peers) peer.leave();
        await quiet();
        expect(nodes.map(({ size }) => size.texts)).toEqual([0, 0]);
      }),
      { numRuns: 60 },
    );
    expect(troubles).toEqual([]);
  });
});

describe('CO-21 what two connections of one node say of one clock', () => {
  it('is refused where it does not fit, also to one who has said a part of the same', async () => {
    const [one, two] = [await joined('eve'), await joined('eve')];
    const [first, second] = [new Y.Doc(), new Y.Doc()];
    first.clientID = second.clientID = 77;
    for (const doc of [first, second]) doc.getText('title').insert(0, 'a');
    const same = Y.encodeStateAsUpdate(second);
    const before = Y.encodeStateVector(second);
    first.getText('title').insert(0, 'b');
    second.getXmlFragment('intro').insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]);
    one.sayUpdate(Y.encodeStateAsUpdate(first));
    two.sayUpdate(same);
    two.sayUpdate(Y.encodeStateAsUpdate(second, before));
    await looked();
    expect([one.refused, two.refused]).toEqual([[], [{ code: 'CO-21-UNSOUND', frames: [2] }]]);
    expect(log.doc(text).getText('title').toDelta()).toEqual([{ insert: 'ba' }]);
  });

  it('is compared also while something of a third is refused by the log', async () => {
    const [one, two, three] = [await joined('eve'), await joined('eve'), await joined('eve')];
    const release = log.hold();
    log.refuseNext = 1;
    two.doc.getText('title').insert(0, 'afvises');
    await quiet(); // on its way to the log; the next waits for that
    const [first, second] = [new Y.Doc(), new Y.Doc()];
    first.clientID = second.clientID = 77;
    first.getText('title').insert(0, 'a');
    second.getXmlFragment('intro').insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]);
    const plain = log.append.bind(log);
    const { gone, letGo } = held();
    log.append = async (entries, by) => {
      await gone;
      return plain(entries, by);
    };
    one.sayUpdate(Y.encodeStateAsUpdate(first));
    release();
    await quiet();
    expect(two.refused).toHaveLength(1);
    three.sayUpdate(Y.encodeStateAsUpdate(second));
    letGo();
    await looked();
    expect([one.refused, three.refused]).toEqual([[], [{ code: 'CO-21-UNSOUND', frames: [1] }]]);
  });
});

describe('CO-22 a mass deletion that comes back from the log while others type', () => {
  /** Whether each that is in the log was told to take most of the text. */
  const told = () =>
    [...log.kept(text).written.values()].map(({ entry: { who, deletesMost } }) => `${who.person} ${deletesMost}`);

  async function full(): Promise<{ anna: Peer; bo: Peer }> {
    const [anna, bo] = [await joined('anna'), await joined('bo')];
    write(anna, 'ord '.repeat(300));
    await quiet();
    return { anna, bo };
  }

  it('refused: another who does the same is told of', async () => {
    const { anna, bo } = await full();
    const release = log.hold();
    log.refuseNext = 1;
    anna.doc.getText('title').delete(0, 1_200);
    await quiet();
    write(bo, 'x');
    await quiet();
    release();
    await quiet();
    expect(anna.refused).toHaveLength(1);
    bo.doc.getText('title').delete(0, 1_201);
    await quiet();
    expect([told(), titleOf(log.doc(text))]).toEqual([['anna false', 'bo false', 'bo true'], '']);
  });

  it('to be judged again: it is told of', async () => {
    const { anna, bo } = await full();
    const again = await joined('anna', there);
    const release = log.hold();
    again.doc.getXmlFragment('intro').insert(0, [new Y.XmlElement('paragraph')]);
    await quiet();
    anna.doc.getText('title').delete(0, 1_200);
    await quiet();
    write(bo, 'x');
    await quiet();
    release();
    await quiet();
    await quiet();
    expect([here.counts.stale, told().at(-1), titleOf(log.doc(text))]).toEqual([1, 'anna true', 'x']);
  });
});

/** @returns a copy: the log's answers cannot be changed. */
async function appendTo(to: TextLog, entries: readonly NewEntry[]): Promise<Appended[]> {
  return [...(await to.append(entries))];
}

describe('CO-7 whoever may only read and brings what others wrote on another node', () => {
  it('is not refused before that has been read here', async () => {
    const rasmus = brandId<PersonId>('rasmus');
    rights.set.set(rasmus, reading(rasmus, 'noRight'));
    const anna = await joined('anna');
    const reader = await joined('rasmus', there);
    write(anna, 'Mål');
    await quiet();
    reader.sayUpdate(Y.encodeStateAsUpdate(anna.doc));
    await quiet();
    expect([reader.refused, titleOf(reader.doc), reader.acknowledged.at(-1)?.[0]]).toEqual([[], 'Mål', 1]);
  });
});

describe('CO-14 the title in lists', () => {
  it('is that of the last commit, whichever node is the last to say so', async () => {
    const late: (() => void)[] = [];
    const plain = log.node();
    here = node({
      rename: async (...what) => {
        await new Promise<void>((done) => late.push(done));
        await plain.rename(...what);
      },
    });
    const [anna, bo] = [await joined('anna'), await joined('bo', there)];
    write(anna, 'Ab');
    await looked();
    bo.doc.getText('title').insert(2, 'c');
    await looked();
    for (const done of late) done();
    await quiet();
    expect([titleOf(log.doc(text)), log.kept(text).title]).toEqual(['Abc', 'Abc']);
  });

  it('is said again after it could not be', async () => {
    const plain = log.node();
    let fails = 1;
    here = node({
      rename: async (...what) => {
        if (fails-- > 0) throw new Error('no database');
        await plain.rename(...what);
      },
    });
    const anna = await joined('anna');
    write(anna, 'A');
    await quiet();
    expect([log.kept(text).title, troubles.length]).toEqual(['', 1]);
    anna.doc.getXmlFragment('intro').insert(0, [new Y.XmlElement('paragraph')]);
    await quiet();
    expect(log.kept(text).title).toBe('A');
  });

  it('is said again where it was another in between, while nobody wrote here', async () => {
    const bo = await joined('bo', there);
    write(bo, 'X');
    await quiet();
    const anna = await joined('anna');
    bo.doc.getText('title').delete(0, 1);
    write(bo, 'Y');
    await quiet();
    bo.leave();
    await here.look();
    await quiet();
    expect([log.kept(text).title, titleOf(anna.doc)]).toEqual(['Y', 'Y']);
    anna.doc.getText('title').delete(0, 1);
    write(anna, 'X');
    await quiet();
    expect([log.kept(text).title, titleOf(log.doc(text))]).toEqual(['X', 'X']);
  });

  it('is said by a node where nobody used the text, where the other has been killed meanwhile', async () => {
    const plain = log.node();
    there = node({
      rename: async (...what) => (what[1] === 'X' ? new Promise(() => undefined) : plain.rename(...what)),
    });
    const [anna, bo] = [await joined('anna'), await joined('bo', there)];
    write(anna, 'X');
    await looked();
    await unused();
    for (const words of ['Y', 'X']) {
      bo.doc.getText('title').delete(0, 1);
      await quiet();
      write(bo, words);
      await quiet();
    }
    bo.leave();
    expect(log.kept(text).title).not.toBe('X');
    anna.say((encoder) => (encoding.writeVarUint(encoder, 0), sync.writeSyncStep1(encoder, anna.doc)));
    await quiet();
    expect([log.kept(text).title, titleOf(log.doc(text))]).toEqual(['X', 'X']);
  });

  it('is kept by a node that reads of it, where the other has been killed before it could', async () => {
    there = node({ rename: () => new Promise(() => undefined) });
    const [anna, bo] = [await joined('anna'), await joined('bo', there)];
    write(anna, 'A');
    await looked();
    write(bo, 'Be');
    await looked();
    expect(log.kept(text).title).toBe('BeA');
  });
});

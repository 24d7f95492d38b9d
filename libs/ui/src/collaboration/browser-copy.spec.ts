/** @jest-environment node */
import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import * as kept from '../../testing/kept-texts';
import { copiesOf, copyName, forgetPerson, forgetUnused, KEPT_FOR, markOpened, unsentCopies } from './copies';
import { fateOf } from './fate';
import { tendLeftBehind } from './left-behind';
import { signedInAs } from './present-person';
import { forgetWords, wordsSetAside } from './words-set-aside';

const { becomes, BO, METTE, moveCopy, names, roundTrip, Socket, title, until } = kept;
const texts = new kept.KeptTexts();
const everyText = () => Promise.resolve(new Set(['text-1']));
const left = () => ({ person: METTE, url: texts.url, Socket, writable: everyText });

describe('CO-29 nobody reads or sends another person’s words', () => {
  it('keeps a copy for each person', async () => {
    await texts.typeOffline('Mettes ord');
    const bo = texts.open(BO);
    await new Promise<void>((done) => bo.provider.once('connection-error', () => done()));
    expect(title(bo).toString()).toBe('');
    await texts.restart();
    await becomes(bo, 'synced');
    expect(title(bo).toString()).toBe('.');
    expect(title(texts.server).toString()).toBe('.');
    expect((await unsentCopies(METTE)).map(({ text }) => text)).toEqual(['text-1']);
  });

  it('says whose words they are when it connects', async () => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    expect(texts.server.paths).toEqual(['/collab/text-1?v=1&ack=1&as=mette']);
  });

  it('ends when somebody else signs in, and keeps the words for their author', async () => {
    signedInAs(METTE);
    const mette = texts.open();
    await becomes(mette, 'synced');
    signedInAs(BO);
    expect(mette.snapshot).toMatchObject({ state: { kind: 'closed', reason: 'signedOut' }, mayWrite: false });
    expect(mette.provider.shouldConnect).toBe(false);
    expect(await copiesOf(METTE)).toHaveLength(1);
  });

  it('goes on by itself when their author is signed in again, and then sends what was not saved', async () => {
    signedInAs(METTE);
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.server.commits = false;
    title(mette).insert(0, 'Mettes ord');
    signedInAs(null);
    expect(mette.snapshot).toMatchObject({ state: { kind: 'closed', reason: 'signedOut' }, hasUnsaved: true });
    texts.server.commits = true;
    signedInAs(METTE);
    await becomes(mette, 'saved');
    expect(title(texts.server).toString()).toContain('Mettes ord');
    expect(mette.snapshot).toMatchObject({ mayWrite: true, hasUnsaved: false });
  });

  it('CO-6 sends what was refused while their author was signed out, and offers it to nobody beside that', async () => {
    signedInAs(METTE);
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.server.commits = false;
    title(mette).insert(0, 'Mettes ord');
    texts.server.say(102, { code: 'CO-6-SIGNED-OUT', frames: [1] });
    await becomes(mette, 'closed');
    expect(fateOf(mette.snapshot)).toBe('keptUntilSignIn');
    expect(wordsSetAside(METTE)).toEqual([]);
    texts.server.commits = true;
    signedInAs(METTE);
    await becomes(mette, 'saved');
    expect(title(texts.server).toString()).toBe('Mettes ord.');
  });

  it('goes on also where it was never said in this browser that their author had gone', async () => {
    signedInAs(METTE);
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.server.close(4401);
    await becomes(mette, 'closed');
    signedInAs(METTE);
    await becomes(mette, 'synced');
    expect(mette.snapshot.mayWrite).toBe(true);
  });

  it('removes everything at sign-out, also under an open page', async () => {
    await texts.typeOffline('Mettes ord');
    const mette = texts.open();
    await becomes(mette, 'unsaved');
    await forgetPerson(METTE);
    expect(await names()).toEqual([]);
    expect(mette.snapshot).toMatchObject({ hasUnsaved: true, isKept: false });
    title(mette).insert(0, 'Mere. ');
    expect(await names()).toEqual([]);
  });

  it('removes what nobody has opened for 30 days, whoever it belonged to', async () => {
    const now = Date.now();
    for (const person of [METTE, BO]) {
      const collaboration = texts.open(person);
      await becomes(collaboration, 'synced');
      collaboration.destroy();
    }
    markOpened(copyName(BO, 'text-1'), now - KEPT_FOR - 1);
    await forgetUnused(METTE, now);
    expect(await names()).toEqual([copyName(METTE, 'text-1')]);
  });
});

describe('CO-29 a copy the browser closes under an open page', () => {
  const connections: IDBDatabase[] = [];
  const { open } = indexedDB;
  beforeEach(() => {
    connections.length = 0;
    indexedDB.open = (...named) => {
      const request = open.apply(indexedDB, named);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    };
  });
  afterEach(() => (indexedDB.open = open));

  it.each([
    ['the notes', 0],
    ['the text', 1],
  ])('says so before the next word (%s)', async (_, which) => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    const [closed] = connections.slice(which);
    if (closed) forceCloseDatabase(closed as never);
    await until(mette, ({ isKept }) => !isKept);
  });

  it.each([
    ['all of it', [0, 1]],
    ['the notes', [0]],
    ['the text', [1]],
  ])('before it has said so: says that words are in danger, and sends them (%s)', async (_, which) => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    expect([mette.snapshot.isKept, connections.length]).toEqual([true, 2]);
    for (const index of which) connections[index]?.close();
    texts.server.commits = false;
    title(mette).insert(0, 'Ord');
    await roundTrip(mette);
    await until(mette, ({ isKept }) => !isKept);
    expect(mette.snapshot.hasUnsaved).toBe(true);
    texts.server.catchUp();
    await becomes(mette, 'saved');
    expect(title(texts.server).toString()).toBe('Ord.');
  });
});

describe('CO-29 a page that was left', () => {
  const asks = (page: EventTarget) => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it('is no reason to ask before closing, where the browser keeps its words', async () => {
    const page = new EventTarget();
    const mette = texts.open(METTE, page);
    await becomes(mette, 'synced');
    texts.server.commits = false;
    title(mette).insert(0, 'Ord');
    expect(asks(page)).toBe(true);
    mette.leave();
    expect(asks(page)).toBe(false);
    await forgetPerson(METTE);
    await until(mette, ({ isKept }) => !isKept);
    expect(asks(page)).toBe(true);
  });
});

describe('CO-29 what was left behind the last time', () => {
  it('is sent, without the text being opened', async () => {
    await texts.typeOffline('Fra toget');
    await texts.restart();
    await tendLeftBehind(left());
    expect(title(texts.server).toString()).toBe('Fra toget.');
    expect(await unsentCopies(METTE)).toEqual([]);
  });

  it('is set aside where the text is closed, and the copy is gone', async () => {
    await texts.typeOffline('For sent');
    await texts.restart();
    texts.server.closes = 4403;
    await tendLeftBehind(left());
    expect(wordsSetAside(METTE)).toMatchObject([{ text: 'text-1', words: 'For sent.' }]);
    expect(await names()).toEqual([]);
    expect(title(texts.server).toString()).toBe('.');
  });

  it('is offered to be copied where it was written in a schema of before', async () => {
    await texts.typeOffline('Fra før opdateringen');
    await moveCopy(0);
    await tendLeftBehind(left());
    expect(wordsSetAside(METTE)).toMatchObject([{ words: 'Fra før opdateringen.' }]);
    expect(await names()).toEqual([]);
  });

  it('is left alone where it was written in a newer schema: a newer page will see to it', async () => {
    await texts.typeOffline('Fra en nyere side');
    await moveCopy(2);
    await tendLeftBehind({ ...left(), writable: () => Promise.resolve(new Set()) });
    expect(wordsSetAside(METTE)).toEqual([]);
    expect(await unsentCopies(METTE)).toHaveLength(1);
  });

  it('is left alone in a newer schema also where nothing is unsent', async () => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    mette.destroy();
    await moveCopy(2);
    await tendLeftBehind({ ...left(), writable: () => Promise.resolve(new Set()) });
    expect(await names()).toEqual([copyName(METTE, 'text-1', 2)]);
  });

  it('is removed where nothing is unsent and the text can no longer be written in', async () => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    mette.destroy();
    await tendLeftBehind({ ...left(), writable: () => Promise.resolve(null) });
    expect(await names()).toHaveLength(1);
    await tendLeftBehind({ ...left(), writable: () => Promise.resolve(new Set()) });
    expect(await names()).toEqual([]);
  });
});

describe('CO-29 a browser that keeps nothing', () => {
  const { indexedDB: kept } = globalThis;
  afterEach(() => void (globalThis.indexedDB = kept));

  it.each([
    ['has no IndexedDB', undefined],
    ['forbids it', { databases: () => Promise.reject(new Error('no')), open: () => fail('SecurityError') }],
  ])('%s: the text works, and words are said to be in danger', async (_, without) => {
    Object.assign(globalThis, { indexedDB: without });
    const mette = texts.open();
    await becomes(mette, 'synced');
    title(mette).insert(0, 'Ord');
    expect(mette.snapshot).toMatchObject({ hasUnsaved: true, isKept: false });
    await becomes(mette, 'saved');
    expect(title(texts.server).toString()).toBe('Ord.');
    await forgetPerson(METTE);
    forgetWords(METTE);
  });
});

function fail(name: string): never {
  throw new DOMException('Not here', name);
}

import { Attribution, type AttributedUpdate, type ErasedPart } from '@enig/collab';
import { brandId, instantFromMillis, type PersonId } from '@enig/kernel';
import * as Y from 'yjs';
import { TextThreads } from './text-threads';

let threads: TextThreads;

beforeEach(() => {
  threads = new TextThreads();
});

afterEach(() => threads.close());

/** What a text of so many words came to, update by update; most words are taken back. */
function history(words: number): { readonly doc: Y.Doc; readonly updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const title = doc.getText('title');
  for (let word = 0; word < words; word += 1) {
    title.insert(title.length, `hemmeligt ord ${word}. `);
    if (word % 10 > 0) title.delete(0, title.length);
  }
  return { doc, updates };
}

describe('CO-25 folding in a worker thread', () => {
  it('keeps what stands and nothing of what was taken back', async () => {
    const { doc, updates } = history(200);
    const folded = await threads.fold(updates);
    const read = new Y.Doc();
    Y.applyUpdate(read, folded);
    expect(read.getText('title').toString()).toBe(doc.getText('title').toString());
    expect(Y.encodeStateVector(read)).toEqual(Y.encodeStateVector(doc));
    expect(Buffer.from(folded).toString('latin1')).not.toContain('hemmeligt ord 150.');
    expect(Buffer.concat(updates).toString('latin1')).toContain('hemmeligt ord 150.');
  });

  it('keeps what waits for something that has not come yet', async () => {
    const { doc, updates } = history(3);
    const folded = await threads.fold(updates.slice(1));
    const read = new Y.Doc();
    Y.applyUpdate(read, folded);
    expect(read.getText('title').toString()).toBe('');
    Y.applyUpdate(read, updates[0] ?? new Uint8Array());
    expect(read.getText('title').toString()).toBe(doc.getText('title').toString());
  });

  it('leaves the updates as they are, and does several one after the other', async () => {
    const { updates } = history(20);
    const before = updates.map((update) => Buffer.from(update).toString('hex'));
    const [one, two] = await Promise.all([threads.fold(updates), threads.fold(updates.slice(0, 10))]);
    expect(one.length).not.toBe(two.length);
    expect(updates.map((update) => Buffer.from(update).toString('hex'))).toEqual(before);
  });

  it('fails on what is no update, and goes on', async () => {
    await expect(threads.fold([Uint8Array.of(9, 9, 9)])).rejects.toThrow();
    await expect(threads.fold([])).resolves.toEqual(Uint8Array.of(0, 0));
  });

  it('fails when the worker is ended, and starts another', async () => {
    const failed = expect(threads.fold(history(50).updates)).rejects.toThrow('has ended');
    await threads.close();
    await failed;
    await expect(threads.fold([])).resolves.toEqual(Uint8Array.of(0, 0));
  });
});

/** The rows of a history, each by one of two people, in pages of so many. */
function pagesOf(words: number, size: number): AttributedUpdate[][] {
  const rows = history(words).updates.map((update, index) => {
    const person = brandId<PersonId>(index % 3 === 0 ? 'anna' : 'bo');
    return { update, person, body: null, at: instantFromMillis(index * 60_000) };
  });
  const pages = [];
  for (let at = 0; at < rows.length; at += size) pages.push(rows.slice(at, at + size));
  return pages;
}

/** Gives the pages one by one, and notes when. */
async function* given(name: string, pages: readonly AttributedUpdate[][], notes: string[] = []) {
  for (const [index, page] of pages.entries()) {
    notes.push(`${name}${index}`);
    yield page;
  }
  notes.push(`${name} read`);
}

function readHere(pages: readonly AttributedUpdate[][], erased: ErasedPart | null = null) {
  const attribution = new Attribution('chapter', erased);
  for (const page of pages) attribution.read(page);
  return attribution.report();
}

describe('CO-26 attribution in a worker thread', () => {
  it('tells what it would tell here, of several texts one after the other', async () => {
    const [long, short] = [pagesOf(61, 25), pagesOf(11, 5)];
    const notes: string[] = [];
    const told = await Promise.all([
      threads.attribute('chapter', null, given('long', long, notes)),
      threads.attribute('chapter', null, given('short', short, notes)),
    ]);
    expect(told).toEqual([readHere(long), readHere(short)]);
    expect(told.map(([title]) => title?.runs[0]?.text)).toEqual(['hemmeligt ord 60. ', 'hemmeligt ord 10. ']);
    expect(notes.indexOf('short0')).toBeGreaterThan(notes.indexOf('long read'));
  });

  it('also where the beginning of the log was erased', async () => {
    const { doc } = history(4);
    const [first] = pagesOf(1, 9);
    const owners = new Map([[doc.clientID, brandId<PersonId>('cecilie')]]);
    const erased = { update: Y.encodeStateAsUpdate(doc), owners, body: null };
    const pages = first ? [first] : [];
    expect(await threads.attribute('chapter', erased, given('', pages))).toEqual(readHere(pages, erased));
  });

  it('fails when the log cannot be read, and goes on', async () => {
    const broken = async function* () {
      yield* pagesOf(2, 2);
      throw new Error('The log has a hole');
    };
    await expect(threads.attribute('chapter', null, broken())).rejects.toThrow('has a hole');
    const page = pagesOf(2, 9);
    expect(await threads.attribute('chapter', null, given('', page))).toEqual(readHere(page));
  });

  it('fails when its thread ends, and another text is read in another; folding has a thread of its own', async () => {
    const folded = threads.fold([]);
    const ended = async function* () {
      yield* pagesOf(2, 2);
      await folded;
      await threads.close();
      yield* pagesOf(2, 2);
    };
    await expect(threads.attribute('chapter', null, ended())).rejects.toThrow('No text is being read');
    expect(await folded).toEqual(Uint8Array.of(0, 0));
    const page = pagesOf(2, 9);
    expect(await threads.attribute('chapter', null, given('', page))).toEqual(readHere(page));
  });
});

/** @jest-environment node */
import 'fake-indexeddb/auto';
import { once } from 'node:events';
import { becomes, KeptTexts, METTE, names, roundTrip, title, until, written } from '../../testing/kept-texts';
import type { Collaboration } from './collaboration';
import { unsentCopies } from './copies';
import { releaseWords } from './giving-up';
import { wordsSetAside } from './words-set-aside';

const texts = new KeptTexts();

describe('CO-10 what is typed without a connection outlives the page', () => {
  it('is there after a reload, unsaved since it was written, before there is a connection', async () => {
    const before = Date.now();
    await texts.typeOffline('Skrevet i toget');
    const after = Date.now();
    while (Date.now() === after) await Promise.resolve(); // so that the time of the reload is another
    const again = texts.open();
    await becomes(again, 'unsaved');
    expect(title(again).toString()).toBe('Skrevet i toget.');
    const { state, ...rest } = again.snapshot;
    expect(rest).toMatchObject({ isHere: true, mayWrite: true, hasUnsaved: true, isKept: true });
    expect(state.kind === 'unsaved' && state.since >= before && state.since <= after).toBe(true);
  });

  it('goes in when the connection is back, and is then no longer unsent', async () => {
    await texts.typeOffline('Skrevet i toget');
    const again = texts.open();
    await becomes(again, 'unsaved');
    await texts.restart();
    await becomes(again, 'saved');
    expect(title(texts.server).toString()).toBe('Skrevet i toget.');
    expect(again.snapshot.hasUnsaved).toBe(false);
    expect(await unsentCopies(METTE)).toEqual([]);
  });

  it('is unsaved until the answer that carries it is acknowledged', async () => {
    await texts.typeOffline('Skrevet i toget');
    await texts.restart();
    texts.server.commits = false;
    const again = texts.open();
    await until(again, ({ state }) => state.kind === 'unsaved' || state.kind === 'saving');
    await until(again, () => again.provider.synced);
    await roundTrip(again);
    expect(again.snapshot.hasUnsaved).toBe(true);
    texts.server.catchUp();
    await becomes(again, 'saved');
  });

  it('is unsaved also when it is a deletion, which no state vector shows', async () => {
    const before = texts.open();
    await becomes(before, 'synced');
    await texts.server.stop();
    await becomes(before, 'offline');
    title(before).delete(0, 1);
    await written();
    before.destroy();
    const again = texts.open();
    await becomes(again, 'unsaved');
    await texts.restart();
    await becomes(again, 'saved');
    expect(title(texts.server).toString()).toBe('');
  });

  it('is no text to write in before the texts.server has once given it', async () => {
    await texts.server.stop();
    const first = texts.open();
    await once(first.provider as unknown as NodeJS.EventEmitter, 'connection-error').catch(() => undefined);
    first.destroy();
    const again = texts.open();
    await new Promise<void>((done) => again.provider.once('connection-error', () => done()));
    expect(again.snapshot).toMatchObject({ state: { kind: 'connecting' }, isHere: false, mayWrite: false });
    await texts.restart();
    await becomes(again, 'synced');
    expect(again.snapshot.mayWrite).toBe(true);
  });

  it('is shared by two tabs of one person, and is sent once to the text', async () => {
    await texts.typeOffline('Fra toget');
    await texts.restart();
    const one = texts.open();
    const other = texts.open();
    await Promise.all(
      [one, other].map((tab) => until(tab, ({ hasUnsaved, state }) => !hasUnsaved && state.kind !== 'connecting')),
    );
    title(other).insert(0, 'To: ');
    await becomes(other, 'saved');
    expect(title(texts.server).toString()).toBe('To: Fra toget.');
  });
});

describe('CO-16 refused words stay with their author', () => {
  async function refuse(collaboration: Collaboration): Promise<void> {
    await becomes(collaboration, 'synced');
    texts.server.commits = false;
    title(collaboration).insert(0, 'For sent');
    await roundTrip(collaboration);
    texts.server.say(101, { mode: 'read', reason: 'deciding' });
    texts.server.say(102, { code: 'CO-6-CLOSED', frames: [1] });
    await becomes(collaboration, 'refused');
  }

  it('are offered after a reload, and the text is fetched without them', async () => {
    const mette = texts.open();
    await refuse(mette);
    await mette.discard();
    expect(wordsSetAside(METTE)).toMatchObject([{ text: 'text-1', words: 'For sent.' }]);
    const again = texts.open();
    await becomes(again, 'synced');
    expect(title(again).toString()).toBe('.');
    expect(wordsSetAside(METTE)).toHaveLength(1);
    expect(title(texts.server).toString()).toBe('.');
  });

  it('go in when rights come back, and are then no longer offered', async () => {
    const mette = texts.open();
    await refuse(mette);
    texts.server.say(101, { mode: 'edit', reason: null });
    texts.server.commits = true;
    texts.server.ask();
    await becomes(mette, 'saved');
    expect(title(texts.server).toString()).toBe('For sent.');
    expect(mette.snapshot).toMatchObject({ mayWrite: true, hasUnsaved: false });
    expect(wordsSetAside(METTE)).toEqual([]);
  });

  it('are not taken for saved when what was written after them is', async () => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.server.commits = false;
    title(mette).insert(0, 'Sat ind');
    title(mette).delete(7, 1);
    await roundTrip(mette);
    texts.server.say(102, { code: 'CO-20-UNKNOWN-CONTENT', frames: [1] });
    texts.server.refuseFirst(1);
    await roundTrip(mette);
    expect(title(texts.server).toString()).toBe('');
    expect(mette.snapshot).toMatchObject({ state: { kind: 'refused' }, hasUnsaved: true });
    expect(wordsSetAside(METTE)).toMatchObject([{ words: 'Sat ind' }]);
  });

  it('are told of also when they are no words: a date, a choice, a deletion', async () => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.server.commits = false;
    mette.doc.getMap('goals').set('due', '2026-05-03');
    await roundTrip(mette);
    texts.server.say(102, { code: 'CO-6-CLOSED', frames: [1] });
    await becomes(mette, 'refused');
    expect(mette.snapshot.isSetAside).toBe(false);
    expect(wordsSetAside(METTE)).toMatchObject([{ words: '', hasMore: true }]);
  });

  it('are offered once, however often they are refused', async () => {
    const mette = texts.open();
    await refuse(mette);
    mette.destroy();
    const again = texts.open();
    await until(again, () => again.provider.synced);
    texts.server.say(102, { code: 'CO-6-CLOSED', frames: [] });
    await becomes(again, 'refused');
    expect(wordsSetAside(METTE)).toHaveLength(1);
  });

  it('are no longer offered when they have been copied', async () => {
    const mette = texts.open();
    await refuse(mette);
    mette.releaseWords();
    expect(wordsSetAside(METTE)).toEqual([]);
  });

  it('are not offered again when others are refused after they have been copied', async () => {
    const mette = texts.open();
    await refuse(mette);
    mette.releaseWords();
    texts.server.say(102, { code: 'CO-6-CLOSED', frames: [] });
    await roundTrip(mette);
    expect(wordsSetAside(METTE)).toEqual([]);
    mette.doc.getText('summary').insert(0, 'Andre ord');
    await roundTrip(mette);
    texts.server.say(102, { code: 'CO-6-CLOSED', frames: [2] });
    await roundTrip(mette);
    expect(wordsSetAside(METTE)).toMatchObject([{ words: 'Andre ord' }]);
    expect(mette.snapshot.isSetAside).toBe(true);
  });

  it('are not offered again either when they were dismissed where they are offered on every page', async () => {
    const mette = texts.open();
    await refuse(mette);
    const [words] = wordsSetAside(METTE);
    if (words) await releaseWords(METTE, words);
    texts.server.say(102, { code: 'CO-6-CLOSED', frames: [] });
    await roundTrip(mette);
    expect(wordsSetAside(METTE)).toEqual([]);
  });

  it.each([4403, 4404])('are set aside and the copy removed when the text is closed to them (%i)', async (code) => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.server.commits = false;
    title(mette).insert(0, 'Sidste ord');
    texts.server.close(code);
    await becomes(mette, 'closed');
    expect(wordsSetAside(METTE)).toMatchObject([{ words: 'Sidste ord.' }]);
    await mette.discard();
    expect(await names()).toEqual([]);
  });

  it('leave no copy of an answer that was sent', async () => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.server.say(101, { mode: 'read', reason: 'submitted' });
    await becomes(mette, 'readOnly');
    await until(mette, ({ isKept }) => !isKept);
    await mette.discard();
    expect(await names()).toEqual([]);
  });

  it.each([4401, 4409, 4429])('stay in the copy where they can be sent later (%i)', async (code) => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.server.commits = false;
    title(mette).insert(0, 'Sidste ord');
    texts.server.close(code);
    await becomes(mette, 'closed');
    mette.leave();
    await mette.ended;
    expect(await unsentCopies(METTE)).toHaveLength(1);
    expect(wordsSetAside(METTE)).toEqual([]);
  });

  it('go in when one tries again after too much at once', async () => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.server.commits = false;
    title(mette).insert(0, 'Sidste ord');
    texts.server.close(4429);
    await becomes(mette, 'closed');
    texts.server.commits = true;
    mette.reconnect();
    await becomes(mette, 'saved');
    expect(title(texts.server).toString()).toBe('Sidste ord.');
  });
});

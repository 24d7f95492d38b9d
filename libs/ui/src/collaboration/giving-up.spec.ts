/** @jest-environment node */
import 'fake-indexeddb/auto';
import {
  becomes,
  BO,
  KeptTexts,
  METTE,
  moveCopy,
  names,
  roundTrip,
  Socket,
  title,
  until,
  written,
} from '../../testing/kept-texts';
import type { Collaboration } from './collaboration';
import { copyName, forgetPerson, forgetUnused, KEPT_FOR, markOpened, unsentCopies } from './copies';
import { forgetText, releaseWords } from './giving-up';
import { tendLeftBehind } from './left-behind';
import { isOnlyHere, setWordsAside, wordsSetAside } from './words-set-aside';

const texts = new KeptTexts();
const everyText = () => Promise.resolve(new Set(['text-1']));
const left = () => ({ person: METTE, url: texts.url, Socket, writable: everyText });

describe('CO-29 after 30 days', () => {
  const now = Date.now();
  const aside = { id: '1', text: 'text-1', place: null, at: now - 2 * KEPT_FOR, words: 'Ord', hasMore: false };

  it('what its author comes back for is still here, and is sent', async () => {
    await texts.typeOffline('Før ferien');
    markOpened(copyName(METTE, 'text-1'), now - KEPT_FOR - 1);
    await forgetUnused(METTE, now);
    expect(await unsentCopies(METTE)).toHaveLength(1);
    await texts.restart();
    await tendLeftBehind(left());
    expect(title(texts.server).toString()).toBe('Før ferien.');
  });

  it('what another has not sent is gone', async () => {
    await texts.typeOffline('Før ferien');
    markOpened(copyName(METTE, 'text-1'), now - KEPT_FOR - 1);
    await forgetUnused(BO, now);
    expect(await names()).toEqual([]);
  });

  it('refused words are gone for all but their author, counted from when they were set aside', async () => {
    setWordsAside(METTE, aside, now - KEPT_FOR);
    setWordsAside(BO, aside, now - KEPT_FOR - 1);
    await forgetUnused('anna', now);
    expect([wordsSetAside(METTE).length, wordsSetAside(BO).length]).toEqual([1, 0]);
    await forgetUnused(METTE, now + KEPT_FOR);
    expect(wordsSetAside(METTE)).toHaveLength(1);
    await forgetUnused(BO, now + 1);
    expect(wordsSetAside(METTE)).toEqual([]);
  });
});

describe('CO-29 a copy that one tab removes', () => {
  /** Somebody types in a second tab, is told that it is kept, and closes it. */
  async function typeElsewhere(): Promise<void> {
    const other = texts.open();
    await becomes(other, 'synced');
    texts.server.commits = false;
    title(other).insert(0, 'Fra en anden fane');
    await written();
    other.destroy();
  }
  const setAside = async () => {
    await until(tab, ({ isKept }) => !isKept);
    tab.destroy();
    await tab.ended;
    return wordsSetAside(METTE);
  };
  const expected = [{ words: 'Fra en anden fane.', place: { title: 'Fælles indsats', href: '/aftaler/1' } }];
  let tab: Collaboration;
  beforeEach(async () => {
    tab = texts.open();
    await becomes(tab, 'synced');
    await typeElsewhere();
  });

  it('sets aside what another wrote in it, when the answer is sent', async () => {
    texts.server.say(101, { mode: 'read', reason: 'submitted' });
    expect(await setAside()).toMatchObject(expected);
  });

  it('sets it aside beside its own refused words, when it begins anew', async () => {
    title(tab).insert(1, ' For sent');
    await roundTrip(tab);
    texts.server.say(102, { code: 'CO-6-CLOSED', frames: [1] });
    await becomes(tab, 'refused');
    await tab.discard();
    expect(wordsSetAside(METTE).map(({ words }) => words)).toEqual(['Fra en anden fane. For sent', '. For sent']);
    expect(await names()).toEqual([]);
  });

  it('sets it aside when this page has sent the answer', async () => {
    await forgetText(METTE, 'text-1');
    expect(await setAside()).toMatchObject(expected);
    expect(await names()).toEqual([]);
  });

  it('sets nothing aside at sign-out', async () => {
    await forgetPerson(METTE);
    expect(await setAside()).toEqual([]);
  });
});

describe('CO-29 a browser without room for refused words', () => {
  /** The server closes the connection on what is too large to be set aside. */
  async function paste(): Promise<Collaboration> {
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.memory.room = 60;
    texts.server.commits = false;
    title(mette).insert(0, 'Alt for langt');
    texts.server.close(4413);
    await becomes(mette, 'closed');
    return mette;
  }

  it('offers them on this page, and says that they are only here', async () => {
    const mette = await paste();
    expect(wordsSetAside(METTE)).toMatchObject([{ words: 'Alt for langt.' }]);
    expect(isOnlyHere(METTE, wordsSetAside(METTE)[0]?.id ?? '')).toBe(true);
    expect(mette.snapshot.isSetAside).toBe(false);
  });

  it('leaves them their copy until they have been copied', async () => {
    const mette = await paste();
    mette.leave();
    await mette.ended;
    expect(await unsentCopies(METTE)).toHaveLength(1);
    const [words] = wordsSetAside(METTE);
    if (words) await releaseWords(METTE, words);
    expect(await names()).toEqual([]);
  });

  it('leaves the words of a page of before their copy, until they have been dismissed', async () => {
    await texts.typeOffline('Fra en gammel side');
    await moveCopy(0);
    texts.memory.room = 60;
    await tendLeftBehind(left());
    expect(wordsSetAside(METTE)).toMatchObject([{ words: 'Fra en gammel side.' }]);
    expect(await unsentCopies(METTE)).toHaveLength(1);
    const [words] = wordsSetAside(METTE);
    if (words) await releaseWords(METTE, words);
    expect([await names(), wordsSetAside(METTE)]).toEqual([[], []]);
  });

  it('sets the words of a page of before aside, and removes their copy, when there is room again', async () => {
    await texts.typeOffline('Fra en gammel side');
    await moveCopy(0);
    texts.memory.room = 60;
    await tendLeftBehind(left());
    texts.memory.room = Infinity;
    await tendLeftBehind(left());
    expect(isOnlyHere(METTE, wordsSetAside(METTE)[0]?.id ?? '')).toBe(false);
    expect(await names()).toEqual([]);
  });

  /** Words of this tab and of one that is closed are in the copy when the text is closed to the person. */
  async function lockOut(code: number): Promise<Collaboration> {
    const mette = texts.open();
    await becomes(mette, 'synced');
    const other = texts.open();
    await becomes(other, 'synced');
    texts.server.commits = false;
    title(other).insert(0, 'Fra en anden fane');
    await written();
    other.destroy();
    mette.doc.getText('summary').insert(0, 'Herfra');
    await roundTrip(mette);
    texts.memory.room = 60;
    texts.server.close(code);
    await becomes(mette, 'closed');
    await written();
    return mette;
  }

  it.each([4403, 4404])('leaves the copy of a text that is closed to them until all is copied (%i)', async (code) => {
    const mette = await lockOut(code);
    expect(mette.snapshot).toMatchObject({ isKept: true, isSetAside: false });
    expect(await unsentCopies(METTE)).toHaveLength(1);
    mette.releaseWords();
    mette.leave();
    await mette.ended;
    // What the other tab had is not with anybody yet.
    expect(wordsSetAside(METTE)).toMatchObject([{ words: 'Fra en anden fane.' }]);
    expect(await unsentCopies(METTE)).toHaveLength(1);
    const [words] = wordsSetAside(METTE);
    if (words) await releaseWords(METTE, words);
    expect([await names(), wordsSetAside(METTE)]).toEqual([[], []]);
  });

  it('leaves the copy of an answer that was sent until what was written too late is copied', async () => {
    const mette = texts.open();
    await becomes(mette, 'synced');
    texts.server.commits = false;
    title(mette).insert(0, 'For sent');
    await roundTrip(mette);
    texts.memory.room = 60;
    texts.server.say(101, { mode: 'read', reason: 'submitted' });
    await roundTrip(mette);
    await written();
    expect(mette.snapshot.isKept).toBe(true);
    expect(await unsentCopies(METTE)).toHaveLength(1);
    mette.releaseWords();
    expect(mette.snapshot.isKept).toBe(false);
    await mette.discard();
    expect(await names()).toEqual([]);
  });

  it('leaves a copy that cannot be read just now', async () => {
    await texts.typeOffline('Skrevet i toget');
    const reading = jest.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('', 'UnknownError');
    });
    await forgetText(METTE, 'text-1');
    reading.mockRestore();
    expect(await unsentCopies(METTE)).toHaveLength(1);
    await forgetText(METTE, 'text-1');
    expect(await names()).toEqual([]);
    expect(wordsSetAside(METTE)).toMatchObject([{ words: 'Skrevet i toget.' }]);
  });
});

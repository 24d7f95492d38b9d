import { isForThisPage, remember, remembered, rememberedKeys } from './browser-memory';
import { beginLeaving, endLeaving, isLeaving, onPresence, signedInAs, unlessLeaving } from './present-person';
import { setWordsAside, wordsSetAside } from './words-set-aside';

/** From now on the browser has no room for anything new. */
function fill(): void {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
}
/** Another tab has written, as the browser tells it. */
function elsewhere(key: string, value: string | null): void {
  if (value === null) localStorage.removeItem(key);
  else localStorage.setItem(key, value);
  window.dispatchEvent(new StorageEvent('storage', { key, newValue: value }));
}

afterEach(() => {
  jest.restoreAllMocks();
  for (const key of rememberedKeys('')) remember(key, null);
});

describe('CO-29 a browser whose memory is full', () => {
  it('has the newest that was said on this page, not what it stored before', () => {
    expect(remember('a', 'old')).toBe(true);
    fill();
    expect(remember('a', 'new')).toBe(false);
    expect([remembered('a'), isForThisPage('a'), rememberedKeys('a')]).toEqual(['new', true, ['a']]);
  });

  it('takes what another tab has said since', () => {
    fill();
    remember('a', 'here');
    jest.restoreAllMocks();
    elsewhere('a', 'there');
    expect([remembered('a'), isForThisPage('a')]).toEqual(['there', false]);
  });

  it('still offers words that are refused now, beside those of before', () => {
    const words = { text: 't', place: null, at: 1, words: 'Før', hasMore: false };
    setWordsAside('mette', { ...words, id: '1' });
    fill();
    expect(setWordsAside('mette', { ...words, id: '2', at: 2, words: 'Nu' })).toBe(false);
    expect(wordsSetAside('mette').map((one) => one.words)).toEqual(['Før', 'Nu']);
  });

  it('does not tell other tabs that one who has signed out is still here', () => {
    signedInAs('mette');
    fill();
    signedInAs(null);
    expect(localStorage.getItem('enig.signedIn')).toBeNull();
  });

  it('knows on this page who is here', () => {
    fill();
    const [gone, here] = [jest.fn(), jest.fn()];
    const stop = onPresence('mette', { gone, here });
    signedInAs('mette');
    expect([gone.mock.calls.length, here.mock.calls.length]).toEqual([0, 1]);
    signedInAs('bo');
    expect([gone.mock.calls.length, here.mock.calls.length]).toEqual([1, 1]);
    stop();
  });
});

describe('CO-29 who is signed in, asked while somebody signs out', () => {
  it.each<[string, () => void]>([
    ['begins to', () => beginLeaving()],
    [
      'begins to and has',
      () => {
        beginLeaving();
        endLeaving();
      },
    ],
    ['begins to in another tab', () => elsewhere('enig.leaving', `now:${Date.now()}`)],
  ])('is not known where somebody %s meanwhile', async (_, leave) => {
    const ask = () => {
      leave();
      return Promise.resolve('mette');
    };
    expect(await unlessLeaving(ask)).toBeUndefined();
  });

  it('is known again when it was never said to be over', async () => {
    elsewhere('enig.leaving', `now:${Date.now() - 60_000}`);
    expect(await unlessLeaving(() => Promise.resolve('mette'))).toBe('mette');
  });

  it('is known again when it is over', async () => {
    beginLeaving();
    expect(isLeaving()).toBe(true);
    expect(await unlessLeaving(() => Promise.resolve('mette'))).toBeUndefined();
    endLeaving();
    expect(await unlessLeaving(() => Promise.resolve('bo'))).toBe('bo');
  });
});

import { AnnouncementQueue, BATCH_MILLIS, SAID_MILLIS, type AnnouncementSetting } from './announcements';

interface Listening {
  readonly queue: AnnouncementQueue;
  readonly said: string[];
  /** What can be found now. */
  readonly stands: () => string;
}

function listening(setting: AnnouncementSetting): Listening {
  const said: string[] = [];
  let standing = '';
  const queue = new AnnouncementQueue({
    setting,
    say: (sentence) => {
      said.push(sentence);
      standing = sentence;
    },
    forget: () => {
      standing = '';
    },
    andMore: (count) => `og ${count} andre ting`,
    now: () => Date.now(),
  });
  return { queue, said, stands: () => standing };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('what is read out', () => {
  it('follows at once from what the person did, whatever they chose', () => {
    const { queue, said } = listening('off');
    queue.say('Mål 2 er nu nummer 1 af 3');
    expect(said).toEqual(['Mål 2 er nu nummer 1 af 3']);
  });

  it('gathers what others did, and says it three times a minute at most', () => {
    const { queue, said } = listening('all');
    queue.report('Bo er kommet til', 'few');
    jest.advanceTimersByTime(0);
    for (let second = 0; second < 60; second += 1) {
      queue.report(`Bo har rettet i Mål ${1 + (second % 2)}`, 'all');
      jest.advanceTimersByTime(1_000);
    }
    expect(said).toEqual([
      'Bo er kommet til',
      ...Array.from({ length: 3 }, () => expect.stringMatching(/^Bo har rettet i Mål \d\. Bo har rettet i Mål \d$/)),
    ]);
  });

  it('counts what does not fit', () => {
    const { queue, said } = listening('all');
    for (const name of ['Bo', 'Eva', 'Ib', 'Åse', 'Ole']) queue.report(`${name} er kommet til`, 'few');
    jest.advanceTimersByTime(BATCH_MILLIS);
    expect(said).toEqual(['Bo er kommet til. Eva er kommet til. Ib er kommet til. og 2 andre ting']);
  });

  it.each([
    ['off', []],
    ['few', ['Bo er kommet til']],
    ['all', ['Bo er kommet til. Bo har rettet i Mål 1']],
  ] as const)('is what the person chose: %s', (setting, expected) => {
    const { queue, said } = listening(setting);
    queue.report('Bo er kommet til', 'few');
    queue.report('Bo har rettet i Mål 1', 'all');
    jest.advanceTimersByTime(BATCH_MILLIS);
    expect(said).toEqual(expected);
  });

  it('stops at once when the person chooses silence', () => {
    const { queue, said } = listening('all');
    queue.report('Bo er kommet til', 'few');
    queue.listen('off');
    jest.advanceTimersByTime(BATCH_MILLIS);
    expect(said).toEqual([]);
  });

  it('is taken away after a while, counted from what was said last', () => {
    const { queue, stands } = listening('few');
    queue.say('Det er gemt.');
    jest.advanceTimersByTime(SAID_MILLIS - 1);
    queue.report('Bo er kommet til', 'few');
    jest.advanceTimersByTime(SAID_MILLIS - 1);
    expect(stands()).toBe('Bo er kommet til');
    jest.advanceTimersByTime(1);
    expect(stands()).toBe('');
  });

  it('is taken away by what the person does next', () => {
    const { queue, stands } = listening('few');
    queue.say('Det er gemt.');
    queue.forget();
    expect(stands()).toBe('');
  });

  it('of others is left to be read, whatever the person does next', () => {
    const { queue, stands } = listening('few');
    queue.report('Bo er kommet til', 'few');
    jest.advanceTimersByTime(0);
    queue.forget();
    expect(stands()).toBe('Bo er kommet til');
  });
});

import { instantFromMillis } from '@enig/kernel';
import { openDesk, type Desk } from '../letters/test-desk';
import { dropTimers, setTimer, TimerStore, type FireTimer, type NewTimer } from './timers';

let desk: Desk;
let timers: TimerStore;

beforeEach(async () => {
  desk = await openDesk();
  timers = new TimerStore(desk.source);
});

afterEach(() => desk.close());

const PAST = instantFromMillis(Date.UTC(2020, 0, 1));
const FUTURE = instantFromMillis(Date.UTC(2090, 0, 1));

const timer = (key: string, more: Partial<NewTimer> = {}): NewTimer => ({
  ...{ key, kind: 'reminder', subject: 'round', dueAt: PAST, payload: { key } },
  ...more,
});
const set = (given: NewTimer) => setTimer(desk.source.manager, given);

/** An effect one can count: a row of its own. */
const leaveTrace: FireTimer = async (manager, { key }) => {
  await manager.query(`INSERT INTO request_count (subject, since, count) VALUES ($1, clock_timestamp(), 1)`, [
    Buffer.from(key).toString('hex').padStart(64, '0'),
  ]);
};
const traces = async (): Promise<number> => (await desk.source.query('SELECT * FROM request_count')).length;

async function fireAll(fire: FireTimer): Promise<void> {
  while (await timers.fireNext(['reminder'], fire));
}

describe('OP-3 a timer fires in one transaction with its effect', () => {
  it('once, however many look at the same time and however often', async () => {
    for (let index = 0; index < 20; index += 1) await set(timer(`t${index}`));
    await Promise.all(Array.from({ length: 8 }, () => fireAll(leaveTrace)));
    await fireAll(leaveTrace);
    expect(await traces()).toBe(20);
  });

  it('when it is overdue, not before, and only what somebody handles', async () => {
    await set(timer('later', { dueAt: FUTURE }));
    await set(timer('sooner'));
    const fired: string[] = [];
    expect(await timers.fireNext([], leaveTrace)).toBe(false);
    await fireAll(async (_, { key, dueAt, payload }) => {
      expect([dueAt, payload]).toEqual([PAST, { key }]);
      fired.push(key);
    });
    expect(fired).toEqual(['sooner']);
  });

  it('leaves nothing of one that fails half way, tries it again later, and keeps no other waiting', async () => {
    await set(timer('a-bad'));
    await set(timer('b-good', { dueAt: instantFromMillis(Date.UTC(2020, 0, 2)) }));
    const fire: FireTimer = async (manager, due) => {
      await leaveTrace(manager, due);
      if (due.key === 'a-bad') throw new Error('half way');
    };
    await expect(timers.fireNext(['reminder'], fire)).rejects.toThrow('half way');
    expect(await traces()).toBe(0);
    await fireAll(fire);
    expect(await traces()).toBe(1);
    await desk.owner.query('UPDATE timer SET next_at = due_at');
    await fireAll(leaveTrace);
    expect(await traces()).toBe(2);
  });

  it('is not set again under a key that has fired', async () => {
    await set(timer('once'));
    await fireAll(leaveTrace);
    await set(timer('once'));
    await fireAll(async () => {
      throw new Error('fired twice');
    });
    expect(await traces()).toBe(1);
  });

  it('is moved by setting it again, and gone when it was dropped or its act rolled back', async () => {
    await set(timer('moved'));
    await set(timer('moved', { dueAt: FUTURE }));
    await set(timer('dropped'));
    await set(timer('other subject', { subject: 'another' }));
    await dropTimers(desk.source.manager, 'round', 'reminder');
    await set(timer('kept', { dueAt: FUTURE }));
    const act = desk.source.transaction(async (manager) => {
      await dropTimers(manager, 'another', 'reminder');
      await setTimer(manager, timer('never'));
      throw new Error('refused');
    });
    await expect(act).rejects.toThrow('refused');
    const left = await desk.source.query<{ key: string }[]>('SELECT key FROM timer ORDER BY key');
    expect(left.map(({ key }) => key)).toEqual(['kept', 'other subject']);
  });

  it('neither waits for who supersedes it, nor they for it, though each has what the other wants', async () => {
    const round = await desk.actor();
    const lockRound = 'SELECT id FROM person WHERE id = $1 FOR UPDATE';
    await set(timer('racing'));
    let isFiring: () => void = () => undefined;
    const fires = new Promise<void>((go) => (isFiring = go));
    const fire = () =>
      timers.fireNext(['reminder'], async (manager) => {
        isFiring();
        await manager.query(lockRound, [round.person]); // waits until the other one is done
      });
    const firing = await desk.source.transaction(async (manager) => {
      await manager.query(lockRound, [round.person]);
      const begun = { ends: fire() };
      await fires;
      await dropTimers(manager, 'round', 'reminder');
      await setTimer(manager, timer('racing'));
      await setTimer(manager, timer('its successor', { dueAt: FUTURE }));
      return begun;
    });
    expect(await firing.ends).toBe(true);
  });
});

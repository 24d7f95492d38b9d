import { err, ok } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import { openDesk, type Desk } from './letters/test-desk';
import { refusable } from './refusable';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

const leaveTrace = (manager: EntityManager) =>
  manager.query('INSERT INTO request_count (subject, since, count) VALUES ($1, clock_timestamp(), 1)', [
    'a'.repeat(64),
  ]);
const traces = async (): Promise<number> => (await desk.source.query('SELECT * FROM request_count')).length;

describe('a transaction that a rule may refuse', () => {
  it('leaves nothing of what was written before the refusal, which is what comes of it', async () => {
    const refused = await refusable(desk.source, async (manager) => {
      await leaveTrace(manager);
      return err({ code: 'no' });
    });
    expect([refused, await traces()]).toEqual([{ ok: false, error: { code: 'no' } }, 0]);
  });

  it('keeps what was done, also where nothing was found', async () => {
    const done = await refusable(desk.source, async (manager) => {
      await leaveTrace(manager);
      return ok(7);
    });
    expect([done, await traces()]).toEqual([{ ok: true, value: 7 }, 1]);
    expect(await refusable(desk.source, async () => null)).toBeNull();
  });

  it('throws what is thrown, and keeps nothing', async () => {
    const fails = refusable(desk.source, async (manager) => {
      await leaveTrace(manager);
      throw new Error('broken');
    });
    await expect(fails).rejects.toThrow('broken');
    expect(await traces()).toBe(0);
  });
});

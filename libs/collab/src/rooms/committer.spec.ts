import { setImmediate } from 'node:timers/promises';
import { brandId, type PersonId, type TextId } from '@enig/kernel';
import { Committer, type Outcome } from './committer';
import type { Appended, NewEntry } from '../ports';
import { Clock } from '../test-house';

let clock: Clock;
let appends: number[];
let outcomes: Outcome<NewEntry>[];
let committer: Committer<NewEntry>;
/** What a commit is said to have come to. */
let deliveries: number;

beforeEach(() => {
  [clock, appends, outcomes, deliveries] = [new Clock(), [], [], 0];
  const log = {
    append: async (entries: readonly NewEntry[]): Promise<Appended[]> => {
      appends.push(entries.length);
      return entries.map((_, index) => ({ ok: true, seq: index + 1 }));
    },
  };
  committer = new Committer(log, clock, {
    committed: (some) => {
      outcomes.push(...some);
      return deliveries;
    },
    lost: () => undefined,
  });
});

function entry(size = 10): NewEntry {
  return {
    ...{
      text: brandId<TextId>('text'),
      update: new Uint8Array(size),
      claims: [],
      deletesMost: false,
      client: null,
      known: 0,
    },
    who: { person: brandId<PersonId>('anna'), session: 'session' },
  };
}

async function submitted(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) committer.submit(entry());
  await setImmediate();
}

describe('CO-1 group commit', () => {
  it('commits at once in a quiet room', async () => {
    await submitted(1);
    expect([appends, clock.isWaitedFor]).toEqual([[1], false]);
  });

  it('gathers for up to 20 ms where very many read along, and for no longer', async () => {
    deliveries = 100_000;
    await submitted(1);
    await submitted(2);
    expect(appends).toEqual([1]);
    clock.pass(10);
    await submitted(3);
    clock.pass(9);
    await setImmediate();
    expect(appends).toEqual([1]);
    clock.pass(1);
    await setImmediate();
    expect(appends).toEqual([1, 5]);
  });

  it('waits no more when the node goes down', async () => {
    deliveries = 100_000;
    await submitted(1);
    await submitted(2);
    await committer.finish();
    expect([appends, outcomes.length]).toEqual([[1, 2], 3]);
    await submitted(1);
    expect(appends).toEqual([1, 2, 1]);
  });

  it('appends nothing when what waited has been taken back', async () => {
    deliveries = 100_000;
    await submitted(1);
    await submitted(2);
    expect(committer.withdraw(() => true)).toHaveLength(2);
    clock.pass(20);
    await setImmediate();
    await submitted(1);
    clock.pass(20);
    await setImmediate();
    expect(appends).toEqual([1, 1]);
  });

  it('splits what is too much for one transaction', async () => {
    for (let number = 0; number < 5; number += 1) committer.submit(entry(1_500_000));
    await committer.finish();
    expect(appends).toEqual([2, 2, 1]);
  });
});

import { Client } from '../client';
import type { ServerProcess } from '../server-process';
import type { System } from '../systems';
import type { Scenario, Stage } from './scenario';

const TEXTS = 200;
/** Opened and closed first: what is loaded once, at the first texts, is not theirs. */
const FIRST = 10;
/** It is looked every so many ms until nothing falls any more. */
const LOOK = { every: 2_000, longest: 40_000, steadyWithin: 0.02 } as const;
/** How long in ms texts are left alone before it counts as idleness. */
const IDLE = 12_000;
/** Most texts that are opened at the same time. */
const AT_ONCE = 10;

const KIB = 1_024;

/** The texts' names, by system; nothing is written into them, so that every round can use the same. */
const kept = new Map<string, readonly string[]>();

/** Two hundred texts of a hundred pages, each opened by one client that does nothing, and closed again. */
export const memory: Scenario = {
  name: 'memory',
  systems: ['hocuspocus', 'enig'],
  asides: ['hocuspocus'],
  run: async (system, stage) => {
    const count = stage.quick ? TEXTS / 10 : TEXTS;
    const names =
      kept.get(system.name) ?? (await system.keep(Array<Uint8Array>(FIRST + count).fill(stage.text.update)));
    kept.set(system.name, names);
    const server = await system.start();
    try {
      await closeAll((await openAll(system, server, names.slice(0, FIRST))).clients);
      const before = await settled(server, stage);
      const { clients, peak } = await openAll(system, server, names.slice(FIRST));
      await new Promise((next) => setTimeout(next, IDLE));
      const idle = await settled(server, stage);
      await closeAll(clients);
      const after = await settled(server, stage);
      return {
        peakEach: (peak - before) / count / KIB,
        idleEach: (idle - before) / count / KIB,
        givenBack: (100 * (peak - after)) / (peak - before),
        before: before / KIB / KIB,
        after: after / KIB / KIB,
      };
    } finally {
      await server.stop();
    }
  },
};

/** Opens texts, each by a client. @returns the clients, and the most memory that was in use meanwhile. */
async function openAll(system: System, server: ServerProcess, names: readonly string[]) {
  const clients: Client[] = [];
  let peak = 0;
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE).map((name, index) => {
      return new Client(system.entrance(server, name, from + index), {});
    });
    await Promise.all(some.map(({ ready }) => ready));
    clients.push(...some);
    peak = Math.max(peak, await server.ask('memory'));
  }
  return { clients, peak };
}

async function closeAll(clients: readonly Client[]): Promise<void> {
  for (const client of clients) client.leave();
  await Promise.all(clients.map(({ gone }) => gone));
}

/** Bytes of heap and external memory after a collection, once they have stopped falling. */
async function settled(server: ServerProcess, { quick }: Stage): Promise<number> {
  const until = performance.now() + (quick ? LOOK.every : LOOK.longest);
  for (let last = await server.ask('memory'); ;) {
    await new Promise((next) => setTimeout(next, LOOK.every));
    const now = await server.ask('memory');
    if (performance.now() > until || Math.abs(last - now) < LOOK.steadyWithin * last) return now;
    last = now;
  }
}

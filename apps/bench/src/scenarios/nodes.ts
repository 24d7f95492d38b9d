import { Meter } from '../meter';
import type { ServerProcess } from '../server-process';
import { latencyFigures, paceOf, withCrowd } from './crowd';
import type { Figures, Scenario, Stage } from './scenario';
import type { System } from '../systems';

const SIZE = { clients: 200, typing: 60, presence: false };

/** The same crowd on one node, and spread over two on one PostgreSQL: only what crosses between them is counted there. */
export const nodes: Scenario = {
  name: 'nodes',
  systems: ['enig'],
  run: async (system, stage) => {
    const [one, two] = [await measureOn(1, system, stage), await measureOn(2, system, stage)];
    const figures = ['p50', 'p99', 'undelivered', 'closed'].flatMap((name) => [
      [`${name}On1`, one[name]],
      [`${name}On2`, two[name]],
    ]);
    const others = Math.max(one['others'] ?? Number.NaN, two['others'] ?? Number.NaN);
    return { ...Object.fromEntries(figures), others };
  },
};

async function measureOn(count: number, system: System, stage: Stage): Promise<Figures> {
  const [text = ''] = await system.keep([stage.text.update]);
  const servers: ServerProcess[] = [];
  for (let node = 0; node < count; node += 1) servers.push(await system.start());
  return withCrowd(system, servers, async (crowd) => {
    await crowd.gather(text, stage.text, SIZE);
    const meter = new Meter(servers, stage.cluster);
    const crosses = (from: number, to: number) => count === 1 || crowd.serverOf(from) !== crowd.serverOf(to);
    const outcome = await crowd.type(paceOf(SIZE, stage), meter.onWindow, crosses);
    return { ...latencyFigures(outcome), ...meter.core };
  });
}

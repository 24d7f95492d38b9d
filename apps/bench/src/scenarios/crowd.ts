import { Crowd, type CrowdOutcome, type CrowdSize } from '../crowd';
import type { Pace } from '../load';
import { Meter } from '../meter';
import type { ServerProcess } from '../server-process';
import type { System } from '../systems';
import type { Figures, Scenario, Stage } from './scenario';

/** What everybody who types does: four edits a second. */
export const EDITS_PER_TYPIST = 4;

/** Long enough that Hocuspocus, which stores after 10 s of unbroken typing at the latest, stores once. */
export function paceOf({ typing, presence }: CrowdSize, { quick }: Stage): Pace {
  const editsPerSecond = typing * EDITS_PER_TYPIST;
  return { editsPerSecond, presence, warmUp: quick ? 1_000 : 2_500, window: quick ? 3_000 : 10_000 };
}

/** So many clients in one text of a hundred pages, some of them typing. */
export function crowdScenario(name: string, size: CrowdSize): Scenario {
  return {
    name,
    systems: ['relay', 'hocuspocus', 'enig'],
    run: async (system, stage) => {
      const [text = ''] = await system.keep([stage.text.update]);
      const server = await system.start();
      return withCrowd(system, [server], async (crowd) => {
        await crowd.gather(text, stage.text, size);
        const meter = new Meter([server], stage.cluster);
        const outcome = await crowd.type(paceOf(size, stage), meter.onWindow);
        const until = { ...meter.perThousand(outcome.edits), ...meter.core };
        await crowd.leave();
        const cpuAfter = (1_000 * (await meter.untilRest())) / crowd.typed;
        const figures = { ...latencyFigures(outcome), ...until, cpuAfter, folded: await system.foldedUpTo(text) };
        return hasServed(outcome) ? figures : { ...figures, ...UNCOUNTED };
      });
    },
  };
}

/** What edits cost that did not come, says nothing of what edits cost. */
const UNCOUNTED = { cpu: Number.NaN, cpuPostgres: Number.NaN, cpuAfter: Number.NaN } as const;

function hasServed({ closed, latencies, undelivered }: CrowdOutcome): boolean {
  return closed === 0 && Number.isFinite(latencies.percentile(0.99, undelivered));
}

/** Runs something with a crowd, and sends it home and stops the servers whatever comes. */
export async function withCrowd(
  system: System,
  servers: readonly ServerProcess[],
  act: (crowd: Crowd) => Promise<Figures>,
): Promise<Figures> {
  const crowd = new Crowd(system, servers);
  try {
    return await act(crowd);
  } finally {
    await crowd.leave();
    for (const server of servers) await server.stop();
  }
}

/** Percentiles in ms, over what never came as well; how many deliveries that is, and how many clients were closed. */
export function latencyFigures(outcome: CrowdOutcome): Figures {
  const { latencies, undelivered, closed, closedWith, generatorBusy } = outcome;
  const [p50, p99, slowest] = [0.5, 0.99, 1].map((share) => latencies.percentile(share, undelivered));
  const figures = { p50: p50 ?? Number.NaN, p99: p99 ?? Number.NaN, slowest: slowest ?? Number.NaN };
  const codes = closedWith === null ? {} : { closedWith };
  return { ...figures, undelivered, closed, ...codes, generator: 100 * generatorBusy };
}

import { NOISY } from './meter';
import type { Options } from './options';
import type { Measurement } from './results';
import type { Scenario, Stage } from './scenarios/scenario';
import type { System } from './systems';
import { shown } from './table';

/** What to measure, and on what. */
export interface Plan {
  readonly options: Pick<Options, 'only' | 'rounds'>;
  readonly scenarios: readonly Scenario[];
  readonly systems: readonly System[];
  readonly stage: Omit<Stage, 'round'>;
  /** Is given all there is after each measurement, so that what comes later cannot take it away. */
  readonly keep: (measurements: readonly Measurement[]) => void;
}

/**
 * The systems take turns within each scenario, and the scenarios within each round: what disturbs one, disturbs all.
 * What goes wrong is written down as such, and the run goes on.
 */
export async function measure({ options, scenarios, systems, stage, keep }: Plan): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  const wanted = scenarios.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const scenario of wanted) {
      const asides = round > 1 ? (scenario.asides ?? []) : [];
      for (const system of systems.filter(({ name }) => scenario.systems.includes(name) && !asides.includes(name))) {
        const began = performance.now();
        const measurement = await measured(scenario, system, { ...stage, round });
        measurements.push(measurement);
        keep(measurements);
        stage.say(lineOf(measurement, performance.now() - began));
      }
    }
  }
  return measurements;
}

/** What goes wrong is tried a second time, and both are told of. */
async function measured(scenario: Scenario, system: System, stage: Stage): Promise<Measurement> {
  const first = await attempt(scenario, system, stage);
  if (first.failed === undefined) return first;
  return { ...(await attempt(scenario, system, stage)), failedFirst: first.failed };
}

async function attempt(scenario: Scenario, system: System, stage: Stage): Promise<Measurement> {
  const measurement = { scenario: scenario.name, system: system.name, round: stage.round };
  try {
    return { ...measurement, figures: await scenario.run(system, stage) };
  } catch (error) {
    return { ...measurement, figures: {}, failed: error instanceof Error ? error.message : String(error) };
  }
}

function lineOf({ scenario, system, round, figures, failed, failedFirst }: Measurement, ms: number): string {
  const said = Object.entries(figures).map(([name, value]) => `${name} ${shown(value)}`);
  const isNoisy = (figures['others'] ?? 0) > NOISY;
  const again = failedFirst === undefined ? '' : `FAILED at first (${failedFirst.trim()}), then `;
  const what = again + (failed === undefined ? said.join(', ') : `FAILED: ${failed}`);
  return `${round} ${scenario} ${system} (${shown(ms / 1_000)} s)${isNoisy ? ' NOISY' : ''}: ${what}`;
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Cluster } from './cluster';
import { demandsOf } from './demands';
import { flushesInWords, flushTimes } from './disk';
import { EnigHouse } from './enig-house';
import { longText } from './long-text';
import { canPin, seesCore } from './machine';
import { readOptions, ROUNDS, type Options } from './options';
import { withFigures } from './page';
import { Results, type Measurement } from './results';
import { measure } from './run';
import { cases } from './scenarios/cases';
import { cold } from './scenarios/cold';
import { crowdScenario } from './scenarios/crowd';
import { hostile } from './scenarios/hostile';
import { ladder } from './scenarios/ladder';
import { memo } from './scenarios/memo';
import { memory } from './scenarios/memory';
import { nodes } from './scenarios/nodes';
import { rights } from './scenarios/rights';
import type { Scenario } from './scenarios/scenario';
import { enigSystem, hocuspocusSystem, relaySystem } from './systems';
import { demandTable, figureTable, shown } from './table';

const ROOT = join(__dirname, '../../..');
const FOLDER = join(ROOT, 'dist/bench');
const SCENARIOS: readonly Scenario[] = [
  crowdScenario('crowd-50', { clients: 50, typing: 30, presence: false }),
  crowdScenario('crowd-200', { clients: 200, typing: 60, presence: false }),
  crowdScenario('crowd-500', { clients: 500, typing: 60, presence: true }),
  ...[ladder, cold, memory, nodes, rights, hostile, memo, cases],
];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function report(options: Options, results: Results, flushes: string): string {
  const [processor] = cpus();
  const setting = [
    `${new Date().toISOString().slice(0, 10)}, medians of ${options.rounds} interleaved rounds`,
    `${cpus().length} cores (${processor?.model.trim() ?? 'unknown'})`,
    canPin ? 'servers and PostgreSQL on one core, the load on another' : 'cores could not be chosen',
    `Node ${process.versions.node}`,
    flushes,
  ];
  const failed = results.failures.map((failure) => `Failed: ${failure}`);
  const again = results.secondTries.map((failure) => `Failed, and measured once more: ${failure}`);
  const tables = [demandTable(demandsOf(results)), figureTable(results)];
  return [`${setting.join('; ')}.`, ...tables, ...again, ...failed].join('\n\n');
}

/** JSON has no numbers for what never came, and for what was not measured. */
function keepMeasurements(measurements: readonly Measurement[]): void {
  const said = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'results.json'), JSON.stringify(measurements, said, 2));
}

/** Only a whole run is written down, in which nothing failed; a part of one would stand beside figures of another day. */
function writePage(options: Options, results: Results, text: string): void {
  if (options.quick || options.only.length > 0 || options.rounds < ROUNDS || results.failures.length > 0) return;
  const page = join(ROOT, 'docs/performance.md');
  writeFileSync(page, withFigures(readFileSync(page, 'utf8'), text));
  say('Written to docs/performance.md');
}

async function main(): Promise<void> {
  const options = readOptions(
    process.argv.slice(2),
    SCENARIOS.map(({ name }) => name),
  );
  if (!canPin) say('Cores cannot be chosen here (taskset): servers and load share them, and the figures say less.');
  if (!seesCore) say('Who uses the core cannot be seen here (/proc/stat): how busy it is, is not measured.');
  const began = performance.now();
  const cluster = await Cluster.start();
  try {
    const flushes = flushesInWords(await flushTimes(options.quick ? 1_000 : 20_000));
    const house = await EnigHouse.build(cluster.url);
    const stage = { cluster, house, text: longText(), quick: options.quick, rounds: options.rounds, say };
    const systems = [relaySystem(), hocuspocusSystem(cluster), enigSystem(cluster, house)];
    const results = new Results(
      await measure({ options, scenarios: SCENARIOS, systems, stage, keep: keepMeasurements }),
    );
    await house.tearDown();
    const text = report(options, results, flushes);
    say(`\n${text}\n\nTook ${shown((performance.now() - began) / 60_000)} minutes.`);
    writePage(options, results, text);
    process.exitCode = results.failures.length === 0 ? 0 : 1;
  } finally {
    await cluster.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});

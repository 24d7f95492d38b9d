import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The core of what is measured; the load runs on the other (tools/bench.mjs). */
const CORES = { server: '0', load: '1' } as const;
/** Clock ticks a second in /proc, on every Linux of today. */
const TICKS = 100;
const STAT = '/proc/stat';

/** Whether programs can be bound to the two cores here. Without, all share all cores, and the figures say less. */
export const canPin = Object.values(CORES).every((core) => spawnSync('taskset', ['-c', core, 'true']).status === 0);

/** Whether it can be seen who uses the core of what is measured: it is known which it is, and the system counts. */
export const seesCore = canPin && existsSync(STAT);

/** A command line that runs on the core of what is measured. */
export function onServerCore(command: readonly string[]): readonly string[] {
  return canPin ? ['taskset', '-c', CORES.server, ...command] : command;
}

/** CPU seconds the core of what is measured has been busy, whoever it was; NaN where that cannot be seen. */
export function busyOfServerCore(): number {
  return seesCore ? busyOf(CORES.server, readFileSync(STAT, 'utf8')) : Number.NaN;
}

/** CPU seconds a core has been busy, as /proc/stat tells: with interrupts, and with what the host took away. */
export function busyOf(core: string, stat: string): number {
  const line = stat.split('\n').find((each) => each.startsWith(`cpu${core} `));
  if (line === undefined) return Number.NaN;
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, soft = 0, steal = 0] = line
    .split(' ')
    .slice(1)
    .map(Number);
  return (user + nice + system + interrupts + soft + steal) / TICKS;
}

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, on every Linux of today. */
const TICKS = 100;
/** Where there is none (macOS), `ps` is asked instead; it does not tell of children that have ended. */
const hasProc = existsSync('/proc/self/stat');

/** A process as it is now. */
export interface Process {
  readonly parent: number;
  /** CPU seconds of its own, of user and system, with all its threads. */
  readonly own: number;
  /** CPU seconds of children that have ended. */
  readonly children: number;
}

/** The living children of a process. */
export function childrenOf(parent: number): number[] {
  return [...all()].filter(([, process]) => process.parent === parent).map(([pid]) => pid);
}

/** CPU seconds a process has used until now, with all its threads; 0 once it is gone. */
export function cpuOf(pid: number): number {
  return (hasProc ? processOf(pid) : all().get(pid))?.own ?? 0;
}

/** CPU seconds of a PostgreSQL: its first process, all that live under it, and all that did. */
export function cpuOfCluster(postmaster: number): number {
  const processes = all();
  const first = processes.get(postmaster);
  const living = [...processes.values()].filter(({ parent }) => parent === postmaster);
  return living.reduce((sum, { own }) => sum + own, (first?.own ?? 0) + (first?.children ?? 0));
}

function all(): ReadonlyMap<number, Process> {
  if (!hasProc) {
    const { pid, stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,time='], { encoding: 'utf8' });
    const processes = new Map(processesFrom(stdout));
    processes.delete(pid);
    return processes;
  }
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return new Map(
    pids.flatMap((pid): [number, Process][] => {
      const process = processOf(pid);
      return process ? [[pid, process]] : [];
    }),
  );
}

/** A process as /proc/<pid>/stat has it; null once it is gone. The name in parentheses may hold anything. */
function processOf(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, own: (user + system) / TICKS, children: (childUser + childSystem) / TICKS };
  } catch {
    return null;
  }
}

/** What `ps -o pid=,ppid=,time=` says, line by line. */
export function processesFrom(lines: string): [number, Process][] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', time = ''] = line.trim().split(/\s+/);
      return [Number(pid), { parent: Number(parent), own: secondsOf(time), children: 0 }];
    });
}

/** The seconds of a time as `ps` writes it: `[[days-]hours:]minutes:seconds`, on macOS with hundredths. */
export function secondsOf(time: string): number {
  const [clock = '', days = '0'] = time.split('-').reverse();
  return clock.split(':').reduce((sum, part) => 60 * sum + Number(part), 0) + 86_400 * Number(days);
}

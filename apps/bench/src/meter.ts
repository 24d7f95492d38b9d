import type { Cluster } from './cluster';
import { busyOfServerCore } from './machine';
import type { ServerProcess } from './server-process';

/** Others than the measured may use so many percent of the core before what is measured in time says little. */
export const NOISY = 10;
/** Servers are at rest when they use at most so many CPU seconds in so many ms; it is waited so long at most. */
const REST = { every: 1_000, cpu: 0.02, longest: 15_000 } as const;

interface Reading {
  /** In ms of `performance.now()`. */
  readonly at: number;
  readonly server: number;
  readonly postgres: number;
  readonly core: number;
}

/** CPU used by what is measured, and by others on its core, while a window was open and after it. */
export class Meter {
  private opened: Reading | null = null;
  private closed: Reading | null = null;
  private last: Reading | null = null;

  constructor(
    private readonly servers: readonly ServerProcess[],
    private readonly cluster: Cluster,
  ) {}

  readonly onWindow = (edge: 'opens' | 'closes'): void => {
    if (edge === 'opens') this.opened = this.read();
    else this.closed = this.read();
  };

  /**
   * How much of the core was used in the window, in percent: `busy` by all, `others` of that by somebody who is not
   * measured. NaN where it cannot be seen.
   */
  get core(): { readonly busy: number; readonly others: number } {
    return coreBetween(taken(this.opened), taken(this.closed));
  }

  /** CPU seconds per 1,000 edits from the opening of the window until now. */
  perThousand(edits: number): { readonly cpu: number; readonly cpuPostgres: number } {
    const opened = taken(this.opened);
    const now = (this.last = this.read());
    const each = 1_000 / edits;
    return { cpu: each * (now.server - opened.server), cpuPostgres: each * (now.postgres - opened.postgres) };
  }

  /** Waits until the servers do nothing more. @returns CPU seconds used since {@link perThousand}. */
  async untilRest(): Promise<number> {
    const began = taken(this.last);
    const until = performance.now() + REST.longest;
    for (let before = began; ;) {
      await new Promise((next) => setTimeout(next, REST.every));
      const now = this.read();
      if (own(before, now) <= REST.cpu || now.at > until) return own(began, now);
      before = now;
    }
  }

  private read(): Reading {
    const server = this.servers.reduce((sum, each) => sum + each.cpu, 0);
    return { at: performance.now(), server, postgres: this.cluster.cpu, core: busyOfServerCore() };
  }
}

/** Percent of the core between two readings. The clocks tick apart, so what is ours counts in full. */
export function coreBetween(from: Reading, to: Reading): { readonly busy: number; readonly others: number } {
  const percent = (seconds: number) => (100_000 * seconds) / (to.at - from.at);
  const ours = own(from, to);
  const others = Math.max(0, to.core - from.core - ours);
  return { busy: percent(ours + others), others: percent(others) };
}

function own(from: Reading, to: Reading): number {
  return to.server + to.postgres - from.server - from.postgres;
}

function taken(reading: Reading | null): Reading {
  if (!reading) throw new Error('There was no window');
  return reading;
}

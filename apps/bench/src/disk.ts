import { closeSync, fdatasyncSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Latencies } from './statistics';
import { shown } from './table';

/** As much as PostgreSQL writes ahead into one file, and a page of it. */
const FILE = 16_777_216;
const PAGE = 8_192;

/**
 * How long the disk takes for what PostgreSQL waits for at each commit: a page is written and flushed every 15 ms.
 *
 * @param lasting in ms.
 */
export async function flushTimes(lasting: number): Promise<Latencies> {
  const folder = mkdtempSync(join(tmpdir(), 'enig-bench-'));
  const file = openSync(join(folder, 'ahead'), 'w');
  const times = new Latencies();
  try {
    writeSync(file, new Uint8Array(FILE));
    fsyncSync(file);
    const until = performance.now() + lasting;
    for (let at = 0; performance.now() < until; at = (at + PAGE) % FILE) {
      const began = performance.now();
      writeSync(file, new Uint8Array(PAGE), 0, PAGE, at);
      fdatasyncSync(file);
      times.add(performance.now() - began);
      await new Promise((next) => setTimeout(next, 15));
    }
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
  return times;
}

/** The same in words. */
export function flushesInWords(times: Latencies): string {
  const [p50, p99, slowest] = [0.5, 0.99, 1].map((share) => shown(times.percentile(share)));
  return `a flush of the disk takes ${p50} ms, 1 of 100 ${p99} ms and more, the slowest ${slowest} ms`;
}

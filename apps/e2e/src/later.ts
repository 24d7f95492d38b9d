import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { socketOf, type Server } from './server';

const TOOLS = join(__dirname, '..', 'tools');
const PASS = join(TOOLS, 'let-days-pass.mjs');
const LATER = join(TOOLS, 'later.cjs');

/**
 * Starts the server again on a later day, as nobody can who uses the product: it and its database agree on the day, and
 * what has happened stays where it was. Whoever was signed in is so no longer.
 *
 * @param days how much later than it is, not than the last time.
 */
export async function letDaysPass(server: Server, days: number): Promise<void> {
  execFileSync(process.execPath, [PASS, socketOf(server.dataDir), String(days)]);
  await server.end('SIGTERM');
  await server.restart({ LATER_BY_DAYS: String(days), NODE_OPTIONS: `--require ${JSON.stringify(LATER)}` });
}

/** Lets the pages of a browser that are opened from now on believe the same. */
export async function believeLater(context: BrowserContext, days: number): Promise<void> {
  const asked = `const process = { env: { LATER_BY_DAYS: '${days}' } };`;
  await context.addInitScript({ content: `(() => {\n${asked}\n${readFileSync(LATER, 'utf8')}\n})();` });
}

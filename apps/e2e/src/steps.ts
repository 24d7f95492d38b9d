import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Longest a step may take in ms: the machine may be busy with other things. */
const STEP_WITHIN = 180_000;
/** Where the pages are shown as they were when a step failed. */
const FAILED = join(__dirname, '..', 'screenshots', 'failed');

/**
 * Tells a story as tests in order, where each step begins with what the one before has left. After a step that fails
 * the others are not tried: they say so at once instead of waiting in vain.
 *
 * @param pages the pages open at the time, to be pictured when a step fails.
 */
export function story(pages: () => readonly Page[]): (name: string, step: () => Promise<void>) => void {
  let failed: string | undefined;
  return (name, step) => {
    it(
      name,
      async () => {
        expect({ notTriedAfter: failed }).toEqual({ notTriedAfter: undefined });
        failed = name;
        try {
          await step();
        } catch (error) {
          await picture(pages());
          throw error;
        }
        failed = undefined;
      },
      STEP_WITHIN,
    );
  };
}

async function picture(pages: readonly Page[]): Promise<void> {
  mkdirSync(FAILED, { recursive: true });
  for (const [index, page] of pages.entries()) {
    if (!page.isClosed()) await page.screenshot({ path: join(FAILED, `${index}.png`), fullPage: true });
  }
}

import type { Ports } from '@enig/collab';
import { TextEraser, type Database } from '@enig/data';

/** How often in ms it is looked for drafts that are due. */
const EVERY = 3_600_000;

/** Who erases, how old drafts become, and who hears of trouble. */
export interface ErasingGround {
  readonly source: Database;
  /** Away from the serving thread. */
  readonly fold: Ports['fold'];
  readonly days: number;
  readonly trouble: (error: unknown) => void;
  readonly every?: number;
}

/**
 * Erases the drafts of what was sent, now and every hour (CO-27). Several processes may do so: one of them works at a
 * time.
 *
 * @returns how to stop; resolves when what is under way is done.
 */
export function startErasing({ source, fold, days, trouble, every = EVERY }: ErasingGround): () => Promise<void> {
  const eraser = new TextEraser(source, fold);
  let running: Promise<unknown> = Promise.resolve();
  const erase = (): void => {
    running = running.then(() => eraser.eraseDue(days)).catch(trouble);
  };
  erase();
  const timer = setInterval(erase, every).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** How work that comes by itself is done. */
export interface Pace {
  /** How often in ms it is looked for work when there was none. */
  readonly every: number;
  /** Hears of what went wrong; the work goes on, after a longer pause. */
  readonly trouble: (error: unknown) => void;
}

/** After trouble it is looked less often: it will not be over at once. */
const AFTER_TROUBLE = 5;

/**
 * Does something again and again: at once as long as there was something to do, otherwise after a pause.
 *
 * @param act  does one thing. @returns whether there was one.
 * @returns how to stop; resolves when what is under way is done.
 */
export function keepDoing(act: () => Promise<boolean>, { every, trouble }: Pace): () => Promise<void> {
  let isStopped = false;
  let wake: () => void = () => undefined;
  const pause = (length: number): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, length);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  const work = async (): Promise<void> => {
    while (!isStopped) {
      const found = await act().catch((error: unknown) => {
        trouble(error);
        return null;
      });
      if (found !== true && !isStopped) await pause(found === null ? every * AFTER_TROUBLE : every);
    }
  };
  const working = work();
  return async () => {
    isStopped = true;
    wake();
    await working;
  };
}

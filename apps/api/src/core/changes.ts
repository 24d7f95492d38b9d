import type { Heard, Told } from '@enig/data';

/** What is heard of when something has been committed, here or on another node. */
export type Hear = (told: Told) => void;

/**
 * Committed changes, for subscriptions. Whoever iterates hears of every change from the moment they began; one that
 * comes while they are busy is kept, and the same one twice is kept once.
 */
export class Changes {
  private readonly listeners = new Set<Hear>();

  /** Passes on what the database has told; which nodes there are and who is where on them is no change. */
  readonly hear = (heard: Heard): void => {
    if (heard.topic === 'presence' || heard.topic === 'hello' || heard.topic === 'bye') return;
    for (const listener of this.listeners) listener(heard);
  };

  /** How many are listening. */
  get listening(): number {
    return this.listeners.size;
  }

  /** The changes that `concerns` says yes to, until the one who iterates stops. */
  of(concerns: (told: Told) => boolean): AsyncGenerator<Told, void> {
    const waiting = new Map<string, Told>();
    let wake: () => void = () => undefined;
    const listener: Hear = (told) => {
      if (!concerns(told)) return;
      waiting.set(`${told.topic} ${told.id}`, told);
      wake();
    };
    this.listeners.add(listener);
    const listeners = this.listeners;
    let stopped = false;
    const stop = async (): Promise<IteratorResult<Told, void>> => {
      stopped = true;
      listeners.delete(listener);
      wake();
      return { done: true, value: undefined };
    };
    const next = async (): Promise<IteratorResult<Told, void>> => {
      while (!stopped && waiting.size === 0) await new Promise<void>((woken) => (wake = woken));
      const [first] = waiting;
      if (stopped || !first) return stop();
      waiting.delete(first[0]);
      return { done: false, value: first[1] };
    };
    return {
      next,
      return: stop,
      throw: stop,
      [Symbol.asyncIterator]() {
        return this;
      },
      [Symbol.asyncDispose]: async () => void (await stop()),
    };
  }
}

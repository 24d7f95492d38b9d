import { JobStore, LetterStore, RequestCounts, SignInLinks, TimerStore } from '@enig/data';
import type { Ground } from '../core/core.module';
import { keepingCarrier, smtpCarrier, type Carrier } from '../letters/carrier';
import { sendNext } from '../letters/sending';
import { JobRunner } from './job-runner';
import { keepDoing } from './keep-doing';
import { Work, type Search } from './work';
import { WORKS } from './works';

/** How often in ms it is looked for something to do, and for what nobody needs any more. */
const EVERY = 1_000;
const SEARCH_EVERY = 60_000;
const TIDY_EVERY = 3_600_000;

/** How letters leave. */
export interface LettersOut {
  /** Where they are handed over; undefined where there is no such place yet, and they wait. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  /** Whether they are kept instead, to be read on a page. */
  readonly isKept: boolean;
}

/**
 * Does what waits in rows: letters, timers, jobs (OP-6). Several processes may: each row is taken by one.
 *
 * @param works  what jobs and timers there are; a spec brings its own.
 * @returns how to stop; resolves when what is under way is done, or given back.
 */
export function startWorking(ground: Ground, out: LettersOut, works = WORKS): () => Promise<void> {
  const { source, installation, bus } = ground;
  const { log } = installation;
  const work = new Work();
  for (const add of works) add(work, ground);
  const pace = (what: string) => ({
    every: EVERY,
    trouble: (error: unknown): void => log.error(`${what}.trouble`, error),
  });
  const timers = new TimerStore(source);
  const runner = new JobRunner({ store: new JobStore(source, bus.announce), work, trouble: pace('jobs').trouble });
  const stops = [
    keepDoing(
      () => timers.fireNext(work.timers.kinds, async (manager, timer) => work.timers.of(timer.kind)?.(manager, timer)),
      pace('timers'),
    ),
    keepDoing(runner.next, pace('jobs')),
    ...startLetters(ground, out, work, pace('letters')),
    ...work.searches.map((search) => startSearch(search, { ...pace('searching'), every: SEARCH_EVERY })),
    tidyNowAndThen(ground, pace('tidying').trouble),
  ];
  return async () => {
    const stopped = stops.map((stop) => stop());
    runner.close();
    await Promise.all(stopped);
  };
}

function startSearch({ next, close }: Search, pace: Parameters<typeof keepDoing>[1]): () => Promise<void> {
  const stop = keepDoing(next, pace);
  // What is under way ends with what it was done with.
  return async () => void (await Promise.all([stop(), close()]));
}

function startLetters(
  { source, installation }: Ground,
  { smtp, isKept }: LettersOut,
  work: Work,
  pace: { every: number; trouble: (error: unknown) => void },
): (() => Promise<void>)[] {
  const { publicUrl, contact, log } = installation;
  const store = new LetterStore(source);
  const carrier: Carrier | null = isKept ? keepingCarrier(store) : smtp ? smtpCarrier({ ...smtp, publicUrl }) : null;
  if (!carrier) return [];
  const links = new SignInLinks(source);
  const out = { store, carrier, work, publicUrl, contact, log };
  // By themselves: who waits for a link waits for nothing that is made for another letter.
  const stops = [false, true].map((encloses) => keepDoing(() => sendNext(out, encloses), pace));
  return [
    keepDoing(() => links.decideNext(), pace),
    async () => {
      await Promise.all(stops.map((stop) => stop()));
      carrier.close();
    },
  ];
}

function tidyNowAndThen({ source }: Ground, trouble: (error: unknown) => void): () => Promise<void> {
  const links = new SignInLinks(source);
  const counts = new RequestCounts(source);
  let running: Promise<unknown> = Promise.resolve();
  const tidy = (): void => {
    running = running
      .then(() => links.tidy())
      .then(() => counts.tidy())
      .catch(trouble);
  };
  tidy();
  const timer = setInterval(tidy, TIDY_EVERY).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

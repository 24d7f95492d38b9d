/**
 * Loaded into every measured server (`node --require`): answers over the channel to its parent how much memory it
 * holds after a collection, and how long its loop has stalled. Says nothing and costs nothing until it is asked.
 */
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { isMainThread } = require('node:worker_threads');

/** Resolution in ms; the histogram counts it in, so it is taken off again. */
const RESOLUTION = 2;

if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  const answers = {
    memory: () => {
      for (let pass = 0; pass < 3; pass += 1) globalThis.gc?.();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    },
    watch: () => {
      delay.reset();
      return delay.enable() ? 1 : 0;
    },
    stall: () => Math.max(0, delay.max / 1e6 - RESOLUTION),
  };
  process.on('message', ({ ask }) => process.send({ ask, answer: answers[ask]() }));
  process.on('disconnect', () => process.exit(0));
  process.channel.unref();
}

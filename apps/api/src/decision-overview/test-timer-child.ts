import { connect, TimerStore } from '@enig/data';
import { keepDoing } from '../jobs/keep-doing';

/** A worker in a process of its own that fires timers from when it is told to until it is killed. */
async function main(): Promise<void> {
  process.once('disconnect', () => process.exit());
  const source = await connect({ url: process.argv[3] ?? '', applicationName: 'spec-timers', poolSize: 2 });
  const timers = new TimerStore(source);
  const fire = (): Promise<boolean> =>
    timers.fireNext(['decisionReminder'], async (manager, { key }) => {
      await manager.query('INSERT INTO fired (key) VALUES ($1)', [key]);
      // Long enough that whoever is killed has done it and has not noted it.
      await manager.query('SELECT pg_sleep(0.05)');
    });
  process.once('message', () => keepDoing(fire, { every: 50, trouble: () => undefined }));
  process.send?.('ready');
}

void main();

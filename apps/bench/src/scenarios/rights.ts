import { changeAgreement, closeTexts, openTexts, SectionStore, type Bus, type Change } from '@enig/data';
import { ok } from '@enig/kernel';
import { Client } from '../client';
import type { Text } from '../enig-house';
import { Meter } from '../meter';
import { Latencies } from '../statistics';
import type { Scenario, Stage } from './scenario';

const TRIALS = 100;
/** What a client waits at most, in ms. */
const WITHIN = 10_000;

/**
 * How long after the act begins a client on another node can no longer write: in turns the municipality is taken off
 * the text (revocation), and the text is closed (phase). The act is done where no client is, and reaches the node as
 * every act does.
 */
export const rights: Scenario = {
  name: 'rights',
  systems: ['enig'],
  run: async (system, stage) => {
    const [text] = await stage.house.add([stage.text.update]);
    if (!text) throw new Error('No text was added');
    const bus = await stage.house.openBus((error) => stage.say(`  ${String(error)}`));
    const server = await system.start();
    const meter = new Meter([server], stage.cluster);
    const modes = new Modes();
    const client = new Client(system.entrance(server, text.id, 0), { state: modes.hear });
    try {
      await client.ready;
      await modes.is('edit');
      const waits = new Latencies();
      meter.onWindow('opens');
      for (let trial = 0; trial < (stage.quick ? TRIALS / 10 : TRIALS); trial += 1) {
        const act = trial % 2 === 0 ? coordinators(stage, bus, text) : phase(stage, bus, text);
        const began = performance.now();
        const [at] = await Promise.all([modes.is('read'), act.take()]);
        waits.add(at - began);
        await Promise.all([modes.is('edit'), act.giveBack()]);
      }
      meter.onWindow('closes');
      const [p50, p99, slowest] = [0.5, 0.99, 1].map((share) => waits.percentile(share));
      const figures = { p50: p50 ?? Number.NaN, p99: p99 ?? Number.NaN, slowest: slowest ?? Number.NaN };
      return { ...figures, trials: waits.count, others: meter.core.others };
    } finally {
      client.leave();
      await server.stop();
      await bus.close();
    }
  },
};

interface Act {
  take(): Promise<unknown>;
  giveBack(): Promise<unknown>;
}

function coordinators({ house }: Stage, bus: Bus, { section }: Text): Act {
  const set = async (parties: typeof house.parties) => {
    const store = new SectionStore({ source: house.source, announce: bus.announce });
    const done = await store.setCoordinators(house.agreement, section, parties, house.secretary.actor);
    if (!done?.ok) throw new Error('The coordinators were not changed');
  };
  return { take: () => set([]), giveBack: () => set(house.parties) };
}

function phase({ house }: Stage, bus: Bus, { id }: Text): Act {
  const change = (act: (change: Change) => Promise<void>) =>
    changeAgreement(house.source, bus.announce, house.agreement, async (under) => ok(await act(under)));
  return {
    take: () => change((under) => closeTexts(under, [id], 'deciding')),
    giveBack: () => change((under) => openTexts(under, [id])),
  };
}

/** What a client has last been told of whether it may write. */
class Modes {
  private mode = '';
  private at = 0;
  private wake: () => void = () => undefined;

  readonly hear = (mode: string, at: number): void => {
    [this.mode, this.at] = [mode, at];
    this.wake();
  };

  /** @returns when it was told so. @throws Error when it is not told in time. */
  async is(mode: string): Promise<number> {
    const timer = setTimeout(() => this.wake(), WITHIN);
    const until = performance.now() + WITHIN;
    while (this.mode !== mode) {
      await new Promise<void>((done) => (this.wake = done));
      if (this.mode !== mode && performance.now() >= until) throw new Error(`Nobody was told ${mode}`);
    }
    clearTimeout(timer);
    return this.at;
  }
}

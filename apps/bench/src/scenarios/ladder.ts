import { climb } from '../climb';
import { Crowd, type CrowdOutcome } from '../crowd';
import { Meter } from '../meter';
import type { ServerProcess } from '../server-process';
import type { System, SystemName } from '../systems';
import { shown } from '../table';
import type { Scenario, Stage } from './scenario';

/** Edits a second over all clients. The first round begins low; at the highest, everybody types 19 edits a second. */
const RATES = { lowest: 15, from: 60, highest: 3_840 } as const;
/** How much more is tried first: from nowhere, and from where the same system was in the round before. */
const FACTORS = { first: 2, again: 1.2 } as const;
/** A step is held when this share in time has arrived within so many ms, and everything in the end. */
const WITHIN = { share: 0.99, ms: 250 } as const;
/** Of the edits a second that are wanted, so many must really have been typed. */
const TYPED = 0.97;
const CROWD = { clients: 200, typing: 200, presence: false } as const;

/** What each system held in the round before. */
const heldBefore = new Map<SystemName, number>();

/** Whether everything came, in time, and nobody was thrown out. */
export function isHeld({ latencies, undelivered, closed, edits, lasted }: CrowdOutcome, wanted: number): boolean {
  const isTypedInTime = (1_000 * edits) / lasted > TYPED * wanted;
  return isTypedInTime && undelivered === 0 && closed === 0 && latencies.percentile(WITHIN.share) <= WITHIN.ms;
}

/** The most edits a second that 200 clients, all typing, get through, to within a tenth. */
export const ladder: Scenario = {
  name: 'ladder',
  systems: ['hocuspocus', 'enig'],
  run: async (system, stage) => {
    const steps = new Steps(system, stage);
    try {
      const before = heldBefore.get(system.name);
      const slope = { ...RATES, from: before ?? RATES.from, factor: before ? FACTORS.again : FACTORS.first };
      const { held, notHeld } = await climb((rate) => steps.holds(rate), slope);
      if (held > 0) heldBefore.set(system.name, held);
      return {
        sustained: held > 0 ? held : Number.NaN,
        notHeld: Number.isFinite(notHeld) ? notHeld : Number.NaN,
        p99: steps.of(held)?.p99 ?? Number.NaN,
        generator: steps.of(Number.isFinite(notHeld) ? notHeld : held)?.generator ?? Number.NaN,
        others: steps.others,
        steps: steps.count,
      };
    } finally {
      await steps.end();
    }
  },
};

interface Step {
  readonly rate: number;
  readonly p99: number;
  readonly generator: number;
  readonly others: number;
}

/** One step after the other with the same crowd, as long as nothing is left behind of the last. */
class Steps {
  private readonly taken: Step[] = [];
  private crowd: Crowd | null = null;
  private server: ServerProcess | null = null;

  constructor(
    private readonly system: System,
    private readonly stage: Stage,
  ) {}

  get count(): number {
    return this.taken.length;
  }

  /** The step at a rate, the last where there were more. */
  of(rate: number): Step | undefined {
    return this.taken.filter((step) => step.rate === rate).at(-1);
  }

  /** Percent of the core that others used, at the worst of the steps. */
  get others(): number {
    return Math.max(...this.taken.map(({ others }) => others));
  }

  /** Tries a rate. Whoever is overwhelmed is replaced: the next step begins with a new server and a text as short. */
  async holds(rate: number): Promise<boolean> {
    const { quick, cluster } = this.stage;
    const { crowd, server } = await this.gathered(rate);
    const meter = new Meter([server], cluster);
    const lost = { share: 1 - WITHIN.share, ms: WITHIN.ms };
    const times = { warmUp: quick ? 500 : 1_000, window: quick ? 1_500 : 4_000 };
    const outcome = await crowd.type({ editsPerSecond: rate, presence: false, lost, ...times }, meter.onWindow);
    const { latencies, undelivered, closed, generatorBusy } = outcome;
    const p99 = latencies.percentile(WITHIN.share, undelivered);
    const { others } = meter.core;
    this.taken.push({ rate, p99, generator: 100 * generatorBusy, others });
    this.stage.say(
      `  ${rate}/s ${isHeld(outcome, rate) ? 'held' : 'not held'}: p99 ${shown(p99)} ms, ${undelivered} undelivered, ` +
        `${closed} closed, generator ${shown(100 * generatorBusy)} %, others ${shown(others)} %`,
    );
    if (undelivered > 0 || closed > 0) await this.end();
    return isHeld(outcome, rate);
  }

  /** A new server is run warm at half the rate first: it must not be worse off than one that has taken steps before. */
  private async gathered(rate: number): Promise<{ readonly crowd: Crowd; readonly server: ServerProcess }> {
    if (this.crowd && this.server) return { crowd: this.crowd, server: this.server };
    const [text = ''] = await this.system.keep([this.stage.text.update]);
    const server = (this.server = await this.system.start());
    const crowd = (this.crowd = new Crowd(this.system, [server]));
    await crowd.gather(text, this.stage.text, CROWD);
    const warming = { editsPerSecond: rate / 2, presence: false, warmUp: this.stage.quick ? 500 : 2_000, window: 0 };
    await crowd.type(warming, () => undefined);
    return { crowd, server };
  }

  /** Sends everybody home. A server that is far behind is not waited for. */
  async end(): Promise<void> {
    await this.crowd?.leave();
    await this.server?.stop('SIGKILL');
    this.crowd = null;
    this.server = null;
  }
}

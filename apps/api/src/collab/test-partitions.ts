import { below, chanceFrom, oneOf, type Chance } from '@enig/collab/testing';
import type { TextId } from '@enig/kernel';
import * as Y from 'yjs';
import { act } from './test-deeds';
import { eventually } from './test-eventually';
import { NodeProcess } from './test-node-process';
import { Proxy } from './test-proxy';
import { asItComes, differences, Replay } from './test-replay';
import type { SignedIn, Stage } from './test-stage';
import type { Writer } from './test-writer';

const NODES = 2;
const WRITERS = 4;
/** What happens to the network or a node in one run, and how many deeds lie between. */
const EVENTS = 6;
const DEEDS = 20;

interface Site {
  readonly proxy: Proxy;
  node: NodeProcess;
}

/** Two nodes in processes of their own, and a network before each of them that fails. For specs only. */
export class Partitions {
  /** Starts while the others work, to take the place of the next that is killed. */
  private spare: Promise<NodeProcess>;

  private constructor(
    private readonly stage: Stage,
    private readonly people: readonly SignedIn[],
    private readonly sites: readonly Site[],
  ) {
    this.spare = NodeProcess.start(stage.url);
  }

  static async open(stage: Stage): Promise<Partitions> {
    const people = await Promise.all(Array.from({ length: WRITERS }, (_, index) => stage.signIn(`Skriver ${index}`)));
    const sites = await Promise.all(
      Array.from({ length: NODES }, async () => {
        const node = await NodeProcess.start(stage.url);
        return { node, proxy: await Proxy.open(node.port) };
      }),
    );
    return new Partitions(stage, people, sites);
  }

  /**
   * People write a text with stock clients while nodes are killed and networks are cut, held up and half closed.
   *
   * @returns what was refused, and what is not the same in the log, on each node, with each client and in the export.
   */
  async run(seed: number): Promise<string[]> {
    const chance = chanceFrom(seed);
    const [text] = (await this.stage.agreement(1)).texts;
    if (!text) throw new Error('There is no text');
    const writers = this.people.map((who, index) => this.stage.writer(this.proxyOf(index), text, who));
    await Promise.all(writers.map((writer) => writer.synced()));
    const killAt = below(EVENTS, chance);
    for (let event = 0; event < EVENTS; event += 1) {
      await this.write(writers, chance);
      if (event === killAt) await this.replace(oneOf(this.sites, chance));
      else this.disturb(oneOf(this.sites, chance), chance);
    }
    for (const { proxy, node } of this.sites) {
      proxy.target = node.port;
      proxy.release();
    }
    const faults = await this.compare(text, writers);
    this.stage.leaveAll();
    return faults;
  }

  private proxyOf(index: number): Proxy {
    return oneOf(this.sites.slice(index % NODES), () => 0).proxy;
  }

  private async write(writers: readonly Writer[], chance: Chance): Promise<void> {
    for (let deeds = 0; deeds < DEEDS; deeds += 1) {
      act(oneOf(writers, chance).doc, chance);
      if (deeds % 4 === 0) await new Promise((turn) => setImmediate(turn));
    }
  }

  private disturb({ proxy, node }: Site, chance: Chance): void {
    const roll = chance();
    if (roll < 0.25) proxy.cut();
    else if (roll < 0.4) proxy.halfClose(oneOf(['near', 'far'], chance));
    else if (roll < 0.6) proxy.hold();
    else if (roll < 0.8) proxy.release();
    else proxy.target = proxy.target === null ? node.port : null;
  }

  /** `kill -9` of a node; another takes its place. */
  private async replace(site: Site): Promise<void> {
    await site.node.kill();
    site.node = await this.spare;
    site.proxy.target = site.node.port;
    this.spare = NodeProcess.start(this.stage.url);
  }

  private async compare(text: TextId, writers: readonly Writer[]): Promise<string[]> {
    const replay = new Replay(this.stage.source, text);
    const look = (): string[] => writers.flatMap(({ doc }, index) => differences(`client ${index}`, doc, replay.doc));
    await eventually(
      async () => {
        await replay.read();
        return look().length === 0 && writers.every(({ provider }) => provider.synced);
      },
      () => look().join('; '),
    );
    const strangers = this.sites.map(({ proxy }) =>
      this.stage.writer(proxy, text, this.stage.secretary, { doc: asItComes(new Y.Doc()) }),
    );
    const held = (): string[] => strangers.flatMap(({ doc }, index) => differences(`node ${index}`, doc, replay.doc));
    await eventually(
      async () => {
        await replay.read();
        return strangers.every(({ provider }) => provider.synced) && held().length === 0;
      },
      () => held().join('; '),
    );
    return [
      ...writers.flatMap(({ refused, refusedStep2 }) => [...refused.values(), ...refusedStep2]),
      ...(await replay.exportFaults()),
    ];
  }

  async close(): Promise<void> {
    await (await this.spare).kill();
    for (const { node, proxy } of this.sites) {
      await node.kill();
      await proxy.close();
    }
  }
}

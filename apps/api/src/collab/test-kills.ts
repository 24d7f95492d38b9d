import { below, type Chance } from '@enig/collab/testing';
import type { TextId } from '@enig/kernel';
import type * as Y from 'yjs';
import { eventually } from './test-eventually';
import { NodeProcess } from './test-node-process';
import type { OwnPostgres } from './test-own-postgres';
import { Proxy } from './test-proxy';
import { differences, exported, Replay } from './test-replay';
import { broken, promisedTo, Scribe, type Promised } from './test-scribe';
import type { SignedIn, Stage } from './test-stage';

const NODES = 2;
const TEXTS = 2;
const SCRIBES = 8;

interface Site {
  readonly proxy: Proxy;
  node: NodeProcess;
}

/**
 * Two nodes in processes of their own, a network before each, and people who write through them without a pause while
 * nodes are killed and the database is stopped. For specs only.
 */
export class Killings {
  private readonly faults: string[] = [];
  private spare: Promise<NodeProcess>;
  /** How often something was under way when a node was killed or the database was stopped. */
  interrupted = 0;

  private constructor(
    private readonly stage: Stage,
    private readonly postgres: OwnPostgres,
    private readonly chance: Chance,
    private readonly sites: readonly Site[],
    private readonly replays: readonly Replay[],
    private readonly scribes: readonly Scribe[],
  ) {
    this.spare = NodeProcess.start(stage.url);
  }

  static async begin(stage: Stage, postgres: OwnPostgres, chance: Chance): Promise<Killings> {
    const { texts } = await stage.agreement(TEXTS);
    const sites = await Promise.all(
      Array.from({ length: NODES }, async () => {
        const node = await NodeProcess.start(stage.url);
        return { node, proxy: await Proxy.open(node.port) };
      }),
    );
    const scribes: Scribe[] = [];
    for (let index = 0; index < SCRIBES; index += 1) {
      const person = await stage.signIn(`Skriver ${index}`);
      scribes.push(scribeOf(stage, sites[index % NODES], texts[Math.floor(index / NODES) % TEXTS], person, index));
    }
    await Promise.all(scribes.map(({ writer }) => writer.synced()));
    const replays = texts.map((text) => new Replay(stage.source, text));
    return new Killings(stage, postgres, chance, sites, replays, scribes);
  }

  /** Edits that somebody was told are saved. */
  get acknowledged(): number {
    return this.scribes.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  }

  /** Edits that somebody saw of others; counted for each of those who saw them. */
  get seen(): number {
    return this.scribes.reduce((sum, { seen }) => sum + seen.size, 0);
  }

  /**
   * Everybody writes while so many nodes are killed and the database is stopped so many times.
   *
   * @returns what was lost, of all that was acknowledged or seen by somebody else, and whatever else was wrong.
   */
  async all({ kills, crashes }: { readonly kills: number; readonly crashes: number }): Promise<readonly string[]> {
    try {
      const working = Promise.all(this.scribes.map((scribe) => scribe.work()));
      for (let kill = 0; kill < kills; kill += 1) await this.killNode(kill);
      for (let crash = 0; crash < crashes; crash += 1) await this.crashPostgres();
      await this.settle();
      await working;
    } catch (error) {
      if (this.faults.length === 0) throw error;
      this.faults.push(String(error)); // it may well be stuck once something is lost
    } finally {
      await this.end();
    }
    return this.faults;
  }

  /** `kill -9` of one node while everybody writes. What its clients know is looked up before any of them can come back. */
  private async killNode(index: number): Promise<void> {
    const site = this.sites[index % NODES];
    if (!site) return;
    const its = this.scribes.filter((_, at) => at % NODES === index % NODES);
    await this.busy(its);
    site.proxy.target = null;
    await site.node.kill();
    await this.gone(its);
    this.count(its);
    const next = await this.spare;
    this.spare = NodeProcess.start(this.stage.url);
    await this.check(next);
    site.node = next;
    site.proxy.target = next.port;
    await this.back(its);
  }

  /** An immediate stop of PostgreSQL while everybody writes, and a start. Nobody comes back before what they know is looked up. */
  private async crashPostgres(): Promise<void> {
    await this.spare; // one that is just starting would end
    await this.busy(this.scribes);
    const stopped = this.postgres.crash();
    for (const { proxy } of this.sites) proxy.target = null;
    await stopped;
    await this.gone(this.scribes);
    this.count(this.scribes);
    await this.postgres.recover();
    const [first] = this.sites;
    if (first) await this.check(first.node);
    for (const { node, proxy } of this.sites) proxy.target = node.port;
    await this.back(this.scribes);
  }

  /** A number of further edits are acknowledged to each of them: so it is in the middle of writing. */
  private async busy(its: readonly Scribe[]): Promise<void> {
    const wanted = its.map(({ acknowledged }) => acknowledged.size + 5 + below(20, this.chance));
    await eventually(
      () => its.every(({ acknowledged }, at) => acknowledged.size >= (wanted[at] ?? 0)),
      () => `Nothing is acknowledged any more: ${its.map(({ acknowledged }) => acknowledged.size).join()}`,
    );
  }

  private count(its: readonly Scribe[]): void {
    if (its.some(({ unanswered }) => unanswered.length > 0)) this.interrupted += 1;
  }

  private gone(its: readonly Scribe[]): Promise<void> {
    return eventually(
      () => its.every(({ writer }) => !writer.provider.wsconnected),
      () => 'Somebody is still connected to a node that is not there',
    );
  }

  private back(its: readonly Scribe[]): Promise<void> {
    return eventually(
      () => its.every(({ writer }) => writer.provider.synced),
      () => 'Somebody does not come back',
    );
  }

  /** Everything that anybody was promised is so in the log, and in what somebody gets who comes for the first time. */
  private async check(node: NodeProcess): Promise<void> {
    for (const replay of this.replays) {
      const { text } = replay;
      const promised = promisedTo(this.in(text));
      await replay.read();
      const stranger = this.stage.writer(node, text, this.stage.secretary);
      await stranger.synced();
      this.note('the log', promised, replay);
      this.note('what a new client gets', promised, { text, doc: stranger.doc });
      stranger.leave();
    }
  }

  private note(where: string, promised: Promised, { text, doc }: { readonly text: TextId; readonly doc: Y.Doc }): void {
    this.faults.push(...broken(promised, this.in(text), exported(doc)).map((fault) => `${fault} ${where}`));
  }

  private in(text: TextId): Scribe[] {
    return this.scribes.filter(({ writer }) => writer.provider.roomname === text);
  }

  /** Nobody writes any more, and everything anybody ever did is everywhere. */
  private async settle(): Promise<void> {
    for (const scribe of this.scribes) scribe.rest();
    await eventually(
      () => this.scribes.every(({ unanswered }) => unanswered.length === 0),
      () => 'Something is never acknowledged',
    );
    for (const replay of this.replays) {
      const its = this.in(replay.text);
      await replay.read();
      await eventually(
        () => its.every(({ writer }) => differences('', writer.doc, replay.doc).length === 0),
        () => its.flatMap(({ writer, name }) => differences(name, writer.doc, replay.doc)).join('; '),
      );
      this.note('the log', promisedTo(its), replay);
    }
    this.faults.push(...this.scribes.flatMap(({ writer }) => [...writer.refused.values(), ...writer.refusedStep2]));
  }

  private async end(): Promise<void> {
    for (const scribe of this.scribes) scribe.rest();
    this.stage.leaveAll();
    await this.spare.then(
      (node) => node.kill(),
      () => undefined, // it never started
    );
    for (const { node, proxy } of this.sites) {
      await node.kill();
      await proxy.close();
    }
  }
}

function scribeOf(
  stage: Stage,
  site: Site | undefined,
  text: TextId | undefined,
  person: SignedIn,
  index: number,
): Scribe {
  if (!site || !text) throw new Error('There is nothing to write in');
  return new Scribe(stage.writer(site.proxy, text, person), `s${index}`);
}

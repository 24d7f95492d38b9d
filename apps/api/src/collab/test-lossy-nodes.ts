import { Rooms, type Bus } from '@enig/collab';
import { below, type Chance } from '@enig/collab/testing';
import { connectPool, TextLogStore, TextRights } from '@enig/data';
import type { TextId } from '@enig/kernel';
import { TextThreads } from '../threads/text-threads';

type Pool = ReturnType<typeof connectPool>;

/** What one node wants the others to hear. */
type News = (others: Rooms) => void;

/** Two nodes in this process on one PostgreSQL, whose news of each other are lost or late. For specs only. */
export class LossyNodes {
  readonly troubles: unknown[] = [];
  readonly rooms: readonly Rooms[];
  private readonly pools: readonly Pool[];
  private readonly threads = new TextThreads();
  private late: (() => void)[] = [];

  constructor(
    url: string,
    private readonly chance: Chance,
  ) {
    const names = ['one', 'other'];
    this.pools = names.map((applicationName) => connectPool({ url, applicationName }));
    this.rooms = this.pools.map((pool, index) => this.node(pool, names, index));
  }

  private node(pool: Pool, names: readonly string[], index: number): Rooms {
    const tell = (news: News) => this.tell(() => this.rooms.forEach((each, at) => void (at !== index && news(each))));
    const bus: Bus = {
      announce: (text, rows) => {
        // As told over the channel: sometimes without what stands there.
        const told = below(2, this.chance) === 0 ? rows : [];
        tell((others) => others.noticed(text, rows.at(-1)?.seq ?? 0, told));
      },
      presence: (text, entries) => tell((others) => others.presenceFrom(names[index] ?? '', text, entries)),
    };
    return new Rooms({
      ...{ log: new TextLogStore(pool), rights: new TextRights(pool), bus, now: Date.now },
      fold: this.threads.fold,
      after: (ms, act) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
      trouble: (error) => void this.troubles.push(error),
    });
  }

  /** A third is lost, a third comes at once, a third comes some time, in any order. */
  private tell(act: () => void): void {
    const roll = below(3, this.chance);
    if (roll === 0) act();
    if (roll === 1) this.late.splice(below(this.late.length + 1, this.chance), 0, act);
  }

  /** One piece of news that was late comes now. */
  news(): void {
    this.late.pop()?.();
  }

  /** Each node compares what it has with the log, as it does every second. */
  async look(): Promise<void> {
    await Promise.all(this.rooms.map((rooms) => rooms.look()));
  }

  /** The log of a text is folded, as when it has become long: who comes now gets the snapshot and what came after. */
  async fold(text: TextId): Promise<void> {
    const [pool] = this.pools;
    const log = pool && new TextLogStore(pool);
    const loaded = await log?.load(text);
    if (!log || !loaded) throw new Error('There is nothing to fold');
    const { snapshot, updates, seq } = loaded;
    await log.keepSnapshot(text, seq, await this.threads.fold([...(snapshot ? [snapshot.update] : []), ...updates]));
  }

  async close(): Promise<void> {
    await Promise.all(this.rooms.map((rooms) => rooms.shutDown()));
    await Promise.all(this.pools.map((pool) => pool.end()));
    await this.threads.close();
  }
}

import { below, oneOf, type Chance } from '@enig/collab/testing';
import type { TextId } from '@enig/kernel';
import * as Y from 'yjs';
import { act } from './test-deeds';
import { eventually } from './test-eventually';
import { Kept } from './test-kept';
import type { Node } from './test-node';
import { differences, Replay } from './test-replay';
import type { SignedIn, Stage } from './test-stage';
import type { Writer } from './test-writer';

const WRITERS = 6;
const READERS = 2;
const TEXTS = 2;
/** Frames a writer leaves unanswered before it waits. */
const AHEAD = 30;
/** A body whose people may read the texts and not write them. */
const ELSEWHERE = 'administration:0306';

/** Where a page is open, and by whom. */
interface Seat {
  readonly stage: Stage;
  readonly nodes: readonly Node[];
  readonly text: TextId;
  readonly who: SignedIn;
}

/** What a page did besides writing. */
type Doing = 'reloads' | 'timesAway' | 'undone';

/** One person and their page, which is loaded again now and then from what it has kept. */
class Page {
  writer: Writer;
  private kept: Kept;
  private undo: Y.UndoManager;
  private before = 0;
  /** What was refused, and why a connection was ended. */
  readonly trouble: string[] = [];
  readonly did: Record<Doing, number> = { reloads: 0, timesAway: 0, undone: 0 };
  /** How often undoing tore the text in the page. */
  torn = 0;

  constructor(
    private readonly seat: Seat,
    private readonly chance: Chance,
  ) {
    const doc = new Y.Doc();
    this.kept = new Kept(doc);
    this.writer = this.open(doc, chance);
    this.undo = undoOf(this.writer);
  }

  private open(doc: Y.Doc, chance: Chance): Writer {
    const { stage, nodes, text, who } = this.seat;
    return stage.writer(oneOf(nodes, chance), text, who, { doc });
  }

  get text(): TextId {
    return this.seat.text;
  }

  /** Update frames of this person that are committed, as the server says. */
  get acknowledged(): number {
    return this.before + this.writer.acknowledged;
  }

  async deed(chance: Chance): Promise<void> {
    const roll = chance();
    if (roll < 0.004) await this.reload(chance);
    else if (roll < 0.012) await this.away(1 + below(12, chance), chance);
    else if (roll < 0.03) this.change(chance);
    else act(this.writer.doc, chance);
    await this.until(() => this.writer.sent - this.writer.acknowledged - this.writer.refused.size < AHEAD);
  }

  /** What somebody does who only reads: the page is left open, comes back, and is loaded again. */
  async look(chance: Chance): Promise<void> {
    await (chance() < 0.5 ? this.reload(chance) : this.away(0, chance));
  }

  /** Resolves when the condition holds, or the server has ended it for good; and notes what was refused. */
  private async until(holds: () => boolean): Promise<void> {
    const endedBy = (): number => this.writer.closed?.code ?? 0;
    const isEnded = (): boolean => endedBy() >= 4_400 && endedBy() < 4_500;
    await this.writer.until(() => holds() || isEnded());
    const refused = [...this.writer.refused.values(), ...this.writer.refusedStep2];
    if (refused.length > 0 && isTornByYjs(this.writer.doc)) return this.startOver();
    this.trouble.push(...refused);
    if (isEnded()) this.trouble.push(`closed with ${endedBy()}`);
  }

  /** Something is done, taken back, and done again after all. */
  private change(chance: Chance): void {
    this.did.undone += 1;
    this.undo.clear();
    act(this.writer.doc, chance);
    this.undo.undo();
    if (chance() < 0.5) this.undo.redo();
  }

  /** The page is closed in the middle of everything, and opened with what it had kept; perhaps on another node. */
  private async reload(chance: Chance): Promise<void> {
    this.did.reloads += 1;
    this.before += this.writer.acknowledged;
    this.writer.leave();
    const { doc, kept } = this.kept.reopened(below(3, chance));
    this.kept = kept;
    this.writer = this.open(doc, chance);
    this.undo = undoOf(this.writer);
    await this.until(() => this.writer.provider.synced);
  }

  /**
   * Undoing and doing again, Yjs now and then writes an item that stands behind itself, so that the text in the page is
   * another than what it sends. There is no right answer to that, and its owner gets the saved text.
   */
  private async startOver(): Promise<void> {
    this.torn += 1;
    this.before += this.writer.acknowledged;
    this.writer.leave();
    const doc = new Y.Doc();
    this.kept = new Kept(doc);
    this.writer = this.open(doc, this.chance);
    this.undo = undoOf(this.writer);
    await this.writer.synced();
  }

  /** The network is gone while they write on. */
  private async away(deeds: number, chance: Chance): Promise<void> {
    this.did.timesAway += 1;
    this.before += this.writer.acknowledged;
    this.writer.provider.disconnect();
    this.writer.acknowledged = this.writer.sent = 0;
    for (let left = deeds; left > 0; left -= 1) act(this.writer.doc, chance);
    this.writer.provider.connect();
    if (deeds > 0) {
      // They go on before the server has asked for what they did meanwhile: it builds on what the server does not have.
      await this.until(() => this.writer.provider.wsconnected);
      act(this.writer.doc, chance);
    }
    await this.until(() => this.writer.provider.synced);
  }

  /** Everything is answered. */
  settled(): Promise<void> {
    return this.until(() => this.writer.acknowledged + this.writer.refused.size === this.writer.sent);
  }
}

/** Whether a text is another when it is written down and read again. */
function isTornByYjs(doc: Y.Doc): boolean {
  const again = new Y.Doc();
  again.transact(() => Y.applyUpdate(again, Y.encodeStateAsUpdate(doc)));
  return differences('', again, doc).length > 0;
}

function undoOf({ intro, title }: Writer): Y.UndoManager {
  return new Y.UndoManager([intro, title], { captureTimeout: 0 });
}

/** What honest people came to. */
export interface Honest {
  /** What was refused. */
  readonly faults: readonly string[];
  /** Update frames that are committed, as those were told who sent them. */
  readonly acknowledged: number;
  readonly did: Readonly<Record<Doing, number>>;
  /** How often undoing tore the text in a page, whose frames were then refused. */
  readonly torn: number;
}

/**
 * Stock clients write together over several nodes until so many of their update frames are committed, with reloads, time
 * offline and undoing, while others read. For specs only.
 *
 * @throws Error when it is not the same for everybody at the end.
 */
export async function honestTraffic(
  stage: Stage,
  nodes: readonly Node[],
  frames: number,
  chance: Chance,
): Promise<Honest> {
  const { texts } = await stage.agreement(TEXTS);
  const seats = await Promise.all(
    Array.from({ length: WRITERS + READERS }, async (_, index): Promise<Seat> => {
      const who = await stage.signIn(`Person ${index}`, index < WRITERS ? undefined : ELSEWHERE);
      return { stage, nodes, text: oneOf(texts.slice(index % TEXTS), () => 0), who };
    }),
  );
  const pages = seats.map((seat) => new Page(seat, chance));
  await Promise.all(pages.map(({ writer }) => writer.synced()));
  const acknowledged = (): number => pages.reduce((sum, page) => sum + page.acknowledged, 0);
  const goesOn = (): boolean => acknowledged() < frames && pages.every(({ trouble }) => trouble.length === 0);
  const writing = pages.slice(0, WRITERS).map(async (page) => {
    while (goesOn()) {
      await page.deed(chance);
      await new Promise((turn) => setImmediate(turn));
    }
  });
  const reading = pages.slice(WRITERS).map(async (page) => {
    const every = frames / 50;
    for (let next = every; goesOn(); next += every) {
      await eventually(
        () => !goesOn() || acknowledged() >= next,
        () => 'Nobody writes any more',
      );
      await page.look(chance);
    }
  });
  await Promise.all([...writing, ...reading]);
  await Promise.all(pages.map((page) => page.settled()));
  if (pages.every(({ trouble }) => trouble.length === 0)) await alike(stage, texts, pages);
  const total = (what: Doing) => pages.reduce((sum, { did }) => sum + did[what], 0);
  return {
    acknowledged: acknowledged(),
    did: { reloads: total('reloads'), timesAway: total('timesAway'), undone: total('undone') },
    faults: pages.flatMap(({ trouble }) => trouble),
    torn: pages.reduce((sum, { torn }) => sum + torn, 0),
  };
}

/** Resolves when every page has what is in the log. */
async function alike(stage: Stage, texts: readonly TextId[], pages: readonly Page[]): Promise<void> {
  for (const text of texts) {
    const replay = new Replay(stage.source, text);
    const its = pages.filter((page) => page.text === text);
    const look = () => its.flatMap(({ writer }, index) => differences(`client ${index}`, writer.doc, replay.doc));
    await eventually(
      async () => {
        await replay.read();
        return look().length === 0;
      },
      () => look().join('; '),
    );
  }
}

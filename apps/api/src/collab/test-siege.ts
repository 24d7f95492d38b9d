import { below, HANGS, oneOf, type Chance } from '@enig/collab/testing';
import type { AgreementId, TextId } from '@enig/kernel';
import * as Y from 'yjs';
import { eventually } from './test-eventually';
import { Attacker, updateMessage } from './test-hostile-socket';
import type { Node } from './test-node';
import { differences, Replay } from './test-replay';
import type { SignedIn, Stage } from './test-stage';
import type { Writer } from './test-writer';

const ATTACKERS = 4;
/** Hostile messages of one attacker before everything is looked at. */
const BATCH = 60;
/** Edits of one honest person meanwhile. */
const EDITS = 15;
/** The last updates that went between honest people, which an attacker has seen too. */
const OVERHEARD = 40;

/** Honest people and others in one text. For specs only. */
export class Siege {
  readonly attackers: readonly Attacker[];
  readonly overheard: Uint8Array[] = [];
  private readonly words: string[] = [];
  private readonly replay: Replay;

  private constructor(
    private readonly stage: Stage,
    private readonly node: Node,
    private readonly agreement: AgreementId,
    private readonly text: TextId,
    private readonly people: readonly SignedIn[],
    private readonly honest: readonly Writer[],
    private readonly chance: Chance,
  ) {
    this.attackers = people.slice(0, ATTACKERS).map((who) => new Attacker(node, text, who, chance));
    this.replay = new Replay(stage.source, text);
    honest[0]?.doc.on('update', (update: Uint8Array) => {
      this.overheard.push(update);
      if (this.overheard.length > OVERHEARD) this.overheard.shift();
    });
  }

  static async begin(stage: Stage, node: Node, chance: Chance): Promise<Siege> {
    const { id, texts } = await stage.agreement(1);
    const [text] = texts;
    if (!text) throw new Error('There is no text');
    const people = await Promise.all(
      Array.from({ length: ATTACKERS + 2 }, (_, index) => stage.signIn(`Person ${index}`)),
    );
    const honest = people.slice(ATTACKERS).map((who) => stage.writer(node, text, who));
    await Promise.all(honest.map((writer) => writer.synced()));
    return new Siege(stage, node, id, text, people, honest, chance);
  }

  /** Edits of honest people. */
  get said(): number {
    return this.words.length;
  }

  get sent(): number {
    return this.attackers.reduce((sum, { sent }) => sum + sent, 0);
  }

  /** Every code that closed a connection, and every code a frame was refused with. */
  get answers(): readonly (number | string)[] {
    return this.attackers.flatMap(({ closed, refused }) => [...closed.keys(), ...refused.keys()]);
  }

  /** One batch from every attacker while the honest ones write. @returns what is wrong afterwards. */
  async batch(): Promise<string[]> {
    const [one, other] = this.honest;
    if (!one || !other) return ['Nobody is honest'];
    const foreign = [one.doc.clientID, other.doc.clientID, 1];
    const known = new Y.Doc();
    Y.applyUpdate(known, Y.encodeStateAsUpdate(one.doc));
    const attacks = this.attackers.map((attacker) => attacker.attack(known, this.overheard, foreign, BATCH));
    await Promise.all([...attacks, ...this.honest.map((writer) => this.write(writer))]);
    const replayed = Array.from({ length: 50 }, () => oneOf(this.overheard, this.chance));
    await oneOf(this.attackers, this.chance).flood([...replayed, HANGS].map(updateMessage));
    for (const writer of this.honest) this.say(writer);
    return this.faults();
  }

  /** Each attacker sends without an end what the server has. @returns what is wrong afterwards. */
  async rush(): Promise<string[]> {
    const message = updateMessage(oneOf(this.overheard, this.chance));
    await Promise.all([
      ...this.attackers.map((attacker) => attacker.rush(message)),
      ...this.honest.map((writer) => this.write(writer)),
    ]);
    return this.faults();
  }

  /** One attacker comes with more connections than anybody has use for. @returns what is wrong afterwards. */
  async crowd(): Promise<string[]> {
    await Promise.all([oneOf(this.attackers, this.chance).crowd(), ...this.honest.map((writer) => this.write(writer))]);
    return this.faults();
  }

  /**
   * What is left of it is frozen as any text is. To delete a title is nobody's crime, and a text without one is not frozen
   * (AG-3): then an honest person writes it.
   *
   * @returns the hash of the version.
   */
  async freeze(): Promise<string> {
    const [writer] = this.honest;
    if (writer && `${writer.title}`.trim() === '') {
      writer.title.insert(0, 'Titlen igen');
      await answered(writer);
    }
    return (await this.stage.freeze(this.agreement)).hash;
  }

  private async write(writer: Writer): Promise<void> {
    for (let edits = 0; edits < EDITS; edits += 1) {
      this.say(writer);
      await answered(writer);
    }
  }

  private say(writer: Writer): void {
    const words = `«${this.words.length}»`;
    this.words.push(words);
    writer.say(words, below(writer.intro.length + 1, this.chance));
  }

  /** Whether honest people still write, what they wrote is there, and the text can be read and written down. */
  private async faults(): Promise<string[]> {
    await Promise.all(this.honest.map(answered));
    const newcomer = this.stage.writer(this.node, this.text, this.people[0] ?? null);
    await eventually(
      () => newcomer.provider.synced,
      () => 'Nobody can open the text any more',
    );
    const everybody = [...this.honest, newcomer];
    await eventually(
      async () => {
        const { doc } = await this.replay.read();
        return everybody.every((writer) => differences('', writer.doc, doc).length === 0);
      },
      () => everybody.flatMap((writer) => differences('a client', writer.doc, this.replay.doc)).join('; '),
    );
    newcomer.leave();
    const written = said(this.replay.doc);
    return [
      ...this.words.filter((words) => !written.includes(words)).map((words) => `${words} is lost`),
      ...this.honest.flatMap(({ refused, closed }) => [
        ...refused.values(),
        ...(closed ? [`closed ${closed.code}`] : []),
      ]),
      ...this.reload(),
    ];
  }

  /** Written down and read again it is the same. */
  private reload(): string[] {
    const again = new Y.Doc();
    again.transact(() => Y.applyUpdate(again, Y.encodeStateAsUpdate(this.replay.doc)));
    return differences('read again', again, this.replay.doc);
  }
}

/** Resolves when everything an honest person has sent is answered. */
function answered(writer: Writer): Promise<void> {
  return eventually(
    () => writer.provider.synced && writer.acknowledged + writer.refused.size === writer.sent,
    () => 'An honest edit is never answered',
  );
}

/** All that was ever said in a text, also what has been taken away since: to delete is nobody's crime. */
function said(doc: Y.Doc): string {
  const structs = [...doc.store.clients.values()].flat();
  return structs
    .map((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : ''))
    .join('');
}

import { brandId, type PersonId } from '@enig/kernel';
import { emptyJson, seedUpdate, toJson, type TextKind } from '@enig/text';
import * as Y from 'yjs';
import { Gate } from './gate';
import { chanceFrom, oneOf, type Chance } from './test-chance';
import { changeItems, changeRemarks, Writer } from './test-writers';

/** A server of one text, as far as the gate goes: what it passes is committed some frames later. */
class Server {
  readonly doc = new Y.Doc();
  private readonly gate: Gate;
  private readonly owners = new Map<number, PersonId>();
  readonly refused: string[] = [];
  frames = 0;
  /** How many frames Yjs had torn. */
  torn = 0;

  constructor(readonly kind: TextKind) {
    this.gate = new Gate(kind);
    this.commit(seedUpdate(emptyJson(kind, ['f-1']), 1));
  }

  commit(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
  }

  receive(update: Uint8Array, from: Client): void {
    const judged = this.gate.judge(update, { doc: this.doc, waiting: from.waiting, owners: this.owners }, from.who);
    this.frames += 1;
    if (judged.kind === 'refused') this.refuse(judged.code, from);
    if (judged.kind === 'gap') this.refused.push('gap');
    if (judged.kind !== 'new') return;
    for (const client of judged.claims) this.owners.set(client, from.who);
    for (const [client, end] of judged.reaches) from.waiting.set(client, end);
    from.flying.push(judged.update);
  }

  /**
   * Undoing twice, Yjs now and then writes an item that stands behind itself; then the page says something else when it
   * is loaded again. There is no right answer to that, and its owner gets the saved text.
   */
  private refuse(code: string, from: Client): void {
    if (code !== 'CO-21-UNSOUND' || !from.isTornByYjs()) return void this.refused.push(code);
    from.mustStartOver = true;
    this.torn += 1;
  }
}

/** One person at one page. */
class Client {
  readonly waiting = new Map<number, number>();
  readonly flying: Uint8Array[] = [];
  readonly who: PersonId;
  isOnline = true;
  mustStartOver = false;
  writer: Writer;
  doc: Y.Doc;

  constructor(
    name: string,
    readonly server: Server,
    readonly chance: Chance,
  ) {
    this.who = brandId<PersonId>(name);
    this.doc = this.open(Y.encodeStateAsUpdate(server.doc));
    this.writer = new Writer(this.doc, chance, rootOf(server.kind));
  }

  private open(state: Uint8Array): Y.Doc {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    doc.clientID = Math.floor(this.chance() * 2 ** 32);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this.server && this.isOnline) this.server.receive(update, this);
    });
    return doc;
  }

  /** Whether its text is another when it is written down and read again. */
  isTornByYjs(): boolean {
    const again = new Y.Doc();
    Y.applyUpdate(again, Y.encodeStateAsUpdate(this.doc));
    const [one, other] = [this.doc, again].map((doc) => JSON.stringify(toJson(this.server.kind, doc)));
    return one !== other;
  }

  /** Gives up what is not saved. */
  private startOver(): void {
    this.mustStartOver = false;
    this.land();
    this.writer.leave();
    this.doc = this.open(Y.encodeStateAsUpdate(this.server.doc));
    this.writer = new Writer(this.doc, this.chance, rootOf(this.server.kind));
  }

  step(): void {
    if (this.mustStartOver) this.startOver();
    const roll = this.chance();
    if (roll < 0.6) this.act();
    else if (roll < 0.75) this.change();
    else if (roll < 0.85) this.land();
    else if (roll < 0.92 && this.isOnline) this.hear();
    else if (roll < 0.95) this.isOnline = false;
    else if (roll < 0.99) this.comeBack();
    else this.reload();
  }

  private change(): void {
    const change = this.server.kind === 'focus-area' ? changeItems : changeRemarks;
    change(this.doc, this.chance);
  }

  /** Now and then the editor stumbles over what it is told to do; then people load the page again. */
  private act(): void {
    try {
      this.writer.act();
    } catch {
      this.reload();
    }
  }

  /** Answers a step 1. */
  comeBack(): void {
    this.isOnline = true;
    this.server.receive(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.server.doc)), this);
  }

  /** The page again, from what the browser keeps: everybody's words, under a new client id. */
  private reload(): void {
    const kept = Y.encodeStateAsUpdate(this.doc);
    this.writer.leave();
    this.doc = this.open(kept);
    this.writer = new Writer(this.doc, this.chance, rootOf(this.server.kind));
    this.comeBack();
  }

  private hear(): void {
    try {
      Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.server.doc, Y.encodeStateVector(this.doc)), this.server);
    } catch {
      this.reload(); // it stumbles over what others write as well
    }
  }

  /** What is on its way arrives in the log. */
  land(): void {
    for (const update of this.flying) this.server.commit(update);
    this.flying.length = 0;
    this.waiting.clear();
  }
}

function rootOf(kind: TextKind): string {
  return kind === 'focus-area' ? 'intro' : 'general';
}

/**
 * Three people write in one focus area or response, on and off line, with pages that are loaded again; for specs only, in a document
 * object model.
 *
 * @returns the codes of what the gate refused, how many frames there were, and how many of them Yjs had torn.
 */
export function writeTogether(
  seed: number,
  steps: number,
  kind: 'focus-area' | 'hearing-response' = 'focus-area',
): Pick<Server, 'refused' | 'frames' | 'torn'> {
  const chance = chanceFrom(seed);
  const server = new Server(kind);
  const clients = ['anna', 'bo', 'carl'].map((name) => new Client(name, server, chance));
  for (let done = 0; done < steps; done += 1) oneOf(clients, chance).step();
  for (const client of clients) {
    client.comeBack();
    client.land();
    client.writer.leave();
  }
  toJson(kind, server.doc);
  return server;
}

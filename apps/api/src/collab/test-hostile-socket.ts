import { below, dearUpdates, HANGS, hostileMessages, joined, oneOf, type Chance } from '@enig/collab/testing';
import type { TextId } from '@enig/kernel';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { act } from './test-deeds';
import { eventually } from './test-eventually';
import type { Node } from './test-node';
import type { SignedIn } from './test-stage';

/** A message longer than any may be, in bytes. */
const OVERSIZED = 1_048_577;
/** Letters of a paragraph that costs the server more than its length says. */
const DEAR_LETTERS = 300;
/** Frames of a flood that are sent before anybody looks whether the connection is still there. */
const WAVE = 1_000;
/** Most frames of a flood, where a machine is too slow to be too fast for itself. */
const MOST = 30_000;
/** What a connection may send (CO-23), in frames. */
const ALLOWED = { atOnce: 5_000, perSecond: 500 } as const;
/** One connection more than a person may have to a node (CO-23). */
const CROWD = 257;

/** Somebody with every right to write who sends what breaks things, over real sockets. For specs only. */
export class Attacker {
  /** How often each close code came. */
  readonly closed = new Map<number, number>();
  /** Refused frames, by code. */
  readonly refused = new Map<string, number>();
  /** Messages the server has read, or closed the connection on; those of floods are not counted. */
  sent = 0;
  private socket: WebSocket | null = null;

  constructor(
    private readonly node: Pick<Node, 'url'>,
    private readonly text: TextId,
    private readonly who: Pick<SignedIn, 'cookie'>,
    private readonly chance: Chance,
  ) {}

  /** Sends so many messages made of what others sent and of what this one could have; of each known kind one. */
  async attack(
    known: Y.Doc,
    overheard: readonly Uint8Array[],
    foreign: readonly number[],
    many: number,
  ): Promise<void> {
    const corpus = [...this.own(known), ...overheard];
    const hostile = hostileMessages(corpus, below(2 ** 31, this.chance), foreign);
    const dear = dearUpdates(below(2 ** 31, this.chance), DEAR_LETTERS, this.chance);
    const named = [...ofEachKind(corpus, this.chance), ...dear.map(updateMessage)];
    for (const message of named) await this.send(message);
    for (let sent = named.length; sent < many; sent += 1) {
      const roll = this.chance();
      if (roll < 0.002) await this.send(new Uint8Array(OVERSIZED));
      else if (roll < 0.004) await this.send('words, not bytes');
      else if (roll < 0.03) await this.send(strange(this.chance));
      else await this.send(hostile.next().value ?? new Uint8Array());
    }
    await this.leave();
  }

  /** Honest updates nobody has seen yet, on top of what is there. */
  private own(known: Y.Doc): Uint8Array[] {
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(known));
    const updates: Uint8Array[] = [];
    page.on('update', (update: Uint8Array) => void updates.push(update));
    for (let deeds = 0; deeds < 6; deeds += 1) act(page, this.chance);
    return updates;
  }

  /** Sends messages on a connection that has not said what it knows, nor waited for anything. */
  async flood(messages: readonly Uint8Array[]): Promise<void> {
    await this.leave();
    const socket = this.open();
    await opened(socket);
    for (const message of messages) socket.send(message);
    await read(socket);
    await this.leave();
  }

  /**
   * The same without an end, until the server has had enough; or, on a machine too slow to be too fast for it, for a while.
   */
  async rush(message: Uint8Array): Promise<void> {
    await this.leave();
    const socket = this.open();
    await opened(socket);
    const began = performance.now();
    for (let sent = 0; socket.readyState === WebSocket.OPEN && sent < MOST; sent += WAVE) {
      const allowed = ALLOWED.atOnce + (ALLOWED.perSecond * (performance.now() - began)) / 1_000;
      if (sent > allowed + WAVE) throw new Error(`Nothing stopped ${sent} messages where ${allowed} are allowed`);
      for (let more = 0; more < WAVE; more += 1) socket.send(message);
      await read(socket);
    }
    await this.leave();
  }

  /** Comes through so many doors at once that one is closed. No machine is too slow for that, as it may be for a flood. */
  async crowd(): Promise<void> {
    await this.leave();
    const sockets = Array.from({ length: CROWD }, () => this.open());
    await Promise.all(sockets.map(opened));
    await eventually(
      () => sockets.some(({ readyState }) => readyState === WebSocket.CLOSED),
      () => `All ${CROWD} connections of one person are left open`,
    );
    await Promise.all(sockets.map(left));
    this.socket = null;
  }

  private async send(message: Uint8Array | string): Promise<void> {
    if (this.socket?.readyState !== WebSocket.OPEN) {
      this.socket = this.open();
      await opened(this.socket);
    }
    this.socket.send(message);
    this.sent += 1;
    await read(this.socket);
  }

  private open(): WebSocket {
    const socket = new WebSocket(`${this.node.url}/collab/${this.text}?ack=1`, {
      headers: { cookie: this.who.cookie },
      perMessageDeflate: false,
    });
    this.socket = socket;
    socket.on('close', (code) => count(this.closed, code));
    socket.on('error', () => undefined); // it is closed then
    socket.on('message', (data: Buffer) => {
      if (data[0] !== 102) return;
      const { code, frames }: { code: string; frames: readonly number[] } = JSON.parse(
        data.subarray(data.indexOf('{')).toString(),
      );
      frames.forEach(() => count(this.refused, code));
    });
    return socket;
  }

  private async leave(): Promise<void> {
    const { socket } = this;
    this.socket = null;
    if (socket) await left(socket);
  }
}

/** Resolves when a connection is closed, whoever closed it. */
async function left(socket: WebSocket): Promise<void> {
  if (socket.readyState === WebSocket.CLOSED) return;
  const gone = new Promise((done) => socket.once('close', done));
  socket.close();
  await gone;
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((done) => {
    socket.once('open', () => done());
    socket.once('close', () => done());
  });
}

/** Resolves when the server has read everything that was sent, or closed. */
async function read(socket: WebSocket): Promise<void> {
  if (socket.readyState !== WebSocket.OPEN) return;
  await new Promise<void>((done) => {
    const end = (): void => {
      socket.off('pong', end).off('close', end);
      done();
    };
    socket.on('pong', end).on('close', end);
    socket.ping();
  });
}

/** One of each kind that has broken something somewhere, so that none is left to chance. */
function ofEachKind(honest: readonly Uint8Array[], chance: Chance): Uint8Array[] {
  const [one, other] = [oneOf(honest, chance), oneOf(honest, chance)];
  const [middle, place] = [below(one.length - 1, chance) + 1, below(other.length, chance)];
  const spliced = joined(one.subarray(0, middle), other.subarray(place));
  return [HANGS, Y.convertUpdateFormatV1ToV2(one), one.subarray(0, middle), spliced, MILLION].map(updateMessage);
}

/** A million clients, of whom as many as a message holds are really there. */
const MILLION = encoding.encode((encoder) => {
  encoding.writeVarUint(encoder, 1_000_000);
  for (let client = 1; encoding.length(encoder) < OVERSIZED - 100; client += 1)
    for (const number of [1, client * 7919, 0, 0, 1]) encoding.writeVarUint(encoder, number);
  encoding.writeVarUint(encoder, 0);
});

/** An update as a client sends it. */
export function updateMessage(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** Messages of kinds there are not, state vectors and presence of nobody. */
function strange(chance: Chance): Uint8Array {
  const noise = Uint8Array.from({ length: below(200, chance) }, () => below(256, chance));
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, oneOf([0, 1, 1, 2, 3, 4, 100, 101, 102, 2 ** 31], chance));
    if (chance() < 0.3) encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint8Array(encoder, noise);
  });
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

import type { Identity, Rooms } from '@enig/collab';
import { below, chanceFrom, oneOf, type Chance } from '@enig/collab/testing';
import type { TextId } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import * as Y from 'yjs';
import { act } from './test-deeds';
import { eventually } from './test-eventually';
import type { LossyNodes } from './test-lossy-nodes';
import { asItComes, differences, Replay } from './test-replay';
import { WireClient } from './test-wire-client';

const STEPS = 150;
/** How many rounds everybody gets to become one when the network is whole again; some ten are enough. */
const ROUNDS = 2_000;

/** What a run came to. */
export interface Converged {
  /** Updates in the log at the end. */
  readonly updates: number;
  /** What was refused, or was not the same everywhere. */
  readonly faults: readonly string[];
}

/**
 * People write one text over two nodes and a network that breaks off, reorders between people, and loses what is under
 * way, while the log is folded now and then; then it is whole again. The log's replay must be what each node has in memory, what every client has, and what
 * is exported. For specs only.
 */
export async function converge(
  source: DataSource,
  nodes: LossyNodes,
  text: TextId,
  people: readonly Identity[],
  seed: number,
): Promise<Converged> {
  const chance = chanceFrom(seed);
  const clients = people.map((who) => new WireClient(text, who));
  for (let step = 0; step < STEPS; step += 1) {
    once(oneOf(clients, chance), nodes, chance);
    if (step % 10 === 0) await turn();
    if (step % 50 === 49) await nodes.look();
    if (step % 50 === 24 && chance() < 0.5) await nodes.fold(text);
  }
  await heal(clients, nodes, chance).catch((error: unknown) => {
    throw new Error(`Seed ${seed}: ${String(error)}`);
  });
  const replay = await new Replay(source, text).read();
  const { doc: log, head } = replay;
  const held = await Promise.all(nodes.rooms.map((rooms) => memoryOf(rooms, text, people[0])));
  const faults = [
    ...clients.flatMap(({ refused }) => refused),
    ...clients.flatMap(({ doc }, index) => differences(`client ${index}`, doc, log)),
    ...held.flatMap((doc, index) => differences(`memory ${index}`, doc, log)),
    ...(await replay.exportFaults()),
  ];
  for (const client of clients) client.disconnect();
  return { updates: head, faults };
}

function once(client: WireClient, nodes: LossyNodes, chance: Chance): void {
  const roll = chance();
  if (!client.isConnected && roll < 0.1) client.connect(oneOf(nodes.rooms, chance));
  else if (roll < 0.03) client.disconnect();
  else if (roll < 0.04) client.reload();
  else if (roll < 0.1) nodes.news();
  else if (roll < 0.65)
    for (let many = below(6, chance); many >= 0; many -= 1) client.deliver(oneOf(['up', 'down'], chance));
  else act(client.doc, chance);
}

/** Everybody is connected, and everything gets through. */
async function heal(clients: readonly WireClient[], nodes: LossyNodes, chance: Chance): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const client of clients) {
      if (!client.isConnected) client.connect(oneOf(nodes.rooms, chance));
      for (let many = 0; many < 20; many += 1) client.exchange();
    }
    await nodes.look();
    await turn();
    const [first, ...others] = clients;
    const isOne = first && others.every(({ doc }) => Y.equalSnapshots(Y.snapshot(first.doc), Y.snapshot(doc)));
    if (isOne && clients.every(({ isSettled }) => isSettled)) return;
    if (clients.some(({ refused }) => refused.length > 0)) return;
  }
  const [first, ...others] = clients.map(({ doc }) => doc);
  const left = others.flatMap((doc, index) => (first ? differences(`client ${index + 1}`, doc, first) : []));
  throw new Error(`They do not become one: ${left.join('; ')}`);
}

/** Some state vector that is not that of an empty document, and knows nothing. */
const NOTHING = Y.encodeStateVector(new Map([[1, 0]]));

/** What a node has in memory: what it answers a client that says it has a part. */
async function memoryOf(rooms: Rooms, text: TextId, who: Identity | undefined): Promise<Y.Doc> {
  if (!who) throw new Error('Nobody asks');
  const client = new WireClient(text, who);
  asItComes(client.doc);
  client.connect(rooms, NOTHING);
  const exchange = (): boolean => {
    for (let many = 0; many < 20; many += 1) client.exchange();
    return client.isSettled;
  };
  await eventually(exchange, () => 'A node does not say what it has');
  client.disconnect();
  return client.doc;
}

function turn(): Promise<void> {
  return new Promise((next) => setImmediate(next));
}

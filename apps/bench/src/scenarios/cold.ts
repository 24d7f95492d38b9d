import { Client } from '../client';
import { writeHistory, type History } from '../history';
import { Meter } from '../meter';
import type { ServerProcess } from '../server-process';
import { textIdOf, type System } from '../systems';
import { Whole } from '../whole';
import type { Figures, Scenario, Stage } from './scenario';

const EDITS = 260_000;
const CLIENTS = 50;
/** Longest wait in ms for Enig to fold the history, as it would have done while it was written. */
const FOLD_WITHIN = 60_000;
/** How long in ms nothing may come before a client is taken to have everything it gets. */
const QUIET = 1_500;

interface Prepared {
  readonly history: History;
  readonly whole: Whole;
  readonly names: Map<string, string>;
}

let prepared: Prepared | null = null;

/** Fifty clients open a text with a long history on a server that has just been started. */
export const cold: Scenario = {
  name: 'cold',
  systems: ['hocuspocus', 'enig'],
  run: async (system, stage) => {
    prepared ??= prepare(stage);
    const { history, whole, names } = prepared;
    const name = names.get(system.name) ?? (await layIn(system, stage, history));
    names.set(system.name, name);
    const server = await system.start();
    try {
      const meter = new Meter([server], stage.cluster);
      const opened = await openAtOnce({ system, server, name, whole, meter });
      return { ...opened, folded: await system.foldedUpTo(name) };
    } finally {
      await server.stop();
    }
  },
};

function prepare({ quick }: Stage): Prepared {
  const history = writeHistory(quick ? EDITS / 10 : EDITS);
  return { history, whole: new Whole(history.whole), names: new Map() };
}

/** Lays the history into what the system stores. Enig's log gets every edit, and the server is given time to fold it. */
async function layIn(system: System, stage: Stage, { edits, authors, whole }: History): Promise<string> {
  if (system.name !== 'enig') return (await system.keep([whole]))[0] ?? '';
  stage.say(`  ${edits.length} edits into the log …`);
  const [text] = await stage.house.add([null]);
  const name = text?.id ?? '';
  const known = new Set<number>();
  for (let from = 0; from < edits.length;) {
    const author = edits[from]?.author ?? 0;
    const next = edits.findIndex((edit, index) => index > from && edit.author !== author);
    const to = next === -1 ? edits.length : next;
    const claims = known.has(author) ? [] : [authors[author] ?? 0];
    known.add(author);
    const updates = edits.slice(from, to).map(({ update }) => update);
    await stage.house.write(textIdOf(name), 1 + author, updates, claims);
    from = to;
  }
  await letFold(system, name);
  return name;
}

async function letFold(system: System, name: string): Promise<void> {
  const server = await system.start();
  const client = new Client(system.entrance(server, name, 0), {});
  await client.ready;
  const until = performance.now() + FOLD_WITHIN;
  while (performance.now() < until && (await system.foldedUpTo(name)) === 0)
    await new Promise((next) => setTimeout(next, 500));
  client.leave();
  await client.gone;
  await server.stop();
}

interface Received {
  readonly at: number;
  readonly update: Uint8Array;
}

interface Opening {
  readonly system: System;
  readonly server: ServerProcess;
  readonly name: string;
  readonly whole: Whole;
  readonly meter: Meter;
}

/** `allSynced`: ms from the first connection until the last client had the whole text; Infinity if one never had. */
async function openAtOnce({ system, server, name, whole, meter }: Opening): Promise<Figures> {
  const received = Array.from({ length: CLIENTS }, (): Received[] => []);
  meter.onWindow('opens');
  const began = performance.now();
  const clients = received.map((heard, number) => {
    return new Client(system.entrance(server, name, number), { sync: (update, at) => heard.push({ update, at }) });
  });
  await Promise.all(clients.map(({ ready }) => ready));
  await quiet(received);
  meter.onWindow('closes');
  const ends = received.map((heard) => wholeAt(heard, whole));
  for (const client of clients) client.leave();
  await Promise.all(clients.map(({ gone }) => gone));
  return { allSynced: Math.max(...ends) - began, others: meter.core.others };
}

async function quiet(received: readonly Received[][]): Promise<void> {
  const last = () => Math.max(...received.flatMap((heard) => heard.map(({ at }) => at)));
  while (performance.now() - last() < QUIET) await new Promise((next) => setTimeout(next, 100));
}

/** When a client had the whole text. */
function wholeAt(received: readonly Received[], whole: Whole): number {
  const count = whole.after(received.map(({ update }) => update));
  return (count === null ? undefined : received[count - 1]?.at) ?? Number.POSITIVE_INFINITY;
}

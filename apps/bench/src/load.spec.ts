import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { Client } from './client';
import { bare } from './dialects';
import { Load, type Outcome, type Writer } from './load';
import { Typist } from './typing';

const PACE = { editsPerSecond: 100, warmUp: 200, window: 500, presence: true };

/** A relay that may lose messages or say them twice; `passes` is asked for each message to each peer. */
async function withRelay<Value>(
  passes: (nth: number) => number,
  act: (port: number) => Promise<Value>,
): Promise<Value> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  let nth = 0;
  server.on('connection', (client) =>
    client.on('message', (message) => {
      for (const other of server.clients)
        if (other !== client && other.readyState === WebSocket.OPEN)
          for (let times = passes((nth += 1)); times > 0; times -= 1) other.send(message);
    }),
  );
  await new Promise((done) => server.once('listening', done));
  try {
    return await act((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

async function typeOver(port: number, counts?: (from: number, to: number) => boolean): Promise<Outcome> {
  const load = new Load(3, PACE, 40, counts);
  const clients = [0, 1, 2].map(
    (number) =>
      new Client({ port, path: '/', cookie: null, dialect: bare }, { tag: (tag, at) => load.heard(number, tag, at) }),
  );
  await Promise.all(clients.map(({ ready }) => ready));
  const writers = clients.slice(0, 2).map((client, number): Writer => {
    return { client, number, dialect: bare, typist: new Typist(7 + number, { client: 1, clock: 0 }) };
  });
  const edges: string[] = [];
  const outcome = await load.run(writers, (edge) => edges.push(edge));
  for (const client of clients) client.leave();
  await Promise.all(clients.map(({ gone }) => gone));
  expect(edges).toEqual(['opens', 'closes']);
  expect(load.nextTag).toBe(40 + 20 + 50);
  return outcome;
}

describe('a load', () => {
  it('times each edit of the window at every other client, once', async () => {
    const { edits, latencies, undelivered } = await withRelay(
      () => 2,
      (port) => typeOver(port),
    );
    expect([edits, latencies.count, undelivered]).toEqual([50, 100, 0]);
    expect(latencies.percentile(0.5)).toBeLessThan(1_000);
  });

  it('counts what never comes', async () => {
    // Each edit and each caret goes to two peers; of four messages one is lost, which is now an edit, now a caret.
    const { latencies, undelivered } = await withRelay(
      (nth) => (nth % 4 === 1 ? 0 : 1),
      (port) => typeOver(port),
    );
    expect(undelivered).toBeGreaterThan(0);
    expect(latencies.count + undelivered).toBe(100);
  });

  it('counts only the deliveries that are asked for', async () => {
    const { latencies } = await withRelay(
      () => 1,
      (port) => typeOver(port, (_from, to) => to === 2),
    );
    expect(latencies.count).toBe(50);
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bus, connect, connectPool, PeopleStore, TextLogStore, TextRights } from '@enig/data';
import { sessionCookieFor, tokenFrom } from '../core/cookies';
import { isForeign } from '../core/origin';
import { attachCollaboration, type Collaboration } from './collaboration';
import { Door } from './door';

/** One process's worth of the server: a socket, a bus and pools of its own. */
export interface Node {
  /** As `ws://127.0.0.1:49152`. */
  readonly url: string;
  readonly port: number;
  readonly collaboration: Collaboration;
  readonly troubles: unknown[];
  close(): Promise<void>;
}

/** The collaboration socket as the api starts it, on a port of its own. */
export async function startNode(url: string): Promise<Node> {
  const troubles: unknown[] = [];
  const trouble = (error: unknown): void => void troubles.push(error);
  const source = await connect({ url, applicationName: 'spec-node' });
  const pool = connectPool({ url, applicationName: 'spec-node' });
  const bus = await Bus.open({ url, applicationName: 'spec-node', trouble });
  const server = createServer();
  const port = await listening(server);
  const publicUrl = `http://localhost:${port}`;
  const people = new PeopleStore(source);
  const door = new Door((tokens) => people.sessionsOf(tokens));
  const collaboration = attachCollaboration(server, {
    ...{ log: new TextLogStore(pool), rights: new TextRights(pool), bus, trouble },
    isForeign: (headers) => isForeign(headers, publicUrl),
    identify: async (request) => {
      const token = tokenFrom(request.headers.cookie, sessionCookieFor(publicUrl));
      return token === null ? null : door.identify(token);
    },
  });
  let closing: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await collaboration.close();
    await bus.close();
    await pool.end();
    await source.destroy();
    await new Promise((done) => server.close(done));
  };
  return { url: `ws://127.0.0.1:${port}`, port, collaboration, troubles, close: () => (closing ??= stop()) };
}

function listening(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}

import { connect, loadReference, migrate, seedDemo, type Database } from '@enig/data';
import { createTestDatabase, type TestTemplate } from '@enig/data/testing';
import { instantOf, localDateAt } from '@enig/kernel';
import type { Type } from '@nestjs/common';
import { createClient, type Client, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Config } from './config';
import type { Works } from './jobs/work';
import { startServer, type RunningServer } from './server';

/** For specs only: the whole server over real HTTP, on a free port, with a database of its own that has the demo in it. */
export interface TestApp {
  readonly url: string;
  /** How the app itself connects: as `enig_app`. */
  readonly source: Database;
  /** Past all rights, to set what no one may set, as a deadline that is over. */
  readonly owner: Database;
  /** Every line the server has logged. */
  readonly logged: readonly string[];
  /** A browser, signed in as a demo person. */
  signIn(persona: string): Promise<TestBrowser>;
  /** A browser that nobody has signed in with. */
  readonly anybody: TestBrowser;
  /** How the owner of its database connects. */
  readonly databaseUrl: string;
  /** One more process's worth of the server, on the same database; stopped by the spec. */
  another(changed: Partial<typeof settings>, works?: readonly Works[]): Promise<RunningServer>;
  close(): Promise<void>;
}

/** What GraphQL answered. `data` is as it came: a spec says what it expects of it. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly {
    readonly message: string;
    readonly code: string;
    readonly path?: readonly (string | number)[];
  }[];
}

/** A browser with its cookie. */
export interface TestBrowser {
  readonly cookie: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A query or a mutation over HTTP. `Data` is what the spec expects to get. */
  gql<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** The same operation on a socket, until its first answer. */
  overSocket<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** A subscription; what it hears comes from `next()`, which waits. */
  subscribe<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Subscription<Data>;
}

/** A subscription under way. */
export interface Subscription<Data> {
  /** The next answer; throws what the server refused with, or that it has ended. */
  next(): Promise<Answer<Data>>;
  stop(): Promise<void>;
}

const seeded: TestTemplate = {
  name: 'the demo',
  build: async (url) => {
    await migrate(url);
    const source = await connect({ url, applicationName: 'spec' });
    await loadReference(source);
    await seedDemo(source, localDateAt(instantOf(new Date())));
    // What the story of the demo told people is told: a spec begins with an empty outbox.
    await source.query('UPDATE letter SET sent_at = clock_timestamp()');
    await source.query('UPDATE timer SET fired_at = clock_timestamp() WHERE due_at <= clock_timestamp()');
    await source.destroy();
  },
};

const settings: Omit<Config, 'databaseUrl' | 'dataDir'> = {
  port: 0,
  host: '127.0.0.1',
  services: ['api', 'collab', 'worker'],
  publicUrl: undefined,
  demo: true,
  smtp: undefined,
  contact: null,
  trustProxy: 0,
  limits: { signIn: 0, graphql: 0 },
  eraseDraftsAfterDays: 30,
};

/** Starts it. The demo is made once per run and copied. */
export async function startTestApp(
  changed: Partial<typeof settings> = {},
  slices: readonly Type[] = [],
  works?: readonly Works[],
): Promise<TestApp> {
  const database = await createTestDatabase(seeded);
  const logged: string[] = [];
  const start = (config: typeof settings, given?: readonly Works[]): Promise<RunningServer> =>
    startServer({
      ...{ config, databaseUrl: database.url, webDir: null, slices },
      ...(given ? { works: given } : {}),
      say: () => undefined,
      log: (line) => logged.push(line),
    });
  const server = await start({ ...settings, ...changed }, works);
  const owner = await connect({ url: database.url, applicationName: 'spec', asOwner: true });
  const { url, source } = server;
  return {
    ...{ url, source, owner, logged, databaseUrl: database.url },
    another: (more, given) => start({ ...settings, ...changed, ...more }, given),
    anybody: browser(url, ''),
    signIn: async (persona) => browser(url, await cookieOf(url, persona)),
    close: async () => {
      await server.stop();
      await owner.destroy();
      await database.drop();
    },
  };
}

async function cookieOf(url: string, persona: string): Promise<string> {
  const response = await fetch(`${url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!response.ok) throw new Error(`Nobody signed in as ${persona}: ${response.status}`);
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

function browser(url: string, cookie: string): TestBrowser {
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    return fetch(`${url}${path}`, { redirect: 'manual', ...init, headers });
  };
  const subscribe = <Data>(query: string, variables: Record<string, unknown> = {}): Subscription<Data> => {
    const client = socketClient(url, cookie);
    const answers = client.iterate({ query, variables } satisfies SubscribePayload);
    return {
      next: async () => {
        const { value, done } = await answers.next();
        if (done) throw new Error('The subscription has ended');
        return answerOf<Data>(value);
      },
      stop: async () => {
        await answers.return?.();
        await client.dispose();
      },
    };
  };
  return {
    cookie,
    fetch: ask,
    subscribe,
    gql: async <Data>(query: string, variables: Record<string, unknown> = {}) => {
      const body = JSON.stringify({ query, variables });
      const response = await ask('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return answerOf<Data>(await response.json());
    },
    overSocket: async <Data>(query: string, variables: Record<string, unknown> = {}) => {
      const once = subscribe<Data>(query, variables);
      try {
        return await once.next();
      } catch (error) {
        return { data: undefined as Data, errors: errorsIn(error) };
      } finally {
        await once.stop();
      }
    },
  };
}

function socketClient(url: string, cookie: string): Client {
  class WithCookie extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { cookie } });
    }
  }
  return createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WithCookie, retryAttempts: 0 });
}

interface RawAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
    readonly path?: readonly (string | number)[];
  }[];
}

function answerOf<Data>(raw: unknown): Answer<Data> {
  const { data, errors } = raw as RawAnswer;
  return { data: data as Data, errors: (errors ?? []).map(flatError) };
}

function flatError({ message, extensions, path }: NonNullable<RawAnswer['errors']>[number]) {
  return { message, code: extensions?.code ?? '', ...(path ? { path } : {}) };
}

/** The client throws the list of errors itself, or the event the socket closed with. */
function errorsIn(error: unknown): Answer<unknown>['errors'] {
  if (Array.isArray(error)) return error.map(flatError);
  const reason =
    typeof error === 'object' && error !== null && 'reason' in error ? String(error.reason) : String(error);
  return [{ message: reason, code: 'SOCKET_CLOSED' }];
}

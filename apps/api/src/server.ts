import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Rooms } from '@enig/collab';
import {
  Bus,
  checkDurability,
  connect,
  connectPool,
  loadReference,
  migrate,
  PeopleStore,
  seedDemo,
  TextLogStore,
  TextRights,
  watchRights,
  type Database,
} from '@enig/data';
import { instantOf, localDateAt } from '@enig/kernel';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppModule } from './app.module';
import { attachCollaboration } from './collab/collaboration';
import { Door } from './collab/door';
import type { Config } from './config';
import { Changes } from './core/changes';
import { sessionCookieFor, tokenFrom } from './core/cookies';
import type { Ground } from './core/core.module';
import { GraphqlSocket } from './core/graphql-socket';
import { Installation } from './core/installation';
import { createLog } from './core/log';
import { Metrics } from './core/metrics';
import { isForeign } from './core/origin';
import { Presence } from './core/presence';
import { refuseOtherUpgrades } from './core/upgrades';
import { startErasing } from './erasing/erasing';
import { prepareHttp } from './http';
import { startWorking } from './jobs/working';
import type { Works } from './jobs/work';
import { DocumentThreads } from './threads/document-threads';
import { TextThreads } from './threads/text-threads';

/** What a server is started with. */
export interface ServerOptions {
  readonly config: Omit<Config, 'databaseUrl' | 'dataDir'>;
  /** How the owner of the tables connects. */
  readonly databaseUrl: string;
  /** The built web app; null where only the API is wanted. */
  readonly webDir: string | null;
  /** Takes one Danish line at a time about what is being done. */
  readonly say: (line: string) => void;
  /** Slices beside our own; a spec brings one. */
  readonly slices?: readonly Type[];
  /** What workers do, in the place of what ours do; a spec brings it. */
  readonly works?: readonly Works[];
  /** Takes one line of the log at a time. */
  readonly log: (line: string) => void;
}

/** A running server. */
export interface RunningServer {
  /** Where it listens, as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly source: Database;
  /** Takes no more, lets what is under way finish, and lets go of everything. Can be called twice. */
  stop(): Promise<void>;
}

/** How often it is looked whether anybody's rights have changed without this node having heard of it. */
const LOOK_AT_RIGHTS_MS = 1_000;

/** What is undone when the server stops, last things first. */
type Undo = (step: () => unknown) => void;

/**
 * Starts everything in order: the schema, the reference data, the demo where it is on, then what this process serves.
 *
 * @throws NotDurable when the database could forget what it has confirmed.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const steps: (() => unknown)[] = [];
  const undo: Undo = (step) => void steps.push(step);
  const stop = async (): Promise<void> => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  try {
    const source = await openDatabase(options, undo);
    const ground = await layGround(options, source, undo);
    const app = await openApp(options, ground, undo);
    const { host, port, publicUrl, services } = options.config;
    await app.listen(port, host);
    const url = urlOf(app.getHttpServer());
    if (port === 0 && publicUrl === undefined) ground.installation.foundPort(Number(new URL(url).port));
    // Letters name the address, so they wait until it is known.
    if (services.includes('worker')) startWork(options, ground, undo);
    return { url, source, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openDatabase({ config, databaseUrl, say }: ServerOptions, undo: Undo): Promise<Database> {
  const run = await migrate(databaseUrl);
  if (run.length > 0) say('Databasens tabeller er lagt an');
  const source = await connect({ url: databaseUrl, applicationName: 'enig' });
  undo(() => source.destroy());
  await checkDurability(source);
  await loadReference(source);
  if (config.demo && (await seedDemo(source, localDateAt(instantOf(new Date())))))
    say('Demoens personer og aftaler er lagt ind');
  return source;
}

async function layGround(options: ServerOptions, source: Database, undo: Undo): Promise<Ground> {
  const { config, databaseUrl, log } = options;
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const { demo, contact } = config;
  const installation = new Installation(publicUrl, sessionCookieFor(publicUrl), demo, createLog(log), contact);
  const trouble = (error: unknown): void => installation.log.error('bus.trouble', error);
  const bus = await Bus.open({ url: databaseUrl, applicationName: 'enig-bus', trouble });
  undo(() => bus.close());
  const metrics = new Metrics();
  undo(() => metrics.stop());
  const changes = new Changes();
  undo(bus.listen(changes.hear));
  metrics.gauge('enig_watching', () => changes.listening);
  const threads = new TextThreads();
  undo(() => threads.close());
  const documents = new DocumentThreads();
  undo(() => documents.close());
  return { source, installation, bus, changes, metrics, threads, documents };
}

async function openApp(options: ServerOptions, ground: Ground, undo: Undo): Promise<NestExpressApplication> {
  const serves = { api: options.config.services.includes('api'), collab: options.config.services.includes('collab') };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(ground, serves, options.slices), {
    ...{ logger: false, abortOnError: false, bodyParser: false },
  });
  undo(() => app.close());
  const { limits, trustProxy } = options.config;
  prepareHttp(app, { ...ground, limits, trustProxy, webDir: serves.api ? options.webDir : null });
  await app.init();
  const server: Server = app.getHttpServer();
  const door = doorOf(server);
  undo(door.emptied);
  if (serves.api) {
    const socket = app.get(GraphqlSocket);
    socket.attach(server);
    undo(() => socket.close());
  }
  if (serves.collab) openRooms(options, ground, app, undo);
  refuseOtherUpgrades(server, (path) => {
    return (serves.api && path === '/graphql') || (serves.collab && path.startsWith('/collab/'));
  });
  undo(door.shut);
  return app;
}

/** The rooms have connections of their own, so that what is typed does not wait for what is asked. */
function openRooms(
  { databaseUrl }: ServerOptions,
  { bus, installation, metrics }: Ground,
  app: NestExpressApplication,
  undo: Undo,
): void {
  const pool = connectPool({ url: databaseUrl, applicationName: 'enig-rooms' });
  undo(() => pool.end());
  const rights = new TextRights(pool);
  const trouble = (error: unknown): void => installation.log.error('rooms.trouble', error);
  const people = app.get(PeopleStore);
  const door = new Door((tokens) => people.sessionsOf(tokens));
  const { rooms, close } = attachCollaboration(app.getHttpServer(), {
    log: new TextLogStore(pool),
    rights,
    bus,
    identify: async (request) => {
      const token = tokenFrom(request.headers.cookie, installation.cookie);
      return token === null ? null : door.identify(token);
    },
    isForeign: (headers) => isForeign(headers, installation.publicUrl),
    trouble,
  });
  undo(close);
  undo(watchRights({ rights, every: LOOK_AT_RIGHTS_MS, changed: () => rooms.reconsider({}), trouble }));
  app.get(Presence).answeredBy((text) => rooms.writersIn(text));
  measure(metrics, rooms);
}

function measure(metrics: Metrics, rooms: Rooms): void {
  metrics.gauge('enig_collaboration_sockets', () => rooms.size.sessions);
  metrics.gauge('enig_open_texts', () => rooms.size.texts);
  metrics.gauge('enig_held_texts', () => rooms.size.held);
  metrics.total('enig_collaboration_commits_total', () => rooms.counts.commits);
  metrics.total('enig_collaboration_edits_total', () => rooms.counts.edits);
  metrics.total('enig_collaboration_edit_bytes_total', () => rooms.counts.bytes);
  metrics.total('enig_collaboration_refused_total', () => rooms.counts.refused);
  metrics.total('enig_collaboration_too_fast_total', () => rooms.counts.tooFast);
  metrics.total('enig_collaboration_cut_off_total', () => rooms.counts.cutOff);
  metrics.total('enig_collaboration_judged_again_total', () => rooms.counts.stale);
}

/** What is done by itself. Several processes may: each kind of work sees to it that one of them does it. */
function startWork({ config, works }: ServerOptions, ground: Ground, undo: Undo): void {
  const { source, installation, threads } = ground;
  const trouble = (error: unknown): void => installation.log.error('erasing.trouble', error);
  undo(startErasing({ source, fold: threads.fold, days: config.eraseDraftsAfterDays, trouble }));
  undo(startWorking(ground, { smtp: config.smtp, isKept: config.demo }, works));
}

function urlOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/**
 * First nobody new comes in (`shut`), then the sockets are told to leave, and then everybody is out (`emptied`): those
 * who merely keep a connection open are not waited for.
 */
function doorOf(server: Server): { shut: () => void; emptied: () => Promise<void> } {
  let closed: Promise<void> = Promise.resolve();
  return {
    shut: () => {
      if (server.listening) closed = new Promise((done) => server.close(() => done()));
    },
    emptied: async () => {
      server.closeIdleConnections();
      const impatient = setTimeout(() => server.closeAllConnections(), 5_000);
      await closed;
      clearTimeout(impatient);
    },
  };
}

import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { closeCodes, MAX_MESSAGE, Rooms, type CloseCode, type Identity, type Rights, type TextLog } from '@enig/collab';
import type { Bus, Heard } from '@enig/data';
import { brandId, type PersonId, type TextId } from '@enig/kernel';
import { SCHEMA_VERSION } from '@enig/text';
import { WebSocketServer } from 'ws';
import { refuseUpgrade } from '../core/upgrades';
import { bytesOf, CollaborationSocket, SocketConnection } from './socket';
import { Turns } from './turns';
import { TextThreads } from '../threads/text-threads';

/** Where texts are opened: `/collab/<textId>`. */
const PATH = '/collab/';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** In ms: how often a dead socket is looked for, a lost notification, and a right that ended without anybody's act. */
const EVERY = { ping: 20_000, look: 1_000, rights: 60_000 } as const;
/** Longest wait in ms for clients to take their leave when the server stops. */
const LEAVE_WITHIN = 2_000;

/** What the collaboration socket stands on. */
export interface CollaborationGround {
  readonly log: TextLog;
  readonly rights: Rights;
  readonly bus: Bus;
  /** Who sent a request, by its session cookie; null when nobody is signed in. */
  readonly identify: (request: IncomingMessage) => Promise<Identity | null>;
  /** Whether another site's page sent the request; one without an origin is no page's. */
  readonly isForeign: (headers: IncomingHttpHeaders) => boolean;
  /** Hears of failures; those they touched have been told to come again. */
  readonly trouble: (error: unknown) => void;
}

/** The running socket. */
export interface Collaboration {
  readonly rooms: Rooms;
  /** Commits what was received, sends everybody elsewhere (4503) and lets go of the server. */
  close(): Promise<void>;
}

/** Takes the upgrades to `/collab/<textId>`; other paths are somebody else's. */
export function attachCollaboration(server: Server, ground: CollaborationGround): Collaboration {
  const { log, rights, bus, trouble } = ground;
  const threads = new TextThreads();
  const turns = new Turns();
  const rooms = new Rooms({
    ...{ log, rights, trouble, now: Date.now, after, fold: threads.fold },
    bus: {
      announce: (text, rows) => bus.announceRows(text, rows.at(-1)?.seq ?? 0, rows),
      presence: (text, entries) => bus.presence(text, entries),
    },
  });
  const sockets = new WebSocketServer({
    ...{ noServer: true, perMessageDeflate: false, maxPayload: MAX_MESSAGE, WebSocket: CollaborationSocket },
    allowSynchronousEvents: false, // one message of a connection per turn, so that a flood of one is no stall for others
    autoPong: false, // a ping is answered in its turn: who gets the answer knows that what came before was heard
  });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (!request.url?.startsWith(PATH)) return;
    admit(ground, request, socket)
      .then((verdict) => {
        if (verdict === null || socket.destroyed) return;
        sockets.handleUpgrade(request, socket, head, (client) => welcome({ rooms, turns }, client, socket, verdict));
      })
      .catch((error: unknown) => {
        trouble(error);
        refuseUpgrade(socket, '503 Service Unavailable');
      });
  };
  server.on('upgrade', upgrade);
  const letGo = [hear(bus, rooms, trouble), keepTime(rooms, sockets, trouble), () => server.off('upgrade', upgrade)];
  return {
    rooms,
    close: async () => {
      for (const stop of letGo) stop();
      await rooms.shutDown();
      await emptied(sockets);
      await threads.close();
    },
  };
}

function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

/** What is done with a socket: it joins a text, or is told why not in a way a browser can see. */
type Verdict =
  | { readonly text: TextId; readonly who: Identity; readonly acknowledges: boolean }
  | { readonly code: CloseCode; readonly reason: string };

/**
 * Origin, sign-in (the one the page was opened with, where it says so), schema version and text, in this order (CO-15).
 *
 * @returns null when it was refused outright.
 */
async function admit(ground: CollaborationGround, request: IncomingMessage, socket: Duplex): Promise<Verdict | null> {
  socket.on('error', () => socket.destroy()); // the client left while we were asking
  if (ground.isForeign(request.headers)) {
    refuseUpgrade(socket, '403 Forbidden');
    return null;
  }
  const who = await ground.identify(request);
  if (!who) return { code: closeCodes.signedOut, reason: 'Not signed in' };
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  // A page that somebody else has signed in over must not send its words under the new cookie.
  if ((searchParams.get('as') ?? who.person) !== who.person)
    return { code: closeCodes.signedOut, reason: 'Somebody else is signed in' };
  const id = pathname.slice(PATH.length);
  const refused = judgeVersion(searchParams.get('v'));
  if (refused) return refused;
  if (!UUID.test(id)) return { code: closeCodes.noSuchText, reason: 'No such text' };
  return { text: brandId<TextId>(id), who, acknowledges: searchParams.get('ack') === '1' };
}

function judgeVersion(given: string | null): Verdict | null {
  if (given === null) return null;
  if (!/^\d{1,9}$/.test(given)) return { code: closeCodes.malformed, reason: 'v is a whole number' };
  if (Number(given) < SCHEMA_VERSION) return { code: closeCodes.oldSchema, reason: 'Reload: the schema is newer' };
  return Number(given) > SCHEMA_VERSION ? { code: closeCodes.tryAgain, reason: 'This node is older' } : null;
}

function welcome(
  { rooms, turns }: { readonly rooms: Rooms; readonly turns: Turns },
  client: CollaborationSocket,
  stream: Duplex,
  verdict: Verdict,
): void {
  const connection = new SocketConnection(client, stream);
  if ('code' in verdict) return connection.close(verdict.code, verdict.reason);
  const session = rooms.connect(verdict.text, verdict.who, connection, verdict.acknowledges);
  client.on('message', (data, isBinary) => {
    const message = bytesOf(data, isBinary);
    if (message) turns.take(() => session.receive(message), client);
    else turns.take(() => session.close(closeCodes.malformed, 'Messages are binary'), client);
  });
  client.on('ping', (data) => turns.take(() => client.pong(data), client));
  const end = () => turns.take(() => session.end(), client); // after what was received before
  client.on('error', end); // ws closes the socket itself, with the code that fits
  client.on('close', end);
}

/** What other nodes and the stores tell. @returns how to stop. */
function hear(bus: Bus, rooms: Rooms, trouble: (error: unknown) => void): () => void {
  const stopListening = bus.listen((heard) => act(rooms, heard));
  const stopWaiting = bus.onReconnect(() => {
    rooms.look().catch(trouble);
    rooms.reconsider({});
  });
  return () => {
    stopListening();
    stopWaiting();
  };
}

function act(rooms: Rooms, heard: Heard): void {
  switch (heard.topic) {
    case 'text':
      if (heard.seq === undefined) return rooms.reconsider({ text: brandId<TextId>(heard.id) });
      return rooms.noticed(brandId<TextId>(heard.id), heard.seq, heard.rows);
    case 'rights':
      return rooms.reconsider({ person: brandId<PersonId>(heard.id) });
    case 'agreement':
      return rooms.reconsider({}); // who is a party of it decides who reads its texts
    case 'round':
      return; // closes texts, and tells of each
    case 'job':
      return; // makes papers; no text waits for one
    case 'presence':
      return rooms.presenceFrom(heard.node, heard.id, heard.entries);
    case 'hello':
      return rooms.nodeCame();
    case 'bye':
      return rooms.nodeGone(heard.id);
  }
}

/** @returns how to stop. */
function keepTime(rooms: Rooms, sockets: WebSocketServer, trouble: (error: unknown) => void): () => void {
  const silent = new WeakSet<object>();
  const ping = setInterval(() => {
    rooms.keepAlive();
    for (const client of sockets.clients) {
      if (silent.has(client)) client.terminate();
      silent.add(client);
      client.once('pong', () => silent.delete(client));
      client.ping();
    }
  }, EVERY.ping);
  const look = setInterval(() => {
    rooms.tidy();
    rooms.look().catch(trouble);
  }, EVERY.look);
  const rights = setInterval(() => rooms.reconsider({}), EVERY.rights);
  return () => [ping, look, rights].forEach(clearInterval);
}

async function emptied(sockets: WebSocketServer): Promise<void> {
  const clients = [...sockets.clients];
  const left = Promise.all(clients.map((client) => new Promise<void>((done) => client.once('close', () => done()))));
  const cut = setTimeout(() => clients.forEach((client) => client.terminate()), LEAVE_WITHIN);
  await left;
  clearTimeout(cut);
  sockets.close();
}

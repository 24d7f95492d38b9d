/** @jest-environment node */
import { once } from 'node:events';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import { TextServer } from '../../testing/text-server';
import { Collaboration } from './collaboration';
import type { CollaborationSnapshot } from './snapshot';

let server: TextServer;
const opened: Collaboration[] = [];

function open(mayEdit = true, page?: EventTarget): Collaboration {
  const url = `ws://127.0.0.1:${server.port}/collab`;
  const Socket = NodeSocket as unknown as typeof WebSocket;
  const collaboration = new Collaboration('text-1', { url, mayEdit, name: 'Mette', Socket, page });
  opened.push(collaboration);
  return collaboration;
}

/** Resolves as soon as the snapshot is so. */
function until(collaboration: Collaboration, isSo: (snapshot: CollaborationSnapshot) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!isSo(collaboration.snapshot)) return;
      stop();
      resolve();
    };
    const stop = collaboration.subscribe(check);
    check();
  });
}

const becomes = (collaboration: Collaboration, kind: CollaborationSnapshot['state']['kind']) =>
  until(collaboration, ({ state }) => state.kind === kind);

/** Resolves once the server has answered something sent after everything before: no later word of it can be missing. */
async function roundTrip(collaboration: Collaboration): Promise<void> {
  const socket = collaboration.provider.ws as unknown as NodeSocket;
  socket.ping();
  await once(socket, 'pong');
}

beforeEach(async () => {
  server = await TextServer.start();
});

afterEach(async () => {
  for (const collaboration of opened.splice(0)) collaboration.destroy();
  await server.stop();
});

describe('CO-10 "Gemt" tells the truth', () => {
  it('asks for acknowledgements in the present schema', async () => {
    const mette = open();
    await becomes(mette, 'synced');
    expect(server.paths).toEqual(['/collab/text-1?v=1&ack=1']);
  });

  it('is saved once the server has committed', async () => {
    const mette = open();
    await becomes(mette, 'synced');
    mette.doc.getText('title').insert(0, 'Autisme');
    expect(mette.snapshot).toMatchObject({ state: { kind: 'saving' }, hasUnsaved: true });
    await becomes(mette, 'saved');
    expect(server.doc.getText('title').toString()).toBe('Autisme');
    expect(mette.snapshot.hasUnsaved).toBe(false);
  });

  it('is not saved while acknowledgements are withheld, also for a deletion', async () => {
    const mette = open();
    await becomes(mette, 'synced');
    mette.doc.getText('title').insert(0, 'Autisme');
    await becomes(mette, 'saved');
    server.commits = false;
    mette.doc.getText('title').delete(0, 3);
    await roundTrip(mette);
    expect(mette.snapshot.hasUnsaved).toBe(true);
    server.catchUp();
    await becomes(mette, 'saved');
    expect(server.doc.getText('title').toString()).toBe('isme');
  });

  it('says since when nothing is saved without a connection, and saves when it is back', async () => {
    const mette = open();
    await becomes(mette, 'synced');
    const { port } = server;
    await server.stop();
    await becomes(mette, 'offline');
    const before = Date.now();
    mette.doc.getText('title').insert(0, 'Skrevet i toget');
    const { state } = mette.snapshot;
    expect(state.kind === 'unsaved' && state.since >= before).toBe(true);
    server = await TextServer.start(port);
    await becomes(mette, 'saved');
    expect(server.doc.getText('title').toString()).toBe('Skrevet i toget');
  });

  it('says at once that nothing is saved when the browser is offline, while the socket still seems open', async () => {
    const page = new EventTarget();
    const mette = open(true, page);
    await becomes(mette, 'synced');
    server.commits = false;
    mette.doc.getText('title').insert(0, 'Skrevet i tunnelen');
    expect(mette.snapshot.state.kind).toBe('saving');
    page.dispatchEvent(new Event('offline'));
    expect(mette.snapshot.state.kind).toBe('unsaved');
    mette.doc.getText('title').insert(0, '!');
    expect(mette.snapshot.state.kind).toBe('unsaved');
    page.dispatchEvent(new Event('online'));
    expect(mette.snapshot.state.kind).toBe('saving');
    page.dispatchEvent(new Event('offline'));
    server.catchUp();
    await becomes(mette, 'saved');
    expect(server.doc.getText('title').toString()).toBe('!Skrevet i tunnelen');
  });

  it('is offline with nothing unsaved, and stays so until the text is here again', async () => {
    const page = new EventTarget();
    const mette = open(true, page);
    await becomes(mette, 'synced');
    page.dispatchEvent(new Event('offline'));
    expect(mette.snapshot.state.kind).toBe('offline');
    const { port } = server;
    await server.stop();
    page.dispatchEvent(new Event('online'));
    if (mette.provider.wsconnected) await once(mette.provider.ws as unknown as NodeSocket, 'close');
    expect(mette.snapshot.state.kind).toBe('offline');
    server = await TextServer.start(port);
    await becomes(mette, 'synced');
  });

  it('sends again what was on its way when the connection was lost', async () => {
    const mette = open();
    await becomes(mette, 'synced');
    mette.doc.getText('title').insert(0, '!');
    await becomes(mette, 'saved');
    server.commits = false;
    mette.doc.getText('title').insert(0, 'Lost once');
    await roundTrip(mette);
    const { port } = server;
    await server.stop();
    await becomes(mette, 'unsaved');
    server = await TextServer.start(port);
    await becomes(mette, 'saved');
    expect(server.doc.getText('title').toString()).toBe('Lost once!');
    mette.doc.getText('title').insert(0, 'Not ');
    await becomes(mette, 'saved');
    expect(server.doc.getText('title').toString()).toBe('Not Lost once!');
  });
});

describe('CO-6 a closed text keeps nobody’s words', () => {
  it('becomes read-only with the reason', async () => {
    const mette = open();
    await becomes(mette, 'synced');
    server.say(101, { mode: 'read', reason: 'deciding' });
    await becomes(mette, 'readOnly');
    expect(mette.snapshot).toMatchObject({ state: { reason: 'deciding' }, mayWrite: false });
    server.say(101, { mode: 'edit', reason: null });
    await becomes(mette, 'synced');
    expect(mette.snapshot.mayWrite).toBe(true);
  });

  it('keeps the words of a refused frame to be copied, whole paragraphs of them', async () => {
    const mette = open();
    await becomes(mette, 'synced');
    const title = mette.doc.getText('title');
    title.insert(0, 'Borgere');
    await becomes(mette, 'saved');
    server.commits = false;
    title.insert(7, ' med autisme');
    server.say(102, { code: 'CO-6-CLOSED', frames: [2] });
    await becomes(mette, 'refused');
    expect(mette.snapshot).toMatchObject({ mayWrite: false, hasUnsaved: true, state: { code: 'CO-6-CLOSED' } });
    expect(mette.unsaved().words).toBe('Borgere med autisme');
  });

  it('has no words to copy when they were taken out again', async () => {
    const mette = open();
    await becomes(mette, 'synced');
    server.commits = false;
    mette.doc.getText('title').insert(0, 'Fejl');
    mette.doc.getText('title').delete(0, 4);
    expect(mette.unsaved().words).toBe('');
  });
});

describe('a closed connection', () => {
  it.each([
    [4401, 'signedOut'],
    [4403, 'noRight'],
    [4409, 'oldSchema'],
    [4429, 'tooFast'],
  ] as const)('%i stops with its reason', async (code, reason) => {
    const mette = open();
    await becomes(mette, 'synced');
    server.close(code);
    await becomes(mette, 'closed');
    expect(mette.snapshot.state).toEqual({ kind: 'closed', reason });
    expect(mette.provider.shouldConnect).toBe(false);
  });

  it.each([4500, 4503])('%i comes back', async (code) => {
    const mette = open();
    await becomes(mette, 'synced');
    server.close(code);
    await becomes(mette, 'offline');
    await becomes(mette, 'synced');
    expect(server.paths).toHaveLength(2);
  });
});

describe('leaving a page', () => {
  it('sees words on their way home before it ends', async () => {
    const mette = open();
    await becomes(mette, 'synced');
    server.commits = false;
    mette.doc.getText('title').insert(0, 'Sidste ord');
    await roundTrip(mette);
    mette.leave();
    const ended = once(mette.provider.ws as unknown as NodeSocket, 'close');
    server.catchUp();
    await ended;
    expect(server.doc.getText('title').toString()).toBe('Sidste ord');
  });
});

describe('what others write', () => {
  it('is told with what changed, and is nothing of ours to save', async () => {
    const mette = open();
    await becomes(mette, 'synced');
    const title = mette.doc.getText('title');
    const bo = new Y.Doc();
    bo.getText('title').insert(0, 'Bo');
    const heard = new Promise((resolve) => mette.onRemoteEdit(resolve));
    server.push(Y.encodeStateAsUpdate(bo));
    expect(await heard).toEqual({ names: [], changed: [title] });
    expect(mette.snapshot).toMatchObject({ hasUnsaved: false, state: { kind: 'synced' } });
  });
});

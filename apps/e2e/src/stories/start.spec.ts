import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareAgreement } from '../acts/preparing';
import { signIn } from '../program';
import { launch, startServer, type Server } from '../server';

/* What `npm start` promises once everything is built. */

let server: Server;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.stop();
});

/** The processes on this machine that work on a folder. */
function processesOn(folder: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(folder));
}

async function titles(): Promise<string[]> {
  const { ask } = await signIn(server.url, 'sekretariat');
  const { agreements } = await ask<{ agreements: { title: string }[] }>('{ agreements { title } }');
  return agreements.map(({ title }) => title).sort();
}

describe('starting and stopping', () => {
  let before: string[];

  it('a first start makes the database, lays the demo in and says where it is', async () => {
    expect(server.said).toContain(server.url);
    expect(server.said).toContain('Demoens personer og aftaler er lagt ind');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect((await titles()).length).toBeGreaterThan(0);
  });

  it('SIGTERM ends it with 0, and no PostgreSQL of ours is left', async () => {
    await prepareAgreement(await signIn(server.url, 'sekretariat'), { title: 'Skrevet før genstart', areas: [] });
    before = await titles();
    expect(processesOn(server.dataDir).length).toBeGreaterThan(0);
    expect(await server.end('SIGTERM')).toBe(0);
    expect(processesOn(server.dataDir)).toEqual([]);
  });

  it('a second start uses the data there is', async () => {
    await server.restart();
    expect(server.said).not.toContain('Demoens personer og aftaler er lagt ind');
    expect(await titles()).toEqual(before);
  });

  it('starts again after kill -9, with everything there', async () => {
    await server.kill();
    await server.restart();
    expect(await titles()).toEqual(before);
  });

  it('a port that is taken is said in one sentence, with what to do', async () => {
    const { port } = new URL(server.url);
    const folder = mkdtempSync(join(tmpdir(), 'enig-e2e-'));
    const second = launch({ DATA_DIR: folder, PORT: port });
    expect(await second.answer).toBeNull();
    expect(await second.ended('SIGKILL')).toBe(1);
    expect(second.said.trim()).toBe(
      `Port ${port} er optaget af et andet program. Vælg en anden, for eksempel: PORT=${Number(port) + 1} npm start`,
    );
    rmSync(folder, { recursive: true });
  });

  it('a folder that another Enig works in is said so', async () => {
    const second = launch({ DATA_DIR: server.dataDir, PORT: '0' });
    expect(await second.answer).toBeNull();
    expect(await second.ended('SIGKILL')).toBe(1);
    expect(second.said).toContain('bruges allerede af et andet Enig');
    expect(second.said).not.toContain(' at ');
  });

  it('Ctrl-C ends it with 0 as well', async () => {
    expect(await server.end('SIGINT')).toBe(0);
    expect(processesOn(server.dataDir)).toEqual([]);
  });
});

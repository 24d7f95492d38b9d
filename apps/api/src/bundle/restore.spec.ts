import { join } from 'node:path';
import { appendAct, connect, FileStore, migrate, type Actor, type Database } from '@enig/data';
import { createTestDatabase } from '@enig/data/testing';
import { brandId, type AgreementId } from '@enig/kernel';
import { eventually } from '../collab/test-eventually';
import { startTestApp, type TestApp } from '../test-app';
import { runNode } from './test-bundle';
import { Dump } from './test-dump';

const AUDIT = join(__dirname, '../../tools/audit-verify.mjs');

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.close());

/** Somebody who acts on every agreement without a pause. */
class Load {
  private isOver = false;
  private readonly running: Promise<unknown>;
  /** How many acts were committed. */
  done = 0;

  constructor(
    private readonly source: Database,
    agreements: readonly AgreementId[],
    actor: Actor,
  ) {
    this.running = Promise.all(agreements.flatMap((id) => [this.act(id, actor), this.act(id, actor)]));
  }

  private async act(agreement: AgreementId, actor: Actor): Promise<void> {
    const files = new FileStore(this.source);
    for (let turn = 0; !this.isOver; turn += 1) {
      const { sha256 } = await files.add(Buffer.from(`${agreement} ${turn}`), 'text/plain', actor.person);
      const act = { agreement, ...actor, kind: 'note', facts: { sha256, turn } };
      await this.source.transaction((manager) => appendAct(manager, act));
      this.done += 1;
    }
  }

  /** Waits until it has done so much more. */
  async goesOn(): Promise<void> {
    const so = this.done;
    await eventually(
      () => this.done >= so + 20,
      () => 'Nothing is done',
    );
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }
}

describe('LO-5 a dump taken under load', () => {
  it('LO-5 restored gives the same rows, table by table, and a log that verifies and goes on', async () => {
    const { owner, source } = app;
    const rows = await owner.query<{ id: string }[]>('SELECT id FROM agreement ORDER BY id');
    const agreements = rows.map(({ id }) => brandId<AgreementId>(id));
    const [actor] = await owner.query<Actor[]>(
      `SELECT p.id AS person, s.body, s.kind AS capacity FROM person p JOIN seat s ON s.person = p.id WHERE p.persona = 'sekretariat'`,
    );
    if (!actor) throw new Error('There is no secretariat');
    const load = new Load(source, agreements, actor);
    await load.goesOn();
    const dump = await Dump.of(owner, () => load.goesOn());
    await load.goesOn();
    await load.stop();

    const database = await createTestDatabase();
    try {
      await migrate(database.url);
      const restored = await dump.restoreTo(database.url);
      expect(restored.size).toBeGreaterThan(40);
      expect([...restored]).toEqual([...dump.hashes]);
      const [acts] = await owner.query<{ count: string }[]>('SELECT count(*) FROM act');
      const dumped = Number(dump.hashes.get('act')?.split(':')[0]);
      expect(dumped).toBeGreaterThan(40);
      expect(dumped).toBeLessThan(Number(acts?.count));

      const said = await runNode(AUDIT, [], { DATABASE_URL: database.url });
      expect([said.code, said.out]).toEqual([0, expect.stringContaining(`${dumped} handlinger`)]);

      const next = await connect({ url: database.url, applicationName: 'spec' });
      const act = { agreement: agreements[0] ?? brandId<AgreementId>(''), ...actor, kind: 'note', facts: {} };
      await next.transaction((manager) => appendAct(manager, act));
      await next.destroy();
      expect((await runNode(AUDIT, [], { DATABASE_URL: database.url })).out).toContain(`${dumped + 1} handlinger`);
    } finally {
      dump.clear();
      await database.drop();
    }
  }, 180_000);
});

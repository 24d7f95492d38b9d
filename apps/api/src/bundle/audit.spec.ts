import { join } from 'node:path';
import { migrate } from '@enig/data';
import { createTestDatabase } from '@enig/data/testing';
import { startTestApp, type TestApp } from '../test-app';
import { runNode, type Said } from './test-bundle';

const AUDIT = join(__dirname, '../../tools/audit-verify.mjs');
/** Who did it, where somebody writes a row by hand: the first decision's recorder, a moment nobody acted at. */
const SOMEBODY = `'2027-01-01T00:00:00Z', d.person, d.recorded_for, d.capacity FROM decision d`;

let app: TestApp;
let agreement: string;

beforeAll(async () => {
  app = await startTestApp();
  const [row] = await app.owner.query<{ id: string }[]>(
    `SELECT id FROM agreement WHERE title LIKE '%(til godkendelse)%'`,
  );
  agreement = row?.id ?? '';
}, 120_000);

afterAll(() => app.close());

function audit(): Promise<Said> {
  return runNode(AUDIT, [], { DATABASE_URL: app.databaseUrl });
}

/** Does something to the database as its owner, asks the audit, and puts everything back. */
async function after(does: string, putBack: string, tables: readonly string[]): Promise<Said> {
  const { owner } = app;
  for (const table of tables) await owner.query(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
  try {
    await owner.query(does);
    return await audit();
  } finally {
    await owner.query(putBack);
    for (const table of tables) await owner.query(`DROP TABLE kept_${table}`);
  }
}

/** A row too many in one table. */
function withRow(table: string, columns: string, values: string): Promise<Said> {
  const inserts = `INSERT INTO ${table} (${columns}, at, person, body, capacity)
    SELECT ${values}, ${SOMEBODY} WHERE d.agreement = '${agreement}' ORDER BY d.recorded_at LIMIT 1`;
  return after(inserts, `DELETE FROM ${table} WHERE at = '2027-01-01T00:00:00Z'`, []);
}

describe('LO-5 what the pages show of an agreement is what was logged', () => {
  it('LO-5 and nothing is found where nothing was done', async () => {
    expect(await audit()).toMatchObject({ code: 0, first: null });
  });

  it('LO-5 and a database without a log is not simply called in order', async () => {
    const empty = await createTestDatabase();
    try {
      await migrate(empty.url);
      const { code, out } = await runNode(AUDIT, [], { DATABASE_URL: empty.url });
      expect({ code, out }).toEqual({
        code: 0,
        out: expect.stringContaining('Er det den rigtige database?') as string,
      });
    } finally {
      await empty.drop();
    }
  });

  it('LO-5 an event, a publication or a step taken otherwise that nobody logged is named', async () => {
    const none = 'ingen handling i loggen siger det samme';
    expect(
      (await withRow('agreement_event', 'agreement, event, version', `d.agreement, 'conclude', d.version`)).first,
    ).toBe(`aftale ${agreement}, det, der er sket: ${none}`);
    expect((await withRow('publication', 'agreement, version', 'd.agreement, d.version')).first).toBe(
      `aftale ${agreement}, offentliggørelsen: ${none}`,
    );
    const override = `gen_random_uuid(), d.agreement, d.step, d.party, 'skip', 'Uden grund'`;
    expect((await withRow('step_override', 'id, agreement, step, party, kind, reason', override)).first).toBe(
      `aftale ${agreement}, ændringen af et trin: ${none}`,
    );
  }, 60_000);

  it('LO-5 a party that is gone while a text is decided on is missed', async () => {
    const one = `agreement = '${agreement}' AND party = (SELECT min(party) FROM agreement_party WHERE agreement = '${agreement}')`;
    const said = await after(
      `DELETE FROM agreement_party WHERE ${one}`,
      `INSERT INTO agreement_party SELECT * FROM kept_agreement_party ON CONFLICT DO NOTHING`,
      ['agreement_party'],
    );
    expect(said).toMatchObject({ code: 1 });
    expect(said.first).toBe(`aftale ${agreement}: dens parter er ikke dem, der står i den version, der besluttes om`);
  }, 60_000);

  it('LO-5 an event that is gone, and a log that is, are missed', async () => {
    const gone = await after(
      `DELETE FROM agreement_event WHERE agreement = '${agreement}' AND event = 'freezeForDecision'`,
      `INSERT INTO agreement_event OVERRIDING SYSTEM VALUE SELECT * FROM kept_agreement_event ON CONFLICT DO NOTHING`,
      ['agreement_event'],
    );
    expect(gone.first).toMatch(
      new RegExp(`^aftale ${agreement}, handling nr. \\d+: det, der er sket, som den er om, er der ikke$`, 'u'),
    );
    const drafting = `(SELECT a.id FROM agreement a WHERE NOT EXISTS (SELECT FROM agreement_event e WHERE e.agreement = a.id)
      ORDER BY a.id LIMIT 1)`;
    const emptied = await after(
      `ALTER TABLE act DISABLE TRIGGER USER; DELETE FROM act WHERE agreement = ${drafting}`,
      `INSERT INTO act OVERRIDING SYSTEM VALUE SELECT * FROM kept_act ON CONFLICT DO NOTHING;
       ALTER TABLE act ENABLE TRIGGER USER`,
      ['act'],
    );
    expect(emptied.first).toMatch(/^aftale [0-9a-f-]{36}: dens log er væk$/u);
  }, 60_000);

  it('LO-5 a byte of a manifest is named, also where it cannot be read any more', async () => {
    const said = await after(
      `UPDATE version SET manifest = set_byte(manifest, 0, 65) WHERE agreement = '${agreement}' AND number = 1`,
      `UPDATE version v SET manifest = k.manifest FROM kept_version k WHERE k.hash = v.hash`,
      ['version'],
    );
    expect(said.first).toBe(`aftale ${agreement}, version 1: dens manifest passer ikke til dens fingeraftryk`);
    expect(await audit()).toMatchObject({ code: 0, first: null });
  }, 60_000);
});

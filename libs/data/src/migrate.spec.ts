import { localDateOf } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import { connect } from './connect';
import { migrate, migrateDown } from './migrate';
import { loadReference } from './reference';
import { seedDemo } from './seed';
import { createTestDatabase, type TestDatabase } from './test-database';

/** Columns, constraints, indexes and rights of everything in the schema, one line each, in a fixed order. */
const SCHEMA = `
  SELECT line FROM (
    SELECT format('column %s.%s %s %s %s %s', table_name, column_name, data_type, collation_name, is_nullable, column_default)
      AS line FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('function %s %s', oid::regprocedure, proacl) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT format('right %s %s', table_name, privilege_type)
      FROM information_schema.role_table_grants WHERE grantee = 'enig_app'
  ) AS lines WHERE line NOT LIKE '%migrations%' ORDER BY line`;

let database: TestDatabase;
let owner: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  owner = await connect({ url: database.url, applicationName: 'spec', asOwner: true });
});

afterEach(async () => {
  await owner.destroy();
  await database.drop();
});

async function schema(): Promise<string[]> {
  const rows = await owner.query<{ line: string }[]>(SCHEMA);
  return rows.map((row) => row.line);
}

/** How many there are; the last of them is the newest. */
const MIGRATIONS = 19;

/** What the earlier tables have no place for, newest first: going back stops before it is lost, until it is taken out. */
const LOST_GOING_BACK: readonly (readonly [says: string, takeOut: string])[] = [
  [
    'What was logged since',
    'ALTER TABLE act DISABLE TRIGGER USER; UPDATE act SET salt = NULL; ALTER TABLE act ENABLE TRIGGER USER',
  ],
  ['Calendars that people have', 'UPDATE calendar_feed SET ended_at = now()'],
  ['What hangs on agreements', 'TRUNCATE authority_notice, succession'],
  ['The cases of parties', 'TRUNCATE case_sending, case_annex, case_paper'],
  ['The committees that parties added', 'TRUNCATE body_addition'],
  [
    'The ways of parties would be forgotten',
    `TRUNCATE party_way, party_rule, step_override_consent, step_override;
     UPDATE decision SET minority = '', minutes_file = NULL, minutes_name = NULL, reaffirms = NULL, needs_second = false`,
  ],
  [
    'Agreements are on ways whose steps could not be told',
    "UPDATE agreement SET chain_key = 'sjaelland-2021', chain_version = 1",
  ],
  [
    'What was published, released or left out',
    'TRUNCATE publication_event, file_withholding, redaction_lift, redaction, finding_release',
  ],
  [
    'What became of points',
    `UPDATE treatment SET given = id, link_section = NULL, link_seq = NULL;
     DELETE FROM point WHERE made_by IS NOT NULL;
     DELETE FROM point_change;
     UPDATE point SET source = '{"kind": "paragraph"}'`,
  ],
  ['The documents of answers', 'TRUNCATE submission_file, response_file'],
  ['When councils meet', 'TRUNCATE body_meeting, reminder_plan'],
  [
    'Rounds of parties',
    `CREATE TEMPORARY TABLE own AS SELECT id FROM hearing_round WHERE owner IS NOT NULL;
     CREATE TEMPORARY TABLE asked AS SELECT id FROM time_request WHERE round IN (SELECT id FROM own);
     DELETE FROM time_answer WHERE request IN (SELECT id FROM asked);
     DELETE FROM time_request WHERE id IN (SELECT id FROM asked);
     DELETE FROM round_visit WHERE round IN (SELECT id FROM own);
     DELETE FROM response WHERE round IN (SELECT id FROM own);
     DELETE FROM round_section WHERE round IN (SELECT id FROM own);
     DELETE FROM round_body WHERE round IN (SELECT id FROM own);
     DELETE FROM hearing_round WHERE id IN (SELECT id FROM own)`,
  ],
  ['Who asked for more time', 'TRUNCATE time_answer, time_request, round_visit, hearing_days'],
  ['Letters that wait', 'UPDATE letter SET sent_at = now() WHERE given_up_at IS NULL'],
];

/** One of each that the demo may have none of. */
const SOME_OF_ALL = `
  INSERT INTO authority_notice (id, agreement, sent_on, recipient, journal_number, at, person, body, capacity)
    SELECT gen_random_uuid(), a.id, '2031-01-01', 'Socialstyrelsen', '', now(), p.id, b.id, 'secretariatOfficer'
    FROM agreement a, person p, body b LIMIT 1;
  INSERT INTO calendar_feed (token_hash, person) SELECT repeat('b', 64), id FROM person LIMIT 1;
  INSERT INTO publication_event (round, event, at, person, body, capacity)
    SELECT h.id, 'publish', now(), p.id, b.id, 'secretariatOfficer' FROM hearing_round h, person p, body b LIMIT 1;
  INSERT INTO point_change (id, round, kind, points, at, person, body, capacity)
    SELECT gen_random_uuid(), h.id, 'assign', ARRAY[gen_random_uuid()], now(), p.id, b.id, 'secretariatOfficer'
    FROM hearing_round h, person p, body b LIMIT 1;
  INSERT INTO file (sha256, media_type, size, bytes, added_by)
    SELECT repeat('a', 64), 'application/pdf', 1, 'x', id FROM person LIMIT 1;
  INSERT INTO response_file (id, response, sha256, name, person, body, capacity)
    SELECT gen_random_uuid(), r.id, repeat('a', 64), 'svar.pdf', p.id, r.body, 'disabilityCouncilChair'
    FROM response r, person p LIMIT 1;
  INSERT INTO case_paper (id, agreement, version, party, administration, text, made_at, person, body, capacity)
    SELECT gen_random_uuid(), v.agreement, v.hash, q.id, b.id, t.id, now(), p.id, b.id, 'caseOfficer'
    FROM version v, party q, text t, person p, body b LIMIT 1;
  INSERT INTO letter (key, kind, person, path, facts) SELECT 'signIn:1', 'signIn', id, '/', '{}' FROM person LIMIT 1;
  INSERT INTO hearing_days (region, days, person, body, capacity)
    SELECT r.id, 21, p.id, b.id, 'secretariatOfficer' FROM region r, person p, body b LIMIT 1;
  INSERT INTO body_meeting (id, body, held_on, person, entered_for, capacity)
    SELECT gen_random_uuid(), b.id, '2031-01-01', p.id, b.id, 'secretariatOfficer' FROM person p, body b LIMIT 1;
  INSERT INTO party_way (party, steps, at, person, body, capacity)
    SELECT q.id, '[]', now(), p.id, b.id, 'councilSecretary' FROM party q, person p, body b LIMIT 1;
  UPDATE decision SET minority = 'Ø stemte imod.' WHERE id = (SELECT id FROM decision LIMIT 1);
  UPDATE agreement SET chain_key = 'nordjylland-2007'
    WHERE id = (SELECT id FROM agreement WHERE parent IS NULL AND frame IS NULL LIMIT 1);
  INSERT INTO body_addition (body, at, person, added_for, capacity)
    SELECT b.id, now(), p.id, b.id, 'councilSecretary' FROM person p, body b LIMIT 1`;

async function facts(): Promise<unknown[]> {
  const tables = ['version', 'hearing_round', 'round_event', 'decision', 'seat'];
  return Promise.all(tables.map((table) => owner.query(`SELECT * FROM ${table} ORDER BY 1::text`)));
}

describe('migrations', () => {
  it('go from empty to the newest, back to empty, and to the same newest again', async () => {
    expect(await schema()).toEqual([]);
    expect(await migrate(database.url)).toHaveLength(MIGRATIONS);
    const newest = await schema();
    expect(newest.length).toBeGreaterThan(200);

    for (let left = MIGRATIONS; left > 0; left -= 1) await migrateDown(database.url);
    expect(await schema()).toEqual([]);

    await migrate(database.url);
    expect(await schema()).toEqual(newest);
  });

  it('bring a database with a year of work in it to the newest, and lose nothing of it', async () => {
    await migrate(database.url);
    const source = await connect({ url: database.url, applicationName: 'spec' });
    await loadReference(source);
    await seedDemo(source, localDateOf('2026-11-22'));
    await source.destroy();
    await owner.query(SOME_OF_ALL);
    const goBack = async () => {
      const left = await owner.query<unknown[]>('SELECT FROM migrations');
      for (let down = left.length; down > 1; down -= 1) await migrateDown(database.url);
    };
    for (const [says, takeOut] of LOST_GOING_BACK) {
      await expect(goBack()).rejects.toThrow(says);
      await owner.query(takeOut);
    }
    await migrate(database.url);
    const before = await facts();
    await goBack();
    expect(await facts()).not.toEqual(before);
    // As the tables before told them: each step at a place, by a whole number.
    const steps = await owner.query<unknown[]>(
      `SELECT key, version, jsonb_path_query_array(steps, '$[*].order') AS places,
       jsonb_path_query_array(steps, '$[*].bodyKinds[*]') AS kinds FROM chain_template`,
    );
    expect(steps).toEqual([
      {
        ...{ key: 'sjaelland-2021', version: 1, places: [1, 2, 3] },
        kinds: ['contactCouncil', 'committee', 'municipalCouncil', 'regionalCouncil'],
      },
    ]);

    await migrate(database.url);
    expect(await facts()).toEqual(before);
    // AG-40: what was concluded before there were timers for it comes into force and ends, too.
    const unturned = await owner.query<unknown[]>(
      `SELECT FROM publication p WHERE (SELECT count(*) FROM timer t WHERE t.key LIKE 'agreementTurn:' || p.agreement || ':%') < 2`,
    );
    expect(unturned).toEqual([]);
  }, 180_000);

  it('give each change of points what is its own and nothing else', async () => {
    await migrate(database.url);
    const change = (kind: string, set: string) =>
      owner.query(`INSERT INTO point_change (id, round, kind, points, ${set.split('=')[0]}, at, person, body, capacity)
        VALUES (gen_random_uuid(), gen_random_uuid(), '${kind}', ARRAY[gen_random_uuid()], ${set.split('=')[1]}, now(),
          gen_random_uuid(), 'b', 'c')`);
    const uuid = 'gen_random_uuid()';
    const [both, neither] = [`undoes, answer=${uuid}, ${uuid}`, 'undoes, answer=NULL, NULL'];
    for (const [kind, set] of [
      ['split', both],
      ['undo', both],
      ['undo', neither],
      ['split', `section=${uuid}`],
      ['move', "party='p'"],
    ] as const)
      await expect(change(kind, set)).rejects.toThrow('violates check constraint');
    await expect(change('move', `section=${uuid}`)).rejects.toThrow('violates foreign key constraint');
  });

  it('run once when several nodes start together', async () => {
    const ran = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
    expect(ran.flat()).toHaveLength(MIGRATIONS);
  });

  it('find the role that another database on the server made at the same moment', async () => {
    const others = await Promise.all([createTestDatabase(), createTestDatabase(), createTestDatabase()]);
    await Promise.all([database, ...others].map(({ url }) => migrate(url)));
    await Promise.all(others.map((other) => other.drop()));
  });
});

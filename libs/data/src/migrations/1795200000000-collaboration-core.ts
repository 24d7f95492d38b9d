import type { MigrationInterface, QueryRunner } from 'typeorm';
import { parseUpdateMeta } from 'yjs';
import { APPENDING, ERASING, KEEPING, STAMPING } from './collaboration-functions';

/**
 * A client id of a text belongs to a person, a long history has a snapshot, what was named has a milestone, one stamp
 * tells whether anybody's rights have changed, and appending is one function that knows which client id a row is of. The client ids of texts that are there
 * already belong to who used them first, as their logs say.
 */
export class CollaborationCore1795200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(STAMPING);
    for (const [table, events] of STAMPED) await runner.query(stampTrigger(table, events));
    await runner.query(APPENDING);
    await runner.query(KEEPING);
    await runner.query(ERASING);
    await runner.query(RIGHTS);
    await claimClients(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of STAMPED) await runner.query(`DROP TRIGGER rights_have_changed ON "${table}"`);
    await runner.query(`DROP FUNCTION erase_text_updates, keep_snapshot, append_updates, write_updates, name_states,
      claim_clients, judged_too_early, lock_texts, rights_have_changed`);
    await runner.query('DROP TABLE rights_stamp, text_milestone_seen, text_milestone, text_snapshot, text_client');
    await runner.query('ALTER TABLE text_update DROP COLUMN client');
    await runner.query('ALTER TABLE text DROP COLUMN title_seq');
  }
}

const TABLES = `
  -- The one Yjs client id that all words of the update have; null where it has none or several, and before it was asked.
  ALTER TABLE text_update ADD COLUMN client bigint;
  -- How far the text was when it had the title.
  ALTER TABLE text ADD COLUMN title_seq bigint NOT NULL DEFAULT 0;
  CREATE TABLE text_client (
    text uuid NOT NULL REFERENCES text,
    client bigint NOT NULL,
    person uuid NOT NULL REFERENCES person,
    PRIMARY KEY (text, client)
  );
  CREATE TABLE text_snapshot (
    text uuid PRIMARY KEY REFERENCES text,
    seq bigint NOT NULL CHECK (seq > 0),
    update bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  -- Read whole and often: compressing it would cost more than it saves.
  ALTER TABLE text_snapshot ALTER COLUMN update SET STORAGE EXTERNAL;
  CREATE TABLE text_milestone (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text uuid NOT NULL REFERENCES text,
    seq bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('massDeletion')),
    label text NOT NULL DEFAULT '',
    person uuid REFERENCES person,
    body text REFERENCES body,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX text_milestone_text ON text_milestone (text, seq);
  CREATE TABLE text_milestone_seen (
    milestone bigint NOT NULL REFERENCES text_milestone,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (milestone, person)
  );
  CREATE TABLE rights_stamp (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    stamp uuid NOT NULL DEFAULT gen_random_uuid(),
    changed_in xid8 NOT NULL DEFAULT pg_current_xact_id()
  );
  INSERT INTO rights_stamp DEFAULT VALUES;
`;

/** What the answer to "may they write?" is made of, besides the phase, the clock and what never changes. */
const STAMPED = [
  ['seat', 'INSERT OR UPDATE OR DELETE'],
  ['session', 'UPDATE OF person, expires_at, ended_at OR DELETE'],
  ['section', 'INSERT OR UPDATE OF kind, text, easy_read OR DELETE'],
  ['section_coordinator', 'INSERT OR UPDATE OR DELETE'],
  ['agreement', 'UPDATE OF region'],
  ['agreement_party', 'INSERT OR UPDATE OR DELETE'],
  ['body', 'INSERT OR UPDATE OR DELETE'],
  ['party', 'INSERT OR UPDATE OR DELETE'],
  ['municipality_region', 'INSERT OR UPDATE OR DELETE'],
] as const;

/** At the commit and not before: nobody waits for the stamp while somebody's transaction goes on. */
function stampTrigger(table: string, events: string): string {
  return `CREATE CONSTRAINT TRIGGER rights_have_changed AFTER ${events} ON "${table}"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rights_have_changed()`;
}

const RIGHTS = `
  GRANT SELECT, INSERT ON text_client, text_milestone, text_milestone_seen TO enig_app;
  GRANT SELECT ON text_snapshot, rights_stamp TO enig_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO enig_app;
  REVOKE EXECUTE ON FUNCTION keep_snapshot, erase_text_updates FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION keep_snapshot, erase_text_updates TO enig_app;
`;

/** How many updates are read at once. */
const PAGE = 5_000;

interface Written {
  readonly text: string;
  readonly seq: string;
  readonly person: string | null;
  readonly update: Buffer;
}

/** Whose a client id is, is told by the first update it stands in: later ones of others were cut off before. */
async function claimClients(runner: QueryRunner): Promise<void> {
  let after: readonly [text: string, seq: string] = ['00000000-0000-0000-0000-000000000000', '0'];
  for (;;) {
    const rows: Written[] = await runner.query(
      `SELECT text, seq, person, update FROM text_update WHERE (text, seq) > ($1::uuid, $2::bigint)
       ORDER BY text, seq LIMIT ${PAGE}`,
      [...after],
    );
    const last = rows.at(-1);
    if (!last) return;
    const claims = rows.flatMap(({ text, person, update }) =>
      person === null ? [] : clientsIn(update).map((client) => ({ text, client, person })),
    );
    await runner.query(
      `INSERT INTO text_client (text, client, person)
       SELECT DISTINCT ON (text, client) text, client, person
       FROM unnest($1::uuid[], $2::bigint[], $3::uuid[]) WITH ORDINALITY AS c (text, client, person, place)
       ORDER BY text, client, place ON CONFLICT DO NOTHING`,
      [claims.map(({ text }) => text), claims.map(({ client }) => client), claims.map(({ person }) => person)],
    );
    after = [last.text, last.seq];
  }
}

function clientsIn(update: Uint8Array): number[] {
  return [...parseUpdateMeta(update).to.keys()];
}

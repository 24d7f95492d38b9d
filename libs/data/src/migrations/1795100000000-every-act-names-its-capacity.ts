import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every act names person, body and capacity; a seat's giving and ending are acts too; and a body that belongs to no
 * party (KKR) can record what it has said.
 */
export class EveryActNamesItsCapacity1795100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CAPACITIES, SEAT_EVENTS, SHARED_DECISIONS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE decision DROP CONSTRAINT decision_shared_is_own;
      DROP INDEX decision_first;
      CREATE UNIQUE INDEX decision_first ON decision (agreement, version, party, body, step) WHERE supersedes IS NULL;
      ALTER TABLE decision ALTER COLUMN party SET NOT NULL;
      DROP TABLE seat_event;
      REVOKE UPDATE (valid_to) ON seat FROM enig_app;
      GRANT UPDATE ON seat TO enig_app;
      ALTER TABLE version DROP COLUMN capacity;
      ALTER TABLE hearing_round DROP COLUMN capacity;
      ALTER TABLE round_event DROP COLUMN capacity;
      ALTER TABLE round_extension DROP COLUMN capacity, DROP COLUMN body;
    `);
  }
}

/** Until now only the secretariat could freeze, and open, extend and close rounds (AC-6): so that was the capacity. */
const CAPACITIES = `
  ALTER TABLE version ADD COLUMN capacity text NOT NULL DEFAULT 'secretariatOfficer';
  ALTER TABLE version ALTER COLUMN capacity DROP DEFAULT;
  ALTER TABLE hearing_round ADD COLUMN capacity text NOT NULL DEFAULT 'secretariatOfficer';
  ALTER TABLE hearing_round ALTER COLUMN capacity DROP DEFAULT;
  ALTER TABLE round_event ADD COLUMN capacity text NOT NULL DEFAULT 'secretariatOfficer';
  ALTER TABLE round_event ALTER COLUMN capacity DROP DEFAULT;
  ALTER TABLE round_extension
    ADD COLUMN body text REFERENCES body,
    ADD COLUMN capacity text NOT NULL DEFAULT 'secretariatOfficer';
  UPDATE round_extension SET body = hearing_round.body FROM hearing_round WHERE hearing_round.id = round;
  ALTER TABLE round_extension ALTER COLUMN body SET NOT NULL, ALTER COLUMN capacity DROP DEFAULT;
`;

const SEAT_EVENTS = `
  CREATE TABLE seat_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    seat uuid NOT NULL REFERENCES seat,
    event text NOT NULL CHECK (event IN ('grant', 'end')),
    valid_from date NOT NULL,
    valid_to date,
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    CHECK (event = 'grant' OR valid_to IS NOT NULL)
  );
  CREATE INDEX seat_event_seat ON seat_event (seat, id);
  GRANT SELECT, INSERT ON seat_event TO enig_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO enig_app;
  -- A seat is given once; what may change is its last day.
  REVOKE UPDATE ON seat FROM enig_app;
  GRANT UPDATE (valid_to) ON seat TO enig_app;
`;

/** Without a party: of a body that belongs to none. Nobody enters its decision for it. */
const SHARED_DECISIONS = `
  ALTER TABLE decision ALTER COLUMN party DROP NOT NULL;
  ALTER TABLE decision ADD CONSTRAINT decision_shared_is_own CHECK (party IS NOT NULL OR is_own);
  DROP INDEX decision_first;
  CREATE UNIQUE INDEX decision_first ON decision (agreement, version, party, body, step) NULLS NOT DISTINCT
    WHERE supersedes IS NULL;
`;

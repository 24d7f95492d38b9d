import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The days a body meets are known, and a round says on which days before its deadline it reminds those who have not
 * answered. The rounds that are there remind nobody: they were opened without a plan, and those asked were not told.
 */
export class CouncilsMeetAndAreReminded1795410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_CANNOT_GO_BACK);
    await runner.query('DROP TABLE reminder_plan, body_meeting');
  }
}

const TABLES = `
  CREATE TABLE body_meeting (
    id uuid PRIMARY KEY,
    body text NOT NULL REFERENCES body,
    held_on date NOT NULL,
    entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid NOT NULL REFERENCES person,
    entered_for text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    removed_at timestamptz,
    removed_by uuid REFERENCES person,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
  );
  CREATE UNIQUE INDEX body_meeting_standing ON body_meeting (body, held_on) WHERE removed_at IS NULL;
  -- Days before the last day, the longest before it first; the newest plan of a round counts.
  CREATE TABLE reminder_plan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round uuid NOT NULL REFERENCES hearing_round,
    days integer[] NOT NULL CHECK (cardinality(days) <= 5 AND 0 < ALL (days) AND 60 >= ALL (days)),
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
  CREATE INDEX reminder_plan_round ON reminder_plan (round, id);
`;

const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM body_meeting WHERE removed_at IS NULL) OR EXISTS (SELECT FROM reminder_plan) THEN
      RAISE EXCEPTION 'When councils meet and are reminded would be forgotten with the tables that say so';
    END IF;
  END $$;
`;

const RIGHTS = `
  GRANT SELECT, INSERT ON body_meeting, reminder_plan TO enig_app;
  GRANT UPDATE (removed_at, removed_by) ON body_meeting TO enig_app;
`;

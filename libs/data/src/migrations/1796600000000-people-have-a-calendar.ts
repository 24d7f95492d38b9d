import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person can have the year's days in a calendar program, which fetches them by an address of that person's own. */
export class PeopleHaveACalendar1796600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_CANNOT_GO_BACK);
    await runner.query('DROP TABLE calendar_feed');
  }
}

/** The token itself is in the address alone. */
const TABLE = `
  CREATE TABLE calendar_feed (
    token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    person uuid NOT NULL REFERENCES person,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz CHECK (ended_at >= made_at)
  );
  CREATE UNIQUE INDEX calendar_feed_standing ON calendar_feed (person) WHERE ended_at IS NULL;
`;

const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM calendar_feed WHERE ended_at IS NULL) THEN
      RAISE EXCEPTION 'Calendars that people have would fall silent with the table that knows them';
    END IF;
  END $$;
`;

const RIGHTS = `
  GRANT SELECT, INSERT ON calendar_feed TO enig_app;
  GRANT UPDATE (ended_at) ON calendar_feed TO enig_app;
`;

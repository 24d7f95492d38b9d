import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every party can have a case (sagsfremstilling) on the version that is put to it: written by its administration, with
 * annexes of its own, open and closed, and sent on once. What its writers took back is erased as in responses (CO-27).
 */
export class EveryPartyHasACase1796400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ERASING);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_CANNOT_GO_BACK);
    await runner.query('DROP FUNCTION drafts_due_through, case_drafts_due_through');
    await runner.query('ALTER FUNCTION response_drafts_due_through RENAME TO drafts_due_through');
    await runner.query('DROP TABLE case_sending, case_annex, case_paper');
  }
}

const TABLES = `
  CREATE TABLE case_paper (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreement,
    version text NOT NULL REFERENCES version,
    party text NOT NULL REFERENCES party,
    administration text NOT NULL REFERENCES body,
    text uuid NOT NULL UNIQUE REFERENCES text,
    made_at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    UNIQUE (agreement, version, party)
  );
  -- The party's own; those of the agreement stand in its version.
  CREATE TABLE case_annex (
    id uuid PRIMARY KEY,
    case_paper uuid NOT NULL REFERENCES case_paper,
    sha256 text NOT NULL REFERENCES file,
    name text NOT NULL CHECK (name <> ''),
    is_open boolean NOT NULL,
    added_at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    removed_at timestamptz,
    removed_by uuid REFERENCES person,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
  );
  CREATE INDEX case_annex_case ON case_annex (case_paper);
  CREATE INDEX case_annex_file ON case_annex (sha256);
  CREATE TABLE case_sending (
    case_paper uuid PRIMARY KEY REFERENCES case_paper,
    text_seq bigint NOT NULL,
    content bytea NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
`;

/**
 * How far the log of a case may go, days after: all of it, once it was sent on, or once its text was no longer decided
 * on, for then nobody writes in it any more. Null for nothing, and for what is no case.
 */
const ERASING = `
  ALTER FUNCTION drafts_due_through RENAME TO response_drafts_due_through;
  CREATE FUNCTION case_drafts_due_through(erased uuid, days integer) RETURNS bigint LANGUAGE sql STABLE AS $$
    WITH own AS (
      SELECT c.id, c.agreement, c.made_at, clock_timestamp() - make_interval(days => days) AS long_ago
      FROM case_paper c WHERE c.text = erased
    )
    SELECT CASE WHEN EXISTS (SELECT FROM own JOIN case_sending s ON s.case_paper = own.id WHERE s.at <= own.long_ago)
      OR EXISTS (
        SELECT FROM own JOIN agreement_event e ON e.agreement = own.agreement AND e.at >= own.made_at
        WHERE e.event IN ('reopenWriting', 'conclude', 'abandon') AND e.at <= own.long_ago)
      THEN (SELECT max(u.seq) FROM text_update u WHERE u.text = erased) END
  $$;
  CREATE FUNCTION drafts_due_through(erased uuid, days integer) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT greatest(response_drafts_due_through(erased, days), case_drafts_due_through(erased, days))
  $$;
`;

const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM case_paper) THEN
      RAISE EXCEPTION 'The cases of parties would be lost';
    END IF;
  END $$;
`;

const RIGHTS = `
  GRANT SELECT, INSERT ON case_paper, case_annex, case_sending TO enig_app;
  GRANT UPDATE (removed_at, removed_by) ON case_annex TO enig_app;
  REVOKE EXECUTE ON FUNCTION case_drafts_due_through, drafts_due_through FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION case_drafts_due_through, drafts_due_through TO enig_app;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An answer has documents. A row says that one was put with it and, once, that it was taken out again; which of them
 * were sent is a fact of its own. The answers that are there have none.
 */
export class AnswersHaveDocuments1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ERASING);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_CANNOT_GO_BACK);
    await runner.query('DROP FUNCTION erase_removed_files');
    await runner.query('DROP TABLE submission_file, response_file');
  }
}

const TABLES = `
  CREATE TABLE response_file (
    id uuid PRIMARY KEY,
    response uuid NOT NULL REFERENCES response,
    -- The focus area it is about; null in general.
    section uuid REFERENCES section,
    sha256 text NOT NULL REFERENCES file,
    name text NOT NULL CHECK (name <> ''),
    added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    removed_at timestamptz,
    removed_by uuid REFERENCES person,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
  );
  CREATE INDEX response_file_response ON response_file (response);
  CREATE INDEX response_file_sha256 ON response_file (sha256);
  CREATE TABLE submission_file (
    submission uuid NOT NULL REFERENCES submission,
    position integer NOT NULL,
    file uuid NOT NULL REFERENCES response_file,
    PRIMARY KEY (submission, position),
    UNIQUE (submission, file)
  );
  CREATE INDEX submission_file_file ON submission_file (file);
`;

/**
 * What was put with a response and taken out before it was ever sent is removed as drafts are (CO-27), its bytes too
 * where nothing else has the same: whatever else refers to a file keeps it, and need not be known here.
 */
const ERASING = `
  CREATE FUNCTION erase_removed_files(days integer) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    gone record;
    removed bigint := 0;
  BEGIN
    IF days < 0 THEN
      RETURN 0;
    END IF;
    FOR gone IN SELECT f.id, f.sha256 FROM response_file f
      WHERE f.removed_at <= clock_timestamp() - make_interval(days => days)
        AND NOT EXISTS (SELECT FROM submission_file s WHERE s.file = f.id)
      FOR UPDATE OF f SKIP LOCKED
    LOOP
      DELETE FROM response_file WHERE id = gone.id;
      removed := removed + 1;
      BEGIN
        DELETE FROM file WHERE sha256 = gone.sha256;
      EXCEPTION WHEN foreign_key_violation THEN
        NULL;
      END;
    END LOOP;
    RETURN removed;
  END $$;
`;

/** What a council has sent is never lost, nor what it is about to send. */
const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM submission_file) OR EXISTS (SELECT FROM response_file WHERE removed_at IS NULL) THEN
      RAISE EXCEPTION 'The documents of answers have no place in the earlier tables';
    END IF;
  END $$;
`;

const RIGHTS = `
  GRANT SELECT, INSERT ON response_file, submission_file TO enig_app;
  GRANT UPDATE (removed_at, removed_by) ON response_file TO enig_app;
  REVOKE EXECUTE ON FUNCTION erase_removed_files FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION erase_removed_files TO enig_app;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was found in what councils sent, who said that it may be published, what was left out, and that it was published:
 * facts that are only added to. Of the rounds that are closed nothing is published until somebody publishes it.
 */
export class TwoPeopleReleaseWhatIsPublished1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(ERASING);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_CANNOT_GO_BACK);
    await runner.query('DROP FUNCTION erase_job_files');
    await runner.query(
      'DROP TABLE publication_event, file_withholding, redaction_lift, redaction, finding_release, file_inspection',
    );
  }
}

const ACTOR = `
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL`;

const TABLES = `
  -- What a finder saw in a file: places and counts, never what was found. A newer finder looks again.
  CREATE TABLE file_inspection (
    -- What was seen in a file goes with it.
    sha256 text NOT NULL REFERENCES file ON DELETE CASCADE,
    finder integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('pdf', 'word', 'refused')),
    numbers jsonb NOT NULL,
    unread jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (sha256, finder)
  );
  CREATE TABLE finding_release (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission uuid NOT NULL REFERENCES submission,
    finding text NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),${ACTOR},
    UNIQUE (submission, finding, person)
  );
  CREATE TABLE redaction (
    id uuid PRIMARY KEY,
    submission uuid NOT NULL REFERENCES submission,
    slot text NOT NULL,
    -- Offsets in the slot's plain text, in UTF-16 units.
    range_start integer NOT NULL CHECK (range_start >= 0),
    range_end integer NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),${ACTOR},
    CHECK (range_start < range_end)
  );
  CREATE INDEX redaction_submission ON redaction (submission);
  CREATE TABLE redaction_lift (
    redaction uuid PRIMARY KEY REFERENCES redaction,${ACTOR}
  );
  -- The last one of a file counts; with is_withheld false it was put back.
  CREATE TABLE file_withholding (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission uuid NOT NULL REFERENCES submission,
    sha256 text NOT NULL REFERENCES file,
    is_withheld boolean NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    replacement text REFERENCES file,
    replacement_name text,${ACTOR},
    CHECK ((replacement IS NULL) = (replacement_name IS NULL)),
    CHECK (is_withheld OR replacement IS NULL)
  );
  CREATE INDEX file_withholding_submission ON file_withholding (submission, id);
  CREATE TABLE publication_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round uuid NOT NULL REFERENCES hearing_round,
    event text NOT NULL CHECK (event IN ('publish', 'unpublish')),
    reason text CHECK (reason <> ''),${ACTOR},
    CHECK ((event = 'unpublish') = (reason IS NOT NULL))
  );
  CREATE INDEX publication_event_round ON publication_event (round, id);
`;

/**
 * What somebody had made and did not fetch is removed after so many days, the row and its bytes, where nothing else has
 * the same; what was ended because something of it was left out (HE-50) goes at once.
 */
const ERASING = `
  CREATE FUNCTION erase_job_files(days integer) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    gone record;
    removed bigint := 0;
  BEGIN
    IF days < 0 THEN
      RETURN 0;
    END IF;
    FOR gone IN SELECT id, file FROM job
      WHERE finished_at <= clock_timestamp() - make_interval(days => days)
        OR (state = 'cancelled' AND file IS NOT NULL)
      FOR UPDATE SKIP LOCKED
    LOOP
      DELETE FROM job WHERE id = gone.id;
      removed := removed + 1;
      BEGIN
        DELETE FROM file WHERE sha256 = gone.file;
      EXCEPTION WHEN foreign_key_violation THEN
        NULL;
      END;
    END LOOP;
    RETURN removed;
  END $$;
`;

/** Without these tables all that was published would be as it was sent, and nobody would know that two people looked. */
const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM publication_event) OR EXISTS (SELECT FROM redaction) OR EXISTS (SELECT FROM finding_release)
      OR EXISTS (SELECT FROM file_withholding) THEN
      RAISE EXCEPTION 'What was published, released or left out cannot be taken back with the tables that say so';
    END IF;
  END $$;
`;

const RIGHTS = `
  GRANT SELECT, INSERT ON file_inspection, finding_release, redaction, redaction_lift, file_withholding,
    publication_event TO enig_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO enig_app;
  REVOKE EXECUTE ON FUNCTION erase_job_files FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION erase_job_files TO enig_app;
`;

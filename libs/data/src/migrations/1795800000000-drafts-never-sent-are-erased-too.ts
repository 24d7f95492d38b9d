import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ERASING } from './collaboration-functions';

/**
 * Erasing (CO-27) reaches what was never sent: what writers took back in a response of a closed round or an abandoned
 * agreement, or in a correction that was not sent before the round ended, and files that nothing came to refer to. What
 * stands in such a text stays. No row is changed by this; what is due goes when it is next erased.
 */
export class DraftsNeverSentAreErasedToo1795800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION erase_text_updates');
    await runner.query(DUE_IN_TEXTS);
    await runner.query(ERASING_TEXTS);
    await runner.query(ERASING_FILES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION erase_unused_files, erase_text_updates, drafts_due_through');
    await runner.query('REVOKE UPDATE (added_at) ON file FROM enig_app');
    await runner.query('REVOKE UPDATE (at) ON heard_file_offer FROM enig_app');
    await runner.query(ERASING);
    await runner.query(RIGHT_TO_ERASE_TEXTS);
  }
}

/**
 * How far a text's log may go, days after: all of it, once its round was closed, its agreement abandoned, or, where its
 * response stands, its round ended, for then nobody writes in it any more; else what was sent. Null for nothing.
 */
const DUE_IN_TEXTS = `
  CREATE FUNCTION drafts_due_through(erased uuid, days integer) RETURNS bigint LANGUAGE sql STABLE AS $$
    WITH own AS (
      SELECT r.id, r.round, h.agreement, clock_timestamp() - make_interval(days => days) AS long_ago
      FROM response r JOIN hearing_round h ON h.id = r.round WHERE r.text = erased
    ), sent AS (
      SELECT s.text_seq, NOT EXISTS (SELECT FROM submission later WHERE later.supersedes = s.id)
        AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.submission = s.id) AS stands
      FROM own JOIN submission s ON s.response = own.id WHERE s.submitted_at <= own.long_ago
    )
    SELECT CASE WHEN EXISTS (
        SELECT FROM own JOIN round_event e ON e.round = own.round
        WHERE e.at <= own.long_ago
          AND (e.event = 'close' OR e.event = 'end' AND EXISTS (SELECT FROM sent WHERE stands)))
      OR EXISTS (
        SELECT FROM own JOIN agreement_event e ON e.agreement = own.agreement
        WHERE e.event = 'abandon' AND e.at <= own.long_ago)
      THEN (SELECT max(u.seq) FROM text_update u WHERE u.text = erased)
      ELSE (SELECT max(text_seq) FROM sent) END
  $$;
`;

/**
 * What was taken back while a response or a case was written is removed once it is due (CO-27). The one way to remove
 * anything from a log, and it looks for itself whether it may: the snapshot must hold all of it.
 */
const ERASING_TEXTS = `
  CREATE FUNCTION erase_text_updates(erased uuid, days integer) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    through bigint;
    removed bigint;
  BEGIN
    PERFORM FROM text WHERE id = erased AND kind IN ('hearing-response', 'case') FOR NO KEY UPDATE;
    IF NOT FOUND OR days < 0 THEN
      RETURN 0;
    END IF;
    through := drafts_due_through(erased, days);
    DELETE FROM text_update u USING text_snapshot s
    WHERE u.text = erased AND s.text = erased AND u.seq <= through AND s.seq >= through;
    GET DIAGNOSTICS removed = ROW_COUNT;
    RETURN removed;
  END $$;
`;

/**
 * A file is kept before it is known whether it is taken. One that nothing refers to so many days after it was last sent
 * in goes, and never within a week, for somebody may still be filling in the form it is for. It goes with what was seen
 * in it and who offered it; what else can refer to a file is asked of the database, and need not be known here.
 */
const ERASING_FILES = `
  CREATE FUNCTION erase_unused_files(days integer) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    long_ago timestamptz := clock_timestamp() - make_interval(days => greatest(days, 7));
    unused text := 'f.added_at <= $1 AND NOT EXISTS (SELECT FROM heard_file_offer o WHERE o.sha256 = f.sha256 AND o.at > $1)';
    referring record;
    gone text;
    removed bigint := 0;
  BEGIN
    IF days < 0 THEN
      RETURN 0;
    END IF;
    FOR referring IN SELECT c.conrelid::regclass AS rows, a.attname AS column
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'file'::regclass
        AND c.conrelid NOT IN ('file_inspection'::regclass, 'heard_file_offer'::regclass)
    LOOP
      unused := unused || format(' AND NOT EXISTS (SELECT FROM %s r WHERE r.%I = f.sha256)', referring.rows, referring.column);
    END LOOP;
    FOR gone IN EXECUTE 'SELECT f.sha256 FROM file f WHERE ' || unused || ' FOR UPDATE SKIP LOCKED' USING long_ago
    LOOP
      BEGIN
        DELETE FROM file_inspection WHERE sha256 = gone;
        DELETE FROM heard_file_offer WHERE sha256 = gone;
        DELETE FROM file WHERE sha256 = gone;
        removed := removed + 1;
      EXCEPTION WHEN foreign_key_violation THEN
        NULL;
      END;
    END LOOP;
    RETURN removed;
  END $$;
`;

const RIGHT_TO_ERASE_TEXTS = `
  REVOKE EXECUTE ON FUNCTION erase_text_updates FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION erase_text_updates TO enig_app;
`;

const RIGHTS = `
  ${RIGHT_TO_ERASE_TEXTS}
  REVOKE EXECUTE ON FUNCTION erase_unused_files FROM PUBLIC;
  REVOKE EXECUTE ON FUNCTION drafts_due_through FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION erase_unused_files, drafts_due_through TO enig_app;
  GRANT UPDATE (added_at) ON file TO enig_app;
  GRANT UPDATE (at) ON heard_file_offer TO enig_app;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An annex that was taken out of a case before it was sent on is erased as what was taken out of a response is (CO-27):
 * its row, and its bytes where nothing else has the same. Nothing changes until somebody erases.
 */
export class AnnexesTakenOutOfCasesAreErased1797110000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ERASING);
    await runner.query(RIGHTS);
  }

  /** What is taken out is kept again; nothing is lost by it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION erase_removed_files');
    await runner.query('ALTER FUNCTION erase_removed_response_files RENAME TO erase_removed_files');
  }
}

const ERASING = `
  ALTER FUNCTION erase_removed_files RENAME TO erase_removed_response_files;
  CREATE FUNCTION erase_removed_files(days integer) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    gone record;
    removed bigint := erase_removed_response_files(days);
  BEGIN
    IF days < 0 THEN
      RETURN 0;
    END IF;
    FOR gone IN SELECT a.id, a.sha256 FROM case_annex a
      WHERE a.removed_at <= clock_timestamp() - make_interval(days => days)
        -- Nothing is taken out of a case that was sent on; whatever once was in one stays.
        AND NOT EXISTS (SELECT FROM case_sending s WHERE s.case_paper = a.case_paper AND s.at <= a.removed_at)
      FOR UPDATE OF a SKIP LOCKED
    LOOP
      DELETE FROM case_annex WHERE id = gone.id;
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

const RIGHTS = `
  REVOKE EXECUTE ON FUNCTION erase_removed_files FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION erase_removed_files TO enig_app;
`;

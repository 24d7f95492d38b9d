import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From now on an act's hash holds its kind and moment beside a salted hash of the rest, so that an act on a draft can be
 * exported without what it says and still prove that it is one (LO-7). What was logged before keeps the hash it has, and
 * no salt: `ADD COLUMN` without a default changes no row.
 */
export class AWithheldActStillShowsItsKind1797100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE act ADD COLUMN salt text CHECK (salt ~ '^[0-9a-f]{32}$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_CANNOT_GO_BACK);
    await runner.query('ALTER TABLE act DROP COLUMN salt');
  }
}

const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM act WHERE salt IS NOT NULL) THEN
      RAISE EXCEPTION 'What was logged since can be checked by nobody without the salt of its hash';
    END IF;
  END $$;
`;

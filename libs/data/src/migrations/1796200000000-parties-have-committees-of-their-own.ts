import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A party adds committees of its own, and who did is known. They have a step only on the party's own way: an agreement
 * that runs already, and one whose party has no way of its own, asks those it asked before.
 */
export class PartiesHaveCommitteesOfTheirOwn1796200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query('GRANT SELECT, INSERT ON body_addition TO enig_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_CANNOT_GO_BACK);
    // Those nobody uses are put in again with the reference data; the tables before knew none of another act.
    await runner.query(`DELETE FROM chain_template t WHERE act <> 'agreement'
      AND NOT EXISTS (SELECT FROM agreement a WHERE a.chain_key = t.key AND a.chain_version = t.version)`);
    await runner.query('DROP TABLE body_addition');
  }
}

const TABLE = `
  CREATE TABLE body_addition (
    body text PRIMARY KEY REFERENCES body,
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    added_for text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
`;

const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM body_addition) THEN
      RAISE EXCEPTION 'The committees that parties added would be taken for those that were there';
    END IF;
  END $$;
`;

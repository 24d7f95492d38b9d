import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The database itself keeps each agreement's log whole (LO-2, LO-3): a line takes the next number and names the hash of
 * the line before it, whoever writes it, and no line is changed or removed, not by the owner of the table either. A
 * later migration that has to must first say so with `ALTER TABLE act DISABLE TRIGGER`; it changes no row of today's.
 */
export class TheDatabaseKeepsTheLogWhole1796300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HASHES);
    await runner.query(NEXT);
    await runner.query(KEPT);
  }

  /** Nothing is lost by it: only the watch over what is written later. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER act_is_kept ON act;
      DROP TRIGGER act_is_not_emptied ON act;
      DROP TRIGGER act_is_next ON act;
      DROP FUNCTION act_is_kept();
      DROP FUNCTION act_is_next();
      ALTER TABLE act DROP CONSTRAINT act_hash_is_sha256, DROP CONSTRAINT act_previous_is_sha256;
    `);
  }
}

const HASHES = `
  ALTER TABLE act
    ADD CONSTRAINT act_hash_is_sha256 CHECK (hash ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT act_previous_is_sha256 CHECK (previous ~ '^[0-9a-f]{64}$');
`;

/**
 * Asks under the lock on the agreement, which whoever logs holds already: each statement of the function sees what was
 * committed before it began. What the hash is made of is not worked out here; the verifiers do that.
 */
const NEXT = `
  CREATE FUNCTION act_is_next() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE
    last act%ROWTYPE;
  BEGIN
    PERFORM FROM agreement WHERE id = NEW.agreement FOR UPDATE;
    SELECT * INTO last FROM act WHERE agreement = NEW.agreement ORDER BY number DESC LIMIT 1;
    IF NEW.number IS DISTINCT FROM coalesce(last.number, 0) + 1 THEN
      RAISE EXCEPTION 'LO-2: the next act of this agreement has number %', coalesce(last.number, 0) + 1
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.previous IS DISTINCT FROM last.hash THEN
      RAISE EXCEPTION 'LO-2: act % does not carry the hash of the act before it', NEW.number
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER act_is_next BEFORE INSERT ON act FOR EACH ROW EXECUTE FUNCTION act_is_next();
`;

const KEPT = `
  CREATE FUNCTION act_is_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    RAISE EXCEPTION 'LO-3: the log of acts is only added to' USING ERRCODE = 'integrity_constraint_violation';
  END $$;
  CREATE TRIGGER act_is_kept BEFORE UPDATE OR DELETE ON act FOR EACH ROW EXECUTE FUNCTION act_is_kept();
  CREATE TRIGGER act_is_not_emptied BEFORE TRUNCATE ON act FOR EACH STATEMENT EXECUTE FUNCTION act_is_kept();
`;

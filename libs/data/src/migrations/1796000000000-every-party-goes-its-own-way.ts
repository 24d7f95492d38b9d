import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A party has its own way to its decision and may want a second of its people to confirm; a step can be taken otherwise
 * when two people agree on it; a decision has minutes as a file, a minority's words, and may be made again on a new text.
 * What was decided before needed no second person.
 */
export class EveryPartyGoesItsOwnWay1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_CANNOT_GO_BACK);
    await runner.query(PUT_TEMPLATES_BACK);
    await runner.query('DROP TABLE step_override_consent, step_override, party_rule, party_way');
    await runner.query(`ALTER TABLE decision DROP COLUMN minority, DROP COLUMN minutes_file, DROP COLUMN minutes_name,
      DROP COLUMN reaffirms, DROP COLUMN needs_second`);
    await runner.query('ALTER TABLE chain_template DROP COLUMN act');
  }
}

const TABLES = `
  ALTER TABLE chain_template ADD act text NOT NULL DEFAULT 'agreement'
    CHECK (act IN ('agreement', 'part', 'addendum', 'extension'));
  ALTER TABLE decision
    ADD minority text NOT NULL DEFAULT '',
    ADD minutes_file text REFERENCES file,
    ADD minutes_name text,
    ADD reaffirms uuid REFERENCES decision,
    ADD needs_second boolean NOT NULL DEFAULT false,
    ADD CHECK ((minutes_file IS NULL) = (minutes_name IS NULL)),
    ADD CHECK (minutes_file IS NULL OR minutes_link IS NULL),
    ADD CHECK (NOT needs_second OR (is_own AND party IS NOT NULL));
  -- The newest of a party counts; one without steps is the template's way again.
  CREATE TABLE party_way (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    party text NOT NULL REFERENCES party,
    steps jsonb NOT NULL,
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
  CREATE INDEX party_way_party ON party_way (party, id);
  -- The newest of a party counts.
  CREATE TABLE party_rule (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    party text NOT NULL REFERENCES party,
    two_people boolean NOT NULL,
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
  CREATE INDEX party_rule_party ON party_rule (party, id);
  CREATE TABLE step_override (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreement,
    step text NOT NULL,
    party text REFERENCES party,
    kind text NOT NULL CHECK (kind IN ('skip', 'replaceBody')),
    taker text REFERENCES body,
    reason text NOT NULL CHECK (reason <> ''),
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    CHECK ((kind = 'replaceBody') = (taker IS NOT NULL))
  );
  CREATE INDEX step_override_agreement ON step_override (agreement);
  CREATE TABLE step_override_consent (
    override uuid PRIMARY KEY REFERENCES step_override,
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
`;

const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM party_way) OR EXISTS (SELECT FROM party_rule) OR EXISTS (SELECT FROM step_override)
      OR EXISTS (SELECT FROM chain_template WHERE act <> 'agreement')
      OR EXISTS (SELECT FROM decision WHERE minority <> '' OR minutes_file IS NOT NULL OR reaffirms IS NOT NULL
        OR needs_second) THEN
      RAISE EXCEPTION 'The ways of parties would be forgotten, and what was recorded on them';
    END IF;
  END $$;
`;

/**
 * Steps were told by a whole number before, and knew no order besides. The first template can be told so again; of the
 * others those go that no agreement is on, and they are put in again with the reference data.
 */
const PUT_TEMPLATES_BACK = `
  UPDATE chain_template t SET steps = (
    SELECT jsonb_agg(
      step - 'after' - 'bodies' - 'due' || jsonb_build_object('order', place, 'bodyKinds',
        (SELECT jsonb_agg(each -> 'kind') FROM jsonb_array_elements(step -> 'bodies') AS each))
      ORDER BY place)
    FROM jsonb_array_elements(t.steps) WITH ORDINALITY AS told (step, place))
  WHERE key = 'sjaelland-2021' AND version = 1 AND steps -> 0 ? 'after';
  DELETE FROM chain_template t WHERE steps -> 0 ? 'after'
    AND NOT EXISTS (SELECT FROM agreement a WHERE a.chain_key = t.key AND a.chain_version = t.version);
  DO $$ BEGIN
    IF EXISTS (SELECT FROM chain_template WHERE steps -> 0 ? 'after') THEN
      RAISE EXCEPTION 'Agreements are on ways whose steps could not be told any more';
    END IF;
  END $$;
`;

const RIGHTS = `
  GRANT SELECT, INSERT ON party_way, party_rule, step_override, step_override_consent TO enig_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO enig_app;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addenda and extensions hang on an agreement, and its two parts may run apart; what is concluded is published, comes
 * after what went before, and is noted as sent to the authority. Of an agreement's own row only its terms can change.
 * What was concluded before is published as of that day.
 */
export class AgreementsComeAfterAndBeside1796500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(PUBLISHED_ALREADY);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_CANNOT_GO_BACK);
    await runner.query('GRANT UPDATE ON agreement TO enig_app');
    await runner.query('DROP TABLE succession, section_amends, authority_notice, publication');
    await runner.query(
      'ALTER TABLE agreement DROP COLUMN act, DROP COLUMN parent, DROP COLUMN parent_version, DROP COLUMN frame',
    );
  }
}

const TABLES = `
  ALTER TABLE agreement
    ADD act text NOT NULL DEFAULT 'agreement' CHECK (act IN ('agreement', 'part', 'addendum', 'extension')),
    -- What an addendum or an extension hangs on, and the version of it that was agreed on.
    ADD parent uuid REFERENCES agreement,
    ADD parent_version text REFERENCES version,
    -- The same for two parts that run apart.
    ADD frame uuid,
    ADD CHECK ((act IN ('addendum', 'extension')) = (parent IS NOT NULL)),
    ADD CHECK ((parent IS NULL) = (parent_version IS NULL)),
    ADD CHECK ((act = 'part') = (frame IS NOT NULL));
  CREATE INDEX agreement_parent ON agreement (parent);
  CREATE INDEX agreement_frame ON agreement (frame);
  CREATE TABLE publication (
    agreement uuid PRIMARY KEY REFERENCES agreement,
    version text NOT NULL REFERENCES version,
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
  CREATE TABLE authority_notice (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreement,
    sent_on date NOT NULL,
    recipient text NOT NULL CHECK (recipient <> ''),
    journal_number text NOT NULL,
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    UNIQUE (agreement, sent_on, recipient, journal_number)
  );
  -- A section of an addendum without a row here is new.
  CREATE TABLE section_amends (
    section uuid PRIMARY KEY REFERENCES section,
    amends uuid NOT NULL REFERENCES section,
    kind text NOT NULL CHECK (kind IN ('replaces', 'removes')),
    CHECK (section <> amends)
  );
  CREATE TABLE succession (
    agreement uuid NOT NULL REFERENCES agreement,
    succeeds uuid NOT NULL REFERENCES agreement,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, succeeds),
    CHECK (agreement <> succeeds)
  );
  CREATE INDEX succession_succeeds ON succession (succeeds);
`;

const PUBLISHED_ALREADY = `
  INSERT INTO publication (agreement, version, at, person, body, capacity)
  SELECT agreement, version, at, person, body, capacity FROM agreement_event WHERE event = 'conclude'
`;

/** What is published can be told from the conclusions; the rest is only here. */
const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM authority_notice) OR EXISTS (SELECT FROM succession)
      OR EXISTS (SELECT FROM agreement WHERE act <> 'agreement') THEN
      RAISE EXCEPTION 'What hangs on agreements, comes after them or was sent to the authority would be forgotten';
    END IF;
  END $$;
`;

const RIGHTS = `
  REVOKE UPDATE ON agreement FROM enig_app;
  GRANT UPDATE (title, period_from, period_to, deadline, writing_until) ON agreement TO enig_app;
  GRANT SELECT, INSERT ON publication, authority_notice, section_amends, succession TO enig_app;
`;

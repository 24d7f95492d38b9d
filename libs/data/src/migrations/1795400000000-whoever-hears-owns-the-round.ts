import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A hearing round is owned by whoever hears, about a version, chosen focus areas of it or a document of its own; those
 * asked can ask for more time and are seen to have opened the material; and people write on while a version is heard.
 * The rounds that are there are the secretariat's, on whole versions, with the minimum that held until now.
 */
export class WhoeverHearsOwnsTheRound1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SETTING, DOCUMENTS, ROUNDS, SECTIONS, REQUESTS, VISITS, WRITING_GOES_ON, RIGHTS]) {
      await runner.query(sql);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_CANNOT_GO_BACK);
    await runner.query(WRITING_STOPS);
    await runner.query(`
      DROP TABLE round_visit, time_answer, time_request, round_section;
      ALTER TABLE hearing_round DROP CONSTRAINT hearing_round_of_one_thing, DROP COLUMN document, DROP COLUMN owner,
        DROP COLUMN minimum_days;
      ALTER TABLE hearing_round ALTER COLUMN version SET NOT NULL;
      DROP TABLE heard_file_offer, heard_document_file, heard_document, hearing_days;
    `);
  }
}

const SETTING = `
  -- Fewer days than these are given only with a reason (HE-3). The last row of a region counts; without one it is 28.
  CREATE TABLE hearing_days (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region text NOT NULL REFERENCES region,
    days integer NOT NULL CHECK (days BETWEEN 1 AND 365),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
  CREATE INDEX hearing_days_region ON hearing_days (region, id);
`;

const DOCUMENTS = `
  CREATE TABLE heard_document (
    sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE TABLE heard_document_file (
    document text NOT NULL REFERENCES heard_document,
    position integer NOT NULL,
    sha256 text NOT NULL REFERENCES file,
    PRIMARY KEY (document, position)
  );
  CREATE INDEX heard_document_file_sha256 ON heard_document_file (sha256);
  -- Who knows the hash of a file has not thereby got it: a document is made of what its maker has sent in.
  CREATE TABLE heard_file_offer (
    sha256 text NOT NULL REFERENCES file,
    person uuid NOT NULL REFERENCES person,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (sha256, person)
  );
`;

const ROUNDS = `
  ALTER TABLE hearing_round
    ADD COLUMN owner text REFERENCES party,
    ADD COLUMN document text REFERENCES heard_document,
    ADD COLUMN minimum_days integer NOT NULL DEFAULT 28 CHECK (minimum_days > 0),
    ALTER COLUMN version DROP NOT NULL,
    ADD CONSTRAINT hearing_round_of_one_thing CHECK (num_nonnulls(version, document) = 1);
  ALTER TABLE hearing_round ALTER COLUMN minimum_days DROP DEFAULT;
`;

/** Until now a round was about the whole version: about every focus area that its manifest names. */
const SECTIONS = `
  CREATE TABLE round_section (
    round uuid NOT NULL REFERENCES hearing_round,
    position integer NOT NULL,
    section uuid NOT NULL REFERENCES section,
    PRIMARY KEY (round, position),
    UNIQUE (round, section)
  );
  INSERT INTO round_section (round, position, section)
  SELECT h.id, row_number() OVER (PARTITION BY h.id ORDER BY part.nth, text.nth) - 1, (text.facts ->> 'section')::uuid
  FROM hearing_round h JOIN version v ON v.hash = h.version,
    jsonb_array_elements(convert_from(v.manifest, 'UTF8')::jsonb -> 'parts') WITH ORDINALITY AS part (facts, nth),
    jsonb_array_elements(part.facts -> 'texts') WITH ORDINALITY AS text (facts, nth)
  WHERE text.facts ->> 'kind' = 'focusArea';
`;

const REQUESTS = `
  CREATE TABLE time_request (
    id uuid PRIMARY KEY,
    round uuid NOT NULL,
    body text NOT NULL,
    wanted date NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    capacity text NOT NULL,
    FOREIGN KEY (round, body) REFERENCES round_body (round, body)
  );
  CREATE INDEX time_request_round ON time_request (round);
  CREATE TABLE time_answer (
    request uuid PRIMARY KEY REFERENCES time_request,
    due_date date,
    reason text NOT NULL CHECK (reason <> ''),
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
`;

const VISITS = `
  CREATE TABLE round_visit (
    round uuid NOT NULL,
    body text NOT NULL,
    person uuid NOT NULL REFERENCES person,
    capacity text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (round, body, person),
    FOREIGN KEY (round, body) REFERENCES round_body (round, body)
  );
`;

const WRITING_GOES_ON = `
  UPDATE text SET phase = 'open', closed_because = NULL WHERE closed_because = 'hearing';
`;

/** Before, what was sent out was closed: the standing texts of each agreement that is in hearing. */
const WRITING_STOPS = `
  UPDATE text SET phase = 'closed', closed_because = 'hearing'
  FROM section s JOIN part p ON p.id = s.part
  WHERE text.id IN (s.text, s.easy_read) AND s.removed_at IS NULL AND text.phase = 'open' AND 'freezeForHearing' = (
    SELECT e.event FROM agreement_event e WHERE e.agreement = p.agreement ORDER BY e.id DESC LIMIT 1);
`;

/** What was opened by the new rules is not misread by the old ones. */
const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM hearing_round WHERE owner IS NOT NULL OR version IS NULL)
      OR EXISTS (SELECT FROM agreement_event WHERE event = 'hearVersion')
      OR EXISTS (SELECT FROM (SELECT event, lag(event) OVER (PARTITION BY agreement ORDER BY id) AS earlier
        FROM agreement_event) AS e WHERE event = 'freezeForHearing' AND earlier = 'freezeForHearing') THEN
      RAISE EXCEPTION 'Rounds of parties, on documents, on earlier versions or beside one another have no place in the earlier tables';
    END IF;
    IF EXISTS (SELECT FROM time_request) OR EXISTS (SELECT FROM round_visit) OR EXISTS (SELECT FROM hearing_days) THEN
      RAISE EXCEPTION 'Who asked for more time, who has opened what is heard and the shortest hearing would be forgotten with their tables';
    END IF;
  END $$;
`;

const RIGHTS = `
  GRANT SELECT, INSERT ON hearing_days, heard_file_offer, heard_document, heard_document_file, round_section, time_request,
    time_answer, round_visit TO enig_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO enig_app;
`;

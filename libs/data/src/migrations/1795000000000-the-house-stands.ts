import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Places and people, agreements and their texts, hearing rounds, the approval chain and the log of acts stand.
 * The role `enig_app` may read and add everywhere, but never change or remove a recorded fact.
 */
export class TheHouseStands1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLACES);
    await runner.query(PEOPLE);
    await runner.query(TEXTS);
    await runner.query(AGREEMENTS);
    await runner.query(VERSIONS);
    await runner.query(HEARINGS);
    await runner.query(APPROVALS);
    await runner.query(ACTS);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE act, confirmation, decision, treatment, point, withdrawal, submission, response,
      round_event, round_extension, round_body, hearing_round, version_companion, version_text, version, text_version,
      annex, lineage, section_coordinator, section, part, agreement_event, agreement_party, text_update, text, agreement,
      chain_template, file, session, seat, person, body, party, municipality_region, municipality, region`);
  }
}

const PLACES = `
  CREATE TABLE region (
    id text PRIMARY KEY,
    code text UNIQUE,
    name text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    successor text REFERENCES region
  );
  CREATE TABLE municipality (
    code text PRIMARY KEY CHECK (code ~ '^[0-9]{4}$'),
    name text COLLATE "da-x-icu" NOT NULL UNIQUE,
    official_name text NOT NULL
  );
  CREATE TABLE municipality_region (
    municipality text NOT NULL REFERENCES municipality,
    region text NOT NULL REFERENCES region,
    valid_from date NOT NULL,
    valid_to date,
    PRIMARY KEY (municipality, valid_from)
  );
  CREATE TABLE party (
    id text PRIMARY KEY,
    name text COLLATE "da-x-icu" NOT NULL,
    municipality text UNIQUE REFERENCES municipality,
    region text UNIQUE REFERENCES region,
    CHECK (num_nonnulls(municipality, region) = 1)
  );
  CREATE TABLE body (
    id text PRIMARY KEY,
    kind text NOT NULL,
    name text COLLATE "da-x-icu" NOT NULL,
    party text REFERENCES party,
    region text REFERENCES region,
    valid_from date NOT NULL,
    valid_to date,
    CHECK (party IS NOT NULL OR region IS NOT NULL)
  );
  CREATE INDEX body_party ON body (party);
`;

const PEOPLE = `
  CREATE TABLE person (
    id uuid PRIMARY KEY,
    persona text UNIQUE,
    name text COLLATE "da-x-icu" NOT NULL,
    email text NOT NULL,
    is_demo boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE UNIQUE INDEX person_email ON person (lower(email));
  CREATE TABLE seat (
    id uuid PRIMARY KEY,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    kind text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
  );
  CREATE INDEX seat_person ON seat (person);
  CREATE INDEX seat_body ON seat (body);
  CREATE TABLE session (
    token_hash text PRIMARY KEY,
    person uuid NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
  );
  CREATE INDEX session_person ON session (person);
  CREATE TABLE file (
    sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text NOT NULL,
    size integer NOT NULL,
    bytes bytea NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now(),
    added_by uuid REFERENCES person
  );
`;

const TEXTS = `
  CREATE TABLE chain_template (
    key text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    steps jsonb NOT NULL,
    PRIMARY KEY (key, version)
  );
  CREATE TABLE agreement (
    id uuid PRIMARY KEY,
    region text NOT NULL REFERENCES region,
    title text NOT NULL CHECK (title <> ''),
    label text,
    period_from date NOT NULL,
    period_to date NOT NULL,
    deadline date NOT NULL,
    writing_until date,
    copied_from uuid REFERENCES agreement,
    chain_key text NOT NULL,
    chain_version integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by uuid NOT NULL REFERENCES person,
    FOREIGN KEY (chain_key, chain_version) REFERENCES chain_template,
    CHECK (period_to >= period_from)
  );
  CREATE TABLE text (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    agreement uuid NOT NULL REFERENCES agreement,
    body text REFERENCES body,
    phase text NOT NULL DEFAULT 'open' CHECK (phase IN ('open', 'closed')),
    closed_because text,
    seq bigint NOT NULL DEFAULT 0,
    title text NOT NULL DEFAULT '',
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by uuid REFERENCES person,
    CHECK ((phase = 'closed') = (closed_because IS NOT NULL))
  );
  CREATE INDEX text_agreement ON text (agreement);
  CREATE TABLE text_update (
    text uuid NOT NULL REFERENCES text,
    seq bigint NOT NULL,
    update bytea NOT NULL,
    person uuid REFERENCES person,
    body text REFERENCES body,
    session text,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (text, seq)
  );
`;

const AGREEMENTS = `
  CREATE TABLE agreement_party (
    agreement uuid NOT NULL REFERENCES agreement,
    party text NOT NULL REFERENCES party,
    name text COLLATE "da-x-icu" NOT NULL,
    council text NOT NULL REFERENCES body,
    PRIMARY KEY (agreement, party)
  );
  CREATE TABLE agreement_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreement,
    event text NOT NULL,
    version text,
    reason text,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
  CREATE INDEX agreement_event_agreement ON agreement_event (agreement, id);
  CREATE TABLE part (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreement,
    kind text NOT NULL,
    position integer NOT NULL,
    UNIQUE (agreement, kind)
  );
  CREATE TABLE section (
    id uuid PRIMARY KEY,
    part uuid NOT NULL REFERENCES part,
    kind text NOT NULL CHECK (kind IN ('focusArea', 'chapter')),
    position text COLLATE "C" NOT NULL,
    strand text,
    covers text,
    text uuid NOT NULL UNIQUE REFERENCES text,
    easy_read uuid UNIQUE REFERENCES text,
    removed_at timestamptz,
    CHECK ((kind = 'focusArea') = (strand IS NOT NULL))
  );
  CREATE INDEX section_part ON section (part);
  CREATE TABLE section_coordinator (
    section uuid NOT NULL REFERENCES section,
    party text NOT NULL REFERENCES party,
    PRIMARY KEY (section, party)
  );
  CREATE TABLE lineage (
    id uuid PRIMARY KEY,
    section uuid REFERENCES section,
    from_section uuid REFERENCES section,
    from_name text NOT NULL,
    relation text NOT NULL,
    basis text NOT NULL CHECK (basis IN ('document', 'interpretation'))
  );
  CREATE INDEX lineage_section ON lineage (section);
  CREATE TABLE annex (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreement,
    number integer NOT NULL,
    title text NOT NULL,
    file_name text NOT NULL,
    sha256 text NOT NULL REFERENCES file,
    removed_at timestamptz
  );
  CREATE UNIQUE INDEX annex_number ON annex (agreement, number) WHERE removed_at IS NULL;
`;

const VERSIONS = `
  CREATE TABLE text_version (
    id uuid PRIMARY KEY,
    text uuid NOT NULL REFERENCES text,
    seq bigint NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (text, seq, sha256)
  );
  CREATE INDEX text_version_sha256 ON text_version (sha256);
  CREATE TABLE version (
    hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    agreement uuid NOT NULL REFERENCES agreement,
    number integer NOT NULL,
    act text NOT NULL,
    manifest bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    UNIQUE (agreement, number)
  );
  CREATE TABLE version_text (
    version text NOT NULL REFERENCES version,
    position integer NOT NULL,
    section uuid NOT NULL REFERENCES section,
    text_version uuid NOT NULL REFERENCES text_version,
    PRIMARY KEY (version, position)
  );
  CREATE TABLE version_companion (
    version text NOT NULL REFERENCES version,
    section uuid NOT NULL REFERENCES section,
    text_version uuid NOT NULL REFERENCES text_version,
    PRIMARY KEY (version, section)
  );
`;

const HEARINGS = `
  CREATE TABLE hearing_round (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreement,
    version text NOT NULL REFERENCES version,
    number integer NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_date date NOT NULL,
    due_at timestamptz NOT NULL,
    short_reason text,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    UNIQUE (agreement, number)
  );
  CREATE TABLE round_body (
    round uuid NOT NULL REFERENCES hearing_round,
    body text NOT NULL REFERENCES body,
    PRIMARY KEY (round, body)
  );
  CREATE TABLE round_extension (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round uuid NOT NULL REFERENCES hearing_round,
    due_date date NOT NULL,
    due_at timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid NOT NULL REFERENCES person
  );
  CREATE TABLE round_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round uuid NOT NULL REFERENCES hearing_round,
    event text NOT NULL CHECK (event IN ('end', 'close')),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    UNIQUE (round, event)
  );
  CREATE TABLE response (
    id uuid PRIMARY KEY,
    round uuid NOT NULL REFERENCES hearing_round,
    body text NOT NULL REFERENCES body,
    text uuid NOT NULL UNIQUE REFERENCES text,
    UNIQUE (round, body)
  );
  CREATE TABLE submission (
    id uuid PRIMARY KEY,
    response uuid NOT NULL REFERENCES response,
    reference text NOT NULL UNIQUE,
    text_seq bigint NOT NULL,
    content bytea NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    submitted_at timestamptz NOT NULL,
    late boolean NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    supersedes uuid UNIQUE REFERENCES submission
  );
  CREATE UNIQUE INDEX submission_first ON submission (response) WHERE supersedes IS NULL;
  CREATE TABLE withdrawal (
    submission uuid PRIMARY KEY REFERENCES submission,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
  CREATE TABLE point (
    id uuid PRIMARY KEY,
    submission uuid NOT NULL REFERENCES submission,
    position integer NOT NULL,
    place text NOT NULL CHECK (place IN ('general', 'section', 'minority')),
    section uuid REFERENCES section,
    excerpt text NOT NULL,
    UNIQUE (submission, position),
    CHECK ((place = 'section') = (section IS NOT NULL))
  );
  CREATE TABLE treatment (
    id uuid PRIMARY KEY,
    point uuid NOT NULL REFERENCES point,
    outcome text NOT NULL,
    answer text NOT NULL CHECK (answer <> ''),
    reason text NOT NULL CHECK (reason <> ''),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    supersedes uuid UNIQUE REFERENCES treatment
  );
  CREATE UNIQUE INDEX treatment_first ON treatment (point) WHERE supersedes IS NULL;
`;

const APPROVALS = `
  CREATE TABLE decision (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreement,
    version text NOT NULL REFERENCES version,
    party text NOT NULL REFERENCES party,
    body text NOT NULL REFERENCES body,
    step text NOT NULL,
    outcome text NOT NULL,
    meeting_date date NOT NULL,
    item text NOT NULL,
    wording text NOT NULL,
    reason text NOT NULL DEFAULT '',
    next_meeting date,
    minutes_link text,
    recorded_at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    recorded_for text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    is_own boolean NOT NULL,
    supersedes uuid UNIQUE REFERENCES decision,
    CHECK (outcome IN ('approved', 'recommended', 'noted') OR reason <> '')
  );
  CREATE UNIQUE INDEX decision_first ON decision (agreement, version, party, body, step) WHERE supersedes IS NULL;
  CREATE TABLE confirmation (
    decision uuid PRIMARY KEY REFERENCES decision,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL
  );
`;

const ACTS = `
  CREATE TABLE act (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreement,
    number integer NOT NULL,
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    kind text NOT NULL,
    facts jsonb NOT NULL,
    previous text,
    hash text NOT NULL UNIQUE,
    UNIQUE (agreement, number)
  );
`;

/** Facts are added, never changed: `enig_app` gets UPDATE and DELETE only where a row is not a recorded fact. */
const RIGHTS = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'enig_app') THEN CREATE ROLE enig_app NOLOGIN; END IF;
  EXCEPTION
    -- Roles belong to the whole server: another database of it may be migrating at this moment.
    WHEN duplicate_object OR unique_violation THEN NULL;
  END $$;
  DO $$ BEGIN
    IF NOT pg_has_role(CURRENT_USER, 'enig_app', 'SET') THEN GRANT enig_app TO CURRENT_USER; END IF;
  END $$;
  GRANT USAGE ON SCHEMA public TO enig_app;
  GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO enig_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO enig_app;
  GRANT UPDATE ON person, seat, session, agreement, text, section, annex, body, region TO enig_app;
  -- Who locks a row needs a right to update it; of a round nothing else is changed.
  GRANT UPDATE (number) ON hearing_round TO enig_app;
  GRANT DELETE ON session, section_coordinator, agreement_party TO enig_app;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is to be done later waits in rows: letters to people and the links in them, timers, and jobs with their progress.
 * Each row is written in the transaction of the act it belongs to.
 */
export class LettersAndWorkWaitInRows1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [LETTERS, LINKS, WORK, RIGHTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_WHAT_WAS_NOT_SENT);
    await runner.query(
      'DROP TABLE job, timer, request_count, link_request, sign_in_link, mailbox_file, mailbox, letter',
    );
  }
}

const LETTERS = `
  CREATE TABLE letter (
    key text PRIMARY KEY CHECK (key <> ''),
    kind text NOT NULL,
    person uuid NOT NULL REFERENCES person,
    -- Whose matter it is about: it goes only to who holds a seat in it on the day. Null for the person's own.
    body text REFERENCES body,
    path text NOT NULL CHECK (path ~ '^/([^/]|$)'),
    facts jsonb NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- When it is tried (again). Whoever takes it moves it on first, so that one who dies with it only delays it.
    next_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts integer NOT NULL DEFAULT 0,
    sent_at timestamptz,
    given_up_at timestamptz,
    trouble text,
    CHECK (sent_at IS NULL OR given_up_at IS NULL)
  );
  -- Whoever has asked for a link sits and waits for it; the hundreds of letters of a round do not come before it.
  CREATE INDEX letter_waiting ON letter ((kind = 'signIn') DESC, next_at, key)
    WHERE sent_at IS NULL AND given_up_at IS NULL;
  CREATE INDEX letter_person ON letter (person);
  -- A demo's mails, which nobody sends. Empty everywhere else.
  CREATE TABLE mailbox (
    letter text PRIMARY KEY REFERENCES letter,
    subject text NOT NULL,
    plain text NOT NULL,
    html text NOT NULL,
    arrived_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  -- What such a mail has enclosed.
  CREATE TABLE mailbox_file (
    letter text NOT NULL REFERENCES mailbox,
    position integer NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (letter, position)
  );
`;

const LINKS = `
  CREATE TABLE sign_in_link (
    token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    person uuid NOT NULL REFERENCES person,
    path text NOT NULL,
    letter text NOT NULL REFERENCES letter,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX sign_in_link_expires ON sign_in_link (expires_at);
  -- Somebody has asked for a link. Whose address it is, is found out later, by the worker, who removes the row.
  CREATE TABLE link_request (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    address text NOT NULL,
    path text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  -- How often something was asked by, or about, somebody within a stretch of time; whom is kept as a hash.
  CREATE TABLE request_count (
    subject text NOT NULL CHECK (subject ~ '^[0-9a-f]{64}$'),
    since timestamptz NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (subject, since)
  );
`;

const WORK = `
  CREATE TABLE timer (
    key text PRIMARY KEY CHECK (key <> ''),
    kind text NOT NULL,
    subject text NOT NULL,
    due_at timestamptz NOT NULL,
    payload jsonb NOT NULL,
    set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- When it is tried again after it has failed.
    next_at timestamptz NOT NULL,
    failures integer NOT NULL DEFAULT 0,
    fired_at timestamptz
  );
  CREATE INDEX timer_waiting ON timer (next_at) WHERE fired_at IS NULL;
  CREATE INDEX timer_subject ON timer (subject, kind);
  CREATE TABLE job (
    id uuid PRIMARY KEY,
    key text NOT NULL CHECK (key <> ''),
    kind text NOT NULL,
    payload jsonb NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    -- The page it was asked for on.
    path text,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    attempts integer NOT NULL DEFAULT 0,
    -- Who has it, and until when without a sign of life.
    lease uuid,
    leased_until timestamptz,
    done integer NOT NULL DEFAULT 0,
    total integer,
    message text,
    file text REFERENCES file,
    file_name text,
    finished_at timestamptz,
    UNIQUE (key, person),
    CHECK ((state = 'running') = (lease IS NOT NULL)),
    CHECK ((lease IS NULL) = (leased_until IS NULL)),
    CHECK ((state IN ('waiting', 'running')) = (finished_at IS NULL)),
    CHECK ((file IS NULL) = (file_name IS NULL))
  );
  CREATE INDEX job_open ON job (asked_at) WHERE state IN ('waiting', 'running');
`;

/** Who was to be told is told before the table that says so goes. */
const REFUSE_WHAT_WAS_NOT_SENT = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM letter WHERE sent_at IS NULL AND given_up_at IS NULL) THEN
      RAISE EXCEPTION 'Letters that wait to be sent would be forgotten with their table';
    END IF;
  END $$;
`;

/** What a letter or a job says stays as it was asked; what has become of it is written beside. */
const RIGHTS = `
  GRANT SELECT, INSERT ON letter, mailbox, mailbox_file, sign_in_link, link_request, request_count, timer, job TO enig_app;
  GRANT UPDATE (next_at, attempts, sent_at, given_up_at, trouble) ON letter TO enig_app;
  GRANT UPDATE (subject, plain, html, arrived_at) ON mailbox TO enig_app;
  GRANT UPDATE (used_at) ON sign_in_link TO enig_app;
  GRANT UPDATE (asked_at), DELETE ON link_request TO enig_app;
  GRANT UPDATE (count), DELETE ON request_count TO enig_app;
  GRANT UPDATE (due_at, payload, set_at, next_at, failures, fired_at), DELETE ON timer TO enig_app;
  GRANT UPDATE (payload, body, capacity, path, asked_at, state, attempts, lease, leased_until, done, total, message, file,
    file_name, finished_at) ON job TO enig_app;
  GRANT DELETE ON mailbox_file, sign_in_link TO enig_app;
`;

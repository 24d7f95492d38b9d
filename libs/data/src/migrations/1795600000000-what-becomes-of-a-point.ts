import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A point says what it was found in, can be cut, made one with others, hung elsewhere and handed on, and one answer
 * serves several points and leads to the change that followed. The points that are there were found in paragraphs, and
 * each of their answers was given to one point.
 */
export class WhatBecomesOfAPoint1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CHANGES, POINTS, READ, ANSWERS, RIGHTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [REFUSE_WHAT_CANNOT_GO_BACK, WITHOUT_CHANGES]) await runner.query(sql);
  }
}

const CHANGES = `
  CREATE TABLE point_change (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    round uuid NOT NULL REFERENCES hearing_round,
    kind text NOT NULL CHECK (kind IN ('split', 'merge', 'move', 'assign', 'undo')),
    points uuid[] NOT NULL CHECK (cardinality(points) > 0),
    section uuid REFERENCES section,
    party text REFERENCES party,
    undoes uuid UNIQUE REFERENCES point_change,
    answer uuid UNIQUE,
    at timestamptz NOT NULL,
    person uuid NOT NULL REFERENCES person,
    body text NOT NULL REFERENCES body,
    capacity text NOT NULL,
    CHECK (num_nonnulls(undoes, answer) = (kind = 'undo')::integer),
    CHECK (section IS NULL OR kind = 'move'),
    CHECK (party IS NULL OR kind = 'assign')
  );
  CREATE INDEX point_change_round ON point_change (round, number);
`;

/** A minority's point stays a minority's wherever it hangs, and the parts of a point stand where it stood. */
const POINTS = `
  ALTER TABLE point
    ADD COLUMN source jsonb NOT NULL DEFAULT '{"kind": "paragraph"}',
    ADD COLUMN made_by uuid REFERENCES point_change,
    ADD COLUMN part integer,
    DROP CONSTRAINT point_submission_position_key,
    DROP CONSTRAINT point_check,
    ADD CONSTRAINT point_hangs_somewhere CHECK (place = 'minority' OR (place = 'section') = (section IS NOT NULL)),
    ADD CONSTRAINT point_part_of_something CHECK ((made_by IS NULL) = (part IS NULL));
  ALTER TABLE point ALTER COLUMN source DROP DEFAULT;
  CREATE UNIQUE INDEX point_proposed ON point (submission, position) WHERE made_by IS NULL;
  CREATE UNIQUE INDEX point_made ON point (made_by, part) WHERE made_by IS NOT NULL;
  CREATE INDEX point_of_submission ON point (submission);
`;

/** What one reads in a document is kept with it, so that it is answered piece by piece, and goes when it goes. */
const READ = `
  ALTER TABLE response_file ADD COLUMN says jsonb;
`;

const ANSWERS = `
  ALTER TABLE treatment
    ADD COLUMN given uuid,
    ADD COLUMN link_section uuid REFERENCES section,
    ADD COLUMN link_seq bigint,
    ADD CONSTRAINT treatment_link_is_of_a_section CHECK (link_seq IS NULL OR link_section IS NOT NULL);
  UPDATE treatment SET given = id;
  ALTER TABLE treatment ALTER COLUMN given SET NOT NULL;
  CREATE INDEX treatment_given ON treatment (given);
`;

const RIGHTS = `
  GRANT SELECT, INSERT ON point_change TO enig_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO enig_app;
`;

/**
 * Without its changes a point would be what it no longer is, and an answer that was taken back would count again; the
 * earlier tables know neither what a point was found in nor one answer to several, nor where the change is that followed.
 */
const REFUSE_WHAT_CANNOT_GO_BACK = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM point_change) OR EXISTS (SELECT FROM point WHERE source <> '{"kind": "paragraph"}')
      OR EXISTS (SELECT FROM treatment WHERE link_section IS NOT NULL)
      OR EXISTS (SELECT FROM treatment GROUP BY given HAVING count(*) > 1) THEN
      RAISE EXCEPTION 'What became of points, and what they were found in, cannot be told by the earlier tables';
    END IF;
  END $$;
`;

const WITHOUT_CHANGES = `
  DROP INDEX point_proposed, point_made, point_of_submission;
  ALTER TABLE point
    DROP COLUMN source, DROP COLUMN made_by, DROP COLUMN part,
    DROP CONSTRAINT point_hangs_somewhere,
    ADD CONSTRAINT point_check CHECK ((place = 'section') = (section IS NOT NULL)),
    ADD CONSTRAINT point_submission_position_key UNIQUE (submission, position);
  DROP TABLE point_change;
  ALTER TABLE treatment DROP COLUMN given, DROP COLUMN link_section, DROP COLUMN link_seq;
  ALTER TABLE response_file DROP COLUMN says;
`;

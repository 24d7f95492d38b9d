import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was concluded before there were timers for it comes into force, and ends, like what is concluded now (AG-40). The
 * keys are those of the application, so that no day has two; one that is long over is noted and told to nobody.
 */
export class DaysThatComeOfWhatWasConcluded1797200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TURNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM timer WHERE kind = 'agreementTurn' AND fired_at IS NULL`);
  }
}

const TURNS = `
  INSERT INTO timer (key, kind, subject, due_at, next_at, payload)
  SELECT 'agreementTurn:' || a.id || ':' || t.turn || ':' || t.day, 'agreementTurn', a.id::text, m.at, m.at,
    jsonb_build_object('agreement', a.id, 'turn', t.turn)
  FROM publication p
    JOIN agreement a ON a.id = p.agreement
    CROSS JOIN LATERAL (VALUES
      ('begins', greatest(a.period_from, (p.at AT TIME ZONE 'Europe/Copenhagen')::date)),
      ('ends', a.period_to + 1)) AS t (turn, day)
    CROSS JOIN LATERAL (SELECT t.day::timestamp AT TIME ZONE 'Europe/Copenhagen' AS at) AS m
  WHERE t.turn = 'begins' OR a.act IN ('agreement', 'part')
  ON CONFLICT (key) DO NOTHING
`;

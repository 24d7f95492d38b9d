import { on } from '@enig/access';
import { FINDER_VERSION } from '@enig/hearing';
import type { JobId, RoundId, Sha256 } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Announce } from '../agreement-change';
import { AgreementPartySchema, AgreementSchema } from '../agreements';
import { whatIsHeard } from '../hearing-reads';
import { roundViews } from '../hearing-views';
import { HearingRoundSchema, type HearingRoundRow } from '../hearings';
import { endOlderPapers } from '../jobs/papers';
import { sendLetters } from '../letters/outbox';
import { thoseWhoMay } from '../letters/readers';
import { openKeys } from './as-shown';
import { isPublished, screeningOf } from './screening-view';

/** A file that an older finder, or none, has looked through. */
const NEXT_FILE = `
  SELECT f.sha256 FROM (
    SELECT sha256 FROM file_inspection
    UNION SELECT sha256 FROM response_file WHERE removed_at IS NULL
    UNION SELECT r.sha256 FROM response_file r JOIN submission_file s ON s.file = r.id
    UNION SELECT replacement FROM file_withholding WHERE replacement IS NOT NULL
    UNION SELECT sha256 FROM case_annex WHERE removed_at IS NULL
    UNION SELECT minutes_file FROM decision WHERE minutes_file IS NOT NULL) f
  WHERE f.sha256 <> ALL ($2)
    AND NOT EXISTS (SELECT FROM file_inspection i WHERE i.sha256 = f.sha256 AND i.finder = $1)
  LIMIT 1`;

/** Rounds that are published, and those that papers were asked for of when an older finder looked. */
const NEXT_ROUND = `
  SELECT round FROM (
    SELECT round FROM (SELECT DISTINCT ON (round) round, event FROM publication_event ORDER BY round, id DESC) AS last
    WHERE event = 'publish'
    UNION SELECT h.id FROM hearing_round h JOIN job j ON j.payload ->> 'round' = h.id::text
    WHERE j.kind IN ('memo', 'used') AND j.state IN ('waiting', 'running', 'done')
      AND coalesce((j.payload ->> 'finder')::int, 0) < $2) AS next
  WHERE round <> ALL ($1) ORDER BY round LIMIT 1`;

/** What a better finder has not looked through yet; workers do, and whoever hears is told what it sees (HE-46, HE-48). */
export class LookingThrough {
  constructor(
    private readonly source: DataSource,
    private readonly announce: Announce,
  ) {}

  /** A file this finder has not looked through, none of `except`; null for none. */
  async nextFile(except: readonly Sha256[]): Promise<Sha256 | null> {
    const [row] = await this.source.query<{ sha256: Sha256 }[]>(NEXT_FILE, [FINDER_VERSION, except]);
    return row?.sha256 ?? null;
  }

  /** A round that is published or that older papers are about, none of `except`; null for none. */
  async nextRound(except: readonly RoundId[]): Promise<RoundId | null> {
    const [row] = await this.source.query<{ round: RoundId }[]>(NEXT_ROUND, [except, FINDER_VERSION]);
    return row?.round ?? null;
  }

  /**
   * Looks a round through. Where this finder sees what nobody has released, papers an older one looked through are not
   * given out any more, and those who may publish the round are told if it is published: each once for each finder. It
   * is covered meanwhile.
   *
   * @returns how much that is.
   */
  async tellOfFindings(id: RoundId): Promise<number> {
    const ended: JobId[] = [];
    const found = await this.source.transaction(async (manager) => {
      const row = await manager.findOneBy(HearingRoundSchema, { id });
      const [round] = row ? await roundViews(manager, [row]) : [];
      if (!row || !round) return 0;
      const screening = await screeningOf(manager, round, { names: false });
      const count = [...openKeys(screening).values()].reduce((sum, { size }) => sum + size, 0);
      if (count > 0) ended.push(...(await endOlderPapers(manager, id)));
      if (count > 0 && isPublished(screening)) await tell(manager, row, count);
      return count;
    });
    for (const job of ended) await this.announce({ topic: 'job', id: job });
    return found;
  }
}

async function tell(manager: EntityManager, row: HearingRoundRow, count: number): Promise<void> {
  const round = await whatIsHeard(manager, row);
  const { id, agreement, owner, body } = row;
  const { region } = await manager.findOneByOrFail(AgreementSchema, { id: agreement });
  const parties = await manager.findBy(AgreementPartySchema, { agreement });
  const subject = on.round({ region, parties: parties.map(({ party }) => party), owner });
  await sendLetters(
    manager,
    (await thoseWhoMay(manager, 'close', { body, subject })).map((person) => ({
      key: `lookAgain:${id}:${FINDER_VERSION}:${person}`,
      ...{ kind: 'lookAgain' as const, to: person, body, path: `/aftaler/${agreement}/hoering/${id}/offentliggoer` },
      facts: { round, count },
    })),
  );
}

import { FINDER_VERSION } from '@enig/hearing';
import type { BodyId, Instant, RoundId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { RoundView } from '../hearing-views';
import type { AnswerSlot } from './answer-slots';
import { openKeys } from './as-shown';
import { cutSlot, publishedNow, whyHeld, type Covering, type HiddenStretch, type NotReleased } from './covering';
import type { ScreenedFile, ScreenedSlot } from './screened';
import { isPublished, screeningOf } from './screening-view';

/** A piece of a published answer, and what of it is not shown. */
export interface PublishedSlot extends AnswerSlot {
  readonly cuts: readonly HiddenStretch[];
}

/** A file of a published answer. */
export interface PublishedFile {
  /** What the council called it; not published where another stands for it or none does. */
  readonly sentAs: string;
  /** What anybody may fetch; null for nothing. */
  readonly published: ScreenedFile['published'];
  /** Why it is not the one that was sent; null where it is. */
  readonly copiedFor: string | null;
  /** What stands for it where nothing does; null where something does. */
  readonly held: string | null;
}

/** What a council answered, as anybody reads it. */
export interface PublishedAnswer {
  readonly council: BodyId;
  readonly submittedAt: Instant;
  readonly late: boolean;
  readonly slots: readonly PublishedSlot[];
  readonly files: readonly PublishedFile[];
}

/** What is published of a round. */
export interface PublishedRound {
  readonly at: Instant;
  readonly answers: readonly PublishedAnswer[];
}

/**
 * What anybody reads of a round: what two people have not released is covered also where it was found after it was
 * published, as by a better finder, and a file nobody has looked through is not there. Names of members were asked about
 * before it was published.
 *
 * @returns null while it is not published.
 */
export async function publishedRound(
  manager: EntityManager,
  round: RoundView,
  covering: Covering,
): Promise<PublishedRound | null> {
  const screening = await screeningOf(manager, round, { names: false });
  const last = screening.events.at(-1);
  if (!last || !isPublished(screening)) return null;
  const open = openKeys(screening);
  const answers = screening.submissions.map(({ submission, council, slots, files }): PublishedAnswer => {
    const { id, submittedAt, late } = submission.row;
    const shown = { open: open.get(id) ?? new Set<string>(), covering };
    return {
      ...{ council, submittedAt, late },
      slots: slots.filter(({ isPublic }) => isPublic).map((slot) => publishedSlot(slot, shown)),
      files: files.map((file) => {
        const published = publishedNow(file, shown);
        const copiedFor = published && file.withholding ? file.withholding.reason : null;
        return { sentAs: file.name, published, copiedFor, held: published ? null : whyHeld(file, shown) };
      }),
    };
  });
  return { at: last.at, answers };
}

function publishedSlot(slot: ScreenedSlot, shown: NotReleased): PublishedSlot {
  const { key, kind, section, text, isPublic } = slot;
  return { key, kind, section, text, isPublic, cuts: cutSlot(slot, shown).cuts };
}

/** Rows of these kinds are only added, so how many there are says whether anything of what is published has changed. */
const FACTS = `
  WITH own AS (
    SELECT s.id FROM submission s JOIN response r ON r.id = s.response WHERE r.round = $1
  ), held AS (
    SELECT w.id, w.replacement FROM file_withholding w JOIN own ON own.id = w.submission
  ), files AS (
    SELECT f.sha256 FROM own JOIN submission_file s ON s.submission = own.id JOIN response_file f ON f.id = s.file
    UNION SELECT replacement FROM held WHERE replacement IS NOT NULL
  ), facts AS (
    SELECT concat_ws('.', (SELECT count(*) FROM own),
    (SELECT count(*) FROM redaction r JOIN own ON own.id = r.submission),
    (SELECT count(*) FROM redaction_lift l JOIN redaction r ON r.id = l.redaction JOIN own ON own.id = r.submission),
    (SELECT count(*) FROM finding_release r JOIN own ON own.id = r.submission),
    (SELECT count(*) FROM held),
    (SELECT count(*) FROM file_inspection i JOIN files ON files.sha256 = i.sha256 WHERE i.finder = $2)) AS stamp
  )`;

const PUBLICATION = `${FACTS}
  SELECT e.event, concat_ws('.', e.id, facts.stamp) AS stamp
  FROM publication_event e CROSS JOIN facts WHERE e.round = $1 ORDER BY e.id DESC LIMIT 1`;

/**
 * Names the state of what is published of a round: while it is the same, so is what anybody reads. Cheap to ask.
 *
 * @returns null while it is not published.
 */
export async function publicationStamp(manager: EntityManager, round: RoundId): Promise<string | null> {
  const [row] = await manager.query<{ event: string; stamp: string }[]>(PUBLICATION, [round, FINDER_VERSION]);
  return row?.event === 'publish' ? row.stamp : null;
}

/** Names the state of what is shown of a closed round: while it is the same, so is what others read. Cheap to ask. */
export async function shownStamp(manager: EntityManager, round: RoundId): Promise<string> {
  const [row] = await manager.query<{ stamp: string }[]>(`${FACTS} SELECT stamp FROM facts`, [round, FINDER_VERSION]);
  if (!row) throw new Error(`The round ${round} has no state`);
  return row.stamp;
}

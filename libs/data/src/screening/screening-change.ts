import type { Abandoned } from '@enig/agreement';
import { mayBePublic, type PublishFacts, type StillClosed, type SubmissionId } from '@enig/hearing';
import { ok, type ResponseId, type Result, type RoundId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../act';
import { roundViews } from '../hearing-views';
import { HearingRoundSchema, SubmissionSchema } from '../hearings';
import { changeRound, type RoundChange, type StoreGround } from '../round-change';
import type { FileWithholdingRow } from './rows';
import type { ScreenedSubmission } from './screened';
import { findingsIn, isPublished, missingInspections, releasesIn, screeningOf, type Screening } from './screening-view';

/** What is looked through for a change: one submission, or all of them; and whether it is done in any case. */
export interface Looked {
  /** Null for everything that stands in the round. */
  readonly at: SubmissionId | null;
  /** Also where the agreement is given up (AG-24). */
  readonly alsoAbandoned?: boolean;
}

/**
 * Changes what is decided about publishing a round, under the round's lock. It is looked through as soon as that is held,
 * since nobody sends anything meanwhile, and before the agreement is locked: nobody else waits for it.
 *
 * @returns null for no such round.
 */
export async function changeScreening<Value, Refusal>(
  ground: StoreGround,
  round: RoundId,
  { at, alsoAbandoned = false }: Looked,
  act: (change: RoundChange, screening: Screening) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | Abandoned> | null> {
  const seen: Screening[] = [];
  const own = at === null ? undefined : await responsesOf(ground.source.manager, at);
  const ahead = async (manager: EntityManager): Promise<void> => {
    const row = await manager.findOneBy(HearingRoundSchema, { id: round });
    const [view] = row ? await roundViews(manager, [row], own) : [];
    if (view) seen.push(await screeningOf(manager, view, { only: at }));
  };
  // What is looked at was read ahead: behind the agreement's lock only what the act itself is about is read again.
  const only = async (): Promise<readonly ResponseId[]> => own ?? [];
  return changeRound<Value, Refusal>(ground, round, { lock: 'UPDATE', alsoAbandoned, ahead, only }, async (change) => {
    const [screening] = seen;
    if (!screening) throw new Error(`The round ${round} was not looked through`);
    return act(change, screening);
  });
}

/** The response that was sent; what belongs to which never changes, so it needs no lock. */
async function responsesOf(manager: EntityManager, id: SubmissionId): Promise<readonly ResponseId[]> {
  const rows = await manager.find(SubmissionSchema, { where: { id }, select: { response: true } });
  return rows.map(({ response }) => response);
}

/** What publishing is judged by. */
export function publishFacts(screening: Screening): PublishFacts {
  return {
    state: screening.round.round.state,
    findings: findingsIn(screening),
    releases: releasesIn(screening),
    unscreened: missingInspections(screening).length,
    isPublished: isPublished(screening),
  };
}

/** A submission that stands; null for none. */
export function submissionIn(screening: Screening, id: SubmissionId): ScreenedSubmission | null {
  return screening.submissions.find(({ submission }) => submission.row.id === id) ?? null;
}

/** Logs what was done with what a council sent: who and where, never what was found nor why. */
export async function logScreening(
  change: RoundChange,
  actor: Actor,
  kind: string,
  council: string | null,
  facts: Parameters<RoundChange['log']>[2],
): Promise<void> {
  await change.log(actor, kind, { round: change.round.row.id, council, ...facts });
}

/**
 * Whether a copy may stand for a file: while it is published it must be as clean as what was published (HE-48). What
 * else stands in the round is not asked of, and holding back is always allowed.
 */
export async function mayStandFor(
  change: RoundChange,
  screening: Screening,
  row: Omit<FileWithholdingRow, 'id'>,
): Promise<Result<null, StillClosed>> {
  if (row.replacement === null || !isPublished(screening)) return ok(null);
  const withheld = { ...row, id: 0 };
  const after = await screeningOf(change.manager, change.round, { only: row.submission, withheld });
  const copy = submissionIn(after, row.submission)?.files.find(({ sha256 }) => sha256 === row.sha256);
  const unscreened = copy?.inspection ? 0 : 1;
  return mayBePublic({ findings: copy?.findings ?? [], releases: releasesIn(after), unscreened });
}

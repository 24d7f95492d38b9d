import { checkNotAbandoned, type Abandoned } from '@enig/agreement';
import type { Instant, ResponseId, Result, RoundId } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { appendAct, databaseNow, lockAgreement, type Clock } from './act';
import type { Announce, Announcement, Change } from './agreement-change';
import { agreementView } from './agreement-reads';
import { roundViews, type RoundView } from './hearing-views';
import { HearingRoundSchema } from './hearings';
import { refusable } from './refusable';

/** What the stores of hearings and decisions stand on. */
export interface StoreGround {
  readonly source: DataSource;
  readonly announce: Announce;
  /** Only a demo gives another than the database's. */
  readonly clock?: Clock;
}

/** A change to a round under way: its row is locked, then the agreement's, and this is how both stand. */
export interface RoundChange extends Change {
  /** With the responses it is about ({@link RoundLock.only}) and their points. */
  readonly round: RoundView;
}

/** How a round is changed. */
export interface RoundLock {
  /** `SHARE` for those who answer, `UPDATE` for who moves, ends or closes the round. */
  readonly lock: 'SHARE' | 'UPDATE';
  /** Whether it is done also where the agreement is given up (AG-24): only what takes down what anybody can read. */
  readonly alsoAbandoned: boolean;
  /** What is read between the two locks, so that nobody waits for the agreement meanwhile. */
  readonly ahead?: (manager: EntityManager) => Promise<void>;
  /** The responses it is about: of a round of a hundred, no other is read. Left out: all of them. */
  readonly only?: (manager: EntityManager) => Promise<readonly ResponseId[]>;
}

/**
 * Changes a round in one transaction. First the round's row is locked: `SHARE` for those who answer, so that none waits
 * for the round while another reads what it sends, `UPDATE` for who moves, ends or closes it. Then the clock is read,
 * once: whether a response is on time is judged by it, however long the rest takes (HE-7). Then the agreement's row is
 * locked, for its log, and from there on one goes after the other. Of an agreement that is given up every change is
 * refused that does not say otherwise (AG-24); a refusal writes nothing, whatever `act` did before. Everybody who locks
 * both locks the round before the agreement.
 *
 * @returns null for no such round.
 */
export async function changeRound<Value, Refusal>(
  { source, announce, clock = databaseNow }: StoreGround,
  id: RoundId,
  how: RoundLock['lock'] | RoundLock,
  act: (change: RoundChange) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | Abandoned> | null> {
  const { lock, alsoAbandoned, ahead, only }: RoundLock =
    typeof how === 'string' ? { lock: how, alsoAbandoned: false } : how;
  const told: Announcement[] = [];
  const done = await refusable<Value, Refusal | Abandoned>(source, async (manager) => {
    await manager.query(`SELECT id FROM hearing_round WHERE id = $1 FOR ${lock}`, [id]);
    const now = await clock(manager);
    await ahead?.(manager);
    const change = await changeOf(manager, { id, now, only: await only?.(manager) }, (each) => told.push(each));
    if (!change) return null;
    const goesOn = checkNotAbandoned(change.view.state);
    return goesOn.ok || alsoAbandoned ? act(change) : goesOn;
  });
  if (done?.ok) for (const each of told) await announce(each);
  return done;
}

async function changeOf(
  manager: EntityManager,
  { id, now, only }: { readonly id: RoundId; readonly now: Instant; readonly only: readonly ResponseId[] | undefined },
  announce: Change['announce'],
): Promise<RoundChange | null> {
  const row = await manager.findOne(HearingRoundSchema, { where: { id } });
  if (!row) return null;
  const { agreement } = row;
  await lockAgreement(manager, agreement);
  const view = await agreementView(manager, agreement);
  const [round] = await roundViews(manager, [row], only);
  if (!view || !round) throw new Error(`The round ${id} hangs on no agreement`);
  const log: Change['log'] = async (actor, kind, facts) => {
    await appendAct(manager, { agreement, ...actor, kind, facts, at: now });
  };
  announce({ topic: 'round', id });
  announce({ topic: 'agreement', id: agreement });
  return { manager, view, now, announce, log, round };
}

import { checkNotAbandoned, type Abandoned } from '@enig/agreement';
import type { Instant, Result, RoundId } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { appendAct, databaseNow, lockAgreement, type Clock } from './act';
import type { Announce, Announcement, Change } from './agreement-change';
import { agreementView } from './agreement-reads';
import { roundViews, type RoundView } from './hearing-views';
import { HearingRoundSchema } from './hearings';

/** What the stores of hearings and decisions stand on. */
export interface StoreGround {
  readonly source: DataSource;
  readonly announce: Announce;
  /** Only a demo gives another than the database's. */
  readonly clock?: Clock;
}

/** A change to a round under way: its row is locked, then the agreement's, and this is how both stand. */
export interface RoundChange extends Change {
  readonly round: RoundView;
}

/**
 * Changes a round in one transaction. First the round's row is locked: `SHARE` for those who answer, so that they do
 * not wait for one another, `UPDATE` for who moves, ends or closes it. Then the clock is read, once: whether a response
 * is on time is judged by it, however long the rest takes (HE-7). `act` asks the rules before it writes, so a refusal
 * writes nothing; of an agreement that is given up every change is refused (AG-24). Everybody who locks both locks the round before the agreement.
 *
 * @returns null for no such round.
 */
export async function changeRound<Value, Refusal>(
  { source, announce, clock = databaseNow }: StoreGround,
  id: RoundId,
  lock: 'SHARE' | 'UPDATE',
  act: (change: RoundChange) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | Abandoned> | null> {
  const told: Announcement[] = [];
  const done = await source.transaction(async (manager) => {
    await manager.query(`SELECT id FROM hearing_round WHERE id = $1 FOR ${lock}`, [id]);
    const now = await clock(manager);
    const change = await changeOf(manager, id, now, (each) => told.push(each));
    if (!change) return null;
    const goesOn = checkNotAbandoned(change.view.state);
    return goesOn.ok ? act(change) : goesOn;
  });
  if (done?.ok) for (const each of told) await announce(each);
  return done;
}

async function changeOf(
  manager: EntityManager,
  id: RoundId,
  now: Instant,
  announce: Change['announce'],
): Promise<RoundChange | null> {
  const row = await manager.findOne(HearingRoundSchema, { where: { id } });
  if (!row) return null;
  const { agreement } = row;
  await lockAgreement(manager, agreement);
  const view = await agreementView(manager, agreement);
  const [round] = await roundViews(manager, [row]);
  if (!view || !round) throw new Error(`The round ${id} hangs on no agreement`);
  const log: Change['log'] = async (actor, kind, facts) => {
    await appendAct(manager, { agreement, ...actor, kind, facts, at: now });
  };
  announce({ topic: 'round', id });
  announce({ topic: 'agreement', id: agreement });
  return { manager, view, now, announce, log, round };
}

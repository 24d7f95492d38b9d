import {
  transition,
  type AgreementEvent,
  type AgreementFacts,
  type AgreementRefused,
  type AgreementState,
} from '@enig/agreement';
import {
  ok,
  type AgreementId,
  type Instant,
  type Json,
  type Result,
  type TextId,
  type VersionHash,
} from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { appendUnderLock, lockAgreement, type Actor, type Clock } from './act';
import { agreementView, type AgreementView } from './agreement-reads';
import { AgreementEventSchema } from './agreements';
import { dropTimers } from './jobs/timers';
import { publishAgreement } from './publishing';
import { refusable } from './refusable';
import { beginTurns } from './turns';

/** What others are told once a change is committed: what kind of thing changed, and which. */
export interface Announcement {
  readonly topic: 'agreement' | 'text' | 'round' | 'rights' | 'job';
  readonly id: string;
}

/** Tells every node of a committed change. */
export type Announce = (announcement: Announcement) => Promise<void>;

/** A change under way: the agreement's row is locked, and this is how it stands. */
export interface Change {
  readonly manager: EntityManager;
  readonly view: AgreementView;
  /** The database's clock, read under the lock. */
  readonly now: Instant;
  /** To be told once it is committed, besides that the agreement has changed. */
  readonly announce: (announcement: Announcement) => void;
  /** Adds to the agreement's log of acts. */
  readonly log: (actor: Actor, kind: string, facts: { readonly [name: string]: Json }) => Promise<void>;
}

/**
 * Changes an agreement in one transaction: its row is locked, `act` asks the rules and writes, and others are told
 * after the commit. A refusal writes nothing, whatever `act` did before.
 *
 * @param clock  only for a demo, which is given a past.
 * @returns null for no such agreement.
 */
export async function changeAgreement<Value, Refusal>(
  source: DataSource,
  announce: Announce,
  id: AgreementId,
  act: (change: Change) => Promise<Result<Value, Refusal>>,
  clock?: Clock,
): Promise<Result<Value, Refusal> | null> {
  const told: Announcement[] = [];
  const done = await refusable<Value, Refusal>(source, async (manager) => {
    const locked = await lockAgreement(manager, id);
    const now = clock ? await clock(manager) : locked;
    const view = await agreementView(manager, id);
    if (!view) return null;
    const log: Change['log'] = async (actor, kind, facts) => {
      await appendUnderLock(manager, { agreement: id, ...actor, kind, facts, at: now });
    };
    return act({ manager, view, now, announce: (each) => told.push(each), log });
  });
  if (done?.ok) for (const each of [...told, { topic: 'agreement' as const, id }]) await announce(each);
  return done;
}

/** What goes on record with an event. */
export interface EventRecord {
  readonly event: AgreementEvent;
  readonly facts: AgreementFacts;
  readonly version: VersionHash | null;
  readonly reason: string | null;
  /** What else the log is to say of it. */
  readonly said?: { readonly [name: string]: Json };
}

/**
 * Lets something happen to an agreement: asks the transition table, records the event, opens or closes the texts, and
 * logs the act. @returns the state it came to.
 */
export async function recordEvent(
  change: Change,
  actor: Actor,
  { event, facts, version, reason, said = {} }: EventRecord,
): Promise<Result<AgreementState, AgreementRefused>> {
  const moved = transition(change.view.state, event, facts);
  if (!moved.ok) return moved;
  const { state, effects } = moved.value;
  const agreement = change.view.row.id;
  await change.manager.insert(AgreementEventSchema, { agreement, event, version, reason, at: change.now, ...actor });
  const ends = change.view.state === 'deciding' && state !== 'deciding';
  if (ends) await closeCases(change, state);
  if (effects.includes('closeTexts')) await closeTexts(change, standingTexts(change.view), state);
  if (effects.includes('openTexts')) await openTexts(change, standingTexts(change.view));
  // What the parties were to be reminded of is over, or is another text (AP-33).
  if (ends) await dropTimers(change.manager, agreement, 'decisionReminder');
  const succeeds = effects.includes('publish') && version ? await publishAgreement(change, version, actor) : [];
  await change.log(actor, event, {
    ...(version === null ? {} : { version }),
    ...(reason === null ? {} : { reason }),
    ...said,
    ...(succeeds.length === 0 ? {} : { succeeds: [...succeeds].sort() }),
  });
  if (effects.includes('publish')) await beginTurns(change, succeeds, actor);
  return ok(state);
}

/**
 * Closes the cases that are written in, for their text is no longer decided on (CA-3). The texts of the agreement are
 * locked with them: who opens or closes these next would otherwise lock out of order.
 */
async function closeCases(change: Change, state: AgreementState): Promise<void> {
  const { manager, view } = change;
  const rows = await manager.query<{ text: TextId }[]>(
    `SELECT c.text FROM case_paper c JOIN text t ON t.id = c.text WHERE c.agreement = $1 AND t.phase = 'open'`,
    [view.row.id],
  );
  if (rows.length === 0) return;
  const texts = rows.map(({ text }) => text);
  await lockTexts(manager, [...standingTexts(view), ...texts]);
  await closeTexts(change, texts, state === 'drafting' ? 'caseLapsed' : state);
}

/** The texts of every section that stands, easy-read ones too. */
export function standingTexts(view: AgreementView): TextId[] {
  const standing = view.sections.filter(({ row }) => row.removedAt === null);
  return standing.flatMap(({ row }) => (row.easyRead === null ? [row.text] : [row.text, row.easyRead]));
}

/** Closes texts for writing. `because` is a state of the agreement, or `removed`; its sentence is `closed.<because>`. */
export async function closeTexts(
  { manager, announce }: Change,
  texts: readonly TextId[],
  because: string,
): Promise<void> {
  await lockTexts(manager, texts);
  await manager.query(`UPDATE text SET phase = 'closed', closed_because = $2 WHERE id = ANY ($1)`, [texts, because]);
  for (const id of texts) announce({ topic: 'text', id });
}

/** Opens texts for writing. */
export async function openTexts({ manager, announce }: Change, texts: readonly TextId[]): Promise<void> {
  await lockTexts(manager, texts);
  await manager.query(`UPDATE text SET phase = 'open', closed_because = NULL WHERE id = ANY ($1)`, [texts]);
  for (const id of texts) announce({ topic: 'text', id });
}

/** In the order of their ids, as everyone who locks more than one text does; so nobody waits in a circle. */
export async function lockTexts(manager: EntityManager, texts: readonly TextId[]): Promise<void> {
  await manager.query('SELECT id FROM text WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [texts]);
}

import { inForceFrom, isSupplement, standingOf } from '@enig/agreement';
import {
  addDays,
  brandId,
  daysBetween,
  endOfDay,
  localDateAt,
  type AgreementId,
  type Instant,
  type Json,
  type LocalDate,
} from '@enig/kernel';
import { formatList } from '@enig/messages';
import { In, type EntityManager } from 'typeorm';
import { appendUnderLock, lockAgreement, type Actor, type Clock } from './act';
import type { Change } from './agreement-change';
import { agreementView, type AgreementHead } from './agreement-reads';
import { AgreementSchema } from './agreements';
import { decisionReaders, oncePerPerson } from './decision-letters';
import { setTimer, type DueTimer } from './jobs/timers';
import { lastDaysOf, periodOf } from './last-days';
import { sendLetters, type NewLetter } from './letters/outbox';
import { PublicationSchema } from './publications';

/** In days: what turned longer ago is noted in the log, and no letter is written about it. */
const NEWS = 30;

type Turn = 'begins' | 'ends';

/** What follows from a conclusion on days to come, and today: under the lock of the agreement that was concluded. */
type Concluding = Pick<Change, 'manager' | 'view' | 'now' | 'log'>;

/**
 * Sees to it that people are told when what was concluded comes into force, and when it or what it comes after has
 * ended (AG-40). What is in force from today is noted at once: the letter of the conclusion says so.
 *
 * @param succeeds the agreements it comes after.
 */
export async function beginTurns(
  { manager, view, now, log }: Concluding,
  succeeds: readonly AgreementId[],
  actor: Actor,
): Promise<void> {
  const { row } = view;
  const about = [row.id, ...(row.parent === null ? [] : [row.parent]), ...succeeds];
  const rows = await manager.find(AgreementSchema, { where: { id: In(about) } });
  const lastDays = await lastDaysOf(manager, rows);
  const to = lastDays.get(row.id) ?? row.periodTo;
  const today = localDateAt(now);
  const from = inForceFrom({ period: periodOf(row), concludedOn: today });
  if (from === today && to >= today) await log(actor, 'comeIntoForce', { from, to });
  else if (from <= to) await setTurn(manager, row.id, 'begins', from);
  for (const { id, act } of rows) {
    const last = lastDays.get(id);
    if (last !== undefined && !isSupplement(act)) await setTurn(manager, id, 'ends', addDays(last, 1));
  }
}

/** At the first moment of a day; a last day that is moved is another turn. */
async function setTurn(manager: EntityManager, agreement: AgreementId, turn: Turn, day: LocalDate): Promise<void> {
  await setTimer(manager, {
    ...{ key: `agreementTurn:${agreement}:${turn}:${day}`, kind: 'agreementTurn', subject: agreement },
    ...{ dueAt: endOfDay(addDays(day, -1)), payload: { agreement, turn } },
  });
}

/**
 * Notes in the log that an agreement has come into force, or has ended, and tells its parties' people and the
 * secretariat, in the timer's own transaction (AG-40). How it stands is computed under the agreement's lock: one whose
 * day was moved meanwhile has another timer, and what is noted already is not noted again. On record for it is whoever
 * gave the last approval, from which it follows.
 *
 * @param clock only for a demo, which is given a past.
 */
export async function turnAgreement(manager: EntityManager, { payload }: DueTimer, clock?: Clock): Promise<void> {
  const { agreement, turn } = turnIn(payload);
  const locked = await lockAgreement(manager, agreement);
  const now = clock ? await clock(manager) : locked;
  const head = await agreementView(manager, agreement);
  const published = await manager.findOne(PublicationSchema, { where: { agreement } });
  if (!head || !published || (await isNoted(manager, head, turn))) return;
  const { person, body, capacity } = published;
  await (turn === 'begins' ? begin : end)({ manager, head, now, actor: { person, body, capacity } });
}

interface Turning {
  readonly manager: EntityManager;
  readonly head: AgreementHead;
  readonly now: Instant;
  readonly actor: Actor;
}

async function begin(turning: Turning): Promise<void> {
  const { manager, head, now, actor } = turning;
  const { row, concludedOn, lastDay: to } = head;
  if (concludedOn === null) return;
  const today = localDateAt(now);
  const from = inForceFrom({ period: periodOf(row), concludedOn });
  if (from > today || from > to) return;
  await appendUnderLock(manager, {
    ...{ agreement: row.id, kind: 'comeIntoForce', facts: { from, to }, at: now, ...actor },
  });
  if (standing(head, today) !== 'inForce' || isOld(from, today)) return;
  const replaces = await titlesSucceeded(manager, row.id);
  await tell(turning, (reader) => ({
    ...{ key: `agreementInForce:${row.id}:${reader.person}`, kind: 'agreementInForce', to: reader.person },
    ...{ body: reader.body, path: `/aftaler/${row.id}` },
    facts: { agreement: row.title, from, to, replaces },
  }));
}

async function end(turning: Turning): Promise<void> {
  const { manager, head, now, actor } = turning;
  const { row, lastDay: to } = head;
  const today = localDateAt(now);
  if (standing(head, today) !== 'ended') return;
  const next = await nextTo(manager, row.id, addDays(to, 1));
  const [kind, facts] = next === null ? (['runOut', { to }] as const) : (['giveWay', { to, title: next }] as const);
  await appendUnderLock(manager, { agreement: row.id, kind, facts, at: now, ...actor });
  // Of the one that is in force instead, its own letter tells, and names this one.
  if (next !== null || isOld(to, today)) return;
  await tell(turning, (reader) => ({
    ...{ key: `agreementEnded:${row.id}:${to}:${reader.person}`, kind: 'agreementEnded', to: reader.person },
    ...{ body: reader.body, path: `/aftaler/${row.id}` },
    facts: { agreement: row.title, to },
  }));
}

async function tell(
  { manager, head }: Turning,
  letterTo: (reader: Awaited<ReturnType<typeof decisionReaders>>[number]) => NewLetter,
): Promise<void> {
  await sendLetters(manager, oncePerPerson(await decisionReaders(manager, head)).map(letterTo));
}

function standing({ row, state, concludedOn, lastDay }: AgreementHead, today: LocalDate) {
  return standingOf(state, periodOf(row), concludedOn, today, lastDay);
}

function isOld(day: LocalDate, today: LocalDate): boolean {
  return daysBetween(day, today) > NEWS;
}

const NOTED: Readonly<Record<Turn, readonly string[]>> = { begins: ['comeIntoForce'], ends: ['runOut', 'giveWay'] };

/** One that was extended after its last day can end again, on another day. */
async function isNoted(manager: EntityManager, { row, lastDay }: AgreementHead, turn: Turn): Promise<boolean> {
  const [noted] = await manager.query<unknown[]>(
    `SELECT FROM act WHERE agreement = $1 AND kind = ANY ($2) AND ($3::text IS NULL OR facts ->> 'to' = $3) LIMIT 1`,
    [row.id, NOTED[turn], turn === 'ends' ? lastDay : null],
  );
  return noted !== undefined;
}

/** What an agreement comes after, as people read it in a sentence; empty where it comes after none. */
export async function titlesSucceeded(manager: EntityManager, agreement: AgreementId): Promise<string> {
  const rows = await manager.query<{ title: string }[]>(
    'SELECT a.title FROM succession s JOIN agreement a ON a.id = s.succeeds WHERE s.agreement = $1 ORDER BY a.title',
    [agreement],
  );
  return formatList(
    rows.map(({ title }) => `»${title}«`),
    'da',
  );
}

/** The title of what comes after an agreement and is in force from that day; null where nothing does. */
async function nextTo(manager: EntityManager, agreement: AgreementId, day: LocalDate): Promise<string | null> {
  const rows = await manager.query<{ title: string; from: LocalDate; at: Date }[]>(
    `SELECT a.title, a.period_from::text AS from, e.at FROM succession s JOIN agreement a ON a.id = s.agreement
       JOIN agreement_event e ON e.agreement = a.id AND e.event = 'conclude'
     WHERE s.succeeds = $1 ORDER BY a.title`,
    [agreement],
  );
  const next = rows.find(({ from, at }) => {
    const concludedOn = localDateAt(at.toISOString() as Instant);
    return inForceFrom({ period: { from, to: from }, concludedOn }) === day;
  });
  return next?.title ?? null;
}

/** @throws TypeError for a payload that is none of ours. */
function turnIn(payload: Json): { readonly agreement: AgreementId; readonly turn: Turn } {
  const given = typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload : {};
  const { agreement, turn } = given as { readonly [name: string]: Json | undefined };
  if (typeof agreement !== 'string' || (turn !== 'begins' && turn !== 'ends'))
    throw new TypeError('The timer is of no turn of an agreement');
  return { agreement: brandId<AgreementId>(agreement), turn };
}

import type { SeatKind } from '@enig/access';
import type { Abandoned } from '@enig/agreement';
import {
  DEFAULT_REMINDER_DAYS,
  isReminderDue,
  readReminderDays,
  remindersOf,
  roundTransition,
  toRemind,
  type Reminder,
  type ReminderPlanRefused,
  type Round,
  type RoundOutOfOrder,
} from '@enig/hearing';
import {
  brandId,
  localDateOf,
  ok,
  type BodyId,
  type Instant,
  type Json,
  type LocalDate,
  type PersonId,
  type Result,
  type RoundId,
} from '@enig/kernel';
import { EntitySchema, type EntityManager } from 'typeorm';
import { databaseNow, type Actor } from '../act';
import { instant, integer, serial, text, uuid } from '../columns';
import { whatIsHeard } from '../hearing-reads';
import { roundViews, type RoundView } from '../hearing-views';
import { HearingRoundSchema } from '../hearings';
import { dropTimers, setTimer, type DueTimer } from '../jobs/timers';
import { sendLetters, type NewLetter } from '../letters/outbox';
import { readersOf } from '../letters/readers';
import { changeRound, type StoreGround } from '../round-change';
import { toBeRead } from '../round-letters';

/** On which days before its deadline a round reminds those who have not answered; the newest of a round counts. */
export interface ReminderPlanRow {
  id: number;
  round: RoundId;
  days: number[];
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

export const ReminderPlanSchema = new EntitySchema<ReminderPlanRow>({
  name: 'ReminderPlan',
  tableName: 'reminder_plan',
  columns: {
    id: serial,
    round: uuid,
    days: { ...integer, array: true },
    at: instant,
    person: uuid,
    body: text,
    capacity: text,
  },
});

/** A round's plan: the days it names, and the reminders of the deadline there is. */
export interface ReminderPlan {
  readonly days: readonly number[];
  readonly reminders: readonly Reminder[];
}

type PlanRefused = ReminderPlanRefused | RoundOutOfOrder;

/** The plan of a round's reminders, and their sending when their time comes. */
export class ReminderStore {
  constructor(private readonly ground: StoreGround) {}

  /** What a round's plan is now. */
  async of(view: RoundView): Promise<ReminderPlan> {
    return planOf(this.ground.source.manager, view);
  }

  /** Replaces a round's plan while it collects responses (HE-32). @returns null for no such round. */
  async plan(
    id: RoundId,
    given: readonly number[],
    actor: Actor,
  ): Promise<Result<null, PlanRefused | Abandoned> | null> {
    return changeRound<null, PlanRefused>(this.ground, id, 'UPDATE', async ({ manager, round, now, log }) => {
      const days = readReminderDays(given);
      if (!days.ok) return days;
      const collects = roundTransition(round.round.state, 'extend');
      if (!collects.ok) return collects;
      await addPlan(manager, { round: id, days: days.value, at: now }, actor);
      await setReminders(manager, id, remindersOf(days.value, round.round.dueDate, toldAt(round)), round.round, now);
      await log(actor, 'planReminders', { round: id, number: round.row.number, days: [...days.value] });
      return ok(null);
    });
  }
}

/** Gives a round that opens the usual plan, in the transaction that opens it (HE-33). */
export async function beginReminders(
  manager: EntityManager,
  id: RoundId,
  round: Pick<Round, 'openedAt' | 'dueDate'>,
  actor: Actor,
): Promise<void> {
  await addPlan(manager, { round: id, days: DEFAULT_REMINDER_DAYS, at: round.openedAt }, actor);
  const reminders = remindersOf(DEFAULT_REMINDER_DAYS, round.dueDate, round.openedAt);
  await setReminders(manager, id, reminders, round, round.openedAt);
}

/** Moves a round's reminders to its new deadline, in the transaction that extends it: the old ones are superseded (HE-33). */
export async function moveReminders(
  manager: EntityManager,
  id: RoundId,
  extension: { readonly dueDate: LocalDate; readonly at: Instant },
): Promise<void> {
  const reminders = remindersOf(await daysOf(manager, id), extension.dueDate, extension.at);
  await setReminders(manager, id, reminders, extension, extension.at);
}

/** Drops what is left of a round's reminders, in the transaction that ends its collecting. */
export async function endReminders(manager: EntityManager, id: RoundId): Promise<void> {
  await dropTimers(manager, id, 'reminder');
}

/**
 * Sends a reminder whose time has come, in the timer's own transaction. The round is locked as by those who answer, so
 * what is found of deadline, plan and answers is what holds when the letters are stored; each has a key of its own, so
 * that none is sent twice (HE-33).
 *
 * @returns how many letters there were to send.
 */
export async function sendReminder(manager: EntityManager, timer: DueTimer): Promise<number> {
  const { round: id, dueDate, daysBefore } = payloadOf(timer.payload);
  await manager.query('SELECT id FROM hearing_round WHERE id = $1 FOR SHARE', [id]);
  const row = await manager.findOne(HearingRoundSchema, { where: { id } });
  const [view] = row ? await roundViews(manager, [row]) : [];
  if (!view || (await isGivenUp(manager, view))) return 0;
  const { reminders } = await planOf(manager, view);
  if (!isReminderDue(reminders, { daysBefore, dueDate }, view.round, await databaseNow(manager))) return 0;
  const bodies = toRemind(
    view.round,
    view.responses.map(({ facts }) => facts),
  );
  const letters = await lettersTo(manager, view, bodies, daysBefore);
  await sendLetters(manager, letters);
  return letters.length;
}

async function planOf(manager: EntityManager, view: RoundView): Promise<ReminderPlan> {
  const days = await daysOf(manager, view.row.id);
  return { days, reminders: remindersOf(days, view.round.dueDate, toldAt(view)) };
}

/** A round that was opened before there were plans reminds nobody. */
async function daysOf(manager: EntityManager, round: RoundId): Promise<readonly number[]> {
  const plan = await manager.findOne(ReminderPlanSchema, { where: { round }, order: { id: 'DESC' } });
  return plan?.days ?? [];
}

async function addPlan(
  manager: EntityManager,
  { round, days, at }: { round: RoundId; days: readonly number[]; at: Instant },
  { person, body, capacity }: Actor,
): Promise<void> {
  await manager.insert(ReminderPlanSchema, { round, days: [...days], at, person, body, capacity });
}

/** When those asked were told of the deadline there is. */
function toldAt({ row, extensions }: RoundView): Instant {
  return extensions.at(-1)?.at ?? row.openedAt;
}

/**
 * Timers for what lies ahead; what was set before, for another deadline or by another plan, is dropped. One that is overdue
 * and still in the plan waits on: its worker is late, and nobody would be reminded in its place.
 */
async function setReminders(
  manager: EntityManager,
  round: RoundId,
  reminders: readonly Reminder[],
  { dueDate }: Pick<Round, 'dueDate'>,
  now: Instant,
): Promise<void> {
  const waited = await dropTimers(manager, round, 'reminder');
  for (const { daysBefore, at } of reminders) {
    const key = `reminder:${round}:${dueDate}:${daysBefore}`;
    if (at <= now && !waited.has(key)) continue;
    const payload = { round, dueDate, daysBefore };
    await setTimer(manager, { key, kind: 'reminder', subject: round, dueAt: at, payload });
  }
}

/** @throws TypeError for a payload that is none of ours. */
function payloadOf(payload: Json): { round: RoundId; dueDate: LocalDate; daysBefore: number } {
  const given = typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload : {};
  const { round, dueDate, daysBefore } = given as { readonly [name: string]: Json | undefined };
  if (typeof round !== 'string' || typeof dueDate !== 'string' || typeof daysBefore !== 'number') {
    throw new TypeError('The timer is of no reminder');
  }
  return { round: brandId<RoundId>(round), dueDate: localDateOf(dueDate), daysBefore };
}

async function isGivenUp(manager: EntityManager, { row }: RoundView): Promise<boolean> {
  const given = await manager.query<unknown[]>(
    `SELECT FROM agreement_event WHERE agreement = $1 AND event = 'abandon'`,
    [row.agreement],
  );
  return given.length > 0;
}

/** One to each who holds a seat today in a body that has not answered. */
async function lettersTo(
  manager: EntityManager,
  { row, round }: RoundView,
  bodies: readonly BodyId[],
  daysBefore: number,
): Promise<NewLetter[]> {
  const readers = await readersOf(manager, bodies);
  const what = await whatIsHeard(manager, row);
  return readers.map(({ person, body, name }) => ({
    key: `reminder:${row.id}:${round.dueDate}:${daysBefore}:${body}:${person}`,
    kind: 'reminder',
    ...{ to: person, body },
    path: toBeRead(row.id),
    facts: { round: what, body: name, due: round.dueAt },
  }));
}

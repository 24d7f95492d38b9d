import {
  addDays,
  brandId,
  instantFromMillis,
  localDateAt,
  type BodyId,
  type Instant,
  type Json,
  type LocalDate,
  type RoundId,
} from '@enig/kernel';
import { remindersOf } from '@enig/hearing';
import { richFromPlain } from '@enig/text';
import { databaseNow, type Actor } from '../act';
import { AgreementStore } from '../agreement-store';
import { HearingReads } from '../hearing-reads';
import { HearingStore } from '../hearing-store';
import { ResponseStore } from '../response-store';
import { TextContents } from '../text-content';
import { beginStory, done, type Story } from '../test-story';
import { ReminderStore, sendReminder } from './reminders';

const DAY = 86_400_000;
const greve = brandId<BodyId>('disability-council:0253');
const holbaek = brandId<BodyId>('disability-council:0316');

let story: Story;
let secretary: Actor;
let greveChair: Actor;
let rounds: HearingStore;
let reminders: ReminderStore;
let now: Instant;
let today: LocalDate;

beforeEach(async () => {
  story = await beginStory();
  const ground = { source: story.source, announce: story.announce };
  rounds = new HearingStore(ground);
  reminders = new ReminderStore(ground);
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  greveChair = await story.person(greve, 'disabilityCouncilChair');
  await story.person(greve, 'disabilityCouncilMember');
  await story.person(holbaek, 'disabilityCouncilChair');
  now = await databaseNow(story.source.manager);
  today = localDateAt(now);
});

afterEach(() => story.close());

/** Opens a round so many days ago that ends in so many. */
async function opened(agoDays: number, dueInDays: number): Promise<RoundId> {
  await story.easyRead();
  const clock = async () => instantFromMillis(Date.parse(now) - agoDays * DAY);
  const store = new HearingStore({ source: story.source, announce: story.announce, clock });
  const round = await store.open(
    story.agreement,
    {
      ...{ owner: null, heard: { kind: 'freeze', sections: null }, invited: [greve, holbaek] },
      ...{ dueDate: addDays(today, dueInDays), shortReason: '' },
    },
    secretary,
  );
  return done(round).round;
}

interface TimerRow {
  readonly key: string;
  readonly due_at: Date;
  readonly payload: Json;
}

async function timersOf(round: RoundId): Promise<readonly TimerRow[]> {
  return story.source.query<TimerRow[]>(
    `SELECT key, due_at, payload FROM timer WHERE subject = $1 AND kind = 'reminder' AND fired_at IS NULL ORDER BY due_at`,
    [round],
  );
}

/** Does what a worker does when a timer's time has come. */
async function fire(timer: TimerRow): Promise<number> {
  const { key, payload } = timer;
  const due = { key, payload, kind: 'reminder', subject: '', dueAt: now } as const;
  return story.source.transaction((manager) => sendReminder(manager, due));
}

async function fireAll(timers: readonly TimerRow[]): Promise<readonly number[]> {
  const sent: number[] = [];
  for (const timer of timers) sent.push(await fire(timer));
  return sent;
}

async function reminded(): Promise<readonly { person: string; facts: Json; path: string }[]> {
  return story.source.query(`SELECT person, facts, path FROM letter WHERE kind = 'reminder' ORDER BY key`);
}

describe('HE-33 reminders wait from the opening, by the usual plan', () => {
  it('at eight in the morning fourteen, seven and two days before', async () => {
    const round = await opened(0, 40);
    const expected = remindersOf([14, 7, 2], addDays(today, 40), now);
    expect((await timersOf(round)).map((timer) => timer.due_at.toISOString())).toEqual(expected.map(({ at }) => at));
  });

  it('only what lies ahead, where there are few days', async () => {
    const round = await opened(30, 5);
    expect((await timersOf(round)).map(({ payload }) => payload)).toMatchObject([
      { daysBefore: 14 },
      { daysBefore: 7 },
      { daysBefore: 2 },
    ]);
    await rounds.extend(round, { dueDate: addDays(today, 6), reason: 'Ferie' }, secretary);
    expect((await timersOf(round)).map(({ payload }) => payload)).toMatchObject([{ daysBefore: 2 }]);
  });
});

describe('HE-33 a reminder goes to those who have not answered, and once', () => {
  it('to everybody with a seat today in a body without a response that stands', async () => {
    const round = await opened(30, 5);
    await endSeat(await story.person(holbaek, 'disabilityCouncilMember'));
    const sent = await fireAll(await timersOf(round));
    expect(sent).toEqual([0, 3, 0]);
    const letters = await reminded();
    expect(letters).toHaveLength(3);
    expect(letters[0]?.facts).toMatchObject({ round: 'Rammeaftale' });
    expect(letters.every(({ path }) => path === `/laes/${round}`)).toBe(true);
  });

  it('not to a council that has answered, and again to one that has taken it back', async () => {
    const round = await opened(30, 5);
    const responses = new ResponseStore({ source: story.source, announce: story.announce });
    const greveResponse = await responseOf(round, greve);
    await story.write(greveResponse.text.id, { general: richFromPlain('Kun for os') });
    done(await responses.submit(greveResponse.row.id, greveChair));
    const [, seven] = await timersOf(round);
    if (!seven) throw new Error('No reminder');
    expect(await fire(seven)).toBe(1);
    done(await responses.withdraw(greveResponse.row.id, greveChair));
    expect(await fire(seven)).toBe(3);
    expect(await reminded()).toHaveLength(3);
    expect(JSON.stringify(await reminded())).not.toContain('Kun for os');
  });

  it('never twice, however often and whenever workers come to it', async () => {
    const round = await opened(30, 5);
    const timers = await timersOf(round);
    await Promise.all([...timers, ...timers, ...timers].map((timer) => fire(timer)));
    await fireAll(timers);
    const letters = await reminded();
    expect(letters).toHaveLength(3);
    expect(new Set(letters.map(({ person }) => person)).size).toBe(3);
  });

  it('late where the workers have stood still, and then what came due last says it for all', async () => {
    const round = await opened(60, 1);
    const [fourteen, seven, two] = await fireAll(await timersOf(round));
    expect([fourteen, seven, two]).toEqual([0, 0, 3]);
  });

  it('also after the deadline, since a late answer is taken; not once the round has ended', async () => {
    const round = await opened(60, -1);
    const timers = await timersOf(round);
    expect(await fireAll(timers)).toEqual([0, 0, 3]);
    await story.owner.query('DELETE FROM letter');
    done(await rounds.end(round, secretary));
    expect(await timersOf(round)).toEqual([]);
    expect(await fireAll(timers)).toEqual([0, 0, 0]);
  });

  it('not of an agreement that is given up', async () => {
    const round = await opened(30, 5);
    const store = new AgreementStore(
      { source: story.source, announce: story.announce },
      new TextContents(story.source),
    );
    done(await store.abandon(story.agreement, 'Regionen nedlægges', secretary));
    expect(await fireAll(await timersOf(round))).toEqual([0, 0, 0]);
  });
});

describe('HE-33 an extension supersedes the reminders of the deadline before it', () => {
  it('drops them and sets those of the new one', async () => {
    const round = await opened(30, 5);
    const before = await timersOf(round);
    done(await rounds.extend(round, { dueDate: addDays(today, 30), reason: 'Ferie' }, secretary));
    expect((await timersOf(round)).map(({ payload }) => payload)).toMatchObject(
      [14, 7, 2].map((daysBefore) => ({ daysBefore, dueDate: addDays(today, 30) })),
    );
    expect(await fireAll(before)).toEqual([0, 0, 0]);
  });

  it('also one that fires while the extension is being made: it looks again under the lock', async () => {
    const round = await opened(30, 5);
    const [, seven] = await timersOf(round);
    if (!seven) throw new Error('No reminder');
    const extending = story.source.createQueryRunner();
    await extending.startTransaction();
    await extending.query('SELECT id FROM hearing_round WHERE id = $1 FOR UPDATE', [round]);
    const firing = fire(seven);
    await waitForALock();
    await extending.query(
      `INSERT INTO round_extension (round, due_date, due_at, reason, person, body, capacity)
       VALUES ($1, '2090-01-01', '2090-01-01T23:00:00Z', 'Ferie', $2, $3, $4)`,
      [round, secretary.person, secretary.body, secretary.capacity],
    );
    await extending.commitTransaction();
    await extending.release();
    expect(await firing).toBe(0);
    expect(await reminded()).toEqual([]);
  });
});

describe('HE-32 whoever hears can have another plan', () => {
  it('which silences no reminder that is overdue and still in it', async () => {
    const round = await opened(30, 5);
    const late = async () =>
      (await timersOf(round)).map(({ payload }) => (payload as { daysBefore: number }).daysBefore);
    expect(await late()).toEqual([14, 7, 2]); // the workers have stood still for nine days
    done(await reminders.plan(round, [7, 3], secretary));
    expect(await late()).toEqual([7, 3]);
    expect(await fireAll((await timersOf(round)).slice(0, 1))).toEqual([3]);
    await story.owner.query(`UPDATE timer SET fired_at = now() WHERE payload ->> 'daysBefore' = '7'`);
    done(await reminders.plan(round, [14, 7, 1], secretary));
    expect(await late()).toEqual([1]);
  });

  it('which replaces the timers and stands in the log', async () => {
    const round = await opened(0, 40);
    expect(await reminders.plan(round, [3, 20], secretary)).toEqual({ ok: true, value: null });
    expect((await timersOf(round)).map(({ payload }) => payload)).toMatchObject([
      { daysBefore: 20 },
      { daysBefore: 3 },
    ]);
    const [act] = await story.source.query<{ facts: Json }[]>(`SELECT facts FROM act WHERE kind = 'planReminders'`);
    expect(act?.facts).toMatchObject({ round, days: [20, 3] });
  });

  it('also none at all, and then nobody is reminded', async () => {
    const round = await opened(30, 5);
    const before = await timersOf(round);
    done(await reminders.plan(round, [], secretary));
    expect(await timersOf(round)).toEqual([]);
    expect(await fireAll(before)).toEqual([0, 0, 0]);
  });

  it('not one that is none, and not once the round has ended', async () => {
    const round = await opened(30, -1);
    expect(await reminders.plan(round, [0], secretary)).toMatchObject({ error: { code: 'HE-32-NOT-A-PLAN' } });
    done(await rounds.end(round, secretary));
    expect(await reminders.plan(round, [7], secretary)).toMatchObject({ error: { code: 'HE-6-NOT-IN-THIS-STATE' } });
  });

  it('a round from before there were plans reminds nobody', async () => {
    const round = await opened(30, 5);
    await story.owner.query('DELETE FROM reminder_plan');
    expect(await fireAll(await timersOf(round))).toEqual([0, 0, 0]);
    const view = await new HearingReads(story.source).round(round);
    expect(view && (await reminders.of(view))).toEqual({ days: [], reminders: [] });
  });
});

async function responseOf(round: RoundId, body: BodyId) {
  const view = await new HearingReads(story.source).round(round);
  const found = view?.responses.find(({ row }) => row.body === body);
  if (!found) throw new Error('The council was not asked');
  return found;
}

async function endSeat({ person }: Actor): Promise<void> {
  await story.owner.query(`UPDATE seat SET valid_to = '2020-12-31' WHERE person = $1`, [person]);
}

/** Until some connection of the story's waits for a lock. */
async function waitForALock(): Promise<void> {
  for (;;) {
    const waiting = await story.owner.query<unknown[]>(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}

import { decisionReminders } from '@enig/approval';
import {
  addDays,
  brandId,
  instantFromMillis,
  localDateAt,
  type BodyId,
  type Instant,
  type Json,
  type LocalDate,
  type VersionHash,
} from '@enig/kernel';
import { databaseNow, type Actor } from './act';
import { AgreementStore } from './agreement-store';
import { ApprovalStore } from './approval-store';
import { sendDecisionReminder } from './decision-reminders';
import { TimerStore } from './jobs/timers';
import { beginStory, done, type Story } from './test-story';
import { TextContents } from './text-content';

const DAY = 86_400_000;
const greveCouncil = brandId<BodyId>('municipal-council:0253');

let story: Story;
let secretary: Actor;
let greve: Actor;
let officer: Actor;
let now: Instant;
let today: LocalDate;

beforeEach(async () => {
  story = await beginStory();
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  greve = await story.person(greveCouncil, 'councilSecretary');
  officer = await story.person('administration:0253', 'caseOfficer');
  await story.person('municipal-council:0316', 'councilSecretary');
  await story.person('municipal-council:0316', 'councillor');
  now = await databaseNow(story.source.manager);
  today = localDateAt(now);
});

afterEach(() => story.close());

/** Puts the text to the parties so many days ago, with a deadline in so many. */
async function asked(agoDays: number, dueInDays: number): Promise<VersionHash> {
  await story.owner.query('UPDATE agreement SET deadline = $2 WHERE id = $1', [
    story.agreement,
    addDays(today, dueInDays),
  ]);
  const clock = async () => instantFromMillis(Date.parse(now) - agoDays * DAY);
  const store = new ApprovalStore({ source: story.source, announce: story.announce, clock });
  return done(await store.freezeForDecision(story.agreement, secretary));
}

interface TimerRow {
  readonly key: string;
  readonly due_at: Date;
  readonly payload: { readonly daysBefore: number };
}

async function timers(): Promise<readonly TimerRow[]> {
  return story.source.query<TimerRow[]>(
    `SELECT key, due_at, payload FROM timer WHERE kind = 'decisionReminder' AND fired_at IS NULL ORDER BY due_at`,
  );
}

/** Does what a worker does when a timer's time has come. */
async function fire({ key, payload }: TimerRow): Promise<number> {
  const due = { key, payload, kind: 'decisionReminder', subject: '', dueAt: now } as const;
  return story.source.transaction((manager) => sendDecisionReminder(manager, due));
}

async function fireAll(all: readonly TimerRow[]): Promise<readonly number[]> {
  const sent: number[] = [];
  for (const timer of all) sent.push(await fire(timer));
  return sent;
}

interface Told {
  readonly person: string;
  readonly body: string;
  readonly facts: Json;
  readonly path: string;
}

async function told(kind: string): Promise<readonly Told[]> {
  return story.source.query('SELECT person, body, facts, path FROM letter WHERE kind = $1 ORDER BY key', [kind]);
}

/** The council's decision goes on record as a fact, whatever the form that leads to it asks for. */
async function approves(version: VersionHash): Promise<void> {
  await story.owner.query(
    `INSERT INTO decision (id, agreement, version, party, body, step, outcome, meeting_date, item, wording, reason,
       recorded_at, person, recorded_for, capacity, is_own)
     VALUES (gen_random_uuid(), $1, $2, 'municipality:0253', $3, 'council', 'approved', $4, '1', '', '', now(), $5, $3,
       $6, true)`,
    [story.agreement, version, greveCouncil, today, greve.person, greve.capacity],
  );
}

describe('AP-33 a version put to the parties is told of', () => {
  it('to all who may record for a party, with the way to the form; not to councillors, nor the secretariat', async () => {
    await asked(0, 60);
    const letters = await told('decisionAsked');
    expect(letters).toHaveLength(3);
    expect(letters.find(({ person }) => person === greve.person)).toMatchObject({
      path: `/aftaler/${story.agreement}/godkendelse/municipality:0253`,
      facts: { agreement: 'Rammeaftale', body: expect.stringMatching(/Greve/) },
    });
    expect(letters.map(({ person }) => person)).not.toContain(secretary.person);
  });

  it('once to a person with two seats for the party, of the body that decides', async () => {
    await story.owner.query(
      `INSERT INTO seat (id, person, body, kind, valid_from)
       VALUES (gen_random_uuid(), $1, 'administration:0253', 'caseOfficer', '2020-01-01')`,
      [greve.person],
    );
    await asked(0, 60);
    const own = (await told('decisionAsked')).filter(({ person }) => person === greve.person);
    expect(own.map(({ body }) => body)).toEqual([greveCouncil]);
  });
});

describe('CA-1 a version put to the parties is told of to those who write their cases', () => {
  it('CA-1 with the way to the case, once to a person; to nobody who does not write it', async () => {
    const [officer] = await story.owner.query<{ id: string }[]>(
      `WITH one AS (INSERT INTO person (id, name, persona, email, is_demo)
         VALUES (gen_random_uuid(), 'En sagsbehandler', 'sag', 'sag@example.org', false) RETURNING id)
       INSERT INTO seat (id, person, body, kind, valid_from)
       SELECT gen_random_uuid(), one.id, 'administration:0253', 'caseOfficer', '2020-01-01' FROM one RETURNING person AS id`,
    );
    await asked(0, 60);
    const letters = await told('caseReady');
    expect(letters.filter(({ person }) => person === officer?.id)).toMatchObject([
      {
        body: 'administration:0253',
        path: `/aftaler/${story.agreement}/sag/municipality:0253`,
        facts: { agreement: 'Rammeaftale', party: 'Greve Kommune' },
      },
    ]);
    expect(letters.map(({ person }) => person)).not.toContain(secretary.person);
  });
});

describe('AP-33 reminders of a decision wait from the day the parties are asked', () => {
  it('by the plan, at eight in the morning', async () => {
    await asked(0, 60);
    const expected = decisionReminders(addDays(today, 60), now);
    expect((await timers()).map(({ due_at }) => due_at.toISOString())).toEqual(expected.map(({ at }) => at));
  });

  it('first to the council’s own people, then to all of the party’s, then the secretariat is told who is missing', async () => {
    const people = async () => new Set((await told('decisionReminder')).map(({ person }) => person));
    await asked(50, 40);
    expect(await fireAll(await timers())).toEqual([2, 0, 0, 0]);
    expect(await people()).not.toContain(officer.person);
    await story.owner.query('DELETE FROM letter');
    await story.owner.query('UPDATE agreement SET deadline = $1', [addDays(today, 20)]);
    await story.owner.query(`UPDATE timer SET payload = payload || jsonb_build_object('deadline', $1::text)`, [
      addDays(today, 20),
    ]);
    expect(await fireAll(await timers())).toEqual([0, 3, 0, 0]);
    expect(await people()).toContain(officer.person);
    expect(await told('decisionEscalated')).toEqual([]);
  });

  it('and tells the secretariat how many and who, with the way to them on the board', async () => {
    const version = await asked(80, 2);
    await approves(version);
    expect(await fireAll(await timers())).toEqual([0, 0, 0, 3]); // one to Holbæk, two in the secretariat
    const escalated = await told('decisionEscalated');
    expect(escalated.map(({ body }) => body)).toEqual(['secretariat:1085', 'secretariat:1085']);
    expect(escalated.find(({ person }) => person === secretary.person)).toMatchObject({
      path: `/aftaler/${story.agreement}/godkendelse?mangler=1`,
      facts: { count: 17, total: 18, names: expect.stringMatching(/^(?!.*Greve).*Holbæk/) },
    });
  });
});

describe('AP-33 a reminder goes to those who are missing, and once', () => {
  it('not to a party that has approved', async () => {
    const version = await asked(50, 20);
    await approves(version);
    expect(await fireAll(await timers())).toEqual([0, 1, 0, 0]);
    expect((await told('decisionReminder')).map(({ body }) => body)).toEqual(['municipal-council:0316']);
  });

  it('AP-21 and names the council that decides in place of one that is gone', async () => {
    await asked(50, 20);
    await story.owner.query('UPDATE body SET valid_to = $2 WHERE id = $1', [greveCouncil, addDays(today, -1)]);
    const [override] = await story.owner.query<{ id: string }[]>(
      `INSERT INTO step_override (id, agreement, step, party, kind, taker, reason, at, person, body, capacity)
       VALUES (gen_random_uuid(), $1, 'council', 'municipality:0253', 'replaceBody', 'municipal-council:0265',
         'Sammenlagt', now(), $2, $3, $4) RETURNING id`,
      [story.agreement, secretary.person, secretary.body, secretary.capacity],
    );
    await story.owner.query(
      `INSERT INTO step_override_consent (override, at, person, body, capacity) VALUES ($1, now(), $2, $3, $4)`,
      [override?.id, greve.person, greve.body, greve.capacity],
    );
    await fireAll(await timers());
    const theirs = (await told('decisionReminder')).filter(({ path }) => path.endsWith('municipality:0253'));
    expect(theirs.map(({ facts }) => facts)).toMatchObject(
      theirs.map(() => ({ body: expect.stringContaining('Roskilde') })),
    );
    expect(theirs).not.toEqual([]);
  });

  it('never twice, however often and whenever workers come to it', async () => {
    await asked(50, 20);
    const all = await timers();
    await Promise.all([...all, ...all, ...all].map((timer) => fire(timer)));
    await fireAll(all);
    expect(await told('decisionReminder')).toHaveLength(3);
  });

  it('at the start of a worker after it has stood still: the latest that has come due says it for all', async () => {
    await asked(80, 2);
    const store = new TimerStore(story.source);
    let sent = 0;
    const fired = () =>
      store.fireNext(['decisionReminder'], async (manager, timer) => {
        sent += await sendDecisionReminder(manager, timer);
      });
    while (await fired());
    expect(sent).toBe(5); // three to the parties, two in the secretariat
    expect(await timers()).toEqual([]);
    expect(await told('decisionReminder')).toHaveLength(3);
  });

  it('none once writing is opened again or the agreement is given up, and those of a new version by its own plan', async () => {
    const store = new AgreementStore(
      { source: story.source, announce: story.announce },
      new TextContents(story.source),
    );
    const first = await asked(50, 20);
    const before = await timers();
    done(await store.reopenWriting(story.agreement, 'Betingelsen skal ind', secretary));
    expect(await timers()).toEqual([]);
    expect(await fireAll(before)).toEqual([0, 0, 0, 0]);
    const second = await asked(0, 20);
    expect(second).not.toBe(first);
    expect((await timers()).map(({ payload }) => payload.daysBefore)).toEqual([14, 3]);
    done(await store.abandon(story.agreement, 'Regionen nedlægges', secretary));
    expect(await timers()).toEqual([]);
  });
});

import { addDays, brandId, localDateAt, localDateOf, type BodyId, type ResponseId, type RoundId } from '@enig/kernel';
import { richFromPlain } from '@enig/text';
import { databaseNow, type Actor } from './act';
import { HearingReads } from './hearing-reads';
import { HearingStore } from './hearing-store';
import type { ResponseView, RoundView } from './hearing-views';
import { ResponseStore } from './response-store';
import { setDeadlineIn } from './test-response';
import { beginStory, type Story } from './test-story';

const greve = brandId<BodyId>('disability-council:0253');
const holbaek = brandId<BodyId>('disability-council:0316');

let story: Story;
let secretary: Actor;
let chair: Actor;
let rounds: HearingStore;
let responses: ResponseStore;
let round: RoundId;

beforeEach(async () => {
  story = await beginStory();
  const ground = { source: story.source, announce: story.announce };
  rounds = new HearingStore(ground);
  responses = new ResponseStore(ground);
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  chair = await story.person(greve, 'disabilityCouncilChair');
  const opened = await story.freeze({ councils: [greve, holbaek], dueDate: await inDays(40), shortReason: '' });
  round = opened.round ?? brandId<RoundId>('');
});

afterEach(() => story.close());

async function inDays(days: number) {
  return addDays(localDateAt(await databaseNow(story.source.manager)), days);
}

async function roundNow(): Promise<RoundView> {
  const view = await new HearingReads(story.source).round(round);
  if (!view) throw new Error('The round is gone');
  return view;
}

async function responseOf(council: BodyId): Promise<ResponseView> {
  const found = (await roundNow()).responses.find(({ row }) => row.body === council);
  if (!found) throw new Error('The council was not asked');
  return found;
}

async function write(council: BodyId, words: string): Promise<ResponseId> {
  const { row } = await responseOf(council);
  await story.write(row.text, { general: richFromPlain(words) });
  return row.id;
}

const dueIn = (milliseconds: number): Promise<void> => setDeadlineIn(story.owner, round, milliseconds);

describe('HE-7 a response is on time if and only if the database says so', () => {
  it.each([
    ['a minute before', 60_000, false],
    ['a millisecond after', -1, true],
  ])('%s the deadline', async (_, milliseconds, late) => {
    const response = await write(greve, 'Tak.');
    await dueIn(milliseconds);
    await responses.submit(response, chair);
    expect((await responseOf(greve)).standing?.row.late).toBe(late);
  });

  it('is late at the very moment of the deadline', async () => {
    const response = await write(greve, 'Tak.');
    const now = await databaseNow(story.source.manager);
    await story.owner.query('UPDATE hearing_round SET due_at = $2 WHERE id = $1', [round, now]);
    const atThatMoment = new ResponseStore({ source: story.source, announce: story.announce, clock: async () => now });
    await atThatMoment.submit(response, chair);
    expect((await responseOf(greve)).standing?.row).toMatchObject({ late: true, submittedAt: now });
  });

  it('reads the clock after the round is locked: who waits beyond the deadline is late', async () => {
    const response = await write(greve, 'Tak.');
    const moving = story.source.createQueryRunner();
    await moving.startTransaction();
    await dueIn(400);
    await moving.query('SELECT id FROM hearing_round WHERE id = $1 FOR UPDATE', [round]);
    const submitted = responses.submit(response, chair);
    await waitForALock(story);
    await waitForTheDeadline();
    await moving.rollbackTransaction();
    await moving.release();
    expect(await submitted).toMatchObject({ ok: true });
    expect((await responseOf(greve)).standing?.row.late).toBe(true);
  });

  it('reads the deadline after the round is locked: who waits for an extension is on time by the new one', async () => {
    const response = await write(greve, 'Tak.');
    await dueIn(-1);
    const extending = story.source.createQueryRunner();
    await extending.startTransaction();
    await extending.query('SELECT id FROM hearing_round WHERE id = $1 FOR UPDATE', [round]);
    const submitted = responses.submit(response, chair);
    await waitForALock(story);
    await extending.query(
      `INSERT INTO round_extension (round, due_date, due_at, reason, person, body, capacity)
       VALUES ($1, '2090-01-01', '2090-01-02', 'Ferie', $2, $3, $4)`,
      [round, secretary.person, secretary.body, secretary.capacity],
    );
    await extending.commitTransaction();
    await extending.release();
    expect(await submitted).toMatchObject({ ok: true });
    expect((await responseOf(greve)).standing?.row.late).toBe(false);
  });

  it('never loses one to a race with an extension, and marks it by the deadline it met', async () => {
    const response = await write(greve, 'Tak.');
    await dueIn(-1);
    await Promise.all([
      rounds.extend(round, { dueDate: localDateOf('2090-01-01'), reason: 'Ferie' }, secretary),
      responses.submit(response, chair),
    ]);
    const { standing } = await responseOf(greve);
    const [extension] = (await roundNow()).extensions;
    expect(standing?.row.late).toBe((standing?.row.submittedAt ?? '') < (extension?.at ?? ''));
  });
});

describe('HE-8 a closed round takes no more, and until then a late response is taken', () => {
  it('takes a response after the collecting has ended, late, and its points are to be answered', async () => {
    const response = await write(greve, 'For sent.');
    await dueIn(-1);
    await rounds.end(round, secretary);
    expect(await responses.submit(response, chair)).toMatchObject({ ok: true });
    expect((await responseOf(greve)).standing?.row.late).toBe(true);
    expect((await roundNow()).openPoints).toBe(1);
  });

  it('refuses one once closed, and nobody writes in it any more', async () => {
    const response = await write(greve, 'For sent.');
    await dueIn(-1);
    await rounds.end(round, secretary);
    await rounds.close(round, secretary);
    expect(await responses.submit(response, chair)).toMatchObject({ ok: false, error: { code: 'HE-8-ROUND-CLOSED' } });
    expect((await responseOf(greve)).text).toMatchObject({ phase: 'closed', closedBecause: 'roundClosed' });
  });
});

/** Until the database's clock has come to the round's deadline. */
async function waitForTheDeadline(): Promise<void> {
  for (;;) {
    const [row] = await story.owner.query<{ over: boolean }[]>(
      'SELECT clock_timestamp() >= due_at AS over FROM hearing_round WHERE id = $1',
      [round],
    );
    if (row?.over) return;
  }
}

/** Until some connection of the story's waits for a lock. */
async function waitForALock({ owner }: Story): Promise<void> {
  for (;;) {
    const waiting = await owner.query<unknown[]>(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}

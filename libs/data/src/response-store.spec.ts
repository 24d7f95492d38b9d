import type { SubmissionId } from '@enig/hearing';
import { addDays, brandId, localDateAt, sha256, type BodyId, type ResponseId, type RoundId } from '@enig/kernel';
import { richFromPlain } from '@enig/text';
import { databaseNow, type Actor } from './act';
import { HearingReads } from './hearing-reads';
import { HearingStore } from './hearing-store';
import type { ResponseView, RoundView } from './hearing-views';
import type { PointView } from './point-views';
import { PointStore } from './point-store';
import { ResponseStore } from './response-store';
import { setDeadlineIn } from './test-response';
import { beginStory, type Story } from './test-story';
import { lockIsAwaited } from './test-writing';

const greve = brandId<BodyId>('disability-council:0253');
const holbaek = brandId<BodyId>('disability-council:0316');
const answer = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Rådet har ret.' } as const;

let story: Story;
let secretary: Actor;
let chair: Actor;
let deputy: Actor;
let rounds: HearingStore;
let responses: ResponseStore;
let points: PointStore;
let round: RoundId;

beforeEach(async () => {
  story = await beginStory();
  const ground = { source: story.source, announce: story.announce };
  rounds = new HearingStore(ground);
  responses = new ResponseStore(ground);
  points = new PointStore(ground);
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  chair = await story.person(greve, 'disabilityCouncilChair');
  deputy = await story.person(greve, 'disabilityCouncilDeputy');
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

async function count(table: 'submission' | 'point' | 'treatment' | 'round_event'): Promise<number> {
  const [row] = await story.source.query<{ count: string }[]>(`SELECT count(*) FROM ${table}`);
  return Number(row?.count);
}

async function onePoint(): Promise<PointView> {
  const [point] = (await roundNow()).points;
  if (!point) throw new Error('There is no point');
  return point;
}

describe('a submission', () => {
  it('is what was written, byte for byte, closes the text, and names who, for whom and as what', async () => {
    const response = await write(greve, 'Tak.');
    await responses.submit(response, deputy);
    const { standing, text } = await responseOf(greve);
    const bytes = await new HearingReads(story.source).content(standing?.row.id ?? brandId<SubmissionId>(''));
    expect(sha256(bytes)).toBe(standing?.row.sha256);
    expect(Buffer.from(bytes).toString()).toContain('Tak.');
    expect(standing?.row).toMatchObject({ ...deputy, late: false, supersedes: null });
    expect(standing?.row.reference).toMatch(/^H1-GREVE-[2-9A-HJ-NP-Z]{4}$/);
    expect(text).toMatchObject({ phase: 'closed', closedBecause: 'submitted' });
    expect(story.told).toContainEqual({ topic: 'text', id: text.id });
    expect(story.told).toContainEqual({ topic: 'round', id: round });
  });

  it('is one when two people press at once', async () => {
    const response = await write(greve, 'Tak.');
    const [first, second] = await Promise.all([responses.submit(response, chair), responses.submit(response, deputy)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect([await count('submission'), await count('point')]).toEqual([1, 1]);
  });

  it('is refused when empty (HE-9)', async () => {
    const { row } = await responseOf(greve);
    expect(await responses.submit(row.id, chair)).toMatchObject({ ok: false, error: { code: 'HE-9-RESPONSE-EMPTY' } });
    expect((await responseOf(greve)).text.phase).toBe('open');
  });

  it('is none of what is not there', async () => {
    expect(await responses.submit(brandId<ResponseId>('00000000-0000-4000-8000-000000000000'), chair)).toBeNull();
    expect(await rounds.end(brandId<RoundId>('00000000-0000-4000-8000-000000000000'), secretary)).toBeNull();
  });
});

describe('HE-14 what was submitted is kept when it is withdrawn and replaced', () => {
  it('opens the text again; the next one supersedes, and only its points are answered', async () => {
    const response = await write(greve, 'Første.');
    await responses.submit(response, chair);
    expect(await responses.withdraw(response, deputy)).toEqual({ ok: true, value: null });
    expect(await responseOf(greve)).toMatchObject({
      state: 'withdrawn',
      standing: null,
      text: { phase: 'open', closedBecause: null },
    });
    expect((await roundNow()).points).toEqual([]);

    await write(greve, 'Anden.');
    await responses.submit(response, chair);
    const { submissions, standing } = await responseOf(greve);
    expect(submissions.map(({ withdrawal }) => withdrawal?.person ?? null)).toEqual([deputy.person, null]);
    expect(standing?.row.supersedes).toBe(submissions[0]?.row.id);
    expect((await roundNow()).points.map(({ row }) => row.excerpt)).toEqual(['Anden.']);
    expect(await count('point')).toBe(2);
  });

  it('refuses to take back after the deadline (HE-10) or what was not sent (HE-11)', async () => {
    const response = await write(greve, 'Tak.');
    expect(await responses.withdraw(response, chair)).toMatchObject({ error: { code: 'HE-11-NOTHING-SUBMITTED' } });
    await responses.submit(response, chair);
    await dueIn(-1);
    expect(await responses.withdraw(response, chair)).toMatchObject({ error: { code: 'HE-10-TOO-LATE-TO-CHANGE' } });
    expect((await responseOf(greve)).text.phase).toBe('closed');
  });
});

describe('what a response says', () => {
  it('is read before the agreement is locked: nobody waits for the reading', async () => {
    const response = await write(greve, 'Tak.');
    const holder = story.owner.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM agreement WHERE id = $1 FOR UPDATE', [story.agreement]);
    const sent = responses.submit(response, chair);
    await lockIsAwaited(story, 'FROM agreement WHERE id');
    const [{ read } = { read: false }] = await story.owner.query<{ read: boolean }[]>(
      `SELECT EXISTS (SELECT FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
         WHERE a.datname = current_database() AND a.wait_event_type = 'Lock' AND l.relation = 'text_update'::regclass) AS read`,
    );
    await holder.commitTransaction();
    await holder.release();
    expect([read, await sent]).toMatchObject([true, { ok: true }]);
  });
});

describe('HE-16 and HE-17 a point is answered with outcome, answer and reason, once the round has ended', () => {
  it('not before, not without; a better answer supersedes and the first is kept', async () => {
    await responses.submit(await write(greve, 'Tak.'), chair);
    const point = await onePoint();
    expect(await points.treat(round, [point.row], answer, secretary)).toMatchObject({
      error: { code: 'HE-17-NOT-BEING-TREATED' },
    });
    await dueIn(-1);
    await rounds.end(round, secretary);
    expect(await points.treat(round, [point.row], { ...answer, answer: ' ' }, secretary)).toMatchObject({
      error: { code: 'HE-16-ANSWER-REQUIRED' },
    });
    expect(await points.treat(round, [point.row], { ...answer, reason: '' }, secretary)).toMatchObject({
      error: { code: 'HE-16-REASON-REQUIRED' },
    });
    await points.treat(round, [point.row], answer, secretary);
    await points.treat(round, [point.row], { ...answer, outcome: 'noted' }, secretary);
    const { treatments, treatment } = await onePoint();
    expect(treatments.map(({ outcome }) => outcome)).toEqual(['accommodated', 'noted']);
    expect(treatment).toMatchObject({ outcome: 'noted', supersedes: treatments[0]?.id, ...secretary });
  });

  it('keeps both when two people answer at once', async () => {
    await responses.submit(await write(greve, 'Tak.'), chair);
    await dueIn(-1);
    await rounds.end(round, secretary);
    const { row } = await onePoint();
    const both = await Promise.all([
      points.treat(round, [row], answer, secretary),
      points.treat(round, [row], answer, secretary),
    ]);
    expect(both.every((each) => each?.ok)).toBe(true);
    expect([(await onePoint()).treatments.length, await count('treatment')]).toEqual([2, 2]);
  });
});

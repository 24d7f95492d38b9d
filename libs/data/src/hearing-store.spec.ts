import {
  addDays,
  brandId,
  localDateAt,
  localDateOf,
  type BodyId,
  type PersonId,
  type ResponseId,
  type RoundId,
} from '@enig/kernel';
import { richFromPlain } from '@enig/text';
import { databaseNow, type Actor } from './act';
import { AgreementReads } from './agreement-reads';
import { AgreementStore } from './agreement-store';
import { HearingReads, type HeardSection } from './hearing-reads';
import { HearingStore } from './hearing-store';
import type { ResponseView, RoundView } from './hearing-views';
import { PointStore } from './point-store';
import { ResponseStore } from './response-store';
import { setDeadlineIn } from './test-response';
import { beginStory, done, type Story } from './test-story';
import { TextContents } from './text-content';

const greve = brandId<BodyId>('disability-council:0253');
const holbaek = brandId<BodyId>('disability-council:0316');
const answer = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Rådet har ret.' } as const;

let story: Story;
let secretary: Actor;
let chair: Actor;
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

async function acts(): Promise<string[]> {
  const rows = await story.source.query<{ kind: string }[]>(
    'SELECT kind FROM act WHERE agreement = $1 ORDER BY number',
    [story.agreement],
  );
  return rows.map(({ kind }) => kind);
}

async function count(table: 'submission' | 'point' | 'treatment' | 'round_event'): Promise<number> {
  const [row] = await story.source.query<{ count: string }[]>(`SELECT count(*) FROM ${table}`);
  return Number(row?.count);
}

describe('a hearing round', () => {
  it('goes the whole way: written, submitted, ended, every point answered, closed', async () => {
    const response = await write(greve, 'Tak for et godt udkast.\n\nSkriv om kørsel.');
    await write(holbaek, 'Enig.');
    expect(await responses.submit(response, chair)).toMatchObject({ ok: true });
    const other = await responseOf(holbaek);
    const holbaeksChair = await story.person(holbaek, 'disabilityCouncilChair');
    expect(await responses.submit(other.row.id, holbaeksChair)).toMatchObject({ ok: true });

    expect(await rounds.end(round, secretary)).toEqual({ ok: true, value: null });
    expect((await story.view()).state).toBe('treating');
    expect(await rounds.close(round, secretary)).toMatchObject({ ok: false, error: { code: 'HE-13-POINTS-OPEN' } });
    for (const { row } of (await roundNow()).points)
      expect(await points.treat(round, [row], answer, secretary)).toMatchObject({ ok: true });
    expect(await rounds.close(round, secretary)).toEqual({ ok: true, value: null });

    const view = await roundNow();
    expect(view.round.state).toBe('closed');
    expect(view.points.map(({ row, treatment }) => [row.excerpt, treatment?.outcome])).toEqual([
      ['Tak for et godt udkast.', 'accommodated'],
      ['Skriv om kørsel.', 'accommodated'],
      ['Enig.', 'accommodated'],
    ]);
    expect((await acts()).slice(-10)).toEqual([
      ...['freezeForHearing', 'openRound', 'submitResponse', 'submitResponse', 'endRound', 'endHearing'],
      ...['treatPoint', 'treatPoint', 'treatPoint', 'closeRound'],
    ]);
  });

  it('has a response for each council, with a place for each focus area, and a text of its own', async () => {
    const { responses: all, round: facts } = await roundNow();
    const heard = await new HearingReads(story.source).sectionsOf(facts);
    expect(heard.map(({ number, title }: HeardSection) => [number, title])).toEqual([
      [1, 'Autisme'],
      [2, 'Hjerneskade'],
    ]);
    expect(all.map(({ row: { body }, state, text }) => [body, state, text.phase])).toEqual([
      [greve, 'draft', 'open'],
      [holbaek, 'draft', 'open'],
    ]);
  });
});

describe('every act on a round', () => {
  it('names the person, the body and the capacity it was done in', async () => {
    done(await rounds.extend(round, { dueDate: await inDays(50), reason: 'Ferie' }, secretary));
    await story.owner.query(`UPDATE round_extension SET due_at = now() - interval '1 second'`);
    const other = await story.person('secretariat:1085', 'secretariatOfficer');
    done(await rounds.end(round, other));
    done(await rounds.close(round, secretary));
    const view = await roundNow();
    const { person, body, capacity } = view.row;
    const opened = (await new AgreementReads(story.source).acts(story.agreement)).find(
      ({ kind }) => kind === 'openRound',
    );
    expect(opened).toMatchObject({ person, body, capacity });
    expect(capacity).toBe('secretariatOfficer');
    expect(view.extensions).toMatchObject([{ reason: 'Ferie', ...secretary }]);
    const events = await story.source.query<unknown[]>(
      'SELECT event, person, body, capacity FROM round_event WHERE round = $1 ORDER BY id',
      [round],
    );
    expect(events).toEqual([
      { event: 'end', ...other },
      { event: 'close', ...secretary },
    ]);
  });
});

describe('HE-1 to HE-3 a round is opened for somebody, with time enough', () => {
  it.each([
    ['nobody', { councils: [], days: 40, shortReason: '' }, 'HE-1-NO-ONE-INVITED'],
    ['yesterday', { councils: [greve], days: -1, shortReason: '' }, 'HE-2-DUE-NOT-IN-THE-FUTURE'],
    ['ten days without a reason', { councils: [greve], days: 10, shortReason: ' ' }, 'HE-3-SHORT-NOTICE-NEEDS-REASON'],
  ])('refuses %s, and freezes nothing', async (_, { days, ...given }, code) => {
    await dueIn(-1);
    await rounds.end(round, secretary);
    const before = await acts();
    await expect(story.freeze({ ...given, dueDate: await inDays(days) })).rejects.toThrow(code);
    expect(await acts()).toEqual(before);
    expect((await story.view()).state).toBe('treating');
  });
});

describe('HE-4 and HE-5 a deadline is only moved later, with a reason', () => {
  it('moves it and keeps what it was', async () => {
    const { row } = await roundNow();
    const later = addDays(row.dueDate, 7);
    expect(await rounds.extend(round, { dueDate: later, reason: 'Ferie' }, secretary)).toEqual({
      ok: true,
      value: null,
    });
    const view = await roundNow();
    expect([view.row.dueDate, view.round.dueDate, view.extensions.length]).toEqual([row.dueDate, later, 1]);
    expect(await rounds.extend(round, { dueDate: row.dueDate, reason: 'Nej' }, secretary)).toMatchObject({
      ok: false,
      error: { code: 'HE-4-NOT-LATER' },
    });
    expect(await rounds.extend(round, { dueDate: addDays(later, 1), reason: ' ' }, secretary)).toMatchObject({
      error: { code: 'HE-5-EXTENSION-NEEDS-REASON' },
    });
  });

  it('does not once the round has ended (HE-6)', async () => {
    await dueIn(-1);
    await rounds.end(round, secretary);
    expect(
      await rounds.extend(round, { dueDate: localDateOf('2090-01-01'), reason: 'Ferie' }, secretary),
    ).toMatchObject({
      error: { code: 'HE-6-NOT-IN-THIS-STATE' },
    });
  });
});

describe('HE-12 a round ends when all have answered or the deadline has passed', () => {
  it('not before, then once, and the texts are written on again', async () => {
    expect(await rounds.end(round, secretary)).toMatchObject({
      error: { code: 'HE-12-STILL-COLLECTING', waitingFor: [greve, holbaek] },
    });
    await dueIn(-1);
    const ended = await Promise.all([rounds.end(round, secretary), rounds.end(round, secretary)]);
    expect(ended.filter((each) => each?.ok)).toHaveLength(1);
    expect(ended.find((each) => !each?.ok)).toMatchObject({ error: { code: 'HE-6-NOT-IN-THIS-STATE' } });
    expect(await count('round_event')).toBe(1);
    const { sections, state } = await story.view();
    expect([state, ...sections.map(({ text }) => text.phase)]).toEqual(['treating', 'open', 'open', 'open']);
  });
});

it('tells nobody of what was refused', async () => {
  story.told.length = 0;
  await rounds.extend(
    round,
    { dueDate: localDateOf('2020-01-01'), reason: 'Nej' },
    {
      ...secretary,
      person: brandId<PersonId>(secretary.person),
    },
  );
  expect(story.told).toEqual([]);
});

describe('AG-24 a hearing stops with its agreement', () => {
  const gone = { ok: false, error: { code: 'AG-24-ABANDONED' } };
  const abandon = async (): Promise<void> => {
    const agreements = new AgreementStore(story, new TextContents(story.source));
    expect(await agreements.abandon(story.agreement, 'Ny lov', secretary)).toMatchObject({ ok: true });
  };

  it('while it collects: nothing is sent, moved or ended, and the texts say why', async () => {
    const response = await write(greve, 'Tak.');
    await abandon();
    expect((await roundNow()).responses.map(({ text }) => [text.phase, text.closedBecause])).toEqual([
      ['closed', 'abandoned'],
      ['closed', 'abandoned'],
    ]);
    const before = await acts();
    expect(await responses.submit(response, chair)).toEqual(gone);
    expect(await responses.withdraw(response, chair)).toEqual(gone);
    expect(await rounds.extend(round, { dueDate: await inDays(60), reason: 'Ferie' }, secretary)).toEqual(gone);
    expect(await rounds.end(round, secretary)).toEqual(gone);
    expect([await acts(), await count('submission'), await count('round_event')]).toEqual([before, 0, 0]);
  });

  it('while points are answered: none is, and the round is not closed', async () => {
    await responses.submit(await write(greve, 'Tak.'), chair);
    await dueIn(-1);
    await rounds.end(round, secretary);
    await abandon();
    const [point] = (await roundNow()).points;
    if (!point) throw new Error('No point');
    expect(await points.treat(round, [point.row], answer, secretary)).toEqual(gone);
    expect(await rounds.close(round, secretary)).toEqual(gone);
    expect(await count('treatment')).toBe(0);
  });
});

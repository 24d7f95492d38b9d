import type { AnswerId, PointChangeId } from '@enig/hearing';
import {
  addDays,
  brandId,
  localDateAt,
  type BodyId,
  type PartyId,
  type PointId,
  type RoundId,
  type SectionId,
} from '@enig/kernel';
import { richFromPlain } from '@enig/text';
import { databaseNow, type Actor } from './act';
import { HearingReads } from './hearing-reads';
import { HearingStore } from './hearing-store';
import type { RoundView } from './hearing-views';
import { PointStore } from './point-store';
import { ResponseStore } from './response-store';
import { setDeadlineIn } from './test-response';
import { beginStory, done, type Story } from './test-story';

const greve = brandId<BodyId>('disability-council:0253');
const solroed = brandId<BodyId>('disability-council:0269');
const roskilde = brandId<PartyId>('municipality:0265');
const input = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Rådet har ret.' } as const;

let story: Story;
let secretary: Actor;
let points: PointStore;
let rounds: HearingStore;
let round: RoundId;

beforeEach(async () => {
  story = await beginStory();
  const ground = { source: story.source, announce: story.announce };
  points = new PointStore(ground);
  rounds = new HearingStore(ground);
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
  const today = localDateAt(await databaseNow(story.source.manager));
  const opened = await story.freeze({ councils: [greve, solroed], dueDate: addDays(today, 40), shortReason: '' });
  round = opened.round ?? brandId<RoundId>('');
  await send(greve, 'Skriv kortere. Sæt dato på.\n\nTolk til møderne.');
  await send(solroed, 'Vi er enige.');
});

afterEach(() => story.close());

async function now(): Promise<RoundView> {
  const view = await new HearingReads(story.source).round(round);
  if (!view) throw new Error('The round is gone');
  return view;
}

async function send(council: BodyId, words: string): Promise<void> {
  const chair = await story.person(council, 'disabilityCouncilChair');
  const response = (await now()).responses.find(({ row }) => row.body === council);
  if (!response) throw new Error('The council was not asked');
  await story.write(response.row.text, { general: richFromPlain(words) });
  const store = new ResponseStore({ source: story.source, announce: story.announce });
  done(await store.submit(response.row.id, chair));
}

/** What the points are called and say, council by council. */
async function said(): Promise<string[]> {
  return (await now()).points.map(({ row }) => `${row.label} ${row.excerpt}`);
}

async function pointSaying(start: string): Promise<PointId> {
  const found = (await now()).points.find(({ row }) => row.excerpt.startsWith(start));
  if (!found) throw new Error(`No point says ${start}`);
  return found.row.id;
}

async function lastChange(): Promise<PointChangeId> {
  const change = (await now()).pointChanges.at(-1);
  if (!change) throw new Error('Nothing was changed');
  return change.id;
}

async function end(): Promise<void> {
  await setDeadlineIn(story.owner, round, -1);
  done(await rounds.end(round, secretary));
}

async function sectionOf(): Promise<SectionId> {
  const [section] = (await story.view()).sections;
  if (!section) throw new Error('The agreement has no section');
  return section.row.id;
}

async function acts(kind: string): Promise<Record<string, unknown>[]> {
  const rows = await story.source.query<{ facts: Record<string, unknown> }[]>(
    'SELECT facts FROM act WHERE kind = $1 ORDER BY number',
    [kind],
  );
  return rows.map(({ facts }) => facts);
}

const FIRST = ['1 Skriv kortere. Sæt dato på.', '2 Tolk til møderne.', '1 Vi er enige.'];

describe('HE-41 points as they are now are computed from what was recorded', () => {
  it('is split, joined with another, and each of it taken back', async () => {
    expect(await said()).toEqual(FIRST);
    const parts = done(await points.split(round, await pointSaying('Skriv'), { at: [15] }, secretary));
    expect(await said()).toEqual(['1.1 Skriv kortere.', '1.2 Sæt dato på.', ...FIRST.slice(1)]);
    const split = await lastChange();
    const joined = done(await points.merge(round, [...parts.slice(1), await pointSaying('Tolk')], secretary));
    expect(joined).toHaveLength(1);
    expect(await said()).toEqual(['1.1 Skriv kortere.', '1.2+2 Sæt dato på. Tolk til møderne.', FIRST[2]]);
    expect(await points.undo(round, split, secretary)).toMatchObject({ error: { code: 'HE-43-BUILT-ON' } });
    done(await points.undo(round, await lastChange(), secretary));
    done(await points.undo(round, split, secretary));
    expect(await said()).toEqual(FIRST);
    expect((await now()).pointChanges.map(({ kind }) => kind)).toEqual(['split', 'merge', 'undo', 'undo']);
  });

  it('is one change when two people split the same point at once', async () => {
    const point = await pointSaying('Skriv');
    const both = await Promise.all([
      points.split(round, point, { at: [15] }, secretary),
      points.split(round, point, { at: [5] }, secretary),
    ]);
    expect(both.map((each) => each?.ok).toSorted()).toEqual([false, true]);
    expect(both.find((each) => !each?.ok)).toMatchObject({ error: { code: 'HE-40-POINT-GONE' } });
    expect((await now()).points).toHaveLength(4);
  });

  it('writes nothing of what a rule refuses', async () => {
    const point = await pointSaying('Skriv');
    expect(await points.split(round, point, { at: [3] }, secretary)).toMatchObject({
      error: { code: 'HE-41-NOT-A-CUT' },
    });
    expect(
      await points.split(brandId<RoundId>('00000000-0000-4000-8000-000000000000'), point, { at: [15] }, secretary),
    ).toBeNull();
    expect((await now()).pointChanges).toEqual([]);
    expect(await acts('splitPoint')).toEqual([]);
  });

  it('cannot be changed or taken away by the server itself', async () => {
    done(await points.split(round, await pointSaying('Skriv'), { at: [15] }, secretary));
    for (const sql of ['UPDATE point_change SET kind = kind', 'DELETE FROM point_change', 'DELETE FROM point']) {
      await expect(story.source.query(sql)).rejects.toThrow(/permission denied/);
    }
  });
});

describe('HE-40 points are hung elsewhere and handed on', () => {
  it('says who is waited for, and writes once to those of the party who may answer', async () => {
    const section = await sectionOf();
    const point = await pointSaying('Tolk');
    const tovholder = await story.person('administration:0265', 'coordinator');
    await story.person('administration:0265', 'caseOfficer');
    done(await points.move(round, [point], section, secretary));
    done(await points.assign(round, [point], roskilde, secretary));
    const found = (await now()).points.find(({ row }) => row.id === point);
    expect(found?.row).toMatchObject({ place: 'section', section, party: roskilde });
    const letters = await story.source.query<{ person: string; facts: unknown }[]>(
      `SELECT person, facts FROM letter WHERE kind = 'pointAssigned'`,
    );
    expect(letters).toEqual([{ person: tovholder.person, facts: { round: 'Rammeaftale', count: 1 } }]);
  });
});

describe('HE-44 one answer serves several points, in one act', () => {
  it('gives each a treatment, points at the change, and is taken back from all of them', async () => {
    await end();
    const section = await sectionOf();
    const ids = (await now()).points.map(({ row }) => row.id);
    done(
      await points.treat(
        round,
        ids.map((id) => ({ id, seen: null })),
        { ...input, link: { section, seq: null } },
        secretary,
      ),
    );
    const view = await now();
    const given = new Set(view.points.map(({ treatment }) => treatment?.given));
    expect([given.size, view.openPoints]).toEqual([1, 0]);
    expect(view.points[0]?.treatment).toMatchObject({ ...input, link: { section, seq: null }, ...secretary });
    expect(await acts('treatPoints')).toMatchObject([{ count: 3, outcome: 'accommodated', section }]);

    const [answer = brandId<AnswerId>('')] = [...given];
    done(await points.undoAnswer(round, answer, secretary));
    const after = await now();
    expect(after.openPoints).toBe(3);
    expect(after.points.map(({ treatments }) => treatments.map(({ takenBack }) => takenBack))).toEqual([
      [true],
      [true],
      [true],
    ]);
    done(await points.treat(round, [{ id: ids[0] ?? brandId<PointId>(''), seen: null }], input, secretary));
    expect((await now()).points[0]?.treatments.map(({ takenBack }) => takenBack)).toEqual([true, false]);
  });

  it('answers none where one was answered meanwhile, or stands no more', async () => {
    await end();
    const [first, second] = (await now()).points.map(({ row }) => row.id);
    if (!first || !second) throw new Error('There are too few points');
    done(await points.treat(round, [{ id: second }], input, secretary));
    const both = [first, second].map((id) => ({ id, seen: null }));
    expect(await points.treat(round, both, input, secretary)).toMatchObject({
      error: { code: 'HE-19-ANSWERED-ALREADY', points: [second] },
    });
    done(await points.split(round, first, { at: [15] }, secretary));
    expect(await points.treat(round, [{ id: first }], input, secretary)).toMatchObject({
      error: { code: 'HE-40-POINT-GONE' },
    });
    expect((await now()).openPoints).toBe(3);
  });
});

describe('HE-13 a round is not closed while one point is open', () => {
  it('counts the parts of a point, not the point, and tells each council how its answer was used', async () => {
    const parts = done(await points.split(round, await pointSaying('Skriv'), { at: [15] }, secretary));
    await end();
    const ids = (await now()).points.map(({ row }) => row.id).filter((id) => id !== parts[1]);
    done(
      await points.treat(
        round,
        ids.map((id) => ({ id })),
        input,
        secretary,
      ),
    );
    const refused = await rounds.close(round, secretary);
    expect(refused).toMatchObject({ error: { code: 'HE-13-POINTS-OPEN', open: [{ id: parts[1] }] } });
    done(
      await points.treat(
        round,
        parts.slice(1).map((id) => ({ id })),
        input,
        secretary,
      ),
    );
    done(await rounds.close(round, secretary));
    const letters = await story.source.query<{ key: string }[]>(`SELECT key FROM letter WHERE kind = 'answersUsed'`);
    expect(letters.map(({ key }) => key.split(':').slice(2, 4).join(':')).toSorted()).toEqual([greve, solroed]);
    expect(await points.move(round, parts, null, secretary)).toMatchObject({ error: { code: 'HE-40-ROUND-CLOSED' } });
  });
});

describe('a point is answered without reading what other councils sent', () => {
  it('nor is it, when points are changed and that is taken back', async () => {
    await end();
    const view = await now();
    const others = view.responses.filter(({ row }) => row.body === solroed).flatMap(({ submissions }) => submissions);
    const read: unknown[] = [];
    const { logger } = story.source;
    story.source.logger = Object.assign(Object.create(logger) as typeof logger, {
      logQuery: (_: string, parameters: readonly unknown[] = []) => read.push(...parameters.flat()),
    });
    const tolk = await pointSaying('Tolk');
    read.length = 0;
    done(await points.treat(round, [{ id: tolk, seen: null }], input, secretary));
    done(await points.split(round, view.points[0]?.row.id ?? tolk, { at: [15] }, secretary));
    expect(read).toContain(tolk);
    expect(read).not.toContain(others[0]?.row.id);
    await now();
    expect(read).toContain(others[0]?.row.id);
    story.source.logger = logger;
    done(await points.undo(round, await lastChange(), secretary));
    expect(await said()).toEqual(FIRST);
  });
});

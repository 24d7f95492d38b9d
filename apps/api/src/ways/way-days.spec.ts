import { addDays, localDateOf } from '@enig/kernel';
import { today } from '../approval/test-board';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { COMMITTEE, COUNCIL, enter, set } from './test-ways';

let app: TestApp;
let secretariat: TestBrowser;
let greve: TestBrowser;
let agreement: string;

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  greve = await app.signIn('raadssekretaer-greve');
  const { data } = await secretariat.gql<{ agreements: { id: string; standing: string }[] }>(
    '{ agreements { id standing } }',
  );
  agreement = data.agreements.find(({ standing }) => standing === 'deciding')?.id ?? '';
});

afterAll(() => app.close());

interface Day {
  readonly id: string;
  readonly kind: string;
  readonly on: string;
  readonly title: string;
}

const later = (days: number) => addDays(localDateOf(today()), days);

/** This year and the next: what lies ahead may be in either. */
async function daysOf(browser: TestBrowser): Promise<readonly Day[]> {
  const year = Number(today().slice(0, 4));
  const found: Day[] = [];
  for (const each of [year - 1, year, year + 1]) {
    const { data, errors } = await browser.gql<{ year: { events: readonly Day[] } }>(
      'query ($year: Int) { year(year: $year) { events { id kind on title } } }',
      { year: each },
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    found.push(...data.year.events);
  }
  return found;
}

async function calendarOf(browser: TestBrowser): Promise<string> {
  const { data } = await browser.gql<{ renewCalendar: { address: string } }>(
    'mutation { renewCalendar { address madeAt } }',
  );
  return (await app.anybody.fetch(new URL(data.renewCalendar.address).pathname)).text();
}

const ofKind = (days: readonly Day[], kind: string) => days.filter((day) => day.kind === kind);

describe('DOC-8 the year has the whole way to a decision', () => {
  it('AP-32 the days by which steps should be taken, for all who may read the agreement', async () => {
    const [drafted] = await app.owner
      .query<{ id: string }[]>(
        `UPDATE agreement SET chain_key = 'midtjylland-2017', chain_version = 1 WHERE id = (
         SELECT a.id FROM agreement a LEFT JOIN agreement_event e ON e.agreement = a.id
         WHERE a.region = '1085' AND e.id IS NULL AND EXISTS (SELECT FROM agreement_party p WHERE p.agreement = a.id)
         ORDER BY a.id LIMIT 1) RETURNING id`,
      )
      .then(([rows]) => rows as unknown as { id: string }[]);
    const id = drafted?.id ?? '';
    const steps = ofKind(await daysOf(secretariat), 'step').filter((day) => day.id.includes(id));
    expect(steps.length).toBeGreaterThan(0);
    const { data } = await secretariat.gql<{
      agreement: {
        title: string;
        deadline: string;
        chain: { steps: { key: string; name: string; dueOn: string | null }[] };
      };
    }>('query ($id: ID!) { agreement(id: $id) { title deadline chain { steps { key name dueOn } } } }', { id });
    const { title, deadline, chain } = data.agreement;
    const expected = chain.steps.flatMap(({ key, name, dueOn }) =>
      dueOn === null || dueOn === deadline
        ? []
        : [{ id: `step-${id}-${key}`, kind: 'step', on: dueOn, title: `${name} bør være sket: ${title}` }],
    );
    expect(steps.toSorted(byId)).toEqual(expected.toSorted(byId));
    expect(ofKind(await daysOf(greve), 'step').filter((day) => day.id.includes(id))).toEqual(steps);
  });

  it('the meetings of the bodies on one’s own way, once each, and of nobody else’s', async () => {
    expect(await set(greve, [{ body: COMMITTEE, after: [], mandatory: true }])).toMatchObject({ refused: null });
    await enter(greve, COMMITTEE, [later(3)]);
    await enter(greve, COUNCIL, [later(8)]);
    const meetings = ofKind(await daysOf(greve), 'meeting').filter(({ on }) => on > today());
    expect(meetings.map(({ on, title }) => `${on} ${title}`)).toEqual([
      `${later(3)} Fagudvalget i Greve Kommune mødes`,
      `${later(8)} Kommunalbestyrelsen i Greve Kommune mødes`,
    ]);
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    expect(ofKind(await daysOf(holbaek), 'meeting').map(({ title }) => title)).not.toContainEqual(
      expect.stringContaining('Greve'),
    );
  });

  it('AP-30 when a party can decide at the earliest, for its own people; when all can, for the secretariat', async () => {
    const seen = async () => {
      const { data } = await secretariat.gql<{
        agreement: { board: { forecast: { decidesOn: string | null; reach: string; party: { id: string } }[] } };
      }>('query ($id: ID!) { agreement(id: $id) { board { forecast { decidesOn reach party { id } } } } }', {
        id: agreement,
      });
      return data.agreement.board.forecast.filter(({ reach }) => reach !== 'decided');
    };
    const days = async (browser: TestBrowser) =>
      ofKind(await daysOf(browser), 'forecast').filter(({ id }) => id.includes(agreement));
    await app.owner.query('DELETE FROM body_meeting');
    expect(await days(secretariat)).toEqual([]);
    await app.owner.query(
      `INSERT INTO body_meeting (id, body, held_on, person, entered_for, capacity)
       SELECT gen_random_uuid(), b.id, $1::date + (CASE WHEN b.id LIKE '%council:%' THEN 4 ELSE 0 END), p.id, b.id,
         'councilSecretary' FROM body b, (SELECT id FROM person LIMIT 1) p`,
      [later(3)],
    );
    const ahead = await seen();
    expect(ahead.map(({ decidesOn }) => decidesOn)).toEqual(ahead.map(() => later(7)));
    expect((await days(secretariat)).map(({ id, on }) => [id, on])).toEqual([[`forecast-${agreement}-all`, later(7)]]);
    const naestved = 'municipality:0370';
    expect(ahead.map(({ party }) => party.id)).toContain(naestved);
    const own = await days(await app.signIn('raadssekretaer-naestved'));
    expect(own).toMatchObject([{ id: `forecast-${agreement}-${naestved}`, on: later(7) }]);
    expect(own[0]?.title).toMatch(/^Næstved kan tidligst godkende: /u);
  });

  it.each(['sekretariat', 'raadssekretaer-greve', 'handicapraad-formand-greve'])(
    'the list, the picture and the calendar of %s are of the same days',
    async (persona) => {
      const browser = await app.signIn(persona);
      const calendar = (await calendarOf(browser)).replaceAll('\r\n ', '');
      const since = later(-365);
      const inCalendar = [...calendar.matchAll(/UID:(\S+)@enig\r\n(?:.*\r\n)*?DTSTART;VALUE=DATE:(\d{8})/gu)]
        .map(([, id, on]) => `${on} ${id}`)
        .filter((line) => line.slice(0, 4) <= String(Number(today().slice(0, 4)) + 1));
      const inList = (await daysOf(browser))
        .filter(({ on }) => on >= since)
        .map(({ id, on }) => `${on.replaceAll('-', '')} ${id}`);
      expect(inList.length).toBeGreaterThan(0);
      expect(inCalendar.toSorted()).toEqual(inList.toSorted());
      expect(new Set(inCalendar).size).toBe(inCalendar.length);
    },
  );

  it('a day that is moved is the same event for the programs that have it', async () => {
    const eventOf = async () => {
      const calendar = (await calendarOf(secretariat)).replaceAll('\r\n ', '');
      const found = new RegExp(`UID:(decision-${agreement}@enig)\\r\\n(?:.*\\r\\n)*?DTSTART;VALUE=DATE:(\\d{8})`, 'gu');
      return [...calendar.matchAll(found)].map(([, uid, on]) => ({ uid, on }));
    };
    const [before, ...others] = await eventOf();
    const moved = later(120);
    await app.owner.query('UPDATE agreement SET deadline = $2 WHERE id = $1', [agreement, moved]);
    expect(others).toEqual([]);
    expect(await eventOf()).toEqual([{ uid: before?.uid, on: moved.replaceAll('-', '') }]);
    expect(before?.on).not.toBe(moved.replaceAll('-', ''));
  });

  it('AP-21 when a party can decide, for the people of the council that decides in place of one that is gone', async () => {
    const naestved = 'municipality:0370';
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    const theirs = async () => ofKind(await daysOf(holbaek), 'forecast').filter(({ id }) => id.endsWith(naestved));
    expect(await theirs()).toEqual([]);
    await app.owner.query('UPDATE body SET valid_to = $1 WHERE id = $2', [later(-1), 'municipal-council:0370']);
    const person = '(SELECT id FROM person WHERE persona = $2)';
    const [override] = await app.owner.query<{ id: string }[]>(
      `INSERT INTO step_override (id, agreement, step, party, kind, taker, reason, at, person, body, capacity)
       VALUES (gen_random_uuid(), $1, 'council', $3, 'replaceBody', 'municipal-council:0316', 'Sammenlagt', now(),
         ${person}, 'secretariat:1085', 'secretariatOfficer') RETURNING id`,
      [agreement, 'sekretariat', naestved],
    );
    await app.owner.query(
      `INSERT INTO step_override_consent (override, at, person, body, capacity)
       VALUES ($1, now(), ${person}, 'municipal-council:0316', 'councilSecretary')`,
      [override?.id, 'raadssekretaer-holbaek'],
    );
    expect(await theirs()).toMatchObject([{ id: `forecast-${agreement}-${naestved}`, on: later(7) }]);
  });
});

function byId(one: Day, other: Day): number {
  return one.id < other.id ? -1 : 1;
}

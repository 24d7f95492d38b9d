import { addDays, localDateOf } from '@enig/kernel';
import { boardBy, record, today, yesOf } from '../approval/test-board';
import { command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import {
  PARTY,
  COMMITTEE,
  FINANCE,
  COUNCIL,
  WAY,
  wayBy,
  set,
  enter,
  forecastBy,
  type Chains,
  type Cells,
} from './test-ways';

let app: TestApp;
let secretariat: TestBrowser;
let greve: TestBrowser;

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  greve = await app.signIn('raadssekretaer-greve');
});

afterAll(() => app.close());

/** A decision that is under way in the demo. */
async function deciding(): Promise<string> {
  const { data } = await secretariat.gql<{ agreements: { id: string; standing: string }[] }>(
    '{ agreements { id standing } }',
  );
  const found = data.agreements.find(({ standing }) => standing === 'deciding');
  if (!found) throw new Error('Nothing is being decided');
  return found.id;
}

describe("AC-29 a party's own people say which way it goes", () => {
  it('AP-28 in order, in parallel, and the agreement’s way again', async () => {
    expect(await wayBy(greve)).toMatchObject({ steps: [], maySet: true });
    const steps = [
      { body: COMMITTEE, after: [], mandatory: true },
      { body: FINANCE, after: [COMMITTEE], mandatory: false },
    ];
    const told = await set(greve, steps);
    expect(told).toMatchObject({ refused: null, way: { steps: [{ body: { id: COMMITTEE } }, { mandatory: false }] } });
    expect((await wayBy(secretariat)).sentence).toBe(
      'Greve Kommune har 2 trin, før Kommunalbestyrelsen i Greve Kommune beslutter: Fagudvalget i Greve Kommune og Økonomiudvalget i Greve Kommune.',
    );
    expect(await set(greve, [])).toMatchObject({ refused: null, way: { steps: [] } });
  });

  it('AP-28 a broken way is refused in plain words, by name', async () => {
    const told = await set(greve, [{ body: COUNCIL, after: [], mandatory: true }]);
    expect(told.refused).toMatchObject({ code: 'AP-28-WAY-DECIDES' });
    expect(told.refused?.message).toMatch(/^Kommunalbestyrelsen i Greve Kommune kan ikke/);
    const circle = [
      { body: COMMITTEE, after: [FINANCE], mandatory: true },
      { body: FINANCE, after: [COMMITTEE], mandatory: true },
    ];
    expect((await set(greve, circle)).refused).toMatchObject({ code: 'AP-28-CIRCLE' });
  });

  it('AP-28 of two who change it the second hears of the first’s, and can put theirs in its place', async () => {
    const steps = [{ body: COMMITTEE, after: [], mandatory: true }];
    const stale = { party: PARTY, seen: null, steps: [] };
    expect(await set(greve, steps)).toMatchObject({ refused: null });
    expect(await command(greve, 'setWay', stale, WAY)).toMatchObject({
      refused: { code: 'AP-28-CHANGED-MEANWHILE' },
    });
    expect((await wayBy(greve)).steps).toHaveLength(1);
    expect(await set(greve, [])).toMatchObject({ refused: null, way: { steps: [] } });
  });

  it('AP-28 adds a committee of its own', async () => {
    const input = { party: PARTY, kind: 'committee', name: 'Social- og Sundhedsudvalget' };
    const told = await command(greve, 'addCommittee', input, WAY);
    expect(told.refused).toBeNull();
    expect((await wayBy(greve)).bodies.map(({ name }) => name)).toContain(input.name);
    expect((await command(greve, 'addCommittee', input, WAY)).refused).toMatchObject({ code: 'AP-28-NAME-TAKEN' });
  });

  it('AC-29 nobody else does, neither another municipality nor the secretariat', async () => {
    const others = [await app.signIn('raadssekretaer-holbaek'), secretariat];
    for (const other of others) {
      await expect(set(other, [])).rejects.toThrow('FORBIDDEN');
      expect((await wayBy(other)).maySet).toBe(false);
    }
  });
});

describe('AP-31 meetings are entered once', () => {
  const days = [40, 20, 60].map((later) => addDays(today(), later));

  it('AC-30 by the party’s people, a calendar at once, the first first', async () => {
    const told = await enter(greve, COUNCIL, days);
    expect(told).toMatchObject({
      refused: null,
      calendar: { meetings: [20, 40, 60].map((later) => ({ heldOn: addDays(today(), later) })) },
    });
  });

  it('AP-31 all of them or none', async () => {
    const before = (await wayBy(greve)).calendars;
    const told = await enter(greve, COUNCIL, [addDays(today(), 80), addDays(today(), 20)]);
    expect(told.refused).toMatchObject({ code: 'HE-30-MEETING-KNOWN' });
    expect((await wayBy(greve)).calendars).toEqual(before);
    await expect(enter(greve, COUNCIL, [])).rejects.toThrow('BAD_USER_INPUT');
  });

  it('AC-30 by the secretariat too, also for a body that acts for all; not by another party', async () => {
    expect((await enter(secretariat, FINANCE, [addDays(today(), 10)])).refused).toBeNull();
    expect((await enter(secretariat, 'contact-council:1085', [addDays(today(), 10)])).refused).toBeNull();
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    await expect(enter(holbaek, COUNCIL, [addDays(today(), 90)])).rejects.toThrow('FORBIDDEN');
    await expect(enter(secretariat, 'municipal-council:0851', [addDays(today(), 90)])).rejects.toThrow('FORBIDDEN');
    await expect(enter(greve, 'nowhere', [addDays(today(), 90)])).rejects.toThrow('NOT_FOUND');
  });

  it('and is taken back', async () => {
    const own = (await wayBy(greve)).calendars.find(({ body }) => body.id === FINANCE);
    const [meeting] = own?.meetings ?? [];
    const told = await command(greve, 'takeMeetingBack', { meeting: meeting?.id }, 'calendar { meetings { id } }');
    expect(told).toMatchObject({ refused: null, calendar: { meetings: [] } });
  });
});

describe('AP-30 the board says whether all can make it', () => {
  it('AP-30 whose dates are missing, and who has decided', async () => {
    const id = await deciding();
    const { forecast, forecastSentence } = await forecastBy(secretariat, id);
    const board = await boardBy(secretariat, id);
    expect(forecast).toHaveLength(board.partyCount);
    expect(forecast.filter(({ reach }) => reach === 'decided')).toHaveLength(board.approvedCount);
    expect(forecastSentence).toMatch(/\.$/);
    expect(forecast.every(({ mayEnter }) => mayEnter)).toBe(true);
    const own = (await forecastBy(greve, id)).forecast.filter(({ mayEnter }) => mayEnter);
    expect(own.map(({ party }) => party.id)).toEqual([PARTY]);
  });
});

describe('AP-26 whoever creates an agreement chooses its chain', () => {
  const ask = (browser: TestBrowser, region: string) =>
    browser.gql<Chains>(
      `query ($region: ID!) { chainTemplates(region: $region) { key version name sentence refused { message }
         steps { key name who column row dueOn } } }`,
      { region },
    );

  it('AP-26 those that can be used first, the others with their reason', async () => {
    const { data } = await ask(secretariat, '1085');
    const [first, ...others] = data.chainTemplates;
    expect([first?.key, first?.version, first?.refused]).toEqual(['sjaelland-2021', 2, null]);
    expect(first?.steps.map(({ name, column }) => `${column} ${name}`)).toEqual([
      '1 Dialogmøde',
      '2 KKR drøfter oplægget',
      '3 Handicapråd',
      '4 KKR',
      '5 Fagudvalg',
      '6 Økonomiudvalg eller forretningsudvalg',
      '7 Kommunalbestyrelse eller regionsråd',
    ]);
    expect(first?.sentence).toBe(
      'Forløbet har 7 trin. Alle parter skal godkende i trinnet »Kommunalbestyrelse eller regionsråd«. De andre trin kan springes over.',
    );
    expect(others.map(({ refused }) => refused?.message)).toEqual([
      'Trinnet »DASSOS Forretningsudvalg« kan ingen tage her: regionen og parterne har ikke det organ. Vælg et andet forløb.',
      'Trinnet »Regionen med den administrative styregruppe« kan ingen tage her: regionen og parterne har ikke det organ. Vælg et andet forløb.',
    ]);
    expect((await ask(greve, '1085')).errors[0]?.code).toBe('FORBIDDEN');
  });

  const frame = () => ({
    ...{ region: '1085', title: 'Rammeaftale med valgt forløb', copyFrom: null, writingUntil: null },
    ...{ periodFrom: '2026-01-01', periodTo: addDays(today(), 900), deadline: addDays(today(), 300) },
  });

  it('AP-29 the agreement is on the version that was chosen', async () => {
    const chain = { key: 'sjaelland-2021', version: 2 };
    const told = await command(
      secretariat,
      'createAgreement',
      { ...frame(), chain },
      'agreement { id chain { key version steps { key dueOn } } }',
    );
    expect(told).toMatchObject({ refused: null, agreement: { chain } });
    const unknown = { ...frame(), chain: { key: 'sjaelland-2021', version: 7 } };
    await expect(command(secretariat, 'createAgreement', unknown, 'agreement { id }')).rejects.toThrow(
      'BAD_USER_INPUT',
    );
  });

  it('AP-26 refuses a chain with a circle, where it is chosen and when it is sent', async () => {
    const [row] = await app.owner.query<{ steps: { key: string }[] }[]>(
      `SELECT steps FROM chain_template WHERE key = 'sjaelland-2021' AND version = 2`,
    );
    const [first, ...others] = row?.steps ?? [];
    const round = [{ ...first, after: others.slice(-1).map(({ key }) => key) }, ...others];
    await app.owner.query(
      `INSERT INTO chain_template (key, version, name, act, steps) VALUES ('rundt', 1, 'Rundt', 'agreement', $1)`,
      [JSON.stringify(round)],
    );
    const { data } = await ask(secretariat, '1085');
    expect(data.chainTemplates.find(({ key }) => key === 'rundt')?.refused?.message).toMatch(/venter på sig selv/);
    const chain = { key: 'rundt', version: 1 };
    const told = await command(secretariat, 'createAgreement', { ...frame(), chain }, 'agreement { id }');
    expect(told.refused).toMatchObject({ code: 'AP-26-CIRCLE' });
  });

  it('AP-26 refuses a chain that nobody there can take', async () => {
    const chain = { key: 'midtjylland-2017', version: 1 };
    const told = await command(secretariat, 'createAgreement', { ...frame(), chain }, 'agreement { id }');
    expect(told.refused).toMatchObject({ code: 'AP-26-NOBODY-CAN-TAKE' });
  });
});

describe('AP-29 a way counts from the next time a text is put to the parties', () => {
  const own = async (id: string) => {
    const { data } = await greve.gql<Cells>(
      `query ($id: ID!) { agreement(id: $id) { board { rows { party { id } recordPlaces { step }
         cells { step places { body { id } decision { outcome } } } } } } }`,
      { id },
    );
    return data.agreement.board.rows.find(({ party }) => party.id === PARTY);
  };
  const places = (row: Awaited<ReturnType<typeof own>>) =>
    row?.cells.flatMap((cell) => cell.places.map(({ body, decision }) => [body.id, decision?.outcome ?? null]));

  it('AP-28 parallel committees each have their place on the board, and the council waits for both', async () => {
    const id = await deciding();
    const before = await own(id);
    const steps = [COMMITTEE, FINANCE].map((body) => ({ body, after: [], mandatory: true }));
    expect((await set(greve, steps)).refused).toBeNull();
    expect(await own(id)).toEqual(before);

    const again = { agreement: id, reason: 'Et tal var forkert.' };
    expect((await command(secretariat, 'reopenWriting', again)).refused).toBeNull();
    expect((await command(secretariat, 'freezeForDecision', { agreement: id })).refused).toBeNull();
    const row = await own(id);
    expect(row?.recordPlaces.map(({ step }) => step)).toEqual([COMMITTEE, FINANCE, 'council']);

    const first = await yesOf(greve, id, PARTY, { body: COMMITTEE, step: COMMITTEE, outcome: 'recommended' });
    expect((await record(greve, first)).refused).toBeNull();
    expect(places(await own(id))?.slice(0, 2)).toEqual([
      [COMMITTEE, 'recommended'],
      [FINANCE, null],
    ]);
    const council = await yesOf(greve, id, PARTY);
    expect((await record(greve, council)).refused).toMatchObject({ code: 'AP-3-EARLIER-STEP-OPEN' });
    const other = await yesOf(greve, id, PARTY, { body: FINANCE, step: FINANCE, outcome: 'noted' });
    expect((await record(greve, other)).refused).toBeNull();
    expect((await record(greve, council)).refused).toBeNull();
  });

  it('AP-30 and the forecast follows what is entered', async () => {
    const id = await deciding();
    const party = 'municipality:0316';
    const reach = async () =>
      (await forecastBy(secretariat, id)).forecast.find((each) => each.party.id === party)?.reach;
    expect(await reach()).toBe('unknown');
    const { data } = await secretariat.gql<{ agreement: { deadline: string } }>(
      'query ($id: ID!) { agreement(id: $id) { deadline } }',
      { id },
    );
    const deadline = localDateOf(data.agreement.deadline);
    const council = 'municipal-council:0316';
    await enter(secretariat, council, [addDays(deadline, 1)]);
    expect(await reach()).toBe('late');
    expect((await forecastBy(secretariat, id)).forecastSentence).toMatch(/Holbæk når det ikke, som det ser ud nu\./u);
    await enter(secretariat, council, [deadline]);
    expect(await reach()).toBe('tight');
    await enter(secretariat, council, [addDays(deadline, -1)]);
    expect(await reach()).toBe('inTime');
  });
});

import { addDays, instantOf, localDateAt } from '@enig/kernel';
import { boardBy, record, today, yesOf } from '../approval/test-board';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

let app: TestApp;
let secretariat: TestBrowser;

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
});

afterAll(() => app.close());

interface Summary {
  readonly id: string;
  readonly title: string;
  readonly standing: string;
}

async function agreements(): Promise<readonly Summary[]> {
  const { data } = await secretariat.gql<{ agreements: readonly Summary[] }>('{ agreements { id title standing } }');
  return data.agreements;
}

/** The one that is being decided in the demo. */
async function deciding(): Promise<string> {
  const found = (await agreements()).find(({ standing }) => standing === 'deciding');
  if (!found) throw new Error('Nothing is being decided');
  return found.id;
}

async function csv(browser: TestBrowser, agreement: string, asked = ''): Promise<readonly string[]> {
  const answer = await browser.fetch(`/board/${agreement}.csv${asked}`);
  expect(answer.status).toBe(200);
  return (await answer.text()).trimEnd().split('\r\n');
}

describe('the board as a file', () => {
  it('has a line for each party, filtered by the same address as the page', async () => {
    const id = await deciding();
    const board = await boardBy(secretariat, id);
    expect(await csv(secretariat, id)).toHaveLength(1 + board.partyCount);
    const missing = await csv(secretariat, id, '?mangler=1');
    expect(missing.slice(1)).toHaveLength(board.missing.length);
    const [first] = board.missing;
    const named = await csv(secretariat, id, `?navn=${encodeURIComponent(first?.name ?? '')}`);
    expect(named.slice(1)).toHaveLength(1);
    expect(named[1]).toContain(`"${first?.name ?? ''}"`);
  });

  it('holds no formula, whatever was written in a decision', async () => {
    const id = await deciding();
    const greve = await app.signIn('raadssekretaer-greve');
    const { rows } = await boardBy(greve, id);
    const own = rows.find(({ mayRecord }) => mayRecord);
    if (!own) throw new Error('Nobody may record');
    const input = await yesOf(greve, id, own.party.id, {
      ...{ wording: '=HYPERLINK("https://x.example")', supersedes: own.decision?.id ?? null },
    });
    expect((await record(greve, input)).refused).toBeNull();
    const lines = (await csv(secretariat, id)).join('\n');
    expect(lines).toContain(`"'=HYPERLINK(""https://x.example"")"`);
  });

  it('is for who may read the agreement', async () => {
    const id = await deciding();
    expect((await app.anybody.fetch(`/board/${id}.csv`)).status).toBe(401);
    expect((await secretariat.fetch(`/board/${id}`)).status).toBe(404);
    expect((await secretariat.fetch('/board/00000000-0000-0000-0000-000000000000.csv')).status).toBe(404);
  });
});

describe('the meetings on the board', () => {
  it('are those of the councils that are missing, with whether they are in time', async () => {
    const id = await deciding();
    const board = await boardBy(secretariat, id);
    const [party] = board.missing;
    if (!party) throw new Error('Nobody is missing');
    const council = party.id.replace('municipality:', 'municipal-council:').replace('region:', 'regional-council:');
    const on = addDays(today(), 5);
    await app.owner.query(
      `INSERT INTO body_meeting (id, body, held_on, person, entered_for, capacity)
       SELECT gen_random_uuid(), $1, $2, p.id, $1, 'councilSecretary' FROM person p LIMIT 1`,
      [council, on],
    );
    const asked = 'query ($id: ID!) { agreement(id: $id) { board { csvUrl meetings { party on isInTime } } } }';
    const { data } = await secretariat.gql<{
      agreement: { board: { csvUrl: string; meetings: readonly { party: string; on: string; isInTime: boolean }[] } };
    }>(asked, { id });
    expect(data.agreement.board.csvUrl).toBe(`/board/${id}.csv`);
    expect(data.agreement.board.meetings.find((each) => each.party === party.id)).toEqual({
      ...{ party: party.id, on, isInTime: true },
    });
  });
});

interface Paper {
  readonly title: string;
  readonly model: { readonly blocks: readonly unknown[] };
}

async function onePage(browser: TestBrowser, agreement: string, party: string | null): Promise<Paper | null> {
  const { data, errors } = await browser.gql<{ onePage: Paper | null }>(
    'query ($agreement: ID!, $party: ID) { onePage(agreement: $agreement, party: $party) { title model } }',
    { agreement, party },
  );
  if (errors.length > 0) throw new Error(errors[0]?.code ?? '');
  return data.onePage;
}

describe('DOC-6 the page for politicians', () => {
  it('says what was put to the parties, for all and for one of them', async () => {
    const id = await deciding();
    const all = JSON.stringify(await onePage(secretariat, id, null));
    for (const words of ['Målene', 'Det nye', 'Det skal der besluttes', 'Økonomi', 'Høringen', 'Hvem har godkendt'])
      expect(all).toContain(words);
    expect(all).toMatch(/\d+ ord uden for tabellerne · lix \d+/u);
    const roskilde = JSON.stringify(await onePage(secretariat, id, 'municipality:0265'));
    expect(roskilde).toContain('Roskilde siger ja eller nej');
    await expect(onePage(secretariat, id, 'municipality:0101')).rejects.toThrow('NOT_FOUND');
  });

  it('is none while nothing has been put to the parties', async () => {
    const other = (await agreements()).find(({ standing }) => standing === 'hearing' || standing === 'drafting');
    expect(await onePage(secretariat, other?.id ?? '', null)).toBeNull();
  });

  it('is fetched as a PDF that a worker makes, by who asked', async () => {
    const agreement = await deciding();
    const input = { agreement, party: 'municipality:0265', format: 'pdf' };
    const job = await asked(input);
    expect(await asked(input)).toBe(job);
    const file = await eventually(() => secretariat.fetch(`/jobs/${job}/file`));
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const greve = await app.signIn('raadssekretaer-greve');
    expect((await greve.fetch(`/jobs/${job}/file`)).status).toBe(404);
  });
});

async function asked(input: Record<string, unknown>): Promise<string> {
  const { data } = await secretariat.gql<{ askOnePage: { job: string } }>(
    'mutation ($input: AskOnePageInput!) { askOnePage(input: $input) { job } }',
    { input },
  );
  return data.askOnePage.job;
}

/** Asks again until there is an answer: a worker makes it meanwhile. */
async function eventually(ask: () => Promise<Response>): Promise<Response> {
  for (let left = 300; left > 0; left -= 1) {
    const answer = await ask();
    if (answer.status === 200) return answer;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('It was not made');
}

interface Year {
  readonly year: number;
  readonly sentence: string;
  readonly events: readonly { id: string; kind: string; on: string; title: string; path: string; isPast: boolean }[];
}

async function yearBy(browser: TestBrowser, year: number | null = null): Promise<Year> {
  const { data, errors } = await browser.gql<{ year: Year }>(
    'query ($year: Int) { year(year: $year) { year sentence events { id kind on title path isPast } } }',
    { year },
  );
  if (errors.length > 0) throw new Error(errors[0]?.code ?? '');
  return data.year;
}

describe('the year', () => {
  it('has the deadlines one may know of, first to last, and says which is next', async () => {
    const id = await deciding();
    const { data } = await secretariat.gql<{ agreement: { deadline: string } }>(
      'query ($id: ID!) { agreement(id: $id) { deadline } }',
      { id },
    );
    const year = await yearBy(secretariat, Number(data.agreement.deadline.slice(0, 4)));
    expect(year.events.find((event) => event.id === `decision-${id}`)).toMatchObject({
      ...{ kind: 'decision', on: data.agreement.deadline, path: `/aftaler/${id}/godkendelse` },
    });
    expect(year.events.map(({ on }) => on)).toEqual(year.events.map(({ on }) => on).toSorted());
    expect(year.sentence).toMatch(/^I \d{4} er der \d+ ting at huske\./u);
  });

  it('is another one’s in another year, and none for a year no page is about', async () => {
    expect((await yearBy(secretariat, 2_001)).sentence).toContain('ingen frister');
    await expect(yearBy(secretariat, 1_066)).rejects.toThrow('NOT_FOUND');
  });
});

describe('DOC-8 the calendar of a person', () => {
  const renew = async (browser: TestBrowser) => {
    const { data } = await browser.gql<{ renewCalendar: { address: string; madeAt: string } }>(
      'mutation { renewCalendar { address madeAt } }',
    );
    return new URL(data.renewCalendar.address).pathname;
  };

  it('is read without signing in by its address alone, until there is a new one or it is stopped', async () => {
    const first = await renew(secretariat);
    const answer = await app.anybody.fetch(first);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const words = await answer.text();
    expect(words).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/u);
    expect(words).toContain(`UID:decision-${await deciding()}@enig`);
    const second = await renew(secretariat);
    expect((await app.anybody.fetch(first)).status).toBe(404);
    expect((await app.anybody.fetch(second)).status).toBe(200);
    await secretariat.gql('mutation { stopCalendar { madeAt } }');
    expect((await app.anybody.fetch(second)).status).toBe(404);
    expect(app.logged.join('\n')).not.toContain(second.slice(10, 40));
  });

  it('has what its holder may know of, and a meeting of their body', async () => {
    const greve = await app.signIn('raadssekretaer-greve');
    const { data } = await greve.gql<{ viewer: { person: { seats: readonly { body: { id: string } }[] } } }>(
      '{ viewer { person { seats { body { id } } } } }',
    );
    const body = data.viewer.person.seats[0]?.body.id ?? '';
    const on = addDays(localDateAt(instantOf(new Date())), 9);
    await app.owner.query(
      `INSERT INTO body_meeting (id, body, held_on, person, entered_for, capacity)
       SELECT gen_random_uuid(), $1, $2, p.id, $1, 'councilSecretary' FROM person p LIMIT 1`,
      [body, on],
    );
    const words = await (await app.anybody.fetch(await renew(greve))).text();
    expect(words).toContain(`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`);
  });

  it.each(['/kalender/', '/kalender/.ics', '/kalender/x', `/kalender/${'a'.repeat(43)}.ics`])(
    'is nothing at %s',
    async (path) => {
      expect((await app.anybody.fetch(path)).status).toBe(404);
    },
  );
});

import { startTestApp, type TestApp, type TestBrowser } from './test-app';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let secretary: TestBrowser;
let drafting: { id: string; parts: { id: string; kind: string; sections: { id: string; title: string }[] }[] };
let hearing: { id: string; parts: { id: string }[] };
let deciding: typeof hearing;

beforeAll(async () => {
  app = await startTestApp();
  secretary = await app.signIn('sekretariat');
  const { data } = await secretary.gql<{ agreements: { id: string; title: string; standing: string }[] }>(
    '{ agreements { id title standing } }',
  );
  const idOf = (standing: string): string =>
    data.agreements.find((each) => each.standing === standing && each.title.includes('2021'))?.id ?? '';
  const query = 'query ($id: ID!) { agreement(id: $id) { id parts { id kind sections { id title } } } }';
  drafting = (await secretary.gql<{ agreement: typeof drafting }>(query, { id: idOf('drafting') })).data.agreement;
  hearing = (await secretary.gql<{ agreement: typeof hearing }>(query, { id: idOf('hearing') })).data.agreement;
  deciding = (await secretary.gql<{ agreement: typeof hearing }>(query, { id: idOf('deciding') })).data.agreement;
});

afterAll(() => app.close());

const ADD =
  'mutation ($input: AddSectionInput!) { addSection(input: $input) { section { id title } refused { code message } } }';

function part(): string {
  return drafting.parts.find(({ kind }) => kind === 'developmentStrategy')?.id ?? '';
}

describe('an id', () => {
  it.each([
    ['agreement', `{ agreement(id: "${NOWHERE}") { id } }`],
    ['agreement that is no id', `{ agreement(id: "'; DROP TABLE text") { id } }`],
    ['section', `{ section(id: "${NOWHERE}") { id } }`],
    ['version', `{ version(hash: "${'a'.repeat(64)}") { hash } }`],
    ['version that is no hash', '{ version(hash: "x") { hash } }'],
    ['acts', `{ acts(agreement: "${NOWHERE}") { id } }`],
    ['seat', `mutation { endSeat(input: { seat: "${NOWHERE}", to: "2026-10-15" }) { refused { code } } }`],
  ])('that is unknown: %s', async (_what, query) => {
    const { errors } = await secretary.gql(query);
    expect(errors).toMatchObject([{ code: 'NOT_FOUND', message: expect.stringContaining('findes ikke') }]);
  });

  it('of a file or a version without a text is nothing either', async () => {
    for (const path of [
      `/files/${'a'.repeat(64)}`,
      '/files/x',
      `/versions/${'a'.repeat(64)}/manifest.json`,
      '/text-versions/x.json',
      `/submissions/${NOWHERE}.json`,
      '/submissions/x.json',
      `/submissions/${NOWHERE}`,
    ]) {
      expect((await secretary.fetch(path)).status).toBe(404);
    }
  });
});

describe('a right that is missing', () => {
  it.each(['tovholder-holbaek', 'handicapraad-formand-greve', 'raadssekretaer-greve', 'politiker-roskilde'])(
    '%s sets up no agreement',
    async (persona) => {
      const browser = await app.signIn(persona);
      const { errors } = await browser.gql(ADD, { input: { part: part(), kind: 'chapter', title: 'Mit' } });
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      const created = await browser.gql(CREATE, { input: { ...frame, region: '1085' } });
      expect(created.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    },
  );

  it('in another region is missing too', async () => {
    const { errors } = await secretary.gql(CREATE, { input: { ...frame, region: '1084' } });
    expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('to read drafts: sees what was frozen, and nothing of what is being written', async () => {
    const councillor = await app.signIn('politiker-roskilde');
    const query =
      'query ($id: ID!) { agreement(id: $id) { may { readDraft } parts { sections { title } removed { id } } freezeCheck { warnings { code } } } texts(agreement: $id) { id } }';
    const draft = await councillor.gql(query, { id: drafting.id });
    expect(draft.errors).toEqual([]);
    expect(draft.data).toMatchObject({
      agreement: { may: { readDraft: false }, freezeCheck: { warnings: [] } },
      texts: [],
    });
    expect(JSON.stringify(draft.data)).not.toContain('title');
    const frozen = await councillor.gql<{ agreement: typeof drafting }>(query, { id: hearing.id });
    expect(frozen.data.agreement.parts.flatMap(({ sections }) => sections).length).toBeGreaterThan(5);
  });
});

const CREATE =
  'mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { agreement { id } refused { code message } } }';
const frame = { title: 'Ny aftale', periodFrom: '2025-01-01', periodTo: '2099-12-31', deadline: '2098-10-15' };

describe('a word that cannot be used', () => {
  it.each(['2026-02-30', '2026-13-01', '31.12.2026', '', 'i morgen'])(
    'a date that does not exist: %j',
    async (periodTo) => {
      const { errors } = await secretary.gql(CREATE, { input: { ...frame, region: '1085', periodTo } });
      expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
      expect(errors[0]?.message).toContain('findes ikke');
    },
  );

  it.each([
    ['empty', '', 'BAD_USER_INPUT'],
    ['of spaces', '   ', 'BAD_USER_INPUT'],
    ['of 200,000 characters', 'å'.repeat(200_000), 'BAD_USER_INPUT'],
    ['with control characters', 'a\u0000b', 'BAD_USER_INPUT'],
  ])('a title %s', async (_what, title, code) => {
    const before = await app.source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM section');
    const { errors } = await secretary.gql(ADD, { input: { part: part(), kind: 'chapter', title } });
    expect(errors).toMatchObject([{ code }]);
    expect(await app.source.query('SELECT count(*)::int AS n FROM section')).toEqual(before);
  });

  it('a body of more than a megabyte', async () => {
    const response = await secretary.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `# ${'x'.repeat(1_100_000)}` }),
    });
    expect(response.status).toBe(413);
  });

  it('an input with more in it than there is', async () => {
    const input = {
      part: part(),
      kind: 'chapter',
      title: 'Godt',
      role: 'admin',
      __proto__: null,
      agreement: hearing.id,
    };
    const { errors } = await secretary.gql(ADD, { input });
    expect(errors.map(({ code }) => code)).toContain('BAD_USER_INPUT');
  });

  it('a period that ends before it begins is refused by its rule', async () => {
    const { data } = await secretary.gql(CREATE, { input: { ...frame, region: '1085', periodTo: '2024-12-31' } });
    expect(data).toMatchObject({
      createAgreement: { agreement: null, refused: { code: 'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS' } },
    });
  });
});

describe('a phase that is closed', () => {
  it('AG-22 keeps the set-up as it is', async () => {
    const { data } = await secretary.gql(ADD, {
      input: { part: deciding.parts[0]?.id, kind: 'chapter', title: 'For sent' },
    });
    expect(data).toMatchObject({ addSection: { section: null, refused: { code: 'AG-22-WRITING-CLOSED' } } });
  });

  it('AG-1 nothing is reopened that was not put to decision', async () => {
    const { data } = await secretary.gql(
      'mutation ($id: ID!) { reopenWriting(input: { agreement: $id, reason: "Fejl" }) { refused { code } } }',
      { id: drafting.id },
    );
    expect(data).toMatchObject({ reopenWriting: { refused: { code: 'AG-1-NOT-IN-THIS-STATE' } } });
  });
});

describe('two people who press the same button', () => {
  it('put the text to the parties once: the second is told, and nothing is doubled', async () => {
    const other = await app.signIn('sekretariat-2');
    const freeze =
      'mutation ($id: ID!) { freezeForDecision(input: { agreement: $id }) { version { number } refused { code } } }';
    type Frozen = { freezeForDecision: { version: { number: number } | null; refused: { code: string } | null } };
    const both = await Promise.all(
      [secretary, other].map((browser) => browser.gql<Frozen>(freeze, { id: drafting.id })),
    );
    expect(both.flatMap(({ errors }) => errors)).toEqual([]);
    const payloads = both.map(({ data }) => data.freezeForDecision);
    expect(payloads.filter(({ version }) => version?.number === 1)).toHaveLength(1);
    expect(payloads.filter(({ refused }) => refused?.code === 'AG-1-NOT-IN-THIS-STATE')).toHaveLength(1);
    const [{ versions, events } = { versions: 0, events: 0 }] = await app.source.query<
      { versions: number; events: number }[]
    >(
      `SELECT (SELECT count(*)::int FROM version WHERE agreement = $1) AS versions,
              (SELECT count(*)::int FROM agreement_event WHERE agreement = $1) AS events`,
      [drafting.id],
    );
    expect({ versions, events }).toEqual({ versions: 1, events: 1 });
  });
});

describe('the log', () => {
  it('holds nobody’s name, address or words', async () => {
    const people = await app.source.query<{ name: string; email: string; persona: string }[]>(
      'SELECT name, email, persona FROM person',
    );
    const log = app.logged.join('\n');
    expect(app.logged.length).toBeGreaterThan(20);
    for (const { name, email, persona } of people) {
      expect(log).not.toContain(name);
      expect(log).not.toContain(email);
      expect(log).not.toContain(persona);
    }
    expect(log).not.toContain('Mit');
    expect(log).not.toContain(NOWHERE);
    expect(log).not.toContain(secretary.cookie.split('=')[1]);
  });

  it('is JSON, one object a line', () => {
    for (const line of app.logged)
      expect(JSON.parse(line)).toMatchObject({ at: expect.any(String), event: expect.any(String) });
  });
});

import { command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

const TITLE = 'Rammeaftale med en ny titel';
const NOTHING = { title: null, period: null, parties: [], annexes: [], sections: [] };
const DIFF = `query ($before: ID!, $after: ID!) { versionDiff(before: $before, after: $after) {
  title { before after words { op text } } period { before { from to } after { from to } }
  parties { party change before after }
  annexes { change differs before { number title fileName sha256 size url } after { number title fileName sha256 size url } }
  sections { title change slots { label change words { op text } } } } }`;

interface Annex {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
}

interface Agreement {
  readonly id: string;
  readonly title: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly deadline: string;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly annexes: readonly Annex[];
  readonly parts: readonly { readonly sections: readonly { readonly id: string; readonly title: string }[] }[];
  readonly versions: readonly { readonly hash: string }[];
}

let app: TestApp;
let secretary: TestBrowser;
let id: string;

beforeAll(async () => {
  app = await startTestApp();
  secretary = await app.signIn('sekretariat');
  const { data } = await secretary.gql<{ agreements: { id: string; title: string }[] }>('{ agreements { id title } }');
  id = data.agreements.find(({ title }) => title.endsWith('(svar behandles)'))?.id ?? '';
});

afterAll(() => app.close());

async function agreement(): Promise<Agreement> {
  const { data } = await secretary.gql<{ agreement: Agreement }>(
    `query ($id: ID!) { agreement(id: $id) { id title periodFrom periodTo deadline parties { id name }
      annexes { id number title fileName sha256 } parts { sections { id title } } versions { hash } } }`,
    { id },
  );
  return data.agreement;
}

async function done(name: string, input: Record<string, unknown>): Promise<void> {
  expect(await command(secretary, name, input)).toMatchObject({ refused: null });
}

async function fileOf(words: string): Promise<string> {
  const stored = await secretary.fetch('/files?name=bilag.txt', { method: 'POST', body: words });
  return ((await stored.json()) as { sha256: string }).sha256;
}

/** Freezes for decision. The points that are open would stand in the way: it is what is frozen that is looked at here. */
async function freeze(): Promise<void> {
  await app.owner.query(
    `INSERT INTO round_event (round, event, person, body, capacity)
     SELECT r.id, 'close', r.person, r.body, r.capacity FROM hearing_round r JOIN round_event e ON e.round = r.id
     WHERE r.agreement = $1 AND e.event = 'end'`,
    [id],
  );
  await done('freezeForDecision', { agreement: id });
}

describe('what changed between two versions', () => {
  it('is nothing between a version and itself', async () => {
    const [version] = (await agreement()).versions;
    const { data } = await secretary.gql(DIFF, { before: version?.hash, after: version?.hash });
    expect(data).toEqual({ versionDiff: NOTHING });
  });

  it('is also name, period, parties, annexes and the order of what is in it', async () => {
    const before = await agreement();
    const [services, , last] = before.annexes;
    const [left, ...parties] = before.parties;
    const [first, second] = before.parts[0]?.sections ?? [];
    const { periodFrom, deadline } = before;
    await done('editAgreement', { agreement: id, title: TITLE, periodFrom, periodTo: '2030-12-31', deadline });
    await done('setParties', { agreement: id, parties: [...parties.map((party) => party.id), 'municipality:0101'] });
    await done('removeAnnex', { annex: services?.id });
    const { title, fileName } = services ?? { title: '', fileName: '' };
    await done('addAnnex', { agreement: id, title, fileName, sha256: await fileOf('Den nye udgave') });
    await done('removeAnnex', { annex: last?.id });
    await done('addAnnex', { agreement: id, title: 'Nyt', fileName: 'nyt.txt', sha256: await fileOf('Noget nyt') });
    await done('moveSection', { section: second?.id, after: null });
    await freeze();

    const [old, present] = (await agreement()).versions;
    const { data, errors } = await secretary.gql<{ versionDiff: Record<string, unknown> }>(DIFF, {
      before: old?.hash,
      after: present?.hash,
    });
    expect(errors).toEqual([]);
    expect(data.versionDiff).toMatchObject({
      title: {
        before: before.title,
        after: TITLE,
        words: expect.arrayContaining([{ op: 'same', text: 'Rammeaftale ' }]),
      },
      period: { before: { from: periodFrom, to: before.periodTo }, after: { from: periodFrom, to: '2030-12-31' } },
      parties: [
        { party: 'municipality:0101', change: 'added', before: null, after: 'Københavns Kommune' },
        { party: left?.id, change: 'removed', before: left?.name, after: null },
      ],
      annexes: expect.arrayContaining([
        {
          change: 'changed',
          differs: expect.arrayContaining(['file']),
          before: expect.objectContaining({ fileName, sha256: services?.sha256 }),
          after: expect.objectContaining({ fileName, size: 14 }),
        },
        { change: 'added', differs: [], before: null, after: expect.objectContaining({ title: 'Nyt', size: 9 }) },
        { change: 'removed', differs: [], before: expect.objectContaining({ title: last?.title }), after: null },
      ]),
    });
    expect(data.versionDiff['annexes']).toHaveLength(3);
    expect(data.versionDiff['sections']).toContainEqual(
      expect.objectContaining({
        title: first?.title,
        slots: expect.arrayContaining([
          {
            label: 'Plads i delen',
            change: 'changed',
            words: [
              { op: 'removed', text: '1' },
              { op: 'added', text: '2' },
            ],
          },
        ]),
      }),
    );
  });

  it('is fetched, both files of an annex that was replaced, by somebody who reads no drafts', async () => {
    const [old, present] = (await agreement()).versions;
    const member = await app.signIn('politiker-roskilde');
    const { data } = await member.gql<{
      versionDiff: { annexes: { change: string; before: { url: string } | null; after: { url: string } | null }[] };
    }>(DIFF, { before: old?.hash, after: present?.hash });
    const replaced = data.versionDiff.annexes.find(({ change }) => change === 'changed');
    const files = [replaced?.before?.url, replaced?.after?.url].map((url) => member.fetch(url ?? ''));
    expect((await Promise.all(files)).map(({ status }) => status)).toEqual([200, 200]);
  });
});

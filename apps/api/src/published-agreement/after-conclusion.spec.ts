import { addDays, localDateOf } from '@enig/kernel';
import { today } from '../approval/test-board';
import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { conclude } from './test-concluding';

const DRAFT = 'Rammeaftale 2021–22 for det specialiserede social- og undervisningsområde';

let app: TestApp;
let secretariat: TestBrowser;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  agreement = await agreementCalled(secretariat, DRAFT);
});

afterEach(() => app.close());

const later = (days: number) => addDays(localDateOf(today()), days);

const lasts = (from: string, to: string) =>
  app.owner.query('UPDATE agreement SET period_from = $2, period_to = $3 WHERE id = $1', [agreement, from, to]);

interface FirstPage {
  readonly tasks: readonly {
    readonly kind: string;
    readonly due: string;
    readonly link: string;
    readonly detail: string;
  }[];
  readonly news: readonly { readonly agreement: string; readonly on: string; readonly sentence: string }[];
}

async function firstPage(browser: TestBrowser): Promise<FirstPage> {
  const { data, errors } = await browser.gql<FirstPage>(
    '{ tasks { kind due link detail } news { agreement on sentence } }',
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}

const toSend = ({ tasks }: FirstPage) => tasks.filter(({ kind }) => kind === 'noteSent');
const said = (sentence = '') => sentence.replace(/\s/gu, ' ');

describe('AG-41 the secretariat is asked to tell the authority', () => {
  it('from the conclusion until it is noted, by the deadline; nobody else is', async () => {
    await lasts(today(), '2099-12-31');
    const before = await firstPage(secretariat);
    expect(toSend(before)).toEqual([]);
    await conclude(app, agreement);
    const [{ deadline } = { deadline: '' }] = await app.owner.query<{ deadline: string }[]>(
      'SELECT deadline::text FROM agreement WHERE id = $1',
      [agreement],
    );
    const [task, ...more] = toSend(await firstPage(secretariat));
    expect(more).toEqual([]);
    expect(task).toMatchObject({ due: deadline, link: `/aftaler/${agreement}` });
    expect(task?.detail).toContain(DRAFT);
    for (const persona of ['raadssekretaer-greve', 'tovholder-holbaek'])
      expect(toSend(await firstPage(await app.signIn(persona)))).toEqual([]);
    const notice = { agreement, sentOn: today(), recipient: 'Socialstyrelsen', journalNumber: '' };
    expect((await command(secretariat, 'noteSentToAuthority', notice)).refused).toBeNull();
    expect(toSend(await firstPage(secretariat))).toEqual([]);
  }, 90_000);
});

describe('AG-40 the first page says what has come into force', () => {
  it('to all who may read it, from its first day on and no longer than it is news', async () => {
    await lasts(today(), '2099-12-31');
    expect((await firstPage(secretariat)).news).toEqual([]);
    await conclude(app, agreement);
    for (const persona of ['sekretariat', 'raadssekretaer-greve']) {
      const { news } = await firstPage(await app.signIn(persona));
      expect(news).toMatchObject([{ agreement, on: today() }]);
      expect(said(news[0]?.sentence)).toMatch(/^»Rammeaftale 2021–22 .*« er i kraft\. Den gælder fra .* 2099\./u);
    }
    await app.owner.query(`UPDATE agreement_event SET at = at - interval '40 days' WHERE agreement = $1`, [agreement]);
    await lasts(later(-40), '2099-12-31');
    expect((await firstPage(secretariat)).news).toEqual([]);
    await lasts(later(-40), later(-1));
    const [ended] = (await firstPage(secretariat)).news;
    expect([ended?.on, said(ended?.sentence)]).toEqual([today(), expect.stringContaining('gælder ikke længere')]);
  }, 90_000);

  it('not of one that is to come, and then of the one it replaces', async () => {
    await lasts(later(5), '2099-12-31');
    await conclude(app, agreement);
    expect((await firstPage(secretariat)).news).toEqual([]);
    const [old] = await app.owner.query<{ succeeds: string }[]>(
      'SELECT succeeds FROM succession WHERE agreement = $1',
      [agreement],
    );
    await lasts(today(), '2099-12-31');
    await app.owner.query(`UPDATE agreement SET period_to = '2098-12-31' WHERE id = $1`, [old?.succeeds]);
    const { news } = await firstPage(secretariat);
    const sentences = news.map(({ sentence }) => said(sentence)).join('\n');
    expect(sentences).toMatch(/er i kraft\. .* Den afløser »Rammeaftale 2018/u);
    expect(sentences).toMatch(/»Rammeaftale 2018.*« gælder ikke længere\. .* Nu gælder »Rammeaftale 2021/u);
    const { data } = await secretariat.gql<{
      next: { succeeds: readonly { id: string }[] };
      old: { succeededBy: readonly { id: string }[] };
    }>(
      `query ($next: ID!, $old: ID!) { next: agreement(id: $next) { succeeds { id } }
         old: agreement(id: $old) { succeededBy { id } } }`,
      { next: agreement, old: old?.succeeds },
    );
    expect(data).toEqual({ next: { succeeds: [{ id: old?.succeeds }] }, old: { succeededBy: [{ id: agreement }] } });
    const page = async (id = '') => (await app.anybody.fetch(`/aftale/${id}`)).text();
    expect(await page(agreement)).toContain('Afløser Rammeaftale 2018');
    expect(await page(old?.succeeds)).toContain('Afløst af Rammeaftale 2021');
  }, 90_000);
});

describe('DOC-6 the page for politicians is read by anybody once the agreement is concluded', () => {
  it('and not before; it is a tagged PDF as well, and what was never agreed on is not told of', async () => {
    const path = `/aftale/${agreement}/kort`;
    for (const each of [path, `${path}.pdf`]) expect((await app.anybody.fetch(each)).status).toBe(404);
    // A text that was put to the parties and taken back holds a chapter that is in no agreement.
    const [chapter] = await app.owner.query<{ id: string; title: string }[]>(
      `SELECT s.id, t.title FROM section s JOIN part p ON p.id = s.part JOIN text t ON t.id = s.text
       WHERE p.agreement = $1 AND s.removed_at IS NULL AND s.kind = 'chapter' ORDER BY s.position DESC LIMIT 1`,
      [agreement],
    );
    const secret = chapter?.title ?? '';
    expect(secret.length).toBeGreaterThan(8);
    expect((await command(secretariat, 'freezeForDecision', { agreement })).refused).toBeNull();
    expect((await command(secretariat, 'reopenWriting', { agreement, reason: 'Kapitlet skal ud' })).refused).toBeNull();
    expect((await command(secretariat, 'removeSection', { section: chapter?.id })).refused).toBeNull();
    await conclude(app, agreement);

    const open = await app.anybody.fetch(path);
    const html = await open.text();
    expect(open.status).toBe(200);
    for (const words of ['Målene', 'Det nye', 'Det skal der besluttes', 'Økonomi', 'Høringen', 'Hvem har godkendt'])
      expect(html).toContain(words);
    expect(html).toMatch(/\d+ ord uden for tabellerne · lix \d+/u);
    expect(html).not.toContain(secret);
    expect(html).not.toContain('/aftaler/');
    expect(html).toContain(`/aftale/${agreement}/kort.pdf`);
    expect(await (await app.anybody.fetch(`/aftale/${agreement}`)).text()).toContain(`${path}"`);

    const pdf = await app.anybody.fetch(`${path}.pdf`);
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1');
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(bytes).toContain('/StructTreeRoot');
    expect(bytes).toMatch(/\/Marked\s+true/u);
  }, 120_000);
});

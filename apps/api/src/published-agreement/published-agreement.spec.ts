import { createHash } from 'node:crypto';
import { addDays, localDateOf } from '@enig/kernel';
import { today } from '../approval/test-board';
import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { conclude } from './test-concluding';

const LABEL = 'Demo – lavet efter forslaget fra 2020, ikke den vedtagne aftale';
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

async function page(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await app.anybody.fetch(path);
  return { status: response.status, text: await response.text() };
}

interface Seen {
  readonly id: string;
  readonly title: string;
  readonly act: string;
  readonly state: string;
  readonly publishedPath: string | null;
  readonly maySupplement: boolean;
  readonly mayNoteSent: boolean;
  readonly periodTo: string;
  readonly supplements: readonly { readonly id: string; readonly act: string }[];
  readonly frameParts: readonly { readonly id: string; readonly deadline: string }[];
  readonly parent: { readonly id: string } | null;
  readonly amendments: readonly { readonly section: string; readonly kind: string }[];
  readonly standingSections: readonly { readonly section: string; readonly title: string }[];
  readonly authorityNotices: readonly { readonly recipient: string; readonly notedBy: string }[];
  readonly parts: readonly { readonly kind: string; readonly sections: readonly { readonly title: string }[] }[];
}

const SEEN = `id title act state publishedPath maySupplement mayNoteSent periodTo supplements { id act } frameParts { id deadline }
  parent { id } amendments { section kind } standingSections { section title }
  authorityNotices { recipient notedBy } parts { kind sections { title } }`;

async function seen(id: string, browser = secretariat): Promise<Seen> {
  const { data, errors } = await browser.gql<{ agreement: Seen }>(
    `query ($id: ID!) { agreement(id: $id) { ${SEEN} } }`,
    { id },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.agreement;
}

/** What the page for politicians says, for a party or for all. */
async function newsIn(id: string, party: string | null = null): Promise<string> {
  const query = `query ($id: ID!, $party: ID) { onePage(agreement: $id, party: $party) { model } }`;
  const { data } = await secretariat.gql<{ onePage: { model: unknown } }>(query, { id, party });
  return JSON.stringify(data.onePage.model);
}

function supplement(over: Record<string, unknown> = {}): Record<string, unknown> {
  const days = { periodFrom: today(), periodTo: '2099-12-31', deadline: later(60) };
  return { agreement, act: 'addendum', title: 'Allonge om transport', ...days, ...over };
}

describe('AG-37 a concluded agreement is public at its address', () => {
  it('nothing of it before: no page, no file, and no word, whatever is asked for', async () => {
    const before = await page(`/aftale/${agreement}`);
    const unknown = await page('/aftale/00000000-0000-4000-8000-000000000000');
    expect([before.status, before.text]).toEqual([404, unknown.text]);
    expect(before.text).toContain('<a href="/log-ind">Log ind</a>');
    for (const inside of ['href="/"', 'href="/laes"']) expect(before.text).not.toContain(inside);
    expect((await app.anybody.fetch(`/aftale/${agreement}/samlet`)).status).toBe(404);
    expect((await seen(agreement)).publishedPath).toBeNull();
    const hash = await conclude(app, agreement);
    const open = await page(`/aftale/${agreement}`);
    expect(open.status).toBe(200);
    expect(open.text).toContain('Hvem har godkendt');
    expect(open.text).toContain(hash);
    const drafts = await app.owner.query<{ hash: string }[]>('SELECT hash FROM version WHERE hash <> $1', [hash]);
    for (const draft of drafts)
      for (const ending of ['json', 'pdf'])
        expect((await page(`/aftale/${agreement}/v/${draft.hash}.${ending}`)).status).toBe(404);
    expect(open.text).toMatch(/ · version \d+, indgået [^·]+ · [0-9a-f…]+ · [^·]+\/aftale\//u);
    expect(open.text).not.toContain('aftale til beslutning');
    const unchanged = await app.anybody.fetch(`/aftale/${agreement}/samlet`, { redirect: 'manual' });
    expect([unchanged.status, unchanged.headers.get('location')]).toEqual([303, `/aftale/${agreement}`]);
    for (const path of [
      `v/${hash}.exe`,
      'samlet.pdf',
      `tekst/${'a'.repeat(64)}.json`,
      `bilag/${'a'.repeat(64)}`,
      'v/x',
    ])
      expect((await page(`/aftale/${agreement}/${path}`)).status).toBe(404);
  }, 90_000);

  it('its JSON has the hash that was decided on, and so have its texts; PDF and Word are made', async () => {
    const hash = await conclude(app, agreement);
    const manifest = await page(`/aftale/${agreement}/v/${hash}.json`);
    expect(createHash('sha256').update(manifest.text).digest('hex')).toBe(hash);
    const { parts } = JSON.parse(manifest.text) as { parts: { texts: { sha256: string }[] }[] };
    for (const { sha256 } of parts.flatMap(({ texts }) => texts).slice(0, 3)) {
      const text = await page(`/aftale/${agreement}/tekst/${sha256}.json`);
      expect(createHash('sha256').update(text.text).digest('hex')).toBe(sha256);
    }
    const pdf = await app.anybody.fetch(`/aftale/${agreement}/v/${hash}.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const word = await app.anybody.fetch(`/aftale/${agreement}/v/${hash}.docx`);
    expect([
      word.status,
      Buffer.from(await word.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ]).toEqual([200, 'PK']);
  }, 90_000);

  it('is noted as sent to the authority by the secretariat alone, and the page says so', async () => {
    const notice = { agreement, sentOn: today(), recipient: 'Socialstyrelsen', journalNumber: '27.69.48-1' };
    expect((await command(secretariat, 'noteSentToAuthority', notice)).refused?.code).toBe('AG-37-NOT-CONCLUDED');
    await conclude(app, agreement);
    expect((await page(`/aftale/${agreement}`)).text).not.toContain('Socialstyrelsen');
    const other = await app.signIn('raadssekretaer-greve');
    expect(await seen(agreement, other)).toMatchObject({ maySupplement: false, mayNoteSent: false });
    await expect(command(other, 'noteSentToAuthority', notice)).rejects.toThrow('FORBIDDEN');
    const broken = { ...notice, recipient: 'Social-\nog Boligstyrelsen' };
    await expect(command(secretariat, 'noteSentToAuthority', broken)).rejects.toThrow('BAD_USER_INPUT');
    expect((await command(secretariat, 'noteSentToAuthority', notice)).refused).toBeNull();
    expect((await command(secretariat, 'noteSentToAuthority', notice)).refused?.code).toBe('AG-37-NOTED-ALREADY');
    expect((await seen(agreement)).authorityNotices).toMatchObject([{ recipient: 'Socialstyrelsen' }]);
    expect((await page(`/aftale/${agreement}`)).text).toContain('Socialstyrelsen');
  }, 90_000);
});

describe('an agreement whose days are over', () => {
  it('is spoken of as it was, and nothing more is hung on it', async () => {
    await conclude(app, agreement);
    const move = (from: string, to: string) =>
      app.owner.query('UPDATE agreement SET period_from = $2, period_to = $3 WHERE id = $1', [agreement, from, to]);
    await move('2021-01-01', '2022-12-31');
    const { text } = await page(`/aftale/${agreement}`);
    expect(text).toMatch(/gjaldt perioden 1\.\sjanuar\s2021 til/u);
    expect(text).not.toContain('gælder fra');
    await app.owner.query(`UPDATE agreement_event SET at = at - interval '9 days' WHERE agreement = $1`, [agreement]);
    await move('2021-01-01', later(-2));
    expect(await seen(agreement)).toMatchObject({ maySupplement: false });
    await move('2021-01-01', later(2));
    expect(await seen(agreement)).toMatchObject({ maySupplement: true });
  }, 90_000);

  it('is what the next one’s page for politicians is compared with, also where that was begun empty', async () => {
    const [chapter, second] = (await seen(agreement)).parts.flatMap(({ sections }) => sections);
    await app.owner.query(`UPDATE region SET valid_to = NULL WHERE id = '1085'`);
    const input = { region: '1085', title: 'Den næste', periodFrom: later(60), periodTo: later(600) };
    const made = await command(
      secretariat,
      'createAgreement',
      { ...input, deadline: later(50) },
      'agreement { id parts { id } }',
    );
    const { id, parts } = made['agreement'] as { id: string; parts: { id: string }[] };
    await command(secretariat, 'setParties', { agreement: id, parties: ['region:1085', 'municipality:0253'] });
    for (const title of [chapter?.title.toLocaleUpperCase('da'), 'Noget helt nyt'])
      await command(secretariat, 'addSection', { part: parts[0]?.id, kind: 'chapter', title });
    // What is called the same in the other part is another.
    const elsewhere = [chapter, second].map((each) => each?.title.toLocaleUpperCase('da') ?? '');
    for (const title of elsewhere)
      await command(secretariat, 'addSection', { part: parts[1]?.id, kind: 'chapter', title });
    await command(secretariat, 'freezeForDecision', { agreement: id });
    const news = (party: string | null = null) => newsIn(id, party);
    expect(await news()).not.toContain(DRAFT);
    await conclude(app, agreement);
    const said = await news();
    expect(said).toContain(`Siden »${DRAFT}«`);
    expect(said).toContain(`Nye er »Noget helt nyt«, »${elsewhere.join('« og »')}«`);
    expect(said).toContain(`Ændret er »${elsewhere[0]}«`);
    // Who was not in it is told nothing of it.
    expect(await news('municipality:0253')).toContain(`Siden »${DRAFT}«`);
    await app.owner.query(`DELETE FROM agreement_party WHERE agreement = $1 AND party = 'municipality:0253'`, [
      agreement,
    ]);
    expect(await news('municipality:0253')).not.toContain(DRAFT);
    expect(await news('municipality:0253')).toContain('Enig har ikke én bestemt tidligere tekst');
  }, 90_000);
});

describe('AG-38 an addendum and the text that then holds', () => {
  it('is begun, written, decided by all, and the text says whose words they are', async () => {
    expect((await command(secretariat, 'createSupplement', supplement())).refused?.code).toBe(
      'AG-34-PARENT-NOT-CONCLUDED',
    );
    await app.owner.query(`UPDATE agreement SET period_from = $2, period_to = '2099-12-31' WHERE id = $1`, [
      ...[agreement, today()],
    ]);
    await conclude(app, agreement);
    const { standingSections: [first, second] = [] } = await seen(agreement);
    const amends = [{ section: first?.section, kind: 'replaces' }];
    const made = await command(secretariat, 'createSupplement', supplement({ amends }), `agreement { ${SEEN} }`);
    expect(made.refused).toBeNull();
    const { id } = made['agreement'] as Seen;
    const amended = await command(
      secretariat,
      'amendSection',
      { agreement: id, section: second?.section, kind: 'removes' },
      `agreement { ${SEEN} }`,
    );
    expect(amended).toMatchObject({ refused: null, agreement: { act: 'addendum', parent: { id: agreement } } });
    expect((await seen(agreement)).supplements).toEqual([{ id, act: 'addendum' }]);

    const before = await page(`/aftale/${agreement}`);
    expect([before.text.includes('Allonge om transport'), (await page(`/aftale/${id}`)).status]).toEqual([false, 404]);
    await conclude(app, id);
    expect((await page(`/aftale/${agreement}`)).text).toContain('Allonge om transport');
    const own = await page(`/aftale/${id}`);
    expect([own.status, own.text.includes(`/aftale/${agreement}`)]).toEqual([200, true]);
    const together = await page(`/aftale/${agreement}/samlet`);
    expect(together.text).toContain('Ændret ved Allonge om transport');
    for (const { text } of [own, together]) expect(text).toContain(`<p class="note">${LABEL}</p>`);
    expect(together.text).toContain('Udgået ved Allonge om transport');
    const pdf = await app.anybody.fetch(`/aftale/${agreement}/samlet.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  }, 120_000);

  it('is begun by nobody but who may begin agreements', async () => {
    await conclude(app, agreement);
    for (const persona of ['raadssekretaer-greve', 'tovholder-holbaek', 'handicapraad-formand-greve']) {
      const browser = await app.signIn(persona);
      await expect(command(browser, 'createSupplement', supplement())).rejects.toThrow('FORBIDDEN');
    }
  }, 90_000);
});

describe('AG-39 the parts run apart', () => {
  it('as two agreements, each with its own deadline', async () => {
    const input = {
      ...{ region: '1085', title: 'Rammeaftale 2031', periodFrom: '2026-01-01', periodTo: '2032-12-31' },
      ...{ strategyDeadline: later(100), steeringDeadline: later(200), copyFrom: agreement },
    };
    const made = await command(secretariat, 'createPartsApart', input, `agreements { ${SEEN} }`);
    expect(made).toMatchObject({
      refused: null,
      agreements: [
        { act: 'part', title: 'Rammeaftale 2031: Udviklingsstrategi', parts: [{ kind: 'developmentStrategy' }] },
        { act: 'part', title: 'Rammeaftale 2031: Styringsaftale', parts: [{ kind: 'steeringAgreement' }] },
      ],
    });
    const [strategy] = made['agreements'] as Seen[];
    expect(strategy?.frameParts.map(({ deadline }) => deadline)).toEqual([later(100), later(200)]);
    const past = { ...input, strategyDeadline: '2020-01-01' };
    expect((await command(secretariat, 'createPartsApart', past)).refused?.code).toBe('AG-27-DEADLINE-IN-THE-PAST');
  }, 60_000);

  it('and the next whole one’s page for politicians is compared with the two together', async () => {
    const input = {
      ...{ region: '1085', title: 'Rammeaftale 2031', periodFrom: '2026-01-01', periodTo: '2032-12-31' },
      ...{ strategyDeadline: later(100), steeringDeadline: later(200), copyFrom: agreement },
    };
    const made = await command(secretariat, 'createPartsApart', input, `agreements { ${SEEN} }`);
    const apart = made['agreements'] as Seen[];
    for (const { id } of apart) await conclude(app, id);
    await app.owner.query(`UPDATE region SET valid_to = NULL WHERE id = '1085'`);
    const terms = { region: '1085', title: 'Den næste', periodFrom: later(60), periodTo: later(600) };
    const next = await command(
      secretariat,
      'createAgreement',
      { ...terms, deadline: later(50) },
      'agreement { id parts { id } }',
    );
    const { id, parts } = next['agreement'] as { id: string; parts: { id: string }[] };
    await command(secretariat, 'setParties', { agreement: id, parties: ['region:1085', 'municipality:0253'] });
    const titles = apart.map(({ parts: [part] }) => part?.sections[0]?.title ?? '');
    for (const [index, part] of parts.entries())
      await command(secretariat, 'addSection', { part: part.id, kind: 'chapter', title: titles[index] });
    await command(secretariat, 'freezeForDecision', { agreement: id });
    const said = await newsIn(id);
    expect(said).toContain('Siden »Rammeaftale 2031: Udviklingsstrategi« og »Rammeaftale 2031: Styringsaftale«');
    expect(said).toContain(`Ændrede er »${titles[0]}« og »${titles[1]}«`);
    expect(said).not.toMatch(/Nye? er/);
    // A part that stood in several, as where regions became one, is compared with none of them.
    await app.owner.query(
      `INSERT INTO part (id, agreement, kind, position) VALUES (gen_random_uuid(), $1, 'developmentStrategy', 2)`,
      [apart[1]?.id],
    );
    expect(await newsIn(id)).toContain('Enig har ikke én bestemt tidligere tekst');
  }, 90_000);
});

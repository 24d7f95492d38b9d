import { record, yesOf } from '../approval/test-board';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

const ROSKILDE = 'municipality:0265';
/** Of Næstved's council, and of its disability council. */
const OF_TWO = 'politiker-naestved';

let app: TestApp;
let secretariat: TestBrowser;
let deciding: { readonly id: string; readonly title: string; readonly board: { readonly sentence: string } };

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  const { data } = await secretariat.gql<{ agreements: readonly { id: string; standing: string }[] }>(
    '{ agreements { id standing } }',
  );
  const found = data.agreements.find(({ standing }) => standing === 'deciding');
  const asked = 'query ($id: ID!) { agreement(id: $id) { id title board { sentence } } }';
  deciding = (await secretariat.gql<{ agreement: typeof deciding }>(asked, { id: found?.id })).data.agreement;
});

afterAll(() => app.close());

interface Glance {
  readonly agreement: string;
  readonly title: string;
  readonly label: string | null;
  readonly own: readonly string[];
  readonly sentence: string;
  readonly news: string;
  readonly link: string;
}

async function shownTo(persona: string): Promise<readonly Glance[]> {
  const browser = await app.signIn(persona);
  const { data, errors } = await browser.gql<{ glances: readonly Glance[] }>(
    '{ glances { agreement title label own sentence news link } }',
  );
  expect(errors).toEqual([]);
  return data.glances;
}

const only = async (persona: string): Promise<Glance> => {
  const [first, ...more] = await shownTo(persona);
  expect(more).toEqual([]);
  if (!first) throw new Error('Nothing is shown');
  return first;
};

const link = (party: string): string => `/aftaler/${deciding.id}/kort?part=${encodeURIComponent(party)}`;

describe('DOC-9 what is being decided, at a glance', () => {
  it('is to a politician how their council stands with the day, who is missing and what is new', async () => {
    const seen = await only('politiker-roskilde');
    expect(seen).toMatchObject({ agreement: deciding.id, title: deciding.title, link: link(ROSKILDE) });
    expect(seen.label).toMatch(/^Demo – /u);
    expect(seen.own).toEqual([expect.stringMatching(/Roskilde.*: godkendt den \d+\.\s\p{L}+ \d{4}\.$/u)]);
    expect(seen.sentence).toBe(deciding.board.sentence);
    expect(seen.sentence).toMatch(/^\d+ af 18 har godkendt · ikke indgået\. .*mangler/iu);
    expect(seen.news).toMatch(
      /^Siden »Rammeaftale 2018–20 .*« er dette ændret\. Nye er »Indledning«, .* og \d+ til\./u,
    );
  });

  it('is the same to who also sits elsewhere, and without a council’s decision to who sits in none or records it', async () => {
    expect((await only(OF_TWO)).own).toEqual([expect.stringMatching(/Næstved/u)]);
    for (const persona of ['sekretariat', 'raadssekretaer-holbaek', 'tovholder-greve'])
      expect(await only(persona)).toMatchObject({ own: [], link: `/aftaler/${deciding.id}/kort` });
  });

  it('is nothing to who may not read what is decided', async () => {
    expect(await shownTo('sekretariat-midt')).toEqual([]);
    expect((await app.anybody.gql('{ glances { title } }')).errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
  });

  it('says by when the council must decide, and what waits, counts and is no yes, as it is recorded', async () => {
    const { id } = deciding;
    await app.owner.query('DELETE FROM confirmation WHERE decision IN (SELECT id FROM decision WHERE party = $1)', [
      ROSKILDE,
    ]);
    await app.owner.query('DELETE FROM decision WHERE party = $1 AND agreement = $2', [ROSKILDE, id]);
    const own = async () => (await only('politiker-roskilde')).own.join();
    expect(await own()).toMatch(/Roskilde Kommune skal tage stilling senest den \d+\.\s\p{L}+ \d{4}\.$/u);
    const entered = await record(secretariat, await yesOf(secretariat, id, ROSKILDE));
    expect(entered).toMatchObject({ refused: null });
    // What the secretariat entered counts for nothing before it is confirmed (AP-5).
    expect(await own()).toMatch(/: godkendt den .*\. Det tæller, når det er bekræftet\.$/u);
    await app.owner.query(
      `INSERT INTO confirmation (decision, person, body, capacity)
       SELECT d.id, s.person, s.body, s.kind FROM decision d, seat s
       WHERE d.party = $1 AND d.agreement = $2 AND s.body = 'municipal-council:0265' LIMIT 1`,
      [ROSKILDE, id],
    );
    expect(await own()).toMatch(/: godkendt den \d+\.\s\p{L}+ \d{4}\.$/u);
    await app.owner.query("UPDATE decision SET outcome = 'rejected', reason = 'Nej' WHERE party = $1", [ROSKILDE]);
    expect(await own()).toMatch(/: afvist den .*\. Aftalen mangler stadig et ja herfra\.$/u);
  });
});

import { boardBy, record, yesOf } from '../approval/test-board';
import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

const HOLBAEK = 'municipality:0316';

let app: TestApp;
let secretariat: TestBrowser;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  agreement = await agreementCalled(secretariat, '(til godkendelse)');
});

afterEach(() => app.close());

async function told<Shown>(browser: TestBrowser, fields: string): Promise<Shown> {
  const { data, errors } = await browser.gql<Shown>(`query ($id: ID!) { ${fields} }`, { id: agreement });
  expect(errors).toEqual([]);
  return data;
}

describe('AG-7 a text that was opened again', () => {
  const reopening = (browser: TestBrowser) => told(browser, 'agreement(id: $id) { reopening { at by reason } }');
  const none = { agreement: { reopening: null } };

  it('says by whom and why to everybody who may read the agreement, until it is put to the parties again', async () => {
    expect(await reopening(secretariat)).toEqual(none);
    await command(secretariat, 'reopenWriting', { agreement, reason: 'En fejl i bilag 2' });
    const said = { at: expect.any(String), by: expect.stringMatching(/\S \S/), reason: 'En fejl i bilag 2' };
    for (const persona of ['raadssekretaer-holbaek', 'politiker-naestved', 'handicapraad-formand-greve'])
      expect(await reopening(await app.signIn(persona))).toEqual({ agreement: { reopening: said } });
    await command(secretariat, 'freezeForDecision', { agreement });
    expect(await reopening(secretariat)).toEqual(none);
  });
});

describe('AP-12 the log', () => {
  it('says of a decision that puts right another that it is corrected', async () => {
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    await record(holbaek, await yesOf(holbaek, agreement, HOLBAEK));
    const row = (await boardBy(holbaek, agreement)).rows.find(({ party }) => party.id === HOLBAEK);
    await record(holbaek, await yesOf(holbaek, agreement, HOLBAEK, { item: '15', supersedes: row?.decision?.id }));
    const { acts } = await told<{ acts: { kind: string; sentence: string }[] }>(
      secretariat,
      'acts(agreement: $id) { kind sentence }',
    );
    const ofHolbaek = acts.filter(({ kind, sentence }) => kind === 'recordDecision' && sentence.includes('Holbæk'));
    expect(ofHolbaek.map(({ sentence }) => sentence)).toEqual([
      'Beslutning registreret for Holbæk Kommune: godkendt.',
      'Rettet beslutning registreret for Holbæk Kommune: godkendt.',
    ]);
  });
});

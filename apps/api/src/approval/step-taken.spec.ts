import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { record, yesOf } from './test-board';

const HOLBAEK = 'municipality:0316';
const KKR = 'contact-council:1085';

let app: TestApp;
let secretariat: TestBrowser;
let holbaek: TestBrowser;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  [secretariat, holbaek] = await Promise.all([app.signIn('sekretariat'), app.signIn('raadssekretaer-holbaek')]);
  agreement = await agreementCalled(secretariat, '(til godkendelse)');
});

afterEach(() => app.close());

const skips = { kind: 'skip', reason: 'Det haster' };
const asks = (step: string, party: string | null) =>
  command(secretariat, 'overrideStep', { agreement, step, party, ...skips });

/** Holbæk's committee recommends, as the secretariat enters it or the party records it. */
async function committeeRecommends(browser: TestBrowser): Promise<void> {
  const said = { body: 'committee:0316', step: 'committee', outcome: 'recommended', wording: 'Anbefalet.' };
  expect((await record(browser, await yesOf(secretariat, agreement, HOLBAEK, said))).refused).toBeNull();
}

async function overridesBy(browser: TestBrowser) {
  const { data } = await browser.gql<{
    agreement: { board: { overrides: { id: string; isOvertaken: boolean; mayAgree: boolean }[] } };
    tasks: { kind: string }[];
  }>('query ($id: ID!) { agreement(id: $id) { board { overrides { id isOvertaken mayAgree } } } tasks { kind } }', {
    id: agreement,
  });
  const isAsked = data.tasks.some(({ kind }) => kind === 'agreeToOverride');
  return { overrides: data.agreement.board.overrides, isAsked };
}

describe('AP-24-STEP-TAKEN a step that has been taken', () => {
  it('is not asked to be taken otherwise: what KKR has recommended nobody waits for', async () => {
    const kkr = await app.signIn('sekretaer-kkr');
    const said = { party: null, body: KKR, outcome: 'recommended', wording: 'KKR anbefaler aftalen.' };
    expect((await record(kkr, await yesOf(secretariat, agreement, '', said))).refused).toBeNull();
    expect((await asks('contactCouncil', null)).refused?.code).toBe('AP-24-STEP-TAKEN');
    expect(await overridesBy(holbaek)).toEqual({ overrides: [], isAsked: false });
  });

  it('is asked while what was entered for it waits to be confirmed', async () => {
    await committeeRecommends(secretariat);
    expect((await asks('committee', HOLBAEK)).refused).toBeNull();
    expect(await overridesBy(holbaek)).toMatchObject({ overrides: [{ mayAgree: true }], isAsked: true });
  });

  it('is not agreed to once it was taken meanwhile, and nobody is asked any more', async () => {
    expect((await asks('committee', HOLBAEK)).refused).toBeNull();
    expect(await overridesBy(holbaek)).toMatchObject({
      ...{ overrides: [{ isOvertaken: false, mayAgree: true }], isAsked: true },
    });
    await committeeRecommends(holbaek);
    const { overrides, isAsked } = await overridesBy(holbaek);
    expect([overrides, isAsked]).toMatchObject([[{ isOvertaken: true, mayAgree: false }], false]);
    const consent = { agreement, override: overrides[0]?.id };
    expect((await command(holbaek, 'consentToOverride', consent)).refused?.code).toBe('AP-24-STEP-TAKEN');
  });
});

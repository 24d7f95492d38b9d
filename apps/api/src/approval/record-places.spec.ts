import { addDays } from '@enig/kernel';
import { agreementCalled, command } from '../hearing/test-hearing';
import { conclude } from '../published-agreement/test-concluding';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { COMMITTEE, COUNCIL, FINANCE, PARTY, set } from '../ways/test-ways';
import { record, today, yesOf } from './test-board';

const DRAFT = 'Rammeaftale 2021–22 for det specialiserede social- og undervisningsområde';

let app: TestApp;
let secretariat: TestBrowser;
let greve: TestBrowser;

beforeEach(async () => {
  app = await startTestApp();
  [secretariat, greve] = await Promise.all([app.signIn('sekretariat'), app.signIn('raadssekretaer-greve')]);
});

afterEach(() => app.close());

interface Place {
  readonly step: string;
  readonly waitingFor: readonly { readonly name: string }[];
}

/** Where a decision of the party can be recorded, and the names of whom it waits for. */
async function placesBy(browser: TestBrowser, id: string): Promise<[string, string[]][]> {
  const { data, errors } = await browser.gql<{
    agreement: { board: { rows: readonly { party: { id: string }; recordPlaces: readonly Place[] }[] } };
  }>(
    'query ($id: ID!) { agreement(id: $id) { board { rows { party { id } recordPlaces { step waitingFor { name } } } } } }',
    { id },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const row = data.agreement.board.rows.find(({ party }) => party.id === PARTY);
  return (row?.recordPlaces ?? []).map(({ step, waitingFor }) => [step, waitingFor.map(({ name }) => name)]);
}

describe('what a decision waits for is said by name', () => {
  it('AP-3 before it is recorded and where that is refused, and never by an id', async () => {
    const agreement = await agreementCalled(secretariat, '(til godkendelse)');
    const steps = [COMMITTEE, FINANCE].map((body) => ({ body, after: [], mandatory: true }));
    expect((await set(greve, steps)).refused).toBeNull();
    await command(secretariat, 'reopenWriting', { agreement, reason: 'Et tal var forkert.' });
    await command(secretariat, 'freezeForDecision', { agreement });

    const places = await placesBy(greve, agreement);
    expect(places.map(([step]) => step)).toEqual([COMMITTEE, FINANCE, 'council']);
    const names = places.at(-1)?.[1] ?? [];
    expect(names).toHaveLength(2);
    const council = await yesOf(greve, agreement, PARTY);
    const { refused } = await record(greve, council);
    expect(refused?.code).toBe('AP-3-EARLIER-STEP-OPEN');
    for (const name of names) expect(refused?.message).toContain(name);
    expect(refused?.message).not.toMatch(/[a-z]:\d{4}/u);
    expect(await placesBy(await app.signIn('politiker-roskilde'), agreement)).toEqual([]);

    const first = await yesOf(greve, agreement, PARTY, { body: COMMITTEE, step: COMMITTEE, outcome: 'recommended' });
    expect((await record(greve, first)).refused).toBeNull();
    expect((await placesBy(greve, agreement)).at(-1)?.[1]).toHaveLength(1);
  });

  it('AP-21 a council that is gone is called by its name', async () => {
    const agreement = await agreementCalled(secretariat, '(til godkendelse)');
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    await app.owner.query(`UPDATE body SET valid_to = $1 WHERE id = 'municipal-council:0316'`, [addDays(today(), -1)]);
    const { refused } = await record(holbaek, await yesOf(holbaek, agreement, 'municipality:0316'));
    expect(refused?.code).toBe('AP-21-PARTY-HAS-CEASED');
    expect(refused?.message).toMatch(/Holbæk.* fandtes ikke mere den dag/u);
  });
});

describe('AP-25 after the conclusion', () => {
  it('a decision is recorded only where one stands that can be put right', async () => {
    const agreement = await agreementCalled(secretariat, DRAFT);
    const version = await conclude(app, agreement);
    expect((await placesBy(greve, agreement)).map(([step]) => step)).toEqual(['council']);
    const no = { body: COUNCIL, version, outcome: 'rejected', reason: 'For dyrt' };
    expect((await record(greve, await yesOf(greve, agreement, PARTY, no))).refused?.code).toBe('AP-25-CONCLUDED');
  }, 90_000);
});

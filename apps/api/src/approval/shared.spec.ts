import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { boardBy, record, yesOf } from './test-board';

const KKR = 'contact-council:1085';

let app: TestApp;
let secretariat: TestBrowser;
let kkr: TestBrowser;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  kkr = await app.signIn('sekretaer-kkr');
  agreement = await agreementCalled(secretariat, '(til godkendelse)');
});

afterEach(() => app.close());

const said = (other: Record<string, unknown> = {}) =>
  yesOf(secretariat, agreement, '', {
    ...{ party: null, body: KKR, outcome: 'recommended', wording: 'KKR anbefaler aftalen.', ...other },
  });

async function tasks(browser: TestBrowser): Promise<{ kind: string; link: string; detail: string }[]> {
  const { data } = await browser.gql<{ tasks: { kind: string; link: string; detail: string }[] }>(
    '{ tasks { kind link detail } }',
  );
  return data.tasks.filter(({ link }) => link.includes(agreement));
}

describe('AP-16 a step that a body takes once for all', () => {
  it('stands on the board beside the parties, and is recorded by its own secretary', async () => {
    const before = await boardBy(kkr, agreement);
    expect(before.shared).toMatchObject([
      { step: 'contactCouncil', body: { id: KKR }, decision: null, isTold: false, mayRecord: true },
    ]);
    expect(before.steps.map(({ key, perParty }) => [key, perParty])).toEqual([
      ['contactCouncil', false],
      ['committee', true],
      ['council', true],
    ]);
    expect(before.rows.every(({ cells }) => cells.every(({ step }) => step !== 'contactCouncil'))).toBe(true);
    expect(before.rows.some(({ mayRecord, mayConfirm }) => mayRecord || mayConfirm)).toBe(false);
    expect(await tasks(kkr)).toMatchObject([
      {
        ...{ kind: 'recordDecision', link: `/aftaler/${agreement}/godkendelse/${encodeURIComponent(KKR)}` },
        detail: expect.stringContaining('Kommunekontaktrådet (KKR) i Region Sjælland skal tage stilling'),
      },
    ]);

    const recorded = await record(kkr, await said());
    expect(recorded).toMatchObject({
      refused: null,
      decision: { party: null, body: { id: KKR }, isOwn: true, confirmedBy: null, capacity: 'rådssekretær' },
    });
    const after = await boardBy(secretariat, agreement);
    expect(after.shared).toMatchObject([{ decision: { outcome: 'recommended', lapsed: false }, mayRecord: false }]);
    const { approvedCount, missing, sentence } = after;
    expect({ approvedCount, missing, sentence }).toEqual({
      ...{ approvedCount: before.approvedCount, missing: before.missing, sentence: before.sentence },
    });
    expect(await tasks(kkr)).toEqual([]);
  });

  it('AP-6 is not open for ever where the body is only told: nothing is recorded, and nobody is asked', async () => {
    await app.owner.query(
      `WITH told AS (
         INSERT INTO chain_template (key, version, name, act, steps)
         SELECT 'besked', 1, 'Besked', 'agreement', jsonb_agg(CASE WHEN step ->> 'key' = 'contactCouncil'
             THEN step || '{"role": "isInformed", "after": ["council"], "mandatory": true}' ELSE step END)
         FROM chain_template t, jsonb_array_elements(t.steps) AS step WHERE t.key = 'sjaelland-2021' AND t.version = 1)
       UPDATE agreement SET chain_key = 'besked', chain_version = 1 WHERE id = $1`,
      [agreement],
    );
    expect((await boardBy(kkr, agreement)).shared).toMatchObject([{ isTold: true, mayRecord: false, decision: null }]);
    expect(await tasks(kkr)).toEqual([]);
    const { refused } = await record(kkr, await said({ outcome: 'noted' }));
    expect(refused?.code).toMatch(/^AP-(3|6)-/);
  });

  it('is a line of the log that names it, and who recorded it in which capacity', async () => {
    await record(kkr, await said({ outcome: 'noted' }));
    const { data } = await secretariat.gql<{ acts: { kind: string }[] }>(
      'query ($id: ID!) { acts(agreement: $id) { kind sentence person body capacity } }',
      { id: agreement },
    );
    expect(data.acts.at(-1)).toEqual({
      kind: 'recordSharedDecision',
      sentence: 'Beslutning registreret for Kommunekontaktrådet (KKR) i Region Sjælland: taget til efterretning.',
      ...{ person: 'Marianne Østerby Friis', body: 'Kommunekontaktrådet (KKR) i Region Sjælland' },
      capacity: 'rådssekretær',
    });
  });

  it.each(['sekretariat', 'raadssekretaer-holbaek', 'raadssekretaer-region', 'politiker-roskilde'])(
    'is forbidden to %s',
    async (persona) => {
      await expect(record(await app.signIn(persona), await said())).rejects.toThrow('FORBIDDEN');
      expect((await boardBy(secretariat, agreement)).shared).toMatchObject([{ decision: null }]);
    },
  );

  it('gives its secretary nothing to say for a party, nor in the name of one', async () => {
    await expect(record(kkr, await yesOf(secretariat, agreement, 'municipality:0316'))).rejects.toThrow('FORBIDDEN');
    await expect(record(kkr, await said({ party: 'municipality:0316' }))).rejects.toThrow('FORBIDDEN');
    await expect(record(kkr, await said({ body: 'contact-council:1084' }))).rejects.toThrow('FORBIDDEN');
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    expect((await record(holbaek, await said({ party: 'municipality:0316' }))).refused?.code).toBe('AP-1-NOT-A-PARTY');
  });

  it('cannot approve, needs no confirmation, and is taken once', async () => {
    expect((await record(kkr, await said({ outcome: 'approved' }))).refused?.code).toBe(
      'AP-6-OUTCOME-NOT-FOR-THIS-BODY',
    );
    expect((await record(kkr, await said())).refused).toBeNull();
    expect((await record(kkr, await said())).refused?.code).toBe('AP-12-ALREADY-DECIDED');
    const [{ decision } = { decision: null }] = (await boardBy(kkr, agreement)).shared;
    // Its secretary may confirm for a council that is gone (AP-21); of its own word there is nothing to confirm.
    const confirmed = await command(kkr, 'confirmDecision', { decision: decision?.id });
    expect(confirmed.refused?.code).toBe('AP-11-NOTHING-TO-CONFIRM');
    expect(await record(kkr, await said({ outcome: 'noted', supersedes: decision?.id }))).toMatchObject({
      ...{ refused: null, decision: { outcome: 'noted' } },
    });
  });

  it('lapses with the text, and is still shown', async () => {
    await record(kkr, await said());
    await secretariat.gql(
      'mutation ($id: ID!) { reopenWriting(input: { agreement: $id, reason: "En fejl" }) { refused { code } } }',
      { id: agreement },
    );
    await command(secretariat, 'freezeForDecision', { agreement });
    expect((await boardBy(kkr, agreement)).shared).toMatchObject([{ decision: { lapsed: true }, mayRecord: true }]);
    expect((await record(kkr, await said())).refused).toBeNull();
    expect((await boardBy(kkr, agreement)).shared).toMatchObject([{ decision: { lapsed: false } }]);
  });
});

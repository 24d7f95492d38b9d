import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { boardBy, record, yesOf, type SeenBoard } from './test-board';

const PUT = '(til godkendelse)';
const NOWHERE = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let secretariat: TestBrowser;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  agreement = await agreementCalled(secretariat, PUT);
});

afterEach(() => app.close());

const board = (browser: TestBrowser = secretariat): Promise<SeenBoard> => boardBy(browser, agreement);
const yes = (party: string, other: Record<string, unknown> = {}) => yesOf(secretariat, agreement, party, other);

describe('what a rule refuses is said with its code and a sentence, and nothing is written', () => {
  it('of a decision', async () => {
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    const before = await board();
    const wrong: [string, Record<string, unknown>][] = [
      ['AP-1-NOT-A-PARTY', { body: 'municipal-council:0253' }],
      ['AP-2-TEXT-HAS-CHANGED', { version: '0'.repeat(64) }],
      ['AP-4-REASON-REQUIRED', { outcome: 'rejected' }],
      ['AP-4-REASON-REQUIRED', { outcome: 'approvedWithRemark', reason: ' ' }],
      ['AP-6-OUTCOME-NOT-FOR-THIS-BODY', { outcome: 'noted' }],
      ['AP-6-OUTCOME-NOT-FOR-THIS-BODY', { body: 'committee:0316', outcome: 'approved' }],
      ['AP-7-MEETING-IN-THE-FUTURE', { meetingDate: '2090-01-01' }],
      ['AP-17-MEETING-BEFORE-THE-TEXT', { meetingDate: '1800-01-01' }],
      ['AP-9-NEXT-MEETING-REQUIRED', { outcome: 'postponed', reason: 'Der mangler et bilag.' }],
      ['AP-10-ITEM-REQUIRED', { item: '' }],
      ['AP-12-ALREADY-DECIDED', { supersedes: NOWHERE }],
    ];
    for (const [code, other] of wrong) {
      const { refused } = await record(holbaek, await yes('municipality:0316', other));
      expect(refused?.code).toBe(code);
      expect(refused?.message.length).toBeGreaterThan(20);
    }
    const rows = (seen: SeenBoard) => seen.rows.map(({ standing }) => standing);
    expect(rows(await board())).toEqual(rows(before));
  });

  it('of the second of two who record the same decision at once', async () => {
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    const input = await yes('municipality:0316');
    const pressed = await Promise.all([record(holbaek, input), record(holbaek, input)]);
    expect(pressed.map(({ refused }) => refused?.code ?? 'done').sort()).toEqual(['AP-12-ALREADY-DECIDED', 'done']);
  });

  it('of a text that has been opened for rewriting: what was decided lapses and is still shown', async () => {
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    const stale = await yes('municipality:0316');
    const reopened = await secretariat.gql(
      'mutation ($id: ID!) { reopenWriting(input: { agreement: $id, reason: "En fejl i bilag 2" }) { refused { code } } }',
      { id: agreement },
    );
    expect(reopened).toEqual({ data: { reopenWriting: { refused: null } }, errors: [] });
    expect(await board()).toMatchObject({
      approvedCount: 0,
      sentence: 'Teksten er åbnet for at blive skrevet om. Det, der var besluttet, gælder ikke længere.',
    });
    expect((await record(holbaek, stale)).refused?.code).toBe('AP-8-NOT-BEING-DECIDED');
    await command(secretariat, 'freezeForDecision', { agreement });
    expect((await record(holbaek, stale)).refused?.code).toBe('AP-2-TEXT-HAS-CHANGED');
    const seen = await board();
    const greve = seen.rows.find(({ party }) => party.id === 'municipality:0253');
    expect(greve).toMatchObject({ standing: 'notStarted', decision: null });
    expect(greve?.cells.find(({ step }) => step === 'council')?.decision).toMatchObject({
      outcome: 'approved',
      lapsed: true,
    });
    expect(await record(holbaek, await yes('municipality:0316'))).toMatchObject({ refused: null });
  });
});

describe('what cannot be done at all', () => {
  it('with bad input, to what is not there, or by nobody', async () => {
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    const input = await yes('municipality:0316');
    for (const wrong of [
      { meetingDate: '2026-02-30' },
      { outcome: 'maybe' },
      { wording: 'x'.repeat(200_000) },
      { minutesLink: 'javascript:alert(1)' },
      { minutesLink: 'http://referat.example' },
      { minutesLink: 'https://referat.example/?borger=010190-1234' },
      { minutesLink: 'https://referat.example/010190%2D1234.pdf' },
    ]) {
      await expect(record(holbaek, { ...input, ...wrong })).rejects.toThrow('BAD_USER_INPUT');
    }
    await expect(record(holbaek, { ...input, agreement: NOWHERE })).rejects.toThrow('NOT_FOUND');
    await expect(record(holbaek, { ...input, supersedes: 'not an id' })).rejects.toThrow('NOT_FOUND');
    await expect(command(holbaek, 'confirmDecision', { decision: NOWHERE })).rejects.toThrow('NOT_FOUND');
    await expect(record(app.anybody, input)).rejects.toThrow('UNAUTHENTICATED');
    expect((await board()).approvedCount).toBe(11);
  });

  it('AP-20 minutes at an address with a personal number in it, and is told what else to do', async () => {
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    const input = await yes('municipality:0316', { minutesLink: 'https://referat.example/010190-1234' });
    const { errors } = await holbaek.gql(
      'mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { refused { code } } }',
      { input },
    );
    expect(errors[0]?.message).toMatch(/^Adressen på referatet.*som fil i stedet/u);
  });

  it('watching a board one may not see, or that is not there', async () => {
    const { errors } = await app.anybody.overSocket(
      `subscription { boardChanged(agreement: "${agreement}") { sentence } }`,
    );
    expect(errors.length).toBeGreaterThan(0);
    const nowhere = await secretariat.overSocket(`subscription { boardChanged(agreement: "${NOWHERE}") { sentence } }`);
    expect(nowhere.errors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  });
});

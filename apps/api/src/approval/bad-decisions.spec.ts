import { addDays } from '@enig/kernel';
import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { boardBy, record, today, yesOf } from './test-board';

const PUT = '(til godkendelse)';
const HOLBAEK = 'municipality:0316';
const COUNCIL = 'municipal-council:0316';
const SUCCESSOR = 'municipal-council:0265';

let app: TestApp;
let secretariat: TestBrowser;
let holbaek: TestBrowser;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  [secretariat, holbaek] = await Promise.all([app.signIn('sekretariat'), app.signIn('raadssekretaer-holbaek')]);
  agreement = await agreementCalled(secretariat, PUT);
});

afterEach(() => app.close());

const yes = (party: string, other: Record<string, unknown> = {}) => yesOf(secretariat, agreement, party, other);

async function facts(): Promise<unknown> {
  return app.source.query(
    `SELECT (SELECT count(*)::int FROM decision) AS decisions, (SELECT count(*)::int FROM act) AS acts,
      (SELECT count(*)::int FROM letter) AS letters`,
  );
}

describe('what bad input about a decision gets: a rule’s id in plain Danish, and nothing half-written', () => {
  it('another party’s step, by whoever asks', async () => {
    const before = await facts();
    await expect(record(holbaek, await yes('municipality:0330'))).rejects.toThrow('FORBIDDEN');
    for (const other of [{ body: 'committee:0330' }, { body: COUNCIL, step: 'committee' }, { step: 'nowhere' }]) {
      const { refused } = await record(holbaek, await yes(HOLBAEK, other));
      expect(refused?.code).toBe('AP-1-NOT-A-PARTY');
      expect(refused?.message).toMatch(/part i aftalen/);
    }
    expect(await facts()).toEqual(before);
  });

  it('a stale text, a day to come, a day before the text, and minutes that are nowhere', async () => {
    const before = await facts();
    const minutesFile = { sha256: 'a'.repeat(64), name: 'referat.pdf' };
    const wrong: [string, Record<string, unknown>][] = [
      ['AP-2-TEXT-HAS-CHANGED', { version: '0'.repeat(64) }],
      ['AP-7-MEETING-IN-THE-FUTURE', { meetingDate: addDays(today(), 1) }],
      ['AP-17-MEETING-BEFORE-THE-TEXT', { meetingDate: '2001-01-01' }],
      ['AP-20-MINUTES-NOT-THE-FILE', { minutesFile }],
      ['AP-22-NOTHING-TO-REAFFIRM', { reaffirms: '00000000-0000-4000-8000-000000000000' }],
    ];
    for (const [code, other] of wrong)
      expect((await record(holbaek, await yes(HOLBAEK, other))).refused?.code).toBe(code);
    expect(await facts()).toEqual(before);
  });
});

describe('AP-21 a party that leaves in a merger', () => {
  it('its council decides no more, and the one that comes after it does when two people agree', async () => {
    await app.owner.query('UPDATE body SET valid_to = $2 WHERE id = $1', [COUNCIL, addDays(today(), -1)]);
    const { refused } = await record(holbaek, await yes(HOLBAEK));
    expect(refused?.code).toBe('AP-21-PARTY-HAS-CEASED');
    expect(refused?.message).toMatch(/fandtes ikke mere/);

    const ask = { agreement, party: HOLBAEK, step: 'council', kind: 'replaceBody', reason: 'Lagt sammen' };
    expect((await command(secretariat, 'overrideStep', { ...ask, taker: 'committee:0316' })).refused?.code).toBe(
      'AP-24-NOBODY-TAKES-IT',
    );
    const asked = await command(
      secretariat,
      'overrideStep',
      { ...ask, taker: SUCCESSOR },
      'board { overrides { id } }',
    );
    const { overrides } = asked['board'] as { overrides: { id: string }[] };
    expect(await command(holbaek, 'consentToOverride', { agreement, override: overrides[0]?.id })).toMatchObject({
      refused: null,
    });
    const before = (await boardBy(secretariat, agreement)).approvedCount;
    expect(await record(holbaek, await yes(HOLBAEK, { body: SUCCESSOR }))).toMatchObject({ refused: null });
    expect((await boardBy(secretariat, agreement)).approvedCount).toBe(before + 1);
  });
});

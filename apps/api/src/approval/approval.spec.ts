import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { boardBy, record, yesOf, type SeenBoard } from './test-board';

const PUT = '(til godkendelse)';

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

async function stateOf(): Promise<{ state: string; concludedOn: string | null; standing: string }> {
  const { data } = await secretariat.gql<{
    agreement: { state: string; concludedOn: string | null; standing: string };
  }>('query ($id: ID!) { agreement(id: $id) { state concludedOn standing } }', { id: agreement });
  return data.agreement;
}

/** Who records for a party in the demo. */
const SECRETARIES: Readonly<Record<string, string>> = {
  'municipality:0316': 'raadssekretaer-holbaek',
  'municipality:0330': 'raadssekretaer-slagelse',
  'municipality:0340': 'raadssekretaer-soroe',
  'municipality:0370': 'raadssekretaer-naestved',
  'municipality:0376': 'raadssekretaer-guldborgsund',
  'municipality:0390': 'raadssekretaer-vordingborg',
  'region:1085': 'raadssekretaer-region',
};

describe('the board over HTTP', () => {
  it('says how far it has come as a colleague would, and who may do what', async () => {
    const seen = await board();
    expect(seen).toMatchObject({ approvedCount: 11, partyCount: 18, isConcluded: false });
    expect(seen.sentence).toBe(
      '11 af 18 har godkendt · ikke indgået. Mangler: Guldborgsund, Holbæk, Næstved, Region Sjælland, Slagelse, Sorø og Vordingborg.',
    );
    expect(seen.missing.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(SECRETARIES)));
    expect(seen.missingNames).toEqual([
      ...['Guldborgsund', 'Holbæk', 'Næstved', 'Region Sjælland', 'Slagelse', 'Sorø', 'Vordingborg'],
    ]);
    expect(seen.steps.map(({ key, role }) => [key, role])).toEqual([
      ['contactCouncil', 'recommends'],
      ['committee', 'recommends'],
      ['council', 'decides'],
    ]);
    expect(seen.rows.every(({ mayRecord, mayConfirm }) => mayRecord && !mayConfirm)).toBe(true);

    const holbaek = await board(await app.signIn('raadssekretaer-holbaek'));
    expect(
      holbaek.rows
        .filter(({ mayRecord }) => mayRecord)
        .map(({ party, recordPlaces }) => [party.id, recordPlaces.map(({ body }) => body.id)]),
    ).toEqual([['municipality:0316', ['committee:0316', 'municipal-council:0316']]]);
    const councillor = await board(await app.signIn('politiker-roskilde'));
    expect(councillor.rows.some(({ mayRecord, mayConfirm }) => mayRecord || mayConfirm)).toBe(false);
  });

  it('is concluded with the eighteenth approval, not the seventeenth, and those who watch see it', async () => {
    const watching = (await app.signIn('politiker-roskilde')).subscribe<{ boardChanged: SeenBoard }>(
      `subscription ($agreement: ID!) { boardChanged(agreement: $agreement) { sentence isConcluded approvedCount } }`,
      { agreement },
    );
    const first = watching.next();
    const parties = Object.entries(SECRETARIES);
    for (const [party, persona] of parties.slice(0, 6)) {
      expect(await record(await app.signIn(persona), await yes(party))).toMatchObject({ refused: null });
    }
    expect((await first).data.boardChanged.isConcluded).toBe(false);
    expect(await board()).toMatchObject({
      ...{
        approvedCount: 17,
        isConcluded: false,
        sentence: '17 af 18 har godkendt · ikke indgået. Mangler: Region Sjælland.',
      },
    });
    expect(await stateOf()).toMatchObject({ state: 'deciding', concludedOn: null });

    const last = await app.signIn('raadssekretaer-region');
    expect(await record(last, await yes('region:1085'))).toMatchObject({
      refused: null,
      board: { isConcluded: true, missing: [] },
    });
    expect(await stateOf()).toMatchObject({ state: 'concluded', standing: 'concluded' });
    expect((await board()).sentence).toMatch(/^Alle 18 har godkendt den samme tekst\. Aftalen blev indgået den \d/);
    let heard = await watching.next();
    while (!heard.data.boardChanged.isConcluded) heard = await watching.next();
    expect(heard.data.boardChanged.approvedCount).toBe(18);
    await watching.stop();
    expect((await record(last, await yes('region:1085'))).refused?.code).toBe('AP-25-CONCLUDED');
  }, 60_000);
});

/** What somebody is asked to get the approvals moving again. */
async function movingOn(browser: TestBrowser): Promise<readonly (readonly string[])[]> {
  const { data } = await browser.gql<{ tasks: { kind: string; detail: string; link: string }[] }>(
    '{ tasks { kind detail link } }',
  );
  return data.tasks
    .filter(({ kind, link }) => ['askToConfirm', 'endStandstill'].includes(kind) && link.includes(agreement))
    .map(({ kind, detail }) => [kind, detail]);
}

describe('AP-5 only a party’s own people decide for it', () => {
  it.each([
    ['another party’s secretary', 'raadssekretaer-greve'],
    ['its tovholder', 'tovholder-holbaek'],
    ['its disability council', 'handicapraad-formand-holbaek'],
    ['a councillor of another', 'politiker-roskilde'],
  ])('is forbidden to %s', async (_, persona) => {
    const browser = await app.signIn(persona);
    await expect(record(browser, await yes('municipality:0316'))).rejects.toThrow('FORBIDDEN');
    expect((await board()).approvedCount).toBe(11);
  });

  it('lets the secretariat enter what the minutes say, which counts once the party confirms it', async () => {
    const entered = await record(
      secretariat,
      await yes('municipality:0316', { minutesLink: 'https://www.holbaek.dk/referat' }),
    );
    expect(entered).toMatchObject({
      refused: null,
      decision: { isOwn: false, confirmedBy: null, capacity: 'sekretariatsmedarbejder' },
    });
    const waiting = await board();
    expect(waiting.approvedCount).toBe(11);
    expect(waiting.sentence).toContain('Beslutningen fra Holbæk venter på at blive bekræftet.');
    const id = waiting.rows.find(({ party }) => party.id === 'municipality:0316')?.unconfirmed?.id;
    expect(await movingOn(secretariat)).toEqual([['askToConfirm', expect.stringContaining('fra Holbæk er skrevet')]]);

    await expect(command(secretariat, 'confirmDecision', { decision: id })).rejects.toThrow('FORBIDDEN');
    await expect(
      command(await app.signIn('raadssekretaer-greve'), 'confirmDecision', { decision: id }),
    ).rejects.toThrow('FORBIDDEN');
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    const tasks = await holbaek.gql<{ tasks: { kind: string }[] }>('{ tasks { kind title detail link } }');
    expect(tasks.data.tasks.map(({ kind }) => kind)).toContain('confirmDecision');
    expect((await board(holbaek)).rows.filter(({ mayConfirm }) => mayConfirm).map(({ party }) => party.id)).toEqual([
      'municipality:0316',
    ]);
    expect(
      await command(holbaek, 'confirmDecision', { decision: id }, 'decision { confirmedBy } board { approvedCount }'),
    ).toMatchObject({
      ...{ refused: null, board: { approvedCount: 12 } },
    });
    expect((await command(holbaek, 'confirmDecision', { decision: id })).refused?.code).toBe(
      'AP-11-NOTHING-TO-CONFIRM',
    );
    expect(await movingOn(secretariat)).toEqual([]);
  });

  it('AP-23 the secretariat has a standstill on its first page, and nobody else has', async () => {
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    const no = { outcome: 'rejected', reason: 'Det er for dyrt.' };
    expect(await record(holbaek, await yes('municipality:0316', no))).toMatchObject({ refused: null });
    expect(await movingOn(secretariat)).toEqual([['endStandstill', expect.stringContaining('Holbæk har sagt nej')]]);
    expect(await movingOn(holbaek)).toEqual([]);
  });

  it('names the decision to confirm whatever body decided it, and the task leads to where it is confirmed', async () => {
    const body = 'committee:0316';
    await record(secretariat, await yes('municipality:0316', { body, outcome: 'recommended' }));
    const holbaek = await app.signIn('raadssekretaer-holbaek');
    const row = (await board(holbaek)).rows.find(({ party }) => party.id === 'municipality:0316');
    expect(row).toMatchObject({ mayConfirm: true, decision: null, toConfirm: { outcome: 'recommended' } });
    expect((await board()).rows.every(({ toConfirm }) => toConfirm === null)).toBe(true);
    const { data } = await holbaek.gql<{ tasks: { kind: string; link: string }[] }>('{ tasks { kind link } }');
    expect(data.tasks.find(({ kind }) => kind === 'confirmDecision')?.link).toBe(`/aftaler/${agreement}/godkendelse`);
    const decision = row?.toConfirm?.id;
    expect(await command(holbaek, 'confirmDecision', { decision })).toMatchObject({ refused: null });
    expect((await board(holbaek)).rows.every(({ toConfirm }) => toConfirm === null)).toBe(true);
  });
});

import { ApprovalReads, PeopleStore, PlaceStore, VersionReads } from '@enig/data';
import { brandId, type DecisionId } from '@enig/kernel';
import { createMessages } from '@enig/messages';
import { agreementCalled, command } from '../hearing/test-hearing';
import { approve } from '../published-agreement/test-concluding';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { DecisionReceipts } from './decision-receipts';
import { boardBy, record, today, yesOf, type SeenBoard } from './test-board';

const PUT = '(til godkendelse)';
const GREVE = 'municipality:0253';
const ENTERED = { outcome: 'rejected', item: '3', wording: 'Byrådet siger nej.', reason: 'Økonomien' };

let app: TestApp;
let secretariat: TestBrowser;
let greve: TestBrowser;
let agreement: string;
/** What Greve's council approved, which counts. */
let approval: string;

beforeEach(async () => {
  app = await startTestApp();
  [secretariat, greve] = await Promise.all([app.signIn('sekretariat'), app.signIn('raadssekretaer-greve')]);
  agreement = await agreementCalled(secretariat, PUT);
  approval = (await rowBy(greve)).decision?.id ?? '';
  const entered = await yesOf(secretariat, agreement, GREVE, { ...ENTERED, supersedes: approval });
  expect(await record(secretariat, entered)).toMatchObject({ refused: null });
});

afterEach(() => app.close());

async function rowBy(browser: TestBrowser): Promise<SeenBoard['rows'][number]> {
  const row = (await boardBy(browser, agreement)).rows.find(({ party }) => party.id === GREVE);
  if (!row) throw new Error('Greve is not on the board');
  return row;
}

async function csvLine(): Promise<string> {
  const csv = await (await secretariat.fetch(`/board/${agreement}.csv?navn=greve`)).text();
  return csv.trimEnd().split('\r\n').join('\n');
}

/** What stands on the receipt of a decision. */
async function receiptOf(id = ''): Promise<string> {
  const { source } = app;
  const receipts = new DecisionReceipts(
    new ApprovalReads(source),
    new PlaceStore(source),
    new PeopleStore(source),
    new VersionReads(source),
  );
  const at = { say: createMessages('da'), locale: 'da', today: today(), publicUrl: 'https://enig.example' } as const;
  return JSON.stringify(await receipts.of(brandId<DecisionId>(id), at));
}

const REPLACED = 'En senere beslutning er trådt i stedet';

describe('AP-5 what was entered after a council’s own no', () => {
  it('takes the no neither from the board nor from the list, and stands beside it', async () => {
    const no = await yesOf(greve, agreement, GREVE, { ...ENTERED, supersedes: (await rowBy(greve)).unconfirmed?.id });
    expect(await record(greve, no)).toMatchObject({ refused: null });
    const rejection = (await rowBy(greve)).decision?.id;
    const yes = await yesOf(secretariat, agreement, GREVE, { supersedes: rejection });
    expect(await record(secretariat, yes)).toMatchObject({ refused: null });
    expect(await rowBy(secretariat)).toMatchObject({
      ...{ standing: 'rejected', decision: { id: rejection }, unconfirmed: { outcome: 'approved' } },
    });
    const filtered = await (await secretariat.fetch(`/board/${agreement}.csv?stilling=rejected`)).text();
    expect(filtered).toMatch(/"Greve Kommune";"afvist";"afvist";.*;"godkendt · [\d.]+ · 14 · Godkendt\.";/u);
    expect((await boardBy(secretariat, agreement)).sentence).toContain('En ny beslutning for Greve venter');
  });
});

describe('AP-5 what was entered after a council’s own approval', () => {
  it('stands beside it on the board, in the list and in the sentence, and mixes with nothing', async () => {
    const row = await rowBy(secretariat);
    expect(row).toMatchObject({
      ...{ standing: 'approved', entersOnly: true, decision: { id: approval, outcome: 'approved', superseded: [] } },
      unconfirmed: { outcome: 'rejected', reason: 'Økonomien', supersedes: approval, fellAway: false },
    });
    expect(row.cells.find(({ step }) => step === 'council')).toMatchObject({
      ...{ decision: { id: approval }, unconfirmed: { outcome: 'rejected' } },
    });
    expect((await rowBy(greve)).entersOnly).toBe(false);
    const line = await csvLine();
    expect(line).toContain('"Venter på bekræftelse"');
    expect(line).toMatch(
      /"Greve Kommune";"godkendt";"godkendt";.*;"afvist · [\d.]+ · 3 · Byrådet siger nej\. · Økonomien";/u,
    );
    expect((await boardBy(secretariat, agreement)).sentence).toContain(
      'En ny beslutning for Greve venter på at blive bekræftet. Indtil da gælder den, der står.',
    );
    expect(await receiptOf(approval)).not.toContain(REPLACED);
    expect(await receiptOf(row.unconfirmed?.id)).toContain('gælder først, når en af partens egne folk');
  });

  it('AP-12 takes its place once it is confirmed, and leads to what it corrected and its receipt', async () => {
    const decision = (await rowBy(greve)).unconfirmed?.id;
    expect(await command(greve, 'confirmDecision', { decision })).toMatchObject({ refused: null });
    const receiptUrl = `/decisions/${approval}/receipt.pdf`;
    expect(await rowBy(secretariat)).toMatchObject({
      ...{ standing: 'rejected', unconfirmed: null },
      decision: { id: decision, superseded: [{ id: approval, counted: true, receiptUrl }] },
    });
    expect(await receiptOf(approval)).toContain(REPLACED);
  });

  it('AP-25 has fallen away when the agreement is concluded without it, and nobody is asked to confirm it', async () => {
    const { version, missing } = await boardBy(secretariat, agreement);
    await approve(
      app,
      agreement,
      version.hash,
      missing.map(({ id }) => id),
    );
    const row = await rowBy(greve);
    expect(row).toMatchObject({ decision: { id: approval }, toConfirm: null });
    expect(row.unconfirmed).toMatchObject({ outcome: 'rejected', fellAway: true });
    expect(await receiptOf(row.unconfirmed?.id)).toContain('Ingen nåede at bekræfte beslutningen');
    const { sentence, isConcluded } = await boardBy(secretariat, agreement);
    expect([isConcluded, sentence.includes('venter')]).toEqual([true, false]);
    expect(await csvLine()).not.toContain('Byrådet siger nej.');
  });

  it('AG-37 is no concern of strangers: the public page says that it is concluded, and not what waits', async () => {
    const { version, missing } = await boardBy(secretariat, agreement);
    const entered = { outcome: 'approvedWithRemark', supersedes: (await rowBy(greve)).unconfirmed?.id };
    const remark = await yesOf(secretariat, agreement, GREVE, { ...ENTERED, ...entered });
    expect(await record(secretariat, remark)).toMatchObject({ refused: null });
    await approve(
      app,
      agreement,
      version.hash,
      missing.map(({ id }) => id),
    );
    expect((await boardBy(secretariat, agreement)).sentence).toContain('En ny beslutning for Greve venter');
    const open = await app.anybody.fetch(`/aftale/${agreement}/kort`);
    const html = await open.text();
    expect([open.status, /Alle \d+ har godkendt/u.test(html)]).toEqual([200, true]);
    for (const word of ['venter', 'bekræftet']) expect(html).not.toContain(word);
  });
});

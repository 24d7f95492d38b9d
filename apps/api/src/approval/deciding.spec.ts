import { ApprovalReads, PeopleStore, PlaceStore, VersionReads } from '@enig/data';
import { brandId, instantOf, localDateAt, type DecisionId } from '@enig/kernel';
import { createMessages } from '@enig/messages';
import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { DecisionReceipts } from './decision-receipts';
import { boardBy, record, yesOf } from './test-board';

const PUT = '(til godkendelse)';
const HOLBAEK = 'municipality:0316';
const GREVE = 'municipality:0253';
const NOWHERE = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let secretariat: TestBrowser;
let holbaek: TestBrowser;
let colleague: TestBrowser;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  [secretariat, holbaek, colleague] = await Promise.all([
    app.signIn('sekretariat'),
    app.signIn('raadssekretaer-holbaek'),
    app.signIn('sagsbehandler-holbaek'),
  ]);
  agreement = await agreementCalled(secretariat, PUT);
});

afterEach(() => app.close());

const yes = (party: string, other: Record<string, unknown> = {}) => yesOf(secretariat, agreement, party, other);

interface Row {
  readonly party: { readonly id: string };
  readonly standing: string;
  readonly twoPeople: boolean;
  readonly twoPeopleNext: boolean;
  readonly isOwn: boolean;
  readonly mayReaffirm: boolean;
  readonly earlier: { readonly id: string; readonly outcome: string } | null;
  readonly toConfirm: { readonly id: string } | null;
  readonly unconfirmed: { readonly id: string } | null;
  readonly decision: { readonly id: string; readonly receiptUrl: string; readonly minutesUrl: string | null } | null;
}

interface Seen {
  readonly state: string;
  readonly mayOverride: boolean;
  readonly blocks: readonly {
    readonly party: { readonly id: string };
    readonly exits: string[];
    readonly sentence: string;
  }[];
  readonly overrides: readonly {
    readonly id: string;
    readonly sentence: string;
    readonly agreedBy: string | null;
    readonly mayAgree: boolean;
  }[];
  readonly rows: readonly Row[];
}

async function seenBy(browser: TestBrowser): Promise<Seen> {
  const { data, errors } = await browser.gql<{ agreement: { board: Seen } }>(
    `query ($id: ID!) { agreement(id: $id) { board { state mayOverride blocks { party { id } exits sentence }
      overrides { id sentence askedBy agreedBy mayAgree }
      rows { party { id } standing twoPeople twoPeopleNext isOwn mayReaffirm earlier { id outcome } toConfirm { id } unconfirmed { id }
        decision { id receiptUrl minutesUrl minutesName needsSecond reaffirms } } } } }`,
    { id: agreement },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.agreement.board;
}

async function rowBy(browser: TestBrowser, party = HOLBAEK): Promise<Row> {
  const row = (await seenBy(browser)).rows.find((each) => each.party.id === party);
  if (!row) throw new Error(`${party} is not on the board`);
  return row;
}

async function tasksOf(browser: TestBrowser): Promise<{ kind: string; link: string }[]> {
  const { data } = await browser.gql<{ tasks: { kind: string; link: string }[] }>('{ tasks { kind link } }');
  return data.tasks;
}

describe('AP-18 two people, by the party’s own choice', () => {
  it('is chosen by its own people alone, and then one records and another confirms with one press', async () => {
    const choice = { agreement, party: HOLBAEK, twoPeople: true };
    for (const other of [secretariat, await app.signIn('raadssekretaer-greve')])
      await expect(command(other, 'setTwoPeople', choice)).rejects.toThrow('FORBIDDEN');
    expect(await command(holbaek, 'setTwoPeople', choice)).toMatchObject({ refused: null });
    expect(await rowBy(holbaek)).toMatchObject({ twoPeople: true, isOwn: true });

    expect(await record(holbaek, await yes(HOLBAEK))).toMatchObject({ refused: null });
    const mine = await rowBy(holbaek);
    expect(mine).toMatchObject({ standing: 'awaitsConfirmation', toConfirm: null });
    expect((await tasksOf(holbaek)).map(({ kind }) => kind)).not.toContain('confirmDecision');
    const decision = mine.unconfirmed?.id;
    expect((await command(holbaek, 'confirmDecision', { decision })).refused?.code).toBe('AP-18-SAME-PERSON');
    expect((await rowBy(colleague)).toConfirm?.id).toBe(decision);
    expect((await tasksOf(colleague)).map(({ kind }) => kind)).toContain('confirmDecision');
    expect(await command(colleague, 'confirmDecision', { decision })).toMatchObject({ refused: null });
    expect((await rowBy(secretariat)).standing).toBe('approved');
  });

  it('is not put aside by one of them for the text that is being decided, and the log tells that they chose', async () => {
    const choice = { agreement, party: HOLBAEK };
    await command(holbaek, 'setTwoPeople', { ...choice, twoPeople: true });
    await command(holbaek, 'setTwoPeople', { ...choice, twoPeople: false });
    expect(await rowBy(holbaek)).toMatchObject({ twoPeople: true, twoPeopleNext: false });
    await record(holbaek, await yes(HOLBAEK));
    expect((await rowBy(holbaek)).standing).toBe('awaitsConfirmation');
    const { data } = await secretariat.gql<{ acts: { sentence: string }[] }>(
      'query ($id: ID!) { acts(agreement: $id) { sentence } }',
      { id: agreement },
    );
    const told = data.acts.map(({ sentence }) => sentence).filter((sentence) => sentence.includes('valgte, at'));
    expect(told).toEqual([
      'Holbæk Kommune valgte, at to personer skal se dens beslutninger, før de gælder.',
      'Holbæk Kommune valgte, at én person igen er nok til at registrere dens beslutninger, fra den næste tekst.',
    ]);
  });
});

describe('AP-19 the same yes twice', () => {
  it('is refused in plain words, and nothing is written', async () => {
    await record(holbaek, await yes(HOLBAEK));
    const supersedes = (await rowBy(holbaek)).decision?.id;
    const { refused } = await record(holbaek, await yes(HOLBAEK, { supersedes }));
    expect(refused?.code).toBe('AP-19-NOTHING-NEW');
    expect((await rowBy(holbaek)).decision?.id).toBe(supersedes);
  });
});

describe('the receipt of a decision', () => {
  it('is a PDF with the log’s head, for whoever may read the agreement', async () => {
    await record(holbaek, await yes(HOLBAEK));
    const url = (await rowBy(holbaek)).decision?.receiptUrl ?? '';
    const sent = await holbaek.fetch(url);
    expect([sent.status, sent.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = Buffer.from(await sent.arrayBuffer());
    const [act] = await app.source.query<{ number: number; hash: string }[]>(
      `SELECT number, hash FROM act WHERE agreement = $1 AND kind = 'recordDecision' ORDER BY number DESC LIMIT 1`,
      [agreement],
    );
    expect(pdf.toString('latin1')).toContain(`enig-log ${agreement} ${act?.number} ${act?.hash}`);
    expect((await app.anybody.fetch(url)).status).toBe(401);
    expect((await holbaek.fetch(`/decisions/${NOWHERE}/receipt.pdf`)).status).toBe(404);
  });
});

describe('what a receipt says of the text', () => {
  it('is which version of the agreement it is, and that it is a demo’s', async () => {
    await record(holbaek, await yes(HOLBAEK));
    const { source } = app;
    const reads = [new ApprovalReads(source), new PlaceStore(source), new PeopleStore(source)] as const;
    const receipts = new DecisionReceipts(...reads, new VersionReads(source));
    const id = brandId<DecisionId>((await rowBy(holbaek)).decision?.id ?? '');
    const today = localDateAt(instantOf(new Date()));
    const at = { say: createMessages('da'), locale: 'da', today, publicUrl: 'https://enig.example' } as const;
    const said = JSON.stringify(await receipts.of(id, at));
    const [version] = await app.source.query<{ number: number }[]>(
      'SELECT v.number FROM version v JOIN decision d ON d.version = v.hash WHERE d.id = $1',
      [id],
    );
    expect(said).toContain(`{"name":"Version","value":[{"text":"${version?.number}"}]}`);
    expect(said).toContain('Demo – lavet efter forslaget fra 2020');
  });
});

describe('AP-22 a party sees what has changed since it approved, and approves again in one step', () => {
  it('by its own people, from the text it approved to the one that is put to it', async () => {
    const query = `query ($agreement: ID!, $party: ID!) { approvedBefore(agreement: $agreement, party: $party)
      changedSince(agreement: $agreement, party: $party) { before { number } after { number } isSame sentences } }`;
    const changed = (party = GREVE) => secretariat.gql<{ changedSince: unknown }>(query, { agreement, party });
    expect((await changed()).data).toEqual({ approvedBefore: true, changedSince: null });
    expect((await changed(HOLBAEK)).data).toEqual({ approvedBefore: false, changedSince: null });
    expect((await changed('municipality:9999')).errors).toMatchObject([{ code: 'NOT_FOUND' }, {}]);
    await secretariat.gql(
      'mutation ($id: ID!) { reopenWriting(input: { agreement: $id, reason: "En fejl" }) { refused { code } } }',
      { id: agreement },
    );
    expect((await changed()).data).toEqual({ approvedBefore: true, changedSince: null });
    const same = await secretariat.gql<{ agreement: { freezeCheck: object } }>(
      'query ($id: ID!) { agreement(id: $id) { freezeCheck { sameAs } } }',
      { id: agreement },
    );
    expect(same.data.agreement.freezeCheck).toEqual({ sameAs: expect.any(Number) });
    await command(secretariat, 'freezeForDecision', { agreement });
    expect((await changed()).data.changedSince).toMatchObject({
      isSame: true,
      sentences: ['Ordene er de samme. Kun versionens nummer er nyt.'],
    });
    const greve = await app.signIn('raadssekretaer-greve');
    const row = await rowBy(greve, GREVE);
    expect(row).toMatchObject({ mayReaffirm: true, earlier: { outcome: 'approved' } });
    expect((await rowBy(secretariat, GREVE)).mayReaffirm).toBe(false);
    expect(await tasksOf(greve)).toContainEqual({
      kind: 'reaffirmDecision',
      link: `/aftaler/${agreement}/godkendelse/${encodeURIComponent(GREVE)}/igen`,
    });
    const input = await yes(GREVE, { reaffirms: row.earlier?.id });
    await expect(record(holbaek, input)).rejects.toThrow('FORBIDDEN');
    expect(await record(greve, input)).toMatchObject({ refused: null });
    expect(await rowBy(greve, GREVE)).toMatchObject({ standing: 'approved', mayReaffirm: false });
    expect((await record(holbaek, await yes(HOLBAEK, { reaffirms: row.earlier?.id }))).refused?.code).toBe(
      'AP-22-NOTHING-TO-REAFFIRM',
    );
  });
});

describe('AP-23 a blocked chain shows its exits to everybody', () => {
  it('with the reason in the minutes, until a later meeting lifts it', async () => {
    const condition = { outcome: 'approvedOnCondition', reason: 'Hvis bilag 2 rettes' };
    await record(holbaek, await yes(HOLBAEK, condition));
    const blocked = await seenBy(await app.signIn('politiker-roskilde'));
    expect(blocked).toMatchObject({
      state: 'blocked',
      blocks: [{ party: { id: HOLBAEK }, exits: ['liftCondition', 'newVersion'] }],
    });
    expect(blocked.blocks[0]?.sentence).toContain('Hvis bilag 2 rettes');
    await record(holbaek, await yes(HOLBAEK, { supersedes: (await rowBy(holbaek)).decision?.id }));
    expect(await seenBy(holbaek)).toMatchObject({ state: 'running', blocks: [] });
  });
});

describe('AP-24 a step is taken otherwise when two people agree', () => {
  it('the secretariat asks, one of the party’s own agrees, and nobody gets past a decision', async () => {
    const ask = { agreement, party: HOLBAEK, step: 'committee', kind: 'skip', reason: 'Udvalget er nedlagt' };
    await expect(command(holbaek, 'overrideStep', ask)).rejects.toThrow('FORBIDDEN');
    expect((await command(secretariat, 'overrideStep', { ...ask, step: 'council' })).refused?.code).toBe(
      'AP-24-OVERRIDE-DECIDES',
    );
    expect(await command(secretariat, 'overrideStep', ask)).toMatchObject({ refused: null });
    const [waiting] = (await seenBy(secretariat)).overrides;
    expect(waiting).toMatchObject({ agreedBy: null, mayAgree: false });
    expect((await seenBy(holbaek)).overrides[0]?.mayAgree).toBe(true);
    const asking = { kind: 'agreeToOverride', link: `/aftaler/${agreement}/godkendelse` };
    for (const one of [holbaek, colleague]) expect(await tasksOf(one)).toContainEqual(asking);
    for (const other of [secretariat, await app.signIn('raadssekretaer-greve')])
      expect(await tasksOf(other)).not.toContainEqual(asking);
    const told = await app.source.query<{ path: string }[]>(`SELECT path FROM letter WHERE kind = 'overrideAsked'`);
    expect(told.map(({ path }) => path)).toEqual([asking.link, asking.link]);
    const consent = { agreement, override: waiting?.id };
    for (const other of [secretariat, await app.signIn('raadssekretaer-greve')])
      await expect(command(other, 'consentToOverride', consent)).rejects.toThrow('FORBIDDEN');
    await expect(command(holbaek, 'consentToOverride', { agreement, override: NOWHERE })).rejects.toThrow('NOT_FOUND');
    expect(await command(holbaek, 'consentToOverride', consent)).toMatchObject({ refused: null });
    const [agreed] = (await seenBy(secretariat)).overrides;
    expect(agreed?.agreedBy).toBe('Lars Grønnegaard Uhre');
    expect(agreed?.sentence).toContain('Udvalget er nedlagt');
    expect(await tasksOf(colleague)).not.toContainEqual(asking);
    expect((await command(colleague, 'consentToOverride', consent)).refused?.code).toBe('AP-24-NOTHING-TO-AGREE-TO');
    expect((await boardBy(secretariat, agreement)).isConcluded).toBe(false);
  });
});

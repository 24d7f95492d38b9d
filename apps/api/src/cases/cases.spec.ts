import { sha256 } from '@enig/kernel';
import { plainText } from '@enig/text';
import { boardBy, record, yesOf } from '../approval/test-board';
import { filesIn } from '../bundle/test-bundle';
import { eventually } from '../collab/test-eventually';
import { Writer } from '../collab/test-writer';
import { everythingShown, everythingThereIs } from '../hearing/test-everything';
import { command } from '../hearing/test-hearing';
import { pdfSaying } from '../hearing/test-pdf';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { caseOf, GREVE, HOLBAEK, seatCaseOfficer, writeInCase, type SeenCase } from './test-cases';

const SECRET = 'Qvxsagenzjw';
const CPR = '010190-1235';

let app: TestApp;
let officer: TestBrowser;
let secretary: TestBrowser;
let agreement: string;

beforeAll(async () => {
  app = await startTestApp();
  officer = await app.signIn(await seatCaseOfficer(app, '0253'));
  secretary = await app.signIn('raadssekretaer-greve');
  agreement = await agreementIn(officer, 'deciding');
  // In the demo the council has decided; here its case is still to be written.
  const decided = 'SELECT id FROM decision WHERE agreement = $1 AND party = $2';
  await app.owner.query(`DELETE FROM confirmation WHERE decision IN (${decided})`, [agreement, GREVE]);
  await app.owner.query('DELETE FROM decision WHERE agreement = $1 AND party = $2', [agreement, GREVE]);
}, 240_000);

afterAll(() => app.close());

async function own(browser = officer): Promise<SeenCase> {
  const seen = await caseOf(browser, agreement, GREVE);
  if (!seen) throw new Error('No text was put to the parties');
  return seen;
}

async function sentIn(name: string, bytes: Uint8Array): Promise<string> {
  const path = `/files?name=${encodeURIComponent(name)}`;
  const sent = await officer.fetch(path, { method: 'POST', body: new Uint8Array(bytes) });
  return ((await sent.json()) as { sha256: string }).sha256;
}

async function tasksOf(browser: TestBrowser): Promise<readonly string[]> {
  const { data } = await browser.gql<{ tasks: { kind: string; link: string }[] }>('{ tasks { kind link } }');
  return data.tasks.filter(({ link }) => link.includes('/sag/')).map(({ kind }) => kind);
}

/** Records, or enters, what the council in Greve comes to after what was recorded for it last. */
async function decide(browser: TestBrowser, over: Record<string, unknown>): Promise<void> {
  const row = (await boardBy(browser, agreement)).rows.find(({ party }) => party.id === GREVE);
  const supersedes = row?.unconfirmed?.id ?? row?.decision?.id ?? null;
  const input = await yesOf(browser, agreement, GREVE, { ...over, supersedes });
  expect(await record(browser, input)).toMatchObject({ refused: null });
}

/** Everything about cases that somebody can be shown, in one string. */
async function shownTo(browser: TestBrowser, text: string): Promise<string> {
  const { data } = await browser.gql(
    `{ texts { id title content } tasks { id title detail } acts(agreement: "${agreement}") { sentence } }`,
  );
  const lines = await browser.gql(`{ partyCases(agreement: "${agreement}") { party { id } state sentAt } }`);
  const history = await browser.gql(`{ textAttribution(text: "${text}") { __typename } }`);
  return JSON.stringify([data, lines, history, await caseOf(browser, agreement, GREVE)]);
}

async function jobDone(browser: TestBrowser, id: string): Promise<Buffer> {
  let path = '';
  await eventually(
    async () => {
      const { data } = await browser.gql<{ job: { state: string; file: { path: string } | null } }>(
        `{ job(id: "${id}") { state file { path } } }`,
      );
      if (data.job.state === 'failed') throw new Error(app.logged.join('\n'));
      path = data.job.file?.path ?? '';
      return data.job.state === 'done';
    },
    () => 'The job is not done',
    90_000,
  );
  return Buffer.from(await (await browser.fetch(path)).arrayBuffer());
}

describe('a party’s case, from the first word until it is sent on', () => {
  it('CA-1 is nobody’s before it is made, and is made by the party’s own people alone', async () => {
    expect(await own()).toMatchObject({ state: 'notMade', id: null, content: null, mayMake: true, isOwn: true });
    expect(await own(secretary)).toMatchObject({ state: 'notMade', mayMake: true });
    expect(await tasksOf(officer)).toEqual(['writeCase']);
    expect(await tasksOf(secretary)).toEqual([]);
    for (const persona of ['sekretariat', 'sagsbehandler-holbaek', 'tovholder-greve', 'politiker-roskilde']) {
      const other = await app.signIn(persona);
      expect(await own(other)).toMatchObject({ state: 'notMade', mayMake: false, isOwn: false });
      const { errors } = await other.gql(
        `mutation { makeCase(input: { agreement: "${agreement}", party: "${GREVE}" }) { case { id } } }`,
      );
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    const drafting = await agreementIn(officer, 'hearing');
    expect(await caseOf(officer, drafting, GREVE)).toBeNull();
    expect(await command(officer, 'makeCase', { agreement: drafting, party: GREVE })).toMatchObject({
      refused: { code: 'CA-1-NOTHING-TO-DECIDE' },
    });
  });

  it('CA-2 begins with what concerns the party: what it looks after, is to do, and what its council said', async () => {
    expect(await command(officer, 'makeCase', { agreement, party: GREVE })).toMatchObject({ refused: null });
    const made = await own();
    expect(made).toMatchObject({ state: 'draft', mayMake: false, maySend: true, text: { mayEdit: true } });
    expect(made.content?.title).toMatch(/^Godkendelse af /u);
    expect(made.content?.summary).toMatch(/^Greve skal sige ja eller nej/u);
    expect(plainText(made.content?.recommendation ?? { type: 'doc', content: [] })).toMatch(/Greve/u);
    expect(plainText(made.content?.case ?? { type: 'doc', content: [] })).toMatch(/Greve er tovholder for/u);
    expect(made.fields.map(({ key }) => key)).toEqual(['annexes']);
    expect(made.content?.kle).toMatch(/^27\.03\.40/u);
    expect(made.content?.legal).toMatch(/^Serviceloven § 6, .*Kun kommunalbestyrelsen kan binde kommunen/u);
  });

  it('CA-1 is made once, whoever of them asks first', async () => {
    const { id } = await own();
    expect(await command(secretary, 'makeCase', { agreement, party: GREVE })).toMatchObject({ refused: null });
    expect((await own()).id).toBe(id);
  });

  it('CA-3 is written by its case officers together, and the secretary of the council reads along', async () => {
    const text = (await own()).text?.id ?? '';
    const writer = new Writer(app.url.replace('http', 'ws'), text, { cookie: officer.cookie });
    await writer.synced();
    writer.doc.getText('summary').insert(0, `${SECRET} `);
    await writer.settled();
    expect([writer.acknowledged, writer.refused.size]).toEqual([1, 0]);
    writer.leave();
    const seen = await own(secretary);
    expect(seen).toMatchObject({ state: 'draft', text: null, maySend: true });
    expect(seen.content?.summary).toContain(SECRET);
    expect(await tasksOf(secretary)).toEqual(['sendCase']);
    const who = await officer.gql<{ textAttribution: unknown }>(`{ textAttribution(text: "${text}") { __typename } }`);
    expect(who.errors).toEqual([]);
  });

  it('CA-3 reaches nobody at Holbæk or in the secretariat while it is written, nor that it is', async () => {
    const text = (await own()).text?.id ?? '';
    for (const persona of ['sekretariat', 'sagsbehandler-holbaek', 'raadssekretaer-holbaek', 'tovholder-greve']) {
      const other = await app.signIn(persona);
      const said = await shownTo(other, text);
      expect(said).not.toContain(SECRET);
      expect(await own(other)).toMatchObject({ state: 'notMade', id: null, content: null, text: null, annexes: [] });
      const id = (await own()).id ?? '';
      for (const ask of [
        `askCase(input: { case: "${id}", format: pdf }) { job }`,
        `sendCase(input: { case: "${id}" }) { refused { code } }`,
      ])
        expect((await other.gql(`mutation { ${ask} }`)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
      const writer = new Writer(app.url.replace('http', 'ws'), text, { cookie: other.cookie });
      await writer.until(() => writer.closed !== null || writer.failed !== null);
      expect(writer.doc.store.clients.size).toBe(0);
      writer.leave();
    }
    expect(JSON.stringify((await app.owner.query('SELECT facts FROM act')) as unknown)).not.toContain(SECRET);
  });

  it.each(['sekretariat', 'sagsbehandler-holbaek'])(
    'CA-3 is in nothing that %s can be shown, whatever they ask',
    async (persona) => {
      const [text, id] = [(await own()).text?.id ?? '', (await own()).id ?? ''];
      // Everything is asked about the case and what it hangs on; other drafts have a spec of their own (canary.spec.ts).
      const none = Object.fromEntries(Object.keys(await everythingThereIs(app)).map((kind) => [kind, []]));
      const known = { ...none, agreement: [agreement], party: [GREVE], text: [text], case: [id] };
      const shown = (await everythingShown(await app.signIn(persona), known)).filter(({ bytes }) =>
        bytes.includes(SECRET),
      );
      expect(shown.map(({ asked }) => asked)).toEqual([]);
      const ours = await everythingShown(officer, known);
      expect(ours.some(({ bytes }) => bytes.includes(SECRET))).toBe(true);
    },
    240_000,
  );

  it('CA-5 has open and closed annexes apart, and only its own people know of the closed', async () => {
    const id = (await own()).id ?? '';
    for (const [name, isOpen] of [
      ['åben.pdf', true],
      ['lukket-om-borger.pdf', false],
    ] as const) {
      const sha256 = await sentIn(name, pdfSaying(`bytes ${name} ${isOpen ? '' : CPR}`));
      // A file is nobody's by its hash alone.
      const foreign = await command(secretary, 'addCaseAnnex', { case: id, sha256, name, isOpen });
      expect(foreign).toMatchObject({ refused: { code: 'SE-3-UNKNOWN-FILE' } });
      expect(await command(officer, 'addCaseAnnex', { case: id, sha256, name, isOpen })).toMatchObject({
        refused: null,
      });
    }
    const seen = await own(secretary);
    expect(seen.annexes.map(({ name, isOpen }) => [name, isOpen])).toEqual([
      ['åben.pdf', true],
      ['lukket-om-borger.pdf', false],
    ]);
    const [open, closed] = seen.annexes;
    expect(seen.fields[0]?.plain).toMatch(/Åbne bilag[\s\S]*åben\.pdf[\s\S]*Lukkede bilag\n- lukket-om-borger\.pdf/u);
    expect((await secretary.fetch(closed?.url ?? '')).status).toBe(200);
    expect([open?.screening, closed?.screening]).toEqual([[], [expect.stringMatching(/CPR-nummer/u)]]);
    expect(JSON.stringify(closed)).not.toContain(CPR);
    const secretariat = await app.signIn('sekretariat');
    for (const annex of [open, closed]) expect((await secretariat.fetch(annex?.url ?? '')).status).toBe(404);
  });

  it('CA-5 takes no annex that is not what it is called, or that has a personal number in its name', async () => {
    const id = (await own()).id ?? '';
    const add = (name: string, sha256: string) =>
      officer.gql('mutation ($input: AddCaseAnnexInput!) { addCaseAnnex(input: $input) { refused { code } } }', {
        input: { case: id, sha256, name, isOpen: true },
      });
    const false_ = await sentIn('falsk.pdf', Buffer.from('Kun ord'));
    expect((await add('falsk.pdf', false_)).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    const named = await sentIn('borger.pdf', pdfSaying('En borger'));
    expect((await add(`${CPR}.pdf`, named)).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect((await own()).annexes).toHaveLength(2);
  });

  it('CA-5 as a zip its own people get the open and the closed annexes apart; the same bytes each time', async () => {
    const { id } = await own();
    const zipFor = async (browser: TestBrowser) => {
      const { data } = await browser.gql<{ askCase: { job: string } }>(
        `mutation { askCase(input: { case: "${id}", format: zip }) { job } }`,
      );
      return jobDone(browser, data.askCase.job);
    };
    const [one, other] = [await zipFor(officer), await zipFor(secretary)];
    expect([...filesIn(one).keys()].filter((path) => !path.startsWith('aftalens-bilag/'))).toEqual([
      ...['Sag Greve.docx', 'Sag Greve.pdf'],
      ...['aabne-bilag/1-aaben.pdf', 'lukkede-bilag/1-lukket-om-borger.pdf', 'manifest.json'],
    ]);
    expect(other.equals(one)).toBe(true);
    const list = JSON.parse(String(filesIn(one).get('manifest.json'))) as { files: { file: string; sha256: string }[] };
    for (const { file, sha256: hash } of list.files)
      expect([file, sha256(filesIn(one).get(file) ?? Buffer.alloc(0))]).toEqual([file, hash]);
  }, 120_000);

  it('CA-6 is in everybody’s zip only as it was filled in beforehand, as long as it is written', async () => {
    const secretariat = await app.signIn('sekretariat');
    const { data } = await secretariat.gql<{ askCases: { job: string } }>(
      `mutation { askCases(input: { agreement: "${agreement}" }) { job } }`,
    );
    const zip = await jobDone(secretariat, data.askCases.job);
    const manifest = manifestIn(zip);
    expect(manifest.cases).toHaveLength(36);
    expect(new Set(manifest.cases.map(({ party }) => party)).size).toBe(18);
    const files = filesIn(zip);
    expect(files.has('Sorø Kommune.pdf') && files.has('Holbæk Kommune.docx')).toBe(true);
    for (const { file, sha256: hash } of manifest.cases)
      expect([file, sha256(files.get(file) ?? Buffer.alloc(0))]).toEqual([file, hash]);
    expect(manifest.cases.filter(({ party }) => party === GREVE).map(({ state }) => state)).toEqual([
      'prefilled',
      'prefilled',
    ]);
    expect(zip.includes(SECRET)).toBe(false);
    expect([...filesIn(zip).keys()].filter((path) => /(aabne|lukkede)-bilag/u.test(path))).toEqual([]);
    const outside = await app.signIn('politiker-roskilde');
    expect(
      (await outside.gql(`mutation { askCases(input: { agreement: "${agreement}" }) { job } }`)).errors,
    ).toMatchObject([{ code: 'FORBIDDEN' }]);
  }, 120_000);

  it('CA-3 is sent on once, is closed by that, and what was taken back is folded away', async () => {
    const { id, text } = await own();
    expect(await command(secretary, 'sendCase', { case: id })).toMatchObject({ refused: null });
    const sent = await own();
    expect(sent).toMatchObject({ state: 'sentOn', maySend: false, mayMake: false, text: { mayEdit: false } });
    expect(sent.text?.closedBecause).toBe('Kun læsning, fordi sagen er sendt videre.');
    expect(await command(officer, 'sendCase', { case: id })).toMatchObject({ refused: { code: 'CA-3-SENT-ON' } });
    expect(await tasksOf(officer)).toEqual([]);
    const [snapshot] = await app.owner.query<{ seq: string }[]>('SELECT seq FROM text_snapshot WHERE text = $1', [
      text?.id,
    ]);
    const [head] = await app.owner.query<{ seq: string }[]>('SELECT seq FROM text WHERE id = $1', [text?.id]);
    expect(snapshot?.seq).toBe(head?.seq);
  });

  it('AC-28 sent on it is read by the secretariat and the other parties, without the closed annexes (CA-5)', async () => {
    for (const persona of ['sekretariat', 'sagsbehandler-holbaek']) {
      const seen = await own(await app.signIn(persona));
      expect(seen).toMatchObject({ state: 'sentOn', isOwn: false, maySend: false, text: null });
      expect(seen.content?.summary).toContain(SECRET);
      expect(seen.annexes.map(({ name }) => name)).toEqual(['åben.pdf']);
      expect(JSON.stringify(seen)).not.toContain('lukket');
    }
    expect(await own(await app.signIn('politiker-roskilde'))).toMatchObject({ state: 'notMade', content: null });
    const closed = (await own()).annexes.find(({ isOpen }) => !isOpen)?.url ?? '';
    expect((await (await app.signIn('sekretariat')).fetch(closed)).status).toBe(404);
  });

  it('CA-6 and then it is in the zip as it was sent, and as a file for who may read it', async () => {
    const secretariat = await app.signIn('sekretariat');
    const asked = await secretariat.gql<{ askCases: { job: string } }>(
      `mutation { askCases(input: { agreement: "${agreement}" }) { job } }`,
    );
    const zip = await jobDone(secretariat, asked.data.askCases.job);
    const manifest = manifestIn(zip);
    expect([...filesIn(zip).keys()].filter((path) => /(aabne|lukkede)-bilag/u.test(path))).toEqual([
      'aabne-bilag/Greve Kommune/1-aaben.pdf',
    ]);
    expect(zip.includes('lukket')).toBe(false);
    const holbaek = await app.signIn('sagsbehandler-holbaek');
    const again = await holbaek.gql<{ askCases: { job: string } }>(
      `mutation { askCases(input: { agreement: "${agreement}" }) { job } }`,
    );
    expect((await jobDone(holbaek, again.data.askCases.job)).equals(zip)).toBe(true);
    expect(manifest.cases.filter(({ party }) => party === GREVE).map(({ state }) => state)).toEqual([
      'sentOn',
      'sentOn',
    ]);
    expect(manifest.cases.find(({ party }) => party === HOLBAEK)?.state).toBe('prefilled');
    const { id } = await own();
    const one = await secretary.gql<{ askCase: { job: string } }>(
      `mutation { askCase(input: { case: "${id}", format: pdf }) { job } }`,
    );
    const pdf = await jobDone(secretary, one.data.askCase.job);
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
  }, 120_000);

  it('CA-4 on a new version it begins with the words of the one before', async () => {
    const secretariat = await app.signIn('sekretariat');
    expect(
      await command(await app.signIn('sagsbehandler-holbaek'), 'makeCase', { agreement, party: HOLBAEK }),
    ).toMatchObject({ refused: null });
    const open = (await caseOf(await app.signIn('sagsbehandler-holbaek'), agreement, HOLBAEK))?.text?.id ?? '';
    await writeInCase(app, open, 'Holbæks ord');
    const reopened = `mutation { reopenWriting(input: { agreement: "${agreement}", reason: "En fejl." }) { refused { code } } }`;
    expect((await secretariat.gql(reopened)).data).toEqual({ reopenWriting: { refused: null } });
    const lapsed = await caseOf(await app.signIn('sagsbehandler-holbaek'), agreement, HOLBAEK);
    expect(lapsed?.text).toMatchObject({ mayEdit: false });
    expect(lapsed?.text?.closedBecause).toMatch(/jeres ord er gemt/u);
    const frozen = `mutation { freezeForDecision(input: { agreement: "${agreement}" }) { refused { code } } }`;
    expect((await secretariat.gql(frozen)).data).toEqual({ freezeForDecision: { refused: null } });
    expect(await own()).toMatchObject({ state: 'notMade', mayMake: true });
    expect(await command(officer, 'makeCase', { agreement, party: GREVE })).toMatchObject({ refused: null });
    expect(plainText((await own()).content?.case ?? { type: 'doc', content: [] })).toMatch(/Greve er tovholder for/u);
  });

  it('CA-4 beside it stand all the words of the one before, for its own people alone', async () => {
    const now = await own();
    expect(now.content?.summary).not.toContain(SECRET);
    for (const browser of [officer, secretary]) {
      const { earlier } = await own(browser);
      expect(earlier).toMatchObject({ version: 2, content: { summary: expect.stringContaining(SECRET) } });
      expect(earlier?.annexes.map(({ name }) => name)).toEqual(['åben.pdf', 'lukket-om-borger.pdf']);
    }
    const holbaek = await app.signIn('sagsbehandler-holbaek');
    for (const other of [holbaek, await app.signIn('sekretariat')])
      expect(await own(other)).toMatchObject({ state: 'notMade', earlier: null });
    // What was never sent on is there, too, also where no new one is made.
    const lapsed = await caseOf(holbaek, agreement, HOLBAEK);
    expect(lapsed).toMatchObject({ state: 'notMade', content: null, earlier: { version: 2 } });
    expect(lapsed?.earlier?.content.summary).toContain('Holbæks ord');
  });

  it('AP-5, AP-23 is still asked for while what was entered waits, and after a no or a condition', async () => {
    const isAskedFor = async () => [(await tasksOf(officer)).length, (await own()).decidedAlready];
    expect(await isAskedFor()).toEqual([1, null]);
    await decide(await app.signIn('sekretariat'), {});
    expect(await isAskedFor()).toEqual([1, null]);
    for (const outcome of ['rejected', 'approvedOnCondition']) {
      await decide(secretary, { outcome, reason: 'Økonomien' });
      expect(await isAskedFor()).toEqual([1, null]);
    }
  });

  it('is asked for no more once the council has approved, and the page says so before it is made or sent on', async () => {
    await decide(secretary, {});
    expect(await tasksOf(officer)).toEqual([]);
    expect(await tasksOf(secretary)).toEqual([]);
    const said = /^Kommunalbestyrelsen i Greve Kommune har allerede truffet beslutning: godkendt på mødet /u;
    expect(await own()).toMatchObject({ decidedAlready: expect.stringMatching(said), maySend: true });
    expect(await own(await app.signIn('sekretariat'))).toMatchObject({ decidedAlready: null });
  });
});

interface Manifest {
  readonly cases: readonly {
    readonly party: string;
    readonly state: string;
    readonly file: string;
    readonly sha256: string;
  }[];
}

/** The list in the zip: it is not compressed. */
function manifestIn(zip: Buffer): Manifest {
  return JSON.parse(String(filesIn(zip).get('manifest.json'))) as Manifest;
}

/** The first of the demo's agreements that stands so. */
async function agreementIn(browser: TestBrowser, standing: string): Promise<string> {
  const { data } = await browser.gql<{ agreements: { id: string; standing: string }[] }>(
    '{ agreements { id standing } }',
  );
  const found = data.agreements.find((each) => each.standing === standing);
  if (!found) throw new Error(`No agreement is ${standing}`);
  return found.id;
}

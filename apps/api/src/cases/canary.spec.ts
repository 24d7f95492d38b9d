import { boardBy, record, yesOf } from '../approval/test-board';
import { askForCase, filesIn, madeBy } from '../bundle/test-bundle';
import { eventually } from '../collab/test-eventually';
import type { Known } from '../hearing/test-every-operation';
import { everyCommand, everythingShown, everythingThereIs, type Got } from '../hearing/test-everything';
import { agreementCalled, command } from '../hearing/test-hearing';
import { pdfSaying } from '../hearing/test-pdf';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { FileThreads } from '../threads/file-threads';
import { caseOf, GREVE, seatCaseOfficer, writeInCase } from './test-cases';

/** What a party keeps to itself, each with a bird of its own; `draft` and `open` until the case is sent on. */
const KINDS = ['draft', 'open', 'closedname', 'closedfile', 'minutes'] as const;
const bird = (kind: (typeof KINDS)[number]): string => `Qvx${kind}Zjw`;
const BIRD = /qvx([a-z]+)zjw/giu;
const NUMBER = '010190-1235';
/** While it is a draft, and once it is sent on: the secretariat, other parties' people of each kind, Greve's own council. */
const BEFORE = ['sekretariat', 'sagsbehandler-holbaek', 'handicapraad-formand-greve'];
const AFTERWARDS = ['sekretariat', 'raadssekretaer-holbaek', 'politiker-roskilde'];

let app: TestApp;
let officer: TestBrowser;
let agreement: string;
let own: { readonly id: string; readonly text: string };
let known: Known;

beforeAll(async () => {
  app = await startTestApp();
  officer = await app.signIn(await seatCaseOfficer(app, '0253'));
  agreement = await agreementCalled(officer, '(til godkendelse)');
  await writeCase();
  await recordWithMinutes();
  known = await everythingOfIt();
}, 240_000);

afterAll(() => app.close());

async function writeCase(): Promise<void> {
  expect((await command(officer, 'makeCase', { agreement, party: GREVE })).refused).toBeNull();
  const made = await caseOf(officer, agreement, GREVE);
  own = { id: made?.id ?? '', text: made?.text?.id ?? '' };
  await writeInCase(app, own.text, bird('draft'));
  await annex('Takster.pdf', bird('open'), true);
  await annex(`${bird('closedname')}.pdf`, bird('closedfile'), false);
}

async function annex(name: string, words: string, isOpen: boolean): Promise<void> {
  const sha256 = await sentTo(officer, '/files', name, words);
  expect((await command(officer, 'addCaseAnnex', { case: own.id, sha256, name, isOpen })).refused).toBeNull();
}

async function sentTo(browser: TestBrowser, path: string, name: string, words: string): Promise<string> {
  const body = new Uint8Array(pdfSaying(words));
  const sent = await browser.fetch(`${path}?name=${encodeURIComponent(name)}`, { method: 'POST', body });
  return ((await sent.json()) as { sha256: string }).sha256;
}

/** What Greve's council decided, with minutes in which a citizen is named by number. */
async function recordWithMinutes(): Promise<void> {
  const secretary = await app.signIn('raadssekretaer-greve');
  const sha256 = await sentTo(secretary, '/minutes', 'referat.pdf', `${bird('minutes')} ${NUMBER}`);
  const row = (await boardBy(secretary, agreement)).rows.find(({ party }) => party.id === GREVE);
  const supersedes = row?.decision?.id ?? null;
  const yes = await yesOf(secretary, agreement, GREVE, { supersedes, minutesFile: { sha256, name: 'referat.pdf' } });
  expect((await record(secretary, yes)).refused).toBeNull();
}

/** Everything there is to ask about, of the case, its files, the decision and what was made of them. */
async function everythingOfIt(): Promise<Known> {
  const ids = async (sql: string): Promise<string[]> =>
    (await app.owner.query<{ id: string }[]>(sql)).map(({ id }) => id);
  const none = Object.fromEntries(Object.keys(await everythingThereIs(app)).map((kind) => [kind, []]));
  return {
    ...{ ...none, agreement: [agreement], party: [GREVE], case: [own.id], text: [own.text] },
    caseAnnex: await ids('SELECT id FROM case_annex'),
    decision: await ids('SELECT id FROM decision WHERE minutes_file IS NOT NULL'),
    file: await ids(
      'SELECT sha256 AS id FROM case_annex UNION SELECT minutes_file FROM decision WHERE minutes_file IS NOT NULL',
    ),
    version: await ids('SELECT version AS id FROM case_paper'),
    job: await ids('SELECT id FROM job'),
    letter: await ids(`SELECT key AS id FROM letter WHERE sent_at IS NULL LIMIT 20`),
  };
}

function birdsIn(said: string): string[] {
  return [...new Set([...said.matchAll(BIRD)].map(([, kind = '']) => kind.toLowerCase()))].sort();
}

function found(who: string, got: readonly Got[], allowed: readonly string[]): string[] {
  return got.flatMap(({ asked, bytes }) =>
    birdsIn(bytes)
      .filter((kind) => !allowed.includes(kind))
      .map((kind) => `${who} got ${kind}: ${asked.slice(0, 200)}`),
  );
}

async function everybodyElse(
  names: readonly string[],
): Promise<readonly { readonly who: string; readonly browser: TestBrowser }[]> {
  const signedIn = await Promise.all(names.map(async (who) => ({ who, browser: await app.signIn(who) })));
  return [...signedIn, { who: 'nobody', browser: app.anybody }];
}

/** The words in a zip file that a worker made for somebody: those of its PDFs and Word files, too. */
async function wordsIn(zip: Buffer): Promise<string> {
  const reader = new FileThreads();
  const said: string[] = [];
  for (const [path, bytes] of filesIn(zip)) {
    said.push(path, bytes.toString('utf8'));
    if (!/^(cases\/|aabne-bilag|lukkede-bilag|Greve Kommune|Sag Greve).*\.(pdf|docx)$|minutes\./u.test(path)) continue;
    const seen = await reader.inspect(bytes, '', 'spec');
    said.push(...(seen.ok ? seen.value.parts.map(({ text }) => text) : []));
  }
  await reader.onModuleDestroy();
  return said.join('\n');
}

async function fetched(browser: TestBrowser, job: string): Promise<string> {
  const { path } = await madeBy(browser, job);
  return wordsIn(Buffer.from(await (await browser.fetch(path)).arrayBuffer()));
}

async function allCases(browser: TestBrowser): Promise<string> {
  const { data } = await browser.gql<{ askCases: { job: string } }>(
    `mutation { askCases(input: { agreement: "${agreement}" }) { job } }`,
  );
  return fetched(browser, data.askCases.job);
}

describe('a canary in what a party keeps closed: its draft, its closed annexes, minutes with a number', () => {
  it('is found by the party’s own people, so that this can find one', async () => {
    const seen = birdsIn((await everythingShown(officer, known)).map(({ bytes }) => bytes).join('\n'));
    expect(seen).toEqual([...KINDS].sort());
  }, 120_000);

  it('CA-3 CA-5 AP-20 is in nothing that anybody else is shown, whatever they ask', async () => {
    for (const { who, browser } of await everybodyElse(BEFORE)) {
      expect(found(who, await everythingShown(browser, known), [])).toEqual([]);
    }
  }, 600_000);

  it('CA-6 LO-7 is in no zip that anybody else fetches', async () => {
    const browser = await app.signIn('sagsbehandler-holbaek');
    expect(birdsIn(await allCases(browser))).toEqual([]);
    expect(birdsIn(await fetched(browser, await askForCase(browser, agreement)))).toEqual([]);
  }, 300_000);

  it('CA-5 once the case is sent on, what is closed stays so, and the rest is read by who may', async () => {
    expect((await command(officer, 'sendCase', { case: own.id })).refused).toBeNull();
    known = await everythingOfIt();
    const sent = ['draft', 'open'];
    for (const { who, browser } of await everybodyElse(AFTERWARDS)) {
      const reads = /^(sekretariat|raadssekretaer-holbaek)$/u.test(who);
      expect(found(who, await everythingShown(browser, known), reads ? sent : [])).toEqual([]);
    }
    const secretariat = await app.signIn('sekretariat');
    expect(birdsIn(await allCases(secretariat))).toEqual(sent);
    expect(birdsIn(await fetched(secretariat, await askForCase(secretariat, agreement)))).toEqual(sent);
    const councillor = await app.signIn('politiker-roskilde');
    expect(birdsIn(await fetched(councillor, await askForCase(councillor, agreement)))).toEqual([]);
  }, 600_000);

  it('CA-5 AP-20 is in no answer to a command, refused or not', async () => {
    const who = 'politiker-roskilde';
    expect(found(who, await everyCommand(await app.signIn(who), known), [])).toEqual([]);
  }, 300_000);

  it('CA-5 lies in no letter, job, timer or act, nor in what the server logs', async () => {
    for (const table of ['letter', 'timer', 'act']) {
      const rows = await app.owner.query<{ row: string }[]>(`SELECT t::text AS row FROM ${table} t`);
      expect([table, birdsIn(rows.map(({ row }) => row).join('\n'))]).toEqual([table, []]);
    }
    const payloads = await app.owner.query<{ row: string }[]>('SELECT payload::text AS row FROM job');
    expect(birdsIn(payloads.map(({ row }) => row).join('\n'))).toEqual([]);
    await eventually(
      () => Promise.resolve(app.logged.length > 0),
      () => 'Nothing is logged',
    );
    expect(birdsIn(app.logged.join('\n'))).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import { caseOf, GREVE, seatCaseOfficer } from '../cases/test-cases';
import { agreementCalled, command } from '../hearing/test-hearing';
import { pdfSaying } from '../hearing/test-pdf';
import { conclude } from '../published-agreement/test-concluding';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { Desk, filesIn, wholeCase } from './test-bundle';
import { repacked } from './test-manipulations';

const CLOSED = 'Qvxlukketzjw';
const CPR = '010190-1235';

let app: TestApp;
let secretariat: TestBrowser;
let officer: TestBrowser;
let agreement: string;
let files: Map<string, Buffer>;
const desk = new Desk();

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  officer = await app.signIn(await seatCaseOfficer(app, '0253'));
  agreement = await agreementCalled(secretariat, '(til godkendelse)');
  await sendCase();
  await reopened();
  await conclude(app, agreement);
  const told = { sentOn: today(), recipient: 'Social- og Boligstyrelsen', journalNumber: '26/1234' };
  expect((await command(secretariat, 'noteSentToAuthority', { agreement, ...told })).refused).toBeNull();
  files = filesIn(await wholeCase(secretariat, agreement));
}, 240_000);

afterAll(async () => {
  desk.clear();
  await app.close();
});

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());
}

/** Greve's case with an open annex, one that looks like a citizen's, and a closed one; sent on. */
async function sendCase(): Promise<void> {
  expect((await command(officer, 'makeCase', { agreement, party: GREVE })).refused).toBeNull();
  const id = (await caseOf(officer, agreement, GREVE))?.id ?? '';
  await annex(id, 'Takster.pdf', 'Taksterne falder.', true);
  await annex(id, 'Borger.pdf', `Borgeren ${CPR} er glad.`, true);
  await annex(id, `${CLOSED}.pdf`, CLOSED, false);
  expect((await command(officer, 'sendCase', { case: id })).refused).toBeNull();
}

async function annex(id: string, name: string, words: string, isOpen: boolean): Promise<void> {
  const body = new Uint8Array(pdfSaying(words));
  const sent = await officer.fetch(`/files?name=${encodeURIComponent(name)}`, { method: 'POST', body });
  const { sha256 } = (await sent.json()) as { sha256: string };
  expect((await command(officer, 'addCaseAnnex', { case: id, sha256, name, isOpen })).refused).toBeNull();
}

/** So that the test's own way to a conclusion can put it to the parties again. */
async function reopened(): Promise<void> {
  expect((await command(secretariat, 'reopenWriting', { agreement, reason: 'En fejl.' })).refused).toBeNull();
}

function json<Value>(path: string): Value {
  return JSON.parse(String(files.get(path))) as Value;
}

function hashes(zip: Buffer): ReadonlyMap<string, string> {
  return new Map(
    [...filesIn(zip)].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')] as const),
  );
}

/** Lays hands on one file, makes every sum fit, and asks the verifier. */
async function changed(path: string, from: string, to: string): Promise<string | null> {
  const said = String(files.get(path));
  expect(said).toContain(from);
  return verified(new Map(files).set(path, Buffer.from(said.replace(from, to))));
}

async function verified(hands: Map<string, Buffer>): Promise<string | null> {
  return (await desk.verify(await repacked(hands))).first;
}

describe('LO-6 the whole case holds', () => {
  it('what it must not be taken for, with each version of the text', () => {
    const versions = [...files.keys()].filter((path) => path.endsWith('/version.html'));
    expect(versions.length).toBeGreaterThan(1);
    for (const path of versions) expect(String(files.get(path))).toContain('<p class="note">Demo – ');
  });

  it('LO-6 the receipt of every decision, with the head of the log in it', () => {
    const decisions = [...files.keys()].filter((path) => path.endsWith('/decision.json'));
    expect(decisions.length).toBeGreaterThan(17);
    for (const path of decisions) {
      const { id } = json<{ id: string }>(path);
      const receipt = files.get(`receipts/decisions/${id}.pdf`)?.toString('latin1') ?? '';
      expect(receipt).toMatch(new RegExp(`enig-log ${agreement} \\d+ [0-9a-f]{64}`, 'u'));
      expect(receipt).toContain('/StructTreeRoot');
    }
  });

  it('LO-6 each party’s case as it was sent on, with its open annexes', () => {
    const own = [...files.keys()].filter((path) => path.startsWith('cases/'));
    const folder = own[0]?.split('/').slice(0, 3).join('/') ?? '';
    expect(folder).toMatch(/^cases\/municipality-0253\/\d+$/u);
    const sent = json<{ annexes: { name: string; sha256: string }[]; closedAnnexes: string }>(`${folder}/case.json`);
    expect(sent.annexes.map(({ name }) => name)).toEqual(['Takster.pdf', 'Borger.pdf']);
    const [open, citizens] = sent.annexes;
    expect(own.map((path) => path.slice(folder.length + 1)).sort()).toEqual(
      [
        ...['case.json', 'case.html', 'case.pdf', 'case.docx'],
        ...[`annexes/${open?.sha256}.pdf`, `held-back/${citizens?.sha256}.txt`],
      ].sort(),
    );
  });

  it('LO-5 a file that is held back is counted by who checks the case', async () => {
    expect((await desk.verify(await repacked(files))).out).toMatch(/^I ORDEN[\s\S]*\n {2}1 fil er holdt tilbage/u);
  });

  it('CA-5 LO-7 but no closed annex, neither its name nor its bytes, and no personal number', () => {
    const closed = createHash('sha256').update(pdfSaying(CLOSED)).digest('hex');
    const number = Buffer.from(pdfSaying(`Borgeren ${CPR} er glad.`));
    for (const [path, bytes] of files) {
      expect([path, bytes.includes(CLOSED), path.includes(closed), bytes.includes(closed)]).toEqual([
        ...[path, false, false, false],
      ]);
      expect([path, bytes.equals(number)]).toEqual([path, false]);
    }
    const index = String(files.get('index.html'));
    expect(index).toMatch(/Greve: bilag Borger\.pdf er ikke med: der står noget, der ligner et CPR-nummer/u);
  });

  it('LO-6 where it was published, when it was sent to the authority, and what an archive asks for', () => {
    expect(json('notices.json')).toMatchObject({
      ...{
        format: 'enig-notices/1',
        agreement,
        publication: { path: `/aftale/${agreement}` },
      },
      sent: [{ sentOn: today(), recipient: 'Social- og Boligstyrelsen', journalNumber: '26/1234' }],
    });
    expect(json('case.json')).toMatchObject({
      ...{ closedAt: expect.any(String), publishedAt: expect.any(String), journalNumber: null },
      sentToAuthority: [{ journalNumber: '26/1234' }],
    });
    const index = String(files.get('index.html'));
    for (const words of ['Offentliggjort', 'journalnummer 26/1234', 'Parternes sager om version', 'Kvitteringer'])
      expect(index).toContain(words);
    for (const [, href = ''] of index.matchAll(/<a href="([^"]+)"/gu)) expect([...files.keys()]).toContain(href);
  });

  it('LO-6 and is the same bytes, whoever of those who may read as much asks for it', async () => {
    const [one, other] = [await wholeCase(secretariat, agreement), await wholeCase(officer, agreement)];
    expect([...hashes(other)].filter(([path, hash]) => hashes(one).get(path) !== hash)).toEqual([]);
    expect(other.equals(one)).toBe(true);
  }, 120_000);

  it('LO-7 AC-28 and no case for who may not read them', async () => {
    const councillor = filesIn(await wholeCase(await app.signIn('politiker-roskilde'), agreement));
    expect([...councillor.keys()].filter((path) => path.startsWith('cases/'))).toEqual([]);
    expect(String(councillor.get('index.html'))).not.toContain('Parternes sager');
    expect(await verified(councillor)).toBeNull();
  }, 120_000);
});

describe('LO-5 the verifier finds what is done to them', () => {
  const caseFolder = () =>
    [...files.keys()].find((path) => path.startsWith('cases/') && path.endsWith('case.json'))?.slice(0, -9) ?? '';

  it('LO-5 nothing where nothing was done', async () => {
    expect(await verified(new Map(files))).toBeNull();
  });

  it('LO-5 a word of a case, and an annex of it that is gone or another', async () => {
    const folder = caseFolder();
    expect(await changed(`${folder}case.json`, 'Godkendelse', 'Afvisning')).toBe(
      `${folder}case.json: ingen handling i loggen har sendt netop denne sag videre`,
    );
    const annexPath = [...files.keys()].find((path) => path.startsWith(`${folder}annexes/`)) ?? '';
    const without = new Map(files);
    without.delete(annexPath);
    expect(await verified(without)).toBe(`${folder}case.json: bilaget »Takster.pdf« er ikke med`);
    expect(await verified(new Map(files).set(annexPath, Buffer.from('%PDF')))).toBe(
      `${annexPath}: dens bytes passer ikke til dens fingeraftryk`,
    );
    expect(await verified(new Map(files).set(`${folder}annexes/${'a'.repeat(64)}.pdf`, Buffer.from('%PDF')))).toBe(
      `${folder}annexes/${'a'.repeat(64)}.pdf: ingen sag har den`,
    );
  }, 60_000);

  it('LO-5 what was sent to the authority and where it was published', async () => {
    expect(await changed('notices.json', '26/1234', '26/9999')).toMatch(
      /^notices\.json: loggen siger noget andet om det, der blev sendt \d{4}-/u,
    );
    const without = new Map(files);
    without.delete('notices.json');
    expect(await verified(without)).toBe('notices.json: den mangler');
  }, 60_000);
});

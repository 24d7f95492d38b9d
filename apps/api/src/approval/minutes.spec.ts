import { createHash } from 'node:crypto';
import { agreementCalled } from '../hearing/test-hearing';
import { pdfSaying } from '../hearing/test-pdf';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { boardBy, record, yesOf } from './test-board';

const PUT = '(til godkendelse)';
const HOLBAEK = 'municipality:0316';
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const PLAIN = 'Referat af det ordinaere moede i kommunalbestyrelsen den 1. september, punkt 14 om rammeaftalen';

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

interface Minutes {
  readonly id: string;
  readonly minutesUrl: string | null;
  readonly minutesHeldBack: boolean;
}

async function minutesBy(browser: TestBrowser): Promise<Minutes> {
  const { data } = await browser.gql<{
    agreement: { board: { rows: { party: { id: string }; decision: Minutes | null }[] } };
  }>(
    `query ($id: ID!) { agreement(id: $id) { board { rows { party { id }
      decision { id minutesUrl minutesHeldBack } } } } }`,
    { id: agreement },
  );
  const found = data.agreement.board.rows.find(({ party }) => party.id === HOLBAEK)?.decision;
  if (!found) throw new Error('Nothing is recorded');
  return found;
}

describe('AP-20 minutes as a file', () => {
  const bytes = new Uint8Array(pdfSaying(PLAIN));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const send = (browser: TestBrowser, name: string, body = bytes, sha256 = '') =>
    browser.fetch(`/minutes?name=${encodeURIComponent(name)}&sha256=${sha256}`, { method: 'POST', body });

  it('are the document their name says, and the file that was chosen', async () => {
    expect((await send(holbaek, 'referat.pdf', new Uint8Array([1, 2, 3]))).status).toBe(400);
    expect((await send(holbaek, 'referat.docx')).status).toBe(400);
    const other = await send(holbaek, 'referat.pdf', bytes, '0'.repeat(64));
    expect(other.status).toBe(400);
    expect(JSON.stringify(await other.json())).toContain('Referatet er ikke den fil');
    expect((await send(await app.signIn('politiker-roskilde'), 'referat.pdf')).status).toBe(403);
    expect((await send(app.anybody, 'referat.pdf')).status).toBe(401);
    const kept = await send(holbaek, 'referat.pdf', bytes, hash);
    expect([kept.status, await kept.json()]).toEqual([
      201,
      { sha256: hash, name: 'referat.pdf', size: bytes.length, note: null },
    ]);
  });

  it('are fetched by whoever reads the agreement, to be saved, and are nobody else’s by their hash', async () => {
    const minutesFile = { sha256: hash, name: 'referat.pdf' };
    const input = await yes(HOLBAEK, { minutesFile });
    expect((await record(holbaek, input)).refused?.code).toBe('AP-20-MINUTES-NOT-THE-FILE');
    await send(holbaek, 'referat.pdf');
    expect((await record(colleague, input)).refused?.code).toBe('AP-20-MINUTES-NOT-THE-FILE');
    await expect(record(holbaek, { ...input, minutesLink: 'https://holbaek.example' })).rejects.toThrow(
      'BAD_USER_INPUT',
    );
    expect(await record(holbaek, input)).toMatchObject({ refused: null });
    const url = (await minutesBy(secretariat)).minutesUrl ?? '';
    const fetched = await (await app.signIn('politiker-roskilde')).fetch(url);
    expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true);
    expect(fetched.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await app.anybody.fetch(url)).status).toBe(401);
    expect((await holbaek.fetch(`/minutes/${NOWHERE}`)).status).toBe(404);
  });
});

describe('AP-20 minutes that stand with what is put right', () => {
  it('are kept by who puts it right, also after a word was entered that has not come to count', async () => {
    const body = new Uint8Array(pdfSaying(PLAIN));
    const minutesFile = { sha256: createHash('sha256').update(body).digest('hex'), name: 'referat.pdf' };
    await holbaek.fetch('/minutes?name=referat.pdf', { method: 'POST', body });
    expect(await record(holbaek, await yes(HOLBAEK, { minutesFile }))).toMatchObject({ refused: null });
    const { id: supersedes } = await minutesBy(secretariat);
    const no = { outcome: 'rejected', reason: 'Så et sted i avisen', supersedes };
    expect(await record(secretariat, await yes(HOLBAEK, no))).toMatchObject({ refused: null });
    const row = (await boardBy(colleague, agreement)).rows.find(({ party }) => party.id === HOLBAEK);
    const correction = await yes(HOLBAEK, { minutesFile, item: '16', supersedes: row?.unconfirmed?.id });
    expect(await record(colleague, correction)).toMatchObject({ refused: null });
  });
});

describe('AP-20 minutes are looked through for personal numbers before others read them', () => {
  const send = async (name: string, words: string, browser = holbaek) => {
    const sent = await browser.fetch(`/minutes?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: new Uint8Array(pdfSaying(words)),
    });
    return {
      status: sent.status,
      said: (await sent.json()) as { sha256: string; note: string | null; message: string },
    };
  };

  it('those with one are read by the party’s own people alone, and whoever sends them is told where it stands', async () => {
    const { said } = await send('referat.pdf', `Borgeren 010190-1234. ${PLAIN}`);
    expect(said.note).toMatch(/CPR-nummer: side 1/);
    expect(said.note).not.toContain('010190');
    expect(
      await record(holbaek, await yes(HOLBAEK, { minutesFile: { sha256: said.sha256, name: 'referat.pdf' } })),
    ).toMatchObject({
      refused: null,
    });
    const { id } = await minutesBy(holbaek);
    for (const own of [holbaek, colleague]) {
      expect(await minutesBy(own)).toEqual({ id, minutesUrl: `/minutes/${id}`, minutesHeldBack: true });
      expect((await own.fetch(`/minutes/${id}`)).status).toBe(200);
    }
    for (const other of [
      secretariat,
      await app.signIn('raadssekretaer-greve'),
      await app.signIn('politiker-roskilde'),
    ]) {
      expect(await minutesBy(other)).toEqual({ id, minutesUrl: null, minutesHeldBack: true });
      expect((await other.fetch(`/minutes/${id}`)).status).toBe(404);
    }

    const { said: clean } = await send('referat.pdf', PLAIN);
    expect(clean.note).toBeNull();
    const minutesFile = { sha256: clean.sha256, name: 'referat.pdf' };
    expect(await record(holbaek, await yes(HOLBAEK, { minutesFile, supersedes: id }))).toMatchObject({ refused: null });
    const { id: corrected } = await minutesBy(secretariat);
    expect((await secretariat.fetch(`/minutes/${corrected}`)).status).toBe(200);
    expect((await secretariat.fetch(`/minutes/${id}`)).status).toBe(404);
  });

  it('those that nobody has looked through are held back too, until somebody has', async () => {
    const { said } = await send('referat.pdf', PLAIN);
    await record(holbaek, await yes(HOLBAEK, { minutesFile: { sha256: said.sha256, name: 'referat.pdf' } }));
    await app.owner.query('DELETE FROM file_inspection WHERE sha256 = $1', [said.sha256]);
    expect(await minutesBy(secretariat)).toMatchObject({ minutesUrl: null, minutesHeldBack: true });
    const { id } = await minutesBy(holbaek);
    expect((await secretariat.fetch(`/minutes/${id}`)).status).toBe(404);
    expect((await holbaek.fetch(`/minutes/${id}`)).status).toBe(200);
  });

  it('and none is called by one', async () => {
    const { status, said } = await send('010190-1234.pdf', PLAIN);
    expect([status, said.message]).toEqual([400, expect.stringContaining('Filens navn')]);
    const { said: kept } = await send('referat.pdf', PLAIN);
    const minutesFile = { sha256: kept.sha256, name: '010190-1234.pdf' };
    await expect(record(holbaek, await yes(HOLBAEK, { minutesFile }))).rejects.toThrow('BAD_USER_INPUT');
  });
});

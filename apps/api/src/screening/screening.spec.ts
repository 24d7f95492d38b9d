import { setDeadlineIn, withoutIds, writeInResponse } from '@enig/data/testing';
import { command, onlyRound, responseOf, roundBy, type SeenRound } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { testWord, W } from '../threads/test-word';

const OUT = '(i høring)';
const NUMBER = '010190-1234';
const answer = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Rådet har ret.' };

let app: TestApp;
let [secretariat, colleague, chair]: TestBrowser[] = [];
let round: SeenRound;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  colleague = await app.signIn('sekretariat-2');
  chair = await app.signIn('handicapraad-formand-naestved');
  round = await onlyRound(by(chair), OUT);
});

afterEach(async () => {
  // Whatever was done: no line of the log has ever said a number.
  expect(withoutIds(app.logged.join('\n'))).not.toMatch(/010190|(?<!"ms":)1234\b/);
  await app.close();
});

function by(browser: TestBrowser | undefined): TestBrowser {
  if (!browser) throw new Error('Nobody is signed in');
  return browser;
}

interface Screening {
  readonly openFindingCount: number;
  readonly isPublished: boolean;
  readonly publicPath: string;
  readonly submissions: readonly {
    readonly id: string;
    readonly council: { readonly name: string };
    readonly slots: readonly { readonly key: string; readonly text: string; readonly findings: readonly Found[] }[];
    readonly files: readonly { readonly sha256: string; readonly findings: readonly Found[] }[];
  }[];
}

interface Found {
  readonly key: string;
  readonly about: string;
  readonly where: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly isReleased: boolean;
  readonly mayRelease: boolean;
}

const FINDINGS = 'findings { key about where start end isReleased mayRelease }';
const QUERY = `query ($round: ID!) { screening(round: $round) { openFindingCount isPublished publicPath
  submissions { id council { name } slots { key text ${FINDINGS} } files { sha256 ${FINDINGS} } } } }`;

async function screening(browser = by(secretariat)): Promise<Screening> {
  const { data, errors } = await browser.gql<{ screening: Screening }>(QUERY, { round: round.id });
  if (errors.length > 0) throw new Error(errors.map(({ code }) => code).join(' '));
  return data.screening;
}

async function ofNaestved(): Promise<Screening['submissions'][number]> {
  const found = (await screening()).submissions.find(({ council }) => council.name.includes('Næstved'));
  if (!found) throw new Error('Næstved has sent nothing');
  return found;
}

/** Næstved’s council writes this and sends it. */
async function send(words: string, file?: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
  const mine = responseOf(round, 'Næstved');
  await writeInResponse(app.source, mine.text?.id ?? '', 'general', words);
  if (file) {
    const sent = await put(mine.id, file);
    expect([sent.status, await sent.clone().text()]).toEqual([201, expect.any(String)]);
  }
  expect((await command(by(chair), 'submitResponse', { response: mine.id })).refused).toBeNull();
}

function put(response: string, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Response> {
  const body = new Uint8Array(file.bytes);
  return by(chair).fetch(`/files/responses/${response}?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body,
  });
}

/** The deadline passes, everything is treated, the round is closed. */
async function close(): Promise<void> {
  await setDeadlineIn(app.owner, round.id, -60_000);
  expect((await command(by(secretariat), 'endHearing', { round: round.id })).refused).toBeNull();
  for (const { id } of (await roundBy(by(secretariat), round.id)).points)
    await command(by(secretariat), 'treatPoint', { ...answer, point: id });
  expect((await command(by(secretariat), 'closeRound', { round: round.id })).refused).toBeNull();
}

const told = async (browser: TestBrowser | undefined, name: string, input: Record<string, unknown>) =>
  (await command(by(browser), name, input)).refused?.code ?? null;

/** Two people release whatever is still open but for what is about personal numbers. */
async function releaseOthers(): Promise<void> {
  for (const { id, slots, files } of (await screening()).submissions)
    for (const { key, about } of [...slots, ...files].flatMap(({ findings }) => findings))
      if (about !== 'personalNumber')
        for (const browser of [secretariat, colleague])
          await told(browser, 'releaseFinding', { submission: id, finding: key, reason: 'Navnet må stå.' });
}

const page = async (): Promise<{ status: number; text: string }> => {
  const response = await app.anybody.fetch(`/hoeringssvar/${round.id}`);
  return { status: response.status, text: await response.text() };
};

describe('HE-47 HE-48 nothing is public before a closed round is published', () => {
  it('the whole way: found, released by two, published, read by anybody, taken down', async () => {
    await send(`Vi er glade.\n\nMin søn ${NUMBER} venter.`);
    expect((await page()).status).toBe(404);
    expect(await told(secretariat, 'publishResponses', { round: round.id })).toBe('HE-47-ROUND-NOT-CLOSED');
    await close();
    expect((await page()).status).toBe(404);

    const { id: submission, slots } = await ofNaestved();
    const [found] = slots.flatMap(({ findings }) => findings);
    expect(found).toMatchObject({
      about: 'personalNumber',
      where: expect.stringMatching(/^linje \d$/),
      mayRelease: true,
    });
    await releaseOthers();
    expect(await told(secretariat, 'publishResponses', { round: round.id })).toBe('HE-48-FINDINGS-OPEN');
    const release = { submission, finding: found?.key ?? '', reason: 'Det er rådets sagsnummer.' };
    expect(await told(secretariat, 'releaseFinding', release)).toBeNull();
    expect(await told(secretariat, 'releaseFinding', release)).toBe('HE-49-ANOTHER-MUST-TOO');
    expect(await told(secretariat, 'publishResponses', { round: round.id })).toBe('HE-48-FINDINGS-OPEN');
    expect(await told(colleague, 'releaseFinding', release)).toBeNull();
    expect(await told(secretariat, 'publishResponses', { round: round.id })).toBeNull();

    const published = await page();
    expect(published.status).toBe(200);
    expect(published.text).toContain('Handicaprådet i Næstved');
    expect(published.text).toContain('Vi er glade.');
    expect(published.text).not.toMatch(/<script|Rådet har ret/);
    // What is kept of the page is gone as soon as something is taken out.
    const words = slots.find(({ text }) => text.includes('Vi er glade.'));
    const start = words?.text.indexOf('Vi er glade.') ?? 0;
    const cut = { submission, slot: words?.key ?? '', start, end: start + 12, reason: 'Det var en fejl' };
    expect(await told(secretariat, 'redactResponse', cut)).toBeNull();
    const after = await page();
    expect(after.text).toContain('[fjernet: Det var en fejl]');
    expect(after.text).not.toContain('Vi er glade.');
    const numbered = { round: round.id, reason: `Der stod ${NUMBER}` };
    expect(await told(secretariat, 'unpublishResponses', numbered)).toBe('HE-47-REASON-HOLDS-NUMBER');
    expect(await told(secretariat, 'unpublishResponses', { round: round.id, reason: 'Et navn stod der.' })).toBeNull();
    expect((await page()).status).toBe(404);
  }, 60_000);

  it('what is left out stands as a reason, and the answer itself is as it was', async () => {
    await send(`Min søn ${NUMBER} venter.`);
    await close();
    const { id: submission, slots } = await ofNaestved();
    const slot = slots.find(({ findings }) => findings.length > 0);
    const [found] = slot?.findings ?? [];
    const input = { submission, slot: slot?.key, start: found?.start, end: found?.end, reason: 'CPR-nummer' };
    expect(await told(secretariat, 'redactResponse', { ...input, reason: '' })).toBe('HE-50-REASON-REQUIRED');
    expect(await told(secretariat, 'redactResponse', input)).toBeNull();
    await releaseOthers();
    expect((await screening()).openFindingCount).toBe(0);
    expect(await told(secretariat, 'publishResponses', { round: round.id })).toBeNull();
    const { text } = await page();
    expect(text).toContain('[fjernet: CPR-nummer]');
    expect(text).not.toContain(NUMBER);
    const sent = await by(chair).fetch(`/submissions/${submission}.json`);
    expect(await sent.text()).toContain(NUMBER);
  }, 60_000);

  it('a round that is not there, and one that is no id, look the same to anybody', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x', `${round.id}/${'a'.repeat(64)}`])
      expect((await app.anybody.fetch(`/hoeringssvar/${id}`)).status).toBe(404);
  });
});

describe('who owns the round looks through it, and nobody else', () => {
  it('is refused to the council, to other parties and to who is not signed in', async () => {
    await send(`Min søn ${NUMBER} venter.`);
    const { id: submission } = await ofNaestved();
    const input = { submission, finding: 'general@0-1', reason: 'x' };
    for (const browser of [by(chair), await app.signIn('tovholder-greve')]) {
      await expect(screening(browser)).rejects.toThrow('FORBIDDEN');
      await expect(command(browser, 'releaseFinding', input)).rejects.toThrow('FORBIDDEN');
      await expect(command(browser, 'publishResponses', { round: round.id })).rejects.toThrow('FORBIDDEN');
    }
    await expect(screening(app.anybody)).rejects.toThrow('UNAUTHENTICATED');
  });
});

describe('HE-45 HE-46 files', () => {
  it('a number in the header of a Word file is found, the file is replaced, and the copy is what anybody gets', async () => {
    await send('Se filen.', { name: 'svar.docx', bytes: word(`CPR ${NUMBER}`) });
    const { id: submission, files } = await ofNaestved();
    expect(files[0]?.findings).toMatchObject([{ about: 'personalNumber', where: 'sidehoved' }]);
    await close();
    const sha256 = files[0]?.sha256 ?? '';
    const copy = (bytes: Uint8Array, name: string) =>
      by(secretariat).fetch(`/redacted-copies/${submission}/${sha256}?name=${name}&reason=CPR-nummer`, {
        method: 'POST',
        body: new Uint8Array(bytes),
      });
    const refused = await copy(Buffer.from('nothing'), 'svar.docx');
    expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'HE-45-FILE-NOT-AS-NAMED' }]);
    expect((await copy(word('Handicaprådet'), 'uden.docx')).status).toBe(201);
    await releaseOthers();
    expect(await told(secretariat, 'publishResponses', { round: round.id })).toBeNull();
    const { text } = await page();
    expect(text).toContain('uden.docx');
    const [, href = ''] = /href="https?:\/\/[^/"]+(\/hoeringssvar\/[^"]+)"/.exec(text) ?? [];
    const fetched = await app.anybody.fetch(href);
    expect([fetched.status, fetched.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('uden'),
    ]);
    expect((await app.anybody.fetch(`/hoeringssvar/${round.id}/${sha256}`)).status).toBe(404);
  }, 60_000);

  it('a file that is not what its name says is refused with a sentence, and nothing is kept', async () => {
    const mine = responseOf(round, 'Næstved');
    const refused = await put(mine.id, { name: 'svar.pdf', bytes: word('Hej') });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining('ikke det, navnet siger') });
  });

  it('those who write are told where, and never which', async () => {
    const mine = responseOf(round, 'Næstved');
    await put(mine.id, { name: 'svar.docx', bytes: word(`CPR ${NUMBER}`) });
    const { data } = await by(chair).gql<{ response: { files: { screening: string[] }[] } }>(
      'query ($id: ID!) { response(id: $id) { files { screening } } }',
      { id: mine.id },
    );
    expect(data.response.files[0]?.screening).toEqual([expect.stringContaining('sidehoved')]);
    expect(JSON.stringify(data)).not.toContain('1234');
  });
});

/** A small Word file with this in its header. */
function word(header: string): Uint8Array {
  const part = `<w:hdr ${W}><w:p><w:r><w:t>${header}</w:t></w:r></w:p></w:hdr>`;
  return testWord('<w:p><w:r><w:t>Høringssvar</w:t></w:r></w:p>', { 'word/header1.xml': part });
}

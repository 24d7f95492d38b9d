import { createHash } from 'node:crypto';
import { setDeadlineIn, writeInResponse } from '@enig/data/testing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { command, onlyRound, responseOf, type SeenResponse } from './test-hearing';
import { pdfSaying } from './test-pdf';

const OUT = '(i høring)';
const PDF = pdfSaying('Kanariefuglen synger kun for os');
const NAME = 'Kanariefugl æøå.pdf';

interface SeenFile {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly sha256: string;
  readonly size: number;
  readonly section: string | null;
}

let app: TestApp;
let chair: TestBrowser;
let mine: SeenResponse;

beforeEach(async () => {
  app = await startTestApp();
  chair = await app.signIn('handicapraad-formand-naestved');
  mine = responseOf(await onlyRound(chair, OUT), 'Næstved');
});

afterEach(() => app.close());

async function put(bytes: Buffer = PDF, name = NAME, section = '', browser = chair): Promise<Response> {
  const query = `name=${encodeURIComponent(name)}&section=${section}`;
  return browser.fetch(`/files/responses/${mine.id}?${query}`, { method: 'POST', body: new Uint8Array(bytes) });
}

async function filesSeenBy(browser: TestBrowser): Promise<readonly SeenFile[]> {
  const { data, errors } = await browser.gql<{ response: { files: SeenFile[] } }>(
    'query ($id: ID!) { response(id: $id) { files { id name url sha256 size section } } }',
    { id: mine.id },
  );
  expect(errors).toEqual([]);
  return data.response.files;
}

async function theFile(): Promise<SeenFile> {
  const [file] = await filesSeenBy(chair);
  if (!file) throw new Error('There is no document');
  return file;
}

describe('HE-35 a document put with an answer', () => {
  it('is the council’s own until it is sent, then for those who may read what was sent, byte for byte', async () => {
    const put1 = await put();
    expect([put1.status, await put1.json()]).toMatchObject([201, { name: NAME, size: PDF.length, section: null }]);
    const file = await theFile();
    const [secretariat, other] = [await app.signIn('sekretariat'), await app.signIn('handicapraad-formand-greve')];
    for (const browser of [secretariat, other]) {
      expect(await filesSeenBy(browser)).toEqual([]);
      expect((await browser.fetch(file.url)).status).toBe(404);
    }
    expect((await app.anybody.fetch(file.url)).status).toBe(401);

    expect(await command(chair, 'submitResponse', { response: mine.id, files: [file.id] })).toMatchObject({
      refused: null,
    });
    const got = await secretariat.fetch(file.url);
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(NAME)}`);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(PDF);
    expect((await other.fetch(file.url)).status).toBe(404);

    const { submission } = responseOf(await onlyRound(secretariat, OUT), 'Næstved');
    const sent = Buffer.from(await (await secretariat.fetch(submission?.url ?? '')).arrayBuffer());
    expect(createHash('sha256').update(sent).digest('hex')).toBe(submission?.sha256);
    const { files } = JSON.parse(sent.toString('utf8')) as { files: unknown };
    expect(files).toEqual([{ name: NAME, sha256: file.sha256, size: PDF.length, section: null }]);
  });

  it('can be taken out again, by the council alone, until it is sent', async () => {
    await put();
    const { id } = await theFile();
    const stranger = await app.signIn('handicapraad-formand-greve');
    await expect(command(stranger, 'removeResponseFile', { file: id })).rejects.toThrow('FORBIDDEN');
    expect(await command(chair, 'removeResponseFile', { file: id })).toMatchObject({ refused: null });
    expect(await filesSeenBy(chair)).toEqual([]);
    await put();
    const again = await theFile();
    await command(chair, 'submitResponse', { response: mine.id });
    await expect(command(chair, 'removeResponseFile', { file: again.id })).rejects.toThrow('FORBIDDEN');
    expect((await put()).status).toBe(403);
    await expect(command(chair, 'removeResponseFile', { file: mine.id })).rejects.toThrow('NOT_FOUND');
  });

  it.each<[string, Buffer, string, number, string]>([
    ['is not what its name says', Buffer.from('PK\u0003\u0004'), 'svar.pdf', 400, 'BAD_USER_INPUT'],
    ['is of another kind', PDF, 'svar.exe', 400, 'BAD_USER_INPUT'],
    ['is empty', Buffer.from(''), 'svar.pdf', 400, 'BAD_USER_INPUT'],
    ['has no name', PDF, ' ', 400, 'BAD_USER_INPUT'],
    ['is larger than 10 MB', Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]), 'svar.pdf', 413, 'TOO_LARGE'],
  ])(
    'is refused with a plain sentence where it %s, and what was written stays',
    async (_, bytes, name, status, code) => {
      await writeInResponse(app.source, mine.text?.id ?? '', 'general', 'Det her står endnu.');
      const refused = await put(bytes, name);
      expect([refused.status, await refused.json()]).toMatchObject([
        status,
        { code, message: expect.stringMatching(/\.$/) },
      ]);
      expect(await filesSeenBy(chair)).toEqual([]);
      expect(JSON.stringify(responseOf(await onlyRound(chair, OUT), 'Næstved').text?.content)).toContain('står endnu');
    },
  );

  it('is about a focus area that is heard, or about everything', async () => {
    expect((await put(PDF, NAME, '00000000-0000-4000-8000-000000000000')).status).toBe(404);
    const { data } = await chair.gql<{ response: { sections: { section: string }[] } }>(
      'query ($id: ID!) { response(id: $id) { sections { section } } }',
      { id: mine.id },
    );
    const section = data.response.sections[0]?.section ?? '';
    expect((await put(PDF, NAME, section)).status).toBe(201);
    expect((await theFile()).section).toBe(section);
  });

  it('is not put there by anybody else', async () => {
    for (const persona of ['sekretariat', 'handicapraad-formand-greve', 'tovholder-naestved']) {
      const browser = await app.signIn(persona).catch(() => null);
      if (browser) expect([persona, (await put(PDF, NAME, '', browser)).status]).toEqual([persona, 403]);
    }
    expect((await put(PDF, NAME, '', app.anybody)).status).toBe(401);
  });
});

describe('HE-37 what is sent has the documents that were read through', () => {
  it('else it is not sent, and says why', async () => {
    await put();
    const { id } = await theFile();
    await put(pdfSaying('Noget andet'), 'andet.pdf');
    const refused = { refused: { code: 'HE-20-CHANGED-SINCE-CHECKED' } };
    expect(await command(chair, 'submitResponse', { response: mine.id, files: [id] })).toMatchObject(refused);
    expect(await command(chair, 'submitResponse', { response: mine.id, files: [] })).toMatchObject(refused);
  });
});

describe('a seat that ends while somebody writes', () => {
  it('takes the right to send and to add with it, and none of the words', async () => {
    await writeInResponse(app.source, mine.text?.id ?? '', 'general', 'Det skrev formanden.');
    await app.owner.query(
      `UPDATE seat SET valid_to = (now() AT TIME ZONE 'Europe/Copenhagen')::date - 1
       WHERE body = 'disability-council:0370' AND person =
         (SELECT person FROM seat WHERE body = 'disability-council:0370' AND kind = 'disabilityCouncilChair' LIMIT 1)`,
    );
    await expect(command(chair, 'submitResponse', { response: mine.id })).rejects.toThrow('FORBIDDEN');
    expect((await put()).status).toBe(403);
    const texts = await app.owner.query<{ phase: string }[]>('SELECT phase FROM text WHERE id = $1', [mine.text?.id]);
    expect(texts).toEqual([{ phase: 'open' }]);
  });
});

describe('a deadline that passes while the answer is looked through', () => {
  it('does not keep it out: it is sent, and marked late', async () => {
    await put();
    const file = await theFile();
    const { id } = await onlyRound(chair, OUT);
    await setDeadlineIn(app.owner, id, -1);
    const sent = await command(
      chair,
      'submitResponse',
      { response: mine.id, files: [file.id] },
      'response { submission { late } }',
    );
    expect(sent).toMatchObject({ refused: null, response: { submission: { late: true } } });
  });
});

describe('until it is sent nobody else hears of a document', () => {
  it('not by its name, its words, a count, a log or the acts', async () => {
    const official = await app.signIn('sekretariat');
    const everything = `query ($id: ID!) { response(id: $id) { id state files { name } history { files { name } }
      submission { files { name } } sections { title } text { title content } } tasks { title detail } agreements { title } }`;
    const acts = async () => JSON.stringify(await app.owner.query('SELECT * FROM act'));
    const [seen, known] = [JSON.stringify(await official.gql(everything, { id: mine.id })), await acts()];
    expect((await put()).status).toBe(201);
    expect(JSON.stringify(await official.gql(everything, { id: mine.id }))).toBe(seen);
    expect(await acts()).toBe(known);
    expect(app.logged.join('\n')).not.toMatch(/Kanariefugl/i);
  });
});

import { speechOf } from '@enig/documents/testing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { FileThreads } from '../threads/file-threads';
import { Thread } from '../threads/thread';
import { command, onlyRound, responseOf } from './test-hearing';
import { pdfSaying } from './test-pdf';

const OUT = '(i høring)';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.close());

async function bytesOf(path: string, browser: TestBrowser): Promise<Buffer> {
  const response = await browser.fetch(path);
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
}

describe('the receipt of an answer', () => {
  it('names every part something is said about, also where it is said in a document alone', async () => {
    const holbaek = await app.signIn('handicapraad-formand-holbaek');
    const own = responseOf(await onlyRound(holbaek, OUT), 'Holbæk');
    const { data } = await holbaek.gql<{ response: { sections: { section: string; title: string }[] } }>(
      'query ($id: ID!) { response(id: $id) { sections { section title } } }',
      { id: own.id },
    );
    const { section: area = '', title = '?' } = data.response.sections.at(-1) ?? {};
    const query = `name=svar.pdf&section=${area}`;
    const body = new Uint8Array(pdfSaying('Kun i et dokument'));
    expect((await holbaek.fetch(`/files/responses/${own.id}?${query}`, { method: 'POST', body })).status).toBe(201);
    const told = await command(holbaek, 'submitResponse', { response: own.id }, 'response { submission { id } }');
    const { submission } = told['response'] as { submission: { id: string } };
    const threads = new FileThreads();
    const receipt = await bytesOf(`/submissions/${submission.id}.pdf`, holbaek);
    const read = await threads.inspect(receipt, 'kvittering.pdf', 'spec');
    await threads.onModuleDestroy();
    const said = read.ok ? read.value.parts.map(({ text }) => text).join(' ') : '';
    expect(said.replace(/\s+/gu, ' ')).toContain(title);
  });

  it('is made once, however often somebody asks for it', async () => {
    const greve = await app.signIn('handicapraad-formand-greve');
    const { submission } = responseOf(await onlyRound(greve, OUT), 'Greve');
    const threads = jest.spyOn(Thread.prototype, 'ask');
    const asked = Array.from({ length: 5 }, () => bytesOf(`/submissions/${submission?.id}.pdf`, greve));
    const [first, ...more] = await Promise.all(asked);
    for (const each of more) expect(each.equals(first ?? Buffer.alloc(0))).toBe(true);
    const made = threads.mock.calls.filter(([job]) => JSON.stringify(job).includes('Greve'));
    threads.mockRestore();
    expect(made).toHaveLength(1);
  });

  it('LO-4 says where the log ended when the answer came in, to people and to programs', async () => {
    const greve = await app.signIn('handicapraad-formand-greve');
    const { submission } = responseOf(await onlyRound(greve, OUT), 'Greve');
    const [act] = await app.owner.query<{ agreement: string; number: number; hash: string }[]>(
      `SELECT agreement, number, hash FROM act WHERE kind = 'submitResponse' AND facts ->> 'submission' = $1`,
      [submission?.id],
    );
    const receipt = await bytesOf(`/submissions/${submission?.id}.pdf`, greve);
    expect(receipt.toString('latin1')).toContain(`enig-log ${act?.agreement} ${act?.number} ${act?.hash}`);
    const threads = new FileThreads();
    const read = await threads.inspect(receipt, 'kvittering.pdf', 'spec').finally(() => threads.onModuleDestroy());
    const said = read.ok ? read.value.parts.map(({ text }) => text).join(' ') : '';
    expect(said.replace(/\s+/gu, '')).toContain(`nr.${act?.number},${act?.hash}`);
    // What is invented is said to be.
    expect(said).toContain('Demo –');
  });

  it('is a PDF for those who may see what was sent, and repeats nothing of it', async () => {
    const greve = await app.signIn('handicapraad-formand-greve');
    const stranger = await app.signIn('handicapraad-formand-naestved');
    const { submission } = responseOf(await onlyRound(greve, OUT), 'Greve');
    const path = `/submissions/${submission?.id}.pdf`;
    const speech = await speechOf(await bytesOf(path, greve));
    expect(speech).toMatchObject({ marked: true, language: 'da', showsTitle: true });
    expect(speech.title).toContain('Kvittering');
    expect(speech.metadata).toMatch(/pdfuaid:part(>|=")1/);
    expect(speech.roles).toContain('H1');
    expect((await stranger.fetch(path)).status).toBe(403);
    expect((await app.anybody.fetch(path)).status).toBe(401);
    expect((await greve.fetch(`/submissions/${submission?.id}`)).status).toBe(404);
  });
});

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { speechOf } from '@enig/documents/testing';
import { agreementCalled, command, onlyRound, roundBy } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { askForCase, Desk, filesIn, madeBy, runNode, wholeCase } from './test-bundle';

const TREATED = '(svar behandles)';

let app: TestApp;
let secretariat: TestBrowser;
let agreements: readonly { readonly id: string; readonly title: string; readonly log: { readonly number: number } }[];
const desk = new Desk();

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  const { data } = await secretariat.gql<{ agreements: { id: string }[] }>('{ agreements { id } }');
  const asked = data.agreements.map(({ id }) =>
    secretariat.gql<{ agreement: (typeof agreements)[number] }>(
      'query ($id: ID!) { agreement(id: $id) { id title log { number hash } } }',
      { id },
    ),
  );
  agreements = (await Promise.all(asked)).map((answer) => answer.data.agreement);
}, 120_000);

afterAll(async () => {
  desk.clear();
  await app.close();
});

/** Answers everything that was said in the round that is treated, and closes it. */
async function closeTreated(): Promise<void> {
  const { id: round } = await onlyRound(secretariat, TREATED);
  const left = (await roundBy(secretariat, round)).points.filter(({ treatment }) => treatment === null);
  const answer = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Rådet har ret.' };
  const points = left.map(({ id }) => ({ point: id, seen: null }));
  expect((await command(secretariat, 'treatPoints', { ...answer, points })).refused).toBeNull();
  expect((await command(secretariat, 'closeRound', { round })).refused).toBeNull();
}

describe('LO-6 the whole case', () => {
  it('of every agreement is whole: the verifier in it finds nothing, packed or unpacked', async () => {
    for (const { id, title } of agreements) {
      const zip = await wholeCase(secretariat, id);
      const said = await desk.verify(zip);
      expect([title, said.first, said.out]).toEqual([title, null, expect.stringContaining('I ORDEN')]);
    }
    const zip = await wholeCase(secretariat, agreements[0]?.id ?? '');
    const folder = desk.lay(new Uint8Array(), '.marker').replace('.marker', '');
    for (const [path, bytes] of filesIn(zip)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    expect(await runNode(join(folder, 'verify-case.mjs'), [folder])).toMatchObject({ code: 0 });
  }, 300_000);

  it('has every version to read and to check, every decision, the hearing and its receipts', async () => {
    await closeTreated();
    const id = await agreementCalled(secretariat, TREATED);
    const files = filesIn(await wholeCase(secretariat, id));
    const paths = [...files.keys()];
    for (const path of ['index.html', 'case.json', 'log.json', 'SHA256SUMS', 'verify-case.mjs', 'LAES-MIG.txt'])
      expect(paths).toContain(path);
    for (const file of ['manifest.json', 'version.html', 'version.pdf', 'version.docx'])
      expect(paths).toContain(`versions/1/${file}`);
    expect(paths.filter((path) => path.startsWith('receipts/')).length).toBeGreaterThan(0);
    expect(paths).toContain('hearing/1/memo.pdf');
    const pdf = files.get('versions/1/version.pdf') ?? Buffer.alloc(0);
    expect(await speechOf(pdf)).toMatchObject({ marked: true, language: 'da', showsTitle: true });
    const page = files.get('index.html')?.toString('utf8') ?? '';
    for (const [, href = ''] of page.matchAll(/<a href="([^"]+)"/gu)) expect(paths).toContain(href);
    const about = JSON.parse(files.get('case.json')?.toString('utf8') ?? '{}') as { kle: string[]; log: unknown };
    expect(about.kle).toContain('27.03.40');
    for (const [path, bytes] of files)
      if (path !== 'SHA256SUMS') {
        const line = `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`;
        expect(files.get('SHA256SUMS')?.toString('utf8')).toContain(line);
      }
  }, 300_000);

  it('is made once until something more is logged, and is fetched by who asked alone', async () => {
    const { id = '' } = agreements.at(-1) ?? {};
    const job = await askForCase(secretariat, id);
    const { path, name } = await madeBy(secretariat, job);
    expect(await askForCase(secretariat, id)).toBe(job);
    expect(name).toMatch(/ – sag\.zip$/u);
    const councillor = await app.signIn('politiker-roskilde');
    expect((await councillor.fetch(path)).status).toBe(404);
    expect((await app.anybody.fetch(path)).status).toBe(401);
    expect(await askForCase(councillor, id)).not.toBe(job);
  }, 120_000);
});

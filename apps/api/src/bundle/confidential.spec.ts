import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { agreementCalled, command, onlyRound } from '../hearing/test-hearing';
import { FileThreads } from '../threads/file-threads';
import { askForCase, filesIn, madeBy, wholeCase } from './test-bundle';

const DECIDING = '(til godkendelse)';
const READABLE = /\.(html|json|txt|md|mjs)$/u;

let app: TestApp;
let secretariat: TestBrowser;

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
});

afterAll(() => app.close());

interface Act {
  readonly number: number;
  readonly kind?: string;
  readonly withheld?: boolean;
}

function actsIn(files: ReadonlyMap<string, Buffer>): readonly Act[] {
  return (JSON.parse(String(files.get('log.json'))) as { acts: Act[] }).acts;
}

function wordsIn(files: ReadonlyMap<string, Buffer>): string {
  return [...files].flatMap(([path, bytes]) => (READABLE.test(path) ? [bytes.toString('utf8')] : [])).join('\n');
}

/** A hearing that is closed and published, and something a council answered in it. */
async function somethingSaid(): Promise<{ submission: string; slot: string; text: string }> {
  const { id: round } = await onlyRound(secretariat, DECIDING);
  interface Slots {
    readonly screening: {
      readonly submissions: readonly { id: string; slots: readonly { key: string; text: string }[] }[];
    };
  }
  const query = 'query ($round: ID!) { screening(round: $round) { submissions { id slots { key text } } } }';
  const { data } = await secretariat.gql<Slots>(query, { round });
  const all = data.screening.submissions.flatMap(({ id, slots }) =>
    slots.map(({ key, text }) => ({ submission: id, slot: key, text })),
  );
  const found = all.find(({ text }) => text.length > 30);
  if (!found) throw new Error('Nobody has said anything');
  return found;
}

describe('LO-7 what is not everybody’s is in no case', () => {
  it('LO-7 of a draft that was never frozen the log shows places and hashes, and nothing tells what it says', async () => {
    const drafting = await app.owner.query<{ id: string }[]>(
      `SELECT id FROM agreement a WHERE NOT EXISTS (SELECT FROM version v WHERE v.agreement = a.id)
         AND EXISTS (SELECT FROM act WHERE agreement = a.id AND kind = 'addSection')`,
    );
    const id = drafting[0]?.id ?? '';
    const files = filesIn(await wholeCase(secretariat, id));
    const acts = actsIn(files);
    expect(acts.filter(({ withheld }) => withheld !== true).map(({ kind }) => kind)).toEqual(['createAgreement']);
    expect(acts.length).toBeGreaterThan(10);
    const words = wordsIn(files);
    const query = `SELECT title FROM text WHERE agreement = $1 AND title <> ''`;
    const titles = await app.owner.query<{ title: string }[]>(query, [id]);
    expect(titles.length).toBeGreaterThan(5);
    expect(titles.filter(({ title }) => words.includes(title))).toEqual([]);
  }, 60_000);

  it('LO-7 of a text that was frozen the log says all', async () => {
    const files = filesIn(await wholeCase(secretariat, await agreementCalled(secretariat, DECIDING)));
    expect(actsIn(files).filter(({ withheld }) => withheld === true)).toEqual([]);
  }, 60_000);

  it('LO-7 HE-50 a case that holds what is left out later is not given out any more, and the next has it not', async () => {
    const agreement = await agreementCalled(secretariat, DECIDING);
    const { submission, slot, text } = await somethingSaid();
    const words = text.slice(2, 26);
    const job = await askForCase(secretariat, agreement);
    const { path } = await madeBy(secretariat, job);
    const before = filesIn(Buffer.from(await (await secretariat.fetch(path)).arrayBuffer()));
    expect(before.get('hearing/1/published.html')?.toString('utf8')).toContain(words);

    const cut = { submission, slot, start: 2, end: 26, reason: 'Det var en fejl' };
    expect((await command(secretariat, 'redactResponse', cut)).refused).toBeNull();
    expect((await secretariat.fetch(path)).status).toBe(404);

    const after = filesIn(await wholeCase(secretariat, agreement));
    expect(wordsIn(after)).not.toContain(words);
    expect(after.get('hearing/1/published.html')?.toString('utf8')).toContain('[fjernet: Det var en fejl]');
    const reader = new FileThreads();
    const memo = after.get('hearing/1/memo.pdf') ?? Buffer.alloc(0);
    const read = await reader.inspect(memo, 'notat.pdf', 'spec').finally(() => reader.onModuleDestroy());
    const said = read.ok ? read.value.parts.map((part) => part.text).join(' ') : '';
    expect(said).toContain('Høringsnotat');
    expect(said.replace(/\s+/gu, ' ')).not.toContain(words);
  }, 90_000);
});

import type { Announcement } from '@enig/data';
import type { Search } from '../jobs/work';
import { command, onlyRound, responseOf } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { FileThreads } from '../threads/file-threads';
import { testWord } from '../threads/test-word';
import { lookingAgain } from './looking-again';

const NUMBER = '010190-1234';

let app: TestApp;
let search: Search;
let told: Announcement[];

beforeEach(async () => {
  app = await startTestApp({ services: ['api'] });
  told = [];
  search = searching();
});

afterEach(async () => {
  await search.close();
  await app.close();
});

/** What a process that has just begun looks for. */
function searching(threads?: FileThreads): Search {
  const searches: Search[] = [];
  const announce = async (each: Announcement): Promise<void> => void told.push(each);
  lookingAgain({ searches }, { source: app.source, bus: { announce } }, threads);
  const [found] = searches;
  if (!found) throw new Error('Nothing is looked for');
  return found;
}

const allLooked = async (by = search): Promise<void> => {
  while (await by.next());
};

const inspections = () =>
  app.source.query<{ finder: number; numbers: unknown[] }[]>(
    `SELECT i.finder, i.numbers FROM file_inspection i JOIN response_file f ON f.sha256 = i.sha256
     WHERE f.name = 'svar.docx' ORDER BY i.finder`,
  );

async function isScreened(secretariat: TestBrowser, round: string): Promise<boolean | undefined> {
  const { data } = await secretariat.gql<{
    screening: { submissions: readonly { files: readonly { name: string; isScreened: boolean }[] }[] };
  }>('query ($round: ID!) { screening(round: $round) { submissions { files { name isScreened } } } }', { round });
  const files = data.screening.submissions.flatMap((each) => each.files);
  return files.find(({ name }) => name === 'svar.docx')?.isScreened;
}

describe('HE-46 after a better finder has come', () => {
  it('a worker looks files through again; who opens the page waits for none of it', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    const secretariat = await app.signIn('sekretariat');
    const round = await onlyRound(chair, '(i høring)');
    const mine = responseOf(round, 'Næstved');
    const body = new Uint8Array(testWord(`<w:p><w:r><w:t>CPR ${NUMBER}</w:t></w:r></w:p>`));
    const put = await chair.fetch(`/files/responses/${mine.id}?name=svar.docx`, { method: 'POST', body });
    expect(put.status).toBe(201);
    expect((await command(chair, 'submitResponse', { response: mine.id })).refused).toBeNull();
    expect(await isScreened(secretariat, round.id)).toBe(true);

    await app.owner.query('UPDATE file_inspection SET finder = finder - 1');
    expect(await isScreened(secretariat, round.id)).toBe(false);
    expect(await inspections()).toHaveLength(1);
    const { data } = await chair.gql<{ response: { files: { screening: string[] }[] } }>(
      'query ($id: ID!) { response(id: $id) { files { screening } } }',
      { id: mine.id },
    );
    expect(data.response.files[0]?.screening).toEqual([expect.stringContaining('svar.docx')]);

    // The machine is busy: that is no verdict about the file.
    const slow = searching(new FileThreads({ memory: 768, growth: 1_536, time: 1 }));
    await allLooked(slow);
    await slow.close();
    expect(await inspections()).toHaveLength(1);
    expect(await isScreened(secretariat, round.id)).toBe(false);

    await allLooked();
    const [before, now] = await inspections();
    expect(now?.finder).toBe((before?.finder ?? 0) + 1);
    expect(now?.numbers).toEqual([{ place: 'body', number: null, count: 1 }]);
    expect(await isScreened(secretariat, round.id)).toBe(true);
  }, 60_000);
});

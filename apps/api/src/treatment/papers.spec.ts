import { GivingWay } from '@enig/data';
import { speechOf, wordSpeechOf } from '@enig/documents/testing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { command, onlyRound, roundBy } from '../hearing/test-hearing';
import { FileThreads } from '../threads/file-threads';

const TREATED = '(svar behandles)';
const answer = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Rådet har ret.' };

let app: TestApp;
let secretariat: TestBrowser;
let round: string;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  round = (await onlyRound(secretariat, TREATED)).id;
});

afterEach(() => app.close());

const pointsNow = async () => (await roundBy(secretariat, round)).points;

/** Answers points nobody has answered: one of them, or all that are left. */
async function treat(which: 'one' | 'all'): Promise<void> {
  const left = (await pointsNow()).filter(({ treatment }) => treatment === null);
  const points = left.slice(0, which === 'one' ? 1 : left.length).map(({ id }) => ({ point: id, seen: null }));
  expect((await command(secretariat, 'treatPoints', { ...answer, points })).refused).toBeNull();
}

describe('the papers of a hearing', () => {
  interface Paper {
    readonly title: string;
    readonly model: { readonly blocks: readonly unknown[] };
  }
  const memo = (browser: TestBrowser) =>
    browser.gql<{ memo: Paper | null }>('query ($round: ID!) { memo(round: $round) { title model } }', { round });
  const used = (browser: TestBrowser, response: string) =>
    browser.gql<{ used: Paper | null }>('query ($id: ID!) { used(response: $id) { title model } }', { id: response });

  it('are for those who answer until the round is closed, and then for everybody who may read it', async () => {
    const councillor = await app.signIn('politiker-roskilde');
    expect((await memo(secretariat)).data.memo?.title).toContain('Høringsnotat');
    expect((await memo(councillor)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const sent = (await onlyRound(secretariat, TREATED)).responses.find(({ submission }) => submission !== null);
    const chair = await app.signIn('handicapraad-formand-greve');
    expect((await used(secretariat, sent?.id ?? '')).errors).toEqual([]);
    expect((await used(chair, sent?.id ?? '')).errors).toMatchObject([{ code: 'FORBIDDEN' }]);

    await treat('all');
    expect((await command(secretariat, 'closeRound', { round })).refused).toBeNull();
    for (const browser of [councillor, chair]) {
      const { data, errors } = await memo(browser);
      expect(errors).toEqual([]);
      expect(JSON.stringify(data.memo?.model)).toContain('Det skrives ind.');
      expect((await used(browser, sent?.id ?? '')).data.used?.title).toContain('brugt');
    }
  });

  it('are gathered point by point, and so is what is shown of points: others have their turn meanwhile', async () => {
    const pieces = jest.spyOn(GivingWay.prototype, 'each');
    const many = (): readonly number[] => pieces.mock.calls.map(([all]) => all.length);
    const points = (await pointsNow()).length;
    expect(points).toBeGreaterThan(1);
    expect(many()).toContain(points);
    pieces.mockClear();
    expect((await memo(secretariat)).errors).toEqual([]);
    expect(many()).toContain(points);
    pieces.mockRestore();
  });

  const asked = async (name: 'askMemo' | 'askUsed', input: Record<string, unknown>): Promise<string> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await secretariat.gql<Record<string, { job: string }>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { job } }`,
      { input },
    );
    expect(errors).toEqual([]);
    return data[name]?.job ?? '';
  };
  const fetched = async (job: string, ending: RegExp): Promise<Buffer> => {
    const { path, name } = await made(job);
    expect(name).toMatch(ending);
    return Buffer.from(await (await secretariat.fetch(path)).arrayBuffer());
  };

  it('are made as PDF by a worker, with title, language and headings', async () => {
    const job = await asked('askMemo', { round, format: 'pdf' });
    const pdf = await fetched(job, /^Høringsnotat.*\.pdf$/u);
    const speech = await speechOf(pdf);
    expect(speech).toMatchObject({ marked: true, language: 'da', showsTitle: true });
    expect(speech.title).toMatch(/^Høringsnotat/u);
    expect(speech.metadata).toMatch(/pdfuaid:part(>|=")1/);
    expect(speech.roles.filter((role) => /^H\d$/.test(role)).slice(0, 3)).toEqual(['H1', 'H2', 'H2']);
    expect(speech.roles).toContain('H3');
    const reader = new FileThreads();
    const read = await reader.inspect(pdf, 'notat.pdf', 'spec').finally(() => reader.onModuleDestroy());
    const said = read.ok ? read.value.paragraphs.map(({ words }) => words).join(' ') : '';
    const [answered] = (await pointsNow()).filter(({ treatment }) => treatment !== null);
    for (const words of ['Høringsperiode', '3 af 3 har svaret', answered?.excerpt.slice(0, 20)])
      expect(said).toContain(words);
    expect(await asked('askMemo', { round, format: 'pdf' })).toBe(job);
  });

  it('are made as Word the same way, and anew when a point has got its answer', async () => {
    const job = await asked('askMemo', { round, format: 'docx' });
    const speech = await wordSpeechOf(await fetched(job, /^Høringsnotat.*\.docx$/u));
    expect(speech).toMatchObject({ title: expect.stringMatching(/^Høringsnotat/u), language: 'da-DK' });
    expect(speech.headings[0]).toBe(`1 ${speech.title}`);
    expect(speech.headings).toEqual(
      expect.arrayContaining(['2 Høringsperiode', '2 Ændringer i forhold til høringsudkastet']),
    );
    expect(speech.headings.some((heading) => /^3 Punkt \d.* fra .*: /u.test(heading))).toBe(true);
    expect(speech.words).not.toContain(answer.answer);

    await treat('one');
    const next = await asked('askMemo', { round, format: 'docx' });
    expect(next).not.toBe(job);
    expect((await wordSpeechOf(await fetched(next, /\.docx$/u))).words).toContain(answer.answer);
  });

  it('are made for a council: how its answer was used', async () => {
    const sent = (await onlyRound(secretariat, TREATED)).responses.find(({ submission }) => submission !== null);
    const pdf = await fetched(await asked('askUsed', { response: sent?.id, format: 'pdf' }), /\.pdf$/u);
    expect(await speechOf(pdf)).toMatchObject({ marked: true, language: 'da', showsTitle: true });
    const docx = await fetched(await asked('askUsed', { response: sent?.id, format: 'docx' }), /\.docx$/u);
    const { title, headings } = await wordSpeechOf(docx);
    expect(title).toContain('Sådan blev svaret fra');
    expect(headings.some((heading) => /^3 Punkt 1: /u.test(heading))).toBe(true);
  });

  /** Waits for a job to be done. */
  async function made(id: string): Promise<{ readonly path: string; readonly name: string }> {
    for (;;) {
      const { data } = await secretariat.gql<{ job: { state: string; file: { path: string; name: string } | null } }>(
        'query ($id: ID!) { job(id: $id) { state file { path name } } }',
        { id },
      );
      if (data.job.file) return data.job.file;
      if (data.job.state === 'failed') throw new Error('The job failed');
      await new Promise((next) => setTimeout(next, 50));
    }
  }
});

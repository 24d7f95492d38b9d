import { writeInResponse } from '@enig/data/testing';
import { onlyRound, responseOf } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

const OUT = '(i høring)';
const TREATED = '(svar behandles)';

interface Told {
  readonly slots: readonly {
    readonly path: readonly string[];
    readonly label: string;
    readonly runs: readonly { text: string; person: string | null; body: string | null; at: string | null }[];
  }[];
  readonly erasedThrough: number | null;
}

let app: TestApp;

afterEach(() => app.close());

async function attribution(browser: TestBrowser, text: string): Promise<Told | string | undefined> {
  const { data, errors } = await browser.gql<{ textAttribution: Told | null }>(
    `query ($text: ID!) { textAttribution(text: $text) { erasedThrough slots { path label runs { text block person body at } } } }`,
    { text },
  );
  return data.textAttribution ?? errors[0]?.code;
}

function told(given: Told | string | undefined): Told {
  if (typeof given !== 'object') throw new Error(`Not told: ${given}`);
  return given;
}

async function textOf(browser: TestBrowser, hearing: string, council: string): Promise<string> {
  return responseOf(await onlyRound(browser, hearing), council).text?.id ?? '';
}

describe('CO-26 who wrote what stands in a text', () => {
  it('is told to those who may read it, by the names of people and bodies', async () => {
    app = await startTestApp();
    const reader = await app.signIn('tovholder-greve');
    const { data } = await reader.gql<{ texts: { id: string; kind: string; title: string }[] }>(
      '{ texts { id kind title } }',
    );
    const area = data.texts.find(({ kind }) => kind === 'focus-area');
    const { slots, erasedThrough } = told(await attribution(reader, area?.id ?? ''));
    expect(erasedThrough).toBeNull();
    const [title] = slots;
    expect(title).toMatchObject({ path: ['title'], label: 'Titel' });
    expect(slots.map(({ label }) => label)).toContainEqual(expect.stringMatching(/^Mål 1, ».+«: titel$/));
    expect(title?.runs.map(({ text }) => text).join('')).toBe(area?.title);
    const runs = slots.flatMap((slot) => slot.runs);
    expect(runs.length).toBeGreaterThan(5);
    const [first] = runs;
    expect(first).toEqual({
      ...{ text: expect.any(String), block: 0, at: expect.stringMatching(/Z$/) },
      ...{ person: expect.stringMatching(/^\p{Lu}/u), body: expect.stringMatching(/ekretariat/) },
    });
    for (const nothing of ['no id', '00000000-0000-4000-8000-000000000000'])
      expect(await attribution(reader, nothing)).toBe('NOT_FOUND');
  });

  it('of a response is told to its council alone, sent or not', async () => {
    app = await startTestApp();
    for (const [hearing, council, chair] of [
      [OUT, 'Næstved', 'handicapraad-formand-naestved'],
      [TREATED, 'Holbæk', 'handicapraad-formand-holbaek'],
    ] as const) {
      const own = await app.signIn(chair);
      const text = await textOf(own, hearing, council);
      if (hearing === OUT) await writeInResponse(app.source, text, 'general', 'Kanariefuglen');
      expect(told(await attribution(own, text)).slots.map(({ path }) => path[0])).toContain('general');
      for (const persona of ['sekretariat', 'tovholder-greve', 'handicapraad-formand-greve'])
        expect([persona, await attribution(await app.signIn(persona), text)]).toEqual([persona, 'NOT_FOUND']);
    }
  });
});

describe('CO-27 the worker', () => {
  it('erases the drafts of what was sent long enough ago, and who wrote what stands is still told', async () => {
    app = await startTestApp({ eraseDraftsAfterDays: 0 });
    const own = await app.signIn('handicapraad-formand-holbaek');
    const text = await textOf(own, TREATED, 'Holbæk');
    let found = told(await attribution(own, text));
    while (found.erasedThrough === null) found = told(await attribution(own, text));
    const runs = found.slots.flatMap((slot) => slot.runs);
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.every(({ person, body, at }) => person !== null && body?.includes('Holbæk') && at === null)).toBe(true);
    expect(app.logged.join('\n')).not.toContain('erasing.trouble');
  });

  it('leaves them where this process is no worker', async () => {
    app = await startTestApp({ eraseDraftsAfterDays: 0, services: ['api'] });
    const own = await app.signIn('handicapraad-formand-holbaek');
    const text = await textOf(own, TREATED, 'Holbæk');
    expect(told(await attribution(own, text)).erasedThrough).toBeNull();
  });
});

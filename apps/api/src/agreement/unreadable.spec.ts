import { spoilText } from '@enig/data/testing';
import { command, roundsOf } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

const dates = { periodFrom: '2025-01-01', periodTo: '2099-12-31', deadline: '2098-10-15' };
const SECTIONS = 'section { id title text { id } easyRead { id } }';

interface Section {
  readonly id: string;
  readonly text: { readonly id: string };
  readonly easyRead: { readonly id: string } | null;
}

let app: TestApp;
let secretary: TestBrowser;

beforeAll(async () => {
  app = await startTestApp();
  secretary = await app.signIn('sekretariat');
});

afterAll(() => app.close());

/** An agreement with two chapters, the second with an easy-read text. */
async function original(title: string): Promise<{ id: string; plain: Section; eased: Section }> {
  const { agreement } = await command(
    secretary,
    'createAgreement',
    { ...dates, region: '1085', title },
    'agreement { id parts { id } }',
  );
  const { id, parts } = agreement as { id: string; parts: { id: string }[] };
  const add = async (name: string): Promise<Section> => {
    const input = { part: parts[0]?.id, kind: 'chapter', title: name };
    return (await command(secretary, 'addSection', input, SECTIONS))['section'] as Section;
  };
  const plain = await add('Takster');
  const { section } = await command(secretary, 'addEasyRead', { section: (await add('Frister')).id }, SECTIONS);
  return { id, plain, eased: section as Section };
}

const copyOf = (copyFrom: string) =>
  command(secretary, 'createAgreement', { ...dates, region: '1085', title: 'Kopi', copyFrom }, 'agreement { id }');

async function titles(): Promise<readonly string[]> {
  const { data } = await secretary.gql<{ agreements: { title: string }[] }>('{ agreements { title } }');
  return data.agreements.map(({ title }) => title);
}

describe('AG-26 an agreement is not copied while one of its texts cannot be read', () => {
  it.each<[string, 'Takster' | 'Frister', (made: { plain: Section; eased: Section }) => string]>([
    ['a chapter', 'Takster', ({ plain }) => plain.text.id],
    ['an easy-read text', 'Frister', ({ eased }) => eased.easyRead?.id ?? ''],
  ])('%s: says which, and begins nothing', async (what, title, textOf) => {
    const made = await original(`Med ${what}, der ikke kan læses`);
    await spoilText(app.source, textOf(made), 'body');
    const before = await titles();
    const told = await copyOf(made.id);
    expect(told).toMatchObject({ agreement: null, refused: { code: 'AG-26-COPY-UNREADABLE' } });
    expect(told.refused?.message).toContain(`teksten i »${title}« kan ikke læses`);
    expect(await titles()).toEqual(before);
    expect(await app.source.query('SELECT id FROM agreement WHERE copied_from = $1', [made.id])).toEqual([]);
  });

  it('and is once the section is taken out of it', async () => {
    const made = await original('Uden den, der ikke kan læses');
    await spoilText(app.source, made.plain.text.id, 'body');
    await command(secretary, 'removeSection', { section: made.plain.id });
    expect(await copyOf(made.id)).toMatchObject({ agreement: { id: expect.any(String) }, refused: null });
  });
});

describe('HE-21 a response that nobody can read is not sent', () => {
  it('says whose it is; it stays open, and everything else is shown as it is', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    const mine = async () => {
      const [round] = await roundsOf(chair, '(i høring)');
      const response = round?.responses.find(({ body }) => body.name.includes('Næstved'));
      if (!response?.text) throw new Error('Næstved was not asked');
      return { ...response, text: response.text };
    };
    const { id, text, body } = await mine();
    await spoilText(app.source, text.id, 'general');
    const told = await command(chair, 'submitResponse', { response: id });
    expect(told).toMatchObject({ refused: { code: 'HE-21-RESPONSE-UNREADABLE' } });
    expect(told.refused?.message).toContain(`svaret fra ${body.name} kan ikke læses`);

    const after = await mine();
    expect(after).toMatchObject({ state: 'draft', submission: null, text: { phase: 'open', mayEdit: false } });
    expect(after.text).toMatchObject({ closedBecause: told.refused?.message });
    const { errors } = await chair.gql('{ texts { id title content mayEdit } tasks { title link } }');
    expect(errors).toEqual([]);
    expect(await app.source.query('SELECT phase FROM text WHERE id = $1', [text.id])).toEqual([{ phase: 'open' }]);
  });
});

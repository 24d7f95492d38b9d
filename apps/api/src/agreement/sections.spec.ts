import { spoilText } from '@enig/data/testing';
import { agreementStage, type SeenSection } from './test-agreement';

const on = agreementStage();

describe('sections', () => {
  let id: string;
  let part: string;
  const titles = async (): Promise<string[]> =>
    (await on.hand.agreement(id)).parts[0]?.sections.map(({ title, number }) => `${number ?? '-'} ${title}`) ?? [];
  const add = (title: string, kind: string): Promise<SeenSection> =>
    on.hand.addSection({ part, kind, title, coordinators: kind === 'focusArea' ? ['municipality:0316'] : [] });

  beforeAll(async () => {
    const begun = await on.hand.begin('Afsnit');
    id = begun.id;
    part = begun.parts[0]?.id ?? '';
  });

  it('are added last, numbered, and written at once by those who look after them', async () => {
    await add('Indledning', 'chapter');
    const autism = await add('Autisme', 'focusArea');
    await add('Hjerneskade', 'focusArea');
    expect(await titles()).toEqual(['- Indledning', '1 Autisme', '2 Hjerneskade']);
    const holbaek = await on.app.signIn('tovholder-holbaek');
    const { data } = await holbaek.gql<{ texts: { id: string; title: string; mayEdit: boolean }[] }>(
      'query ($id: ID!) { texts(agreement: $id) { id title mayEdit } }',
      { id },
    );
    expect(data.texts.map(({ title, mayEdit }) => [title, mayEdit])).toEqual([
      ['Indledning', false],
      ['Autisme', true],
      ['Hjerneskade', true],
    ]);
    expect(data.texts.map(({ id: text }) => text)).toContain(autism.text.id);
  });

  it('AG-25 one that nobody can read is shown as that, and the rest of the agreement as it is', async () => {
    const made = await on.hand.begin('Med en ulæselig tekst');
    const into = { part: made.parts[0]?.id, kind: 'chapter' };
    const section = await on.hand.addSection({ ...into, title: 'Ulæselig' });
    await on.hand.addSection({ ...into, title: 'Læselig' });
    await spoilText(on.app.source, section.text.id, 'body');
    const { data, errors } = await on.secretary.gql(
      `query ($id: ID!) { agreement(id: $id) { parts { sections { title readiness warnings { code } text { mayEdit closedBecause } } }
        freezeCheck { refusals { code section } } } }`,
      { id: made.id },
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      agreement: {
        parts: [
          {
            sections: [
              {
                title: 'Ulæselig',
                warnings: [{ code: 'AG-25-TEXT-UNREADABLE' }],
                text: { mayEdit: false, closedBecause: expect.stringContaining('»Ulæselig« kan ikke læses') },
              },
              { title: 'Læselig', warnings: [{ code: 'AG-13-SECTION-EMPTY' }] },
            ],
          },
          { sections: [] },
        ],
        freezeCheck: { refusals: [{ code: 'AG-25-TEXT-UNREADABLE', section: section.id }] },
      },
    });
  });

  it('are moved, taken out and put back', async () => {
    const [introduction, autism, injury] = (await on.hand.agreement(id)).parts[0]?.sections ?? [];
    await on.hand.command('moveSection', { section: injury?.id, after: introduction?.id }, 'agreement { id }');
    expect(await titles()).toEqual(['- Indledning', '1 Hjerneskade', '2 Autisme']);
    await on.hand.command('removeSection', { section: injury?.id }, 'agreement { id }');
    expect(await titles()).toEqual(['- Indledning', '1 Autisme']);
    expect((await on.hand.agreement(id)).parts[0]?.removed).toMatchObject([{ title: 'Hjerneskade' }]);
    expect(await on.hand.command('removeSection', { section: injury?.id }, 'agreement { id }')).toMatchObject({
      refused: { code: 'SE-6-REMOVED-ALREADY' },
    });
    await on.hand.command('putBackSection', { section: injury?.id }, 'agreement { id }');
    expect(await titles()).toEqual(['- Indledning', '1 Hjerneskade', '2 Autisme']);
    await on.hand.command('moveSection', { section: autism?.id, after: null }, 'agreement { id }');
    expect(await titles()).toEqual(['1 Autisme', '- Indledning', '2 Hjerneskade']);
  });

  it('get an easy-read text once, and the coordinators that are parties', async () => {
    const section = (await on.hand.agreement(id)).parts[0]?.sections[0]?.id;
    expect(await on.hand.command('addEasyRead', { section }, 'section { easyRead { kind mayEdit } }')).toMatchObject({
      section: { easyRead: { kind: 'easy-read' } },
    });
    expect(await on.hand.command('addEasyRead', { section }, 'section { id }')).toMatchObject({
      refused: { code: 'SE-8-HAS-ONE-ALREADY' },
    });
    const set = await on.hand.command(
      'setCoordinators',
      { section, parties: ['municipality:0376'] },
      'section { coordinators { id } }',
    );
    expect(set).toMatchObject({ section: { coordinators: [{ id: 'municipality:0376' }] } });
    expect(
      await on.hand.command('setCoordinators', { section, parties: ['municipality:0101'] }, 'section { id }'),
    ).toMatchObject({ refused: { code: 'SE-5-COORDINATOR-NOT-A-PARTY' } });
  });

  it('leave a chain of acts that anyone can check, in words', async () => {
    const { data } = await on.secretary.gql<{
      acts: { number: number; sentence: string; person: string; capacity: string; body: string }[];
    }>('query ($id: ID!) { acts(agreement: $id) { number sentence person capacity body } }', { id });
    expect(data.acts.map(({ number }) => number)).toEqual(data.acts.map((_, index) => index + 1));
    expect(data.acts[0]).toEqual({
      ...{ number: 1, sentence: 'Aftalen »Afsnit« blev oprettet.', person: 'Birgitte Overgaard Lassen' },
      ...{ capacity: 'sekretariatsmedarbejder', body: 'Rammeaftalesekretariatet i Region Sjælland' },
    });
    expect(data.acts.map(({ sentence }) => sentence)).toContain('Afsnittet »Hjerneskade« blev fjernet.');
    const rows = await on.app.source.query<{ previous: string | null; hash: string }[]>(
      'SELECT previous, hash FROM act WHERE agreement = $1 ORDER BY number',
      [id],
    );
    expect(rows.map(({ previous }) => previous)).toEqual([null, ...rows.slice(0, -1).map(({ hash }) => hash)]);
  });
});

import { agreementStage, dates } from './test-agreement';

const on = agreementStage();

interface Checked {
  readonly freezeCheck: { readonly warnings: readonly { readonly message: string }[] };
  readonly parts: readonly {
    readonly sections: readonly {
      readonly readiness: string | null;
      readonly warnings: readonly { readonly message: string }[];
    }[];
  }[];
}

const CHECKED = `query ($id: ID!) {
  agreement(id: $id) { freezeCheck { warnings { message } } parts { sections { readiness warnings { message } } } }
}`;

describe('an agreement', () => {
  it('begins empty, with the parties its region has on the first day of the period', async () => {
    const created = await on.hand.begin('Ny');
    expect(created.parties).toHaveLength(18);
    expect(created.parties.at(-1)?.name).toBe('Region Sjælland');
    expect(created.parts.map(({ kind, sections }) => [kind, sections])).toEqual([
      ['developmentStrategy', []],
      ['steeringAgreement', []],
    ]);
  });

  it('copied from another starts with its texts in documents of their own, its coordinators and its lineage', async () => {
    const from = await on.hand.agreement(await on.hand.find('drafting', '2021'));
    const copy = await on.hand.begin('Kopi', { copyFrom: from.id });
    expect(copy).toMatchObject({ copiedFrom: { id: from.id } });
    const [old, present] = [from, copy].map(({ parts }) => parts.flatMap(({ sections }) => sections));
    expect(present?.map(({ title, coordinators }) => ({ title, coordinators }))).toEqual(
      old?.map(({ title, coordinators }) => ({ title, coordinators })),
    );
    expect(present?.map(({ lineage }) => lineage)).toEqual(
      old?.map(({ id }) => [{ relation: 'continued', fromSection: id }]),
    );
    const [oldIds, newIds] = [old, present].map(
      (sections) => new Set(sections?.flatMap(({ id, text }) => [id, text.id])),
    );
    expect([...(newIds ?? [])].filter((id) => oldIds?.has(id))).toEqual([]);
    expect(JSON.stringify(present?.map(({ text }) => text.content)).length).toBeGreaterThan(10_000);
  });

  it('an answer to a command shows what is now', async () => {
    const { id } = await on.hand.begin('Før');
    const input = { ...dates, agreement: id, title: 'Efter', writingUntil: '2098-11-30' };
    const edited = await on.hand.command('editAgreement', input, 'agreement { title writingUntil }');
    expect(edited).toEqual({ agreement: { title: 'Efter', writingUntil: '2098-11-30' }, refused: null });
    const late = await on.hand.command(
      'editAgreement',
      { ...input, writingUntil: '2098-12-24' },
      'agreement { title }',
    );
    expect(late).toMatchObject({ agreement: null, refused: { code: 'AG-23-WRITING-ENDS-AFTER-DEADLINE' } });
  });

  it('AG-27: is neither made nor given with a deadline that has passed', async () => {
    const passed = { ...dates, deadline: '1900-01-01' };
    const refused = { agreement: null, refused: { code: 'AG-27-DEADLINE-IN-THE-PAST' } };
    const created = await on.hand.command(
      'createAgreement',
      { ...passed, region: '1085', title: 'Sent' },
      'agreement { id }',
    );
    expect(created).toMatchObject(refused);
    const { id } = await on.hand.begin('I tide');
    const edited = await on.hand.command(
      'editAgreement',
      { ...passed, agreement: id, title: 'Sent' },
      'agreement { id }',
    );
    expect(edited).toMatchObject(refused);
  });

  it('AG-23: is neither made nor given with a deadline after its last day; one that stands so may stay', async () => {
    const over = { ...dates, periodTo: '2098-11-30' };
    const refused = { agreement: null, refused: { code: 'AG-23-DEADLINE-AFTER-PERIOD' } };
    const created = await on.hand.command(
      'createAgreement',
      { ...over, region: '1085', title: 'Ude' },
      'agreement { id }',
    );
    expect(created).toMatchObject(refused);
    expect(created.refused?.message).toMatch(/^Fristen ligger efter aftalens sidste dag, 30\.\snovember\s2098\./u);
    const { id } = await on.hand.begin('Inden for perioden');
    const edit = (days: object) =>
      on.hand.command('editAgreement', { ...days, agreement: id, title: 'Ude' }, 'agreement { title }');
    expect(await edit(over)).toMatchObject(refused);
    await on.app.source.query('UPDATE agreement SET period_to = $2 WHERE id = $1', [id, over.periodTo]);
    expect(await edit(over)).toMatchObject({ agreement: { title: 'Ude' }, refused: null });
  });

  it('AG-43: neither begins nor is moved to a day when another region has taken over, and is told which', async () => {
    const { data } = await on.secretary.gql<{
      regions: { from: string; until: string | null; successor: object | null }[];
    }>('{ regions { from until successor { id name from until } } }');
    const successor = { id: 'ostdanmark', name: 'Region Østdanmark', from: '2027-01-01', until: null };
    expect(data.regions).toEqual([{ from: '2007-01-01', until: '2026-12-31', successor }]);
    const gone = { ...dates, periodFrom: '2027-01-01', title: 'Efter 2026' };
    const refused = { agreement: null, refused: { code: 'AG-43-REGION-GONE' } };
    const created = await on.hand.command('createAgreement', { ...gone, region: '1085' }, 'agreement { id }');
    expect(created).toMatchObject(refused);
    expect(created.refused?.message).toMatch(
      /^Region Sjælland findes ikke efter 31\.\sdecember\s2026; kommunerne hører derefter til Region Østdanmark\./u,
    );
    const last = { ...gone, periodFrom: '2026-12-31' };
    const { id } = await on.hand.begin(last.title, last);
    const edit = (over: object) =>
      on.hand.command('editAgreement', { ...last, agreement: id, ...over }, 'agreement { title }');
    expect(await edit({ title: 'Hele tiden' })).toMatchObject({ refused: null });
    expect(await edit({ periodFrom: '2027-01-01' })).toMatchObject(refused);
  });

  it('is told what its sections lack, and how far they are, only while it is written', async () => {
    const sectionsIn = async (standing: string) => {
      const { data } = await on.secretary.gql<{ agreement: Checked }>(CHECKED, {
        id: await on.hand.find(standing, '2021'),
      });
      return data.agreement.parts.flatMap(({ sections }) => sections);
    };
    const [written, put] = [await sectionsIn('drafting'), await sectionsIn('deciding')];
    expect(written.flatMap(({ warnings }) => warnings)).not.toEqual([]);
    expect(written.map(({ readiness }) => readiness)).toContain('ready');
    expect(put.flatMap(({ warnings }) => warnings)).toEqual([]);
    expect(new Set(put.map(({ readiness }) => readiness))).toEqual(new Set([null]));
  });

  it('has the parties that are chosen, and AG-18 calls others by their names', async () => {
    const { id, parts } = await on.hand.begin('To parter');
    const part = parts[0]?.id;
    const set = (parties: string[]) =>
      on.hand.command('setParties', { agreement: id, parties }, 'agreement { parties { id } }');
    expect(await set(['region:1085', 'municipality:0265'])).toEqual({
      agreement: { parties: [{ id: 'municipality:0265' }, { id: 'region:1085' }] },
      refused: null,
    });
    await on.hand.addSection({ part, kind: 'chapter', title: 'Takster' });
    await set(['region:1085']);
    const alone = { refused: { code: 'AG-42-ONE-PARTY' } };
    expect(await on.hand.command('freezeForDecision', { agreement: id })).toMatchObject(alone);
    expect(await set([])).toMatchObject({
      refused: { code: 'SE-2-NO-PARTY', message: 'Der er ikke valgt nogen part. Vælg dem, aftalen skal gælde for.' },
    });
    await set(['region:1085', 'municipality:0316']);
    await on.hand.addSection({ part, kind: 'focusArea', title: 'Autisme', coordinators: ['municipality:0316'] });
    await set(['region:1085', 'municipality:0265']);
    const { data } = await on.secretary.gql<{ agreement: Checked }>(CHECKED, { id });
    const stranger = 'Holbæk Kommune er nævnt i »Autisme«, men er ikke part i aftalen. Vælg en af parterne.';
    const said = data.agreement.parts.flatMap(({ sections }) => sections.flatMap(({ warnings }) => warnings));
    for (const warnings of [data.agreement.freezeCheck.warnings, said])
      expect(warnings.map(({ message }) => message)).toContain(stranger);
    expect(await set(['municipality:9999'])).toMatchObject({ refused: { code: 'SE-2-UNKNOWN-PARTY' } });
  });
});

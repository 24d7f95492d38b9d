import * as Y from 'yjs';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly number: number | null;
  readonly coordinators: readonly { readonly name: string }[];
  readonly text: { readonly id: string; readonly mayEdit: boolean; readonly content: { readonly kind: string } };
  readonly easyRead: { readonly id: string } | null;
  readonly lineage: readonly { readonly relation: string; readonly fromSection: string | null }[];
}
interface Agreement {
  readonly id: string;
  readonly parties: readonly { readonly name: string }[];
  readonly parts: readonly {
    readonly id: string;
    readonly kind: string;
    readonly sections: readonly Section[];
    readonly removed: readonly Section[];
  }[];
}

const SECTION =
  'id title number coordinators { name } text { id mayEdit content } easyRead { id } lineage { relation fromSection }';
const AGREEMENT = `id parties { name } parts { id kind sections { ${SECTION} } removed { id title } }`;

let app: TestApp;
let secretary: TestBrowser;

beforeAll(async () => {
  app = await startTestApp();
  secretary = await app.signIn('sekretariat');
});

afterAll(() => app.close());

async function find(standing: string, title: string, browser = secretary): Promise<string> {
  const { data } = await browser.gql<{ agreements: { id: string; standing: string; title: string }[] }>(
    '{ agreements { id standing title } }',
  );
  const found = data.agreements.find((each) => each.standing === standing && each.title.includes(title));
  if (!found) throw new Error(`No agreement ${standing}`);
  return found.id;
}

async function agreement(id: string, browser = secretary): Promise<Agreement> {
  const { data, errors } = await browser.gql<{ agreement: Agreement }>(
    `query ($id: ID!) { agreement(id: $id) { ${AGREEMENT} } }`,
    { id },
  );
  expect(errors).toEqual([]);
  return data.agreement;
}

async function command<Payload>(mutation: string, input: Record<string, unknown>, fields: string): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const inputType =
    {
      removeSection: 'SectionInput',
      putBackSection: 'SectionInput',
      addEasyRead: 'SectionInput',
      reopenWriting: 'AgreementReasonInput',
      abandonAgreement: 'AgreementReasonInput',
      freezeForDecision: 'AgreementInput',
    }[mutation] ?? type;
  const { data, errors } = await secretary.gql<Record<string, Payload>>(
    `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${fields} refused { code message } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  const payload = data[mutation];
  if (!payload) throw new Error(`${mutation} answered nothing`);
  return payload;
}

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

const dates = { periodFrom: '2025-01-01', periodTo: '2099-12-31', deadline: '2098-12-01' };

describe('an agreement', () => {
  it('is shown whole to those who write it, at every point of its way', async () => {
    const { data } = await secretary.gql<{ agreements: { id: string }[] }>('{ agreements { id } }');
    expect(data.agreements).toHaveLength(6);
    for (const { id } of data.agreements) {
      const whole = await secretary.gql(WHOLE, { id });
      expect(whole.errors).toEqual([]);
      expect(whole.data).toMatchObject({ agreement: { id } });
    }
  });

  it.each([
    'tovholder-holbaek',
    'tovholder-region',
    'sagsbehandler-holbaek',
    'raadssekretaer-greve',
    'handicapraad-formand-greve',
    'politiker-naestved',
  ])('and to %s, who may read it, with everything a page asks for', async (persona) => {
    const browser = await app.signIn(persona);
    const { data } = await browser.gql<{ agreements: { id: string }[] }>('{ agreements { id } }');
    expect(data.agreements).toHaveLength(6);
    for (const { id } of data.agreements) {
      const whole = await browser.gql(WHOLE, { id });
      expect(whole.errors).toEqual([]);
    }
    expect(
      (await browser.gql('{ texts { id kind title mayEdit } tasks { id title detail due link } }')).errors,
    ).toEqual([]);
  });

  it('begins empty, with the parties its region has on the first day of the period', async () => {
    const { agreement: created } = await command<{ agreement: Agreement }>(
      'createAgreement',
      { ...dates, region: '1085', title: 'Ny' },
      `agreement { ${AGREEMENT} }`,
    );
    expect(created.parties).toHaveLength(18);
    expect(created.parties.at(-1)?.name).toBe('Region Sjælland');
    expect(created.parts.map(({ kind, sections }) => [kind, sections])).toEqual([
      ['developmentStrategy', []],
      ['steeringAgreement', []],
    ]);
  });

  it('copied from another starts with its texts in documents of their own, its coordinators and its lineage', async () => {
    const from = await agreement(await find('drafting', '2021'));
    const input = { ...dates, region: '1085', title: 'Kopi', copyFrom: from.id };
    const { agreement: copy } = await command<{ agreement: Agreement }>(
      'createAgreement',
      input,
      `agreement { ${AGREEMENT} copiedFrom { id } }`,
    );
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
    const { agreement: created } = await command<{ agreement: Agreement }>(
      'createAgreement',
      { ...dates, region: '1085', title: 'Før' },
      'agreement { id }',
    );
    const input = { ...dates, agreement: created.id, title: 'Efter', writingUntil: '2098-11-30' };
    const edited = await command('editAgreement', input, 'agreement { title writingUntil }');
    expect(edited).toEqual({ agreement: { title: 'Efter', writingUntil: '2098-11-30' }, refused: null });
    const late = await command('editAgreement', { ...input, writingUntil: '2098-12-24' }, 'agreement { title }');
    expect(late).toMatchObject({ agreement: null, refused: { code: 'AG-23-WRITING-ENDS-AFTER-DEADLINE' } });
  });

  it('AG-27: is neither made nor given with a deadline that has passed', async () => {
    const passed = { ...dates, deadline: '1900-01-01' };
    const refused = { agreement: null, refused: { code: 'AG-27-DEADLINE-IN-THE-PAST' } };
    const created = await command('createAgreement', { ...passed, region: '1085', title: 'Sent' }, 'agreement { id }');
    expect(created).toMatchObject(refused);
    const { agreement: other } = await command<{ agreement: Agreement }>(
      'createAgreement',
      { ...dates, region: '1085', title: 'I tide' },
      'agreement { id }',
    );
    const edited = await command(
      'editAgreement',
      { ...passed, agreement: other.id, title: 'Sent' },
      'agreement { id }',
    );
    expect(edited).toMatchObject(refused);
  });

  it('AG-43: neither begins nor is moved to a day when another region has taken over, and is told which', async () => {
    const { data } = await secretary.gql<{
      regions: { from: string; until: string | null; successor: object | null }[];
    }>('{ regions { from until successor { id name from until } } }');
    const successor = { id: 'ostdanmark', name: 'Region Østdanmark', from: '2027-01-01', until: null };
    expect(data.regions).toEqual([{ from: '2007-01-01', until: '2026-12-31', successor }]);
    const gone = { ...dates, periodFrom: '2027-01-01', region: '1085', title: 'Efter 2026' };
    const refused = { agreement: null, refused: { code: 'AG-43-REGION-GONE' } };
    const created = await command<{ refused: { message: string } | null }>('createAgreement', gone, 'agreement { id }');
    expect(created).toMatchObject(refused);
    expect(created.refused?.message).toMatch(
      /^Region Sjælland findes ikke efter 31\.\sdecember\s2026; kommunerne hører derefter til Region Østdanmark\./u,
    );
    const last = { ...gone, periodFrom: '2026-12-31' };
    const { agreement: other } = await command<{ agreement: Agreement }>('createAgreement', last, 'agreement { id }');
    const { region: _, ...frame } = last;
    const edit = (over: object) =>
      command('editAgreement', { ...frame, agreement: other.id, ...over }, 'agreement { title }');
    expect(await edit({ title: 'Hele tiden' })).toMatchObject({ refused: null });
    expect(await edit({ periodFrom: '2027-01-01' })).toMatchObject(refused);
  });

  it('is told what its sections lack, and how far they are, only while it is written', async () => {
    const sectionsIn = async (standing: string) => {
      const { data } = await secretary.gql<{ agreement: Checked }>(CHECKED, { id: await find(standing, '2021') });
      return data.agreement.parts.flatMap(({ sections }) => sections);
    };
    const [written, put] = [await sectionsIn('drafting'), await sectionsIn('deciding')];
    expect(written.flatMap(({ warnings }) => warnings)).not.toEqual([]);
    expect(written.map(({ readiness }) => readiness)).toContain('ready');
    expect(put.flatMap(({ warnings }) => warnings)).toEqual([]);
    expect(new Set(put.map(({ readiness }) => readiness))).toEqual(new Set([null]));
  });

  it('has the parties that are chosen, and AG-18 calls others by their names', async () => {
    const { agreement: created } = await command<{ agreement: Agreement }>(
      'createAgreement',
      { ...dates, region: '1085', title: 'To parter' },
      'agreement { id parts { id } }',
    );
    const set = (parties: string[]) =>
      command('setParties', { agreement: created.id, parties }, 'agreement { parties { id } }');
    expect(await set(['region:1085', 'municipality:0265'])).toEqual({
      agreement: { parties: [{ id: 'municipality:0265' }, { id: 'region:1085' }] },
      refused: null,
    });
    await command('addSection', { part: created.parts[0]?.id, kind: 'chapter', title: 'Takster' }, 'section { id }');
    await set(['region:1085']);
    const alone = { refused: { code: 'AG-42-ONE-PARTY' } };
    expect(await command('freezeForDecision', { agreement: created.id }, '')).toMatchObject(alone);
    expect(await set([])).toMatchObject({ refused: { code: 'SE-2-UNKNOWN-PARTY' } });
    const part = created.parts[0]?.id;
    await set(['region:1085', 'municipality:0316']);
    const area = { part, kind: 'focusArea', title: 'Autisme', coordinators: ['municipality:0316'] };
    await command('addSection', area, 'section { id }');
    await set(['region:1085', 'municipality:0265']);
    const { data } = await secretary.gql<{ agreement: Checked }>(CHECKED, { id: created.id });
    const stranger = 'Holbæk Kommune er nævnt i »Autisme«, men er ikke part i aftalen. Vælg en af parterne.';
    const said = data.agreement.parts.flatMap(({ sections }) => sections.flatMap(({ warnings }) => warnings));
    for (const warnings of [data.agreement.freezeCheck.warnings, said])
      expect(warnings.map(({ message }) => message)).toContain(stranger);
    expect(await set(['municipality:9999'])).toMatchObject({ refused: { code: 'SE-2-UNKNOWN-PARTY' } });
  });
});

describe('sections', () => {
  let id: string;
  let part: string;
  const titles = async (): Promise<string[]> =>
    (await agreement(id)).parts[0]?.sections.map(({ title, number }) => `${number ?? '-'} ${title}`) ?? [];
  const add = async (title: string, kind: string): Promise<Section> => {
    const input = { part, kind, title, coordinators: kind === 'focusArea' ? ['municipality:0316'] : [] };
    return (await command<{ section: Section }>('addSection', input, `section { ${SECTION} }`)).section;
  };

  beforeAll(async () => {
    const created = await command<{ agreement: Agreement }>(
      'createAgreement',
      { ...dates, region: '1085', title: 'Afsnit' },
      `agreement { ${AGREEMENT} }`,
    );
    id = created.agreement.id;
    part = created.agreement.parts[0]?.id ?? '';
  });

  it('are added last, numbered, and written at once by those who look after them', async () => {
    await add('Indledning', 'chapter');
    const autism = await add('Autisme', 'focusArea');
    await add('Hjerneskade', 'focusArea');
    expect(await titles()).toEqual(['- Indledning', '1 Autisme', '2 Hjerneskade']);
    const holbaek = await app.signIn('tovholder-holbaek');
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
    const { agreement: made } = await command<{ agreement: Agreement }>(
      'createAgreement',
      { ...dates, region: '1085', title: 'Med en ulæselig tekst' },
      `agreement { ${AGREEMENT} }`,
    );
    const into = { part: made.parts[0]?.id, kind: 'chapter' };
    const { section } = await command<{ section: Section }>(
      'addSection',
      { ...into, title: 'Ulæselig' },
      `section { ${SECTION} }`,
    );
    await command('addSection', { ...into, title: 'Læselig' }, 'section { id }');
    const strange = new Y.Doc();
    strange.getXmlFragment('body').insert(0, [new Y.XmlElement('iframe')]);
    await app.source.query(
      `WITH text AS (UPDATE text SET seq = seq + 1 WHERE id = $1 RETURNING seq)
       INSERT INTO text_update (text, seq, update) SELECT $1, seq, $2 FROM text`,
      [section.text.id, Buffer.from(Y.encodeStateAsUpdate(strange))],
    );
    const { data, errors } = await secretary.gql(
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
    const [introduction, autism, injury] = (await agreement(id)).parts[0]?.sections ?? [];
    await command('moveSection', { section: injury?.id, after: introduction?.id }, 'agreement { id }');
    expect(await titles()).toEqual(['- Indledning', '1 Hjerneskade', '2 Autisme']);
    await command('removeSection', { section: injury?.id }, 'agreement { id }');
    expect(await titles()).toEqual(['- Indledning', '1 Autisme']);
    expect((await agreement(id)).parts[0]?.removed).toMatchObject([{ title: 'Hjerneskade' }]);
    expect(await command('removeSection', { section: injury?.id }, 'agreement { id }')).toMatchObject({
      refused: { code: 'SE-6-REMOVED-ALREADY' },
    });
    await command('putBackSection', { section: injury?.id }, 'agreement { id }');
    expect(await titles()).toEqual(['- Indledning', '1 Hjerneskade', '2 Autisme']);
    await command('moveSection', { section: autism?.id, after: null }, 'agreement { id }');
    expect(await titles()).toEqual(['1 Autisme', '- Indledning', '2 Hjerneskade']);
  });

  it('get an easy-read text once, and the coordinators that are parties', async () => {
    const section = (await agreement(id)).parts[0]?.sections[0]?.id;
    expect(await command('addEasyRead', { section }, 'section { easyRead { kind mayEdit } }')).toMatchObject({
      section: { easyRead: { kind: 'easy-read' } },
    });
    expect(await command('addEasyRead', { section }, 'section { id }')).toMatchObject({
      refused: { code: 'SE-8-HAS-ONE-ALREADY' },
    });
    const set = await command(
      'setCoordinators',
      { section, parties: ['municipality:0376'] },
      'section { coordinators { id } }',
    );
    expect(set).toMatchObject({ section: { coordinators: [{ id: 'municipality:0376' }] } });
    expect(
      await command('setCoordinators', { section, parties: ['municipality:0101'] }, 'section { id }'),
    ).toMatchObject({ refused: { code: 'SE-5-COORDINATOR-NOT-A-PARTY' } });
  });

  it('leave a chain of acts that anyone can check, in words', async () => {
    const { data } = await secretary.gql<{
      acts: { number: number; sentence: string; person: string; capacity: string; body: string }[];
    }>('query ($id: ID!) { acts(agreement: $id) { number sentence person capacity body } }', { id });
    expect(data.acts.map(({ number }) => number)).toEqual(data.acts.map((_, index) => index + 1));
    expect(data.acts[0]).toEqual({
      ...{ number: 1, sentence: 'Aftalen »Afsnit« blev oprettet.', person: 'Birgitte Overgaard Lassen' },
      ...{ capacity: 'sekretariatsmedarbejder', body: 'Rammeaftalesekretariatet i Region Sjælland' },
    });
    expect(data.acts.map(({ sentence }) => sentence)).toContain('Afsnittet »Hjerneskade« blev fjernet.');
    const rows = await app.source.query<{ previous: string | null; hash: string }[]>(
      'SELECT previous, hash FROM act WHERE agreement = $1 ORDER BY number',
      [id],
    );
    expect(rows.map(({ previous }) => previous)).toEqual([null, ...rows.slice(0, -1).map(({ hash }) => hash)]);
  });
});

describe('annexes', () => {
  it('are stored files that are numbered, fetched as something to save, and taken out again', async () => {
    const id = await find('drafting', '2023');
    const stored = await secretary.fetch('/files?name=bilag.txt', { method: 'POST', body: 'Et bilag på dansk' });
    expect(stored.status).toBe(201);
    const { sha256, size } = (await stored.json()) as { sha256: string; size: number };
    expect(size).toBe(18);
    const added = await command<{ agreement: { annexes: { id: string; url: string }[] } }>(
      'addAnnex',
      { agreement: id, title: 'Takster', fileName: 'bilag 1.txt', sha256 },
      'agreement { annexes { id number title fileName sha256 size url } }',
    );
    expect(added).toMatchObject({ agreement: { annexes: [{ number: 1, title: 'Takster', size: 18, sha256 }] } });
    const [annex] = added.agreement.annexes;
    const file = await secretary.fetch(annex?.url ?? '');
    expect(await file.text()).toBe('Et bilag på dansk');
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''bilag%201.txt");
    expect(await command('removeAnnex', { annex: annex?.id }, 'agreement { annexes { id } }')).toEqual({
      agreement: { annexes: [] },
      refused: null,
    });
  });

  it('are no business of those who read no drafts until a version has them', async () => {
    const { id } = (
      await command<{ agreement: { id: string } }>(
        'createAgreement',
        { region: '1085', title: 'Med bilag', ...dates },
        'agreement { id }',
      )
    ).agreement;
    const part = (await agreement(id)).parts[0]?.id;
    await command('addSection', { part, kind: 'chapter', title: 'Indledning' }, 'section { id }');
    const councillor = await app.signIn('politiker-roskilde');
    const seen = async () => {
      const { data } = await councillor.gql<{ agreement: { annexes: unknown[] }; acts: { kind: string }[] }>(
        'query ($id: ID!) { agreement(id: $id) { annexes { title fileName sha256 } } acts(agreement: $id) { kind } }',
        { id },
      );
      return data;
    };
    const stored = await secretary.fetch('/files?name=bilag.txt', { method: 'POST', body: 'Et udkast til et bilag' });
    const { sha256 } = (await stored.json()) as { sha256: string };
    const annex = { title: 'Udkast', fileName: 'udkast.txt', sha256 };
    await command('addAnnex', { agreement: id, ...annex }, 'agreement { id }');
    const drafted = await seen();
    expect(drafted.agreement.annexes).toEqual([]);
    expect(drafted.acts.map(({ kind }) => kind)).toContain('createAgreement');
    expect(drafted.acts.filter(({ kind }) => kind.startsWith('add'))).toEqual([]);
    expect((await councillor.fetch(`/files/${sha256}`)).status).toBe(404);

    await command('freezeForDecision', { agreement: id }, 'version { hash }');
    expect((await seen()).agreement.annexes).toEqual([annex]);
    const file = await councillor.fetch(`/files/${sha256}`);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      "attachment; filename*=UTF-8''udkast.txt",
    ]);
  });

  it('need a file that is there, a right, and room', async () => {
    const id = await find('drafting', '2023');
    const input = { agreement: id, title: 'Takster', fileName: 'x', sha256: 'b'.repeat(64) };
    expect(await command('addAnnex', input, 'agreement { id }')).toMatchObject({
      refused: { code: 'SE-3-UNKNOWN-FILE' },
    });
    expect((await secretary.fetch('/files?name=x', { method: 'POST', body: '' })).status).toBe(400);
    expect(
      (await secretary.fetch('/files?name=x', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) })).status,
    ).toBe(413);
    const councillor = await app.signIn('politiker-roskilde');
    expect((await councillor.fetch('/files?name=x', { method: 'POST', body: 'x' })).status).toBe(403);
  });
});

describe('versions', () => {
  it('are recomputed from their bytes, and compared', async () => {
    const { createHash } = await import('node:crypto');
    const id = await find('treating', '2021');
    const { data } = await secretary.gql<{
      agreement: { versions: { hash: string; manifestUrl: string; sections: { sha256: string; url: string }[] }[] };
    }>(
      'query ($id: ID!) { agreement(id: $id) { versions { hash manifestUrl isCurrent createdBy periodFrom parties { name } annexes { sha256 size } agreement { title } sections { section number title part sha256 url content easyRead } } } }',
      { id },
    );
    const [version] = data.agreement.versions;
    const sha256 = async (url: string): Promise<string> =>
      createHash('sha256')
        .update(Buffer.from(await (await secretary.fetch(url)).arrayBuffer()))
        .digest('hex');
    expect(await sha256(version?.manifestUrl ?? '')).toBe(version?.hash);
    for (const section of version?.sections ?? []) expect(await sha256(section.url)).toBe(section.sha256);
  });

  it('show which sections came, went and changed, slot by slot', async () => {
    const id = await find('treating', '2021');
    const [, autism] = (await agreement(id)).parts[0]?.sections ?? [];
    await command('removeSection', { section: autism?.id }, 'agreement { id }');
    const part = (await agreement(id)).parts[1]?.id;
    await command('addSection', { part, kind: 'chapter', title: 'Nyt kapitel' }, 'section { id }');
    // The points that are open would stand in the way of this one: it is the bytes that are looked at here.
    await app.owner.query(
      `INSERT INTO round_event (round, event, person, body, capacity)
       SELECT r.id, 'close', r.person, r.body, r.capacity FROM hearing_round r JOIN round_event e ON e.round = r.id
       WHERE r.agreement = $1 AND e.event = 'end'`,
      [id],
    );
    const frozen = await secretary.gql(
      'mutation ($id: ID!) { freezeForDecision(input: { agreement: $id }) { refused { code } version { number } } }',
      { id },
    );
    expect(frozen.data).toEqual({ freezeForDecision: { refused: null, version: { number: 2 } } });
    const { data } = await secretary.gql<{ agreement: { versions: { hash: string }[] } }>(
      'query ($id: ID!) { agreement(id: $id) { versions { hash } } }',
      { id },
    );
    const [before, after] = data.agreement.versions.map(({ hash }) => hash);
    const diff = await secretary.gql(
      'query ($before: ID!, $after: ID!) { versionDiff(before: $before, after: $after) { sections { title change slots { label change words { op text } } } } }',
      { before, after },
    );
    expect(diff.errors).toEqual([]);
    expect(diff.data).toMatchObject({
      versionDiff: {
        sections: [
          {
            title: 'Nyt kapitel',
            change: 'added',
            slots: [{ label: 'Titel', change: 'added', words: [{ op: 'added', text: 'Nyt kapitel' }] }],
          },
          { title: autism?.title, change: 'removed' },
        ],
      },
    });
  });

  it('of two agreements are not compared', async () => {
    const hashOf = async (standing: string): Promise<string> => {
      const { data } = await secretary.gql<{ agreement: { versions: { hash: string }[] } }>(
        'query ($id: ID!) { agreement(id: $id) { versions { hash } } }',
        { id: await find(standing, '20') },
      );
      return data.agreement.versions[0]?.hash ?? '';
    };
    const { errors } = await secretary.gql(
      'query ($before: ID!, $after: ID!) { versionDiff(before: $before, after: $after) { sections { section } } }',
      {
        ...{ before: await hashOf('hearing'), after: await hashOf('ended') },
      },
    );
    expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('tasks', () => {
  it('are what one is asked to do, with one link to do it', async () => {
    const coordinator = await app.signIn('tovholder-holbaek');
    const { data, errors } = await coordinator.gql<{
      tasks: { kind: string; link: string; title: string; due: string }[];
    }>('{ tasks { id kind title detail due link agreement } }');
    expect(errors).toEqual([]);
    expect(data.tasks.map(({ kind }) => kind)).toContain('writeSection');
    expect(data.tasks[0]?.link).toMatch(/^\/aftaler\/[-0-9a-f]{36}\/afsnit\/[-0-9a-f]{36}$/);
    expect(data.tasks.map(({ due }) => due)).toEqual(data.tasks.map(({ due }) => due).toSorted());
    const member = await app.signIn('politiker-roskilde');
    expect((await member.gql('{ tasks { id } }')).data).toEqual({ tasks: [] });
  });
});

describe('subscriptions', () => {
  it('tell of a change, and of nothing once the right is gone', async () => {
    const id = await find('drafting', '2023');
    const other = await app.signIn('sekretariat-2');
    const watching = other.subscribe<{ agreementChanged: { title: string } }>(
      'subscription ($id: ID!) { agreementChanged(id: $id) { title } }',
      { id },
    );
    const first = watching.next();
    await untilListening();
    await command('editAgreement', { ...dates, agreement: id, title: 'Ændret' }, 'agreement { id }');
    expect((await first).data).toEqual({ agreementChanged: { title: 'Ændret' } });
    // The page of one who signs in again listens anew: only what ends by itself is not begun again.
    const ended = expect(watching.next()).rejects.toMatchObject({ code: 4403, reason: 'Signed out' });
    await other.fetch('/auth/sign-out', { method: 'POST' });
    await command('editAgreement', { ...dates, agreement: id, title: 'Ændret igen' }, 'agreement { id }');
    await ended;
    await watching.stop();
  });

  it('begin with the right a query would ask for', async () => {
    const member = await app.signIn('handicapraad-formand-greve');
    const { errors } = await member.overSocket(
      'subscription { sectionChanged(id: "00000000-0000-4000-8000-000000000000") { id } }',
    );
    expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  /** The socket opens on its own time; what tells that it listens is the gauge whoever runs the server sees. */
  async function untilListening(): Promise<void> {
    for (;;) {
      const metrics = await (await app.anybody.fetch('/metrics')).text();
      if (/^enig_watching [1-9]/m.test(metrics)) return;
    }
  }
});

const WHOLE = `query ($id: ID!) { agreement(id: $id) { id title label region { name } state standing isWritingOpen parties { id name kind }
  parts { id kind missingContents sections { id kind number title strand covers coordinators { name } readiness warnings { code message section item }
    text { id kind title mayEdit phase closedBecause seq content } easyRead { id content } lineage { relation fromName fromSection basis } changedAt changedBy writersNow part agreement { id } } removed { id } }
  annexes { id number title fileName sha256 size url } versions { hash number act createdBy createdAt isCurrent manifestUrl }
  copiedFrom { id } freezeCheck { refusals { code message } warnings { code message section item } }
  may { edit freezeForHearing endHearing freezeForDecision reopenWriting treat abandon readDraft } concludedOn }
  acts(agreement: $id) { number at person body capacity kind sentence hash } }`;

import { agreementCalled } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { paragraph, versionsOf, writeIn } from './test-comparing';

interface Consistency {
  readonly count: number;
  readonly sections: readonly {
    readonly section: string;
    readonly title: string;
    readonly findings: readonly {
      readonly code: string;
      readonly message: string;
      readonly words: string;
      readonly path: readonly string[];
      readonly start: number;
      readonly end: number;
    }[];
  }[];
}

const QUERY = `query ($agreement: ID!, $version: ID) { consistency(agreement: $agreement, version: $version) {
  count sections { section title findings { code message words path start end } } } }`;

/** Every error that stood in the agreements this product was made after, in other words. */
const SEEDED = [
  'Aftalen har i alt otte fokusområder. Se de øvrige fem fokusområder i kapitel 5.2 og bilag 9.',
  'Dialogmødet den 12. marts 2026 blev holdt i Ringsted.',
  'På dialogmødet den 12. marts 2025 var der enighed. Se tabel 3.1.',
  'Boliger efter almenboligloven § 105 b er omfattet. Noten gælder tilbud efter ABL § 185 b.',
  'Reglen gælder ikke MultifunC, og den gælder heller ikke MultifinC.',
  'Sagen drøftes i Kommunernes Kontaktråd (KKR), og det fælles Kontaktudvalg (KKR) indstiller.',
  'Ønsket er taget ind under »Styrket mellemkommunalt samarbejde«.',
  'Prisen for en plads skal dække alle de udgifter, der hører til tilbuddet, og den fastsættes en gang om året.',
  'Prisen for en plads skal dække alle de udgifter, der hører til tilbuddet, og den fastsættes en gang om året.',
];

let app: TestApp;
let secretariat: TestBrowser;
let id: string;

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  id = await agreementCalled(secretariat, '(svar behandles)');
});

afterAll(() => app.close());

async function consistency(browser = secretariat, version?: string): Promise<Consistency> {
  const { data, errors } = await browser.gql<{ consistency: Consistency }>(QUERY, { agreement: id, version });
  expect(errors).toEqual([]);
  return data.consistency;
}

const codesIn = ({ sections }: Consistency) => sections.flatMap(({ findings }) => findings.map(({ code }) => code));

async function introduction(): Promise<string> {
  const [row] = await app.source.query<{ id: string }[]>(
    `SELECT t.id FROM text t WHERE t.agreement = $1 AND t.title = 'Indledning'`,
    [id],
  );
  return row?.id ?? '';
}

describe('AG-28 to AG-33 before a hearing', () => {
  it('finds in the demo what is wrong there and nothing else', async () => {
    expect(codesIn(await consistency())).toEqual(['AG-12-ACTION-WITHOUT-RESPONSIBLE', 'AG-11-GOAL-WITHOUT-CRITERION']);
  });

  it('is not for those who read no drafts, and a version is for all who may read it', async () => {
    const politician = await app.signIn('politiker-roskilde');
    const refused = await politician.gql(QUERY, { agreement: id });
    expect(refused.errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    const [version] = await versionsOf(secretariat, id);
    expect((await consistency(politician, version?.hash)).count).toBeGreaterThan(0);
    const other = await agreementCalled(secretariat, '(i høring)');
    const [foreign] = await versionsOf(secretariat, other);
    const mixed = await secretariat.gql(QUERY, { agreement: id, version: foreign?.hash });
    expect(mixed.errors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  });

  it('lists each of the errors that real agreements had, with its place and what to do', async () => {
    await writeIn(app.source, await introduction(), (doc) => {
      doc.getXmlFragment('body').push(SEEDED.map(paragraph));
    });
    const found = await consistency();
    const section = found.sections.find(({ title }) => title === 'Indledning');
    expect(new Set(section?.findings.map(({ code }) => code))).toEqual(
      new Set([
        ...['AG-28-COUNT-DISAGREES', 'AG-28-OTHERS-DISAGREE', 'AG-29-NO-SUCH-CHAPTER', 'AG-29-NO-SUCH-ANNEX'],
        ...['AG-29-NO-SUCH-TABLE', 'AG-30-PARAGRAPH-TWICE', 'AG-31-TWO-YEARS', 'AG-32-TWO-SPELLINGS'],
        ...['AG-32-TITLE-OTHERWISE', 'AG-32-TWO-MEANINGS', 'AG-32-TWO-PROVISIONS'],
      ]),
    );
    const [first] = section?.findings ?? [];
    expect(first).toMatchObject({ words: 'otte fokusområder', path: ['body'] });
    expect(first?.message).toBe(
      'Der står »otte fokusområder«, men i aftalen kan der tælles 5. Ret tallet, eller se efter, om noget mangler.',
    );
    expect((first?.end ?? 0) - (first?.start ?? 0)).toBe('otte fokusområder'.length);
  });

  it('finds the same in a long agreement, which a thread looks through', async () => {
    const before = await consistency();
    const filler = Array.from(
      { length: 400 },
      (_, index) => `Linje ${index}a siger noget for sig selv om emne ${index}b og intet andet.`,
    );
    await writeIn(app.source, await introduction(), (doc) => doc.getXmlFragment('body').push(filler.map(paragraph)));
    const [one, other] = await Promise.all([consistency(), consistency()]);
    expect(codesIn(one)).toEqual(codesIn(before));
    expect(other).toEqual(one);
  });
});

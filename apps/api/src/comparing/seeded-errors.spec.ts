import { VersionReads } from '@enig/data';
import { completeEasyRead } from '@enig/data/testing';
import { plainValue, slotsOf } from '@enig/text';
import * as Y from 'yjs';
import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { paragraph, versionsOf, writeIn } from './test-comparing';

const DRAFT = 'Rammeaftale 2021–22 for det specialiserede social- og undervisningsområde';
const COUNCIL = 'disability-council:0316';

/** A table, its first row the header. */
function table(...rows: readonly (readonly string[])[]): Y.XmlElement {
  const made = new Y.XmlElement('table');
  const cellsOf = (row: readonly string[], index: number) => {
    const element = new Y.XmlElement('tableRow');
    element.insert(
      0,
      row.map((words) => {
        const cell = new Y.XmlElement(index === 0 ? 'tableHeader' : 'tableCell');
        cell.insert(0, [paragraph(words)]);
        return cell;
      }),
    );
    return element;
  };
  made.insert(0, rows.map(cellsOf));
  return made;
}

const TWICE =
  'Prisen for en plads skal dække alle de udgifter, der hører til tilbuddet, og den fastsættes en gang om året.';

/** Every error that stood in the agreements this product was made after, in other words; five focus areas are there. */
const inIntroduction = (): Y.XmlElement[] => [
  paragraph('Strategien samler arbejdet i færre spor. Aftalen har fire fokusområder.'),
  paragraph('Nedenfor kan man læse de seks konkrete forslag til fokusområder.'),
  paragraph('Dialogmødet den 12. marts 2026 blev holdt i Ringsted.'),
  paragraph('Da parterne mødtes på dialogmødet den 12. marts 2025, var der enighed.'),
  paragraph('Ønsket er taget ind under »Styrket mellemkommunalt samarbejde«.'),
  paragraph('Til perioden er der udpeget 8 fokusområder, som følges tæt.'),
  table(['Fokusområde', 'Netværk'], ...Array.from({ length: 10 }, (_, at) => [`Emne ${at + 1}`, `Netværk ${at + 1}`])),
  paragraph('Tabel 2.1: Svar fra kommunerne'),
  table(
    ['Målgruppe', '1', '2', '3', '4', '5', 'Ved ikke'],
    ['Bevægelseshandicap', '0', '1', '2', '9', '4', '2'],
    ['Erhvervet blindhed', '0', '2', '3', '7', '4', '2'],
  ),
  paragraph(
    'I det store og hele hænger behov og udbud sammen for borgere med bevægelseshandicap, se tabel 2.1. Det siger 12 kommuner.',
  ),
  paragraph('Tilbuddene er vist i tabel 3.1 i næste kapitel.'),
  paragraph('De særlige institutioner er beskrevet i kapitel 5.2 og i bilag 9 til udviklingsstrategien.'),
  paragraph(TWICE),
  paragraph('Der er flere regler om prisen.'),
  paragraph(TWICE),
  paragraph('Boliger efter almenboligloven § 105 b er omfattet.'),
  paragraph('Noten gælder for tilbud efter ABL § 185 b.'),
  paragraph('Reglen gælder ikke for MultifunC. Det gælder heller ikke for institutionen MultifinC.'),
  paragraph('Sagen drøftes i Kommunernes Kontaktråd (KKR) før sommer.'),
  paragraph('Bagefter indstiller det fælles Kontaktudvalg (KKR) aftalen.'),
];
const inFocusArea = () => paragraph('Fokusområdet samler ønsker, som også skal bruges i de øvrige fem.');

/** Each of them, in the order of the text, and after them the two of the demo. */
const FOUND = [
  'Indledning · AG-28-COUNT-DISAGREES: fire fokusområder',
  'Indledning · AG-28-COUNT-DISAGREES: seks konkrete forslag til fokusområder',
  'Indledning · AG-31-TWO-YEARS: 12. marts 2025',
  'Indledning · AG-32-TITLE-OTHERWISE: Styrket mellemkommunalt samarbejde',
  'Indledning · AG-28-COUNT-DISAGREES: 8 fokusområder',
  'Indledning · AG-33-NOT-IN-TABLE: 12 kommuner',
  'Indledning · AG-29-NO-SUCH-TABLE: tabel 3.1',
  'Indledning · AG-29-NO-SUCH-CHAPTER: kapitel 5.2',
  'Indledning · AG-29-NO-SUCH-ANNEX: bilag 9',
  `Indledning · AG-30-PARAGRAPH-TWICE: ${TWICE}`,
  'Indledning · AG-32-TWO-PROVISIONS: ABL § 185 b',
  'Indledning · AG-32-TWO-SPELLINGS: MultifinC',
  'Indledning · AG-32-TWO-MEANINGS: Kontaktudvalg (KKR)',
  'Styrket samarbejde med borgerne og deres pårørende · AG-28-OTHERS-DISAGREE: øvrige fem',
  'Styrkede vilkår for mellemkommunalt samarbejde · AG-12-ACTION-WITHOUT-RESPONSIBLE: Fælles drøftelse med de private leverandører',
  'En sammenhængende indsats for borgere med psykiske vanskeligheder · AG-11-GOAL-WITHOUT-CRITERION: Rolige overgange for unge, der fylder 18',
];

let app: TestApp;
let secretariat: TestBrowser;

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
});
afterAll(() => app.close());

interface Finding {
  readonly code: string;
  readonly words: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly count: number;
  readonly sections: readonly {
    readonly title: string;
    readonly findings: readonly Finding[];
  }[];
}

async function findingsIn(browser: TestBrowser, agreement: string, version?: string): Promise<Found> {
  const { data, errors } = await browser.gql<{ consistency: Found }>(
    `query ($agreement: ID!, $version: ID) { consistency(agreement: $agreement, version: $version) {
      count sections { title findings { code words message path start end } } } }`,
    { agreement, version },
  );
  expect(errors).toEqual([]);
  return data.consistency;
}

const listed = ({ sections }: Found): readonly string[] =>
  sections.flatMap(({ title, findings }) => findings.map(({ code, words }) => `${title} · ${code}: ${words}`));

async function write(agreement: string, title: string, root: string, blocks: readonly Y.XmlElement[]): Promise<void> {
  const [text] = await app.source.query<{ id: string }[]>(
    `SELECT id FROM text WHERE agreement = $1 AND title = $2 AND kind <> 'easy-read'`,
    [agreement, title],
  );
  await writeIn(app.source, text?.id ?? '', (doc) => doc.getXmlFragment(root).push([...blocks]));
}

/** A jump leads to the words: they stand in the version where the finding says. */
async function eachStandsWhereItSays(agreement: string, hash: string, { sections }: Found): Promise<void> {
  const version = (await versionsOf(secretariat, agreement)).find((each) => each.hash === hash);
  for (const { title, findings } of sections) {
    const content = version?.sections.find((each) => each.title === title)?.content;
    for (const { path, start, end, words } of findings.filter((each) => each.end > each.start)) {
      const slot = content && slotsOf(content).find((each) => each.path.join() === path.join());
      expect(slot && plainValue(slot.value).slice(start, end)).toBe(words);
    }
  }
}

/** How much does not fit, as a page of the round asks once more: what is frozen is not read again for it. */
async function countedAgain(id: string): Promise<number> {
  const read = jest.spyOn(VersionReads.prototype, 'texts');
  const { data } = await secretariat.gql<{ round: { inconsistencyCount: number } }>(
    'query ($id: ID!) { round(id: $id) { inconsistencyCount } }',
    { id },
  );
  expect(read).not.toHaveBeenCalled();
  read.mockRestore();
  return data.round.inconsistencyCount;
}

describe('AG-28 to AG-33 a round is opened on a version with the errors that real agreements had', () => {
  it('lists each of them, one by one, and nothing else but what is wrong in the demo', async () => {
    const agreement = await agreementCalled(secretariat, DRAFT);
    await completeEasyRead(app.owner, agreement);
    await write(agreement, 'Indledning', 'body', inIntroduction());
    await write(agreement, 'Styrket samarbejde med borgerne og deres pårørende', 'intro', [inFocusArea()]);
    const draft = await findingsIn(secretariat, agreement);
    const { refused, round } = await command(
      secretariat,
      'openRound',
      { agreement, invited: [COUNCIL], dueDate: '2090-01-01' },
      'round { id inconsistencyCount version { hash } }',
    );
    expect(refused).toBeNull();
    const opened = round as { id: string; inconsistencyCount: number; version: { hash: string } };
    const { inconsistencyCount } = opened;
    const { hash } = opened.version;
    expect(await countedAgain(opened.id)).toBe(inconsistencyCount);
    const frozen = await findingsIn(secretariat, agreement, hash);
    expect(listed(frozen)).toEqual(FOUND);
    expect([frozen.count, inconsistencyCount]).toEqual([FOUND.length, FOUND.length]);
    expect(listed(draft)).toEqual(FOUND);
    await eachStandsWhereItSays(agreement, hash, frozen);
  });
});

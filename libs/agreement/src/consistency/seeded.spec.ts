import { checkConsistency } from './check';
import { agreementOf, focusArea, focusAreas, foundIn, said, section } from './test-plain';

const TABLE = [
  'Tabel 2.1: Svar fra kommunerne',
  '',
  'Målgruppe | 1 | 2 | 3 | 4 | 5 | Ved ikke',
  'Bevægelseshandicap | 0 | 1 | 2 | 9 | 4 | 2',
  'Erhvervet blindhed | 0 | 2 | 3 | 7 | 4 | 2',
].join('\n');

/** The errors of the agreements this product was made after, each in other words. */
describe('AG-28 to AG-33 find every error that real agreements had', () => {
  it('five focus areas are announced, and six stand there (002)', () => {
    const found = foundIn('Strategien samler arbejdet i færre spor. Aftalen har fem fokusområder.', focusAreas(6));
    expect(found).toEqual(['AG-28-COUNT-DISAGREES: fem fokusområder']);
  });

  it('six proposals are announced, and five stand there (002)', () => {
    const found = foundIn('Nedenfor kan man læse de seks konkrete forslag til fokusområder.');
    expect(found).toEqual(['AG-28-COUNT-DISAGREES: seks konkrete forslag til fokusområder']);
  });

  it('one of five focus areas speaks of the other five (002)', () => {
    const own = focusArea('Brugere', 'Fokusområdet samler ønsker, som også skal bruges i de øvrige fem.');
    const found = said(checkConsistency(agreementOf(own, ...focusAreas(4))));
    expect(found).toEqual(['AG-28-OTHERS-DISAGREE: øvrige fem']);
  });

  it('one meeting is dated in two years (002)', () => {
    const found = foundIn(
      'Dialogmødet blev holdt den 12. marts 2026 i Ringsted.\n\nDa parterne mødtes på dialogmødet den 12. marts 2025, var der enighed.',
    );
    expect(found).toEqual(['AG-31-TWO-YEARS: 12. marts 2025']);
  });

  it('a focus area is called by another name than its own (002)', () => {
    const other = focusArea('Bedre vilkår for fælles tilbud', 'Kommunerne går sammen.');
    const found = foundIn('Ønsket er taget ind under ”Bedre fælles tilbud”.', [other, ...focusAreas(4)]);
    expect(found).toEqual(['AG-32-TITLE-OTHERWISE: Bedre fælles tilbud']);
  });

  it('eight focus areas are announced above a table of ten (003)', () => {
    const rows = Array.from({ length: 10 }, (_, index) => `Emne ${index + 1} | Netværk ${index + 1}`).join('\n');
    const found = foundIn(
      `Til perioden er der udpeget 8 fokusområder, som følges tæt.\n\nFokusområde | Netværk\n${rows}`,
      focusAreas(10),
    );
    expect(found).toEqual(['AG-28-COUNT-DISAGREES: 8 fokusområder']);
  });

  it('twelve municipalities in the text are thirteen in the table (004)', () => {
    const text = `${TABLE}\n\nI det store og hele hænger behov og udbud sammen for borgere med bevægelseshandicap, se tabel 2.1. Det siger 12 kommuner.`;
    expect(foundIn(text)).toEqual(['AG-33-NOT-IN-TABLE: 12 kommuner']);
    expect(foundIn(text.replace('12 kommuner', '13 kommuner'))).toEqual([]);
    expect(foundIn(text.replace('Det siger 12', 'Karakteren 4 eller 5 kommer fra 12'))).not.toEqual([]);
  });

  it('a table is referred to by a number that no table has (004)', () => {
    expect(foundIn(`${TABLE}\n\nTilbuddene er vist i tabel 3.1 i kapitel 3.`)).toEqual([
      'AG-29-NO-SUCH-TABLE: tabel 3.1',
    ]);
  });

  it('a chapter and an annex are referred to that do not exist (004)', () => {
    const found = foundIn('De særlige institutioner er beskrevet i kapitel 5.2 og i bilag 3 til udviklingsstrategien.');
    expect(found).toEqual(['AG-29-NO-SUCH-CHAPTER: kapitel 5.2', 'AG-29-NO-SUCH-ANNEX: bilag 3']);
  });

  it('a paragraph stands twice (004)', () => {
    const paragraph =
      'Prisen for en plads skal dække alle de udgifter, der hører til tilbuddet, og den fastsættes én gang om året.';
    const found = foundIn(`${paragraph}\n\nDer er flere regler.\n\n${paragraph}`);
    expect(found).toEqual([`AG-30-PARAGRAPH-TWICE: ${paragraph}`]);
  });

  it('one provision of a law has two numbers (004)', () => {
    const found = foundIn(
      'Boliger efter almenboligloven § 105 b er omfattet.\n\nNoten gælder for tilbud efter ABL § 185 b.',
    );
    expect(found).toEqual(['AG-32-TWO-PROVISIONS: ABL § 185 b']);
  });

  it('an institution is spelt in two ways (004)', () => {
    const found = foundIn('Reglen gælder ikke for MultifunC.\n\nDet gælder heller ikke for institutionen MultifinC.');
    expect(found).toEqual(['AG-32-TWO-SPELLINGS: MultifinC']);
  });

  it('one abbreviation stands for two bodies (000)', () => {
    const found = foundIn(
      'Sagen drøftes i Kommunernes Kontaktråd (KKR) før sommer.\n\nBagefter indstiller det fælles Kontaktudvalg (KKR) aftalen.',
    );
    expect(found).toEqual(['AG-32-TWO-MEANINGS: Kontaktudvalg (KKR)']);
  });

  it('and each has its place in the text', () => {
    const sections = [section('Indledning', 'Aftalen har fem fokusområder.'), ...focusAreas(6)];
    const [finding] = checkConsistency(agreementOf(...sections));
    const text = sections[0]?.slots[1]?.text ?? '';
    expect(finding).toMatchObject({ section: 'section-Indledning', path: ['body'], counted: 6 });
    expect(text.slice(finding?.start, finding?.end)).toBe('fem fokusområder');
  });
});

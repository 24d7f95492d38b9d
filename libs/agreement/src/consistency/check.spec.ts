import fc from 'fast-check';
import { checkConsistency } from './check';
import { action, agreementOf, focusArea, focusAreas, foundIn, goal, said, section } from './test-plain';

const LONG =
  'Tovholderen skriver hvert halve år en kort status, som sendes til styregruppen og til de handicapråd, der har svaret.';

describe('AG-28 counts that can be counted', () => {
  it.each([
    ['Aftalens fem fokusområder er beskrevet nedenfor.', 4],
    ['Alle seks fokusområder har en tovholder.', 5],
    ['Der er i alt 4 fokusområder.', 5],
    ['De fire fokusområder udgør aftalens kerne.', 5],
    ['Syv fokusområder er mange.', 5],
  ])('%s', (text, count) => {
    expect(foundIn(text, focusAreas(count))).toHaveLength(1);
  });

  it.each([
    'Aftalens fem fokusområder er beskrevet nedenfor.',
    'To fokusområder handler om unge.',
    'De to første fokusområder er videreført.',
    'De tre første fokusområder er videreført, og alle tre nye fokusområder er valgt til.',
    'De to fokusområder om styring har samme tovholder.',
    'De øvrige fire fokusområder bygger på det første.',
    'Den forrige aftale havde syv fokusområder.',
    'Aftalen for 2023 havde ni fokusområder.',
    'De to kommuner har fælles tilbud, og fire kommuner er på vej.',
    'Tre af de fem kommuner har svaret, og parterne i alle fem kommuner er enige.',
    'Hvert fokusområde har to tovholdere og tre faste møder.',
  ])('is silent about what fits: %s', (text) => expect(foundIn(text)).toEqual([]));

  it('counts the goals, themes and actions of the focus area that speaks of them', () => {
    const own = focusArea('Ledsagelse', 'Fokusområdets tre mål følges af de fire handlinger.', {
      goals: [goal('Flere kommer ud'), goal('Færre aflysninger')],
      actions: [action('Kørsel'), action('Kursus'), action('Kontakt'), action('Kort')],
    });
    expect(said(checkConsistency(agreementOf(own)))).toEqual(['AG-28-COUNT-DISAGREES: tre mål']);
  });

  it('counts parties, municipalities and annexes', () => {
    expect(foundIn('Alle seks kommuner har godkendt. De 7 parter er enige.')).toHaveLength(2);
    expect(foundIn('Alle fem kommuner har godkendt. De 6 parter er enige. Aftalens tre bilag følger med.')).toEqual([]);
    expect(foundIn('Aftalens fire bilag følger med.')).toEqual(['AG-28-COUNT-DISAGREES: fire bilag']);
  });

  it('counts what follows in a list', () => {
    const list = '- støtte i hjemmet\n- støtte i skolen\n- støtte på arbejdet';
    expect(foundIn(`Hjælpen gives i fire former:\n\n${list}`)).toEqual(['AG-28-LIST-DISAGREES: fire former']);
    expect(foundIn(`Hjælpen gives i tre former:\n\n${list}`)).toEqual([]);
    expect(foundIn(`Hjælpen gives i 14 dage på en af disse måder:\n\n${list}`)).toEqual([]);
  });
});

describe('AG-29 references', () => {
  it.each([
    'Se fokusområde 6.',
    'Det hænger sammen med fokusområde 2 og 7.',
    'Skemaet er vedlagt som bilag 5.',
    'Se bilag 1 og 3.',
    'Reglerne står i kapitel 12.',
    'Tallene fremgår af tabel 4.',
  ])('that lead nowhere: %s', (text) => expect(foundIn(text)).toHaveLength(1));

  it.each([
    'Se fokusområde 5 og fokusområde 1-3.',
    'Skemaet er vedlagt som bilag 4, og bilag 1 og 2 hører til.',
    'Tilbud efter serviceloven kapitel 17 er omfattet.',
    'Det fremgår af kapitel 30 i retssikkerhedsloven og bilag 7 til bekendtgørelsen.',
    'Fokusområde 9 i den forrige aftale er udgået.',
    'Tabel 1. Antal pladser\n\nTilbud | Pladser\nLærken | 12\nUglen | 9\n\nTabel 1 viser pladserne.',
  ])('that lead somewhere: %s', (text) => expect(foundIn(text)).toEqual([]));

  it('go by the numbers of chapters that have some', () => {
    const chapters = [
      section('1. Formål', 'Her står formålet.'),
      section('2. Takster', '2.1 Beregning\n\nHer står reglerne.'),
    ];
    expect(
      said(checkConsistency(agreementOf(...chapters, section('3. Andet', 'Se kapitel 2.1 og kapitel 2.2.')))),
    ).toEqual(['AG-29-NO-SUCH-CHAPTER: kapitel 2.2']);
  });
});

describe('AG-30 paragraphs that stand twice', () => {
  it('also where some words differ, and in another section', () => {
    const nearly = LONG.replace('hvert halve år', 'én gang om året');
    const found = checkConsistency(agreementOf(section('Opfølgning', LONG), focusArea('Skole', nearly)));
    expect(found).toMatchObject([
      { code: 'AG-30-PARAGRAPH-NEARLY-TWICE', other: 'Opfølgning', section: 'section-Skole' },
    ]);
  });

  it('is silent about short ones and about the same subject in other words', () => {
    expect(foundIn('Status skrives hvert år.\n\nStatus skrives hvert år.')).toEqual([]);
    expect(
      foundIn(
        `${LONG}\n\nHandicaprådene får status fra tovholderen, når styregruppen har haft lejlighed til at se den.`,
      ),
    ).toEqual([]);
  });
});

describe('AG-31 days', () => {
  it.each([
    ['Fristen er mandag den 15. oktober 2027.', 'AG-31-WRONG-WEEKDAY'],
    ['Svaret sendes senest den 31. april 2027.', 'AG-31-NO-SUCH-DAY'],
    ['Temadagen holdes den 3. maj 2027.\n\nEfter temadagen den 3. maj 2028 skrives et notat.', 'AG-31-TWO-YEARS'],
  ])('that cannot be right: %s', (text, code) => expect(foundIn(text)).toEqual([expect.stringContaining(code)]));

  it.each([
    'Fristen er fredag den 15. oktober 2027.',
    'Aftalen gælder fra den 1. januar 2027 til den 31. december 2028.',
    'Status skrives senest 1. maj 2027 og 1. maj 2028.',
    'Konferencen holdes den 5. marts 2027 og igen ved konferencen den 5. marts 2028.',
    'En opsigelse, der gives den 10. marts, får virkning fra udgangen af april.',
  ])('that can be right: %s', (text) => expect(foundIn(text)).toEqual([]));
});

describe('AG-32 names', () => {
  it.each([
    ['Tovholder er Vordinborg Kommune.', 'Vordinborg'],
    [
      'Mødet holdes på Lindehøjen i juni.\n\nBeboerne på Lindehøjen har svaret.\n\nOgså på Lindehojen er der et råd.',
      'Lindehojen',
    ],
    ['Sagen lægges på Social-Net i maj.\n\nDerefter hentes den på SocialNet igen.', 'SocialNet'],
  ])('in two spellings: %s', (text, name) => expect(foundIn(text)).toEqual([`AG-32-TWO-SPELLINGS: ${name}`]));

  it.each([
    'Både Socialtilsyn Øst og det fælles Socialtilsynet har svaret, og Vordingborgs råd er enigt.',
    'Region Sjælland og Regionsrådet, Holbæk Kommune og Holbæks borgere.',
    'Støtte efter servicelovens § 103 a og § 104 a.',
    'Kommunernes Kontaktråd (KKR) og det sjællandske Kontaktråd (KKR) er det samme.',
    'Netværket for Skole og Fritid mødes. Fokusområdet »Skole« er med, og »skole« er et ord.',
  ])('that are right: %s', (text) => expect(foundIn(text)).toEqual([]));
});

describe('AG-33 tables', () => {
  const table =
    'Tilbud | Kommunale | Regionale | Private | I alt\nBosteder | 4 | 3 | 2 | 9\nSkoler | 6 | 1 | 0 | 7\nVærksteder | 2 | 2 | 2 | 6';

  it('add up', () => {
    expect(foundIn(`${table}\nI alt | 12 | 6 | 4 | 22`)).toEqual([]);
    expect(foundIn(`${table}\nI alt | 12 | 7 | 4 | 22`)).toEqual(['AG-33-SUM-DISAGREES: 7', 'AG-33-SUM-DISAGREES: 22']);
    expect(foundIn(table.replace('| 9', '| 8'))).toEqual(['AG-33-SUM-DISAGREES: 8']);
  });
});

describe('AG-11 AG-12 what a goal and an action lack', () => {
  it('is among the findings, where it is missing', () => {
    const own = focusArea('Ledsagelse', 'Kort tekst.', {
      goals: [goal('Flere kommer ud', ' ')],
      actions: [action('Kørsel', null)],
    });
    expect(checkConsistency(agreementOf(own))).toMatchObject([
      {
        code: 'AG-11-GOAL-WITHOUT-CRITERION',
        path: ['goals', 'goal-Flere kommer ud', 'criterion'],
        title: 'Flere kommer ud',
      },
      { code: 'AG-12-ACTION-WITHOUT-RESPONSIBLE', path: ['actions', 'action-Kørsel', 'responsible'] },
    ]);
  });
});

describe('the whole check', () => {
  it('names for any text a place that is there', () => {
    const piece = fc.constantFrom(
      'fem fokusområder',
      'Se kapitel 9.',
      'de øvrige',
      'syv',
      ' | ',
      '\n',
      '\n\n',
      '- ',
      'ABL § 105 b',
      'mandag den 3. maj 2027',
      'I alt | 4 | 7',
      LONG,
      '(KKR)',
      'Kontaktråd',
      '»',
      '«',
      ':',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        for (const { start, end, path } of checkConsistency(agreementOf(section('Ét', text), ...focusAreas(3)))) {
          if (path[0] !== 'body') continue;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('takes well under a second for a hundred pages', () => {
    const page = (number: number) =>
      Array.from(
        { length: 12 },
        (_, line) => `Afsnit ${number}.${line}: ${LONG.replace('styregruppen', `gruppe ${number * 12 + line}`)}`,
      ).join('\n\n');
    const chapters = Array.from({ length: 100 }, (_, index) => section(`Side ${index}`, page(index)));
    const before = performance.now();
    checkConsistency(agreementOf(...chapters));
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

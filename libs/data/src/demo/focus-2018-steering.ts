import type { DemoFocusArea } from './content';

/** The three steering focus areas of 2018–20. */
export const steeringFocusAreas2018: readonly DemoFocusArea[] = [
  {
    key: 'steering-knowledge',
    title: 'Vidensdeling om styring',
    strand: 'steering',
    coordinators: ['municipality:0320'],
    intro: ['Kommunerne styrer det samme område på hver sin måde og kan lære af forskellene.'],
    goals: [
      {
        title: 'Kendte og delte styringsgreb',
        body: ['Gode erfaringer med styring skal være nemme at finde.'],
        criterion: 'Alle kommuner har bidraget til mindst én fælles drøftelse om styring hvert år.',
        owner: 'municipality:0320',
        dueInDays: null,
      },
    ],
    themes: [
      {
        title: 'Køb og salg af pladser',
        body: ['Ens vilkår, når en borger flytter til et tilbud i en anden kommune.'],
      },
    ],
    actions: [
      {
        title: 'Nye standardkontrakter',
        body: ['Kontrakterne for køb og salg af pladser føres ajour.'],
        responsible: 'municipality:0320',
        fromInDays: null,
        toInDays: null,
      },
    ],
    easyRead: [],
    lineage: [],
    outcome: {
      state: 'results',
      body: [
        'Årlige regionale analyser blev til virkelighed, og som led i arbejdet med styring blev standardkontrakterne for handel med pladser fornyet.',
      ],
    },
  },
  {
    key: 'steering-data',
    title: 'Styringsdata og information',
    strand: 'steering',
    coordinators: ['municipality:0326'],
    intro: ['Fælles tal er en forudsætning for fælles beslutninger.'],
    goals: [
      {
        title: 'Et fælles overblik hvert år',
        body: ['Aktivitet og økonomi skal kunne følges på tværs af kommunegrænser.'],
        criterion: 'En samlet analyse foreligger inden sommerferien hvert år.',
        owner: 'municipality:0326',
        dueInDays: null,
      },
    ],
    themes: [{ title: 'Ens opgørelser', body: ['Fælles forståelse af pladser, takster og målgrupper.'] }],
    actions: [
      {
        title: 'Årlig analyse',
        body: ['Tal fra alle kommuner samles og kommenteres.'],
        responsible: 'municipality:0326',
        fromInDays: null,
        toInDays: null,
      },
    ],
    easyRead: [],
    lineage: [],
    outcome: {
      state: 'results',
      body: ['Analyserne af aktivitet og økonomi kom hvert år og gav et bedre grundlag for styringen.'],
    },
  },
  {
    key: 'rising-need',
    title: 'Stigende behov for støtte',
    strand: 'steering',
    coordinators: ['municipality:0306', 'municipality:0336'],
    intro: ['Flere børn, unge og voksne får brug for støtte. Vi vil forstå hvorfor.'],
    goals: [
      {
        title: 'Forklaringer frem for formodninger',
        body: ['Parterne skal vide mere om, hvad der driver væksten.'],
        criterion: 'Der foreligger en fælles forklaring på udviklingen for mindst tre målgrupper.',
        owner: 'municipality:0306',
        dueInDays: null,
      },
    ],
    themes: [
      { title: 'Behovet hos voksne', body: ['Muligheden for et fælles mål for, hvor stort behovet er i en kommune.'] },
    ],
    actions: [
      {
        title: 'Undersøgelse af årsager',
        body: ['Kommunerne sammenholder egne tal og ser efter mønstre.'],
        responsible: 'municipality:0336',
        fromInDays: null,
        toInDays: null,
      },
    ],
    easyRead: [],
    lineage: [],
    outcome: {
      state: 'partly',
      body: [
        'De årlige analyser dækkede også dette område. Derimod blev tanken om et fælles socialt indeks for voksne, eller en samlet forklaring på væksten, ikke ført helt igennem.',
      ],
    },
  },
];

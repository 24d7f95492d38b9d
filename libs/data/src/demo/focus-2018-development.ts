import type { DemoFocusArea } from './content';

/** The four development focus areas of 2018–20. */
export const developmentFocusAreas2018: readonly DemoFocusArea[] = [
  {
    key: 'citizen-first',
    title: 'Borgeren først – samarbejde med brugerne og deres pårørende',
    strand: 'development',
    coordinators: ['municipality:0265'],
    intro: [
      'Borgeren er den vigtigste kilde til viden om, hvad der hjælper. Det skal kunne ses i måden, vi arbejder på.',
    ],
    goals: [
      {
        title: 'Brugere og pårørende inddrages tidligere',
        body: ['Inddragelse skal ske, mens der er flere mulige løsninger, og ikke først når én er valgt.'],
        criterion: 'Hvert tilbud kan beskrive, hvordan brugerne har haft indflydelse på hverdagen det seneste år.',
        owner: 'municipality:0265',
        dueInDays: null,
      },
    ],
    themes: [
      {
        title: 'Pårørende som samarbejdspartnere',
        body: ['Klare aftaler om, hvornår og hvordan pårørende kontaktes.'],
      },
      {
        title: 'Brugerråd, der virker',
        body: ['Støtte til råd, hvor deltagerne har svært ved møder og skriftligt materiale.'],
      },
    ],
    actions: [
      {
        title: 'Lokale forløb om inddragelse',
        body: ['Kommunerne afprøver hver for sig nye former for samarbejde med brugerne.'],
        responsible: 'municipality:0265',
        fromInDays: null,
        toInDays: null,
      },
    ],
    easyRead: [],
    lineage: [],
    outcome: {
      state: 'remaining',
      body: [
        'Indsatsen kom især til at ligge lokalt i den enkelte kommune. Der skete mindre på tværs, og der blev kun i mindre grad udpeget områder, hvor inddragelsen kunne styrkes.',
      ],
    },
  },
  {
    key: 'committed-cooperation',
    title: 'Forpligtende samarbejde om tilbud til udvalgte målgrupper',
    strand: 'development',
    coordinators: ['municipality:0330', 'municipality:0360'],
    intro: ['Små målgrupper har brug for, at flere kommuner binder sig til hinanden over længere tid.'],
    goals: [
      {
        title: 'Samarbejder, der holder',
        body: ['Kommuner, der har fælles udfordringer, skal kunne indgå aftaler, som begge kan regne med.'],
        criterion: 'Der er indgået mindst to forpligtende aftaler mellem tre eller flere kommuner.',
        owner: 'municipality:0330',
        dueInDays: null,
      },
    ],
    themes: [
      {
        title: 'Klynger af nabokommuner',
        body: ['Geografisk nærhed som grundlag for fælles tilbud og fælles fagmiljø.'],
      },
      {
        title: 'Fælles ansvar for sjældne målgrupper',
        body: ['Aftaler om, hvem der holder liv i den smalle ekspertise.'],
      },
    ],
    actions: [
      {
        title: 'Drøftelser om mulige klynger',
        body: ['Kommunerne undersøger, hvor det giver mening at gå sammen.'],
        responsible: 'municipality:0360',
        fromInDays: null,
        toInDays: null,
      },
    ],
    easyRead: [],
    lineage: [],
    outcome: {
      state: 'remaining',
      body: [
        'Da aftalen blev til, talte man om mere bindende samarbejder, for eksempel i klynger. Ved status i slutningen af 2019 var der endnu et stykke vej til konkrete resultater.',
      ],
    },
  },
  {
    key: 'knowledge-in-play',
    title: 'Tilbuddenes viden og kompetencer skal i spil',
    strand: 'development',
    coordinators: ['region:1085'],
    intro: ['Tilbuddene ved mere, end de selv bruger. Den viden skal ud til naboen, skolen og sagsbehandleren.'],
    goals: [
      {
        title: 'Ekspertisen når ud over matriklen',
        body: ['Specialiseret viden skal kunne bruges dér, hvor borgeren bor.'],
        criterion: 'Mindst ét fælles kompetenceforløb om året med deltagere fra et flertal af kommunerne.',
        owner: 'region:1085',
        dueInDays: null,
      },
    ],
    themes: [{ title: 'Fælles uddannelse', body: ['Forløb, hvor medarbejdere fra flere kommuner lærer sammen.'] }],
    actions: [
      {
        title: 'Kompetenceudvikling på tværs',
        body: ['Større og mindre arrangementer for medarbejdere og ledere.'],
        responsible: 'region:1085',
        fromInDays: null,
        toInDays: null,
      },
    ],
    easyRead: [],
    lineage: [],
    outcome: {
      state: 'results',
      body: [
        'Her blev nået meget. Kompetenceudviklingen på tværs af kommunerne fik bred opbakning, og arrangementerne var stærkt efterspurgte.',
      ],
    },
  },
  {
    key: 'practice-methods',
    title: 'Praksisnær metodeudvikling og videndeling om effekt',
    strand: 'development',
    coordinators: ['municipality:0259', 'municipality:0340'],
    intro: ['Metoder udvikles bedst tæt på borgeren og bliver stærkere af at blive delt.'],
    goals: [
      {
        title: 'Vi lærer af det, der virker',
        body: ['Kommunerne skal kende hinandens metoder og tale åbent om resultaterne.'],
        criterion: 'Der er holdt mindst to faglige konferencer om året, og oplæggene er frit tilgængelige bagefter.',
        owner: 'municipality:0259',
        dueInDays: null,
      },
    ],
    themes: [{ title: 'Recovery i praksis', body: ['Fra værdier på papiret til måder at tale og handle på.'] }],
    actions: [
      {
        title: 'Konferencer og symposier',
        body: ['Fagfolk mødes om metoder og om, hvordan de breder sig.'],
        responsible: 'municipality:0340',
        fromInDays: null,
        toInDays: null,
      },
    ],
    easyRead: [],
    lineage: [],
    outcome: {
      state: 'results',
      body: [
        'Recovery blev et samlende fagligt spor, og de mange konferencer og symposier blev vurderet som udbytterige.',
      ],
    },
  },
];

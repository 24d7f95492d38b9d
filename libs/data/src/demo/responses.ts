import type { DemoHearingResponse, DemoTreatment } from './content';

const greve: DemoHearingResponse = {
  council: 'disability-council:0253',
  submittedBy: 'handicapraad-formand-greve',
  points: [
    {
      key: 'greve-general',
      focusAreaKey: null,
      body: [
        'Handicaprådet takker for et udkast, der er til at læse, og som kom så tidligt, at vi kunne behandle det på et almindeligt møde. Det har vi ikke altid kunnet, og det skal siges, når det lykkes.',
      ],
    },
    {
      key: 'greve-survey',
      focusAreaKey: 'citizens-and-relatives',
      body: [
        'Vi er glade for, at tilfredsheden skal måles på en fælles måde. Men mange af dem, vi repræsenterer, kan ikke udfylde et skema, heller ikke med billeder. Prøvemålingen bør omfatte mennesker uden talesprog fra første dag, og det bør fremgå, hvem der tolker deres reaktioner.',
      ],
    },
    {
      key: 'greve-eighteen',
      focusAreaKey: 'mental-health',
      body: [
        'Målet om rolige overgange, når unge fylder 18, er det vigtigste i hele strategien for mange af vores familier. Desværre er det også det eneste mål, hvor der ikke står, hvornår det er nået. Vi foreslår, at den unge senest et halvt år før fødselsdagen kender navnet på sin nye sagsbehandler.',
      ],
    },
    {
      key: 'greve-easy-read',
      focusAreaKey: 'better-steering-data',
      body: [
        'Den letlæste udgave siger, at ingen kan se, hvis tallene er. Den siger ikke, hvem der må se dem, før navnene er væk. Tal om vores liv er ikke mindre vigtige for os, fordi de er svære at forklare. Vi beder om, at det også kommer til at stå der.',
      ],
    },
    {
      key: 'greve-private',
      focusAreaKey: 'inter-municipal-cooperation',
      body: [
        'Når kommunerne taler med private leverandører om priser, bør brugerorganisationerne sidde med ved bordet. Vi har set eksempler på, at en lavere pris blev til færre hænder om aftenen.',
      ],
    },
  ],
  minority: null,
};

const holbaek: DemoHearingResponse = {
  council: 'disability-council:0316',
  submittedBy: 'handicapraad-formand-holbaek',
  points: [
    {
      key: 'holbaek-general',
      focusAreaKey: null,
      body: [
        'Rådet finder, at opdelingen i mål, tematikker og handlinger er en klar forbedring. For første gang kan vi se, hvad vi kan holde parterne op på.',
      ],
    },
    {
      key: 'holbaek-distance',
      focusAreaKey: 'inter-municipal-cooperation',
      body: [
        'Fælles tilbud giver bedre faglighed, men også længere vej hjem. For en pårørende uden bil kan 40 kilometer betyde ét besøg om måneden i stedet for ét om ugen. Vi ønsker, at afstand og offentlig transport indgår, hver gang et fælles tilbud planlægges.',
      ],
    },
    {
      key: 'holbaek-convener',
      focusAreaKey: 'inter-municipal-cooperation',
      body: [
        'Det står ikke, hvem der indkalder til drøftelsen med de private leverandører. Erfaringen siger, at en opgave uden ansvarlig ikke bliver løst. Der bør sættes navn på en part, før aftalen sendes til godkendelse.',
      ],
    },
    {
      key: 'holbaek-participation',
      focusAreaKey: 'citizens-and-relatives',
      body: [
        'Deltagelse koster. Når brugerrepræsentanter inviteres til møder i hele regionen, bør kørsel, ledsager og tolk være betalt, og for den enkelte bør det være klart på forhånd, hvordan man søger.',
      ],
    },
    {
      key: 'holbaek-words',
      focusAreaKey: 'practice-methods-and-effect',
      body: [
        'Ordet effekt kan give det indtryk, at et menneske er et projekt, der skal gøres færdigt. For nogle er det et stort resultat, at intet bliver værre. Vi foreslår, at teksten siger direkte, at fastholdelse af en funktion også er et resultat.',
      ],
    },
  ],
  minority: {
    personas: ['handicapraad-medlem-1-holbaek', 'handicapraad-medlem-2-holbaek'],
    body: [
      'To medlemmer er uenige i rådets svar om afstand. For vores egne børn har de mange kilometer været det værd: De fik et tilbud, hvor de ansatte kender diagnosen. Vi ønsker ikke, at hensynet til afstand kan bruges som argument for at undlade at oprette et fælles tilbud.',
    ],
  },
};

const naestved: DemoHearingResponse = {
  council: 'disability-council:0370',
  submittedBy: 'handicapraad-formand-naestved',
  points: [
    {
      key: 'naestved-peers',
      focusAreaKey: 'mental-health',
      body: [
        'Det er rigtigt set, at medarbejdere med egne erfaringer skal have løn. Med én ansat i hver kommune er ordningen dog sårbar: Bliver vedkommende syg, er der ingen. Vi foreslår mindst to.',
      ],
    },
    {
      key: 'naestved-consent',
      focusAreaKey: 'better-steering-data',
      body: [
        'Når tal om få mennesker lægges sammen med andre oplysninger, kan de alligevel genkendes. Vi vil gerne vide, hvor lille en gruppe må være, før den ikke vises.',
      ],
    },
    {
      // Nobody can have this number: by its seventh digit its owner would be born in 1878.
      key: 'naestved-buildings',
      focusAreaKey: null,
      body: [
        'Strategien taler meget om metoder og lidt om bygninger. Et tilbud, man ikke kan komme ind i med kørestol eller finde rundt i med svagt syn, er ikke et tilbud. Tilgængelighed bør nævnes i indledningen som en forudsætning for alle fokusområder. Erik på Parkvej, 120378-5012, kan vise, hvor trappen er.',
      ],
    },
    {
      key: 'naestved-night',
      focusAreaKey: 'practice-methods-and-effect',
      body: [
        'Vi bemærker med glæde, at vikarer og nattevagter er tænkt ind i kompetenceforløbene. Det er ofte om natten, at uroen opstår.',
      ],
    },
  ],
  minority: null,
};

/** Three hearing responses to the demo agreement of 2021–22, opdigtet til demonstration. */
export const demoResponses: readonly DemoHearingResponse[] = [greve, holbaek, naestved];

/** How eight of their points were treated; the others still await an answer. */
export const demoTreatments: readonly DemoTreatment[] = [
  {
    point: 'greve-survey',
    outcome: 'accommodated',
    answer:
      'To af de otte tilbud i prøvemålingen vælges blandt dem, hvor brugerne ikke har talesprog. Det skrives ind, at en pårørende eller en medarbejder, borgeren er tryg ved, hjælper med at tolke svaret, og at det fremgår, hvem det var.',
    reason: 'En måling, som udelader dem, der har sværest ved at klage, giver et forkert billede.',
  },
  {
    point: 'greve-eighteen',
    outcome: 'partly',
    answer:
      'Målet får et kriterium i den næste version. Rådets forslag om et halvt år indgår, men fristen fastlægges først, når de fire kommuner har prøvet køreplanen af.',
    reason: 'Parterne vil ikke love en frist, før de ved, at den kan holdes i alle kommuner.',
  },
  {
    point: 'greve-easy-read',
    outcome: 'accommodated',
    answer: 'Tovholderne skriver det ind i den letlæste udgave, før aftalen sendes til godkendelse.',
    reason: 'Rådet har ret i, at det mangler, og der er tid til at nå det.',
  },
  {
    point: 'greve-private',
    outcome: 'not-accommodated',
    answer:
      'Organisationerne inviteres ikke til selve prisdrøftelsen. De får i stedet lejlighed til at udtale sig om kravene til kvalitet, inden drøftelsen holdes.',
    reason:
      'Drøftelsen kan omfatte oplysninger om leverandørernes økonomi, som kommunerne har pligt til at holde fortrolige.',
  },
  {
    point: 'holbaek-distance',
    outcome: 'partly',
    answer:
      'Transporttid føjes til det, der skal beskrives, når et fælles tilbud planlægges. Der indføres ikke en øvre grænse for afstanden.',
    reason: 'Rådets mindretal peger på, at en grænse kan forhindre gode tilbud. Begge hensyn skal kunne ses i sagen.',
  },
  {
    point: 'holbaek-participation',
    outcome: 'noted',
    answer:
      'Styregruppen er gjort opmærksom på ønsket. Reglerne for godtgørelse findes i lovgivningen og i den enkelte kommunes retningslinjer, og dem kan rammeaftalen ikke ændre.',
    reason: 'Spørgsmålet hører til hos den enkelte kommune, men er værd at tage op på det næste dialogmøde.',
  },
  {
    point: 'holbaek-words',
    outcome: 'accommodated',
    answer:
      'Det tilføjes i indledningen til fokusområdet, at det også er et resultat, når en borger bevarer sine evner.',
    reason: 'Det er i overensstemmelse med hensigten, og den nuværende tekst kan misforstås.',
  },
  {
    point: 'naestved-peers',
    outcome: 'not-accommodated',
    answer:
      'Kravet forbliver mindst én medarbejder hos hver part. Netværket på tværs skal gøre den enkelte mindre alene.',
    reason: 'De mindste kommuner kan ikke love to stillinger i denne periode. Kravet vurderes igen ved midtvejsstatus.',
  },
];

/** How the rest were treated, in the demo where the round is closed. A minority's point goes by its council. */
export const demoLaterTreatments: readonly DemoTreatment[] = [
  {
    point: 'greve-general',
    outcome: 'noted',
    answer: 'Tak. Også det næste udkast sendes ud så tidligt, at det kan behandles på et almindeligt møde.',
    reason: 'Rådet peger på noget, der virkede, og som parterne vil holde fast i.',
  },
  {
    point: 'holbaek-general',
    outcome: 'noted',
    answer: 'Opdelingen i mål, tematikker og handlinger beholdes i den endelige aftale.',
    reason: 'Den gør det muligt at følge op, som rådet skriver.',
  },
  {
    point: 'holbaek-convener',
    outcome: 'partly',
    answer: 'Styregruppen aftaler, hvem der indkalder. Det kommer til at fremgå af arbejdsplanen og ikke af aftalen.',
    reason: 'Opgaven får en ansvarlig, som rådet ønsker, men den ansvarlige kan skifte i perioden.',
  },
  {
    point: 'disability-council:0316',
    outcome: 'noted',
    answer: 'Begge hensyn lægges frem for parterne, når de tager stilling til aftalen.',
    reason: 'Aftalen sætter ingen grænse for afstand, så et fælles tilbud kan oprettes, også når der er langt.',
  },
  {
    point: 'naestved-consent',
    outcome: 'noted',
    answer:
      'Grænsen for, hvor små grupper der vises, fastsættes, når de fælles data er beskrevet. Rådet får den at se først.',
    reason: 'Den afhænger af, hvilke oplysninger der samles, og det er ikke afgjort endnu.',
  },
  {
    point: 'naestved-buildings',
    outcome: 'not-accommodated',
    answer:
      'Tilgængelighed nævnes ikke i indledningen. Kravene til bygninger gælder alle tilbud, uanset hvad aftalen skriver.',
    reason: 'Aftalen gentager ikke, hvad der følger af loven. Rådet har ret i, at det er en forudsætning.',
  },
  {
    point: 'naestved-night',
    outcome: 'noted',
    answer: 'Tak. Vikarer og nattevagter er med, når kompetenceforløbene planlægges.',
    reason: 'Det er i overensstemmelse med rådets ønske.',
  },
];

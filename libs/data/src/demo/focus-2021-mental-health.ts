import type { DemoFocusArea } from './content';

/** Focus area 3 of the demo agreement of 2021–22. One goal lacks its criterion, so that freezing can warn. */
export const mentalHealth: DemoFocusArea = {
  key: 'mental-health',
  title: 'En sammenhængende indsats for borgere med psykiske vanskeligheder',
  strand: 'development',
  coordinators: ['region:1085', 'municipality:0316'],
  intro: [
    'Den, der bliver ramt af en psykisk lidelse, møder let seks eller syv forskellige steder i det offentlige: egen læge, psykiatrien, bostøtten, jobcentret, skolen, misbrugsrådgivningen og måske et botilbud. Hvert sted kan gøre sit arbejde godt, uden at det hele kommer til at hænge sammen.',
    'Fokusområdet handler om overgangene. Det skal følges ad med sundhedsaftalen, som allerede forpligter kommuner og region over for hinanden, og det skal ikke gentage den.',
    'Familie, venner, naboer og foreninger er en del af indsatsen, også selv om de aldrig står i en handleplan.',
  ],
  goals: [
    {
      title: 'Ingen udskrives til ingenting',
      body: [
        'Når en borger forlader en psykiatrisk afdeling, skal kommunen vide det i god tid, og den næste aftale skal være lavet, før døren lukker bag borgeren.',
      ],
      criterion:
        'Ved ni ud af ti planlagte udskrivninger er der holdt et møde mellem borger, afdeling og kommune senest fem hverdage før, og borgeren har fået navn og telefonnummer på én kontaktperson. Det opgøres ved stikprøver to gange om året.',
      owner: 'region:1085',
      dueInDays: 600,
    },
    {
      title: 'Rolige overgange for unge, der fylder 18',
      body: [
        'På én dag skifter den unge sagsbehandler, lovgivning og ofte også afdeling. Planlægningen skal begynde så tidligt, at den unge når at lære de nye mennesker at kende.',
      ],
      criterion: '',
      owner: 'municipality:0316',
      dueInDays: 450,
    },
    {
      title: 'Erfaringer med egen sygdom bruges som en faglig styrke',
      body: [
        'Mennesker, der selv har været igennem et forløb, kan skabe et håb, som ingen uddannelse giver. De skal have ordnede forhold, løn for deres arbejde og kolleger at støtte sig til.',
      ],
      criterion:
        'Hver kommune og regionens psykiatri har mindst én lønnet medarbejder ansat på grund af egne erfaringer, og alle har adgang til et fælles netværk, der mødes mindst fire gange om året.',
      owner: 'municipality:0265',
      dueInDays: 640,
    },
  ],
  themes: [
    {
      title: 'Forebyggelse, før det går galt',
      body: [
        'Mange tegn ses tidligt i skolen, på uddannelsen eller hos den praktiserende læge. Parterne udvikler sammen med borgere og foreninger åbne tilbud, som man kan gå ind i uden henvisning.',
      ],
    },
    {
      title: 'Sammenhæng mellem kommune, psykiatri og praksis',
      body: [
        'Forløbsprogrammerne for børn og unge skal ud at leve i hverdagen. For voksne med svære lidelser afprøves fælles planer, så borgeren kun skal fortælle sin historie én gang.',
      ],
    },
    {
      title: 'Kolleger med levede erfaringer',
      body: [
        'Videndeling om ansættelse, oplæring og arbejdsmiljø for peer-medarbejdere, og om de dilemmaer, der følger med at være både kollega og tidligere bruger.',
      ],
    },
    {
      title: 'De mest specialiserede indsatser',
      body: [
        'For få borgere er selv et godt kommunalt tilbud ikke nok. Her overvejes tilbud på tværs af kommunegrænser, og arbejdet samordnes med fokusområdet om mellemkommunalt samarbejde.',
      ],
    },
    {
      title: 'Recovery som fælles retning',
      body: [
        'At komme sig betyder ikke nødvendigvis at blive rask. Det betyder at få et liv, man selv synes er værd at leve. Medarbejdere i kommune og region skal have samme grundforståelse, så borgeren ikke mødes af to forskellige sprog.',
      ],
    },
    {
      title: 'Medarbejdere, der har lyst til at blive',
      body: [
        'Faste ansigter er i sig selv en indsats. Parterne deler viden om rekruttering, sygefravær og om, hvad der får erfarne medarbejdere til at blive i svære job.',
      ],
    },
  ],
  actions: [
    {
      title: 'Oversigt over igangværende projekter',
      body: [
        'Der laves en kort, levende oversigt over de udviklingsprojekter, kommunerne og regionen har i gang, med målgruppe, finansiering, udløb og en person, man kan ringe til.',
      ],
      responsible: 'region:1085',
      fromInDays: 30,
      toInDays: 130,
    },
    {
      title: 'Afdækning af behovet for højt specialiserede pladser',
      body: [
        'Kommunerne melder ind, hvilke borgere de i dag ikke kan finde et egnet tilbud til. Tallene samles i intervaller, så ingen enkeltpersoner kan genkendes.',
      ],
      responsible: 'municipality:0316',
      fromInDays: 90,
      toInDays: 240,
    },
    {
      title: 'Lærende møder om forsøg, der har gjort en forskel',
      body: [
        'Fire gange i perioden inviterer et projekt de øvrige parter på besøg. Værten fortæller også om det, der ikke lykkedes, og borgere fra projektet er med på programmet.',
      ],
      responsible: 'municipality:0329',
      fromInDays: 180,
      toInDays: 680,
    },
    {
      title: 'Plan for, hvordan gode forsøg får lov at leve videre',
      body: [
        'For mange projekter stopper, når pengene fra puljen er brugt. Styregruppen får et forslag til, hvem der senest et halvt år før udløb tager stilling til, om forsøget skal gøres til almindelig drift.',
      ],
      responsible: 'region:1085',
      fromInDays: 240,
      toInDays: 400,
    },
    {
      title: 'Fælles køreplan for det attende år',
      body: [
        'Kommuner og psykiatri skriver sammen med unge og forældre en køreplan, der begynder, når den unge er 16 et halvt. Den afprøves i fire kommuner.',
      ],
      responsible: 'municipality:0316',
      fromInDays: 120,
      toInDays: 420,
    },
  ],
  easyRead: [
    'Nogle har det svært i sindet. De kan få hjælp mange steder: hos lægen, på et hospital, i kommunen eller på et bosted.',
    'Det er godt. Men det kan også være svært at finde rundt i. Derfor skal stederne blive bedre til at tale sammen.',
    'Vi vil nå tre ting:',
    '- Du skal hjem fra et hospital. Så skal du vide, hvem der hjælper dig, når du er hjemme igen.',
    '- Unge, der fylder 18 år, skal have tid til at møde de nye folk, som skal hjælpe dem.',
    '- Folk, der selv har haft det svært, kan være en god støtte for andre. De skal have løn for det.',
    'Det gør vi også: Vi ser på, hvem der i dag ikke får den rette hjælp. Vi besøger hinanden og lærer af det, der går godt.',
    'Regionen og Holbæk styrer arbejdet. Du kan spørge dem, hvis du vil vide mere.',
  ],
  lineage: [
    {
      from: 'knowledge-in-play',
      relation: 'continued',
      basis: 'document',
      note: 'Forslagets oversigt stiller de to over for hinanden. Indholdet genfindes dog mest i fokusområdet om metoder og effekt.',
    },
    {
      from: 'Psykiatri (Sammenhæng til sundhedsaftaler)',
      relation: 'own-focus-area',
      basis: 'interpretation',
      note: 'Forslaget gør psykiatrien til fokusområde og henviser til sundhedsaftalen, men siger ikke, at det sker på grund af ønsket.',
    },
    {
      from: 'Specialiseret forebyggelse',
      relation: 'became-theme',
      basis: 'interpretation',
      note: 'Forebyggelse står som tema i fokusområdet; forbindelsen er ikke skrevet ud.',
    },
    {
      from: 'Fastholdelse af personale',
      relation: 'became-theme',
      basis: 'interpretation',
      note: 'Fokusområdet har et tema om at fastholde og udvikle medarbejdere.',
    },
  ],
};

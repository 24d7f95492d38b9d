import type { DemoFocusArea } from './content';

/** Focus area 4 of the demo agreement of 2021–22. */
export const practiceMethodsAndEffect: DemoFocusArea = {
  key: 'practice-methods-and-effect',
  title: 'Praksisnær metodeudvikling og videndeling om effekt',
  strand: 'development',
  coordinators: ['municipality:0259', 'municipality:0390'],
  intro: [
    'En god metode er ikke god, før den virker for den borger, man sidder over for. Derfor interesserer fokusområdet sig både for, hvad forskningen siger, og for, hvad der sker på et botilbud en tirsdag eftermiddag.',
    'Konferencer og fælles uddannelse var noget af det, der lykkedes bedst i den foregående periode. Det bygger vi videre på. Det nye er spørgsmålet bagefter: Hvad blev anderledes for borgerne, og hvordan ved vi det?',
    'Fokusområdet hænger tæt sammen med fokusområdet om bedre styringsdata. Her skabes den faglige viden om effekt, som dér bliver til tal, ledere og politikere kan styre efter.',
  ],
  goals: [
    {
      title: 'Medarbejderne arbejder med metoder, vi har tillid til',
      body: [
        'Alle tilbud skal kunne fortælle, hvilke metoder de bruger, hvorfor de er valgt, og hvordan medarbejderne er lært op i dem.',
      ],
      criterion:
        'Mindst 80 procent af de omfattede tilbud har offentliggjort en beskrivelse på én side af deres metoder, og mindst 400 medarbejdere på tværs af parterne har gennemført et af de fælles kompetenceforløb.',
      owner: 'municipality:0259',
      dueInDays: 620,
    },
    {
      title: 'Effekten af indsatsen drøftes med borgeren selv',
      body: [
        'Mål sættes sammen med borgeren, følges op sammen med borgeren og ændres, når de ikke passer længere. Registrering er kun noget værd, hvis den bruges i samtalen.',
      ],
      criterion:
        'I en stikprøve på ti sager fra hvert deltagende tilbud er der i mindst otte sager et mål, som borgeren har formuleret eller godkendt, og mindst to opfølgninger inden for det seneste år.',
      owner: 'municipality:0390',
      dueInDays: 560,
    },
  ],
  themes: [
    {
      title: 'Fælles kompetenceudvikling',
      body: [
        'Kommuner og region uddanner medarbejdere sammen i få, veldokumenterede tilgange. Forløbene veksler mellem undervisning og afprøvning på egen arbejdsplads, og lederen deltager på lige fod med medarbejderne.',
      ],
    },
    {
      title: 'Redskaber til at følge borgerens udvikling',
      body: [
        'Der findes mange redskaber, og ingen af dem passer til alle. Vi samler erfaringer med blandt andet FIT, hvor borgeren løbende giver en kort tilbagemelding på både sit udbytte og selve samtalen, og med redskaber til borgere uden talesprog.',
      ],
    },
    {
      title: 'En kultur, hvor man tør evaluere',
      body: [
        'Det kræver tryghed at lægge en sag frem og sige, at den ikke gik som håbet. Temaet handler om faste stunder, hvor en gruppe kolleger sammen undersøger sammenhængen mellem det, de gjorde, og det, der kom ud af det.',
      ],
    },
    {
      title: 'Arbejdspladser, man bliver på',
      body: [
        'Faglig udvikling er en af de bedste grunde til at blive i sit job. Kompetenceforløbene tilrettelægges, så de også styrker nyuddannede, vikarer og nattevagter, der sjældent kommer på kursus.',
      ],
    },
  ],
  actions: [
    {
      title: 'To årlige temadage',
      body: [
        'Værtskabet går på skift mellem parterne. Hver temadag har ét emne, mindst ét oplæg fra borgere eller pårørende og en times tid til, at deltagerne planlægger, hvad de vil prøve af hjemme.',
      ],
      responsible: 'municipality:0259',
      fromInDays: 75,
      toInDays: 720,
    },
    {
      title: 'Fælles forløb om rolige rammer og forebyggelse af konflikter',
      body: [
        'Medarbejdere og ledere fra tilbud og skoler følges ad gennem fem undervisningsdage fordelt over et halvt år, med træning på egen arbejdsplads imellem.',
      ],
      responsible: 'municipality:0390',
      fromInDays: 180,
      toInDays: 420,
    },
    {
      title: 'Afprøvning af redskaber til tilbagemelding fra borgeren',
      body: [
        'Ni tilbud vælger hver ét redskab og bruger det i seks måneder. Bagefter fortæller borgere og medarbejdere hver for sig, hvad det gav, og hvad det kostede i tid.',
      ],
      responsible: 'municipality:0340',
      fromInDays: 210,
      toInDays: 450,
    },
    {
      title: 'Læringsgrupper om konkrete forløb',
      body: [
        'Medarbejdere fra tre kommuner ad gangen mødes fire gange og gennemgår hinandens forløb uden navne. Metoden beskrives, så andre kan gøre det samme uden hjælp udefra.',
      ],
      responsible: 'municipality:0306',
      fromInDays: 240,
      toInDays: 600,
    },
  ],
  easyRead: [
    'Der er mange måder at hjælpe på. Nogle virker godt. Andre virker ikke.',
    'Vi vil gerne vide, hvad der virker. Derfor vil vi spørge dem, der får hjælpen, og vi vil lære af hinanden.',
    'Vi vil nå to ting:',
    '- De ansatte skal lære at hjælpe på måder, som vi ved er gode.',
    '- Du skal selv være med til at sige, hvad dit mål er. I skal tale om målet igen og se, om det går den rigtige vej.',
    'Det gør vi også: Vi holder to store møder om året. Ni steder prøver nye måder at spørge på. Små grupper mødes og taler om, hvad de kan gøre bedre.',
    'Køge og Vordingborg styrer arbejdet. Du kan spørge dem, hvis du vil vide mere.',
  ],
  lineage: [
    {
      from: 'practice-methods',
      relation: 'continued',
      basis: 'document',
      note: 'Fokusområdet beholder både titel og indhold.',
    },
    {
      from: 'knowledge-in-play',
      relation: 'merged',
      basis: 'interpretation',
      note: 'Den fælles kompetenceudvikling fra det tidligere fokusområde genfindes her som tema.',
    },
    {
      from: 'Fastholdelse af personale',
      relation: 'mentioned-in-actions',
      basis: 'document',
      note: 'Forslaget peger på, at handlingerne også kan gøre arbejdspladserne attraktive.',
    },
  ],
};

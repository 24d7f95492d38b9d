import type { DemoFocusArea } from './content';

/** Focus area 1 of the demo agreement of 2021–22. */
export const citizensAndRelatives: DemoFocusArea = {
  key: 'citizens-and-relatives',
  title: 'Styrket samarbejde med borgerne og deres pårørende',
  strand: 'development',
  coordinators: ['municipality:0265', 'municipality:0370'],
  intro: [
    'Det meste af det, en rammeaftale handler om, mærkes først i en lejlighed, på et værksted eller i et klasseværelse. De mennesker, der bruger tilbuddene, skal kunne genkende sig selv i aftalen, og de skal have haft en reel mulighed for at præge den.',
    'I den foregående periode lykkedes inddragelsen bedst hjemme i den enkelte kommune, mens der skete mindre på tværs. Denne gang lægger vi derfor vægten på det, som kommunerne og regionen kun kan løfte i fællesskab.',
    'Med borgere mener vi børn, unge og voksne, der får specialiseret støtte eller specialundervisning. Med pårørende mener vi dem, som borgeren selv regner for sine nærmeste – også når de ikke er i familie.',
  ],
  goals: [
    {
      title: 'Borgernes erfaringer er på bordet, før der træffes beslutning',
      body: [
        'Brugere og pårørende skal høres, mens der endnu er noget at ændre. Det gælder, når parterne arbejder med rammeaftalen, og når et tilbud, som flere kommuner bruger, skal oprettes, lægges om eller lukkes.',
      ],
      criterion:
        'Hver sag om rammeaftalen, der forelægges styregruppen, har et bilag på højst én side, som gengiver synspunkter fra brugere og pårørende og fortæller, hvad de har ført til. Det måles ved en gennemgang af samtlige sager fra det seneste halve år.',
      owner: 'municipality:0265',
      dueInDays: 540,
    },
    {
      title: 'Handicaprådene får et materiale, de kan bruge',
      body: [
        'Et handicapråd består af frivillige og politikere med meget forskellige forudsætninger. Materialet skal kunne læses af dem alle, også med skærmlæser og i en letlæst udgave, og det skal komme så tidligt, at rådet kan nå at mødes om det.',
      ],
      criterion:
        'Ved periodens næste høring har alle handicapråd i regionen fået udkastet i en letlæst og en skærmlæservenlig udgave mindst seks uger før svarfristen, og mindst tre ud af fire råd svarer bagefter, at materialet var til at arbejde med.',
      owner: 'region:1085',
      dueInDays: 420,
    },
    {
      title: 'Vi ved, hvordan støtten opleves',
      body: [
        'I dag måler kommunerne tilfredshed hver for sig og på hver sin måde. Et fælles grundlag gør det muligt at lære af hinanden uden at gøre tilbuddene til en rangliste.',
      ],
      criterion:
        'Mindst 60 procent af de omfattede tilbud har gennemført den fælles måling to gange, og resultatet er gennemgået med brugerne på stedet senest tre måneder efter hver måling.',
      owner: 'municipality:0370',
      dueInDays: 700,
    },
  ],
  themes: [
    {
      title: 'Brugernes stemme i de store linjer',
      body: [
        'Der afprøves en fast form, hvor repræsentanter for brugere og pårørende mødes med styregruppen to gange om året. Møderne har en dagsorden, som begge sider kan sætte punkter på, og et kort referat, som alle kan læse.',
        'Vi undersøger også, hvordan mennesker, der ikke er medlem af en forening, kan komme til orde.',
      ],
    },
    {
      title: 'Medindflydelse på de højt specialiserede tilbud',
      body: [
        'Et tilbud, der tager imod borgere fra hele landsdelen, ligger sjældent i nærheden af familien. Det stiller særlige krav til, hvordan brugere og pårørende kan være med, når hverdagen og udviklingen på stedet planlægges:',
        '- møder, man kan deltage i hjemmefra',
        '- en fast kontaktperson for de pårørende',
        '- brugerråd, hvor sproget er afstemt efter deltagerne',
      ],
    },
    {
      title: 'Hverdagen på det enkelte tilbud',
      body: [
        'De bedste idéer er ofte små: en beboer, der er med til jobsamtalen, en fredagsrunde om ugens mad og aktiviteter, en plan, som borgeren selv har skrevet første side af. Vi samler eksemplerne og hjælper dem videre fra hus til hus.',
      ],
    },
    {
      title: 'Tilfredshed målt på en fælles måde',
      body: [
        'Få spørgsmål, ens ord og mulighed for at svare med billeder, tale eller hjælp fra en, man er tryg ved. Svarene skal først og fremmest bruges der, hvor de er givet.',
      ],
    },
    {
      title: 'Partnerskaber med handicaporganisationerne',
      body: [
        'Organisationerne har viden, netværk og frivillige, som det offentlige ikke selv kan skabe. Temaet handler om at blive enige om rollerne fra begyndelsen, så samarbejdet om nye indsatser bygger på aftaler og ikke kun på god vilje.',
      ],
    },
  ],
  actions: [
    {
      title: 'Rammeaftalen i en udgave, alle kan læse',
      body: [
        'De to tovholdere skriver en letlæst udgave af hvert fokusområde sammen med et panel af brugere. Udgaven følger med, hver gang teksten ændres, og den findes både på skærm, på papir og som lyd.',
      ],
      responsible: 'municipality:0265',
      fromInDays: 60,
      toInDays: 240,
    },
    {
      title: 'Halvårlig drøftelse med dialogforum og handicapråd',
      body: [
        'Det regionale dialogforum og de lokale handicapråd inviteres til en fælles drøftelse forår og efterår. Her peger deltagerne på, hvad de øvrige fokusområder bør tage op set fra brugernes side, og tovholderne melder tilbage ved næste møde.',
      ],
      responsible: 'region:1085',
      fromInDays: 90,
      toInDays: 730,
    },
    {
      title: 'Prøvemåling af tilfredshed på otte tilbud',
      body: [
        'Otte tilbud med vidt forskellige målgrupper afprøver det fælles spørgeskema. Brugere uden talesprog deltager med observation og billedkort. Erfaringerne afgør, om skemaet skal laves om, før det bredes ud.',
      ],
      responsible: 'municipality:0370',
      fromInDays: 150,
      toInDays: 360,
    },
    {
      title: 'Eksempelsamling om medindflydelse i hverdagen',
      body: [
        'Hver kommune bidrager med mindst ét eksempel fra et tilbud, beskrevet på en side af brugere og medarbejdere i fællesskab: hvad gjorde I, hvad blev anderledes, og hvad ville I gøre om?',
      ],
      responsible: 'municipality:0336',
      fromInDays: 120,
      toInDays: 300,
    },
  ],
  easyRead: [
    'Mange får hjælp af deres kommune. Det kan være i en bolig, i en skole eller på et værksted.',
    'De, der får hjælpen, ved bedst, om den er god. Derfor skal de være med, når vi laver planer. Deres familie og venner skal også kunne være med.',
    'Vi vil nå tre ting:',
    '- Vi lytter, før vi tager et valg. Bagefter siger vi, hvad vi har brugt det til.',
    '- Alle handicapråd får tekster, som er nemme at læse. De får dem i god tid.',
    '- Vi spørger folk, om de er glade for den hjælp, de får. Man kan svare med ord, med billeder eller med hjælp fra en anden.',
    'Det gør vi også: Vi mødes to gange om året med dem, det handler om. Vi skriver gode ideer ned, så andre kan bruge dem.',
    'Roskilde og Næstved styrer arbejdet. Du kan spørge dem, hvis du vil vide mere.',
  ],
  lineage: [
    {
      from: 'citizen-first',
      relation: 'continued',
      basis: 'document',
      note: 'Forslagets oversigt stiller de to fokusområder over for hinanden.',
    },
    {
      from: 'Styrker brugerinddragelse i visitationsprocessen',
      relation: 'merged',
      basis: 'interpretation',
      note: 'Emnet ligger inden for fokusområdet, men forslaget skriver ikke selv, hvor det er blevet af.',
    },
  ],
};

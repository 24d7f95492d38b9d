import type { DemoFocusArea } from './content';

/** Focus area 5 of the demo agreement of 2021–22, the only one on steering. */
export const betterSteeringData: DemoFocusArea = {
  key: 'better-steering-data',
  title: 'Bedre styringsdata og ledelsesinformation',
  strand: 'steering',
  coordinators: ['municipality:0326', 'municipality:0253'],
  intro: [
    'Det specialiserede område fylder meget i de kommunale budgetter og lidt i den viden, budgetterne lægges efter. Når to kommuner opgør den samme udgift på hver sin måde, kan ingen af dem lære af den anden.',
    'Fokusområdet fortsætter de fælles årlige analyser af aktivitet og økonomi og tilføjer to ting: tal om, hvad borgerne får ud af indsatsen, og et blik fremad på, hvor mange der får brug for støtte i de kommende år.',
    'Tal om mennesker skal behandles med omtanke. Det, der deles mellem parterne, kan aldrig føres tilbage til en enkelt person.',
  ],
  goals: [
    {
      title: 'De samme ord betyder det samme i alle kommuner',
      body: [
        'Før tal kan sammenlignes, skal begreberne være ens. Parterne bliver enige om, hvordan helårspladser, målgrupper, takster og ventetid opgøres.',
      ],
      criterion:
        'Alle parter indberetter efter den fælles begrebsliste to år i træk, og færre end fem procent af de indberettede felter må rettes efter kontrol.',
      owner: 'municipality:0326',
      dueInDays: 690,
    },
    {
      title: 'Resultater for borgerne står ved siden af udgiften',
      body: [
        'En udgift siger ikke noget om, hvorvidt pengene gjorde gavn. Fagudvalgene skal kunne se pris og udbytte på samme side, også når udbyttet må beskrives med ord.',
      ],
      criterion:
        'Den årlige analyse indeholder for mindst fem målgrupper både udgift pr. helårsplads og mindst ét resultatmål, og den er behandlet i et fagudvalg hos samtlige parter.',
      owner: 'municipality:0253',
      dueInDays: 580,
    },
    {
      title: 'Vi ser behovet komme',
      body: [
        'Parterne skal kunne skønne over behovet for støtte to til fem år frem, så tilbud kan bygges op eller ned i tide. Skønnet skal vise sin egen usikkerhed.',
      ],
      criterion:
        'Der er offentliggjort en prognose for mindst fire målgrupper, og afvigelsen mellem prognose og faktisk antal er opgjort og forklaret efter det første år.',
      owner: 'region:1085',
      dueInDays: 500,
    },
  ],
  themes: [
    {
      title: 'Styring efter det, borgerne får ud af det',
      body: [
        'Enkle resultatmål, der kan opgøres uden ny registrering: fastholdt bolig, fremmøde i skole eller beskæftigelse, færre indlæggelser, borgerens egen vurdering. Målene udvikles sammen med fokusområdet om metoder og effekt.',
      ],
    },
    {
      title: 'Priser, efterspørgsel og kvalitet over tid',
      body: [
        'Takster følges år for år på tværs af kommunerne, sammen med belægning, ventetid og tilsynets vurderinger. Hensigten er at kunne spørge, hvorfor to tilbud koster forskelligt, ikke at udpege det billigste.',
      ],
    },
    {
      title: 'Tal som anledning til en samtale',
      body: [
        'Nogle kommuner lægger deres tal frem for brugere, pårørende og medarbejdere og spørger, om de kan genkende billedet. Erfaringerne samles, for tal, der drøftes, bliver både bedre forstået og mere rigtige.',
      ],
    },
    {
      title: 'Prognoser, der tør være usikre',
      body: [
        'Fødselstal, diagnoser, levetid og lovændringer trækker i hver sin retning. Temaet omfatter fælles beregninger for få målgrupper ad gangen, med angivelse af et højt og et lavt skøn.',
      ],
    },
  ],
  actions: [
    {
      title: 'Netværk for økonomi- og datamedarbejdere',
      body: [
        'Netværket mødes hvert kvartal, vedligeholder begrebslisten og hjælper hinanden med indberetningen. Alle parter stiller med mindst én deltager.',
      ],
      responsible: 'municipality:0326',
      fromInDays: 30,
      toInDays: 730,
    },
    {
      title: 'Fælles begrebsliste og indberetningsskema',
      body: [
        'Skemaet skæres ned til de felter, nogen faktisk bruger. Et felt, som ingen har efterspurgt i to år, udgår.',
      ],
      responsible: 'municipality:0350',
      fromInDays: 60,
      toInDays: 210,
    },
    {
      title: 'Årlig analyse i to udgaver',
      body: [
        'En fuld udgave til fagfolk og en på fire sider til politikere og handicapråd, med de samme tal og forklaringer i almindeligt sprog.',
      ],
      responsible: 'municipality:0253',
      fromInDays: 240,
      toInDays: 365,
    },
    {
      title: 'Første fælles prognose',
      body: [
        'Regionen regner sammen med tre kommuner på udviklingen for børn og unge med autisme og for voksne med udviklingshæmning, der bliver gamle. Metoden lægges åbent frem.',
      ],
      responsible: 'region:1085',
      fromInDays: 150,
      toInDays: 390,
    },
  ],
  easyRead: [
    'Hjælp koster penge. Vi vil vide, hvad vi får for dem.',
    'I dag tæller hver kommune på sin egen måde. Så er det svært at lære af hinanden.',
    'Vi vil nå tre ting:',
    '- Alle bruger de samme ord om det samme.',
    '- Vi ser på, om folk får det bedre. Vi ser ikke kun på prisen.',
    '- Vi ser frem i tiden. Så kan vi bygge nye boliger, før de mangler.',
    'Vi passer på dine tal. Ingen kan se, at de er fra dig.',
    'Kalundborg og Greve styrer arbejdet. Du kan spørge dem, hvis du vil vide mere.',
  ],
  lineage: [
    {
      from: 'steering-knowledge',
      relation: 'continued',
      basis: 'document',
      note: 'Forslagets oversigt stiller de to fokusområder over for hinanden.',
    },
    {
      from: 'steering-data',
      relation: 'merged',
      basis: 'interpretation',
      note: 'Oversigten lader fokusområdet udgå, men både titel og temaer genfindes i det nye.',
    },
    {
      from: 'rising-need',
      relation: 'became-theme',
      basis: 'interpretation',
      note: 'Oversigten lader fokusområdet udgå; ønsket om at kunne forudse behovet lever videre som tema.',
    },
  ],
};

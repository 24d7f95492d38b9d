import type { DemoChapter } from './content';

/** Chapters of the development strategy (da: udviklingsstrategi) around the focus areas. */
export const developmentChapters2021: readonly DemoChapter[] = [
  {
    key: 'introduction',
    title: 'Indledning',
    body: [
      'Udviklingsstrategien fortæller, hvad kommunerne i Region Sjælland og regionen vil nå sammen på det specialiserede socialområde og inden for specialundervisning. Den er holdt kort med vilje: Den skal kunne læses af en byrådspolitiker på en aften og af et handicapråd uden hjælp.',
      'Antallet af fokusområder er skåret ned i forhold til den foregående aftale. Til gengæld er hvert af dem bygget op på samme måde, så det er til at se, hvornår arbejdet er i mål:',
      '- mål siger, hvor vi vil hen, og hvordan vi kan se, at vi er nået frem',
      '- tematikker siger, hvad vi arbejder med undervejs',
      '- handlinger siger, hvem der gør hvad, og hvornår',
      'Hvert fokusområde har en eller to tovholdere blandt parterne. Tovholderen driver arbejdet frem og svarer på høringssvar, men kan ikke godkende aftalen på andres vegne.',
      'Teksten er opdigtet til demonstration på grundlag af forslaget fra 2020. Den er ikke den aftale, som parterne vedtog.',
    ],
  },
  {
    key: 'trends',
    title: 'Tendenser på området',
    body: [
      'Kommunerne står med mange af de samme spørgsmål som ved den forrige aftale. Budgetterne er svære at overholde, og flere børn, unge og voksne får brug for støtte. Stigningen er tydeligst for mennesker med autisme og for unge, der har det psykisk svært.',
      'Tre bevægelser præger samtidig arbejdet:',
      '- Recovery er blevet en fælles faglig retning. Støtten tager afsæt i det liv, borgeren selv ønsker.',
      '- Samtalen med brugerne er blevet bedre, men er endnu ikke en selvfølge alle steder.',
      '- Flere indsatser sættes ind tidligt, i håb om at et mindre problem ikke når at vokse sig stort.',
      'Den tidlige hjælp er både menneskeligt og økonomisk fornuftig, når den virker. Derfor går ønsket om at kende effekten igen i flere af fokusområderne.',
    ],
  },
  {
    key: 'follow-up',
    title: 'Opfølgning',
    body: [
      'Tovholderne skriver status to gange om året efter skabelonen i bilag 1. For hvert mål oplyses, om det er nået, delvist nået eller ikke nået, og hvad der skal ske nu. Et mål kan også udgå, men så skal grunden stå der.',
      'Styregruppen behandler den samlede status og sender den til alle parter og handicapråd. Midt i perioden holdes et dialogmøde for politikere, brugere, pårørende og fagfolk, hvor man kan foreslå at ændre kursen.',
      'Viser opfølgningen, at teksten må laves om, sker det ved et tillæg, som alle parter skal godkende.',
    ],
  },
];

/** Chapters of the steering agreement (da: styringsaftale). They cover the seven things it must contain. */
export const steeringChapters2021: readonly DemoChapter[] = [
  {
    key: 'purpose',
    title: 'Formål og læsevejledning',
    body: [
      'Styringsaftalen fastlægger de fælles spilleregler, når en kommune køber en plads hos en anden kommune eller hos regionen. Den gælder for alle parter i aftaleperioden.',
      'Satser og frister i denne udgave er enten lånt fra en offentliggjort aftale i en anden region (Midtjylland 2017) eller opdigtet til demonstration. Det fremgår hver gang, hvilken af delene der er tale om. Ingen af dem er udtryk for, hvad der gælder på Sjælland.',
    ],
  },
  {
    key: 'covered-services',
    title: 'Tilbud, der er omfattet',
    covers: 'covered-services',
    body: [
      'Alle regionens sociale tilbud er omfattet. Et kommunalt tilbud er omfattet, når mere end 5 procent af dets pladser bruges af andre kommuner end den, der driver det (grænsen er lånt fra Midtjylland 2017). Er det præcis 5 procent, er tilbuddet ikke med.',
      'Andelen opgøres for tilbuddet under ét, også når det har flere afdelinger eller takster. Private tilbud er ikke omfattet.',
      'Bilag 1 til styringsaftalen viser, hvordan listen over omfattede tilbud ser ud. Sekretariatet ajourfører listen hvert år, og parterne har fire uger til at gøre indsigelse (fristen er opdigtet til demonstration).',
    ],
  },
  {
    key: 'rate-development',
    title: 'Udviklingen i taksterne',
    covers: 'rate-development',
    body: [
      'Parterne er enige om, at taksterne for omfattede tilbud i gennemsnit højst må stige med den almindelige pris- og lønudvikling. Gennemsnittet beregnes for hver driftsherre, så et enkelt tilbud godt kan stige mere, hvis et andet falder tilsvarende.',
      'Merudgifter, der følger direkte af ny lovgivning eller af krav fra socialtilsynet, holdes uden for loftet. Driftsherren dokumenterer beløbet over for styregruppen, inden taksten ændres.',
      'En takst kan ikke sættes op midt i et kalenderår, fordi pladser står tomme.',
    ],
  },
  {
    key: 'price-structure',
    title: 'Prisstruktur',
    covers: 'price-structure',
    body: [
      'En takst skal dække alle udgifter, der med rimelighed kan henføres til tilbuddet, og køberen skal kunne se, hvad den er sat sammen af. Følgende satser er lånt fra Midtjylland 2017:',
      '- andel af de fælles administrative udgifter: højst 6,1 procent',
      '- bidrag til tjenestemandspension: 30,0 procent',
      '- belægning: 98 procent for børn og unge og 100 procent for voksne, bortset fra blandt andet forsorgshjem, kvindekrisecentre og nye tilbud',
      'Over- og underskud reguleres kun for den del, der ligger ud over 5 procent, og beløbet indregnes i taksten to år efter (også lånt fra Midtjylland 2017). Et tilbud bør have så få takstniveauer som muligt.',
    ],
  },
  {
    key: 'opening-and-closing',
    title: 'Oprettelse og lukning af tilbud og pladser',
    covers: 'opening-and-closing',
    body: [
      'En driftsherre, der overvejer at oprette, ændre eller lukke et omfattet tilbud, orienterer de øvrige parter, før der træffes beslutning. Orienteringen beskriver målgruppen, antallet af pladser, økonomien og følgerne for de borgere, der bor der.',
      'De berørte borgere, deres pårørende og handicaprådet i beliggenhedskommunen høres. Svarene følger sagen hele vejen.',
      'En midlertidig tilpasning af antallet af pladser kan driftsherren selv gennemføre og skal blot indberette. En varig ændring behandles i styregruppen med indstilling til det politiske niveau og får først virkning, når der er truffet beslutning dér.',
    ],
  },
  {
    key: 'cost-recovery',
    title: 'Udgifter, når tilbud oprettes og lukkes',
    covers: 'cost-recovery',
    body: [
      'Udgifter til at etablere et tilbud, som parterne har aftalt at oprette, kan indregnes i taksten over højst fem år (antallet af år er opdigtet til demonstration).',
      'Lukkes et tilbud efter aftale mellem parterne, deles de nødvendige udgifter mellem de kommuner, der har brugt det. Nøglen er kommunernes andel af de købte døgn i de tre seneste hele år (perioden er opdigtet til demonstration). Driftsherren har pligt til at begrænse udgiften, blandt andet ved at finde anden anvendelse for bygninger og tilbyde medarbejderne andet arbejde.',
      'Udgifter, som driftsherren kunne have undgået, kan ikke sendes videre.',
    ],
  },
  {
    key: 'settlement-deadlines',
    title: 'Frister for afregning',
    covers: 'settlement-deadlines',
    body: [
      'Forbrug af pladser afregnes månedligt, og betalingsfristen er mindst 14 dage (lånt fra Midtjylland 2017). Er parterne uenige om en regning, betales den til tiden, og en eventuel rettelse sker i den næste.',
      'En plads opsiges med løbende måned plus en måned (lånt fra Midtjylland 2017). En opsigelse, der gives den 10. marts, får således virkning fra udgangen af april. Kan pladsen tages i brug af en anden borger før tid, bortfalder betalingen fra den dag.',
    ],
  },
  {
    key: 'takeover',
    title: 'Kommunal overtagelse af regionale tilbud',
    covers: 'takeover',
    body: [
      'En kommunalbestyrelse kan én gang i hver valgperiode beslutte at overtage et regionalt tilbud, der ligger i kommunen. Ønsket meddeles regionen senest den 1. januar i valgperiodens tredje år, og overtagelsen er gennemført senest den 1. januar i det fjerde (fristerne er lånt fra Midtjylland 2017).',
      'I demonstrationen har ingen kommunalbestyrelse tilkendegivet, at den vil overtage et tilbud. Sker det, stiller kommunen fortsat pladserne til rådighed for de øvrige kommuner i samme omfang som hidtil, og vilkårene skrives ind i aftalen ved et tillæg.',
      'Parterne anbefaler, at samtalen med regionen, medarbejderne og brugerne begynder et år før fristen.',
    ],
  },
];

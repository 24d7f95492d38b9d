import type { DemoFocusArea } from './content';

/** Focus area 2 of the demo agreement of 2021–22. One action lacks a responsible party, so that freezing can warn. */
export const interMunicipalCooperation: DemoFocusArea = {
  key: 'inter-municipal-cooperation',
  title: 'Styrkede vilkår for mellemkommunalt samarbejde',
  strand: 'development',
  coordinators: ['municipality:0330', 'municipality:0376'],
  intro: [
    'Nogle borgere har så sjældne eller så sammensatte behov, at ingen kommune alene møder dem ofte nok til at blive dygtig til dem. For disse borgere er samarbejdet ikke et supplement til tilbuddet – det er forudsætningen for, at der findes et.',
    'Viljen til at gå sammen har været der længe. Det svære er alt det praktiske: Hvem ejer huset, hvem bærer tabet, hvis pladserne står tomme, og hvordan kommer man ud af aftalen igen? Fokusområdet skal gøre svarene kendte på forhånd, så en god idé ikke strander på den første juridiske tvivl.',
    'Samarbejdet kan omfatte alle kommuner i regionen, en klynge af naboer eller blot to, der har samme udfordring. Forpligtelsen må gerne være forskellig fra sag til sag, og den må gerne skifte med tiden.',
  ],
  goals: [
    {
      title: 'Vejen fra idé til fælles tilbud er kendt',
      body: [
        'En kommune, der vil oprette et tilbud sammen med andre, skal kunne se, hvilke former der findes, hvad de kræver, og hvem der har prøvet dem før.',
      ],
      criterion:
        'Der foreligger fire gennemprøvede aftaleskabeloner, én for hver samarbejdsform, og mindst tre nye samarbejder er indgået på grundlag af en af dem.',
      owner: 'municipality:0330',
      dueInDays: 660,
    },
    {
      title: 'De mest specialiserede pladser står ikke og falder med én kommune',
      body: [
        'Kommunerne skal sammen have overblik over de tilbud, som ingen kan undvære, og som ingen kan bære alene. Overblikket skal føre til aftaler, før et tilbud er i krise.',
      ],
      criterion:
        'Styregruppen har behandlet en liste over de mest specialiserede tilbud to gange i perioden, og for hvert tilbud på listen er det skriftligt aftalt, hvem der handler, hvis belægningen falder under 80 procent i et halvt år.',
      owner: 'municipality:0376',
      dueInDays: 480,
    },
  ],
  themes: [
    {
      title: 'Fire grader af forpligtelse',
      body: [
        'Samarbejde kan bindes løst eller fast. Vi arbejder med fire former, fra den tætteste til den løseste:',
        '- alle kommuner i regionen ejer tilbuddet i fællesskab',
        '- en klynge ejer det sammen og deler udgiften efter en fast nøgle',
        '- to kommuner indgår en samarbejdsaftale',
        '- én kommune driver tilbuddet, og de andre køber pladser efter aftale',
        'For hver form beskrives ejerskab, økonomi, tilsyn og udtræden.',
      ],
    },
    {
      title: 'Særligt dyre enkeltsager',
      body: [
        'Enkelte forløb koster så meget, at de vælter et helt budget, og de er ofte vanskelige at finde et godt svar på. Ved at lægge viden sammen kan kommunerne både finde bedre løsninger for borgeren og undgå at stå alene i forhandlingen med leverandøren.',
      ],
    },
    {
      title: 'Målgrupper, som mange har svært ved at hjælpe',
      body: [
        'Unge med psykiske vanskeligheder er det tydeligste eksempel: De falder let mellem skole, familieafdeling, jobcenter og psykiatri. Temaet omfatter også andre grupper, som flere kommuner melder om samtidig.',
      ],
    },
    {
      title: 'De højt specialiserede fag',
      body: [
        'Borgere, der både har en udviklingshæmning og en sindslidelse, har brug for medarbejdere, som mestrer to fag på én gang. Den slags kompetencer er sjældne og skal have et fast fagligt miljø for at overleve.',
        'Det tilbud, der har ekspertisen, forpligter sig til at dele den med de øvrige kommuner.',
      ],
    },
    {
      title: 'Køb af pladser hos private leverandører',
      body: [
        'Kommunerne køber hver for sig, men ofte hos de samme. Parterne drøfter, om fælles viden om pris og indhold kan give en mere jævnbyrdig samtale med leverandørerne – uden at prisen kommer til at skygge for kvaliteten.',
      ],
    },
  ],
  actions: [
    {
      title: 'Kortlægning af de samarbejder, der allerede findes',
      body: [
        'Alle parter oplyser, hvilke aftaler de har om fælles tilbud, hvilken form de har valgt, og hvad de har lært. Oplysningerne hentes ind med et skema, der kan udfyldes på en time.',
      ],
      responsible: 'municipality:0330',
      fromInDays: 45,
      toInDays: 165,
    },
    {
      title: 'Vurdering af, hvad der virker',
      body: [
        'En lille gruppe med en jurist, en økonom, en faglig leder og to brugerrepræsentanter gennemgår seks af samarbejderne. De ser på driften, på økonomien og på, hvad borgerne har fået ud af det.',
      ],
      responsible: 'municipality:0376',
      fromInDays: 165,
      toInDays: 330,
    },
    {
      title: 'Arbejdsdag for dem, der vil i gang',
      body: [
        'Resultaterne lægges frem på en arbejdsdag, hvor hver kommune møder op med en konkret idé og går hjem med en aftale om næste skridt. Skabelonerne deles ud i en form, der kan rettes i.',
      ],
      responsible: 'municipality:0360',
      fromInDays: 345,
      toInDays: 375,
    },
    {
      title: 'Sparringspanel om de dyreste sager',
      body: [
        'Myndighedsledere fra fem kommuner mødes hver anden måned og giver hinanden kollegial sparring om sager uden navn og personoplysninger. Panelet samler de mønstre, det ser, i et kort notat til styregruppen.',
      ],
      responsible: 'municipality:0320',
      fromInDays: 100,
      toInDays: 700,
    },
    {
      title: 'Fælles drøftelse med de private leverandører',
      body: [
        'Der holdes et dialogmøde om gennemsigtige priser, fælles krav til dokumentation og gode overgange, når en borger flytter. Det er endnu ikke aftalt, hvilken part der indkalder.',
      ],
      responsible: null,
      fromInDays: 200,
      toInDays: 290,
    },
  ],
  easyRead: [
    'Nogle har brug for en hjælp, som kun få kan give. Det er svært for en kommune at klare alene.',
    'Derfor vil kommunerne gøre det sammen. Så kan de lave gode steder at bo, lære og være.',
    'Vi vil nå to ting:',
    '- Det skal være klart, hvordan to eller flere kommuner laver et sted sammen. Hvem ejer det? Hvem betaler?',
    '- Nogle steder er helt særlige. De må ikke lukke, bare fordi der bor lidt for få i et stykke tid.',
    'Det gør vi også: Vi finder ud af, hvad der virker godt i dag. Vi holder en dag, hvor alle kan høre om det. Vi hjælper hinanden med de sager, som er meget svære.',
    'Slagelse og Guldborgsund styrer arbejdet. Du kan spørge dem, hvis du vil vide mere.',
  ],
  lineage: [
    {
      from: 'committed-cooperation',
      relation: 'continued',
      basis: 'document',
      note: 'Forslagets oversigt stiller de to fokusområder over for hinanden.',
    },
    {
      from: 'Særligt dyre enkeltsager',
      relation: 'became-theme',
      basis: 'document',
      note: 'Forslaget bruger netop dette som eksempel på et ønske, der er blevet til et tema.',
    },
    {
      from: 'Mellemkommunalt samarbejde',
      relation: 'merged',
      basis: 'interpretation',
      note: 'Navnet går igen i fokusområdets titel; forbindelsen er ikke skrevet ud.',
    },
    {
      from: 'Fælles fokus på sårbare unge',
      relation: 'became-theme',
      basis: 'interpretation',
      note: 'Unge med psykiske vanskeligheder nævnes som eksempel på en fælles målgruppe.',
    },
  ],
};

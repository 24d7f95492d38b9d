import type { DemoAnnex } from './content';

const statusTemplate = `# Skabelon for status på et fokusområde

Opdigtet til demonstration.

Skriv kort. Hele status må fylde én side.

1. Fokusområde og tovholder
2. Mål for mål: nået, delvist nået, ikke nået eller udgår
3. Hvordan ved vi det? Henvis til målets kriterium
4. Handlinger: i gang, afsluttet, forsinket – og ny dato
5. Hvad har brugere og pårørende sagt?
6. Hvad skal styregruppen tage stilling til?
`;

const wordList = `# Ordliste

Opdigtet til demonstration.

- Belægning: hvor stor en del af pladserne der er i brug.
- Driftsherre: den kommune eller region, der driver et tilbud.
- Fokusområde: et emne, som parterne har besluttet at arbejde sammen om.
- Handicapråd: råd i hver kommune, hvor handicaporganisationer og kommune mødes.
- Peer-medarbejder: en, der er ansat på grund af egne erfaringer med sygdom eller støtte.
- Recovery: at komme sig og få et liv, man selv synes er godt.
- Takst: prisen for en plads på et tilbud.
- Tovholder: den kommune eller region, der sørger for, at arbejdet med et fokusområde bliver gjort.
`;

const serviceList = `# Omfattede tilbud – eksempel på liste

Alle tilbud, tal og navne er opdigtet til demonstration.

| Tilbud | Driftsherre | Målgruppe | Pladser | Brugt af andre kommuner | Omfattet |
| --- | --- | --- | ---: | ---: | --- |
| Botilbuddet Lærkeengen (opdigtet) | kommune | voksne med udviklingshæmning | 24 | 9 | ja |
| Skolen ved Åmosen (opdigtet) | kommune | børn med autisme | 40 | 2 | nej |
| Aktivitetshuset Strandtorvet (opdigtet) | kommune | voksne med sindslidelse | 30 | 4 | ja |
| Bostedet Østerhøj (opdigtet) | region | voksne med erhvervet hjerneskade | 18 | 18 | ja |

Skolen ved Åmosen er ikke med, fordi 2 af 40 pladser er præcis 5 procent. Grænsen er mere end 5 procent.
`;

const settlementExample = `# Regneeksempel: over- og underskud

Alle beløb er opdigtet til demonstration. Grænsen på 5 procent er lånt fra Midtjylland 2017.
I eksemplet måles de 5 procent af tilbuddets budgetterede udgifter; det valg er også opdigtet.

- Budgetterede udgifter i år 1: 10.000.000 kr.
- Overskud i år 1: 700.000 kr.
- Grænse: 5 procent af 10.000.000 kr. = 500.000 kr.
- Del, der reguleres: 700.000 kr. - 500.000 kr. = 200.000 kr.
- De 200.000 kr. sætter taksten ned i år 3, to år efter.
`;

/** Annex files of the demo agreement of 2021–22. The steering part has no annex 2 or 3: numbers may have gaps. */
export const annexes2021: readonly DemoAnnex[] = [
  {
    part: 'development',
    number: 1,
    title: 'Skabelon for status på et fokusområde',
    fileName: 'udviklingsstrategi-bilag-1-skabelon-for-status.md',
    text: statusTemplate,
  },
  {
    part: 'development',
    number: 2,
    title: 'Ordliste',
    fileName: 'udviklingsstrategi-bilag-2-ordliste.md',
    text: wordList,
  },
  {
    part: 'steering',
    number: 1,
    title: 'Omfattede tilbud – eksempel på liste',
    fileName: 'styringsaftale-bilag-1-omfattede-tilbud.md',
    text: serviceList,
  },
  {
    part: 'steering',
    number: 4,
    title: 'Regneeksempel: over- og underskud',
    fileName: 'styringsaftale-bilag-4-over-og-underskud.md',
    text: settlementExample,
  },
];

import { write } from './test-anchor-edits';
import type { Revision } from './test-anchor-kept';

const becomes = (old: string, present: string, now: string): Revision => [old, write(old, present), 'changed', now];

/** Sentences in other words. */
export const reworded: readonly Revision[] = [
  becomes(
    'Når en ung fylder 18 år, skifter næsten alt på samme tid.',
    'Den dag en ung fylder 18 år, skifter næsten alting på én gang.',
    'Den dag en ung',
  ),
  becomes(
    'Vi vil begynde tidligere og blive ved længere.',
    'Kommunerne vil begynde tidligere og fortsætte længere.',
    'Kommunerne vil begynde',
  ),
  becomes(
    'Den unge skal kende planen, før den træder i kraft.',
    'Planen skal være kendt af den unge, inden den træder i kraft.',
    'kendt af den unge',
  ),
  becomes(
    'Kommunen lægger en plan sammen med den unge senest et år før 18-årsdagen.',
    'Kommunen lægger en plan sammen med den unge senest to år før 18-årsdagen.',
    'to år før',
  ),
  becomes(
    'Planen siger, hvem der er kontaktperson, og hvor den unge skal bo.',
    'Af planen fremgår det, hvem der er kontaktperson, og hvor den unge skal bo og gå i skole.',
    'gå i skole',
  ),
  becomes(
    'Familien får en kopi, hvis den unge ønsker det.',
    'Familien får kun en kopi, hvis den unge har givet samtykke.',
    'givet samtykke',
  ),
  becomes(
    'Støtten fortsætter uændret, indtil en ny afgørelse er truffet.',
    'Støtten fortsætter ikke, før en ny afgørelse er truffet.',
    'fortsætter ikke',
  ),
  becomes(
    'Kommunen dokumenterer hvert forløb, hvor der har været et hul på mere end 14 dage.',
    'Kommunen dokumenterer hvert forløb, hvor der har været et ophold på mere end en måned.',
    'en måned',
  ),
  becomes(
    'Mange unge falder ud af uddannelsen i det første halve år.',
    'Mange falder fra deres uddannelse i løbet af det første halve år.',
    'falder fra',
  ),
  becomes(
    'Mentorer på uddannelsesstedet kan gøre en forskel, og jobcentret skal med fra begyndelsen.',
    'Mentorer på uddannelsesstedet gør en forskel, og jobcentret inddrages fra første dag.',
    'inddrages fra første dag',
  ),
  becomes(
    'Praktikpladser i nærmiljøet prøves af i mindre skala.',
    'Praktikpladser tæt på hjemmet afprøves i mindre skala i to kommuner.',
    'i to kommuner',
  ),
  becomes(
    'En plan for den unge handler også om venner og fritid.',
    'Den unges plan handler også om fritid, venner og sundhed.',
    'sundhed',
  ),
  becomes(
    'Foreninger kan få rådgivning om at tage imod unge med særlige behov.',
    'Foreninger skal have tilbud om rådgivning, når de tager imod unge med særlige behov.',
    'skal have tilbud',
  ),
  becomes(
    'Kommunerne udarbejder en fælles skabelon, som kan bruges på tværs af forvaltninger.',
    'Der udarbejdes en fælles skabelon til brug på tværs af forvaltninger og kommuner.',
    'forvaltninger og kommuner',
  ),
  becomes(
    'Skabelonen afprøves af tolv unge, før den tages i brug.',
    'Skabelonen afprøves af mindst tyve unge og deres forældre, før den tages i brug.',
    'tyve unge',
  ),
  becomes(
    'Netværket mødes fire gange om året og deler erfaringer.',
    'Netværket mødes hvert kvartal for at dele erfaringer.',
    'hvert kvartal',
  ),
  becomes(
    'Referaterne lægges på det fælles arbejdsrum.',
    'Referater og oplæg lægges på det fælles arbejdsrum senest en uge efter mødet.',
    'en uge efter',
  ),
  becomes(
    'En hjerneskade rammer hele familien.',
    'En hjerneskade rammer ikke kun den syge, men hele familien.',
    'ikke kun',
  ),
  becomes(
    'Genoptræningen begynder på hospitalet, men livet skal leves derhjemme.',
    'Genoptræning begynder på hospitalet, men hverdagen skal leves derhjemme.',
    'hverdagen',
  ),
  becomes(
    'Afstanden til det specialiserede tilbud er for mange den største forhindring.',
    'For mange er den største forhindring, at der er langt til det specialiserede tilbud.',
    'langt til',
  ),
  becomes('hurtig udredning efter udskrivning', 'udredning senest to uger efter udskrivning', 'to uger'),
  becomes('samme fagperson gennem hele forløbet', 'højst to fagpersoner gennem hele forløbet', 'højst to'),
  becomes(
    'Borgeren er udredt af et tværfagligt team senest fire uger efter udskrivningen.',
    'Et tværfagligt team har udredt borgeren senest tre uger efter udskrivningen.',
    'tre uger',
  ),
  becomes(
    'Teamet består af mindst en neuropsykolog, en ergoterapeut og en socialrådgiver.',
    'Teamet består mindst af en neuropsykolog, en fysioterapeut, en ergoterapeut og en socialrådgiver.',
    'fysioterapeut',
  ),
  becomes(
    'Ventetiden opgøres hvert kvartal og offentliggøres på kommunernes hjemmesider.',
    'Kommunerne opgør ventetiden hver måned og offentliggør den på deres hjemmesider.',
    'hver måned',
  ),
  becomes(
    'Børn i familier med hjerneskade tilbydes samtaler med en psykolog.',
    'Børn og unge i familier med hjerneskade har ret til samtaler med en psykolog.',
    'ret til',
  ),
  becomes(
    'Ægtefæller får mulighed for at deltage i en gruppe med ligestillede.',
    'Ægtefæller og samlevere kan deltage i en gruppe med ligestillede.',
    'samlevere',
  ),
  becomes(
    'Hver klynge har mindst én gruppe for pårørende.',
    'Hver kommune har mindst én gruppe for pårørende.',
    'Hver kommune',
  ),
  becomes(
    'Skærmbesøg kan erstatte en del af kørslen.',
    'Skærmbesøg kan kun i aftalte tilfælde erstatte kørslen.',
    'i aftalte tilfælde',
  ),
  becomes(
    'Teknologien må ikke stå i vejen for det personlige møde.',
    'Teknologien skal støtte det personlige møde.',
    'skal støtte',
  ),
  becomes(
    'Udgifterne til udstyr deles mellem kommune og region.',
    'Udgiften til udstyr deles ligeligt mellem kommunen og regionen.',
    'ligeligt',
  ),
  becomes(
    'De mindste kommuner møder få borgere om året og kan ikke have alle specialer selv.',
    'De mindste kommuner møder få borgere om året. Derfor kan de ikke have alle specialer selv.',
    'Derfor kan de',
  ),
  becomes(
    'En rejsende konsulent skal derfor kunne tilkaldes med en uges varsel.',
    'En rejsende konsulent kan tilkaldes med tre dages varsel.',
    'tre dages',
  ),
  becomes(
    'Sekretariatet kortlægger antallet af pladser og den gennemsnitlige ventetid i hvert tilbud.',
    'Sekretariatet kortlægger hvert år antallet af pladser og ventetiden i tilbuddene.',
    'hvert år',
  ),
  becomes(
    'Resultatet forelægges styregruppen i marts måned.',
    'Resultatet forelægges styregruppen og dialogforum i maj måned.',
    'dialogforum',
  ),
  becomes(
    'Hjemmeplejens medarbejdere tilbydes et kursus på to dage om usynlige følger af hjerneskade.',
    'Alle medarbejdere i hjemmeplejen deltager i et kursus på to dage om de usynlige følger.',
    'Alle medarbejdere',
  ),
  becomes(
    'Taksterne beregnes efter de samme principper i alle kommuner.',
    'Takster beregnes efter ens principper i alle kommuner og i regionen.',
    'ens principper',
  ),
  becomes(
    'Et overskud på mere end fem procent føres tilbage til taksten to år senere.',
    'Den del af et overskud, der er over fem procent, føres tilbage til taksten to år senere.',
    'Den del af',
  ),
  becomes(
    'Kommunerne betaler månedligt bagud, og fristen er 14 dage.',
    'Kommunerne betaler månedligt forud, og fristen er 30 dage.',
    '30 dage',
  ),
  becomes(
    'Den samlede status sendes til handicaprådene, som får seks uger til at svare.',
    'Status sendes samlet til handicaprådene, som får otte uger til at svare.',
    'otte uger',
  ),
];

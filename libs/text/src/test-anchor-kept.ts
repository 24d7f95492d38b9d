import { add, all, carry, drop, rehang, takeOut, turn, write, type Edit } from './test-anchor-edits';

/** What was quoted, what was done to the agreement, what became of the quote, and words that stand there now. */
export type Revision = readonly [
  quote: string,
  edit: Edit,
  state: 'same' | 'moved' | 'changed' | 'removed',
  now?: string,
];

const nothing: Edit = (drafts) => drafts;

/** Quotes that stand where they stood. */
export const same: readonly Revision[] = [
  ['Den unge skal kende planen, før den træder i kraft.', nothing, 'same'],
  ['jobcentret skal med fra begyndelsen', nothing, 'same'],
  ['Fritid og fællesskaber', nothing, 'same'],
  ['støtte til de pårørende, også børnene', nothing, 'same'],
  [
    'Planen siger, hvem der er kontaktperson, og hvor den unge skal bo.',
    write('Familien får en kopi, hvis den unge ønsker det.', 'Familien får en kopi, når den unge har sagt ja.'),
    'same',
  ],
  [
    'Familien får en kopi, hvis den unge ønsker det.',
    write('senest et år før 18-årsdagen', 'senest to år før 18-årsdagen'),
    'same',
  ],
  [
    'Den unge skal kende planen, før den træder i kraft.',
    write('Vi vil begynde tidligere', 'Kommunerne er enige om retningen.\n\nVi vil begynde tidligere'),
    'same',
  ],
  ['Støtten fortsætter uændret, indtil en ny afgørelse er truffet.', turn('overgange'), 'same'],
  [
    'Hver klynge har mindst én gruppe for pårørende.',
    add('hjerneskade', 'goals', 'Flere deltager', 'Flere borgere deltager i træning.'),
    'same',
  ],
  [
    'Støtten fortsætter uændret, indtil en ny afgørelse er truffet.',
    write('Ingen mister støtte i skiftet', 'Støtten holder hele vejen'),
    'same',
  ],
  ['Referaterne lægges på det fælles arbejdsrum.', drop('skabelon'), 'same'],
  [
    'Teknologien må ikke stå i vejen for det personlige møde.',
    write('Skærmbesøg kan erstatte en del af kørslen. ', ''),
    'same',
  ],
  [
    'Den samlede status sendes til handicaprådene, som får seks uger til at svare.',
    write('Nye tilbud meldes til sekretariatet, så snart beslutningen er truffet.', ''),
    'same',
  ],
  [
    'Foreninger kan få rådgivning om at tage imod unge med særlige behov.',
    write('unge med særlige behov.', 'unge med særlige behov. Rådgivningen er gratis.'),
    'same',
  ],
  [
    'Sagsbehandleren er en ny, loven er en anden, og boligen er måske ikke fundet.',
    write('loven er en anden, og boligen', 'loven er en anden – og boligen'),
    'same',
  ],
  [
    'Netværket mødes fire gange om året og deler erfaringer.',
    write(
      'deler erfaringer. Referaterne lægges på det fælles arbejdsrum.',
      'deler erfaringer, og referaterne lægges på det fælles arbejdsrum.',
    ),
    'same',
  ],
  [
    'Taksterne beregnes efter de samme principper i alle kommuner.',
    write('Økonomi og opfølgning', 'Takster, betaling og opfølgning'),
    'same',
  ],
  ['hurtig udredning efter udskrivning', write('- samme fagperson gennem hele forløbet\n', ''), 'same'],
  [
    'samme fagperson gennem hele forløbet',
    write('- hurtig udredning efter udskrivning\n', '- kort vej til rådgivning\n- udredning uden ventetid\n'),
    'same',
  ],
  ['Ægtefæller får mulighed for at deltage i en gruppe med ligestillede.', turn('hjerneskade'), 'same'],
  [
    'Styregruppen følger op på aftalen to gange om året.',
    write('Er der uenighed om en regning, betales den, og rettelsen sker i den næste.', ''),
    'same',
  ],
  ['Kortlægning af pladser', write('i marts måned', 'i april måned'), 'same'],
  ['indtil en ny afgørelse er truffet', write('et hul på mere end 14 dage', 'et hul på mere end en måned'), 'same'],
  ['mindst en neuropsykolog', write('senest fire uger efter', 'senest fem uger efter'), 'same'],
  ['Udgifterne til udstyr deles mellem kommune og region.', takeOut('overgange'), 'same'],
  [
    'Et overskud på mere end fem procent føres tilbage til taksten to år senere.',
    write('Taksterne beregnes efter de samme principper i alle kommuner. ', ''),
    'same',
  ],
  ['Ni ud af ti unge har en plan, der er godkendt et år før fødselsdagen.', drop('skift'), 'same'],
  [
    'En hjerneskade rammer hele familien.',
    write('En hjerneskade rammer hele familien.', 'EN HJERNESKADE RAMMER HELE FAMILIEN!'),
    'same',
  ],
];

/** Quotes that stand elsewhere. */
export const moved: readonly Revision[] = [
  [
    'Vi vil begynde tidligere og blive ved længere.',
    carry('Vi vil begynde tidligere og blive ved længere.', 'før den træder i kraft.'),
    'moved',
  ],
  [
    'En hjerneskade rammer hele familien.',
    carry('En hjerneskade rammer hele familien.', 'den største forhindring.'),
    'moved',
  ],
  [
    'Planen siger, hvem der er kontaktperson, og hvor den unge skal bo.',
    carry('Planen siger, hvem der er kontaktperson, og hvor den unge skal bo.', 'hvis den unge ønsker det.'),
    'moved',
  ],
  [
    'Familien får en kopi, hvis den unge ønsker det.',
    carry('Familien får en kopi, hvis den unge ønsker det.', 'et år før fødselsdagen.'),
    'moved',
  ],
  [
    'Familien får en kopi, hvis den unge ønsker det.',
    carry('Familien får en kopi, hvis den unge ønsker det.', 'en ny afgørelse er truffet.'),
    'moved',
  ],
  [
    'Praktikpladser i nærmiljøet prøves af i mindre skala.',
    carry('Praktikpladser i nærmiljøet prøves af i mindre skala.', 'venner og fritid.'),
    'moved',
  ],
  [
    'Udgifterne til udstyr deles mellem kommune og region.',
    carry('Udgifterne til udstyr deles mellem kommune og region.', 'rettelsen sker i den næste.'),
    'moved',
  ],
  [
    'Afstanden til det specialiserede tilbud er for mange den største forhindring.',
    carry(
      'Afstanden til det specialiserede tilbud er for mange den største forhindring.',
      'Skærmbesøg kan erstatte en del af kørslen.',
    ),
    'moved',
  ],
  [
    'Nye tilbud meldes til sekretariatet, så snart beslutningen er truffet.',
    carry('Nye tilbud meldes til sekretariatet, så snart beslutningen er truffet.', 'styregruppen i marts måned.'),
    'moved',
  ],
  [
    'Børn i familier med hjerneskade tilbydes samtaler med en psykolog.',
    rehang('paaroerende', 'hjerneskade', 'themes'),
    'moved',
  ],
  ['Pårørende får deres eget tilbud', rehang('paaroerende', 'hjerneskade', 'themes'), 'moved'],
  [
    'Foreninger kan få rådgivning om at tage imod unge med særlige behov.',
    rehang('fritid', 'hjerneskade', 'themes'),
    'moved',
  ],
  [
    'En rejsende konsulent skal derfor kunne tilkaldes med en uges varsel.',
    rehang('specialviden', 'overgange', 'themes'),
    'moved',
  ],
  ['Netværket mødes fire gange om året og deler erfaringer.', rehang('netvaerk', 'hjerneskade', 'actions'), 'moved'],
  ['Kursus for hjemmeplejen', rehang('kursus', 'overgange', 'actions'), 'moved'],
  ['jobcentret skal med fra begyndelsen', rehang('job', 'overgange', 'actions'), 'moved'],
  ['Hver klynge har mindst én gruppe for pårørende.', rehang('paaroerende', 'overgange', 'goals'), 'moved'],
  [
    'Antallet af forløb med huller er halveret ved periodens udgang.',
    carry('Antallet af forløb med huller er halveret ved periodens udgang.', 'to gange om året.'),
    'moved',
  ],
  [
    'støtte til de pårørende, også børnene',
    all(
      write('\n- støtte til de pårørende, også børnene', ''),
      write('- hurtig udredning', '- støtte til de pårørende, også børnene\n- hurtig udredning'),
    ),
    'moved',
  ],
  [
    'Styregruppen følger op på aftalen to gange om året.',
    carry('Styregruppen følger op på aftalen to gange om året.', 'så snart beslutningen er truffet.'),
    'moved',
  ],
  [
    'Mentorer på uddannelsesstedet kan gøre en forskel, og jobcentret skal med fra begyndelsen.',
    carry(
      'Mentorer på uddannelsesstedet kan gøre en forskel, og jobcentret skal med fra begyndelsen.',
      'blive ved længere.',
    ),
    'moved',
  ],
  [
    'Resultatet forelægges styregruppen i marts måned.',
    all(
      drop('pladser'),
      write('to gange om året.', 'to gange om året. Resultatet forelægges styregruppen i marts måned.'),
    ),
    'moved',
  ],
  [
    'Kommunerne betaler månedligt bagud, og fristen er 14 dage.',
    carry('Kommunerne betaler månedligt bagud, og fristen er 14 dage.', 'mellem kommune og region.'),
    'moved',
  ],
  [
    'Teknologien må ikke stå i vejen for det personlige møde.',
    all(rehang('teknologi', 'overgange', 'themes'), turn('overgange')),
    'moved',
  ],
];

import { drop, takeOut, write } from './test-anchor-edits';
import type { Revision } from './test-anchor-kept';

/** Quotes that are gone. */
export const removed: readonly Revision[] = [
  [
    'Vi vil begynde tidligere og blive ved længere.',
    write('Vi vil begynde tidligere og blive ved længere. ', ''),
    'removed',
  ],
  [
    'Familien får en kopi, hvis den unge ønsker det.',
    write(' Familien får en kopi, hvis den unge ønsker det.', ''),
    'removed',
  ],
  [
    'Planen siger, hvem der er kontaktperson, og hvor den unge skal bo.',
    write('Planen siger, hvem der er kontaktperson, og hvor den unge skal bo. ', ''),
    'removed',
  ],
  [
    'Genoptræningen begynder på hospitalet, men livet skal leves derhjemme.',
    write('Genoptræningen begynder på hospitalet, men livet skal leves derhjemme. ', ''),
    'removed',
  ],
  ['samme fagperson gennem hele forløbet', write('\n- samme fagperson gennem hele forløbet', ''), 'removed'],
  ['støtte til de pårørende, også børnene', write('\n- støtte til de pårørende, også børnene', ''), 'removed'],
  ['Referaterne lægges på det fælles arbejdsrum.', drop('netvaerk'), 'removed'],
  ['Netværk for ungerådgivere', drop('netvaerk'), 'removed'],
  ['Kommunerne udarbejder en fælles skabelon, som kan bruges på tværs af forvaltninger.', drop('skabelon'), 'removed'],
  ['En rejsende konsulent skal derfor kunne tilkaldes med en uges varsel.', drop('specialviden'), 'removed'],
  [
    'Hjemmeplejens medarbejdere tilbydes et kursus på to dage om usynlige følger af hjerneskade.',
    drop('kursus'),
    'removed',
  ],
  ['Skærmbesøg kan erstatte en del af kørslen.', write('Skærmbesøg kan erstatte en del af kørslen. ', ''), 'removed'],
  ['Teknologien må ikke stå i vejen for det personlige møde.', drop('teknologi'), 'removed'],
  [
    'Ventetiden opgøres hvert kvartal og offentliggøres på kommunernes hjemmesider.',
    write('Ventetiden opgøres hvert kvartal og offentliggøres på kommunernes hjemmesider.', ''),
    'removed',
  ],
  ['Hver klynge har mindst én gruppe for pårørende.', drop('paaroerende'), 'removed'],
  ['Taksterne beregnes efter de samme principper i alle kommuner.', takeOut('oekonomi'), 'removed'],
  ['Den samlede status sendes til handicaprådene, som får seks uger til at svare.', takeOut('oekonomi'), 'removed'],
  [
    'Er der uenighed om en regning, betales den, og rettelsen sker i den næste.',
    write(' Er der uenighed om en regning, betales den, og rettelsen sker i den næste.', ''),
    'removed',
  ],
  [
    'Et overskud på mere end fem procent føres tilbage til taksten to år senere.',
    write(' Et overskud på mere end fem procent føres tilbage til taksten to år senere.', ''),
    'removed',
  ],
  [
    'Afstanden til det specialiserede tilbud er for mange den største forhindring.',
    write(' Afstanden til det specialiserede tilbud er for mange den største forhindring.', ''),
    'removed',
  ],
  ['jobcentret skal med fra begyndelsen', drop('job'), 'removed'],
  [
    'Mange unge falder ud af uddannelsen i det første halve år.',
    write('Mange unge falder ud af uddannelsen i det første halve år. ', ''),
    'removed',
  ],
  [
    'Resultatet forelægges styregruppen i marts måned.',
    write(' Resultatet forelægges styregruppen i marts måned.', ''),
    'removed',
  ],
  [
    'Nye tilbud meldes til sekretariatet, så snart beslutningen er truffet.',
    write(
      'Nye tilbud meldes til sekretariatet, så snart beslutningen er truffet.',
      'Aftalen kan læses på alle kommuners hjemmesider.',
    ),
    'removed',
  ],
  [
    'Styregruppen følger op på aftalen to gange om året.',
    write('Styregruppen følger op på aftalen to gange om året. ', 'Arbejdet ledes af et formandskab. '),
    'removed',
  ],
  [
    'Foreninger kan få rådgivning om at tage imod unge med særlige behov.',
    write('Foreninger kan få rådgivning om at tage imod unge med særlige behov.', 'Ferier planlægges i god tid.'),
    'removed',
  ],
  ['Støtten fortsætter uændret, indtil en ny afgørelse er truffet.', drop('skift'), 'removed'],
  ['En hjerneskade rammer hele familien.', takeOut('hjerneskade'), 'removed'],
];

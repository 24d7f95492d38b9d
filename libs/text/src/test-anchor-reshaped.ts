import { all, carry, rehang, write } from './test-anchor-edits';
import type { Revision } from './test-anchor-kept';

/** Typing mistakes mended, sentences split, joined, cut short, and items called something else. */
export const reshaped: readonly Revision[] = [
  [
    'Sagsbehandleren er en ny, loven er en anden, og boligen er måske ikke fundet.',
    write(
      'Sagsbehandleren er en ny, loven er en anden, og boligen er måske ikke fundet.',
      'Sagsbehandleren er en ny. Loven er en anden. Boligen er måske slet ikke fundet.',
    ),
    'changed',
    'Loven er en anden. Boligen',
  ],
  [
    'Er der uenighed om en regning, betales den, og rettelsen sker i den næste.',
    write(
      'Er der uenighed om en regning, betales den, og rettelsen sker i den næste.',
      'Er der uenighed om en regning, betales den. Rettelsen kommer i den næste.',
    ),
    'changed',
    'Rettelsen kommer',
  ],
  [
    'Genoptræningen begynder på hospitalet, men livet skal leves derhjemme.',
    write('rammer hele familien. Genoptræningen begynder', 'rammer hele familien, og genoptræning begynder'),
    'changed',
    'og genoptræning begynder',
  ],
  [
    'Skabelonen afprøves af tolv unge, før den tages i brug.',
    write(
      'på tværs af forvaltninger. Skabelonen afprøves af tolv unge',
      'på tværs af forvaltninger og afprøves af tolv unge',
    ),
    'changed',
    'afprøves af tolv unge',
  ],
  [
    'Kommunen dokumenterer hvert forløb, hvor der har været et hul på mere end 14 dage.',
    write('Kommunen dokumenterer', 'Komunen dokumenteer'),
    'changed',
    'Komunen',
  ],
  [
    'Foreninger kan få rådgivning om at tage imod unge med særlige behov.',
    write('rådgivning om at tage', 'rådgivning om, at tage i'),
    'changed',
    'Foreninger',
  ],
  [
    'Alle unge har en plan i tide',
    write('Alle unge har en plan i tide', 'Planen er klar i god tid'),
    'changed',
    'Planen er klar',
  ],
  [
    'Ingen mister støtte i skiftet',
    write('Ingen mister støtte i skiftet', 'Støtten holder hele vejen'),
    'changed',
    'Støtten holder',
  ],
  [
    'Overgange fra barn til voksen',
    write('Overgange fra barn til voksen', 'Gode overgange for unge'),
    'changed',
    'Gode overgange',
  ],
  ['Uddannelse og job', write('Uddannelse og job', 'Skole, uddannelse og arbejde'), 'changed', 'arbejde'],
  ['Udredning inden fire uger', write('Udredning inden fire uger', 'Udredning inden tre uger'), 'changed', 'tre uger'],
  ['Økonomi og opfølgning', write('Økonomi og opfølgning', 'Takster og betaling'), 'changed', 'Takster'],
  [
    'senest et år før 18-årsdagen',
    write('senest et år før 18-årsdagen', 'senest halvandet år før fødselsdagen'),
    'changed',
    'halvandet år',
  ],
  ['med en uges varsel', write('med en uges varsel', 'med kort varsel'), 'changed', 'med kort varsel'],
  ['tolv unge', write('af tolv unge', 'af otte unge'), 'changed', 'otte unge'],
  ['fristen er 14 dage', write('fristen er 14 dage', 'fristen er 20 dage'), 'changed', '20 dage'],
  [
    'Praktikpladser i nærmiljøet prøves af i mindre skala.',
    carry(
      'Praktikpladser i nærmiljøet prøves af i mindre skala.',
      'venner og fritid.',
      'Praktikpladser i nærmiljøet prøves af i fire kommuner.',
    ),
    'changed',
    'fire kommuner',
  ],
  [
    'Udgifterne til udstyr deles mellem kommune og region.',
    carry(
      'Udgifterne til udstyr deles mellem kommune og region.',
      'rettelsen sker i den næste.',
      'Udgifter til udstyr i hjemmet deles lige mellem kommune og region.',
    ),
    'changed',
    'deles lige',
  ],
  [
    'Børn i familier med hjerneskade tilbydes samtaler med en psykolog.',
    all(
      write('tilbydes samtaler med en psykolog.', 'tilbydes fem samtaler hos en psykolog.'),
      rehang('paaroerende', 'hjerneskade', 'actions'),
    ),
    'changed',
    'fem samtaler',
  ],
  [
    'Afstanden til det specialiserede tilbud er for mange den største forhindring.',
    all(
      write('Genoptræningen begynder på hospitalet, men livet skal leves derhjemme. ', ''),
      write('er for mange den største forhindring', 'er for nogle den største barriere'),
    ),
    'changed',
    'barriere',
  ],
  [
    'Antallet af forløb med huller er halveret ved periodens udgang.',
    write(
      'Antallet af forløb med huller er halveret ved periodens udgang.',
      'Ved periodens udgang er antallet af forløb med huller faldet med to tredjedele.',
    ),
    'changed',
    'to tredjedele',
  ],
  [
    'Ni ud af ti unge har en plan, der er godkendt et år før fødselsdagen.',
    write('Ni ud af ti unge har en plan', 'Alle unge har en plan'),
    'changed',
    'Alle unge har en plan',
  ],
  [
    'Styregruppen følger op på aftalen to gange om året.',
    write(
      'Styregruppen følger op på aftalen to gange om året.',
      'Der følges op på aftalen én gang om året i styregruppen.',
    ),
    'changed',
    'én gang om året',
  ],
  [
    'støtte til de pårørende, også børnene',
    write('støtte til de pårørende, også børnene', 'støtte til alle pårørende'),
    'changed',
    'alle pårørende',
  ],
  [
    'Nye tilbud meldes til sekretariatet, så snart beslutningen er truffet.',
    write(
      'Nye tilbud meldes til sekretariatet, så snart beslutningen er truffet.',
      'Både nye tilbud og lukninger meldes til sekretariatet senest fire uger før beslutningen.',
    ),
    'changed',
    'lukninger',
  ],
];

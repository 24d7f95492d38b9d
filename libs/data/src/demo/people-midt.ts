import type { DemoPerson } from './content';
import { person, seat } from './person';

/** Who keeps the whole together, and who keeps the minutes of what is asked once for all. */
const shared: readonly DemoPerson[] = [
  person('sekretariat-midt', 'Asbjørn Vestrup Thanning', seat('secretariat:1082', 'secretariat-officer')),
  person('sekretaer-kkr-midt', 'Rikke Skallebæk Nordentoft', seat('contact-council:1082', 'council-secretary')),
  person('sekretaer-dassos', 'Gorm Ellesgaard Priess', seat('steering-group:1082', 'council-secretary')),
  person('sekretaer-dassos-fu', 'Birthe Lundbak Øster', seat('steering-board:1082', 'council-secretary')),
  person('sekretaer-kdnet', 'Tabita Molbjerg Wulff', seat('executive-network:1082', 'council-secretary')),
  person('raadssekretaer-region-midt', 'Henrik Sølvkær Balle', seat('regional-council:1082', 'council-secretary')),
];

const administrations: readonly DemoPerson[] = [
  person('tovholder-aarhus', 'Leyla Aksoy Trøjborg', seat('administration:0751', 'coordinator')),
  person('sagsbehandler-favrskov', 'Malene Hinnerskov', seat('administration:0710', 'case-officer')),
  person('sagsbehandler-viborg', 'Toke Asmild Rimmer', seat('administration:0791', 'case-officer')),
];

const councilSecretaries: readonly DemoPerson[] = [
  person('raadssekretaer-horsens', 'Bente Stensballe Krog', seat('municipal-council:0615', 'council-secretary')),
  person('raadssekretaer-herning', 'Ejvind Hammerum Tarp', seat('municipal-council:0657', 'council-secretary')),
  person('raadssekretaer-holstebro', 'Nadja Måbjerg Falk', seat('municipal-council:0661', 'council-secretary')),
  person('raadssekretaer-lemvig', 'Knud Erik Harboøre Lyng', seat('municipal-council:0665', 'council-secretary')),
  person('raadssekretaer-struer', 'Sanne Bremdal Vogt', seat('municipal-council:0671', 'council-secretary')),
  person('raadssekretaer-syddjurs', 'Troels Kalø Bregnet', seat('municipal-council:0706', 'council-secretary')),
  person('raadssekretaer-norddjurs', 'Ingelise Anholt Mørk', seat('municipal-council:0707', 'council-secretary')),
  person('raadssekretaer-favrskov', 'Jannik Frijsendal Bro', seat('municipal-council:0710', 'council-secretary')),
  person('raadssekretaer-odder', 'Solveig Rathlou Bisp', seat('municipal-council:0727', 'council-secretary')),
  person('raadssekretaer-randers', 'Imran Yousaf Gudenå', seat('municipal-council:0730', 'council-secretary')),
  person(
    'raadssekretaer-silkeborg',
    'Karen Margrethe Almind Dons',
    seat('municipal-council:0740', 'council-secretary'),
  ),
  person('raadssekretaer-samsoe', 'Aksel Besser Nordby', seat('municipal-council:0741', 'council-secretary')),
  person('raadssekretaer-skanderborg', 'Dicte Hylkegaard', seat('municipal-council:0746', 'council-secretary')),
  person('raadssekretaer-aarhus', 'Valdemar Risskov Ørum', seat('municipal-council:0751', 'council-secretary')),
  person('raadssekretaer-ikast-brande', 'Lisbet Bording Uldum', seat('municipal-council:0756', 'council-secretary')),
  person('raadssekretaer-ringkoebing-skjern', 'Evald Stadil Vium', seat('municipal-council:0760', 'council-secretary')),
  person('raadssekretaer-hedensted', 'Yrsa Bjerrelide Kamp', seat('municipal-council:0766', 'council-secretary')),
  person('raadssekretaer-skive', 'Arne Fursund Glerup', seat('municipal-council:0779', 'council-secretary')),
  person('raadssekretaer-viborg', 'Petrea Hald Sortebro', seat('municipal-council:0791', 'council-secretary')),
];

/** Demo people of Region Midtjylland: those an agreement needs to be decided, and no more. */
export const peopleMidt: readonly DemoPerson[] = [...shared, ...administrations, ...councilSecretaries];

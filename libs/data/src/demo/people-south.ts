import type { DemoPerson } from './content';
import { person, seat } from './person';

const slagelse: readonly DemoPerson[] = [
  person('tovholder-slagelse', 'Anders Bruhn Kjeldgaard', seat('administration:0330', 'coordinator')),
  person('tovholder-2-slagelse', 'Thanh Thao Nguyen', seat('administration:0330', 'coordinator')),
  person('sagsbehandler-slagelse', 'Selma Ferhat Kruse', seat('administration:0330', 'case-officer')),
  person('raadssekretaer-slagelse', 'Lone Fuglsang Riis', seat('municipal-council:0330', 'council-secretary')),
  person('talsperson-slagelse', 'Gerda Mølgaard Iversen', seat('user-organisation:0330', 'spokesperson')),
  person(
    'handicapraad-formand-slagelse',
    'Erling Damborg',
    seat('disability-council:0330', 'disability-council-chair'),
  ),
];

const stevns: readonly DemoPerson[] = [
  person('tovholder-stevns', 'Ida Marie Hovgaard', seat('administration:0336', 'coordinator')),
  person('raadssekretaer-stevns', 'Jesper Lindegren Skou', seat('municipal-council:0336', 'council-secretary')),
  person(
    'handicapraad-formand-stevns',
    'Tove Bredahl Staun',
    seat('disability-council:0336', 'disability-council-chair'),
  ),
];

const soroe: readonly DemoPerson[] = [
  person('tovholder-soroe', 'Oliver Thisted Grum', seat('administration:0340', 'coordinator')),
  person('raadssekretaer-soroe', 'Vibeke Nymand', seat('municipal-council:0340', 'council-secretary')),
  person(
    'handicapraad-formand-soroe',
    'Børge Askov Ladegaard',
    seat('disability-council:0340', 'disability-council-chair'),
  ),
];

const lejre: readonly DemoPerson[] = [
  person('tovholder-lejre', 'Freja Ellemose', seat('administration:0350', 'coordinator')),
  person('raadssekretaer-lejre', 'Per Rosenkilde Bach', seat('municipal-council:0350', 'council-secretary')),
  person('handicapraad-formand-lejre', 'Grethe Høgsbro', seat('disability-council:0350', 'disability-council-chair')),
];

const lolland: readonly DemoPerson[] = [
  person('tovholder-lolland', 'Ewa Kowalska Madsen', seat('administration:0360', 'coordinator')),
  person('raadssekretaer-lolland', 'Allan Fjordside', seat('municipal-council:0360', 'council-secretary')),
  person(
    'handicapraad-formand-lolland',
    'Svend Aage Kragh Busk',
    seat('disability-council:0360', 'disability-council-chair'),
  ),
];

const naestved: readonly DemoPerson[] = [
  person('tovholder-naestved', 'Katrine Vangsted Dall', seat('administration:0370', 'coordinator')),
  person('raadssekretaer-naestved', 'Bjarne Tofteby', seat('municipal-council:0370', 'council-secretary')),
  person(
    'handicapraad-formand-naestved',
    'Elsebeth Ramskov',
    seat('disability-council:0370', 'disability-council-chair'),
  ),
  person(
    'handicapraad-naestformand-naestved',
    'Kaj Ove Lyngby',
    seat('disability-council:0370', 'disability-council-deputy'),
  ),
  person(
    'handicapraad-medlem-1-naestved',
    'Mirela Hodžić Berg',
    seat('disability-council:0370', 'disability-council-member'),
  ),
  person(
    'handicapraad-medlem-2-naestved',
    'Thomas Engelbrecht Lynge',
    seat('disability-council:0370', 'disability-council-member'),
  ),
  person(
    'handicapraad-sekretaer-naestved',
    'Pia Ulstrup',
    seat('disability-council:0370', 'disability-council-secretary'),
  ),
];

const guldborgsund: readonly DemoPerson[] = [
  person('tovholder-guldborgsund', 'Malthe Horsager', seat('administration:0376', 'coordinator')),
  person('raadssekretaer-guldborgsund', 'Charlotte Wedel Groth', seat('municipal-council:0376', 'council-secretary')),
  person(
    'handicapraad-formand-guldborgsund',
    'Orla Sejersen Fog',
    seat('disability-council:0376', 'disability-council-chair'),
  ),
];

const vordingborg: readonly DemoPerson[] = [
  person('tovholder-vordingborg', 'Nanna Bøgelund Rye', seat('administration:0390', 'coordinator')),
  person('raadssekretaer-vordingborg', 'Flemming Sønderup', seat('municipal-council:0390', 'council-secretary')),
  person(
    'handicapraad-formand-vordingborg',
    'Ragnhild Steenstrup',
    seat('disability-council:0390', 'disability-council-chair'),
  ),
];

/** Demo people of the municipalities from Slagelse to Vordingborg, by kommunekode. */
export const peopleSouth: readonly DemoPerson[] = [
  ...slagelse,
  ...stevns,
  ...soroe,
  ...lejre,
  ...lolland,
  ...naestved,
  ...guldborgsund,
  ...vordingborg,
];

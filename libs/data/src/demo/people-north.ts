import type { DemoPerson } from './content';
import { person, seat } from './person';

const greve: readonly DemoPerson[] = [
  person('tovholder-greve', 'Camilla Brandstrup', seat('administration:0253', 'coordinator')),
  person('raadssekretaer-greve', 'Torben Vestergård Ibsen', seat('municipal-council:0253', 'council-secretary')),
  person(
    'handicapraad-formand-greve',
    'Inger-Lise Friis Dahlgaard',
    seat('disability-council:0253', 'disability-council-chair'),
  ),
  person(
    'handicapraad-naestformand-greve',
    'Mogens Rahbek Toft',
    seat('disability-council:0253', 'disability-council-deputy'),
  ),
  person('handicapraad-medlem-1-greve', 'Safiya Warsame', seat('disability-council:0253', 'disability-council-member')),
  person(
    'handicapraad-medlem-2-greve',
    'Jan Ølgaard Bisgaard',
    seat('disability-council:0253', 'disability-council-member'),
  ),
  person(
    'handicapraad-sekretaer-greve',
    'Louise Kjærsgaard Bang',
    seat('disability-council:0253', 'disability-council-secretary'),
  ),
];

const koege: readonly DemoPerson[] = [
  person('tovholder-koege', 'Mette Hyldgaard Poulsen', seat('administration:0259', 'coordinator')),
  person('tovholder-2-koege', 'Emre Yıldırım Bruun', seat('administration:0259', 'coordinator')),
  person('raadssekretaer-koege', 'Søren Asmussen Vang', seat('municipal-council:0259', 'council-secretary')),
  person(
    'handicapraad-formand-koege',
    'Kirsten Bjerrum Lund',
    seat('disability-council:0259', 'disability-council-chair'),
  ),
];

const roskilde: readonly DemoPerson[] = [
  person('tovholder-roskilde', 'Nikoline Damsgaard Rask', seat('administration:0265', 'coordinator')),
  person('tovholder-2-roskilde', 'Peter Thygesen Krag', seat('administration:0265', 'coordinator')),
  person('raadssekretaer-roskilde', 'Hanne Elkjær Winther', seat('municipal-council:0265', 'council-secretary')),
  person(
    'handicapraad-formand-roskilde',
    'Villy Ravnsborg Kold',
    seat('disability-council:0265', 'disability-council-chair'),
  ),
];

const solroed: readonly DemoPerson[] = [
  person('tovholder-solroed', 'Jonas Fabricius Hald', seat('administration:0269', 'coordinator')),
  person('raadssekretaer-solroed', 'Dorthe Mailund', seat('municipal-council:0269', 'council-secretary')),
  person(
    'handicapraad-formand-solroed',
    'Aase Krogsgaard Niebuhr',
    seat('disability-council:0269', 'disability-council-chair'),
  ),
];

const odsherred: readonly DemoPerson[] = [
  person('tovholder-odsherred', 'Signe Overby Kjems', seat('administration:0306', 'coordinator')),
  person('raadssekretaer-odsherred', 'Niels Bagger Juhl', seat('municipal-council:0306', 'council-secretary')),
  person(
    'handicapraad-formand-odsherred',
    'Poul-Erik Tranekær',
    seat('disability-council:0306', 'disability-council-chair'),
  ),
];

const holbaek: readonly DemoPerson[] = [
  person('tovholder-holbaek', 'Amira Haddad Sommer', seat('administration:0316', 'coordinator')),
  person('sagsbehandler-holbaek', 'Stine Rosenvinge', seat('administration:0316', 'case-officer')),
  person('raadssekretaer-holbaek', 'Lars Grønnegaard Uhre', seat('municipal-council:0316', 'council-secretary')),
  person(
    'handicapraad-formand-holbaek',
    'Bodil Hjortshøj',
    seat('disability-council:0316', 'disability-council-chair'),
  ),
  person(
    'handicapraad-naestformand-holbaek',
    'Claus Werenberg',
    seat('disability-council:0316', 'disability-council-deputy'),
  ),
  person(
    'handicapraad-medlem-1-holbaek',
    'Tuva Lindqvist Jacobsen',
    seat('disability-council:0316', 'disability-council-member'),
  ),
  person(
    'handicapraad-medlem-2-holbaek',
    'Hassan Abdi Noor',
    seat('disability-council:0316', 'disability-council-member'),
  ),
  person(
    'handicapraad-sekretaer-holbaek',
    'Merete Falkenberg',
    seat('disability-council:0316', 'disability-council-secretary'),
  ),
];

const faxe: readonly DemoPerson[] = [
  person('tovholder-faxe', 'Kasper Rønnov Birk', seat('administration:0320', 'coordinator')),
  person('raadssekretaer-faxe', 'Jette Sandholdt', seat('municipal-council:0320', 'council-secretary')),
  person(
    'handicapraad-formand-faxe',
    'Gudrun Ebbesen Lauge',
    seat('disability-council:0320', 'disability-council-chair'),
  ),
];

const kalundborg: readonly DemoPerson[] = [
  person('tovholder-kalundborg', 'Line Korsgaard Abild', seat('administration:0326', 'coordinator')),
  person('raadssekretaer-kalundborg', 'Mikkel Dreyer Ottosen', seat('municipal-council:0326', 'council-secretary')),
  person(
    'handicapraad-formand-kalundborg',
    'Verner Kloster Bech',
    seat('disability-council:0326', 'disability-council-chair'),
  ),
];

const ringsted: readonly DemoPerson[] = [
  person('tovholder-ringsted', 'Maja Petrović', seat('administration:0329', 'coordinator')),
  person('raadssekretaer-ringsted', 'Henning Storgaard Vind', seat('municipal-council:0329', 'council-secretary')),
  person('handicapraad-formand-ringsted', 'Rita Munkholm', seat('disability-council:0329', 'disability-council-chair')),
];

/** Demo people of the municipalities from Greve to Ringsted, by kommunekode. */
export const peopleNorth: readonly DemoPerson[] = [
  ...greve,
  ...koege,
  ...roskilde,
  ...solroed,
  ...odsherred,
  ...holbaek,
  ...faxe,
  ...kalundborg,
  ...ringsted,
];

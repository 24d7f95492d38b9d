import type { DemoPerson } from './content';
import { peopleMidt } from './people-midt';
import { peopleNorth } from './people-north';
import { peopleSouth } from './people-south';
import { person, seat } from './person';

const region: readonly DemoPerson[] = [
  person('sekretariat', 'Birgitte Overgaard Lassen', seat('secretariat:1085', 'secretariat-officer')),
  person('sekretariat-2', 'Yusuf Demirel Holm', seat('secretariat:1085', 'secretariat-officer')),
  person('tovholder-region', 'Annelise Kvist Thorup', seat('administration:region-1085', 'coordinator')),
  person('raadssekretaer-region', 'Frederik Hørlyck Bendtsen', seat('regional-council:1085', 'council-secretary')),
  person('sekretaer-kkr', 'Marianne Østerby Friis', seat('contact-council:1085', 'council-secretary')),
  person('politiker-region', 'Preben Lysholt Aagaard', seat('regional-council:1085', 'councillor')),
];

const councillors: readonly DemoPerson[] = [
  person('politiker-roskilde', 'Rasmus Tjørnelund', seat('municipal-council:0265', 'councillor')),
  person('politiker-guldborgsund', 'Fatima El-Khatib Nørregaard', seat('municipal-council:0376', 'councillor')),
  // Sits in two bodies: every act must name the one it was done for.
  person(
    'politiker-naestved',
    'Ulla Skovgaard Mørch',
    seat('municipal-council:0370', 'councillor'),
    seat('disability-council:0370', 'disability-council-member'),
  ),
];

/**
 * The demo's people, opdigtet til demonstration: every role, in all of Region Sjælland, and those who decide in Region
 * Midtjylland.
 */
export const demoPeople: readonly DemoPerson[] = [
  ...region,
  ...councillors,
  ...peopleNorth,
  ...peopleSouth,
  ...peopleMidt,
];

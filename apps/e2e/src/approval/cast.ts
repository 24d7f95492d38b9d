import { dayFromNow } from '../acts/days';

/** A party of the demo, and who records for it. */
export interface PartyCast {
  readonly id: string;
  readonly name: string;
  /** The persona of its council's secretary. */
  readonly secretary: string;
}

/** A body that belongs to no party and says something once for all. */
export interface SharedCast {
  /** The step, by its name, where the body takes several. */
  readonly step?: string;
  readonly body: string;
  readonly secretary: string;
}

/** Who plays in one region's way to an agreement, and on what. */
export interface Cast {
  /** What its pictures are called after. */
  readonly key: string;
  /** The chain as it is offered, and what its first words are called on the page of the chain. */
  readonly chain: string;
  readonly title: string;
  /** The first day the agreement is in force; one that has passed is in force from when it is concluded. */
  readonly from: string;
  readonly to: string;
  readonly secretariat: string;
  /** Who writes, and the name of whom for. */
  readonly writer: { readonly persona: string; readonly party: string };
  readonly shared: readonly SharedCast[];
  /** Says yes on a condition that only another text can meet. */
  readonly onCondition: PartyCast;
  /** Says no, and yes at a later meeting. */
  readonly rejects: PartyCast;
  readonly refersBack: PartyCast;
  readonly postpones: PartyCast;
  readonly remarks: PartyCast;
  /** The secretariat enters its decision from the minutes. */
  readonly entered: PartyCast;
  /** Its committee says something first; the council's yes begins at a mail to its secretary, who is called so. */
  readonly advised: PartyCast & { readonly committee: string; readonly council: string; readonly called: string };
  /** They say yes to the second text alone, the last of them last of all. */
  readonly others: readonly PartyCast[];
}

const municipality = (code: string, place: string, name: string): PartyCast => ({
  id: `municipality:${code}`,
  name: `${name} Kommune`,
  secretary: `raadssekretaer-${place}`,
});

/** The last day on which the municipalities of Sjælland have a region of their own: an agreement of theirs begins by then. */
const LAST_DAY_OF_THE_REGION = '2026-12-31';

function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}

/** Seventeen municipalities and Region Sjælland, on the chain of 2021. */
export const SJAELLAND: Cast = {
  key: 'sjaelland',
  chain: 'Sjælland 2021, version 2',
  title: 'Rammeaftale for Sjælland',
  from: earlierOf(dayFromNow(30), LAST_DAY_OF_THE_REGION),
  to: '2029-12-31',
  secretariat: 'sekretariat',
  writer: { persona: 'tovholder-roskilde', party: 'Roskilde Kommune' },
  shared: [{ body: 'Kommunekontaktrådet (KKR) i Region Sjælland', step: 'KKR', secretary: 'sekretaer-kkr' }],
  onCondition: municipality('0316', 'holbaek', 'Holbæk'),
  rejects: municipality('0253', 'greve', 'Greve'),
  refersBack: municipality('0259', 'koege', 'Køge'),
  postpones: municipality('0360', 'lolland', 'Lolland'),
  remarks: municipality('0265', 'roskilde', 'Roskilde'),
  entered: municipality('0336', 'stevns', 'Stevns'),
  advised: {
    ...municipality('0370', 'naestved', 'Næstved'),
    committee: 'Fagudvalget i Næstved Kommune',
    council: 'Kommunalbestyrelsen i Næstved Kommune',
    called: 'Bjarne Tofteby',
  },
  others: [
    municipality('0269', 'solroed', 'Solrød'),
    municipality('0306', 'odsherred', 'Odsherred'),
    municipality('0320', 'faxe', 'Faxe'),
    municipality('0326', 'kalundborg', 'Kalundborg'),
    municipality('0329', 'ringsted', 'Ringsted'),
    municipality('0330', 'slagelse', 'Slagelse'),
    municipality('0340', 'soroe', 'Sorø'),
    municipality('0350', 'lejre', 'Lejre'),
    municipality('0376', 'guldborgsund', 'Guldborgsund'),
    municipality('0390', 'vordingborg', 'Vordingborg'),
    { id: 'region:1085', name: 'Region Sjælland', secretary: 'raadssekretaer-region' },
  ],
};

/** Nineteen municipalities and Region Midtjylland, on the chain of 2017. */
export const MIDTJYLLAND: Cast = {
  key: 'midtjylland',
  chain: 'Midtjylland 2017, version 1',
  title: 'Rammeaftale for Midtjylland',
  from: dayFromNow(45),
  to: dayFromNow(45 + 2 * 365),
  secretariat: 'sekretariat-midt',
  writer: { persona: 'tovholder-aarhus', party: 'Aarhus Kommune' },
  shared: [
    { body: 'DASSOS Forretningsudvalg', secretary: 'sekretaer-dassos-fu' },
    { body: 'DASSOS', secretary: 'sekretaer-dassos' },
    { body: 'Kd.net', secretary: 'sekretaer-kdnet' },
    { body: 'Kommunekontaktrådet (KKR) i Region Midtjylland', secretary: 'sekretaer-kkr-midt' },
  ],
  onCondition: municipality('0741', 'samsoe', 'Samsø'),
  rejects: municipality('0760', 'ringkoebing-skjern', 'Ringkøbing-Skjern'),
  refersBack: municipality('0671', 'struer', 'Struer'),
  postpones: municipality('0727', 'odder', 'Odder'),
  remarks: municipality('0730', 'randers', 'Randers'),
  entered: municipality('0665', 'lemvig', 'Lemvig'),
  advised: {
    ...municipality('0751', 'aarhus', 'Aarhus'),
    committee: 'Fagudvalget i Aarhus Kommune',
    council: 'Kommunalbestyrelsen i Aarhus Kommune',
    called: 'Valdemar Risskov Ørum',
  },
  others: [
    municipality('0615', 'horsens', 'Horsens'),
    municipality('0657', 'herning', 'Herning'),
    municipality('0661', 'holstebro', 'Holstebro'),
    municipality('0706', 'syddjurs', 'Syddjurs'),
    municipality('0707', 'norddjurs', 'Norddjurs'),
    municipality('0710', 'favrskov', 'Favrskov'),
    municipality('0740', 'silkeborg', 'Silkeborg'),
    municipality('0746', 'skanderborg', 'Skanderborg'),
    municipality('0756', 'ikast-brande', 'Ikast-Brande'),
    municipality('0766', 'hedensted', 'Hedensted'),
    municipality('0779', 'skive', 'Skive'),
    municipality('0791', 'viborg', 'Viborg'),
    { id: 'region:1082', name: 'Region Midtjylland', secretary: 'raadssekretaer-region-midt' },
  ],
};

/** Those who decide on the first text already. */
export function firstOf(cast: Cast): readonly PartyCast[] {
  const { rejects, refersBack, postpones, remarks, entered, advised } = cast;
  return [rejects, refersBack, postpones, remarks, entered, advised];
}

/** All parties. */
export function partiesOf(cast: Cast): readonly PartyCast[] {
  return [...firstOf(cast), cast.onCondition, ...cast.others];
}

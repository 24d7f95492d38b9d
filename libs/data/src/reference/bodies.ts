import type { BodyKind } from '@enig/access';

/** A body as it is put in; the last two are the first and the last day it exists. */
export type NewBody = readonly [
  id: string,
  kind: BodyKind,
  name: string,
  party: string | null,
  region: string | null,
  from: string,
  to: string | null,
];

/** The first day bodies are listed for: when the five regions and the 98 municipalities came to be. */
const BEGINNING = '2007-01-01';

/** Kontaktudvalg are abolished with the reform of 2027 (domain.md 1.2). */
const LAST_LIAISON = '2026-12-31';

/** The bodies every municipality has from the start. */
export function bodiesOfMunicipality(code: string, name: string): NewBody[] {
  const party = `municipality:${code}`;
  return [
    [`municipal-council:${code}`, 'municipalCouncil', `Kommunalbestyrelsen i ${name}`, party, null, BEGINNING, null],
    [`disability-council:${code}`, 'disabilityCouncil', `Handicaprådet i ${name}`, party, null, BEGINNING, null],
    [`administration:${code}`, 'administration', `Forvaltningen i ${name}`, party, null, BEGINNING, null],
    [`committee:${code}`, 'committee', `Fagudvalget i ${name}`, party, null, BEGINNING, null],
    [`finance-committee:${code}`, 'financeCommittee', `Økonomiudvalget i ${name}`, party, null, BEGINNING, null],
  ];
}

/** The bodies a region has, those that act for all its municipalities too. */
export function bodiesOfRegion(id: string, name: string, from: string): NewBody[] {
  const party = `region:${id}`;
  return [
    [`regional-council:${id}`, 'regionalCouncil', `Regionsrådet i ${name}`, party, id, from, null],
    [`administration:region-${id}`, 'administration', `Forvaltningen i ${name}`, party, id, from, null],
    [`committee:region-${id}`, 'committee', `Fagudvalget i ${name}`, party, id, from, null],
    [`finance-committee:region-${id}`, 'financeCommittee', `Forretningsudvalget i ${name}`, party, id, from, null],
    [`secretariat:${id}`, 'secretariat', `Rammeaftalesekretariatet i ${name}`, null, id, from, null],
    [`contact-council:${id}`, 'contactCouncil', `Kommunekontaktrådet (KKR) i ${name}`, null, id, from, null],
    ...(ONLY_THERE[id] ?? []).map(([key, kind, called, to]): NewBody => [
      `${key}:${id}`,
      kind,
      called,
      null,
      id,
      from,
      to,
    ]),
  ];
}

type Own = readonly [key: string, kind: BodyKind, name: string, to: string | null];

/** What acts for all in one region only, by the agreements of 2007 (003) and 2017 (004). */
const ONLY_THERE: Readonly<Record<string, readonly Own[]>> = {
  '1081': [
    ['steering-group', 'steeringGroup', 'Den administrative styregruppe i Region Nordjylland', null],
    ['liaison-committee', 'liaisonCommittee', 'Kontaktudvalget i Region Nordjylland', LAST_LIAISON],
  ],
  '1082': [
    ['steering-board', 'steeringGroup', 'DASSOS Forretningsudvalg', null],
    ['steering-group', 'steeringGroup', 'DASSOS', null],
    ['executive-network', 'executiveNetwork', 'Kd.net', null],
    ['national-board', 'nationalBoard', 'Social- og Boligstyrelsen', null],
  ],
};

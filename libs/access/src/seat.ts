import type { BodyId, LocalDate, PartyId, SeatId } from '@enig/kernel';

/** Every kind of body that takes part, in the order people expect to see them. */
export const bodyKinds = [
  'municipalCouncil',
  'regionalCouncil',
  'disabilityCouncil',
  'administration',
  'committee',
  'financeCommittee',
  'secretariat',
  'contactCouncil',
  'liaisonCommittee',
  'steeringGroup',
  'executiveNetwork',
  'preparatoryCommittee',
  'nationalBoard',
  'dialogueForum',
  'userOrganisation',
  'professionalNetwork',
] as const;

/**
 * What sort of body acts. `municipalCouncil` and `regionalCouncil` decide, `disabilityCouncil` and those of
 * {@link heardKinds} are heard; there is no bare council. `financeCommittee` is an økonomiudvalg,
 * `liaisonCommittee` a kontaktudvalg (abolished from 2027), `steeringGroup` an administrativ styregruppe, as DASSOS and
 * its forretningsudvalg, `executiveNetwork` the network of municipal chief executives (Kd.net), `preparatoryCommittee` a
 * forberedelsesudvalg before a merger, `nationalBoard` the Social- og Boligstyrelsen. `dialogueForum` is a dialogforum,
 * `userOrganisation` a brugerorganisation, `professionalNetwork` a fagligt netværk. Source: domain.md 1.2. da: organtype
 */
export type BodyKind = (typeof bodyKinds)[number];

/** Every kind of seat, the most specific first: the order in which an act is ascribed to one of a person's seats. */
export const seatKinds = [
  'disabilityCouncilChair',
  'disabilityCouncilDeputy',
  'disabilityCouncilSecretary',
  'disabilityCouncilMember',
  'spokesperson',
  'participant',
  'coordinator',
  'councilSecretary',
  'caseOfficer',
  'councillor',
  'secretariatOfficer',
] as const;

/**
 * The capacity a person sits in a body in. Compared by name in this library only. `coordinator` is a tovholder: it
 * writes and answers for focus areas, and never approves. `spokesperson` speaks for a body that is heard and is no
 * disability council, and `participant` takes part in it. Source: domain.md 1.3. da: sædetype
 */
export type SeatKind = (typeof seatKinds)[number];

/** A person's place in a body for a time, with what a rule needs to know about that body. da: sæde */
export interface Seat {
  readonly id: SeatId;
  readonly body: BodyId;
  readonly bodyKind: BodyKind;
  /** The party the body belongs to; null for what belongs to a whole region (secretariat, contact council). */
  readonly party: PartyId | null;
  /** Id of the region the body lies in today, as `1085`. */
  readonly region: string;
  readonly kind: SeatKind;
  /** First day it is held. */
  readonly from: LocalDate;
  /** Last day it is held, that day included; null while no end is set. */
  readonly to: LocalDate | null;
}

const seatKindsIn: Readonly<Record<BodyKind, readonly SeatKind[]>> = {
  municipalCouncil: ['councillor', 'councilSecretary'],
  regionalCouncil: ['councillor', 'councilSecretary'],
  disabilityCouncil: [
    'disabilityCouncilChair',
    'disabilityCouncilDeputy',
    'disabilityCouncilMember',
    'disabilityCouncilSecretary',
  ],
  administration: ['coordinator', 'caseOfficer'],
  committee: [],
  financeCommittee: [],
  secretariat: ['secretariatOfficer'],
  contactCouncil: ['councilSecretary'],
  liaisonCommittee: ['councilSecretary'],
  steeringGroup: ['councilSecretary'],
  executiveNetwork: ['councilSecretary'],
  preparatoryCommittee: ['councillor', 'councilSecretary'],
  nationalBoard: [],
  dialogueForum: ['spokesperson', 'participant'],
  userOrganisation: ['spokesperson', 'participant'],
  professionalNetwork: ['spokesperson', 'participant'],
};

/** The kinds of body that can be asked in a hearing round (AC-21), in the order people expect to see them. */
export const heardKinds = [
  'disabilityCouncil',
  'dialogueForum',
  'userOrganisation',
  'professionalNetwork',
] as const satisfies readonly BodyKind[];

/** The kinds of heard body that are set up by hand: there is a disability council in every municipality from the start. */
export const addedKinds = [
  'dialogueForum',
  'userOrganisation',
  'professionalNetwork',
] as const satisfies readonly BodyKind[];

/** Whether a body of this kind can be asked in a hearing round (AC-21). */
export function canBeHeard(kind: BodyKind): boolean {
  return heardKinds.some((heard) => heard === kind);
}

/** The kinds of seat that may be granted in a kind of body (AC-3); none where nobody acts by signing in. */
export function seatKindsFor(bodyKind: BodyKind): readonly SeatKind[] {
  return seatKindsIn[bodyKind];
}

/** Whether the seat gives anything on that day: held from `from` through `to` (AC-2) in a body that has such seats (AC-3). */
export function holds(seat: Seat, today: LocalDate): boolean {
  const isWithin = seat.from <= today && (seat.to === null || today <= seat.to);
  return isWithin && seatKindsIn[seat.bodyKind].includes(seat.kind);
}

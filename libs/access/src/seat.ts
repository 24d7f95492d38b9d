import type { BodyId, LocalDate, PartyId, SeatId } from '@enig/kernel';

/** Every kind of body that takes part, in the order people expect to see them. */
export const bodyKinds = [
  'municipalCouncil',
  'regionalCouncil',
  'disabilityCouncil',
  'administration',
  'committee',
  'secretariat',
  'contactCouncil',
] as const;

/**
 * What sort of body acts. `municipalCouncil` and `regionalCouncil` decide, `disabilityCouncil` is heard; there is no
 * bare council. Source: domain.md 1.2. da: organtype
 */
export type BodyKind = (typeof bodyKinds)[number];

/** Every kind of seat, the most specific first: the order in which an act is ascribed to one of a person's seats. */
export const seatKinds = [
  'disabilityCouncilChair',
  'disabilityCouncilDeputy',
  'disabilityCouncilSecretary',
  'disabilityCouncilMember',
  'coordinator',
  'councilSecretary',
  'caseOfficer',
  'councillor',
  'secretariatOfficer',
] as const;

/**
 * The capacity a person sits in a body in. Compared by name in this library only. `coordinator` is a tovholder: it
 * writes and answers for focus areas, and never approves. Source: domain.md 1.3. da: sædetype
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
  secretariat: ['secretariatOfficer'],
  contactCouncil: ['councilSecretary'],
};

/** The kinds of seat that may be granted in a kind of body (AC-3); none where nobody acts by signing in. */
export function seatKindsFor(bodyKind: BodyKind): readonly SeatKind[] {
  return seatKindsIn[bodyKind];
}

/** Whether the seat gives anything on that day: held from `from` through `to` (AC-2) in a body that has such seats (AC-3). */
export function holds(seat: Seat, today: LocalDate): boolean {
  const isWithin = seat.from <= today && (seat.to === null || today <= seat.to);
  return isWithin && seatKindsIn[seat.bodyKind].includes(seat.kind);
}

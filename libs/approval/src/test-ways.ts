/** A chain in which one party goes its own way, for the specs. */
import { brandId, localDateOf, type BodyId, type LocalDate, type PartyId } from '@enig/kernel';
import type { Chain } from './chain';
import type { MeetingFact } from './forecast';
import type { WayStep } from './steps';
import { chainOf, councilOf, partyOf } from './test-chains';

/** A body of a party, by its kind. */
export const bodyOf = (kind: string, party: PartyId): BodyId => brandId<BodyId>(`${kind}:${party}`);

/** A step of a way; it comes after those named. */
export function wayStep(body: BodyId, after: readonly BodyId[] = [], mandatory = true): WayStep {
  return { key: body, name: body, body, after, mandatory };
}

/** A meeting that was known from a day on, and taken back on another or never. */
export function meets(body: BodyId, heldOn: string, from = '2026-09-01', until: string | null = null): MeetingFact {
  return {
    body,
    heldOn: localDateOf(heldOn),
    from: localDateOf(from),
    until: until === null ? null : localDateOf(until),
  };
}

/** The first party: its committee, then its finance committee, then its council. */
export const ownParty = partyOf(0);
/** Its bodies. */
export const committee = bodyOf('committee', ownParty);
export const finance = bodyOf('finance', ownParty);
export const council = councilOf(ownParty);

/** A chain of so many parties in which the first goes its own way. */
export function chainWithWay(size: number, steps: readonly WayStep[]): Chain {
  const chain = chainOf(size);
  const [first] = chain.bodies;
  if (!first) throw new Error('A chain without parties');
  const added = { ...first, body: finance, kind: 'financeCommittee' as const, name: finance, party: ownParty };
  return { ...chain, bodies: [...chain.bodies, added], ways: [{ party: ownParty, steps }] };
}

/** A day. */
export const day = (given: string): LocalDate => localDateOf(given);

import { on, type DecisionSubject } from '@enig/access';
import type { AgreementHead } from '@enig/data';
import type { BodyId, PartyId } from '@enig/kernel';

/** What a right to decide is asked about: a party, or the body that belongs to none. */
export function subjectOfDecision(head: AgreementHead, party: PartyId): DecisionSubject;
export function subjectOfDecision(head: AgreementHead, party: PartyId | null, body: BodyId): DecisionSubject;
export function subjectOfDecision({ row }: AgreementHead, party: PartyId | null, body?: BodyId): DecisionSubject {
  return on.decision({ region: row.region, party, body: party === null ? (body ?? null) : null });
}

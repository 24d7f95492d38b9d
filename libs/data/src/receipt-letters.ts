import type { SubmissionId } from '@enig/hearing';
import type { BodyId, Instant, ResponseId, Sha256 } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import { whatIsHeard } from './hearing-reads';
import type { ResponseView } from './hearing-views';
import type { HearingRoundRow } from './hearings';
import { sendLetters } from './letters/outbox';
import { readersOf } from './letters/readers';
import type { RoundChange } from './round-change';

/** What was sent, as its receipt says it. */
export interface SentResponse {
  readonly submission: SubmissionId;
  readonly response: ResponseId;
  readonly council: BodyId;
  readonly reference: string;
  readonly at: Instant;
  readonly isLate: boolean;
  readonly sha256: Sha256;
  /** The reference of what stood until now; null where nothing did. */
  readonly replaced: string | null;
}

/**
 * The receipt (HE-39) by mail to everybody who holds a seat in the council today, inside the transaction that takes the
 * response in. It tells that something was sent, never what.
 */
export async function sendReceipts(manager: EntityManager, round: HearingRoundRow, sent: SentResponse): Promise<void> {
  const { submission, response, council, ...facts } = sent;
  const readers = await readersOf(manager, [council]);
  const about = await whatIsHeard(manager, round);
  const path = toResponse(round, response);
  await sendLetters(
    manager,
    readers.map(({ person, body, name }) => ({
      ...{ key: `receipt:${submission}:${person}`, kind: 'receipt', to: person, body, path },
      facts: { round: about, body: name, submission, ...facts },
    })),
  );
}

/** Tells the others of a council that one of them has taken its answer back (HE-14): until it is sent again there is none. */
export async function tellOfWithdrawal(
  { manager, round }: RoundChange,
  { row: response, standing }: ResponseView,
  { person: by }: Actor,
): Promise<void> {
  if (!standing) throw new Error(`The response ${response.id} did not stand`);
  const { id: submission, reference } = standing.row;
  const readers = await readersOf(manager, [response.body]);
  const [who] = await manager.query<{ name: string }[]>('SELECT name FROM person WHERE id = $1', [by]);
  const facts = {
    round: await whatIsHeard(manager, round.row),
    by: who?.name ?? '',
    due: round.round.dueAt,
    reference,
  };
  const others = readers.filter(({ person }) => person !== by);
  await sendLetters(
    manager,
    others.map(({ person, body, name }) => ({
      ...{ key: `answerWithdrawn:${submission}:${person}`, kind: 'answerWithdrawn', to: person, body },
      ...{ path: toResponse(round.row, response.id), facts: { ...facts, body: name } },
    })),
  );
}

/** Where a council writes its answer, and reads its receipt. */
export function toResponse({ agreement, id }: HearingRoundRow, response: ResponseId): string {
  return `/aftaler/${agreement}/hoering/${id}/svar/${response}`;
}

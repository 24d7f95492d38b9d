import {
  awaitingConfirmation,
  chainState,
  counts,
  decidingStepOf,
  effective,
  type Chain,
  type Decision,
} from '@enig/approval';
import { inForceFrom } from '@enig/agreement';
import { localDateAt, type DecisionId, type Instant, type PartyId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import type { Change } from './agreement-change';
import type { AgreementHead } from './agreement-reads';
import { approvalView } from './approval-reads';
import { decisionReaders, namesOfBodies, oncePerPerson } from './decision-letters';
import { lastDaysOf, periodOf } from './last-days';
import { sendLetters, type NewLetter } from './letters/outbox';
import { headOf } from './log-head';
import { decidingCouncils } from './successions';
import { titlesSucceeded } from './turns';

/** A decision was recorded or confirmed: how the chain stood, how it stands, and which one it was. */
export interface Turn {
  readonly before: Chain;
  readonly after: Chain;
  readonly decision: Decision;
}

/**
 * Tells of a decision in the transaction that records or confirms it: those who are asked to confirm it, whoever did it
 * their receipt, and the secretariat where the chain stands still from now on (AP-18, AP-23).
 */
export async function tellOfDecision({ manager, view, now }: Change, turn: Turn, actor: Actor): Promise<void> {
  const { decision, after } = turn;
  const { party } = decision;
  if (party === null) return;
  const names = await namesOfBodies(manager, [decision.body]);
  const about = { agreement: view.row.title, body: names.get(decision.body) ?? '' };
  const waits = !counts(after, decision);
  const blocks = blocksFromNow(turn);
  const readers = waits || blocks ? await decisionReaders(manager, forParty(view, party)) : [];
  const path = boardOf(view);
  const toConfirm = waits ? readers.filter((each) => each.party === party && each.person !== actor.person) : [];
  const told = blocks ? readers.filter((each) => each.party === null && each.person !== actor.person) : [];
  await sendLetters(manager, [
    ...toConfirm.map(({ person, body }): NewLetter => ({
      key: `decisionToConfirm:${decision.id}:${person}`,
      ...{ kind: 'decisionToConfirm', to: person, body, path },
      facts: { ...about, by: decision.isOwn ? 'colleague' : 'secretariat' },
    })),
    ...told.map(({ person, body }): NewLetter => ({
      key: `chainBlocked:${decision.id}:${person}`,
      ...{ kind: 'chainBlocked', to: person, body, path },
      facts: about,
    })),
    await receiptOf(manager, { view, about, path, at: now }, decision.id, actor),
  ]);
}

/**
 * Tells everybody who records for a party, and the secretariat, that the agreement is concluded, and from when it is in
 * force: where that is today, no letter of its own says so (AG-40).
 */
export async function tellOfConclusion({ manager, view, now }: Change): Promise<void> {
  const { id, title } = view.row;
  const concludedOn = localDateAt(now);
  const from = inForceFrom({ period: periodOf(view.row), concludedOn });
  const to = (await lastDaysOf(manager, [view.row])).get(id) ?? view.row.periodTo;
  const replaces = from === concludedOn ? await titlesSucceeded(manager, id) : '';
  const readers = oncePerPerson(await decisionReaders(manager, view));
  const letters = readers.map(({ person, body }): NewLetter => ({
    key: `agreementConcluded:${id}:${person}`,
    ...{ kind: 'agreementConcluded', to: person, body, path: boardOf(view) },
    facts: { agreement: title, total: view.parties.length, from, to, replaces },
  }));
  await sendLetters(manager, letters);
}

/**
 * Tells the people of those parties whose decision has lapsed, or waited, that the text is opened again (AP-2).
 *
 * @param reason why, as it is on record for every party (AG-7).
 */
export async function tellOfLapse({ manager, view }: Change, reason: string): Promise<void> {
  // As it stood a moment ago: the view was read before the texts were opened.
  const approval = await approvalView(manager, view);
  if (!approval) return;
  const { chain } = approval;
  const had = view.parties.filter(({ party }) => effective(chain, party) ?? awaitingConfirmation(chain, party));
  if (had.length === 0) return;
  const councils = decidingCouncils(had, approval.successions);
  const names = await namesOfBodies(manager, [...councils.values()]);
  const readers = await decisionReaders(manager, { ...view, parties: had });
  const letters = readers.flatMap(({ person, body, party }): NewLetter[] => {
    const council = party === null ? undefined : councils.get(party);
    if (party === null || council === undefined) return [];
    return [
      {
        key: `approvalsLapsed:${chain.version}:${party}:${person}`,
        ...{ kind: 'approvalsLapsed', to: person, body, path: boardOf(view) },
        facts: { agreement: view.row.title, body: names.get(council) ?? '', reason },
      },
    ];
  });
  await sendLetters(manager, letters);
}

/** What a decision is called on its receipt. */
export function referenceOf(decision: DecisionId): string {
  return `B-${decision.slice(0, 8).toUpperCase()}`;
}

interface ReceiptGround {
  readonly view: AgreementHead;
  readonly about: { readonly agreement: string; readonly body: string };
  readonly path: string;
  readonly at: Instant;
}

/** Whoever recorded or confirmed it has what proves it, with where the log ends now (LO-4). */
async function receiptOf(
  manager: EntityManager,
  { view, about, path, at }: ReceiptGround,
  decision: DecisionId,
  { person, body }: Actor,
): Promise<NewLetter> {
  const head = await headOf(manager, view.row.id);
  if (!head) throw new Error(`Nothing is logged of ${view.row.id}`);
  return {
    key: `decisionReceipt:${decision}:${person}`,
    ...{ kind: 'decisionReceipt', to: person, body, path },
    facts: { ...about, decision, reference: referenceOf(decision), at, number: head.number, log: head.hash },
  };
}

/** Whether the party blocks the chain now, and did not before with what it had said. */
function blocksFromNow({ before, after, decision }: Turn): boolean {
  const { party, step } = decision;
  if (party === null || decidingStepOf(after, party).key !== step) return false;
  const blocked = (chain: Chain) => chainState(chain).blocks.find((each) => each.party === party)?.decision.id;
  return blocked(after) === decision.id && blocked(before) !== decision.id;
}

function forParty(view: AgreementHead, party: PartyId): AgreementHead {
  return { ...view, parties: view.parties.filter((each) => each.party === party) };
}

function boardOf({ row }: AgreementHead): string {
  return `/aftaler/${row.id}/godkendelse`;
}

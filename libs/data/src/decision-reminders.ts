import {
  decisionReminders,
  isDecisionReminderDue,
  missing,
  toRemind,
  type EscalationLevel,
  type MissingParty,
} from '@enig/approval';
import {
  brandId,
  endOfDay,
  localDateAt,
  localDateOf,
  type AgreementId,
  type Instant,
  type Json,
  type LocalDate,
  type VersionHash,
} from '@enig/kernel';
import { sortDanish } from '@enig/messages';
import type { EntityManager } from 'typeorm';
import { databaseNow } from './act';
import { agreementView, type AgreementHead } from './agreement-reads';
import { approvalView, type ApprovalView } from './approval-reads';
import { decisionReaders, namesOfBodies, toBeDecided, type DecisionReader } from './decision-letters';
import { setTimer, type DueTimer } from './jobs/timers';
import { sendLetters, type NewLetter } from './letters/outbox';
import { decidingCouncils } from './successions';

/** What a timer's payload says. */
interface Planned {
  readonly agreement: AgreementId;
  readonly version: VersionHash;
  readonly deadline: LocalDate;
  readonly daysBefore: number;
}

/** Sets the reminders of a version that is put to the parties, in the transaction that freezes it (AP-33). */
export async function beginDecisionReminders(
  manager: EntityManager,
  { id: agreement, deadline }: AgreementHead['row'],
  { version, at: askedAt }: { readonly version: VersionHash; readonly at: Instant },
): Promise<void> {
  for (const { daysBefore, at } of decisionReminders(deadline, askedAt)) {
    const key = `decision:${version}:${deadline}:${daysBefore}`;
    const payload = { agreement, version, deadline, daysBefore };
    await setTimer(manager, { key, kind: 'decisionReminder', subject: agreement, dueAt: at, payload });
  }
}

/**
 * Sends a reminder whose time has come, in the timer's own transaction. The agreement is locked as by those who record,
 * so who is found missing is missing when the letters are stored; each has a key of its own, so that none is sent twice
 * (AP-33).
 *
 * @returns how many letters there were to send.
 */
export async function sendDecisionReminder(manager: EntityManager, timer: DueTimer): Promise<number> {
  const planned = payloadOf(timer.payload);
  await manager.query('SELECT id FROM agreement WHERE id = $1 FOR SHARE', [planned.agreement]);
  const head = await agreementView(manager, planned.agreement);
  const approval = head && (await approvalView(manager, head));
  if (!approval || !approval.chain.isDeciding || approval.chain.version !== planned.version) return 0;
  const { deadline } = approval.head.row;
  const now = await databaseNow(manager);
  const reminders = decisionReminders(deadline, askedAt(approval));
  if (!isDecisionReminderDue(reminders, planned, deadline, now)) return 0;
  const level = reminders.find(({ daysBefore }) => daysBefore === planned.daysBefore)?.level ?? 1;
  const reminded = toRemind(approval.chain, deadline, localDateAt(now));
  const readers = await decisionReaders(manager, approval.head);
  const letters = [
    ...(await lettersToParties(manager, approval, planned, { reminded, level, readers })),
    ...(level === 3 ? lettersToSecretariat(approval, planned, readers) : []),
  ];
  await sendLetters(manager, letters);
  return letters.length;
}

/** When the parties were asked: at the last freeze for decision. */
function askedAt({ head }: ApprovalView): Instant {
  const freeze = head.events.findLast(({ event }) => event === 'freezeForDecision');
  if (!freeze) throw new Error(`Nothing was put to the parties of ${head.row.id}`);
  return freeze.at;
}

interface Reminding {
  readonly reminded: readonly MissingParty[];
  readonly level: EscalationLevel;
  readonly readers: readonly DecisionReader[];
}

/** First to the council's own people; to all of the party's who may record later, and where the council has none here. */
async function lettersToParties(
  manager: EntityManager,
  { head, successions }: ApprovalView,
  { version, deadline, daysBefore }: Planned,
  { reminded, level, readers }: Reminding,
): Promise<NewLetter[]> {
  const councilOf = decidingCouncils(head.parties, successions);
  const names = await namesOfBodies(manager, [...councilOf.values()]);
  return reminded.flatMap(({ party, waitsFor }) => {
    const all = readers.filter((reader) => reader.party === party);
    const ofCouncil = all.filter(({ isOfCouncil }) => isOfCouncil);
    const council = councilOf.get(party);
    return (level === 1 && ofCouncil.length > 0 ? ofCouncil : all).map(({ person, body }) => ({
      key: `decisionReminder:${version}:${deadline}:${daysBefore}:${party}:${person}`,
      ...{ kind: 'decisionReminder' as const, to: person, body, path: toBeDecided(head.row.id, party) },
      facts: {
        ...{ agreement: head.row.title, body: (council && names.get(council)) ?? '' },
        ...{ due: endOfDay(deadline), waitsFor },
      },
    }));
  });
}

/** Who has not approved, also with a no or a condition: what is done about that is the secretariat's to know. */
function lettersToSecretariat(
  { head, chain, shortNames }: ApprovalView,
  { version, deadline, daysBefore }: Planned,
  readers: readonly DecisionReader[],
): NewLetter[] {
  const lacking = missing(chain);
  if (lacking.length === 0) return [];
  const names = sortDanish(lacking.map((party) => shortNames.get(party) ?? party)).join(', ');
  const facts = { count: lacking.length, total: chain.parties.length, names };
  return readers
    .filter(({ party }) => party === null)
    .map(({ person, body }) => ({
      key: `decisionEscalated:${version}:${deadline}:${daysBefore}:${person}`,
      ...{ kind: 'decisionEscalated' as const, to: person, body },
      path: `/aftaler/${head.row.id}/godkendelse?mangler=1`,
      facts: { agreement: head.row.title, due: endOfDay(deadline), ...facts },
    }));
}

/** @throws TypeError for a payload that is none of ours. */
function payloadOf(payload: Json): Planned {
  const given = typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload : {};
  const { agreement, version, deadline, daysBefore } = given as { readonly [name: string]: Json | undefined };
  if (
    typeof agreement !== 'string' ||
    typeof version !== 'string' ||
    typeof deadline !== 'string' ||
    typeof daysBefore !== 'number'
  ) {
    throw new TypeError('The timer is of no reminder of a decision');
  }
  return {
    agreement: brandId<AgreementId>(agreement),
    version: brandId<VersionHash>(version),
    deadline: localDateOf(deadline),
    daysBefore,
  };
}

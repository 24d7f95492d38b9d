import { isApproval } from '@enig/approval';
import type { LocalDate } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import type { useMessages } from '@enig/ui';
import { today } from '../today';
import type { DecisionForm } from './decision-form';

/** What will be true when the decision is recorded, in words. */
export function afterwards({ place, fields, isCommittee }: DecisionForm, m: ReturnType<typeof useMessages>): string {
  const { agreement, board, row } = place;
  if (isCommittee) return m('page.recordDecision.afterCommittee');
  if (!isApproval(fields.outcome)) return m('page.recordDecision.afterNo');
  const isNew = board.missing.some(({ id }) => id === row.party.id);
  const approved = board.approvedCount + (isNew ? 1 : 0);
  return approved === board.partyCount
    ? m('page.recordDecision.afterLast', {
        count: board.partyCount,
        date: formatDate(laterOf(agreement.periodFrom as LocalDate, today())),
      })
    : m('page.recordDecision.afterYes', { approved, parties: board.partyCount });
}

function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

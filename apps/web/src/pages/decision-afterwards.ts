import { isApproval } from '@enig/approval';
import type { LocalDate } from '@enig/kernel';
import type { useMessages } from '@enig/ui';
import type { Formats } from '../formats';
import { today } from '../today';
import type { Asked } from './decision-asked';
import type { DecisionForm } from './decision-form';

/**
 * What will be true when the decision is recorded, in words.
 *
 * @param waitsFor who has to confirm it before it counts.
 */
export function afterwards(
  { place, fields, taken, binds }: DecisionForm,
  waitsFor: Asked['waitsFor'],
  m: ReturnType<typeof useMessages>,
  { date }: Formats,
): string {
  const { agreement, board, asked } = place;
  if (waitsFor === 'party') return m('page.recordDecision.afterEntered', { party: asked.name });
  if (waitsFor === 'colleague') return m('page.recordDecision.second');
  if (!asked.party) return m('page.recordDecision.afterShared', { body: asked.name });
  if (!binds) return m('page.recordDecision.afterCommittee', { body: taken.body.name });
  if (board.isConcluded) return m('page.recordDecision.afterConcluded');
  const isNew = board.missing.some(({ id }) => id === asked.id);
  if (!isApproval(fields.outcome)) return isNew ? m('page.recordDecision.afterNo') : afterTakingBack(board, m);
  const approved = board.approvedCount + (isNew ? 1 : 0);
  if (approved < board.partyCount) return m('page.recordDecision.afterYes', { approved, parties: board.partyCount });
  const [from, to] = [agreement.periodFrom as LocalDate, agreement.periodTo as LocalDate];
  return today() > to
    ? m('page.recordDecision.afterLastTooLate', { count: board.partyCount, date: date(to) })
    : m('page.recordDecision.afterLast', { count: board.partyCount, date: date(laterOf(from, today())) });
}

/** The party is one of those that have approved, and will not be. */
function afterTakingBack(
  { approvedCount, partyCount: parties }: DecisionForm['place']['board'],
  m: ReturnType<typeof useMessages>,
): string {
  return m('page.recordDecision.afterTakenBack', { approved: approvedCount - 1, parties });
}

function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

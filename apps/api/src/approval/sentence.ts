import { awaitingConfirmation, missing } from '@enig/approval';
import type { ApprovalView } from '@enig/data';
import type { PartyId } from '@enig/kernel';
import { formatDate, formatList, sortDanish } from '@enig/messages';
import type { AppViewer } from '../core/viewer';

/** More names than these are not read in a sentence; the table has them all. */
const NAMES = 8;

/** How far it has come: "17 af 18 har godkendt · ikke indgået. Mangler: Holbæk." */
export function boardSentence(viewer: Pick<AppViewer, 'say' | 'locale'>, approval: ApprovalView): string {
  const { chain, head, hasLapsed } = approval;
  const lacking = missing(chain);
  const total = chain.parties.length;
  const approved = total - lacking.length;
  if (head.state === 'abandoned') return viewer.say('board.abandoned', { approved, total });
  if (hasLapsed) return viewer.say('board.lapsed');
  if (head.concludedOn)
    return viewer.say('board.concluded', { total, date: formatDate(head.concludedOn, viewer.locale) });
  const waiting = lacking.filter((party) => awaitingConfirmation(chain, party));
  const sentences = [
    progress(viewer, approval, lacking),
    ...(waiting.length > 0 ? [waits(viewer, approval, waiting)] : []),
  ];
  return sentences.join(' ');
}

function progress(
  { say, locale }: Pick<AppViewer, 'say' | 'locale'>,
  approval: ApprovalView,
  lacking: readonly PartyId[],
): string {
  const total = approval.chain.parties.length;
  const approved = total - lacking.length;
  if (approved === 0) return say('board.nobody', { total });
  if (lacking.length > NAMES) return say('board.someMany', { approved, total, missing: lacking.length });
  return say('board.some', { approved, total, missing: formatList(namesOf(approval, lacking), locale) });
}

function waits(
  { say, locale }: Pick<AppViewer, 'say' | 'locale'>,
  approval: ApprovalView,
  parties: readonly PartyId[],
): string {
  return say('board.awaiting', { count: parties.length, waiting: formatList(namesOf(approval, parties), locale) });
}

/** Short names in Danish order; the region, which is no town, comes where its name does. */
function namesOf({ shortNames }: ApprovalView, parties: readonly PartyId[]): string[] {
  return sortDanish(parties.map((party) => shortNames.get(party) ?? party));
}

import { awaitingConfirmation, effective, hasFallenAway, missing, type Chain } from '@enig/approval';
import type { ApprovalView } from '@enig/data';
import type { PartyId } from '@enig/kernel';
import { formatDate, formatList, sortDanish } from '@enig/messages';
import type { AppViewer } from '../core/viewer';

/** More names than these are not read in a sentence; the table has them all. */
const NAMES = 8;

/** For whom the sentence is. `isPublic`: for anybody; what waits to be confirmed is not public (AG-37). */
type Reader = Pick<AppViewer, 'say' | 'locale'> & { readonly isPublic?: true };

/** How far it has come: "17 af 18 har godkendt · ikke indgået. Mangler: Holbæk." */
export function boardSentence(viewer: Reader, approval: ApprovalView): string {
  const { chain, head, hasLapsed } = approval;
  const lacking = missing(chain);
  const total = chain.parties.length;
  const approved = total - lacking.length;
  if (head.state === 'abandoned') return viewer.say('board.abandoned', { approved, total });
  if (hasLapsed) return viewer.say('board.lapsed');
  const known = head.concludedOn
    ? viewer.say('board.concluded', { count: total, date: formatDate(head.concludedOn, viewer.locale) })
    : progress(viewer, approval, lacking);
  return viewer.isPublic ? known : [known, ...whatWaits(viewer, approval)].join(' ');
}

/** Whose decision waits to be confirmed: where nothing counts yet, and where it stands beside what does. */
function whatWaits(viewer: Reader, approval: ApprovalView): readonly string[] {
  const { chain } = approval;
  const waiting = chain.parties.filter((party) => isAwaited(chain, party));
  const alone = waiting.filter((party) => effective(chain, party) === null);
  const beside = waiting.filter((party) => effective(chain, party) !== null);
  return [
    ...(alone.length > 0 ? [waits(viewer, approval, 'board.awaiting', alone)] : []),
    ...(beside.length > 0 ? [waits(viewer, approval, 'board.awaitingBeside', beside)] : []),
  ];
}

function isAwaited(chain: Chain, party: PartyId): boolean {
  const waiting = awaitingConfirmation(chain, party);
  return waiting !== null && !hasFallenAway(chain, waiting);
}

function progress({ say, locale }: Reader, approval: ApprovalView, lacking: readonly PartyId[]): string {
  const total = approval.chain.parties.length;
  const approved = total - lacking.length;
  if (approved === 0) return say('board.nobody', { count: total });
  if (lacking.length > NAMES) return say('board.someMany', { approved, total, missing: lacking.length });
  return say('board.some', { approved, total, missing: formatList(namesOf(approval, lacking), locale) });
}

function waits(
  { say, locale }: Reader,
  approval: ApprovalView,
  said: 'board.awaiting' | 'board.awaitingBeside',
  parties: readonly PartyId[],
): string {
  return say(said, { count: parties.length, waiting: formatList(namesOf(approval, parties), locale) });
}

/** Short names in Danish order; the region, which is no town, comes where its name does. */
export function namesOf({ shortNames }: ApprovalView, parties: readonly PartyId[]): string[] {
  return sortDanish(parties.map((party) => shortNames.get(party) ?? party));
}

import { on, type DecisionSubject } from '@enig/access';
import type { Recorder } from '@enig/approval';
import type { Actor, AgreementHead, ApprovalView } from '@enig/data';
import type { BodyId, PartyId } from '@enig/kernel';
import type { AppViewer } from '../core/viewer';

/** What a right to decide is asked about: a party, or the body that belongs to none. */
export function subjectOfDecision(head: AgreementHead, party: PartyId): DecisionSubject;
export function subjectOfDecision(head: AgreementHead, party: PartyId | null, body: BodyId): DecisionSubject;
export function subjectOfDecision({ row }: AgreementHead, party: PartyId | null, body?: BodyId): DecisionSubject {
  return on.decision({ region: row.region, party, body: party === null ? (body ?? null) : null });
}

/** A council as a right to decide is asked about it, whosever it is; `owner` is null where it belongs to no party. */
export function subjectOfCouncil({ row }: AgreementHead, body: BodyId, owner: PartyId | null): DecisionSubject {
  return on.decision({ region: row.region, party: owner, body: owner === null ? body : null });
}

/** For whom the viewer speaks about a party's decision, and as whom. */
export interface Speaker {
  readonly by: Recorder;
  readonly subject: DecisionSubject;
}

/**
 * Whether the viewer speaks for a party: as one of its own people, or of the council that decides in place of its own,
 * which is gone (AP-21). Null for everybody else.
 */
export function speakerFor(
  viewer: Pick<AppViewer, 'can'>,
  act: 'decide' | 'confirm',
  { head, successions }: Pick<ApprovalView, 'head' | 'successions'>,
  party: PartyId,
): Speaker | null {
  const own = subjectOfDecision(head, party);
  if (viewer.can(act, own)) return { by: { kind: 'ownPeople', party }, subject: own };
  const taken = successions.find((each) => each.party === party);
  if (!taken) return null;
  const subject = subjectOfCouncil(head, taken.council.body, taken.owner);
  return viewer.can(act, subject) ? { by: { kind: 'bodysOwn', body: taken.council.body }, subject } : null;
}

/** Who acts for a party, and for whom they speak. @throws NotAllowed for who does not speak for it */
export function mustSpeakFor(
  viewer: Pick<AppViewer, 'can' | 'actor'>,
  act: 'decide' | 'confirm',
  approval: Pick<ApprovalView, 'head' | 'successions'>,
  party: PartyId,
): { readonly by: Recorder; readonly actor: Actor } {
  const speaker = speakerFor(viewer, act, approval, party);
  if (!speaker)
    return { by: { kind: 'ownPeople', party }, actor: viewer.actor(act, subjectOfDecision(approval.head, party)) };
  return { by: speaker.by, actor: viewer.actor(act, speaker.subject) };
}

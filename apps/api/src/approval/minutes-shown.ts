import type { ApprovalView, DecisionRow } from '@enig/data';
import type { AppViewer } from '../core/viewer';
import type { DecisionModel } from './decision-model';
import { speakerFor, subjectOfDecision } from './subjects';

type ShownMinutes = Pick<DecisionModel, 'minutesName' | 'minutesUrl' | 'minutesSha256' | 'minutesHeldBack'>;

/** The minutes of a decision, and where they are fetched by who may: those that are held back not by everybody (AP-20). */
export function minutesIn(viewer: AppViewer, approval: ApprovalView, row: DecisionRow): ShownMinutes {
  const { id, minutesFile, minutesName } = row;
  const minutesHeldBack = minutesFile !== null && approval.heldMinutes.has(minutesFile);
  const mayRead = minutesFile !== null && (!minutesHeldBack || readsHeldMinutes(viewer, approval, row));
  return { minutesName, minutesUrl: mayRead ? `/minutes/${id}` : null, minutesSha256: minutesFile, minutesHeldBack };
}

/** Whether minutes that are held back are still the viewer's to read: they recorded them, or speak for whose they are. */
export function readsHeldMinutes(
  viewer: AppViewer,
  approval: Pick<ApprovalView, 'head' | 'successions'>,
  { person, party, body }: Pick<DecisionRow, 'person' | 'party' | 'body'>,
): boolean {
  if (person === viewer.person.id) return true;
  if (party !== null) return speakerFor(viewer, 'decide', approval, party) !== null;
  return viewer.can('decide', subjectOfDecision(approval.head, null, body));
}

import { on, type PointSubject, type ResponseSubject, type RoundSubject, type TextSubject } from '@enig/access';
import { checkNotAbandoned } from '@enig/agreement';
import type { PointView, ResponseView } from '@enig/data';
import type { AppViewer } from '../core/viewer';
import { subjectOf } from '../agreement/subjects';
import type { RoundPlace } from './models';

/** A round as a right is about it. */
export function roundSubject({ agreement }: RoundPlace): RoundSubject {
  const { region, parties } = subjectOf(agreement);
  return on.round({ region, parties });
}

/** A council's response as a right is about it. */
export function responseSubject(response: ResponseView): ResponseSubject {
  return on.response({ body: response.row.body });
}

/** The text a response is written in, as a right is about it. */
export function responseTextSubject({ agreement, view }: RoundPlace, { row, text, state }: ResponseView): TextSubject {
  const { region, parties } = subjectOf(agreement);
  return on.text({
    ...{ kind: 'hearing-response', region, parties, sectionKind: null, coordinators: [], body: row.body },
    writing: view.round.state !== 'closed' && text.phase === 'open',
    submitted: state === 'submitted',
  });
}

/** Whether a hearing's agreement is not given up (AG-24). */
export function hearingGoesOn({ agreement }: Pick<RoundPlace, 'agreement'>): boolean {
  return checkNotAbandoned(agreement.state).ok;
}

/** A point as a right is about it. */
export function pointSubject({ agreement }: RoundPlace, { coordinators }: PointView): PointSubject {
  return on.point({ region: agreement.row.region, coordinators });
}

/**
 * Whether the viewer may read what a council has submitted: its own people and those who read the agreement's drafts at
 * once, everybody who may read the round once it is closed and every point has its answer. A draft is nobody else's.
 */
export function maySeeSubmissions(viewer: AppViewer, place: RoundPlace, response: ResponseView): boolean {
  if (place.view.round.state === 'closed') return true;
  return viewer.can('read', responseSubject(response)) || viewer.can('readDraft', subjectOf(place.agreement));
}

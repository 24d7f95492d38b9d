import { on, type PointSubject, type ResponseSubject, type RoundSubject, type TextSubject } from '@enig/access';
import { checkNotAbandoned } from '@enig/agreement';
import type { PointView, ResponseView } from '@enig/data';
import type { AppViewer } from '../core/viewer';
import { subjectOf } from '../agreement/subjects';
import type { RoundPlace } from './models';

/** A round as a right is about it. */
export function roundSubject({ agreement, view }: RoundPlace): RoundSubject {
  const { region, parties } = subjectOf(agreement);
  return on.round({ region, parties, owner: view.row.owner });
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
    submitted: state === 'submitted' && text.phase === 'closed',
  });
}

/** Whether what was sent is being corrected: it stands, and its text is open (HE-54). The council's alone to know. */
export function isCorrected({ state, text }: ResponseView): boolean {
  return state === 'submitted' && text.phase === 'open';
}

/** Whether a hearing's agreement is not given up (AG-24). */
export function hearingGoesOn({ agreement }: Pick<RoundPlace, 'agreement'>): boolean {
  return checkNotAbandoned(agreement.state).ok;
}

/** A point as a right is about it: whom it was handed to answers it too. */
export function pointSubject({ agreement, view }: RoundPlace, { coordinators, row }: PointView): PointSubject {
  const handed = row.party === null ? [] : [row.party];
  return on.point({
    region: agreement.row.region,
    owner: view.round.owner,
    coordinators: [...coordinators, ...handed],
  });
}

/** What was asked of a round as it was read, by whom it was asked for. */
const treated = new WeakMap<AppViewer, WeakMap<RoundPlace['view'], (point: PointView) => boolean>>();

/**
 * Whether the viewer may answer a point. A round has thousands: it is asked once for those that hang alike, however often
 * in a request.
 */
export function rightToTreat(viewer: AppViewer, place: RoundPlace): (point: PointView) => boolean {
  const own = treated.get(viewer) ?? new WeakMap<RoundPlace['view'], (point: PointView) => boolean>();
  treated.set(viewer, own);
  const before = own.get(place.view);
  if (before) return before;
  const known = new Map<string, boolean>();
  const may = (point: PointView): boolean => {
    const subject = pointSubject(place, point);
    const key = subject.coordinators.join(' ');
    const answer = known.get(key) ?? viewer.can('treat', subject);
    known.set(key, answer);
    return answer;
  };
  own.set(place.view, may);
  return may;
}

/**
 * Whether the viewer reads what a body has submitted as it was sent: its own people, whoever hears, and until the round
 * is closed those who answer points of it. Everybody else reads it without what was taken out or held back (HE-50).
 */
export function maySeeOriginal(viewer: AppViewer, place: RoundPlace, response: ResponseView): boolean {
  if (viewer.can('read', responseSubject(response)) || viewer.can('close', roundSubject(place))) return true;
  if (place.view.round.state === 'closed') return false;
  const mayTreat = rightToTreat(viewer, place);
  return place.view.points.some((point) => point.response === response.row.id && mayTreat(point));
}

/**
 * Whether the viewer may read what a body has submitted: its own people and those who see the round through at once,
 * everybody who may read the round once it is closed and every point has its answer. A draft is nobody else's.
 */
export function maySeeSubmissions(viewer: AppViewer, place: RoundPlace, response: ResponseView): boolean {
  if (place.view.round.state === 'closed') return true;
  return viewer.can('read', responseSubject(response)) || viewer.can('oversee', roundSubject(place));
}

import { hasUnsent, type HeardSection, type ResponseView, type SubmissionView } from '@enig/data';
import { mayChange, takesCorrections, type HeardDocument } from '@enig/hearing';
import type { BodyId, Instant, PersonId } from '@enig/kernel';
import type { AppViewer } from '../core/viewer';
import type { BodyModel, PartyModel } from '../people/models';
import type {
  HearingResponseModel,
  HearingRoundModel,
  ResponseMayModel,
  RoundMayModel,
  RoundPlace,
  SubmissionModel,
} from './models';
import { mayAskMoreTime, presentHeard, presentRequests } from './round-presentation';
import {
  hearingGoesOn,
  isCorrected,
  maySeeOriginal,
  maySeeSubmissions,
  pointSubject,
  responseSubject,
  responseTextSubject,
  roundSubject,
} from './subjects';

/** A round and what is needed to name what is shown of it. */
export interface Shown {
  readonly viewer: AppViewer;
  readonly place: RoundPlace;
  readonly nameOf: (id: PersonId) => string;
  readonly bodies: ReadonlyMap<BodyId, BodyModel>;
  /** The focus areas that are heard. */
  readonly sections: readonly HeardSection[];
  /** Whether they are all there are in the version. */
  readonly isWhole: boolean;
  readonly document: HeardDocument | null;
  readonly owner: PartyModel | null;
  readonly ownerName: string;
  /** Only for what is offered; what is done is judged by the database's clock. */
  readonly now: Instant;
}

/** A round as the viewer may see it. */
export function presentRound(shown: Shown): HearingRoundModel {
  const { viewer, place, bodies } = shown;
  const { row, round, extensions, responses, openPoints } = place.view;
  const own = responses.find((response) => viewer.can('read', responseSubject(response)));
  return {
    place,
    id: row.id,
    number: row.number,
    state: round.state,
    openedAt: round.openedAt,
    dueDate: round.dueDate,
    dueAt: round.dueAt,
    minimumDays: round.minimumDays,
    shortReason: round.shortReason,
    ...presentHeard(shown),
    timeRequests: presentRequests(shown),
    invited: round.invited.map((body) => bodyIn(bodies, body)),
    responses: responses.map((response) => presentResponse(shown, response)),
    answeredCount: responses.filter(({ standing }) => standing !== null).length,
    openPointCount: openPoints,
    myResponse: own ? presentResponse(shown, own) : null,
    may: mayDo(shown),
    extensions: extensions.map(({ dueDate, reason, at, person }) => ({
      dueDate,
      reason,
      at,
      by: shown.nameOf(person),
    })),
  };
}

/** A council's answer as the viewer may see it: that it was sent is no secret, what it says is at first. */
export function presentResponse(shown: Shown, response: ResponseView): HearingResponseModel {
  const { viewer, place, bodies, sections } = shown;
  const { row, submissions, standing, state } = response;
  const isReadable = maySeeSubmissions(viewer, place, response);
  const isOriginal = maySeeOriginal(viewer, place, response);
  return {
    ...{ place, response, id: row.id, state, round: row.round, sections },
    body: bodyIn(bodies, row.body),
    submission: isReadable && standing ? presentSubmission(shown, standing) : null,
    // What was replaced or taken back is the council's, and that of whoever hears it: others read what stands.
    history: isReadable
      ? submissions.filter((each) => isOriginal || each === standing).map((each) => presentSubmission(shown, each))
      : [],
    hasUnsent: viewer.can('read', responseSubject(response)) && hasUnsent(response),
    may: mayInResponse(shown, response),
  };
}

/** What the state and the right both allow: nothing of a correction to anybody outside the council. */
function mayInResponse(shown: Shown, response: ResponseView): ResponseMayModel {
  const { viewer, place, now } = shown;
  const { round } = place.view;
  const goesOn = hearingGoesOn(place);
  const subject = responseSubject(response);
  const write = viewer.can('write', responseTextSubject(place, response));
  const isCorrection = isCorrected(response);
  const stands = response.state === 'submitted';
  const takesAnswer = stands ? isCorrection && takesCorrections(round) : round.state !== 'closed';
  const isChangeable = stands && mayChange(round, now) && goesOn;
  return {
    write,
    submit: viewer.can('submit', subject) && takesAnswer && goesOn,
    correct: viewer.can('correct', subject) && isChangeable && !isCorrection,
    keepSent: viewer.can('correct', subject) && isCorrection && goesOn,
    withdraw: viewer.can('withdraw', subject) && isChangeable,
    askMoreTime: viewer.can('askMoreTime', subject) && mayAskMoreTime(shown, response.row.body),
    noteSpoken: write && viewer.can('noteSpoken', subject),
    capacity: (viewer.capacity('submit', subject) ?? viewer.capacity('noteSpoken', subject))?.kind ?? null,
  };
}

/** One sending of a response. */
export function presentSubmission({ viewer, place, nameOf }: Shown, view: SubmissionView): SubmissionModel {
  const { id, reference, submittedAt, late, sha256, person, capacity } = view.row;
  return {
    ...{
      view,
      place,
      id,
      reference,
      submittedAt,
      late,
      sha256,
      submittedBy: nameOf(person),
      url: `/submissions/${id}.json`,
    },
    capacity: viewer.say(`seat.${capacity}`),
    withdrawnAt: view.withdrawal?.at ?? null,
    replaces: view.replaces,
  };
}

/** What the state and the right both allow. What else a rule demands is said when they try. */
function mayDo({ viewer, place }: Shown): RoundMayModel {
  const { round, points } = place.view;
  const subject = roundSubject(place);
  const collects = round.state === 'collecting' && hearingGoesOn(place);
  return {
    oversee: viewer.can('oversee', subject),
    extend: collects && viewer.can('extend', subject),
    end: collects && viewer.can('end', subject),
    close: isTreated(place) && viewer.can('close', subject),
    treat: isTreated(place) && points.some((point) => viewer.can('treat', pointSubject(place, point))),
  };
}

/** Whether points are answered now. */
export function isTreated(place: RoundPlace): boolean {
  return place.view.round.state === 'ended' && hearingGoesOn(place);
}

/** A body that was read. */
export function bodyIn(bodies: ReadonlyMap<BodyId, BodyModel>, id: BodyId): BodyModel {
  const body = bodies.get(id);
  if (!body) throw new Error(`The body ${id} was not read`);
  return body;
}

import type { HeardSection, PointView, ResponseView, SubmissionView, TreatmentRow } from '@enig/data';
import { mayChange } from '@enig/hearing';
import type { BodyId, Instant, PersonId } from '@enig/kernel';
import type { AppViewer } from '../core/viewer';
import type { BodyModel } from '../people/models';
import type {
  HearingResponseModel,
  HearingRoundModel,
  PointModel,
  RoundMayModel,
  RoundPlace,
  SubmissionModel,
  TreatmentModel,
} from './models';
import {
  hearingGoesOn,
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
  readonly sections: readonly HeardSection[];
  /** Only for what is offered; what is done is judged by the database's clock. */
  readonly now: Instant;
}

/** A round as the viewer may see it. */
export function presentRound(shown: Shown): HearingRoundModel {
  const { viewer, place, bodies } = shown;
  const { row, round, extensions, responses, points, openPoints } = place.view;
  const own = responses.find((response) => viewer.can('read', responseSubject(response)));
  const readable = new Set(
    responses.filter((each) => maySeeSubmissions(viewer, place, each)).map((each) => each.row.id),
  );
  return {
    place,
    id: row.id,
    number: row.number,
    state: round.state,
    openedAt: round.openedAt,
    dueDate: round.dueDate,
    dueAt: round.dueAt,
    shortReason: round.shortReason,
    invited: round.invited.map((body) => bodyIn(bodies, body)),
    responses: responses.map((response) => presentResponse(shown, response)),
    answeredCount: responses.filter(({ standing }) => standing !== null).length,
    openPointCount: openPoints,
    points: points.filter(({ response }) => readable.has(response)).map((point) => presentPoint(shown, point)),
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
  const { viewer, place, bodies, sections, now } = shown;
  const { row, submissions, standing, state } = response;
  const { round } = place.view;
  const goesOn = hearingGoesOn(place);
  const isReadable = maySeeSubmissions(viewer, place, response);
  const subject = responseSubject(response);
  return {
    ...{ place, response, id: row.id, state, round: row.round, sections },
    body: bodyIn(bodies, row.body),
    submission: isReadable && standing ? presentSubmission(shown, standing) : null,
    history: isReadable ? submissions.map((each) => presentSubmission(shown, each)) : [],
    may: {
      write: viewer.can('write', responseTextSubject(place, response)),
      submit: viewer.can('submit', subject) && state !== 'submitted' && round.state !== 'closed' && goesOn,
      withdraw: viewer.can('withdraw', subject) && state === 'submitted' && mayChange(round, now) && goesOn,
    },
  };
}

/** A point of a submission the viewer may read. */
export function presentPoint(shown: Shown, point: PointView): PointModel {
  const { viewer, place, bodies, sections } = shown;
  const { id, submission, place: where, section, excerpt, position } = point.row;
  const sent = place.view.responses.flatMap(({ submissions }) => submissions).find(({ row }) => row.id === submission);
  if (!sent) throw new Error(`The point ${id} is of no submission`);
  return {
    ...{ id, place: where, section, excerpt, position },
    submission: presentSubmission(shown, sent),
    council: bodyIn(bodies, point.council),
    sectionTitle: sections.find((each) => each.section === section)?.title ?? null,
    treatment: point.treatment && presentTreatment(shown, point.treatment),
    history: point.treatments.map((treatment) => presentTreatment(shown, treatment)),
    mayTreat: isTreated(place) && viewer.can('treat', pointSubject(place, point)),
  };
}

function presentSubmission({ viewer, nameOf }: Shown, view: SubmissionView): SubmissionModel {
  const { id, reference, submittedAt, late, sha256, person, capacity } = view.row;
  return {
    ...{ view, id, reference, submittedAt, late, sha256, submittedBy: nameOf(person), url: `/submissions/${id}.json` },
    capacity: viewer.say(`seat.${capacity}`),
    withdrawnAt: view.withdrawal?.at ?? null,
  };
}

function presentTreatment({ viewer, nameOf }: Shown, treatment: TreatmentRow): TreatmentModel {
  const { id, outcome, answer, reason, at, person, capacity } = treatment;
  return { id, outcome, answer, reason, at, by: nameOf(person), capacity: viewer.say(`seat.${capacity}`) };
}

/** What the state and the right both allow. What else a rule demands is said when they try. */
function mayDo({ viewer, place }: Shown): RoundMayModel {
  const { round, points } = place.view;
  const subject = roundSubject(place);
  const collects = round.state === 'collecting' && hearingGoesOn(place);
  return {
    extend: collects && viewer.can('extend', subject),
    end: collects && viewer.can('end', subject),
    close: isTreated(place) && viewer.can('close', subject),
    treat: isTreated(place) && points.some((point) => viewer.can('treat', pointSubject(place, point))),
  };
}

function isTreated(place: RoundPlace): boolean {
  return place.view.round.state === 'ended' && hearingGoesOn(place);
}

function bodyIn(bodies: ReadonlyMap<BodyId, BodyModel>, id: BodyId): BodyModel {
  const body = bodies.get(id);
  if (!body) throw new Error(`The body ${id} was not read`);
  return body;
}

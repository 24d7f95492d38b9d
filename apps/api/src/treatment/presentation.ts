import {
  GivingWay,
  arrangementOf,
  pointOfNothing,
  type AnswerAsShown,
  type PointChangeView,
  type PointView,
  type TreatmentView,
} from '@enig/data';
import { standingChanges, undoChange, type SubmissionId } from '@enig/hearing';
import type { PartyId } from '@enig/kernel';
import { partiesIn } from '../agreement/agreements.service';
import { bodyIn, isTreated, presentSubmission, type Shown } from '../hearing/presentation';
import { coveringIn } from '../hearing/shown-answers';
import { hearingGoesOn, maySeeOriginal, maySeeSubmissions, rightToTreat } from '../hearing/subjects';
import type { PartyModel } from '../people/models';
import { covererIn, signsIn } from './covered';
import type { ChangeLinkModel, PointChangeModel, PointModel, TreatmentModel } from './models';
import { aboutOf } from './said-how';

/** What is needed to show points: the round, and what sections that it does not hear are called. */
export interface PointsShown extends Shown {
  readonly titles: ReadonlyMap<string, string>;
  /** The answers as those read them who neither wrote nor treat them; null where the viewer reads all as they were sent. */
  readonly answers: ReadonlyMap<SubmissionId, AnswerAsShown> | null;
}

/** The points of the submissions the viewer may read. Made for thousands: what is the same for many is asked once. */
export async function presentPoints(shown: PointsShown, points: readonly PointView[]): Promise<readonly PointModel[]> {
  const { viewer, place } = shown;
  const { responses } = place.view;
  const readable = responses.filter((each) => maySeeSubmissions(viewer, place, each)).map((each) => each.row.id);
  const isReadable = new Set(readable);
  const submissions = new Map(
    responses.flatMap((each) => each.submissions).map((sent) => [sent.row.id, presentSubmission(shown, sent)]),
  );
  const parties = new Map(partiesIn(place.agreement).map((party) => [party.id, party]));
  const mayTreat = rightToTreat(viewer, place);
  const covered = covererIn(viewer.say);
  const originals = new Set(responses.filter((each) => maySeeOriginal(viewer, place, each)).map((each) => each.row.id));
  const toRead = points.filter(({ response }) => isReadable.has(response));
  return new GivingWay().each(toRead, signsIn, (point) => {
    const { id, submission, place: where, section, position, label, party } = point.row;
    const sent = submissions.get(submission);
    if (!sent) throw new Error(`The point ${id} is of no submission`);
    const may = mayTreat(point);
    const isOriginal = originals.has(point.response);
    const { excerpt, source } = isOriginal ? point.row : asShown(shown, point);
    const words = isOriginal ? asWritten : covered;
    return {
      ...{ id, place: where, section, excerpt, position, label, submission: sent },
      ...{ kind: source.kind, about: aboutOf(source, viewer.say) },
      council: bodyIn(shown.bodies, point.council),
      sectionTitle: section === null ? null : titleOf(shown, section),
      party: party === null ? null : (parties.get(party) ?? null),
      responsible: waitedFor(point, parties),
      treatment: point.treatment && presentTreatment(shown, point.treatment, words),
      history: point.treatments.map((treatment) => presentTreatment(shown, treatment, words)),
      mayTreat: isTreated(place) && may,
      mayArrange: place.view.round.state !== 'closed' && hearingGoesOn(place) && may,
    };
  });
}

const asWritten = (words: string): string => words;

/** What others read of a point (HE-50). */
function asShown({ answers, viewer }: PointsShown, { row }: PointView): Pick<PointView['row'], 'excerpt' | 'source'> {
  const answer = answers?.get(row.submission);
  return answer ? answer.point(row) : pointOfNothing(row, coveringIn(viewer.say));
}

/** What a section is called: as it was heard, else as it is called now. */
function titleOf({ viewer, sections, titles }: PointsShown, section: string): string {
  const heard = sections.find((each) => each.section === section)?.title ?? titles.get(section) ?? '';
  return heard === '' ? viewer.say('page.agreement.untitled') : heard;
}

function waitedFor({ row, coordinators }: PointView, parties: ReadonlyMap<string, PartyModel>): readonly PartyModel[] {
  const ids: readonly PartyId[] = row.party === null ? coordinators : [row.party];
  return ids.flatMap((id) => parties.get(id) ?? []);
}

function presentTreatment(
  shown: PointsShown,
  treatment: TreatmentView,
  words: (written: string) => string,
): TreatmentModel {
  const { viewer, nameOf } = shown;
  const { id, given, outcome, answer, reason, at, person, capacity, takenBack, link } = treatment;
  const change: ChangeLinkModel | null = link && { ...link, title: titleOf(shown, link.section) };
  return {
    ...{ id, given, outcome, answer: words(answer), reason: words(reason), change, takenBack, at, by: nameOf(person) },
    capacity: viewer.say(`seat.${capacity}`),
  };
}

/** The changes of points that stand and can be told of, the latest first. */
export function presentChanges(shown: PointsShown, most: number): readonly PointChangeModel[] {
  const { place, viewer, nameOf } = shown;
  const live = new Map(place.view.points.map((point) => [point.row.id, point]));
  const mayTreat = rightToTreat(viewer, place);
  const arrangement = arrangementOf(place.view);
  const recorded = new Map(place.view.pointChanges.map((change) => [change.id, change]));
  return standingChanges(place.view.pointChanges)
    .flatMap(({ id }) => recorded.get(id) ?? [])
    .toReversed()
    .slice(0, most)
    .flatMap((change): PointChangeModel[] => {
      const { id, kind, at, person } = change;
      const points = touched(change).flatMap((point) => live.get(point) ?? []);
      if (kind === 'undo' || points.length === 0) return [];
      const may = hearingGoesOn(place) && points.every(mayTreat) && undoChange(arrangement, id).ok;
      return [{ id, kind, sentence: sentenceOf(shown, change, points), by: nameOf(person), at, mayUndo: may }];
    });
}

/** The points a change made, or was done to where it made none. */
export function touched({ made, points }: PointChangeView): PointChangeView['points'] {
  return made.length > 0 ? made : points;
}

function sentenceOf(shown: PointsShown, change: PointChangeView, points: readonly PointView[]): string {
  const { say } = shown.viewer;
  const [first] = points;
  const council = first ? bodyIn(shown.bodies, first.council).name : '';
  const labels = points.map(({ row }) => row.label).join(', ');
  const where = change.section === null ? say('place.general') : titleOf(shown, change.section);
  const parties = new Map<string, string>(partiesIn(shown.place.agreement).map(({ id, name }) => [id, name]));
  switch (change.kind) {
    case 'split':
      return say('treat.change.split', { labels, council });
    case 'merge':
      return say('treat.change.merge', { labels, council });
    case 'move':
      return say('treat.change.move', { labels, council, where });
    case 'assign':
      return change.party === null
        ? say('treat.change.handedBack', { labels, council })
        : say('treat.change.assign', { labels, council, party: parties.get(change.party) ?? '' });
    case 'undo':
      throw new Error('What takes back is not told of');
  }
}

import { err, ok, type PartyId, type PointId, type Result, type SectionId, type Sha256 } from '@enig/kernel';
import {
  standingChanges,
  type PointChange,
  type PointChangeId,
  type PointChangeKind,
  type PointNow,
} from './point-changes';
import { singleBlanks, type Point } from './points';
import type { Round } from './round';
import { standingTreatments, type AnswerId, type Treatment } from './treatment';

/** A change to append and the points it makes; the caller gives them ids. */
export interface Arranged {
  readonly change: Omit<PointChange, 'id' | 'made'>;
  readonly makes: readonly Omit<Point, 'id'>[];
}

/** How the points of a round stand when somebody changes them. */
export interface Arrangement {
  readonly round: Pick<Round, 'state'>;
  /** As {@link pointsNow} gives them, of submissions that stand. */
  readonly points: readonly PointNow[];
  readonly changes: readonly PointChange[];
  readonly treatments: readonly Treatment[];
}

/** Why points are not changed. */
export type ArrangeRefused =
  | { readonly code: 'HE-40-ROUND-CLOSED' }
  | { readonly code: 'HE-40-POINT-GONE' }
  | { readonly code: 'HE-41-NOT-A-CUT' }
  | { readonly code: 'HE-41-NOT-ONE-ANSWER' }
  | { readonly code: 'HE-42-ANSWERED'; readonly points: readonly PointId[] }
  | { readonly code: 'HE-43-UNDONE-ALREADY' }
  | { readonly code: 'HE-43-BUILT-ON' };

/** How a point is cut: at places in its words, or, for a file nobody could read, in what somebody copied out of it. */
export type Cut = { readonly at: readonly number[] } | { readonly quotes: readonly string[] };

/**
 * Cuts a point in parts that together say every word it said (HE-41): between words, each part with words of its own.
 * A file that could not be read is cut by copying its points out of it; the file stays with each. What is answered is
 * not cut (HE-42).
 */
export function splitPoint(arrangement: Arrangement, id: PointId, cut: Cut): Result<Arranged, ArrangeRefused> {
  const found = changeable(arrangement, [id]);
  if (!found.ok) return found;
  const [point] = found.value;
  const answered = unanswered(arrangement, found.value);
  if (!answered.ok) return answered;
  const parts = point && ('at' in cut ? partsOf(point, cut.at) : quotedOf(point, cut.quotes));
  if (!parts) return err({ code: 'HE-41-NOT-A-CUT' });
  return ok({ change: changeOf('split', [id]), makes: parts });
}

function partsOf(point: PointNow, at: readonly number[]): readonly Omit<Point, 'id'>[] | null {
  const { excerpt } = point;
  const isBetweenWords = (place: number): boolean =>
    Number.isInteger(place) && place > 0 && place < excerpt.length && / /.test(excerpt.slice(place - 1, place + 1));
  if (at.length === 0 || !at.every(isBetweenWords)) return null;
  const bounds = [0, ...[...new Set(at)].toSorted((one, other) => one - other), excerpt.length];
  const parts = bounds.slice(1).map((end, index) => excerpt.slice(bounds[index], end).trim());
  return parts.every((part) => part !== '') ? parts.map((part) => madeOf(point, part)) : null;
}

function quotedOf(point: PointNow, quotes: readonly string[]): readonly Omit<Point, 'id'>[] | null {
  const said = quotes.map(singleBlanks).filter((quote) => quote !== '');
  if (!isUnread(point) || said.length === 0) return null;
  return said.map((quote) => madeOf(point, quote));
}

/** A file of which there is no more than its name. */
function isUnread({ source, excerpt }: PointNow): boolean {
  return source.kind === 'file' && excerpt === singleBlanks(source.name);
}

function madeOf(point: PointNow, excerpt: string): Omit<Point, 'id'> {
  const { submission, position, place, section, source } = point;
  return { submission, position, place, section, source, excerpt };
}

/**
 * Makes points of one answer into one that says every word they said (HE-41). What a minority says is not mixed with
 * what the council says, nor what stands in a document with anything else: a document can be held back, and what stands
 * in it with it. What is answered stays as it is (HE-42).
 */
export function mergePoints(arrangement: Arrangement, ids: readonly PointId[]): Result<Arranged, ArrangeRefused> {
  const found = changeable(arrangement, ids);
  if (!found.ok) return found;
  const wanted = new Set(ids);
  const points = arrangement.points.filter(({ id }) => wanted.has(id));
  const [first, ...rest] = points;
  const isOneVoice = rest.every(
    ({ submission, place, source }) =>
      submission === first?.submission &&
      (place === 'minority') === (first.place === 'minority') &&
      fileOf(source) === fileOf(first.source),
  );
  if (!first || rest.length === 0 || !isOneVoice) return err({ code: 'HE-41-NOT-ONE-ANSWER' });
  const answered = unanswered(arrangement, points);
  if (!answered.ok) return answered;
  const excerpt = points.map((point, index) => wordsAfter(point, points[index - 1])).join(' ');
  return ok({
    change: changeOf(
      'merge',
      points.map(({ id }) => id),
    ),
    makes: [madeOf(first, excerpt)],
  });
}

/** The words of a point that is joined to another, with its heading where the other stands under none or another. */
function wordsAfter({ excerpt, source }: PointNow, before: PointNow | undefined): string {
  const heading = headingOf(source);
  return heading === null || !before || headingOf(before.source) === heading ? excerpt : `${heading} ${excerpt}`;
}

function fileOf(source: PointNow['source']): Sha256 | null {
  return source.kind === 'file' ? source.sha256 : null;
}

function headingOf(source: PointNow['source']): string | null {
  return source.kind === 'paragraph' ? (source.heading ?? null) : null;
}

/** Hangs points on a focus area, or on none: in general (HE-40). */
export function movePoints(
  arrangement: Arrangement,
  ids: readonly PointId[],
  section: SectionId | null,
): Result<Arranged, ArrangeRefused> {
  const found = changeable(arrangement, ids);
  return found.ok ? ok({ change: { ...changeOf('move', ids), section }, makes: [] }) : found;
}

/** Hands points to a party, or back to who looks after the focus area they hang on (HE-40). */
export function assignPoints(
  arrangement: Arrangement,
  ids: readonly PointId[],
  party: PartyId | null,
): Result<Arranged, ArrangeRefused> {
  const found = changeable(arrangement, ids);
  return found.ok ? ok({ change: { ...changeOf('assign', ids), party }, makes: [] }) : found;
}

/**
 * Takes a change back, once, so that all is as it was before it (HE-43). First what was built on it: a later change of
 * the same points, or an answer to those it made (HE-42).
 */
export function undoChange(arrangement: Arrangement, id: PointChangeId): Result<Arranged, ArrangeRefused> {
  if (arrangement.round.state === 'closed') return err({ code: 'HE-40-ROUND-CLOSED' });
  const standing = standingChanges(arrangement.changes);
  const index = standing.findIndex((change) => change.id === id);
  const change = standing[index];
  if (!change) return err({ code: 'HE-43-UNDONE-ALREADY' });
  const touched = new Set([...change.points, ...change.made]);
  if (standing.slice(index + 1).some(({ points }) => points.some((point) => touched.has(point)))) {
    return err({ code: 'HE-43-BUILT-ON' });
  }
  const made = new Set(change.made);
  const answered = unanswered(
    arrangement,
    arrangement.points.filter((point) => made.has(point.id)),
  );
  if (!answered.ok) return answered;
  return ok({ change: { ...changeOf('undo', change.points), undoes: id }, makes: [] });
}

/** Takes an answer back from every point it was given to (HE-43): it is kept, and the one before it counts again. */
export function undoAnswer(arrangement: Arrangement, answer: AnswerId): Result<Arranged, ArrangeRefused> {
  if (arrangement.round.state === 'closed') return err({ code: 'HE-40-ROUND-CLOSED' });
  const given = arrangement.treatments.filter((treatment) => treatment.given === answer);
  if (given.every(({ takenBack }) => takenBack)) return err({ code: 'HE-43-UNDONE-ALREADY' });
  const points = given.map(({ point }) => point);
  return ok({ change: { ...changeOf('undo', points), answer }, makes: [] });
}

function changeOf(kind: PointChangeKind, points: readonly PointId[]): Arranged['change'] {
  return { kind, points: [...new Set(points)], section: null, party: null, undoes: null, answer: null };
}

/** The points, where the round is not closed and each stands (HE-40). */
function changeable(
  { round, points }: Arrangement,
  ids: readonly PointId[],
): Result<readonly PointNow[], ArrangeRefused> {
  if (round.state === 'closed') return err({ code: 'HE-40-ROUND-CLOSED' });
  const byId = new Map(points.map((point) => [point.id, point]));
  const found = ids.flatMap((id) => byId.get(id) ?? []);
  return found.length === ids.length && found.length > 0 ? ok(found) : err({ code: 'HE-40-POINT-GONE' });
}

function unanswered({ treatments }: Arrangement, points: readonly PointNow[]): Result<null, ArrangeRefused> {
  const standing = standingTreatments(treatments);
  const answered = points.filter(({ id }) => standing.has(id)).map(({ id }) => id);
  return answered.length === 0 ? ok(null) : err({ code: 'HE-42-ANSWERED', points: answered });
}

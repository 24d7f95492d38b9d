import type { PartyId, PointId, SectionId } from '@enig/kernel';
import type { Point } from './points';
import type { SubmissionId } from './response';
import type { AnswerId } from './treatment';

declare const pointChangeId: unique symbol;
/** One change of what the points are or where they hang (UUID). */
export type PointChangeId = string & { readonly [pointChangeId]: true };

/** What can be done to points: cut one in parts, make several one, hang them elsewhere, hand them on, take that back. */
export type PointChangeKind = 'split' | 'merge' | 'move' | 'assign' | 'undo';

/** Every kind of change. */
export const POINT_CHANGE_KINDS: readonly PointChangeKind[] = ['split', 'merge', 'move', 'assign', 'undo'];

/** One change: a fact to append; what the points are now is computed from all of them (HE-14). da: ændring af punkter */
export interface PointChange {
  readonly id: PointChangeId;
  readonly kind: PointChangeKind;
  /** The points it was done to. */
  readonly points: readonly PointId[];
  /** The points it made, in order: the parts of one, or the one that several became. */
  readonly made: readonly PointId[];
  /** Where they were hung; null in general. Only of `move`. */
  readonly section: SectionId | null;
  /** Whom they were handed to; null: back to who looks after the focus area. Only of `assign`. */
  readonly party: PartyId | null;
  /** The change that is taken back. Only of `undo`. */
  readonly undoes: PointChangeId | null;
  /** The answer that is taken back. Only of `undo`. */
  readonly answer: AnswerId | null;
}

/** A point as it stands now. */
export interface PointNow extends Point {
  /** What it is called beside its council: "7", "7.1" for a part of it, "3+4" for two made one. */
  readonly label: string;
  /** The party it was handed to; null for nobody in particular. */
  readonly party: PartyId | null;
  /** The proposed points its words come from, in the order they are read. */
  readonly from: readonly PointId[];
}

interface Live extends PointNow {
  /** Where it is read: the place of the first proposed point, then that of the part in it. */
  readonly order: readonly number[];
}

/**
 * The points as they stand after every change: in the order they were given for the submissions, and in each as they
 * are read.
 *
 * @param points   all that were ever proposed or made.
 * @param changes  in the order they were recorded.
 */
export function pointsNow(points: readonly Point[], changes: readonly PointChange[]): readonly PointNow[] {
  const rows = new Map(points.map((point) => [point.id, point]));
  const made = new Set(changes.flatMap((change) => change.made));
  const live = new Map<PointId, Live>();
  for (const point of points.filter(({ id }) => !made.has(id))) {
    live.set(point.id, {
      ...point,
      label: `${point.position}`,
      party: null,
      from: [point.id],
      order: [point.position],
    });
  }
  for (const change of standingChanges(changes)) apply(change, live, rows);
  const submissions = new Map<SubmissionId, number>();
  for (const { submission } of points) if (!submissions.has(submission)) submissions.set(submission, submissions.size);
  const rank = ({ submission }: Live): number => submissions.get(submission) ?? 0;
  return [...live.values()]
    .toSorted((one, other) => rank(one) - rank(other) || byOrder(one.order, other.order))
    .map(({ order: _, ...point }) => point);
}

/** The changes that have not been taken back, in the order they were recorded. */
export function standingChanges(changes: readonly PointChange[]): readonly PointChange[] {
  const undone = new Set(changes.map(({ undoes }) => undoes));
  return changes.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id));
}

/** The answers that have been taken back. */
export function answersTakenBack(changes: readonly PointChange[]): ReadonlySet<AnswerId> {
  return new Set(changes.flatMap(({ answer }) => answer ?? []));
}

function apply(change: PointChange, live: Map<PointId, Live>, rows: ReadonlyMap<PointId, Point>): void {
  const touched = change.points.flatMap((id) => live.get(id) ?? []).toSorted((a, b) => byOrder(a.order, b.order));
  const [first] = touched;
  if (!first) return; // of a response that was replaced or withdrawn meanwhile
  if (change.kind === 'move') for (const each of touched) live.set(each.id, hungOn(each, change.section));
  if (change.kind === 'assign') for (const each of touched) live.set(each.id, { ...each, party: change.party });
  if (change.made.length === 0) return;
  for (const { id } of touched) live.delete(id);
  const from = touched.flatMap((each) => each.from);
  const { place, section, party, label, order } = first;
  change.made.forEach((id, index) => {
    const row = rows.get(id);
    if (!row) throw new RangeError(`The change ${change.id} made a point that is not there`);
    const named =
      change.kind === 'merge'
        ? { label: touched.map((each) => each.label).join('+'), order }
        : { label: `${label}.${index + 1}`, order: [...order, index + 1] };
    live.set(id, { ...row, place, section, party, from, ...named });
  });
}

/** A minority stays a minority, wherever what it says is treated. */
function hungOn(point: Live, section: SectionId | null): Live {
  if (point.place === 'minority') return { ...point, section };
  return { ...point, section, place: section === null ? 'general' : 'section' };
}

function byOrder(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

import { err, ok, type PointId, type Result, type SectionId } from '@enig/kernel';
import type { Point } from './points';
import type { Round, RoundState } from './round';

declare const treatmentId: unique symbol;
/** One answer to one point (UUID). */
export type TreatmentId = string & { readonly [treatmentId]: true };

declare const answerId: unique symbol;
/** One act of answering, which may serve several points: their treatments share it (UUID). da: svar på flere punkter */
export type AnswerId = string & { readonly [answerId]: true };

/** What a point led to. da: imødekommet, delvist imødekommet, taget til efterretning, ikke imødekommet */
export type TreatmentOutcome = 'accommodated' | 'partlyAccommodated' | 'noted' | 'notAccommodated';

/** Every outcome of a treatment. */
export const TREATMENT_OUTCOMES: readonly TreatmentOutcome[] = [
  'accommodated',
  'partlyAccommodated',
  'noted',
  'notAccommodated',
];

/**
 * Where the change that followed can be read: a section of the agreement, and how far its text had come when the change
 * was in it; null: the next version of the agreement shows it. da: henvisning til ændringen
 */
export interface ChangeLink {
  readonly section: SectionId;
  readonly seq: number | null;
}

/** What is answered to a point: a fact; a better answer supersedes it and both are kept (HE-14). da: behandling */
export interface Treatment {
  readonly id: TreatmentId;
  readonly point: PointId;
  readonly outcome: TreatmentOutcome;
  readonly answer: string;
  readonly reason: string;
  /** The change in the text that followed; null where none did, or nobody has pointed at it. */
  readonly link: ChangeLink | null;
  readonly given: AnswerId;
  /** The one recorded before it, taken back or not. */
  readonly supersedes: TreatmentId | null;
  /** Whether it was taken back: it is kept and counts no longer (HE-43). */
  readonly takenBack: boolean;
}

/** What the answering person writes. */
export interface AnswerInput extends Pick<Treatment, 'outcome' | 'answer' | 'reason'> {
  readonly link?: ChangeLink | null;
}

/** A point to be answered. */
export interface AnsweredPoint extends Pick<Point, 'id'> {
  /** The answer that stood when this one was begun, null for none; left out where nobody looked (HE-19). */
  readonly seen?: TreatmentId | null;
}

/** A treatment to append; the caller adds its id and that of the answer. */
export type NewTreatment = Omit<Treatment, 'id' | 'given' | 'takenBack'>;

/** Why an answer is not taken. `points` are those somebody else answered meanwhile. */
export type TreatRefused =
  | { readonly code: 'HE-16-ANSWER-REQUIRED' }
  | { readonly code: 'HE-16-REASON-REQUIRED' }
  | { readonly code: 'HE-17-NOT-BEING-TREATED'; readonly state: RoundState }
  | { readonly code: 'HE-19-ANSWERED-ALREADY'; readonly points: readonly PointId[] }
  | { readonly code: 'HE-44-NO-POINTS' };

/**
 * Answers points of an ended round (HE-17) with one answer, all of them or none (HE-44): outcome, answer and reason, all
 * three (HE-16). An answer given before is superseded, not overwritten (HE-14), and only by who has seen it (HE-19).
 */
export function treatTogether(
  points: readonly AnsweredPoint[],
  round: Pick<Round, 'state'>,
  input: AnswerInput,
  treatments: readonly Treatment[],
): Result<readonly NewTreatment[], TreatRefused> {
  if (round.state !== 'ended') return err({ code: 'HE-17-NOT-BEING-TREATED', state: round.state });
  const asked = [...new Map(points.map((point) => [point.id, point])).values()];
  if (asked.length === 0) return err({ code: 'HE-44-NO-POINTS' });
  const standing = standingTreatments(treatments);
  const unseen = asked.filter(({ id, seen }) => seen !== undefined && seen !== (standing.get(id)?.id ?? null));
  if (unseen.length > 0) return err({ code: 'HE-19-ANSWERED-ALREADY', points: unseen.map(({ id }) => id) });
  const answer = input.answer.trim();
  const reason = input.reason.trim();
  if (answer === '') return err({ code: 'HE-16-ANSWER-REQUIRED' });
  if (reason === '') return err({ code: 'HE-16-REASON-REQUIRED' });
  const last = lastTreatments(treatments);
  const { outcome, link = null } = input;
  return ok(
    asked.map(({ id }) => ({ point: id, outcome, answer, reason, link, supersedes: last.get(id)?.id ?? null })),
  );
}

/** Every answer ever given to each point, first to last, those taken back too. */
export function treatmentsInOrder<Each extends Pick<Treatment, 'id' | 'point' | 'supersedes'>>(
  treatments: readonly Each[],
): ReadonlyMap<PointId, readonly Each[]> {
  const after = new Map(treatments.map((each) => [each.supersedes ?? each.point, each]));
  return new Map(
    treatments
      .filter(({ supersedes }) => supersedes === null)
      .map((first) => {
        const row = [first];
        for (let next = after.get(first.id); next && row.length < treatments.length; next = after.get(next.id)) {
          row.push(next);
        }
        return [first.point, row];
      }),
  );
}

/** The answer that counts for each point that has one: the last that was not taken back. */
export function standingTreatments<Each extends Pick<Treatment, 'id' | 'point' | 'supersedes' | 'takenBack'>>(
  treatments: readonly Each[],
): ReadonlyMap<PointId, Each> {
  const standing = new Map<PointId, Each>();
  for (const [point, row] of treatmentsInOrder(treatments)) {
    const last = row.findLast(({ takenBack }) => !takenBack);
    if (last) standing.set(point, last);
  }
  return standing;
}

function lastTreatments(treatments: readonly Treatment[]): ReadonlyMap<PointId, Treatment> {
  const last = new Map<PointId, Treatment>();
  for (const [point, row] of treatmentsInOrder(treatments)) {
    const latest = row.at(-1);
    if (latest) last.set(point, latest);
  }
  return last;
}

/** The points that still lack outcome, answer and reason. */
export function openPoints<Each extends Pick<Point, 'id'>>(
  points: readonly Each[],
  treatments: readonly Treatment[],
): readonly Each[] {
  const standing = standingTreatments(treatments);
  return points.filter((point) => !standing.has(point.id));
}

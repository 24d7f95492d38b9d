import { err, ok, type PointId, type Result, type SectionId } from '@enig/kernel';
import { standingSubmission, type HearingResponse, type SubmissionId } from './response';
import type { Round, RoundState } from './round';

declare const treatmentId: unique symbol;
/** One answer to one point (UUID). */
export type TreatmentId = string & { readonly [treatmentId]: true };

/** Where in a response a point stands: in general, on one focus area, or as the view of a minority. */
export type PointPlace = 'general' | 'section' | 'minority';

/** Every place a point can stand, in the order they are read. */
export const POINT_PLACES: readonly PointPlace[] = ['general', 'section', 'minority'];

/** A point found in a response; it becomes a `Point` when it is stored with an id. */
export interface ProposedPoint {
  readonly place: PointPlace;
  /** The focus area it is about; null unless `place` is `section`. */
  readonly section: SectionId | null;
  /** The paragraph in the council's own words, with blanks made single. */
  readonly excerpt: string;
  /** 1-based place in the response as it is read. */
  readonly position: number;
}

/** One thing a council says, which is owed an answer. da: punkt */
export interface Point extends ProposedPoint {
  readonly id: PointId;
  readonly submission: SubmissionId;
}

/** What a point led to. da: imødekommet, delvist imødekommet, taget til efterretning, ikke imødekommet */
export type TreatmentOutcome = 'accommodated' | 'partlyAccommodated' | 'noted' | 'notAccommodated';

/** Every outcome of a treatment. */
export const TREATMENT_OUTCOMES: readonly TreatmentOutcome[] = [
  'accommodated',
  'partlyAccommodated',
  'noted',
  'notAccommodated',
];

/** What is answered to a point: a fact; a better answer supersedes it and both are kept (HE-14). da: behandling */
export interface Treatment {
  readonly id: TreatmentId;
  readonly point: PointId;
  readonly outcome: TreatmentOutcome;
  readonly answer: string;
  readonly reason: string;
  readonly supersedes: TreatmentId | null;
}

/** What the answering person writes. */
export interface TreatmentInput extends Pick<Treatment, 'outcome' | 'answer' | 'reason'> {
  /** The answer that stood when this one was begun, null for none; left out where nobody looked (HE-19). */
  readonly seen?: TreatmentId | null;
}

/** A treatment to append; the caller adds its id. */
export type NewTreatment = Omit<Treatment, 'id'>;

/** Why an answer is not taken. */
export type TreatRefused =
  | { readonly code: 'HE-16-ANSWER-REQUIRED' }
  | { readonly code: 'HE-16-REASON-REQUIRED' }
  | { readonly code: 'HE-17-NOT-BEING-TREATED'; readonly state: RoundState }
  | { readonly code: 'HE-19-ANSWERED-ALREADY' };

/** The paragraphs of a response as plain text, in the order they are read. */
export interface ResponseParagraphs {
  readonly general: readonly string[];
  /** In the order of the agreement. */
  readonly sections: readonly { readonly section: SectionId; readonly paragraphs: readonly string[] }[];
  readonly minority: readonly string[];
}

/** One point for each paragraph with words, in the order they are read (HE-18). */
export function proposePoints(content: ResponseParagraphs): readonly ProposedPoint[] {
  const found = [
    ...content.general.map((text) => ({ place: 'general' as const, section: null, text })),
    ...content.sections.flatMap(({ section, paragraphs }) =>
      paragraphs.map((text) => ({ place: 'section' as const, section, text })),
    ),
    ...content.minority.map((text) => ({ place: 'minority' as const, section: null, text })),
  ];
  return found
    .map(({ place, section, text }) => ({ place, section, excerpt: text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ excerpt }) => excerpt !== '')
    .map((point, index) => ({ ...point, position: index + 1 }));
}

/** The points of submissions that stand: not of those replaced or withdrawn, which nobody answers. */
export function standingPoints(points: readonly Point[], responses: readonly HearingResponse[]): readonly Point[] {
  const standing = new Set(responses.map((response) => standingSubmission(response)?.id));
  return points.filter((point) => standing.has(point.submission));
}

/**
 * Answers a point of an ended round (HE-17): outcome, answer and reason, all three (HE-16). An answer given before is
 * superseded, not overwritten (HE-14), and only by who has seen it (HE-19).
 */
export function treat(
  point: Pick<Point, 'id'>,
  round: Pick<Round, 'state'>,
  input: TreatmentInput,
  treatments: readonly Treatment[],
): Result<NewTreatment, TreatRefused> {
  if (round.state !== 'ended') return err({ code: 'HE-17-NOT-BEING-TREATED', state: round.state });
  const supersedes = standingTreatment(point, treatments)?.id ?? null;
  if (input.seen !== undefined && input.seen !== supersedes) return err({ code: 'HE-19-ANSWERED-ALREADY' });
  const answer = input.answer.trim();
  const reason = input.reason.trim();
  if (answer === '') return err({ code: 'HE-16-ANSWER-REQUIRED' });
  if (reason === '') return err({ code: 'HE-16-REASON-REQUIRED' });
  return ok({ point: point.id, outcome: input.outcome, answer, reason, supersedes });
}

/** The answer that counts for a point: the one no other supersedes; null when there is none. */
export function standingTreatment(point: Pick<Point, 'id'>, treatments: readonly Treatment[]): Treatment | null {
  const ofPoint = treatments.filter((treatment) => treatment.point === point.id);
  const superseded = new Set(ofPoint.map((treatment) => treatment.supersedes));
  return ofPoint.find((treatment) => !superseded.has(treatment.id)) ?? null;
}

/** The points that still lack outcome, answer and reason. */
export function openPoints(points: readonly Point[], treatments: readonly Treatment[]): readonly Point[] {
  const treated = new Set(treatments.map((treatment) => treatment.point));
  return points.filter((point) => !treated.has(point.id));
}

import type { Json, PointId, SectionId, Sha256 } from '@enig/kernel';
import { standingSubmission, type HearingResponse, type SubmissionId } from './response';

/** Where in a response a point stands: in general, on one focus area, or as the view of a minority. */
export type PointPlace = 'general' | 'section' | 'minority';

/** Every place a point can stand, in the order they are read. */
export const POINT_PLACES: readonly PointPlace[] = ['general', 'section', 'minority'];

/**
 * What of a response a point was found in. A paragraph stands under a heading, or under none; a comment hangs on a
 * stretch of the heard text by its anchor, whose shape is nobody's business here; a statement was said and written down;
 * a file says what nobody has typed, on a page of it where it has pages.
 */
export type PointSource =
  | { readonly kind: 'paragraph'; readonly heading?: string }
  | { readonly kind: 'comment'; readonly comment: string; readonly anchor: Json }
  | {
      readonly kind: 'statement';
      readonly how: 'phone' | 'meeting';
      readonly who: string;
      /** The day as `2026-04-10`; null where nobody wrote it down. */
      readonly on: string | null;
    }
  | { readonly kind: 'file'; readonly name: string; readonly sha256: Sha256; readonly page?: number };

/** What a point can be found in. */
export type PointKind = PointSource['kind'];

/** Everything a point can be found in, in the order it is read. */
export const POINT_KINDS: readonly PointKind[] = ['paragraph', 'comment', 'statement', 'file'];

/** A point found in a response; it becomes a `Point` when it is stored with an id. */
export interface ProposedPoint {
  readonly place: PointPlace;
  /** The focus area it is about; null in general. */
  readonly section: SectionId | null;
  /** The council's own words, with blanks made single; a file's name where what it says could not be read. */
  readonly excerpt: string;
  /** 1-based place in the response as it is read. */
  readonly position: number;
  readonly source: PointSource;
}

/** One thing a council says, which is owed an answer. da: punkt */
export interface Point extends ProposedPoint {
  readonly id: PointId;
  readonly submission: SubmissionId;
}

/** One thing said, and how. */
export interface Said {
  readonly words: string;
  readonly source: PointSource;
}

/** Everything a response says, in the order it is read. */
export interface SaidInResponse {
  readonly general: readonly Said[];
  /** In the order of the agreement. */
  readonly sections: readonly { readonly section: SectionId; readonly said: readonly Said[] }[];
  readonly minority: readonly Said[];
}

/**
 * One point for each paragraph, comment and statement with words, typed or in a file, in the order they are read (HE-18).
 * A paragraph takes the heading it stands under along.
 */
export function proposePoints(response: SaidInResponse): readonly ProposedPoint[] {
  const found = [
    ...response.general.map((said) => ({ place: 'general' as const, section: null, said })),
    ...response.sections.flatMap(({ section, said }) =>
      said.map((each) => ({ place: 'section' as const, section, said: each })),
    ),
    ...response.minority.map((said) => ({ place: 'minority' as const, section: null, said })),
  ];
  return found
    .map(({ said, ...where }) => ({ ...where, excerpt: singleBlanks(said.words), source: said.source }))
    .filter(({ excerpt }) => excerpt !== '')
    .map((point, index) => ({ ...point, position: index + 1 }));
}

/** Words with single blanks between them and none around. */
export function singleBlanks(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

/** The points of submissions that stand: not of those replaced or withdrawn, which nobody answers. */
export function standingPoints<Each extends Pick<Point, 'submission'>>(
  points: readonly Each[],
  responses: readonly HearingResponse[],
): readonly Each[] {
  const standing = new Set(responses.map((response) => standingSubmission(response)?.id));
  return points.filter((point) => standing.has(point.submission));
}

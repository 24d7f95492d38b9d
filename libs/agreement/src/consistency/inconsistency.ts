import type { LocalDate, SectionId } from '@enig/kernel';

/** The stretch of an agreement's text that a finding is about. */
export interface InconsistencyPlace {
  readonly section: SectionId;
  /** The slot, as `['goals', id, 'body']`. */
  readonly path: readonly string[];
  /** Within the slot's plain text, in UTF-16 units; both 0 where something is missing. */
  readonly start: number;
  readonly end: number;
  /** What stands there; a long one is cut short. */
  readonly words: string;
}

/** What does not fit, by code; `other` is what stands elsewhere or is right. */
export type Disagreement =
  | { readonly code: 'AG-28-COUNT-DISAGREES'; readonly counted: number }
  | { readonly code: 'AG-28-OTHERS-DISAGREE'; readonly counted: number }
  | { readonly code: 'AG-28-LIST-DISAGREES'; readonly counted: number }
  | { readonly code: 'AG-29-NO-SUCH-CHAPTER' }
  | { readonly code: 'AG-29-NO-SUCH-FOCUS-AREA' }
  | { readonly code: 'AG-29-NO-SUCH-ANNEX' }
  | { readonly code: 'AG-29-NO-SUCH-TABLE' }
  | { readonly code: 'AG-30-PARAGRAPH-TWICE'; readonly other: string }
  | { readonly code: 'AG-30-PARAGRAPH-NEARLY-TWICE'; readonly other: string }
  | { readonly code: 'AG-31-WRONG-WEEKDAY'; readonly date: LocalDate }
  | { readonly code: 'AG-31-NO-SUCH-DAY' }
  | { readonly code: 'AG-31-TWO-YEARS'; readonly other: string }
  | { readonly code: 'AG-32-TWO-SPELLINGS'; readonly other: string }
  | { readonly code: 'AG-32-TITLE-OTHERWISE'; readonly other: string }
  | { readonly code: 'AG-32-TWO-MEANINGS'; readonly other: string }
  | { readonly code: 'AG-32-TWO-PROVISIONS'; readonly other: string }
  | { readonly code: 'AG-33-SUM-DISAGREES'; readonly counted: number }
  | { readonly code: 'AG-33-NOT-IN-TABLE'; readonly other: string }
  | { readonly code: 'AG-11-GOAL-WITHOUT-CRITERION'; readonly title: string }
  | { readonly code: 'AG-12-ACTION-WITHOUT-RESPONSIBLE'; readonly title: string };

/** Something in the text that does not fit the rest of the agreement. It stands in nobody's way: it is shown. */
export type Inconsistency = InconsistencyPlace & Disagreement;

/** The codes alone, for wording them. */
export type InconsistencyCode = Inconsistency['code'];

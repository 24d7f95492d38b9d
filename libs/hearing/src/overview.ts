import type { ResponseState } from './response';

/** How far a body has come with its answer, as whoever hears may know it (HE-31). */
export type Progress = 'notOpened' | 'opened' | 'begun' | 'answered' | 'answeredLate';

/** Every way to stand, the furthest first: the order they are counted and shown in. */
export const PROGRESS: readonly Progress[] = ['answered', 'answeredLate', 'begun', 'opened', 'notOpened'];

/** What whoever hears may know of a body that has not answered: yes or no, and never a word, a length or a count (HE-31). */
export interface AnswerFacts {
  readonly state: ResponseState;
  /** Of the submission that stands; false where none does. */
  readonly isLate: boolean;
  readonly hasBegun: boolean;
  readonly hasOpened: boolean;
}

/** How far a body has come: what it sent and took back again is begun. */
export function progressOf({ state, isLate, hasBegun, hasOpened }: AnswerFacts): Progress {
  if (state === 'submitted') return isLate ? 'answeredLate' : 'answered';
  if (state === 'withdrawn' || hasBegun) return 'begun';
  return hasOpened ? 'opened' : 'notOpened';
}

/** Whether its answer is waited for. */
export function isMissing(progress: Progress): boolean {
  return progress !== 'answered' && progress !== 'answeredLate';
}

/** How many stand where. */
export function countProgress(all: readonly Progress[]): Readonly<Record<Progress, number>> {
  const count = (progress: Progress): number => all.filter((each) => each === progress).length;
  return {
    answered: count('answered'),
    answeredLate: count('answeredLate'),
    begun: count('begun'),
    opened: count('opened'),
    notOpened: count('notOpened'),
  };
}

import { completeSubmission, GENERAL_ENTRY, type HearingResponseJson, type SubmissionJson } from '@enig/text';
import type { ResponseFieldsFragment } from '../generated/graphql';
import { textOf } from '../text-view';
import type { Round } from './hearing';
import { titleOf } from './section';

/** One part of an answer, on a page of its own. */
export interface AnswerPart {
  /** A focus area's id, or the entry about everything. */
  readonly id: string;
  /** With its number, as people say it. */
  readonly title: string;
  /** What stands last in its address. */
  readonly path: string;
}

/** Where everything that is about no focus area is answered. */
export const GENERAL_PART = 'generelt';

/** A council's answer: the list of its parts. */
export function responseHref(round: Round, response: Pick<ResponseFieldsFragment, 'id'>): string {
  return `/aftaler/${round.agreement.id}/hoering/${round.id}/svar/${response.id}`;
}

/** What became of it, once the hearing is closed. */
export function usedHref(round: Round, response: Pick<ResponseFieldsFragment, 'id'>): string {
  return `/aftaler/${round.agreement.id}/hoering/${round.id}/brugt/${response.id}`;
}

/** The last look before it is sent. */
export function checkHref(round: Round, response: Pick<ResponseFieldsFragment, 'id'>): string {
  return `${responseHref(round, response)}/gennemse`;
}

/** The parts of an answer in the order of the agreement, the one about everything last. */
export function partsOf(response: ResponseFieldsFragment, general: string, untitled: string): readonly AnswerPart[] {
  const areas = sectionsOf(response, untitled).map(({ id, title }) => ({ id, title, path: id }));
  return [...areas, { id: GENERAL_ENTRY, title: general, path: GENERAL_PART }];
}

/** The part of an id; null for none. */
export function partOf(parts: readonly AnswerPart[], id: string): AnswerPart | null {
  return parts.find((part) => part.id === id) ?? null;
}

/** The focus areas that are heard, as the views name them. */
export function sectionsOf(response: ResponseFieldsFragment, untitled: string) {
  return response.sections.map((section) => ({ id: section.section, title: titleOf(section, untitled) }));
}

/** How far an answer has come; one that was sent and is open again is being corrected (HE-54). */
export function stepOf(response: Pick<ResponseFieldsFragment, 'state' | 'submission' | 'text'>) {
  return correctedIn(response) === null ? response.state : 'corrected';
}

/** What stands while it is being corrected (HE-54): it was sent, and its text is open. Nothing when it is not. */
export function correctedIn({
  state,
  submission,
  text,
}: Pick<ResponseFieldsFragment, 'state' | 'submission' | 'text'>) {
  return state === 'submitted' && text?.phase === 'open' ? submission : null;
}

/** What an answer says. Nothing when the server sent something else. */
export function answerOf(content: unknown): HearingResponseJson | null {
  const text = textOf(content);
  return text?.kind === 'hearing-response' ? text : null;
}

/** What was sent. Nothing when the server sent something else. */
export function submissionOf(content: unknown): SubmissionJson | null {
  const answer = answerOf(content);
  return answer && completeSubmission(answer);
}

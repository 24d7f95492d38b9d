import type { SectionId } from '@enig/kernel';
import { plainText, type SubmissionJson } from '@enig/text';

/** What kind of thing is said in a slot of an answer. */
export type AnswerSlotKind = 'general' | 'section' | 'minority' | 'comment' | 'statement' | 'speaker';

/** One piece of a typed answer as plain text: what is looked through, redacted and published for itself. */
export interface AnswerSlot {
  /** Stable within the submission, as `general` or `comments.<id>`. */
  readonly key: string;
  readonly kind: AnswerSlotKind;
  /** The focus area it is about; null in general. */
  readonly section: SectionId | null;
  readonly text: string;
  /** Who said something is looked through, and never published. */
  readonly isPublic: boolean;
}

/** The pieces of a typed answer that say something, in the order they are read. */
export function answerSlots(answer: SubmissionJson): readonly AnswerSlot[] {
  const slot = (key: string, kind: AnswerSlotKind, section: string | null, text: string): AnswerSlot => ({
    ...{ key, kind, text, isPublic: kind !== 'speaker' },
    section: section as SectionId | null,
  });
  const sections = Object.entries(answer.sections).map(([id, prose]) =>
    slot(`sections.${id}`, 'section', id, plainText(prose)),
  );
  const comments = answer.comments.map(({ id, section, body }) =>
    slot(`comments.${id}`, 'comment', section, plainText(body)),
  );
  const statements = answer.statements.flatMap(({ id, section, who, body }) => [
    slot(`statements.${id}.who`, 'speaker', section, who),
    slot(`statements.${id}`, 'statement', section, plainText(body)),
  ]);
  return [
    slot('general', 'general', null, plainText(answer.general)),
    ...sections,
    ...comments,
    ...statements,
    slot('minority', 'minority', null, plainText(answer.minority)),
  ].filter(({ text }) => text.trim() !== '');
}

import { LONGEST } from '@enig/kernel';
import type { MessageCode } from '@enig/messages';
import { BadInput } from './errors';
import { say } from './viewer';

/** What a field of a form is called in sentences about it. */
export type FieldName = Extract<MessageCode, `api.field.${string}`>;

/**
 * A line somebody typed, without space around it.
 *
 * @throws BadInput when there is nothing in it, it is too long, or holds line ends or other control characters.
 */
export function line(given: string, field: FieldName, limit: number = LONGEST.line): string {
  const text = given.normalize('NFC').trim();
  if (text === '' || hasControls(text)) throw new BadInput(say('api.empty', { field: say(field) }));
  return within(text, field, limit);
}

/** Some sentences somebody typed; may be empty, and a rule says when they may not. @throws BadInput when too long. */
export function sentences(given: string, field: FieldName, limit: number = LONGEST.text): string {
  return within(given.normalize('NFC').trim(), field, limit);
}

function within(text: string, field: FieldName, limit: number): string {
  if (text.length > limit) throw new BadInput(say('api.tooLong', { field: say(field), max: limit }));
  return text;
}

/** Whether a text holds line ends or other control characters, which no line has. */
export function hasControls(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}

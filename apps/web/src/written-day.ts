import type { LocalDate } from '@enig/kernel';

/** A day as a form holds it: written, not written (null), or impossible to read (undefined), and then why. */
export interface WrittenDay {
  readonly day: LocalDate | null | undefined;
  /** The sentence that stands at the field. */
  readonly unreadable?: string | undefined;
}

/** A day nobody has written yet. */
export const NO_DAY: WrittenDay = { day: null };

/** What a form says of a day it must have: why it cannot be read, or that it is missing; nothing where it is there. */
export function wrongWith({ day, unreadable }: WrittenDay, missing: string): string | undefined {
  return day ? undefined : (unreadable ?? missing);
}

import type { PublishedSlot } from '@enig/data';

/**
 * The pieces of an answer as the text they answer is read: what is said in general first, then section by section, and
 * last what a minority said. Pieces about the same keep their order.
 *
 * @param sections the ids of what the round asks about, in reading order.
 */
export function inReadingOrder<Slot extends Pick<PublishedSlot, 'kind' | 'section'>>(
  slots: readonly Slot[],
  sections: readonly string[],
): readonly Slot[] {
  const place = ({ kind, section }: Slot): number => {
    if (kind === 'minority') return sections.length + 1;
    if (section === null) return -1;
    const at = sections.indexOf(section);
    return at === -1 ? sections.length : at;
  };
  return [...slots].sort((one, other) => place(one) - place(other));
}

import { withoutNumbers, type PointView } from '@enig/data';
import type { Say } from '@enig/messages';
import { coveringIn } from '../hearing/shown-answers';

/**
 * Covers every personal number in words: an answer may repeat a number that it answers. What was covered once is known:
 * one answer serves hundreds of points.
 */
export function covererIn(say: Say): (words: string) => string {
  const covering = coveringIn(say);
  const known = new Map<string, string>();
  return (words) => {
    const covered = known.get(words) ?? withoutNumbers(words, covering);
    known.set(words, covered);
    return covered;
  };
}

/** How many signs of a point are looked through to show it: what was said, and what was ever answered. */
export function signsIn({ row, treatments }: Pick<PointView, 'row' | 'treatments'>): number {
  return treatments.reduce((sum, { answer, reason }) => sum + answer.length + reason.length, row.excerpt.length);
}

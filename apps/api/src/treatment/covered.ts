import { withoutNumbers } from '@enig/data';
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

import { seatKinds } from '@enig/access';
import type { Say } from './message';

/**
 * Words who wrote down what somebody said (HE-38): "skrevet ned af Karen Holm, formand for handicaprådet", or what of it
 * is known.
 *
 * @param noted `capacity` is a kind of seat as libs/access names it; any other is left out.
 */
export function wordNoted(say: Say, noted: { readonly name: string; readonly capacity: string } | null): string {
  const kind = seatKinds.find((each) => each === noted?.capacity);
  const by = [noted?.name.trim() ?? '', kind ? say(`seat.${kind}`) : ''].filter((word) => word !== '');
  return by.length === 0 ? say('answer.spoken.written') : say('answer.spoken.writtenBy', { by: by.join(', ') });
}

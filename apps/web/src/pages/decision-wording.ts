import { isApproval } from '@enig/approval';
import type { Translate } from '@enig/ui';
import type { Outcome } from '../generated/graphql';

/** What minutes mostly say of an outcome; nothing where it is in their own words each time. */
export function usualWording(outcome: Outcome, m: Translate): string {
  if (isApproval(outcome)) return m('page.recordDecision.usualWording');
  return outcome === 'recommended' ? m('page.recordDecision.usualRecommendation') : '';
}

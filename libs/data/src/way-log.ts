import type { Actor } from './act';
import type { Change } from './agreement-change';
import { lockChoices } from './way-choices';
import { partiesOfTwoPeople, waysOf } from './way-reads';

/**
 * Writes in the agreement's log which parties go a way of their own to the decision on the text that is put to them now,
 * and which want a second person: those choices are the parties' and stand in no agreement's log, and this text stays on
 * them (AP-29). Nothing where no party has chosen anything.
 */
export async function logWays({ manager, view, now, log }: Change, actor: Actor): Promise<void> {
  const parties = view.parties.map(({ party }) => party);
  await lockChoices(manager, parties, 'toPutATextToThem');
  const own = (await waysOf(manager, parties, now)).filter(({ steps }) => steps.length > 0);
  const twoPeople = await partiesOfTwoPeople(manager, parties, now);
  if (own.length === 0 && twoPeople.length === 0) return;
  const ways = own.map(({ party, steps }) => {
    const words = steps.map(({ body, after, mandatory }) => {
      return `${body}${mandatory ? '' : ' (optional)'}${after.length > 0 ? ` after ${after.join(' and ')}` : ''}`;
    });
    return `${party}: ${words.join('; ')}`;
  });
  const chosen = new Set([...own.map(({ party }) => party), ...twoPeople]);
  await log(actor, 'goOwnWays', {
    parties: parties.filter((party) => chosen.has(party)),
    ways,
    twoPeople: [...twoPeople].sort(),
  });
}

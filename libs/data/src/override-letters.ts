import { binds, stepOf, type Chain, type Override } from '@enig/approval';
import { endOfDay } from '@enig/kernel';
import type { Actor } from './act';
import type { Change } from './agreement-change';
import {
  decisionReaders,
  namesOfBodies,
  oncePerPerson,
  peopleOf,
  toBeDecided,
  type BodysReader,
} from './decision-letters';
import { sendLetters, type NewLetter } from './letters/outbox';
import { BodySchema } from './places';

/**
 * Asks those who can agree that a step is taken otherwise (AP-24): the party's own people, or all parties' where it is
 * taken once for all, and the people of the council that is to decide in place of one that is gone.
 */
export async function askForConsent(change: Change, chain: Chain, asked: Override, actor: Actor): Promise<void> {
  const { manager, view } = change;
  const { id, title } = view.row;
  const step = stepOf(chain, asked.party, asked.step);
  const parties = asked.party === null ? view.parties : view.parties.filter(({ party }) => party === asked.party);
  const readers = await decisionReaders(manager, { ...view, parties });
  const own = oncePerPerson(readers.filter(({ party }) => party !== null));
  const theirs = step && binds(step) ? await takersPeople(change, asked) : [];
  const known = new Set(own.map(({ person }) => person));
  const all = [...own, ...theirs.filter(({ person }) => !known.has(person))];
  await sendLetters(
    manager,
    all
      .filter(({ person }) => person !== actor.person)
      .map(({ person, body }): NewLetter => ({
        key: `overrideAsked:${asked.id}:${person}`,
        ...{ kind: 'overrideAsked', to: person, body, path: `/aftaler/${id}/godkendelse` },
        facts: { agreement: title, step: step?.name ?? asked.step },
      })),
  );
}

/** Asks the people of a council that decides from now on in place of one that is gone, with the way to the form. */
export async function askSuccessor(change: Change, chain: Chain, agreed: Override): Promise<void> {
  const { manager, view } = change;
  const { id, title, deadline } = view.row;
  const { party, body: council } = agreed;
  const step = stepOf(chain, party, agreed.step);
  if (party === null || council === null || !step || !binds(step)) return;
  const names = await namesOfBodies(manager, [council]);
  await sendLetters(
    manager,
    (await takersPeople(change, agreed)).map(({ person, body }): NewLetter => ({
      key: `decisionAsked:${chain.version}:${party}:${agreed.id}:${person}`,
      ...{ kind: 'decisionAsked', to: person, body, path: toBeDecided(id, party) },
      facts: { agreement: title, body: names.get(council) ?? '', due: endOfDay(deadline) },
    })),
  );
}

async function takersPeople({ manager, view }: Change, { body }: Override): Promise<readonly BodysReader[]> {
  const taker = body === null ? null : await manager.findOneBy(BodySchema, { id: body });
  return taker ? peopleOf(manager, view.row.region, { body: taker.id, owner: taker.party }) : [];
}

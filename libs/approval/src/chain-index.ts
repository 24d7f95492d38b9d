/**
 * What is looked up again and again in one chain, put together once. A chain and its facts are never changed, only
 * replaced, so what was put together for them holds for as long as they are there.
 */
import type { DecisionId, PartyId } from '@enig/kernel';
import type { Chain, Confirmation, Decision } from './chain';

/** Whose record: one body in one step, about one text. */
type RecordPlace = Pick<Decision, 'step' | 'party' | 'body' | 'version'>;

const recordsKnown = new WeakMap<readonly Decision[], ReadonlyMap<string, readonly Decision[]>>();
const confirmedKnown = new WeakMap<readonly Confirmation[], ReadonlySet<DecisionId>>();

/** What one body recorded in one step about a text, in the order in which each supersedes the one before. */
export function recordAt(decisions: readonly Decision[], place: RecordPlace): readonly Decision[] {
  let records = recordsKnown.get(decisions);
  if (!records) {
    records = recordsOf(decisions);
    recordsKnown.set(decisions, records);
  }
  return records.get(nameOf(place)) ?? [];
}

/** The decisions that one of the party's people has confirmed. */
export function confirmedIn(confirmations: readonly Confirmation[]): ReadonlySet<DecisionId> {
  let confirmed = confirmedKnown.get(confirmations);
  if (!confirmed) {
    confirmed = new Set(confirmations.map(({ decision }) => decision));
    confirmedKnown.set(confirmations, confirmed);
  }
  return confirmed;
}

/** Gives what was made for a chain and a party before, or makes it. */
export function oncePerParty<Made>(
  make: (chain: Chain, party: PartyId | null) => Made,
): (chain: Chain, party: PartyId | null) => Made {
  const known = new WeakMap<Chain, Map<PartyId | null, { readonly made: Made }>>();
  return (chain, party) => {
    let ofParties = known.get(chain);
    if (!ofParties) {
      ofParties = new Map();
      known.set(chain, ofParties);
    }
    let found = ofParties.get(party);
    if (!found) {
      found = { made: make(chain, party) };
      ofParties.set(party, found);
    }
    return found.made;
  };
}

function recordsOf(decisions: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const all = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const name = nameOf(decision);
    const found = all.get(name);
    if (found) found.push(decision);
    else all.set(name, [decision]);
  }
  return new Map([...all].map(([name, found]) => [name, found.length === 1 ? found.filter(isFirst) : inTurn(found)]));
}

function inTurn(found: readonly Decision[]): readonly Decision[] {
  const follows = new Map(found.map((decision) => [decision.supersedes, decision]));
  const record: Decision[] = [];
  for (let next = follows.get(null); next && record.length < found.length; next = follows.get(next.id)) {
    record.push(next);
  }
  return record;
}

function isFirst({ supersedes }: Decision): boolean {
  return supersedes === null;
}

function nameOf({ step, party, body, version }: RecordPlace): string {
  return `${party ?? ''}\n${body}\n${step}\n${version}`;
}

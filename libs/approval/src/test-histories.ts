/** Random histories of an approval, for the specs: what people try, and what comes of it by the rules alone. */
import {
  addDays,
  brandId,
  localDateOf,
  type BodyId,
  type DecisionId,
  type OverrideId,
  type PartyId,
  type PersonId,
  type VersionHash,
} from '@enig/kernel';
import { recordOf, type Chain, type ChainBody } from './chain';
import { confirm, decide } from './decide';
import { isApproval, type CouncilOutcome, type Outcome } from './outcome';
import { consent, override } from './override';
import { reaffirmable } from './reaffirm';
import { isConcluded } from './standing';
import { stepOf } from './steps';
import { PARTIES, type Attempt, type Of } from './test-attempts';
import { chainOf, councilOf, partyOf, today } from './test-chains';

const personOf = (index: number): PersonId => brandId<PersonId>(`person-${index}`);
const versionOf = (index: number): VersionHash => brandId<VersionHash>(String(index).padStart(64, '0'));
const committeeOf = (of: PartyId): BodyId => brandId<BodyId>(`committee:${of}`);
/** The last day of a council that is gone. */
const yesterday = addDays(today, -1);

/** A way to approval under way, with everything that was accepted, as it was written when it was. */
export interface World {
  readonly chain: Chain;
  readonly written: readonly string[];
  readonly versions: number;
  /** Counted apart from the rules: what who decides for each party last said that counts, of the present text. */
  readonly said: ReadonlyMap<PartyId, CouncilOutcome>;
  /** And who that is. */
  readonly deciders: ReadonlyMap<PartyId, BodyId>;
  /** The parties that no longer want two people, as from the next text. */
  readonly letGo: ReadonlySet<PartyId>;
  readonly wasConcluded: boolean;
}

/** Nobody has said anything. */
export function begin(waits: boolean): World {
  const first = partyOf(0);
  const step = { key: committeeOf(first), name: 'Udvalg', body: committeeOf(first), after: [], mandatory: true };
  const ways = waits ? [{ party: first, steps: [step] }] : [];
  const chain: Chain = { ...chainOf(PARTIES), version: versionOf(0), ways };
  const deciders = new Map(chain.parties.map((each) => [each, councilOf(each)]));
  return { chain, written: [], versions: 1, said: new Map(), deciders, letGo: new Set(), wasConcluded: false };
}

/** The world after somebody tried something; the same one where it was refused. */
export function tried(world: World, one: Attempt): World {
  switch (one.kind) {
    case 'record':
      return triesToRecord(world, one);
    case 'confirm':
      return triesToConfirm(world, one);
    case 'ask':
      return asks(world, one);
    case 'agree':
      return agrees(world, one);
    case 'cease':
      return ceases(world, partyOf(one.party));
    case 'newVersion':
      return world.chain.isDeciding ? putAgain(world) : world;
    case 'twoPeople':
      return choosesTwoPeople(world, partyOf(one.party), one.on);
  }
}

function triesToRecord(world: World, one: Of<'record'>): World {
  const { chain, deciders } = world;
  const of = partyOf(one.party);
  const [key, body] = placeOf(world, one);
  const isGone = chain.bodies.some((each) => each.body === body && each.until !== null);
  const said: Outcome = one.step === 'council' ? one.outcome : isApproval(one.outcome) ? 'recommended' : 'noted';
  const input = {
    ...{ id: brandId<DecisionId>(`d${chain.decisions.length}`), party: of, body, step: key },
    ...{ outcome: said, version: one.isStale ? versionOf(world.versions) : chain.version },
    ...{ meetingDate: isGone ? yesterday : today, item: `${chain.decisions.length}`, wording: '', minority: '' },
    ...{ reason: 'Fordi', nextMeeting: localDateOf('2026-11-15') },
    ...{ minutesLink: null, minutesFile: null, minutesName: null },
    reaffirms: one.again && one.step === 'council' ? (reaffirmable(chain, of)[0]?.id ?? null) : null,
    person: personOf(one.person),
    supersedes: one.isBlind ? null : (recordOf(chain, key, of, body).at(-1)?.id ?? null),
    by: one.isOwn ? ({ kind: 'ownPeople', party: of } as const) : ({ kind: 'secretariat' } as const),
  };
  const done = decide(chain, input, today);
  if (!done.ok) return world;
  const counts = one.isOwn && !chain.twoPeople.includes(of) && deciders.get(of) === body;
  return after(world, {
    chain: { ...chain, decisions: [...chain.decisions, Object.freeze(done.value)] },
    written: [...world.written, JSON.stringify(done.value)],
    said: counts ? new Map([...world.said, [of, one.outcome]]) : world.said,
  });
}

/** The step and the body: of the party's way, of the template, or what another body takes in its place. */
function placeOf({ chain, deciders }: World, { party: index, step: of }: Of<'record'>): readonly [string, BodyId] {
  const which = partyOf(index);
  if (of === 'council') return ['council', deciders.get(which) ?? councilOf(which)];
  const key = chain.ways.some((each) => each.party === which) ? committeeOf(which) : of;
  return [key, stepOf(chain, which, key)?.bodies[0] ?? committeeOf(which)];
}

function triesToConfirm(world: World, { which, party: index, person: by }: Of<'confirm'>): World {
  const { chain, deciders } = world;
  const found = chain.decisions.at(-1 - which);
  if (!found || found.party === null) return world;
  const done = confirm(chain, found.id, { kind: 'ownPeople', party: partyOf(index) }, personOf(by));
  if (!done.ok) return world;
  // Whoever could be let through wrongly is looked at apart from the rules.
  if (found.party !== partyOf(index)) throw new Error('somebody else confirmed it');
  const isSecond = found.isOwn || chain.twoPeople.includes(found.party);
  if (isSecond && found.person === personOf(by)) throw new Error('the first was the second');
  const counts = deciders.get(found.party) === found.body;
  return after(world, {
    chain: { ...chain, confirmations: [...chain.confirmations, Object.freeze(done.value)] },
    written: [...world.written, JSON.stringify(done.value)],
    said: counts ? new Map([...world.said, [found.party, found.outcome as CouncilOutcome]]) : world.said,
  });
}

function asks(world: World, one: Of<'ask'>): World {
  const { chain } = world;
  const of = partyOf(one.party);
  const hasWay = chain.ways.some((each) => each.party === of);
  const key = one.step === 'committee' && hasWay ? committeeOf(of) : one.step;
  const asked = {
    ...{ id: brandId<OverrideId>(`o${chain.overrides.length}`), step: key, party: of, reason: 'Fordi' },
    ...{ kind: one.taker === 'skip' ? ('skip' as const) : ('replaceBody' as const), taker: takerOf(of, one.taker) },
    person: personOf(one.person),
  };
  const done = override(chain, asked, today);
  if (!done.ok) return world;
  if (one.step === 'council' && one.taker !== 'council' && one.taker !== 'otherCouncil')
    throw new Error('the decision was skipped, or given to a committee');
  return { ...world, chain: { ...chain, overrides: [...chain.overrides, done.value] } };
}

/** Who is to take a step: another committee of the party, the council that comes after its own, or another party's. */
function takerOf(of: PartyId, which: Of<'ask'>['taker']): ChainBody | null {
  if (which === 'skip') return null;
  if (which === 'otherCouncil') return place(councilOf(partyOf(PARTIES)), 'municipalCouncil', partyOf(PARTIES));
  return which === 'committee'
    ? place(brandId<BodyId>(`new-committee:${of}`), 'committee', of)
    : place(brandId<BodyId>(`new-council:${of}`), 'preparatoryCommittee', null);
}

function place(body: BodyId, of: ChainBody['kind'], owner: PartyId | null): ChainBody {
  return { body, kind: of, name: body, party: owner, until: null };
}

function agrees(world: World, { which, party: index, person: by }: Of<'agree'>): World {
  const { chain, said } = world;
  const found = chain.overrides.at(-1 - which);
  if (!found || found.party === null) return world;
  const takers = (['committee', 'council', 'otherCouncil'] as const).map((one) =>
    takerOf(found.party ?? partyOf(0), one),
  );
  const known = takers.find((each) => each?.body === found.body) ?? null;
  const who = { by: { kind: 'ownPeople', party: partyOf(index) } as const, person: personOf(by) };
  const done = consent(chain, found.id, who, { today, taker: known });
  if (!done.ok) return world;
  if (found.asked === who.person) throw new Error('one person was two');
  // In the order in which it was agreed to, as the store reads it.
  const others = chain.overrides.filter(({ id }) => id !== found.id);
  const agreed = others.filter((each) => each.agreed !== null);
  const waiting = others.filter((each) => each.agreed === null);
  const next: Chain = { ...chain, overrides: [...agreed, { ...found, agreed: who.person }, ...waiting] };
  if (found.step !== 'council' || found.body === null) return after(world, { ...world, chain: next });
  const last = said.get(found.party);
  if (last !== undefined && isApproval(last)) throw new Error('an agreement took an approval away');
  const left = new Map([...said].filter(([each]) => each !== found.party));
  const deciders = new Map([...world.deciders, [found.party, found.body] as const]);
  return after({ ...world, deciders }, { written: world.written, said: left, chain: next });
}

/** The council is there no longer; what it decided on its last day may still be recorded. */
function ceases(world: World, of: PartyId): World {
  const { chain } = world;
  const bodies = chain.bodies.map((each) => (each.body === councilOf(of) ? { ...each, until: yesterday } : each));
  return { ...world, chain: { ...chain, bodies } };
}

/** Two people from now on; one alone only from the next text on (AP-18). */
function choosesTwoPeople(world: World, of: PartyId, on: boolean): World {
  const { chain } = world;
  const letGo = new Set([...world.letGo].filter((each) => each !== of));
  if (!on) return { ...world, letGo: letGo.add(of) };
  return { ...world, letGo, chain: { ...chain, twoPeople: [...new Set([...chain.twoPeople, of])] } };
}

/** The text is opened and frozen again: another hash, nobody has said anything about it. */
function putAgain(world: World): World {
  const twoPeople = world.chain.twoPeople.filter((each) => !world.letGo.has(each));
  const chain: Chain = { ...world.chain, version: versionOf(world.versions), twoPeople };
  return { ...world, chain, versions: world.versions + 1, said: new Map(), letGo: new Set() };
}

/** As the store does it: with the last approval it is concluded, in the same breath. */
function after(world: World, change: Pick<World, 'chain' | 'written' | 'said'>): World {
  const { chain: next, written, said } = change;
  const done = isConcluded(next);
  const chain: Chain = done ? { ...next, isDeciding: false, mayCorrect: true } : next;
  return { ...world, written, said, chain, wasConcluded: world.wasConcluded || done };
}

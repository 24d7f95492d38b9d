import { brandId, localDateOf, type DecisionId, type VersionHash } from '@enig/kernel';
import { recordOf, type Chain } from './chain';
import { confirm, decide, type DecisionInput } from './decide';
import { CHAIN_STATES, chainState, EXITS, nextStepOf, type ChainState, type Exit } from './exits';
import { COUNCIL_OUTCOMES, type CouncilOutcome } from './outcome';
import { body, greve, plainYes, region, second, smallChain, today } from './test-chains';

type State = ChainState['state'];
type Event = CouncilOutcome | 'entered' | 'confirmed' | 'newVersion';

const NEXT: Readonly<Record<CouncilOutcome, [blocks: boolean, exits: readonly Exit[]]>> = {
  approved: [false, []],
  approvedWithRemark: [false, []],
  approvedOnCondition: [true, ['liftCondition', 'newVersion']],
  rejected: [true, ['laterMeeting', 'newVersion']],
  postponed: [false, ['laterMeeting']],
  referredBack: [true, ['laterMeeting', 'newVersion']],
};

let made = 0;

/** The chain after one of the two parties has decided; `entered` ones say no until somebody confirms them. */
function decides(chain: Chain, outcome: CouncilOutcome, by: 'greve' | 'region', isOwn = true): Chain {
  made += 1;
  const of = by === 'greve' ? greve : region;
  const council = by === 'greve' ? plainYes.body : body('regional-council:1085');
  const input: DecisionInput = {
    ...{ ...plainYes, id: brandId<DecisionId>(`e${made}`), party: of, body: council, outcome, item: `${made}` },
    ...{ reason: 'Fordi', nextMeeting: localDateOf('2026-11-15') },
    supersedes: recordOf(chain, 'council', of, council).at(-1)?.id ?? null,
    by: isOwn ? { kind: 'ownPeople', party: of } : { kind: 'secretariat' },
  };
  const done = decide(chain, input, today);
  if (!done.ok) throw new Error(done.error.code);
  return { ...chain, decisions: [...chain.decisions, done.value] };
}

/** A chain in each state; the second party has approved where the first can still decide it all. */
const IN: Readonly<Record<State, Chain>> = {
  running: decides(smallChain, 'approved', 'region'),
  blocked: decides(decides(smallChain, 'approved', 'region'), 'rejected', 'greve'),
  concluded: decides(decides(smallChain, 'approved', 'region'), 'approved', 'greve'),
};

function happens(chain: Chain, event: Event): Chain {
  if (event === 'newVersion') return { ...chain, version: brandId<VersionHash>('f'.repeat(64)) };
  if (event === 'entered') return decides(chain, 'approved', 'greve', false);
  if (event !== 'confirmed') return decides(chain, event, 'greve');
  const entered = decides(chain, 'approved', 'greve', false);
  const last = entered.decisions.at(-1);
  const done = last && confirm(entered, last.id, { kind: 'ownPeople', party: greve }, second);
  if (!done?.ok) throw new Error('what was entered can be confirmed');
  return { ...entered, confirmations: [...entered.confirmations, done.value] };
}

/** What one party's event makes of a chain of two. `concluded` is asked as if decisions could still be recorded. */
const TABLE: Readonly<Record<Event, Readonly<Record<State, State>>>> = {
  approved: { running: 'concluded', blocked: 'concluded', concluded: 'concluded' },
  approvedWithRemark: { running: 'concluded', blocked: 'concluded', concluded: 'concluded' },
  approvedOnCondition: { running: 'blocked', blocked: 'blocked', concluded: 'blocked' },
  rejected: { running: 'blocked', blocked: 'blocked', concluded: 'blocked' },
  postponed: { running: 'running', blocked: 'running', concluded: 'running' },
  referredBack: { running: 'blocked', blocked: 'blocked', concluded: 'blocked' },
  entered: { running: 'running', blocked: 'blocked', concluded: 'concluded' },
  confirmed: { running: 'concluded', blocked: 'concluded', concluded: 'concluded' },
  newVersion: { running: 'running', blocked: 'running', concluded: 'running' },
};

describe('AP-23 each of the six outcomes has its next step', () => {
  it.each(COUNCIL_OUTCOMES)('%s', (outcome) => {
    const [blocks, exits] = NEXT[outcome];
    expect(nextStepOf(outcome)).toEqual({ blocks, exits });
  });
});

describe('AP-23 a chain, every state × every event', () => {
  const pairs = CHAIN_STATES.flatMap((state) =>
    Object.keys(TABLE).map((event): [State, Event] => [state, event as Event]),
  );

  it.each(pairs)('%s, then %s', (state, event) => {
    expect(chainState(IN[state]).state).toBe(state);
    expect(chainState(happens(IN[state], event)).state).toBe(TABLE[event][state]);
  });
});

describe('AP-23 a blocked chain names who it stands still for, and every way on', () => {
  it('one party', () => {
    const { blocks, exits } = chainState(IN.blocked);
    expect(blocks).toMatchObject([{ party: greve, decision: { outcome: 'rejected' } }]);
    expect(exits).toEqual(['laterMeeting', 'newVersion']);
  });

  it('several, each exit once', () => {
    const both = decides(IN.blocked, 'approvedOnCondition', 'region');
    expect(chainState(both).blocks.map(({ party }) => party)).toEqual([greve, region]);
    expect(chainState(both).exits).toEqual(EXITS);
  });

  it('nobody, while it runs or is concluded', () => {
    for (const chain of [IN.running, IN.concluded, decides(smallChain, 'postponed', 'greve')])
      expect(chainState(chain)).toMatchObject({ blocks: [], exits: [] });
  });
});

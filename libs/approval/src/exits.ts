import type { PartyId } from '@enig/kernel';
import { effective, type Chain, type Decision } from './chain';
import { isCouncilOutcome, type CouncilOutcome } from './outcome';
import { isConcluded } from './standing';

/**
 * A way on: the party's council lifts its condition, takes the matter up at a later meeting, or the text is opened and
 * put to all again as a new version. da: udvej
 */
export type Exit = 'liftCondition' | 'laterMeeting' | 'newVersion';

/** Every way on, the one that costs the fewest people the least first. */
export const EXITS: readonly Exit[] = ['liftCondition', 'laterMeeting', 'newVersion'];

/** What happens after a council's outcome. */
export interface NextStep {
  /** Whether the others' approvals are of no use until something more happens. */
  readonly blocks: boolean;
  /** The ways on; none where nothing more is asked of the party. */
  readonly exits: readonly Exit[];
}

const NEXT: Readonly<Record<CouncilOutcome, NextStep>> = {
  approved: { blocks: false, exits: [] },
  approvedWithRemark: { blocks: false, exits: [] },
  approvedOnCondition: { blocks: true, exits: ['liftCondition', 'newVersion'] },
  rejected: { blocks: true, exits: ['laterMeeting', 'newVersion'] },
  postponed: { blocks: false, exits: ['laterMeeting'] },
  referredBack: { blocks: true, exits: ['laterMeeting', 'newVersion'] },
};

/** The next step of an outcome (AP-23): what it asks of the party, and whether the chain stands still until then. */
export function nextStepOf(outcome: CouncilOutcome): NextStep {
  return NEXT[outcome];
}

/** A party that the chain stands still for. da: blokering */
export interface Block {
  readonly party: PartyId;
  readonly decision: Decision;
  readonly exits: readonly Exit[];
}

/** Where the chain as a whole stands, and the ways on where it is blocked. da: kædens stilling */
export interface ChainState {
  readonly state: 'running' | 'blocked' | 'concluded';
  /** In the order of the snapshot; empty unless it is blocked. */
  readonly blocks: readonly Block[];
  /** Each once, in the order of `EXITS`; empty unless it is blocked. */
  readonly exits: readonly Exit[];
}

/** Every state of a chain. */
export const CHAIN_STATES: readonly ChainState['state'][] = ['running', 'blocked', 'concluded'];

/**
 * Whether the chain runs, is blocked or is concluded (AP-23). It is blocked while one party has said no, yes on a
 * condition, or has sent it back: no number of approvals by others makes an agreement then.
 */
export function chainState(chain: Chain): ChainState {
  if (isConcluded(chain)) return { state: 'concluded', blocks: [], exits: [] };
  const blocks = chain.parties.flatMap((party): Block[] => {
    const decision = effective(chain, party);
    if (!decision || !isCouncilOutcome(decision.outcome)) return [];
    const { blocks: isBlock, exits } = nextStepOf(decision.outcome);
    return isBlock ? [{ party, decision, exits }] : [];
  });
  const open = EXITS.filter((exit) => blocks.some(({ exits }) => exits.includes(exit)));
  return { state: blocks.length > 0 ? 'blocked' : 'running', blocks, exits: open };
}

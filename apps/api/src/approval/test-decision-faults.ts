import { effective, isConcluded, missing, recordOf } from '@enig/approval';
import { actHash, type ActRow, type ApprovalView, type Database } from '@enig/data';
import type { AgreementId, PartyId, VersionHash } from '@enig/kernel';
import type { Turn } from './test-decision-races';

/** For specs only: what became of one press; null where it was recorded. */
export interface PressedDecision {
  readonly party: PartyId;
  readonly refused: string | null;
}

/** What may be answered to somebody who was not first, or whose text was taken away meanwhile. */
const FAIR = ['AP-12-ALREADY-DECIDED', 'AP-25-CONCLUDED', 'AP-2-TEXT-HAS-CHANGED', 'AP-8-NOT-BEING-DECIDED'];

interface Judged {
  readonly agreement: AgreementId;
  readonly version: VersionHash;
  readonly pressed: readonly PressedDecision[];
  readonly after: ApprovalView;
  readonly turn: Turn;
}

/** What is wrong after a race; empty where nothing is. */
export async function faultsIn(source: Database, judged: Judged): Promise<readonly string[]> {
  const { pressed, turn } = judged;
  const unfair = pressed.filter(({ refused }) => refused !== null && !FAIR.includes(refused));
  const faults = unfair.map(({ party, refused }) => `${party}: ${refused}`);
  faults.push(...(await oneEach(source, judged)));
  faults.push(...(turn === 'isPutAgain' ? nothingLeft(judged) : everyone(judged)));
  faults.push(...(await wholeLog(source, judged.agreement)));
  return faults;
}

/** One decision that begins each party's record about the text, and as many as were told that theirs was recorded. */
async function oneEach(source: Database, { agreement, version, pressed }: Judged): Promise<string[]> {
  const rows = await source.query<{ party: PartyId; count: number }[]>(
    `SELECT party, count(*)::int AS count FROM decision
     WHERE agreement = $1 AND version = $2 AND step = 'council' GROUP BY party`,
    [agreement, version],
  );
  const counted = new Map(rows.map(({ party, count }) => [party, count]));
  const parties = [...new Set(pressed.map(({ party }) => party))];
  return parties.flatMap((party) => {
    const told = pressed.filter((each) => each.party === party && each.refused === null).length;
    const stored = counted.get(party) ?? 0;
    return told === stored && told <= 1 ? [] : [`${party}: ${told} told, ${stored} stored`];
  });
}

/** Every party has one effective decision; what the secretariat entered has been confirmed, once. */
function everyone({ after, turn }: Judged): string[] {
  const { chain, head } = after;
  const faults = chain.parties.flatMap((party) => {
    const council = head.parties.find((each) => each.party === party)?.council;
    const record = council ? recordOf(chain, 'council', party, council) : [];
    return record.length === 1 && effective(chain, party) ? [] : [`${party}: ${record.length} decisions count`];
  });
  const lacking = missing(chain).length;
  const expected = turn === 'allApprove' ? 0 : 1;
  if (lacking !== expected) faults.push(`${lacking} are missing`);
  const conclusions = head.events.filter(({ event }) => event === 'conclude').length;
  if (conclusions !== (isConcluded(chain) ? 1 : 0)) faults.push(`concluded ${conclusions} times`);
  return faults;
}

/** What was decided on the text that was taken away counts for nothing on the new one. */
function nothingLeft({ after }: Judged): string[] {
  const { chain } = after;
  return missing(chain).length === chain.parties.length ? [] : ['an approval was carried over to another text'];
}

/** Each act follows the one before it, by number and by hash. */
async function wholeLog(source: Database, agreement: AgreementId): Promise<string[]> {
  const acts = await source.query<ActRow[]>('SELECT * FROM act WHERE agreement = $1 ORDER BY number', [agreement]);
  return acts.flatMap((act, index) => {
    const previous = acts[index - 1]?.hash ?? null;
    const isNext = act.number === index + 1 && act.previous === previous;
    return isNext && actHash(act) === act.hash ? [] : [`act ${act.number} does not follow`];
  });
}

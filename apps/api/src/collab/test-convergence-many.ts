import type { Identity } from '@enig/collab';
import { PeopleStore } from '@enig/data';
import type { TextId } from '@enig/kernel';
import { converge } from './test-convergence';
import type { LossyNodes } from './test-lossy-nodes';
import type { Stage } from './test-stage';

/** How many write each text: two of them are one person with two pages. */
const PEOPLE = 4;
/** Texts that are written at the same time, so that a commit holds several. */
const AT_ONCE = 8;

/** Where and with what seed texts are written together. */
export interface Meeting {
  readonly stage: Stage;
  readonly nodes: LossyNodes;
  readonly seed: number;
}

/** Writes so many texts together, with seeds from the meeting's on, and tells how many are done; for specs only. */
export async function convergeMany(
  { stage, nodes, seed }: Meeting,
  seeds: number,
  told: (done: number) => void = () => undefined,
): Promise<{ readonly faults: readonly string[]; readonly updates: number }> {
  const people = await identities(stage);
  const faults: string[] = [];
  let updates = 0;
  let begun = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    let texts: TextId[] = [];
    while (begun < seeds) {
      const own = seed + begun;
      begun += 1;
      if (texts.length === 0) texts = (await stage.agreement(10)).texts;
      const result = await converge(stage.source, nodes, texts.pop() ?? fail(), people, own);
      updates += result.updates;
      faults.push(...result.faults.map((fault) => `seed ${own}: ${fault}`));
      told((done += 1));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { faults, updates };
}

function fail(): never {
  throw new Error('The agreement has no texts');
}

async function identities(stage: Stage): Promise<Identity[]> {
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => stage.signIn(`Skriver ${index}`)));
  const sessions = await new PeopleStore(stage.source).sessionsOf(people.map(({ token }) => token));
  const identities = [...sessions.values()];
  return [...identities, ...identities.slice(0, 1)];
}

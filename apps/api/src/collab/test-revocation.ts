import { eventually } from './test-eventually';
import { exported, Replay } from './test-replay';
import type { Node } from './test-node';
import type { Stage } from './test-stage';

/** Longest wait in ms; only against hanging. */
const TOLD_WITHIN = 20_000;

/** What takes the right to write from somebody, and what they are told then. */
export const reasons = ['freezing', 'revocation'] as const;
export const codes = { freezing: 'CO-6-CLOSED', revocation: 'CO-6-NO-RIGHT' } as const;

/** What came of it. */
export interface Lost {
  /** From the commit until the client on another node is told that it can only read. */
  readonly ms: number;
  /** What was written after that: whether it came into the log, whether the one who wrote it still has it and was told. */
  readonly after: { readonly saved: boolean; readonly kept: boolean; readonly told: readonly string[] };
}

/**
 * Somebody writes on a node and loses the right to by something that is committed, and told, by another. For specs only.
 */
export async function losesRight(stage: Stage, node: Node, reason: (typeof reasons)[number]): Promise<Lost> {
  const { id, texts } = await stage.agreement(1);
  const [text] = texts;
  if (!text) throw new Error('There is no text');
  const who = await stage.signIn('Rie Ramt');
  const writer = stage.writer(node, text, who);
  await writer.synced();
  writer.say('«før»');
  await writer.settled();
  if (reason === 'freezing') await stage.freeze(id);
  else await stage.makeReader(who);
  const started = performance.now();
  await eventually(
    () => writer.mode?.mode === 'read',
    () => 'They are never told that they can only read',
    TOLD_WITHIN,
  );
  const ms = performance.now() - started;
  writer.say('«efter»');
  await writer.settled();
  const log = exported((await new Replay(stage.source, text).read()).doc);
  if (!log.includes('«før»')) throw new Error('What was acknowledged before is not in the log');
  const after = {
    saved: log.includes('«efter»'),
    kept: writer.intro.toString().includes('«efter»'),
    told: [...writer.refused.values()],
  };
  stage.leaveAll();
  return { ms, after };
}

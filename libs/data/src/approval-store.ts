import { randomUUID } from 'node:crypto';
import type { AgreementRefused, FreezeRefused } from '@enig/agreement';
import {
  confirm,
  decide,
  decidingStep,
  isConcluded,
  recordOf,
  type Chain,
  type ConfirmRefused,
  type Decision,
  type DecisionInput,
  type DecisionRefused,
  type MinutesRefused,
  type NumberRefused,
  type Recorder,
} from '@enig/approval';
import { findPersonalNumbers } from '@enig/hearing';
import {
  brandId,
  err,
  localDateAt,
  ok,
  type AgreementId,
  type DecisionId,
  type Json,
  type Result,
  type VersionHash,
} from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import { changeAgreement, recordEvent, type Change } from './agreement-change';
import { tellOfConclusion, tellOfDecision, type Turn } from './approval-letters';
import { approvalView, templateOf } from './approval-reads';
import { ConfirmationSchema, DecisionSchema } from './approvals';
import { tellCaseWriters } from './case-letters';
import { askForDecisions } from './decision-letters';
import { beginDecisionReminders } from './decision-reminders';
import { saidHash } from './decision-said';
import { freezeVersion } from './freeze';
import { hearingFacts } from './hearing-views';
import type { StoreGround } from './round-change';
import { logWays } from './way-log';

/** A decision as it is typed in, for one party or for a body that belongs to none. */
export interface NewDecision extends Omit<DecisionInput, 'id' | 'by' | 'person'> {
  readonly agreement: AgreementId;
}

/** Why a decision is not recorded: a rule, minutes that are not a file its recorder has sent in, or a personal number. */
export type RecordRefused = DecisionRefused | MinutesRefused | NumberRefused;

/** Puts a text to the parties, records and confirms their decisions. With the last approval the agreement is concluded, in the same transaction. */
export class ApprovalStore {
  constructor(private readonly ground: StoreGround) {}

  /** Freezes the agreement's texts and puts the version to the parties. @returns null for no such agreement. */
  async freezeForDecision(
    agreement: AgreementId,
    actor: Actor,
  ): Promise<Result<VersionHash, AgreementRefused | FreezeRefused> | null> {
    return this.change<VersionHash, AgreementRefused | FreezeRefused>(agreement, async (change) => {
      const facts = { ...(await hearingFacts(change)), everyoneApproved: false, reason: '' };
      const said = await whoDecides(change);
      const frozen = await freezeVersion(change, { event: 'freezeForDecision', actor, facts, said });
      if (!frozen.ok) return frozen;
      const { hash: version } = frozen.value;
      await logWays(change, actor);
      await askForDecisions(change.manager, change.view, version);
      await tellCaseWriters(change.manager, change.view, version);
      await beginDecisionReminders(change.manager, change.view.row, { version, at: change.now });
      return ok(version);
    });
  }

  /**
   * Records a decision. The agreement's row is locked, so of two who record the same one the second is told of the
   * first (AP-12).
   *
   * @param by  whether the person acts for the party or the body itself, or enters it on the party's behalf.
   * @returns null for no such agreement.
   */
  async record(input: NewDecision, by: Recorder, actor: Actor): Promise<Result<DecisionId, RecordRefused> | null> {
    return this.change<DecisionId, RecordRefused>(input.agreement, async (change) => {
      const approval = await approvalView(change.manager, change.view);
      if (!approval) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
      const { chain } = approval;
      const id = brandId<DecisionId>(randomUUID());
      const { agreement, ...rest } = input;
      const decided = decide(chain, { ...rest, id, by, person: actor.person }, localDateAt(change.now));
      if (!decided.ok) return decided;
      if (holdsNumber(decided.value)) return err({ code: 'AP-34-HOLDS-NUMBER' });
      if (!(await isTheirs(change.manager, chain, decided.value))) return err({ code: 'AP-20-MINUTES-NOT-THE-FILE' });
      const { body: recordedFor, capacity } = actor;
      const recorded = { agreement, recordedAt: change.now, recordedFor, capacity };
      await change.manager.insert(DecisionSchema, { ...decided.value, ...recorded });
      await logDecision(change, actOf(decided.value), decided.value, actor);
      const after: Chain = { ...chain, decisions: [...chain.decisions, decided.value] };
      await letItHaveEffect(change, { before: chain, after, decision: decided.value }, actor);
      return ok(id);
    });
  }

  /** Confirms a decision that was entered for a party. @returns null for no such agreement. */
  async confirm(
    agreement: AgreementId,
    decision: DecisionId,
    by: Recorder,
    actor: Actor,
  ): Promise<Result<null, ConfirmRefused> | null> {
    return this.change<null, ConfirmRefused>(agreement, async (change) => {
      const approval = await approvalView(change.manager, change.view);
      if (!approval) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
      const { chain } = approval;
      const confirmed = confirm(chain, decision, by, actor.person);
      if (!confirmed.ok) return confirmed;
      await change.manager.insert(ConfirmationSchema, { ...confirmed.value, at: change.now, ...actor });
      const found = chain.decisions.find(({ id }) => id === decision);
      if (!found) throw new Error(`The decision ${decision} was confirmed and is not there`);
      await logDecision(change, 'confirmDecision', found, actor);
      const after: Chain = { ...chain, confirmations: [...chain.confirmations, confirmed.value] };
      await letItHaveEffect(change, { before: chain, after, decision: found }, actor);
      return ok(null);
    });
  }

  private change<Value, Refusal>(id: AgreementId, act: (change: Change) => Promise<Result<Value, Refusal>>) {
    const { source, announce, clock } = this.ground;
    return changeAgreement<Value, Refusal>(source, announce, id, act, clock);
  }
}

/** Whose decision binds each party, and in which step: who checks the log need not know the way or the bodies (LO-5). */
async function whoDecides({ manager, view }: Change): Promise<{ readonly [name: string]: Json }> {
  const { chainKey: key, chainVersion: version } = view.row;
  const { key: step } = decidingStep(await templateOf(manager, { key, version }));
  const councils = view.parties.map(({ party, council: body }) => ({ party, body }));
  return { step, councils: [...councils].sort((a, b) => (a.party < b.party ? -1 : 1)) };
}

type DecisionAct = 'recordDecision' | 'recordSharedDecision' | 'enterDecision' | 'confirmDecision';

function actOf({ party, isOwn }: Decision): DecisionAct {
  if (party === null) return 'recordSharedDecision';
  return isOwn ? 'recordDecision' : 'enterDecision';
}

/** What counts later is in the log: also whether a second person had to confirm, and the hash of what was said. */
async function logDecision(change: Change, kind: DecisionAct, decision: Decision, actor: Actor): Promise<void> {
  const { id, party, body, step, outcome, version, meetingDate, supersedes, reaffirms, needsSecond } = decision;
  await change.log(actor, kind, {
    ...{ decision: id, party, body, step, outcome, version, meetingDate, supersedes },
    ...{ reaffirms, needsSecond, said: saidHash(decision) },
  });
}

/** Whether a personal number seems to stand in what would be on record for good (AP-34). */
function holdsNumber({ item, wording, reason, minority }: Decision): boolean {
  return [item, wording, reason, minority].some((words) => findPersonalNumbers(words).length > 0);
}

/**
 * A file is nobody's minutes by its hash alone: its recorder has sent it in, or it stood with what the same body recorded
 * in that step about that text, which is what a correction begins with.
 */
async function isTheirs(manager: EntityManager, chain: Chain, decision: Decision): Promise<boolean> {
  const { minutesFile, step, party, body, person } = decision;
  if (minutesFile === null) return true;
  if (recordOf(chain, step, party, body).some((each) => each.minutesFile === minutesFile)) return true;
  const [row] = await manager.query<unknown[]>('SELECT FROM heard_file_offer WHERE sha256 = $1 AND person = $2', [
    minutesFile,
    person,
  ]);
  return row !== undefined;
}

/** What comes of a decision that was recorded or confirmed: who is told, and the conclusion with the last approval. */
async function letItHaveEffect(change: Change, turn: Turn, actor: Actor): Promise<void> {
  await tellOfDecision(change, turn, actor);
  if (!turn.before.isDeciding || !isConcluded(turn.after)) return;
  await conclude(change, turn.after, actor);
  await tellOfConclusion(change);
}

/** The one who records or confirms the last approval is the one on record for the conclusion. */
async function conclude(change: Change, chain: Chain, actor: Actor): Promise<void> {
  const facts = {
    act: change.view.row.act,
    sections: change.view.sections.filter(({ row }) => row.removedAt === null).length,
    parties: chain.parties.length,
    openRounds: 0,
    collecting: 0,
    everyoneApproved: true,
    reason: '',
  };
  const concluded = await recordEvent(change, actor, {
    event: 'conclude',
    facts,
    version: chain.version,
    reason: null,
  });
  // A decision is only recorded while it is decided, so the rules have nothing left to say; if they do, all is taken back.
  if (!concluded.ok) throw new Error(`The agreement cannot be concluded: ${concluded.error.code}`);
}

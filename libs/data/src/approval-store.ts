import { randomUUID } from 'node:crypto';
import type { AgreementRefused, FreezeRefused } from '@enig/agreement';
import {
  confirm,
  decide,
  isConcluded,
  type Chain,
  type ConfirmRefused,
  type Decision,
  type DecisionInput,
  type DecisionRefused,
  type Recorder,
} from '@enig/approval';
import {
  brandId,
  err,
  localDateAt,
  ok,
  type AgreementId,
  type DecisionId,
  type Result,
  type VersionHash,
} from '@enig/kernel';
import type { Actor } from './act';
import { changeAgreement, recordEvent, type Change } from './agreement-change';
import { approvalView } from './approval-reads';
import { ConfirmationSchema, DecisionSchema } from './approvals';
import { freezeVersion } from './freeze';
import { hearingFacts } from './hearing-views';
import type { StoreGround } from './round-change';

/** A decision as it is typed in, for one party or for a body that belongs to none. */
export interface NewDecision extends Omit<DecisionInput, 'id' | 'by'> {
  readonly agreement: AgreementId;
}

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
      const frozen = await freezeVersion(change, { event: 'freezeForDecision', actor, facts });
      return frozen.ok ? ok(frozen.value.hash) : frozen;
    });
  }

  /**
   * Records a decision. The agreement's row is locked, so of two who record the same one the second is told of the
   * first (AP-12).
   *
   * @param by  whether the person acts for the party or the body itself, or enters it on the party's behalf.
   * @returns null for no such agreement.
   */
  async record(input: NewDecision, by: Recorder, actor: Actor): Promise<Result<DecisionId, DecisionRefused> | null> {
    return this.change<DecisionId, DecisionRefused>(input.agreement, async (change) => {
      const approval = await approvalView(change.manager, change.view);
      if (!approval) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
      const { chain } = approval;
      const id = brandId<DecisionId>(randomUUID());
      const { agreement, ...rest } = input;
      const decided = decide(chain, { ...rest, id, by }, localDateAt(change.now));
      if (!decided.ok) return decided;
      const { person, body: recordedFor, capacity } = actor;
      const recorded = { agreement, recordedAt: change.now, person, recordedFor, capacity };
      await change.manager.insert(DecisionSchema, { ...decided.value, ...recorded });
      await logDecision(change, actOf(decided.value), decided.value, actor);
      await concludeWhenAllHaveApproved(change, { ...chain, decisions: [...chain.decisions, decided.value] }, actor);
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
      const confirmed = confirm(chain, decision, by);
      if (!confirmed.ok) return confirmed;
      await change.manager.insert(ConfirmationSchema, { ...confirmed.value, at: change.now, ...actor });
      const found = chain.decisions.find(({ id }) => id === decision);
      if (found) await logDecision(change, 'confirmDecision', found, actor);
      await concludeWhenAllHaveApproved(
        change,
        { ...chain, confirmations: [...chain.confirmations, confirmed.value] },
        actor,
      );
      return ok(null);
    });
  }

  private change<Value, Refusal>(id: AgreementId, act: (change: Change) => Promise<Result<Value, Refusal>>) {
    const { source, announce, clock } = this.ground;
    return changeAgreement<Value, Refusal>(source, announce, id, act, clock);
  }
}

type DecisionAct = 'recordDecision' | 'recordSharedDecision' | 'enterDecision' | 'confirmDecision';

function actOf({ party, isOwn }: Decision): DecisionAct {
  if (party === null) return 'recordSharedDecision';
  return isOwn ? 'recordDecision' : 'enterDecision';
}

async function logDecision(change: Change, kind: DecisionAct, decision: Decision, actor: Actor): Promise<void> {
  const { id, party, body, step, outcome, version, meetingDate, supersedes } = decision;
  await change.log(actor, kind, { decision: id, party, body, step, outcome, version, meetingDate, supersedes });
}

/** The one who records or confirms the last approval is the one on record for the conclusion. */
async function concludeWhenAllHaveApproved(change: Change, chain: Chain, actor: Actor): Promise<void> {
  if (!isConcluded(chain)) return;
  const facts = {
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

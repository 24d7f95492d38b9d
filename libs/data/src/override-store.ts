import { randomUUID } from 'node:crypto';
import {
  binds,
  consent,
  override,
  stepOf,
  type Chain,
  type ChainBody,
  type ConsentRefused,
  type Override,
  type OverrideInput,
  type OverrideRefused,
  type ReasonRefused,
  type Recorder,
  type StepBodyKind,
} from '@enig/approval';
import { findPersonalNumbers } from '@enig/hearing';
import {
  brandId,
  err,
  localDateAt,
  ok,
  type AgreementId,
  type BodyId,
  type OverrideId,
  type Result,
} from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import { changeAgreement, type Change } from './agreement-change';
import { approvalView } from './approval-reads';
import { askForConsent, askSuccessor } from './override-letters';
import { BodySchema } from './places';
import type { StoreGround } from './round-change';
import { councilsAfter } from './successions';
import { StepOverrideConsentSchema, StepOverrideSchema } from './ways';

/** What somebody asks for: that a step is skipped, or taken by another body. */
export interface NewOverride extends Omit<OverrideInput, 'id' | 'person' | 'taker'> {
  readonly agreement: AgreementId;
  /** The body that takes it instead; null where it is skipped. */
  readonly taker: BodyId | null;
}

/** Steps that are taken otherwise: one person asks, another agrees (AP-24). Both are kept, and both are logged. */
export class OverrideStore {
  constructor(private readonly ground: StoreGround) {}

  /** Asks for it; nothing is otherwise until somebody agrees. @returns null for no such agreement. */
  async ask(input: NewOverride, actor: Actor): Promise<Result<OverrideId, OverrideRefused | ReasonRefused> | null> {
    return this.change<OverrideId, OverrideRefused | ReasonRefused>(input.agreement, async (change) => {
      const approval = await approvalView(change.manager, change.view);
      if (!approval) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
      const id = brandId<OverrideId>(randomUUID());
      const taker = await takerOf(change, approval.chain, { ...input, body: input.taker });
      const asked = override(approval.chain, { ...input, id, taker, person: actor.person }, localDateAt(change.now));
      if (!asked.ok) return asked;
      const { step, party, kind, body, reason } = asked.value;
      if (findPersonalNumbers(reason).length > 0) return err({ code: 'AP-24-REASON-HOLDS-NUMBER' });
      const said = { step, party, kind, taker: body, reason };
      await change.manager.insert(StepOverrideSchema, {
        ...{ id, agreement: input.agreement, ...said },
        ...{ at: change.now, ...actor },
      });
      await change.log(actor, 'overrideStep', { override: id, ...said });
      await askForConsent(change, approval.chain, asked.value, actor);
      return ok(id);
    });
  }

  /** Agrees to what another has asked for. @returns null for no such agreement. */
  async agree(
    agreement: AgreementId,
    id: OverrideId,
    by: Recorder,
    actor: Actor,
  ): Promise<Result<null, ConsentRefused> | null> {
    return this.change<null, ConsentRefused>(agreement, async (change) => {
      const approval = await approvalView(change.manager, change.view);
      if (!approval) return err({ code: 'AP-8-NOT-BEING-DECIDED' });
      const found = approval.chain.overrides.find((each) => each.id === id);
      const taker = found ? await takerOf(change, approval.chain, found) : null;
      const ground = { today: localDateAt(change.now), taker };
      const agreed = consent(approval.chain, id, { by, person: actor.person }, ground);
      if (!agreed.ok) return agreed;
      await change.manager.insert(StepOverrideConsentSchema, { override: id, at: change.now, ...actor });
      const { step = '', party = null } = found ?? {};
      await change.log(actor, 'consentToOverride', { override: id, step, party });
      if (found) await askSuccessor(change, approval.chain, found);
      return ok(null);
    });
  }

  private change<Value, Refusal>(id: AgreementId, act: (change: Change) => Promise<Result<Value, Refusal>>) {
    const { source, announce, clock } = this.ground;
    return changeAgreement<Value, Refusal>(source, announce, id, act, clock);
  }
}

/**
 * The body that is to take a step, as it is known; null where there is none, or where it is a council that does not come
 * after the one that is gone.
 */
async function takerOf(
  { manager, view }: Change,
  chain: Chain,
  { party, step: key, body }: Pick<Override, 'party' | 'step' | 'body'>,
): Promise<ChainBody | null> {
  if (body === null) return null;
  const step = stepOf(chain, party, key);
  const isCouncils = step !== undefined && binds(step) && party !== null;
  if (isCouncils && !(await councilsAfter(manager, { party, region: view.row.region })).includes(body)) return null;
  return bodyOf(manager, body);
}

async function bodyOf(manager: EntityManager, id: BodyId): Promise<ChainBody | null> {
  const row = await manager.findOne(BodySchema, { where: { id } });
  return row && { body: row.id, kind: row.kind as StepBodyKind, name: row.name, party: row.party, until: row.validTo };
}

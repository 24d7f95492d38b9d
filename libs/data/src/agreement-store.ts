import { randomUUID } from 'node:crypto';
import {
  checkTerms,
  type AgreementFacts,
  type AgreementRefused,
  type AgreementState,
  type PartKind,
  type Terms,
} from '@enig/agreement';
import { decidingStep } from '@enig/approval';
import {
  brandId,
  err,
  localDateAt,
  ok,
  type AgreementId,
  type PartId,
  type PartyId,
  type Result,
  type Sha256,
  type TextId,
} from '@enig/kernel';
import { In, type EntityManager } from 'typeorm';
import { appendAct, databaseNow, type Actor } from './act';
import { changeAgreement, closeTexts, recordEvent, type Change } from './agreement-change';
import { templateOf } from './approval-reads';
import { copyParts, readOriginal, type Original } from './agreement-copy';
import { AgreementPartySchema, AgreementSchema, AnnexSchema, type AgreementRow } from './agreements';
import { PartSchema } from './sections';
import { councilsOf, partiesOf } from './place-store';
import type { StoreGround } from './round-change';
import { changeSetup, type SetupRefused } from './setup';
import type { TextContents } from './text-content';

/** A new agreement. */
export interface NewAgreement extends Terms {
  readonly region: string;
  /** Shown wherever the title is, as for demo data; null for none. */
  readonly label: string | null;
  /** The one whose sections, texts and coordinators it starts with; null for an empty one. */
  readonly copyFrom: AgreementId | null;
  readonly chain: { readonly key: string; readonly version: number };
}

/** Creates agreements and changes their frame. What they consist of is in `SectionStore`. */
export class AgreementStore {
  constructor(
    private readonly ground: StoreGround,
    private readonly contents: TextContents,
  ) {}

  /** Creates an agreement with its two parts and the parties the region has on the period's first day. */
  async create(input: NewAgreement, actor: Actor): Promise<Result<AgreementId, SetupRefused>> {
    const { source, announce, clock = databaseNow } = this.ground;
    const id = brandId<AgreementId>(randomUUID());
    const created = await source.transaction(async (manager): Promise<Result<AgreementId, SetupRefused>> => {
      const at = await clock(manager);
      const terms = checkTerms(input, localDateAt(at), null);
      if (!terms.ok) return terms;
      const parties = await partiesOf(manager, input.region, input.periodFrom);
      if (parties.length === 0) return err({ code: 'SE-1-NO-PARTIES-THEN' });
      const original = await originalOf(manager, this.contents, input.copyFrom);
      if (!original.ok) return original;
      await manager.insert(AgreementSchema, { id, ...rowOf({ ...input, ...terms.value }), createdBy: actor.person });
      await writeParties(manager, { id, periodFrom: input.periodFrom, chain: input.chain }, parties);
      await addParts(manager, id);
      if (original.value) await copyParts({ manager, actor }, original.value, id);
      const facts = { title: input.title, copiedFrom: input.copyFrom, parties: parties.map((party) => party.id) };
      await appendAct(manager, { agreement: id, ...actor, kind: 'createAgreement', facts, at });
      return ok(id);
    });
    if (created.ok) await announce({ topic: 'agreement', id });
    return created;
  }

  /** Changes title, period and deadlines. */
  async edit(id: AgreementId, frame: Terms, actor: Actor): Promise<Result<null, SetupRefused> | null> {
    return changeSetup(this.ground, id, async ({ manager, view, now, log }) => {
      const terms = checkTerms(frame, localDateAt(now), view.row.deadline);
      if (!terms.ok) return terms;
      const { title, periodFrom, periodTo, deadline, writingUntil } = terms.value;
      await manager.update(AgreementSchema, { id }, { title, periodFrom, periodTo, deadline, writingUntil });
      await log(actor, 'editAgreement', { title, periodFrom, periodTo, deadline, writingUntil });
      return ok(null);
    });
  }

  /** Sets who is bound. Who was bound already keeps the name it was set by; a new one gets the one it has today. */
  async setParties(
    id: AgreementId,
    parties: readonly PartyId[],
    actor: Actor,
  ): Promise<Result<null, SetupRefused> | null> {
    return changeSetup(this.ground, id, async ({ manager, view, log }) => {
      const chosen = await manager.query<{ id: PartyId; name: string }[]>(
        'SELECT id, name FROM party WHERE id = ANY ($1) ORDER BY name',
        [parties],
      );
      if (chosen.length === 0 || chosen.length !== new Set(parties).size) return err({ code: 'SE-2-UNKNOWN-PARTY' });
      const bound = view.parties.map(({ party }) => party);
      const left = bound.filter((party) => !chosen.some((each) => each.id === party));
      if (left.length > 0) await manager.delete(AgreementPartySchema, { agreement: id, party: In(left) });
      const { periodFrom, chainKey: key, chainVersion: version } = view.row;
      await writeParties(
        manager,
        { id, periodFrom, chain: { key, version } },
        chosen.filter((party) => !bound.includes(party.id)),
      );
      await log(actor, 'setParties', { parties: chosen.map((party) => party.id) });
      return ok(null);
    });
  }

  /** Adds a stored file as the next annex. */
  async addAnnex(
    id: AgreementId,
    annex: { title: string; fileName: string; sha256: Sha256 },
    actor: Actor,
  ): Promise<Result<null, SetupRefused> | null> {
    return changeSetup(this.ground, id, async ({ manager, log }) => {
      const [last] = await manager.query<{ number: number }[]>(
        'SELECT coalesce(max(number), 0) AS number FROM annex WHERE agreement = $1 AND removed_at IS NULL',
        [id],
      );
      // A file somebody else has sent in, as with an answer that is still a draft, is made nobody's annex by its hash.
      const [file] = await manager.query<unknown[]>(
        `SELECT FROM file f WHERE sha256 = $1 AND (f.added_by = $2 OR EXISTS (
           SELECT FROM heard_file_offer o WHERE o.sha256 = f.sha256 AND o.person = $2))`,
        [annex.sha256, actor.person],
      );
      if (!file) return err({ code: 'SE-3-UNKNOWN-FILE' });
      const number = (last?.number ?? 0) + 1;
      await manager.insert(AnnexSchema, { id: randomUUID(), agreement: id, number, ...annex });
      await log(actor, 'addAnnex', { number, ...annex });
      return ok(null);
    });
  }

  /** Takes an annex out; what has been frozen with it keeps it. */
  async removeAnnex(id: AgreementId, annex: string, actor: Actor): Promise<Result<null, SetupRefused> | null> {
    return changeSetup(this.ground, id, async ({ manager, now, view, log }) => {
      const found = view.annexes.find((each) => each.id === annex);
      if (!found) return ok(null);
      await manager.update(AnnexSchema, { id: annex }, { removedAt: now });
      await log(actor, 'removeAnnex', { number: found.number, title: found.title, sha256: found.sha256 });
      return ok(null);
    });
  }

  /** Opens the texts again after a freeze for decision; the approvals given so far lapse. */
  async reopenWriting(
    id: AgreementId,
    reason: string,
    actor: Actor,
  ): Promise<Result<AgreementState, AgreementRefused> | null> {
    return this.event(id, 'reopenWriting', reason, actor);
  }

  /** Gives the agreement up. */
  async abandon(
    id: AgreementId,
    reason: string,
    actor: Actor,
  ): Promise<Result<AgreementState, AgreementRefused> | null> {
    return this.event(id, 'abandon', reason, actor);
  }

  private event(id: AgreementId, event: 'reopenWriting' | 'abandon', reason: string, actor: Actor) {
    const { source, announce, clock } = this.ground;
    return changeAgreement<AgreementState, AgreementRefused>(
      source,
      announce,
      id,
      async (change) => {
        const facts = { ...bareFacts(change), reason };
        const recorded = await recordEvent(change, actor, { event, facts, version: null, reason });
        if (recorded.ok && event === 'abandon') await stopHearings(change);
        return recorded;
      },
      clock,
    );
  }
}

/** Nobody writes on in a response to an agreement that is given up (AG-24); of a closed round nobody could before. */
async function stopHearings(change: Change): Promise<void> {
  const rows = await change.manager.query<{ text: TextId }[]>(
    `SELECT r.text FROM response r JOIN hearing_round h ON h.id = r.round
     WHERE h.agreement = $1 AND NOT EXISTS (SELECT FROM round_event e WHERE e.round = h.id AND e.event = 'close')`,
    [change.view.row.id],
  );
  await closeTexts(
    change,
    rows.map(({ text }) => text),
    'abandoned',
  );
}

/** Facts for events that ask for nothing but a reason. */
function bareFacts({ view }: Change): AgreementFacts {
  const sections = view.sections.filter(({ row }) => row.removedAt === null).length;
  return { sections, parties: view.parties.length, openRounds: 0, collecting: 0, everyoneApproved: false, reason: '' };
}

async function originalOf(
  manager: EntityManager,
  contents: TextContents,
  from: AgreementId | null,
): Promise<Result<Original | null, SetupRefused>> {
  return from === null ? ok(null) : readOriginal(manager, contents, from);
}

function rowOf(input: NewAgreement): Omit<AgreementRow, 'id' | 'createdAt' | 'createdBy'> {
  const { region, title, label, periodFrom, periodTo, deadline, writingUntil, copyFrom, chain } = input;
  const frame = { region, title, label, periodFrom, periodTo, deadline, writingUntil };
  return { ...frame, copiedFrom: copyFrom, chainKey: chain.key, chainVersion: chain.version };
}

/** Each party with the council that binds it: of the kinds that decide in the agreement's chain, as its period begins. */
async function writeParties(
  manager: EntityManager,
  { id: agreement, periodFrom, chain }: Pick<NewAgreement, 'periodFrom' | 'chain'> & { readonly id: AgreementId },
  parties: readonly { readonly id: PartyId; readonly name: string }[],
): Promise<void> {
  if (parties.length === 0) return;
  const { bodyKinds } = decidingStep(await templateOf(manager, chain));
  const ids = parties.map(({ id }) => id);
  const councilOf = await councilsOf(manager, ids, bodyKinds, periodFrom);
  const rows = parties.map(({ id, name }) => ({ agreement, party: id, name, council: councilOf(id) }));
  await manager.insert(AgreementPartySchema, rows);
}

async function addParts(manager: EntityManager, agreement: AgreementId): Promise<void> {
  const part = (kind: PartKind, position: number) => ({ id: brandId<PartId>(randomUUID()), agreement, kind, position });
  await manager.insert(PartSchema, [part('developmentStrategy', 1), part('steeringAgreement', 2)]);
}

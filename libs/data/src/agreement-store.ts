import { randomUUID } from 'node:crypto';
import {
  isSupplement,
  PART_KINDS,
  type AgreementFacts,
  type AgreementRefused,
  type AgreementState,
  type PartKind,
  type Terms,
} from '@enig/agreement';
import {
  err,
  localDateAt,
  ok,
  type AgreementId,
  type PartyId,
  type Result,
  type Sha256,
  type TextId,
} from '@enig/kernel';
import { In } from 'typeorm';
import { databaseNow, type Actor } from './act';
import { changeAgreement, closeTexts, recordEvent, type Change } from './agreement-change';
import { tellOfLapse } from './approval-letters';
import { beginAgreements, writeParties, type BegunAgreement, type NewAgreement } from './agreement-creation';
import { AgreementPartySchema, AgreementSchema, AnnexSchema } from './agreements';
import { refusable } from './refusable';
import type { StoreGround } from './round-change';
import { changeSetup, type SetupRefused } from './setup';
import { changedTerms } from './supplement-terms';
import type { TextContents } from './text-content';

/** Creates agreements and changes their frame. What they consist of is in `SectionStore`. */
export class AgreementStore {
  constructor(
    private readonly ground: StoreGround,
    private readonly contents: TextContents,
  ) {}

  /** Creates an agreement with its two parts and the parties the region has on the period's first day. */
  async create(input: NewAgreement, actor: Actor): Promise<Result<AgreementId, SetupRefused>> {
    const created = await this.begin([{ ...input, act: 'agreement', kinds: PART_KINDS }], actor);
    if (!created.ok) return created;
    const [id] = created.value;
    if (!id) throw new Error('No agreement was begun');
    return ok(id);
  }

  /**
   * Creates the two parts as agreements of their own, each with its deadline, its texts and its decisions (AG-39). What
   * they start with is what the parts of the other agreement say.
   *
   * @param titles    what each is called.
   * @param deadlines the day by which each should be approved.
   */
  async createApart(
    { title: _, deadline: __, ...input }: NewAgreement,
    parts: Readonly<Record<PartKind, Pick<NewAgreement, 'title' | 'deadline'>>>,
    actor: Actor,
  ): Promise<Result<readonly AgreementId[], SetupRefused>> {
    return this.begin(
      PART_KINDS.map((kind) => ({ ...input, ...parts[kind], act: 'part' as const, kinds: [kind] })),
      actor,
    );
  }

  private async begin(
    inputs: readonly BegunAgreement[],
    actor: Actor,
  ): Promise<Result<readonly AgreementId[], SetupRefused>> {
    const { source, announce, clock = databaseNow } = this.ground;
    const created = await refusable<readonly AgreementId[], SetupRefused>(source, async (manager) =>
      beginAgreements({ manager, contents: this.contents, at: await clock(manager) }, inputs, actor),
    );
    if (!created) throw new Error('An agreement was asked for and none was begun');
    if (created.ok) for (const id of created.value) await announce({ topic: 'agreement', id });
    return created;
  }

  /** Changes title, period and deadlines. */
  async edit(id: AgreementId, frame: Terms, actor: Actor): Promise<Result<null, SetupRefused> | null> {
    return changeSetup(this.ground, id, async ({ manager, view, now, log }) => {
      const terms = await changedTerms(manager, view, frame, localDateAt(now));
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
      if (isSupplement(view.row.act)) return err({ code: 'AG-34-PARTIES-ARE-ITS' });
      if (parties.length === 0) return err({ code: 'SE-2-NO-PARTY' });
      const chosen = await manager.query<{ id: PartyId; name: string }[]>(
        'SELECT id, name FROM party WHERE id = ANY ($1) ORDER BY name',
        [parties],
      );
      if (chosen.length !== new Set(parties).size) return err({ code: 'SE-2-UNKNOWN-PARTY' });
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
    return changeSetup(this.ground, id, async ({ manager, view, log }) => {
      if (view.row.act === 'extension') return err({ code: 'AG-35-TEXTS-STAND' });
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
        if (recorded.ok && event === 'reopenWriting') await tellOfLapse(change, reason);
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
  return {
    ...{ act: view.row.act, sections, parties: view.parties.length },
    ...{ openRounds: 0, collecting: 0, everyoneApproved: false, reason: '' },
  };
}

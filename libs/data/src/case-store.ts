import { randomUUID } from 'node:crypto';
import {
  checkCaseOpen,
  checkMakeCase,
  checkSendCase,
  type CaseClosed,
  type CaseMust,
  type MakeCaseRefused,
  type SendCaseRefused,
} from '@enig/agreement';
import {
  brandId,
  canonicalBytes,
  canonicalHash,
  err,
  ok,
  sha256,
  type AgreementId,
  type BodyId,
  type CaseId,
  type PartyId,
  type Result,
  type Sha256,
  type VersionHash,
} from '@enig/kernel';
import { isEmptyRich, type CaseJson } from '@enig/text';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import { changeAgreement, closeTexts, lockTexts, type Change } from './agreement-change';
import { caseViews, closedOf, type CaseView, type SentCase } from './case-reads';
import { CaseAnnexSchema, CaseSchema, CaseSendingSchema } from './cases';
import type { StoreGround } from './round-change';
import { TextsAhead } from './text-ahead';
import { createText } from './text-content';

/** A case that is to be made. */
export interface NewCase {
  /** The version it is made of. */
  readonly version: VersionHash;
  readonly party: PartyId;
  /** What it begins with. */
  readonly content: CaseJson;
}

/** An annex that is to be put with a case. */
export interface NewCaseAnnex {
  readonly sha256: Sha256;
  readonly name: string;
  readonly isOpen: boolean;
}

type Done<Value, Refusal> = Promise<Result<Value, Refusal> | null>;

/** Why an annex is not put with a case. */
export type CaseAnnexRefused = CaseClosed | { readonly code: 'SE-3-UNKNOWN-FILE' };

/** What parties do with their cases. Until one is sent on, nobody else can tell that it is written (CA-3). */
export class CaseStore {
  constructor(private readonly ground: StoreGround) {}

  /**
   * Makes a party's case on the version that is put to it. Made already it is left as it is, whoever was first (CA-1).
   *
   * @returns null for no such agreement.
   */
  async make(
    agreement: AgreementId,
    { version, party, content }: NewCase,
    actor: Actor,
  ): Done<CaseId, MakeCaseRefused> {
    const { source, announce } = this.ground;
    return changeAgreement<CaseId, MakeCaseRefused>(source, announce, agreement, async ({ manager, view, now }) => {
      const checked = checkMakeCase(view.state);
      if (!checked.ok) return checked;
      if (view.events.findLast(({ event }) => event === 'freezeForDecision')?.version !== version)
        return err({ code: 'CA-1-NOTHING-TO-DECIDE' });
      const made = await manager.findOne(CaseSchema, { where: { agreement, version, party } });
      if (made) return ok(made.id);
      const administration = await administrationOf(manager, party);
      const text = await createText(manager, { agreement, body: administration, content }, actor);
      const id = brandId<CaseId>(randomUUID());
      await manager.insert(CaseSchema, { id, agreement, version, party, administration, text, madeAt: now, ...actor });
      return ok(id);
    });
  }

  /**
   * Sends a case on as it is written now: it is kept byte for byte with its annexes, its text is closed, and its log is
   * folded to what stands (CA-3, CO-27).
   *
   * @returns null for no such case.
   */
  async send(id: CaseId, actor: Actor): Done<null, SendCaseRefused> {
    const row = await this.ground.source.manager.findOne(CaseSchema, { where: { id } });
    if (!row) return null;
    const { source, announce } = this.ground;
    // Read before the locks; under them its statements are the transaction's, which alone may pass its own locks.
    let manager = source.manager;
    const queries: Pick<EntityManager, 'query'> = { query: (sql, values) => manager.query(sql, values) };
    const ahead = await TextsAhead.read(queries, [row.text]);
    try {
      return await changeAgreement<null, SendCaseRefused>(source, announce, row.agreement, (change) => {
        manager = change.manager;
        return sendIn(change, id, actor, ahead);
      });
    } finally {
      ahead.destroy();
    }
  }

  /** Puts an annex with a case. The file is one the person has sent in. @returns null for no such case. */
  async addAnnex(id: CaseId, annex: NewCaseAnnex, actor: Actor): Done<string, CaseAnnexRefused> {
    return this.open<string, CaseAnnexRefused>(id, async ({ manager, now }) => {
      const offered = await manager.query<unknown[]>(
        'SELECT FROM heard_file_offer o WHERE o.sha256 = $1 AND o.person = $2',
        [annex.sha256, actor.person],
      );
      if (offered.length === 0) return err({ code: 'SE-3-UNKNOWN-FILE' });
      const own = randomUUID();
      await manager.insert(CaseAnnexSchema, { id: own, case: id, ...annex, addedAt: now, ...actor });
      return ok(own);
    });
  }

  /** Takes an annex out again; twice is once. @returns null for no such case. */
  async removeAnnex(id: CaseId, annex: string, actor: Actor): Done<null, CaseClosed> {
    return this.open<null, CaseClosed>(id, async ({ manager, now }) => {
      await manager.query(
        `UPDATE case_annex SET removed_at = $3, removed_by = $4
         WHERE id = $1 AND case_paper = $2 AND removed_at IS NULL`,
        [annex, id, now, actor.person],
      );
      return ok(null);
    });
  }

  private async open<Value, Refusal>(
    id: CaseId,
    act: (change: Change) => Promise<Result<Value, Refusal>>,
  ): Done<Value, Refusal | CaseClosed> {
    const row = await this.ground.source.manager.findOne(CaseSchema, { where: { id } });
    if (!row) return null;
    const { source, announce } = this.ground;
    return changeAgreement<Value, Refusal | CaseClosed>(source, announce, row.agreement, async (change) => {
      const { sending } = await caseIn(change.manager, id);
      const open = checkCaseOpen(change.view.state, sending !== null);
      return open.ok ? act(change) : open;
    });
  }
}

async function caseIn(manager: EntityManager, id: CaseId): Promise<CaseView> {
  const [view] = await caseViews(manager, [await manager.findOneByOrFail(CaseSchema, { id })]);
  if (!view) throw new Error(`There is no case ${id}`);
  return view;
}

/** Under the locks: what is written is read to its end, judged, and written down as sent. Sent already is sent. */
async function sendIn(
  change: Change,
  id: CaseId,
  actor: Actor,
  ahead: TextsAhead,
): Promise<Result<null, SendCaseRefused>> {
  const { manager, view, now } = change;
  const { row, annexes, sending } = await caseIn(manager, id);
  await lockTexts(manager, [row.text]);
  await ahead.catchUp();
  const { content, seq } = ahead.text(row.text);
  if (content?.kind !== 'case') throw new Error(`The case ${id} cannot be read`);
  const checked = checkSendCase(view.state, sending !== null, missingIn(content));
  if (!checked.ok) return checked;
  const open = annexes.flatMap(({ name, sha256: file, isOpen }) => (isOpen ? [{ name, sha256: file }] : []));
  const closed = closedOf(annexes);
  const closedAnnexes = closed.length === 0 ? null : canonicalHash(closed);
  const { version, party } = row;
  const sent: SentCase = { format: 'enig-case/1', version, party, case: content, annexes: open, closedAnnexes };
  const bytes = Buffer.from(canonicalBytes({ ...sent }));
  const hash = sha256(bytes);
  const said = { case: id, textSeq: seq, content: bytes, sha256: hash, at: now };
  await manager.insert(CaseSendingSchema, { ...said, ...actor });
  await ahead.fold(row.text);
  await closeTexts(change, [row.text], 'caseSentOn');
  await change.log(actor, 'sendCase', { party, version, sha256: hash });
  return ok(null);
}

/** What must be written and is not. */
export function missingIn({ title, recommendation }: CaseJson): readonly CaseMust[] {
  return [
    ...(title.trim() === '' ? (['title'] as const) : []),
    ...(isEmptyRich(recommendation) ? (['recommendation'] as const) : []),
  ];
}

/** @throws Error for a party without one: each has had one from the beginning. */
async function administrationOf(manager: EntityManager, party: PartyId): Promise<BodyId> {
  const [row] = await manager.query<{ id: BodyId }[]>(
    `SELECT id FROM body WHERE party = $1 AND kind = 'administration' ORDER BY id LIMIT 1`,
    [party],
  );
  if (!row) throw new Error(`${party} has no administration`);
  return row.id;
}

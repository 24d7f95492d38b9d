import { randomUUID } from 'node:crypto';
import {
  checkAuthorityNotice,
  type AuthorityNotice,
  type AuthorityNoticeRefused,
  type SupplementAct,
  type Terms,
} from '@enig/agreement';
import { brandId, localDateAt, ok, type AgreementId, type PartId, type Result, type SectionId } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import { appendAct, appendUnderLock, type Actor } from './act';
import { changeAgreement, type Change } from './agreement-change';
import { agreementView } from './agreement-reads';
import { AgreementPartySchema, AgreementSchema, type AgreementRow } from './agreements';
import { addAmendment, type AmendmentInput } from './amendments';
import { offeredChains } from './chain-reads';
import { AuthorityNoticeSchema, PublicationSchema, type AuthorityNoticeRow } from './publications';
import type { StoreGround } from './round-change';
import { PartSchema } from './sections';
import { changeSetup, type SetupRefused } from './setup';
import { checkSupplementTerms } from './supplement-terms';
import type { TextContents } from './text-content';

/** An addendum or an extension that is to be. */
export interface NewSupplement extends Terms {
  readonly parent: AgreementId;
  readonly act: SupplementAct;
  /** What it does to sections of its agreement; none for an extension. */
  readonly amends: readonly AmendmentInput[];
}

/** What comes after an agreement is concluded: what hangs on it, and that it was sent to the authority. */
export class SupplementStore {
  constructor(
    private readonly ground: StoreGround,
    private readonly contents: TextContents,
  ) {}

  /**
   * Begins an addendum or an extension: its parties are those of its agreement, who decide on it as they did on that.
   * The agreement's row is locked, so what is hung on it is as it stands. @returns null for no such agreement.
   */
  async create(input: NewSupplement, actor: Actor): Promise<Result<AgreementId, SetupRefused> | null> {
    const { source, announce, clock } = this.ground;
    const made = await changeAgreement<AgreementId, SetupRefused>(
      source,
      announce,
      input.parent,
      (parent) => this.begin(parent, input, actor),
      clock,
    );
    if (made?.ok) await announce({ topic: 'agreement', id: made.value });
    return made;
  }

  /** Lets an addendum change another section of its agreement. @returns null for no such addendum. */
  async amend(
    addendum: AgreementId,
    amendment: AmendmentInput,
    actor: Actor,
  ): Promise<Result<SectionId, SetupRefused> | null> {
    return changeSetup(this.ground, addendum, (change) => addAmendment(change, this.contents, amendment, actor));
  }

  /** Notes that an agreement was sent to the authority (AG-37). @returns null for no such agreement. */
  async noteSent(
    id: AgreementId,
    notice: AuthorityNotice,
    actor: Actor,
  ): Promise<Result<null, AuthorityNoticeRefused> | null> {
    const { source, announce, clock } = this.ground;
    return changeAgreement<null, AuthorityNoticeRefused>(
      source,
      announce,
      id,
      async ({ manager, view, now, log }) => {
        const noted = (await noticesOf(manager, id)).map(({ recipient: to, ...rest }) => ({ ...rest, to }));
        const checked = checkAuthorityNotice(notice, view.concludedOn, noted, localDateAt(now));
        if (!checked.ok) return checked;
        const { sentOn, to: recipient, journalNumber } = checked.value;
        const said = { sentOn, recipient, journalNumber };
        await manager.insert(AuthorityNoticeSchema, { id: randomUUID(), agreement: id, ...said, at: now, ...actor });
        await log(actor, 'noteSentToAuthority', said);
        return ok(null);
      },
      clock,
    );
  }

  private async begin(parent: Change, input: NewSupplement, actor: Actor): Promise<Result<AgreementId, SetupRefused>> {
    const { manager, now } = parent;
    const { id: of } = parent.view.row;
    const checked = checkSupplementTerms(parent.view, input.act, input, localDateAt(now), null);
    if (!checked.ok) return checked;
    // What is concluded is published in the same transaction, so there is one.
    const { version: parentVersion } = await manager.findOneByOrFail(PublicationSchema, { agreement: of });
    const id = brandId<AgreementId>(randomUUID());
    const { title } = checked.value;
    await insertSupplement(parent, { id, act: input.act, terms: checked.value, parentVersion }, actor);
    const facts = { title, act: input.act, parent: of, parentVersion };
    await appendAct(manager, { agreement: id, ...actor, kind: 'createSupplement', facts, at: now });
    await parent.log(actor, 'hangSupplement', { title, act: input.act, supplement: id });
    for (const amendment of input.amends) {
      const added = await addAmendment(await changeOf(parent, id), this.contents, amendment, actor);
      if (!added.ok) return added;
    }
    return ok(id);
  }
}

/** What was noted as sent, oldest first. */
export async function noticesOf(manager: EntityManager, agreement: AgreementId): Promise<AuthorityNoticeRow[]> {
  return manager.find(AuthorityNoticeSchema, { where: { agreement }, order: { sentOn: 'ASC', at: 'ASC', id: 'ASC' } });
}

type Begun = Pick<AgreementRow, 'id' | 'parentVersion'> & { readonly act: SupplementAct; readonly terms: Terms };

/** The agreement it is, bound to the same parties by the same councils, with the same parts; an extension has none. */
async function insertSupplement(
  { manager, view }: Change,
  { id, act, terms, parentVersion }: Begun,
  actor: Actor,
): Promise<void> {
  const { id: parent, region, label } = view.row;
  const { title, periodFrom, periodTo, deadline, writingUntil } = terms;
  await manager.insert(AgreementSchema, {
    ...{ id, region, label, title, periodFrom, periodTo, deadline, writingUntil },
    ...(await chainFor(manager, act, view.row, terms)),
    ...{ act, parent, parentVersion, frame: null, copiedFrom: null, createdBy: actor.person },
  });
  const parties = view.parties.map(({ party, name, council }) => ({ agreement: id, party, name, council }));
  await manager.insert(AgreementPartySchema, parties);
  if (act === 'extension') return;
  const parts = view.parts.map(({ kind, position }) => {
    return { id: brandId<PartId>(randomUUID()), agreement: id, kind, position };
  });
  await manager.insert(PartSchema, parts);
}

/** The newest template for what it is that can be used there; where there is none, the way its agreement went. */
async function chainFor(
  manager: EntityManager,
  act: SupplementAct,
  { region, chainKey, chainVersion }: AgreementRow,
  terms: Terms,
): Promise<Pick<AgreementRow, 'chainKey' | 'chainVersion'>> {
  const offered = await offeredChains(manager, { region, act, partiesOn: terms.periodFrom, deadline: terms.deadline });
  const usable = offered.find(({ faults }) => faults.length === 0)?.template;
  return usable ? { chainKey: usable.key, chainVersion: usable.version } : { chainKey, chainVersion };
}

/** A change of what was just begun; nobody else has seen it. */
async function changeOf({ manager, now, announce }: Change, id: AgreementId): Promise<Change> {
  const view = await agreementView(manager, id);
  if (!view) throw new Error(`No agreement ${id} was begun`);
  const log: Change['log'] = async (actor, kind, facts) => {
    await appendUnderLock(manager, { agreement: id, ...actor, kind, facts, at: now });
  };
  return { manager, view, now, announce, log };
}

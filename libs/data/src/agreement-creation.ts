import { randomUUID } from 'node:crypto';
import { checkTerms, type AgreementAct, type PartKind, type Terms } from '@enig/agreement';
import { decidingStep } from '@enig/approval';
import {
  brandId,
  err,
  localDateAt,
  ok,
  type AgreementId,
  type Instant,
  type PartId,
  type PartyId,
  type Result,
} from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import { appendAct, type Actor } from './act';
import { copyParts, readOriginal, type Original } from './agreement-copy';
import { AgreementPartySchema, AgreementSchema, type AgreementRow } from './agreements';
import { templateOf } from './approval-reads';
import { chainFault } from './chain-reads';
import { checkRegionOn, councilsOf, partiesOf } from './place-store';
import { PartSchema } from './sections';
import type { SetupRefused } from './setup';
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

/** A new agreement, and whether it is a whole one or a part that runs apart. */
export interface BegunAgreement extends NewAgreement {
  readonly act: Extract<AgreementAct, 'agreement' | 'part'>;
  readonly kinds: readonly PartKind[];
}

/** Where agreements are begun: one transaction. */
export interface Beginning {
  readonly manager: EntityManager;
  readonly contents: TextContents;
  readonly at: Instant;
}

/** Begins agreements with their parts, all or none; several are the parts of one frame (AG-39). */
export async function beginAgreements(
  beginning: Beginning,
  inputs: readonly BegunAgreement[],
  actor: Actor,
): Promise<Result<readonly AgreementId[], SetupRefused>> {
  const frame = inputs.length > 1 ? randomUUID() : null;
  const ids: AgreementId[] = [];
  for (const input of inputs) {
    const begun = await begin(beginning, { ...input, frame }, actor);
    if (!begun.ok) return begun;
    ids.push(begun.value);
  }
  return ok(ids);
}

async function begin(
  { manager, contents, at }: Beginning,
  input: BegunAgreement & Pick<AgreementRow, 'frame'>,
  actor: Actor,
): Promise<Result<AgreementId, SetupRefused>> {
  const { region, periodFrom, deadline, copyFrom, kinds } = input;
  const terms = checkTerms(input, localDateAt(at), null);
  if (!terms.ok) return terms;
  const there = await checkRegionOn(manager, region, periodFrom);
  if (!there.ok) return there;
  const parties = await partiesOf(manager, region, periodFrom);
  if (parties.length === 0) return err({ code: 'SE-1-NO-PARTIES-THEN' });
  const template = await templateOf(manager, input.chain);
  const fault = await chainFault(manager, template, { region, partiesOn: periodFrom, deadline });
  if (fault) return err(fault);
  const original = await originalOf(manager, contents, copyFrom);
  if (!original.ok) return original;
  const id = brandId<AgreementId>(randomUUID());
  await manager.insert(AgreementSchema, { id, ...rowOf({ ...input, ...terms.value }), createdBy: actor.person });
  await writeParties(manager, { id, ...input }, parties);
  await addParts(manager, id, kinds);
  if (original.value) await copyParts({ manager, actor }, ofParts(original.value, kinds), id);
  const { title, act } = input;
  const facts = { title, copiedFrom: copyFrom, parties: parties.map((party) => party.id) };
  const apart = act === 'part' ? { part: [...kinds], frame: input.frame } : {};
  await appendAct(manager, { agreement: id, ...actor, kind: 'createAgreement', facts: { ...facts, ...apart }, at });
  return ok(id);
}

async function originalOf(
  manager: EntityManager,
  contents: TextContents,
  from: AgreementId | null,
): Promise<Result<Original | null, SetupRefused>> {
  return from === null ? ok(null) : readOriginal(manager, contents, from);
}

/** What of an agreement belongs in these parts. */
function ofParts({ view, texts }: Original, kinds: readonly PartKind[]): Original {
  return { view: { ...view, sections: view.sections.filter(({ part }) => kinds.includes(part.kind)) }, texts };
}

type WrittenRow = Omit<AgreementRow, 'id' | 'createdAt' | 'createdBy'>;

function rowOf(input: BegunAgreement & Pick<AgreementRow, 'frame'>): WrittenRow {
  const { region, title, label, periodFrom, periodTo, deadline, writingUntil, copyFrom, chain, act, frame } = input;
  const terms = { region, title, label, periodFrom, periodTo, deadline, writingUntil };
  const hung = { act, frame, parent: null, parentVersion: null };
  return { ...terms, ...hung, copiedFrom: copyFrom, chainKey: chain.key, chainVersion: chain.version };
}

/** Each party with the council that binds it: of the kinds that decide in the agreement's chain, as its period begins. */
export async function writeParties(
  manager: EntityManager,
  { id: agreement, periodFrom, chain }: Pick<NewAgreement, 'periodFrom' | 'chain'> & { readonly id: AgreementId },
  parties: readonly { readonly id: PartyId; readonly name: string }[],
): Promise<void> {
  if (parties.length === 0) return;
  const kinds = decidingStep(await templateOf(manager, chain)).bodies.map(({ kind }) => kind);
  const ids = parties.map(({ id }) => id);
  const councilOf = await councilsOf(manager, ids, kinds, periodFrom);
  const rows = parties.map(({ id, name }) => ({ agreement, party: id, name, council: councilOf(id) }));
  await manager.insert(AgreementPartySchema, rows);
}

async function addParts(manager: EntityManager, agreement: AgreementId, kinds: readonly PartKind[]): Promise<void> {
  const rows = kinds.map((kind, index) => {
    return { id: brandId<PartId>(randomUUID()), agreement, kind, position: index + 1 };
  });
  await manager.insert(PartSchema, rows);
}

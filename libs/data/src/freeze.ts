import { randomUUID } from 'node:crypto';
import {
  buildManifest,
  checkFreeze,
  manifestBytes,
  transition,
  type AgreementFacts,
  type AgreementRefused,
  type FreezeRefused,
  type FreezeWarning,
  type FrozenText,
  type Manifest,
  type VersionAct,
} from '@enig/agreement';
import {
  brandId,
  err,
  ok,
  sha256,
  type Json,
  type Result,
  type Sha256,
  type TextId,
  type VersionHash,
} from '@enig/kernel';
import { resolveReferences, textBytes, type TextJson } from '@enig/text';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import { lockTexts, recordEvent, standingTexts, type Change } from './agreement-change';
import type { AgreementView, SectionView } from './agreement-reads';
import { draftOf, namesIn, type Contents } from './draft';
import { freezeInherited, inheritedAhead } from './freeze-inherited';
import { TextsAhead, type ReadText } from './text-ahead';
import { titleOf } from './text-content';
import { frameOf, versionActOf } from './version-frame';
import { VersionCompanionSchema, VersionSchema, VersionTextSchema } from './versions';

/** What is to be frozen, by whom, and how the agreement stands. */
export interface FreezeInput {
  readonly event: 'freezeForHearing' | 'freezeForDecision';
  readonly actor: Actor;
  /** Everything the transition asks for but sections and parties, which are counted here. */
  readonly facts: Omit<AgreementFacts, 'act' | 'sections' | 'parties'>;
  /** What the log says of it beside the version's hash. */
  readonly said?: { readonly [name: string]: Json };
}

/** A version that stands once the transaction is committed. */
export interface FrozenVersion {
  readonly hash: VersionHash;
  /** 1-based over all versions of the agreement. */
  readonly number: number;
  /** What is missing and does not stand in the way; to be shown to those who decide. */
  readonly warnings: readonly FreezeWarning[];
}

/**
 * Freezes an agreement, in the caller's transaction, whose lock on the agreement is held. The texts are read and their
 * bytes worked out while people write; then their rows are locked, in the order of their ids, what has been written
 * since is added, and they are closed before anybody else gets them: an acknowledged update is in the version, and one
 * that is not in it was refused (CO-2). Then the event is recorded. Who may freeze is asked before; what else hangs on
 * the version (a hearing round) is written after it in the same transaction.
 *
 * @returns the version, or the first rule that forbids it (the transition's, AG-2, AG-3, AG-8, AG-25, AG-42); the
 *   caller rolls back.
 */
export async function freezeVersion(
  change: Change,
  { event, actor, facts: given, said = {} }: FreezeInput,
): Promise<Result<FrozenVersion, AgreementRefused | FreezeRefused>> {
  const { manager, view } = change;
  if (view.row.act === 'extension') return freezeInherited(change, { event, actor, facts: given, said });
  const sections = view.sections.filter(({ row }) => row.removedAt === null);
  const { act } = view.row;
  const facts: AgreementFacts = { ...given, act, sections: sections.length, parties: view.parties.length };
  const moved = transition(view.state, event, facts);
  if (!moved.ok) return moved;

  const texts = await TextsAhead.read(manager, standingTexts(view));
  try {
    const ahead = frozenOf(view, texts.all);
    await lockTexts(manager, standingTexts(view));
    const done = (await texts.catchUp()) === 0 ? ahead : frozenOf(view, texts.all);
    if (!done.ok) return done;
    const { frozen, warnings } = done.value;
    const version = await writeVersion(change, { act: versionActOf(view, event), actor, sections, frozen });
    const recorded = await recordEvent(change, actor, { event, facts, version: version.hash, reason: null, said });
    return recorded.ok ? ok({ ...version, warnings }) : recorded;
  } finally {
    texts.destroy();
  }
}

/**
 * The manifest that freezing for decision would give of texts that say this, under the number of the last one; null
 * where a rule forbids it.
 */
export function manifestAhead(view: AgreementView, contents: Contents, last: Manifest): Manifest | null {
  const { act } = view.row;
  if (act === 'extension') return inheritedAhead(view, last);
  const sections = view.sections.filter(({ row }) => row.removedAt === null);
  const rows = sections.flatMap(({ text, easyRead }) => (easyRead ? [text, easyRead] : [text]));
  const done = frozenOf(
    view,
    rows.map(({ id, kind, seq }) => ({ id, kind, seq, content: contents.get(id) ?? null })),
  );
  if (!done.ok) return null;
  const { frozen } = done.value;
  return manifestOf(
    view,
    act,
    last.number,
    sections.map((section) => frozenSection(section, frozen)),
  );
}

interface Freezing {
  readonly frozen: ReadonlyMap<TextId, Frozen>;
  readonly warnings: readonly FreezeWarning[];
}

/** What is frozen of texts that say this. @returns the first rule that forbids it (AG-2, AG-3, AG-8, AG-25, AG-42). */
function frozenOf(view: AgreementView, texts: readonly ReadText[]): Result<Freezing, FreezeRefused> {
  const contents = new Map(texts.flatMap(({ id, content }) => (content ? [[id, content] as const] : [])));
  const { refusals, warnings } = checkFreeze(draftOf(view, contents));
  const [refusal] = refusals;
  if (refusal) return err(refusal);
  const names = namesIn(view, contents);
  const frozen = texts.flatMap(({ id, seq, content }): Frozen[] =>
    content ? [freezeText(id, seq, resolveReferences(content, names))] : [],
  );
  return ok({ frozen: new Map(frozen.map((each) => [each.text, each])), warnings });
}

/** One text as it goes into the version: its canonical bytes and their hash. */
interface Frozen {
  readonly text: TextId;
  readonly seq: number;
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly sha256: Sha256;
}

function freezeText(text: TextId, seq: number, resolved: TextJson): Frozen {
  const bytes = textBytes(resolved);
  return { text, seq, title: titleOf(resolved), bytes, sha256: sha256(bytes) };
}

interface VersionInput {
  readonly act: VersionAct;
  readonly actor: Actor;
  readonly sections: readonly SectionView[];
  readonly frozen: ReadonlyMap<TextId, Frozen>;
}

async function writeVersion(
  { manager, view, now }: Change,
  { act, actor, sections, frozen }: VersionInput,
): Promise<Pick<FrozenVersion, 'hash' | 'number'>> {
  const agreement = view.row.id;
  const number = 1 + (await manager.count(VersionSchema, { where: { agreement } }));
  const manifest = manifestOf(
    view,
    act,
    number,
    sections.map((section) => frozenSection(section, frozen)),
  );
  const bytes = manifestBytes(manifest);
  const hash = brandId<VersionHash>(sha256(bytes));
  const textVersions = await writeTexts(manager, [...frozen.values()]);
  await manager.insert(VersionSchema, {
    ...{ hash, agreement, number, act, manifest: Buffer.from(bytes), createdAt: now, ...actor },
  });
  const ordered = manifest.parts.flatMap((part) => part.texts);
  await manager.insert(
    VersionTextSchema,
    ordered.map(({ section, text }, position) => {
      return { version: hash, position, section, textVersion: known(textVersions, text) };
    }),
  );
  const companions = sections.flatMap(({ row }) =>
    row.easyRead === null ? [] : [{ section: row.id, text: row.easyRead }],
  );
  if (companions.length > 0) {
    await manager.insert(
      VersionCompanionSchema,
      companions.map(({ section, text }) => {
        return { version: hash, section, textVersion: known(textVersions, text) };
      }),
    );
  }
  return { hash, number };
}

function manifestOf(view: AgreementView, act: VersionAct, number: number, texts: readonly FrozenText[]) {
  return buildManifest({ ...frameOf(view), act, number, texts, annexes: view.annexes.map((annex) => ({ ...annex })) });
}

function frozenSection({ row, part, amends }: SectionView, frozen: ReadonlyMap<TextId, Frozen>): FrozenText {
  const { text, seq, title, sha256: hash } = known(frozen, row.text);
  const { id: section, kind, position, strand } = row;
  return { part: part.kind, section, kind, position, strand, title, text, seq, sha256: hash, amends };
}

/** A text that has not changed since it was frozen last is the same TextVersion. @returns its row's id by text. */
async function writeTexts(manager: EntityManager, frozen: readonly Frozen[]): Promise<ReadonlyMap<TextId, string>> {
  const rows = await manager.query<{ id: string; text: TextId }[]>(
    `WITH given AS (
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::bytea[]) AS g (id, text, seq, sha256, content)
     ), added AS (
       INSERT INTO text_version (id, text, seq, sha256, content) SELECT * FROM given
       ON CONFLICT (text, seq, sha256) DO NOTHING RETURNING id, text
     )
     SELECT id, text FROM added
     UNION ALL SELECT v.id, v.text FROM text_version v JOIN given g USING (text, seq, sha256)`,
    [
      frozen.map(() => randomUUID()),
      frozen.map(({ text }) => text),
      frozen.map(({ seq }) => seq),
      frozen.map(({ sha256: hash }) => hash),
      frozen.map(({ bytes }) => Buffer.from(bytes)),
    ],
  );
  return new Map(rows.map(({ id, text }) => [text, id]));
}

function known<Key, Value>(values: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`Nothing was read or frozen for ${String(key)}`);
  return value;
}

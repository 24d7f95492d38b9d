import {
  buildManifest,
  manifestBytes,
  transition,
  type AgreementFacts,
  type AgreementRefused,
  type FreezeRefused,
  type FrozenText,
  type Manifest,
} from '@enig/agreement';
import { brandId, err, ok, sha256, type Result, type VersionHash } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import { recordEvent, type Change } from './agreement-change';
import type { AgreementView } from './agreement-reads';
import type { FreezeInput, FrozenVersion } from './freeze';
import { frameOf, versionActOf } from './version-frame';
import { VersionSchema } from './versions';

/**
 * Freezes an extension: its version has the very texts and annexes of the version it extends, for longer (AG-35).
 * Nothing is read anew, so nothing can differ.
 *
 * @returns the version, or the first rule that forbids it (the transition's, AG-8, AG-42).
 */
export async function freezeInherited(
  change: Change,
  { event, actor, facts: given, said = {} }: FreezeInput,
): Promise<Result<FrozenVersion, AgreementRefused | FreezeRefused>> {
  const { manager, view, now } = change;
  const inherited = await manifestIn(manager, view.row.parentVersion);
  const texts = inherited.parts.flatMap(textsOf);
  const size = { sections: texts.length, parties: view.parties.length };
  const facts: AgreementFacts = { ...given, act: view.row.act, ...size };
  const moved = transition(view.state, event, facts);
  if (!moved.ok) return err(moved.error);

  const agreement = view.row.id;
  const act = versionActOf(view, event);
  const number = 1 + (await manager.count(VersionSchema, { where: { agreement } }));
  const { annexes } = inherited;
  const bytes = manifestBytes(buildManifest({ ...frameOf(view), act, number, texts, annexes }));
  const hash = brandId<VersionHash>(sha256(bytes));
  await manager.insert(VersionSchema, {
    ...{ hash, agreement, number, act, manifest: Buffer.from(bytes), createdAt: now, ...actor },
  });
  for (const sql of SAME_TEXTS) await manager.query(sql, [hash, view.row.parentVersion]);
  const recorded = await recordEvent(change, actor, { event, facts, version: hash, reason: null, said });
  return recorded.ok ? ok({ hash, number, warnings: [] }) : recorded;
}

/** The manifest that freezing it anew would give: nothing in it is written, so the texts are those of the last one. */
export function inheritedAhead(view: AgreementView, { number, parts, annexes }: Manifest): Manifest {
  return buildManifest({ ...frameOf(view), act: view.row.act, number, texts: parts.flatMap(textsOf), annexes });
}

const SAME_TEXTS = [
  `INSERT INTO version_text (version, position, section, text_version)
   SELECT $1, position, section, text_version FROM version_text WHERE version = $2`,
  `INSERT INTO version_companion (version, section, text_version)
   SELECT $1, section, text_version FROM version_companion WHERE version = $2`,
];

async function manifestIn(manager: EntityManager, version: VersionHash | null): Promise<Manifest> {
  const row = version && (await manager.findOne(VersionSchema, { where: { hash: version } }));
  if (!row) throw new Error('An extension names the version it extends');
  // Only what this product has written is in the table, so its shape is known.
  return JSON.parse(row.manifest.toString('utf8')) as Manifest;
}

/** In the order they stood in: a key of five digits sorts as its number does. */
function textsOf({ kind: part, texts }: Manifest['parts'][number]): FrozenText[] {
  return texts.map(({ strand = null, amends = null, ...text }, index) => {
    const { section, kind, title, text: id, seq, sha256: hash } = text;
    const position = String(index).padStart(5, '0');
    return { part, section, kind, position, strand, title, text: id, seq, sha256: hash, amends };
  });
}

import { randomUUID } from 'node:crypto';
import { checkCopy, type CopyRefused } from '@enig/agreement';
import { brandId, ok, type AgreementId, type PartId, type Result, type SectionId, type TextId } from '@enig/kernel';
import { mapProse, type ProseNode, type TextJson } from '@enig/text';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import { agreementView, type AgreementView, type SectionView } from './agreement-reads';
import { draftOf, type Contents } from './draft';
import { LineageSchema, PartSchema, SectionCoordinatorSchema, SectionSchema, type PartRow } from './sections';
import { createText, titleOf, type TextContents } from './text-content';

/** An agreement as it stood when it was read to be copied, with what its texts said. */
export interface Original {
  readonly view: AgreementView;
  readonly texts: Contents;
}

interface Copying {
  readonly manager: EntityManager;
  readonly actor: Actor;
}

/** Reads an agreement to be copied, or says which of its texts stands in the way (AG-26). Nothing is written. */
export async function readOriginal(
  manager: EntityManager,
  contents: TextContents,
  from: AgreementId,
): Promise<Result<Original, CopyRefused>> {
  const view = await agreementView(manager, from);
  if (!view) throw new Error(`No agreement ${from} to copy`);
  const read = standingIn(view).flatMap(({ text, easyRead }) => (easyRead ? [text, easyRead] : [text]));
  const texts = await contents.of(read, manager);
  const checked = checkCopy(draftOf(view, texts));
  return checked.ok ? ok({ view, texts }) : checked;
}

/**
 * Copies the sections that stand in one agreement into another that has its parts but nothing in them: each text
 * starts with what the old one says now, in a document of its own; coordinators follow, and where it comes from is
 * noted. References between focus areas lead to the copies.
 */
export async function copyParts(
  { manager, actor }: Copying,
  { view, texts }: Original,
  to: AgreementId,
): Promise<void> {
  const parts = await manager.find(PartSchema, { where: { agreement: to } });
  const standing = standingIn(view);
  const newIds = new Map(standing.map(({ row }) => [row.id, brandId<SectionId>(randomUUID())]));
  const copyOf = async (id: TextId): Promise<TextId> => {
    const content = pointedAt(contentIn(texts, id), newIds);
    return createText(manager, { agreement: to, body: null, content }, actor);
  };
  for (const section of standing) {
    await copySection(manager, section, {
      id: idOf(newIds, section.row.id),
      part: partLike(parts, section.part),
      title: titleOf(contentIn(texts, section.text.id)),
      copyOf,
    });
  }
}

interface CopiedSection {
  readonly id: SectionId;
  readonly part: PartId;
  readonly title: string;
  readonly copyOf: (text: TextId) => Promise<TextId>;
}

async function copySection(manager: EntityManager, section: SectionView, copied: CopiedSection): Promise<void> {
  const { row, coordinators } = section;
  const { id, part, title, copyOf } = copied;
  const { kind, position, strand, covers } = row;
  const text = await copyOf(row.text);
  const easyRead = row.easyRead === null ? null : await copyOf(row.easyRead);
  await manager.insert(SectionSchema, { id, part, kind, position, strand, covers, text, easyRead });
  if (coordinators.length > 0) {
    await manager.insert(
      SectionCoordinatorSchema,
      coordinators.map((party) => ({ section: id, party })),
    );
  }
  const descent = { fromSection: row.id, fromName: title, relation: 'continued', basis: 'document' } as const;
  await manager.insert(LineageSchema, { id: randomUUID(), section: id, ...descent });
}

/** The same text with its references leading to the copies; one that led nowhere still does. */
function pointedAt(json: TextJson, newIds: ReadonlyMap<SectionId, SectionId>): TextJson {
  const redirect = (node: ProseNode): ProseNode => {
    if (node.content) return { ...node, content: node.content.map(redirect) };
    const target = node.type === 'crossReference' ? node.attrs?.['target'] : undefined;
    if (typeof target !== 'string') return node;
    return { ...node, attrs: { target: newIds.get(brandId<SectionId>(target)) ?? target } };
  };
  return mapProse(json, (prose) => ({ ...prose, content: prose.content.map(redirect) }));
}

function standingIn(view: AgreementView): readonly SectionView[] {
  return view.sections.filter(({ row }) => row.removedAt === null);
}

function contentIn(texts: Contents, id: TextId): TextJson {
  const content = texts.get(id);
  if (!content) throw new Error(`The text ${id} was not read`);
  return content;
}

function partLike(parts: readonly PartRow[], old: PartRow): PartId {
  const part = parts.find(({ kind }) => kind === old.kind);
  if (!part) throw new Error(`The copy has no part ${old.kind}`);
  return part.id;
}

function idOf(newIds: ReadonlyMap<SectionId, SectionId>, old: SectionId): SectionId {
  const id = newIds.get(old);
  if (!id) throw new Error(`Section ${old} was not copied`);
  return id;
}

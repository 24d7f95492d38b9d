import { randomUUID } from 'node:crypto';
import type { SectionKind, StatutoryContent, Strand } from '@enig/agreement';
import {
  brandId,
  err,
  ok,
  type AgreementId,
  type PartId,
  type PartyId,
  type Result,
  type SectionId,
} from '@enig/kernel';
import { emptyJson, type ChapterJson, type EasyReadJson, type FocusAreaJson } from '@enig/text';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import { closeTexts, openTexts, type Change } from './agreement-change';
import type { AgreementView, SectionView } from './agreement-reads';
import type { StoreGround } from './round-change';
import { LineageSchema, SectionCoordinatorSchema, SectionSchema, type LineageRow } from './sections';
import { changeSetup, type SetupRefused } from './setup';
import { createText } from './text-content';

/** A new section; it comes last in its part. */
export interface NewSection {
  readonly part: PartId;
  readonly kind: SectionKind;
  readonly title: string;
  /** Of a focus area; null for a chapter. */
  readonly strand: Strand | null;
  /** Which of the seven statutory contents a chapter covers; null for none. */
  readonly covers: StatutoryContent | null;
  readonly coordinators: readonly PartyId[];
  /** What its text starts with; its title alone where nothing is given. */
  readonly content?: FocusAreaJson | ChapterJson;
  /** What its easy-read text starts with; none is made where nothing is given. */
  readonly easyRead?: EasyReadJson;
  readonly lineage?: readonly Omit<LineageRow, 'id' | 'section'>[];
}

type Done<Value> = Promise<Result<Value, SetupRefused> | null>;

/** What an agreement consists of: focus areas and chapters, their order, and who looks after them. */
export class SectionStore {
  constructor(private readonly ground: StoreGround) {}

  /** Adds a section under its title. */
  async add(agreement: AgreementId, section: NewSection, actor: Actor): Done<SectionId> {
    return changeSetup(this.ground, agreement, async (change) => {
      return addSection(change, section, inPart(change, section.part).length, actor);
    });
  }

  /** Adds sections, in the order given, all or none. They are the first of their parts. */
  async addAll(agreement: AgreementId, sections: readonly NewSection[], actor: Actor): Done<SectionId[]> {
    return changeSetup(this.ground, agreement, async (change) => {
      const ids: SectionId[] = [];
      for (const [index, section] of sections.entries()) {
        const place = sections.slice(0, index).filter(({ part }) => part === section.part).length;
        const added = await addSection(change, section, place, actor);
        if (!added.ok) return added;
        ids.push(added.value);
      }
      return ok(ids);
    });
  }

  /** Moves a section to just after another of its part, or first. */
  async move(agreement: AgreementId, section: SectionId, after: SectionId | null, actor: Actor): Done<null> {
    return changeSetup(this.ground, agreement, async (change) => {
      const moved = sectionIn(change, section);
      const others = inPart(change, moved.row.part).filter(({ row }) => row.id !== section);
      const index = after === null ? 0 : others.findIndex(({ row }) => row.id === after) + 1;
      if (after !== null && index === 0) return err({ code: 'SE-4-NOT-IN-THIS-PART' });
      const inOrder = others.toSpliced(index, 0, moved);
      for (const [place, { row }] of inOrder.entries()) {
        await change.manager.update(SectionSchema, { id: row.id }, { position: positionAt(place) });
      }
      await change.log(actor, 'moveSection', { section, after });
      return ok(null);
    });
  }

  /** Takes a section out. Its texts are closed and kept, so that it can be put back. */
  async remove(agreement: AgreementId, section: SectionId, actor: Actor): Done<null> {
    return changeSetup(this.ground, agreement, async (change) => {
      const { row } = sectionIn(change, section);
      if (row.removedAt !== null) return err({ code: 'SE-6-REMOVED-ALREADY' });
      await change.manager.update(SectionSchema, { id: section }, { removedAt: change.now });
      await closeTexts(change, textsOf(row), 'removed');
      await change.log(actor, 'removeSection', { section });
      return ok(null);
    });
  }

  /** Puts a removed section back where it stood. */
  async putBack(agreement: AgreementId, section: SectionId, actor: Actor): Done<null> {
    return changeSetup(this.ground, agreement, async (change) => {
      const { row } = sectionIn(change, section);
      if (row.removedAt === null) return err({ code: 'SE-7-NOT-REMOVED' });
      await change.manager.update(SectionSchema, { id: section }, { removedAt: null });
      await openTexts(change, textsOf(row));
      await change.log(actor, 'putBackSection', { section });
      return ok(null);
    });
  }

  /** Sets which parties look after a section. */
  async setCoordinators(
    agreement: AgreementId,
    section: SectionId,
    parties: readonly PartyId[],
    actor: Actor,
  ): Done<null> {
    return changeSetup(this.ground, agreement, async (change) => {
      if (!allParties(change.view, parties)) return err({ code: 'SE-5-COORDINATOR-NOT-A-PARTY' });
      await change.manager.delete(SectionCoordinatorSchema, { section });
      await writeCoordinators(change.manager, section, parties);
      for (const id of textsOf(sectionIn(change, section).row)) change.announce({ topic: 'text', id });
      await change.log(actor, 'setCoordinators', { section, parties: [...parties] });
      return ok(null);
    });
  }

  /** Gives a section an easy-read text, empty to begin with. */
  async addEasyRead(agreement: AgreementId, section: SectionId, actor: Actor): Done<null> {
    return changeSetup(this.ground, agreement, async (change) => {
      const { row } = sectionIn(change, section);
      if (row.easyRead !== null) return err({ code: 'SE-8-HAS-ONE-ALREADY' });
      if (row.removedAt !== null) return err({ code: 'SE-6-REMOVED-ALREADY' });
      const easyRead = await createText(
        change.manager,
        { agreement, body: null, content: emptyJson('easy-read') },
        actor,
      );
      await change.manager.update(SectionSchema, { id: section }, { easyRead });
      await change.log(actor, 'addEasyRead', { section });
      return ok(null);
    });
  }
}

/** Adds a section at a place of its part. In an extension nothing is written (AG-35). */
export async function addSection(
  { manager, view, log }: Change,
  section: NewSection,
  place: number,
  actor: Actor,
): Promise<Result<SectionId, SetupRefused>> {
  const { part, kind, title, covers, coordinators } = section;
  if (view.row.act === 'extension') return err({ code: 'AG-35-TEXTS-STAND' });
  if (!view.parts.some((each) => each.id === part)) return err({ code: 'SE-4-NOT-IN-THIS-PART' });
  if (!allParties(view, coordinators)) return err({ code: 'SE-5-COORDINATOR-NOT-A-PARTY' });
  const id = brandId<SectionId>(randomUUID());
  const agreement = view.row.id;
  const empty = { ...emptyJson(kind === 'focusArea' ? 'focus-area' : 'chapter'), title };
  const text = await createText(manager, { agreement, body: null, content: section.content ?? empty }, actor);
  const companion = section.easyRead && { agreement, body: null, content: section.easyRead };
  const easyRead = companion ? await createText(manager, companion, actor) : null;
  const strand = kind === 'focusArea' ? (section.strand ?? 'development') : null;
  const position = positionAt(place);
  await manager.insert(SectionSchema, { id, part, kind, position, strand, covers, text, easyRead });
  await writeCoordinators(manager, id, coordinators);
  await noteLineage(manager, id, section.lineage ?? []);
  await log(actor, 'addSection', { section: id, kind, title, coordinators: [...coordinators] });
  return ok(id);
}

/** Positions sort byte by byte; a part never has a hundred thousand sections. */
export function positionAt(index: number): string {
  return String(index).padStart(5, '0');
}

/** The sections of a part in order, removed ones too: put back, they stand where they stood. */
function inPart({ view }: Change, part: PartId): SectionView[] {
  return view.sections.filter(({ row }) => row.part === part);
}

/** @throws Error for a section of another agreement: whoever calls has found the agreement by the section. */
function sectionIn({ view }: Change, id: SectionId): SectionView {
  const section = view.sections.find(({ row }) => row.id === id);
  if (!section) throw new Error(`No section ${id} in the agreement`);
  return section;
}

function textsOf(row: SectionView['row']) {
  return row.easyRead === null ? [row.text] : [row.text, row.easyRead];
}

function allParties(view: AgreementView, parties: readonly PartyId[]): boolean {
  return parties.every((party) => view.parties.some((each) => each.party === party));
}

async function writeCoordinators(
  manager: EntityManager,
  section: SectionId,
  parties: readonly PartyId[],
): Promise<void> {
  const rows = [...new Set(parties)].map((party) => ({ section, party }));
  if (rows.length > 0) await manager.insert(SectionCoordinatorSchema, rows);
}

/** Notes where a section comes from; null for what came to nothing. */
export async function noteLineage(
  manager: EntityManager,
  section: SectionId | null,
  lines: readonly Omit<LineageRow, 'id' | 'section'>[],
): Promise<void> {
  if (lines.length > 0)
    await manager.insert(
      LineageSchema,
      lines.map((each) => ({ ...each, id: randomUUID(), section })),
    );
}

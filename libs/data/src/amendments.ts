import { checkAmendment, isSupplement, type AmendmentKind, type ConsolidatedSection } from '@enig/agreement';
import { brandId, err, localDateAt, type PartId, type PartyId, type Result, type SectionId } from '@enig/kernel';
import { emptyJson, type ChapterJson, type FocusAreaJson } from '@enig/text';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import type { Change } from './agreement-change';
import { consolidatedOn, type AgreedContent } from './consolidated-reads';
import { SectionAmendsSchema } from './publications';
import { addSection } from './section-store';
import { SectionCoordinatorSchema, SectionSchema, type SectionRow } from './sections';
import type { SetupRefused } from './setup';
import type { TextContents } from './text-content';
import { TextSchema } from './texts';

/** A section of the agreement, and what an addendum is to do to it. */
export interface AmendmentInput {
  readonly section: SectionId;
  readonly kind: AmendmentKind;
}

/**
 * Adds a section to an addendum that changes one of its agreement: it starts with what that says on the first day of the
 * addendum's period; for one that is taken out with its title alone, so that there is room to say why (AG-38).
 */
export async function addAmendment(
  change: Change,
  contents: TextContents,
  { section, kind }: AmendmentInput,
  actor: Actor,
): Promise<Result<SectionId, SetupRefused>> {
  const { manager, view, now } = change;
  const { act, parent, periodFrom } = view.row;
  if (act === 'extension') return err({ code: 'AG-35-TEXTS-STAND' });
  if (parent === null || !isSupplement(act)) return err({ code: 'AG-38-NOT-AN-ADDENDUM' });
  const today = localDateAt(now);
  const consolidated = await consolidatedOn(manager, parent, periodFrom > today ? periodFrom : today);
  const standing = (consolidated?.sections ?? []).filter(({ content }) => content !== null);
  const amended = view.sections
    .filter(({ row }) => row.removedAt === null)
    .flatMap((each) => each.amends?.section ?? []);
  const named = new Map(standing.map((each) => [each.section, each.title]));
  const checked = checkAmendment(section, named, amended);
  if (!checked.ok) return checked;
  const source = standing.find((each) => each.section === section);
  const part = view.parts.find((each) => each.kind === source?.part);
  if (!source?.content || !part) return err({ code: 'AG-38-NO-SUCH-SECTION' });
  const copied = await copyOf(manager, contents, { ...source, content: source.content });
  const { row, coordinators } = copied;
  const content = kind === 'removes' ? titleOnly(source) : copied.content;
  // Who looked after it may have left the agreement: then the addendum has others, or none until one is chosen.
  const bound = coordinators.filter((party) => view.parties.some((each) => each.party === party));
  const { strand, covers } = row;
  const place = view.sections.filter((each) => each.row.part === part.id).length;
  const input = {
    part: brandId<PartId>(part.id),
    kind: source.kind,
    title: source.title,
    strand,
    covers,
    coordinators: bound,
  };
  const added = await addSection(change, { ...input, ...(content ? { content } : {}) }, place, actor);
  if (added.ok) await manager.insert(SectionAmendsSchema, { section: added.value, amends: section, kind });
  return added;
}

interface Copied {
  readonly row: SectionRow;
  readonly coordinators: readonly PartyId[];
  readonly content: FocusAreaJson | ChapterJson | null;
}

/** What the section is and says: the agreement's own, or that of the addendum that changed it last. */
async function copyOf(
  manager: EntityManager,
  contents: TextContents,
  { content: agreed }: ConsolidatedSection<AgreedContent> & { readonly content: AgreedContent },
): Promise<Copied> {
  const row = await manager.findOneByOrFail(SectionSchema, { text: agreed.text });
  const coordinators = await manager.find(SectionCoordinatorSchema, { where: { section: row.id } });
  const text = await manager.findOneByOrFail(TextSchema, { id: agreed.text });
  const content = (await contents.of([text], manager)).get(text.id);
  const isOfASection = content?.kind === 'focus-area' || content?.kind === 'chapter';
  return { row, coordinators: coordinators.map(({ party }) => party), content: isOfASection ? content : null };
}

function titleOnly({ kind, title }: ConsolidatedSection<AgreedContent>): FocusAreaJson | ChapterJson {
  return { ...emptyJson(kind === 'focusArea' ? 'focus-area' : 'chapter'), title };
}

import {
  diffManifests,
  type AnnexChange,
  type Changed,
  type Manifest,
  type ManifestAnnex,
  type SectionChange,
} from '@enig/agreement';
import type { Say } from '@enig/messages';
import { diffText, diffWords, plainValue, slotsOf, type SlotDiff, type TextJson } from '@enig/text';
import type { AnnexModel } from '../agreement/models';
import type {
  AnnexChangeModel,
  SectionDiffModel,
  SlotChangeModel,
  TitleChangeModel,
  VersionDiffModel,
  VersionSectionModel,
} from './models';

/** One of the two versions that are compared. */
export interface Side {
  readonly manifest: Manifest;
  readonly sections: readonly VersionSectionModel[];
  /** Those of the manifest as they are shown, in its order. */
  readonly annexes: readonly AnnexModel[];
}

/** What changed from one version to another, as GraphQL shows it. */
export function presentDiff(before: Side, after: Side, say: Say): VersionDiffModel {
  const { title, period, parties, annexes, sections } = diffManifests(before.manifest, after.manifest);
  return {
    title: title && titleChange(title),
    period,
    parties,
    annexes: annexes.map((change) => annexChange(change, before, after)),
    sections: diffSections(before.sections, after.sections, sections, say),
  };
}

function titleChange({ before, after }: Changed<string>): TitleChangeModel {
  return { before, after, words: diffWords(before, after) };
}

function annexChange({ change, before, after, differs }: AnnexChange, old: Side, present: Side): AnnexChangeModel {
  return { change, before: before && shown(old, before), after: after && shown(present, after), differs };
}

function shown({ manifest, annexes }: Side, annex: ManifestAnnex): AnnexModel {
  const found = annexes[manifest.annexes.indexOf(annex)];
  if (!found) throw new Error(`Annex ${annex.number} is in the manifest and is not shown`);
  return found;
}

/** What changed in the sections, in the order of the later version, then what is gone. */
function diffSections(
  before: readonly VersionSectionModel[],
  after: readonly VersionSectionModel[],
  changes: readonly SectionChange[],
  say: Say,
): SectionDiffModel[] {
  const present = after.flatMap((section) => {
    const old = before.find((each) => each.section === section.section);
    if (!old) return [whole(section, 'added', say)];
    const change = changes.find((each) => each.section === section.section);
    const slots = [...(change ? placeChanges(change, say) : []), ...textChanges(old, section, say)];
    return slots.length === 0
      ? []
      : [{ section: section.section, title: section.title, change: 'changed' as const, slots }];
  });
  const gone = before.filter((section) => !after.some((each) => each.section === section.section));
  return [...present, ...gone.map((section) => whole(section, 'removed', say))];
}

function textChanges(old: VersionSectionModel, section: VersionSectionModel, say: Say): SlotChangeModel[] {
  return old.sha256 === section.sha256 ? [] : changesIn(old.content, section.content, say);
}

/** What changed in one text, place by place, each called what people call it. */
export function changesIn(before: TextJson, after: TextJson, say: Say): SlotChangeModel[] {
  return namedChanges(diffText(before, after), say);
}

/** Changes of a text, each called what people call it. */
export function namedChanges(changes: readonly SlotDiff[], say: Say): SlotChangeModel[] {
  return changes.map((change) => slotChange(change, say));
}

/** Where a section stands, which its text does not say. */
function placeChanges({ place, strand }: SectionChange, say: Say): SlotChangeModel[] {
  const named = (each: 'development' | 'steering' | null): string => (each ? say(`strand.${each}`) : '');
  return [
    ...(place ? [replaced(say('slot.place'), String(place.before), String(place.after))] : []),
    ...(strand ? [replaced(say('slot.strand'), named(strand.before), named(strand.after))] : []),
  ];
}

function replaced(label: string, before: string, after: string): SlotChangeModel {
  return { label, change: 'changed', words: diffWords(before, after) };
}

/** A section that came or went: every slot with something in it. */
function whole(section: VersionSectionModel, change: 'added' | 'removed', say: Say): SectionDiffModel {
  const slots = slotsOf(section.content).flatMap(({ path: [root, id, field], value }): SlotChangeModel[] => {
    const text = plainValue(value);
    if (text === '') return [];
    return [
      {
        label: labelOf({ root, id: id ?? null, title: null, number: null, field: field ?? null }, say),
        change,
        words: [{ op: change, text }],
      },
    ];
  });
  return { section: section.section, title: section.title, change, slots };
}

function slotChange({ label, change, words, moved, before, after }: SlotDiff, say: Say): SlotChangeModel {
  const named = labelOf(label, say);
  if (change !== 'moved') return { label: named, change, words: words.length > 0 ? words : formatting(before, after) };
  const places = moved ? diffWords(String(moved.from), String(moved.to)) : [];
  return { label: say('slot.moved', { what: named }), change: 'changed', words: places };
}

/** Where only emphasis or headings changed, the words are shown as they are. */
function formatting(before: SlotDiff['before'], after: SlotDiff['after']): SlotChangeModel['words'] {
  const value = after ?? before;
  return value ? [{ op: 'same', text: plainValue(value) }] : [];
}

const ROOTS = ['title', 'intro', 'body', 'goals', 'themes', 'actions', 'general', 'minority'] as const;
const FIELDS = ['title', 'body', 'criterion', 'owner', 'due', 'responsible', 'from', 'to'] as const;

/** What a slot of a text is called: "Mål 2, »Færre på venteliste«: kriterium". */
export function labelOf({ root, title, number, field }: SlotDiff['label'], say: Say): string {
  const known = ROOTS.find((each) => each === root);
  const name = known ? say(`slot.${known}`) : root;
  const item = [number === null ? name : `${name} ${number}`, ...(title ? [`»${title}«`] : [])].join(', ');
  const part = FIELDS.find((each) => each === field);
  return part ? `${item}: ${say(`slotField.${part}`)}` : item;
}

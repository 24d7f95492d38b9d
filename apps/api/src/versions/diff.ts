import type { Say } from '@enig/messages';
import { diffText, diffWords, plainValue, slotsOf, type SlotDiff } from '@enig/text';
import type { SectionDiffModel, SlotChangeModel, VersionSectionModel } from './models';

/** What changed between two versions, section by section in the order of the later, then what is gone. */
export function diffSections(
  before: readonly VersionSectionModel[],
  after: readonly VersionSectionModel[],
  say: Say,
): SectionDiffModel[] {
  const present = after.flatMap((section) => {
    const old = before.find((each) => each.section === section.section);
    if (!old) return [whole(section, 'added', say)];
    if (old.sha256 === section.sha256) return [];
    const slots = diffText(old.content, section.content).map((slot) => slotChange(slot, say));
    return [{ section: section.section, title: section.title, change: 'changed' as const, slots }];
  });
  const gone = before.filter((section) => !after.some((each) => each.section === section.section));
  return [...present, ...gone.map((section) => whole(section, 'removed', say))];
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

const ROOTS = ['title', 'intro', 'body', 'goals', 'themes', 'actions'] as const;
const FIELDS = ['title', 'body', 'criterion', 'owner', 'due', 'responsible', 'from', 'to'] as const;

/** "Mål 2, »Færre på venteliste«: kriterium" */
function labelOf({ root, title, number, field }: SlotDiff['label'], say: Say): string {
  const known = ROOTS.find((each) => each === root);
  const name = known ? say(`slot.${known}`) : root;
  const item = [number === null ? name : `${name} ${number}`, ...(title ? [`»${title}«`] : [])].join(', ');
  const part = FIELDS.find((each) => each === field);
  return part ? `${item}: ${say(`slotField.${part}`)}` : item;
}

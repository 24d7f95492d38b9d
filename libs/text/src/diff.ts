import { LIST_NAMES, type ListName } from './kinds';
import type { FocusAreaJson, ItemJson, TextJson } from './json';
import { plainValue } from './plain';
import { itemSlots, slotsOf, type Slot, type SlotPath, type SlotValue } from './slots';
import { diffWords, type WordChange } from './words';

/** What a reader needs to name a slot; the sentence is made elsewhere. */
export type SlotLabel = {
  /** The root: `title`, `intro`, `goals`, `sections` … */
  readonly root: string;
  /** The item's or the section's id. */
  readonly id: string | null;
  /** The item's title, as it is after, or before if it was removed. */
  readonly title: string | null;
  /** The item's place in its list, from 1, as it is after, or before if it was removed. */
  readonly number: number | null;
  /** The field of the item; null for the item itself and for other slots. */
  readonly field: string | null;
};

/** What happened to one slot between two texts. */
export type SlotDiff = {
  readonly path: SlotPath;
  readonly label: SlotLabel;
  /** `moved` is about an item as a whole: its path is `[list, id]`. */
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** The words are the same; emphasis, links, headings or the like changed. */
  readonly formattingOnly: boolean;
  /** What was taken out and put in, on the plain text of the slot. */
  readonly words: readonly WordChange[];
  readonly before: SlotValue | null;
  readonly after: SlotValue | null;
  /** The places in the list, from 1, of an item that moved. */
  readonly moved?: { readonly from: number; readonly to: number };
};

/**
 * What changed between two texts of one kind, slot by slot in the order of the later text, then what is gone. Items
 * are matched by id. An added or removed item has its title and every other slot with something in it; an item has
 * moved when it changed places with others that stayed. What did not change is left out.
 *
 * @throws RangeError when the texts are of different kinds.
 */
export function diffText(before: TextJson, after: TextJson): SlotDiff[] {
  if (before.kind !== after.kind) throw new RangeError(`A ${after.kind} cannot be compared with a ${before.kind}`);
  if (before.kind !== 'focus-area' || after.kind !== 'focus-area') return diffSlots(slotsOf(before), slotsOf(after));
  const own = diffSlots(slotsOf(withoutItems(before)), slotsOf(withoutItems(after)));
  return [...own, ...LIST_NAMES.flatMap((list) => diffItems(list, before[list], after[list]))];
}

function withoutItems(json: FocusAreaJson): FocusAreaJson {
  return { ...json, goals: [], themes: [], actions: [] };
}

function diffSlots(before: readonly Slot[], after: readonly Slot[]): SlotDiff[] {
  const old = byPath(before);
  const present = byPath(after);
  const gone = before.filter(({ path }) => !present.has(keyOf(path)));
  const pairs = after.map(({ path, value }) => ({ path, before: old.get(keyOf(path)) ?? null, after: value }));
  const all = [...pairs, ...gone.map(({ path, value }) => ({ path, before: value, after: null }))];
  return all.flatMap((pair) => slotDiff({ ...pair, label: plainLabel(pair.path) }));
}

function diffItems(list: ListName, before: readonly ItemJson[], after: readonly ItemJson[]): SlotDiff[] {
  const places = new Map(before.map((item, index) => [item.id, index]));
  const stayed = longestRising(after.flatMap((item) => places.get(item.id) ?? []));
  const present = after.flatMap((item, index) => {
    const place = places.get(item.id);
    const old = place === undefined ? undefined : before[place];
    const isMoved = place !== undefined && !stayed.has(place);
    const move = isMoved ? [movedItem(list, item, place, index)] : [];
    return [...move, ...diffItem(list, old, item, index)];
  });
  const kept = new Set(after.map((item) => item.id));
  const gone = before.flatMap((item, index) => (kept.has(item.id) ? [] : diffItem(list, item, undefined, index)));
  return [...present, ...gone];
}

function diffItem(
  list: ListName,
  before: ItemJson | undefined,
  after: ItemJson | undefined,
  index: number,
): SlotDiff[] {
  const item = after ?? before;
  if (!item) return [];
  const old = byPath(before ? itemSlots(list, before) : []);
  const present = byPath(after ? itemSlots(list, after) : []);
  return itemSlots(list, item).flatMap(({ path }) => {
    const label = itemLabel(path, item, index);
    const pair = { path, before: old.get(keyOf(path)) ?? null, after: present.get(keyOf(path)) ?? null, label };
    const isWholeItem = (before === undefined || after === undefined) && path[2] === 'title';
    return slotDiff(pair, isWholeItem);
  });
}

function movedItem(list: ListName, item: ItemJson, from: number, to: number): SlotDiff {
  const path: SlotPath = [list, item.id];
  const nothing = { formattingOnly: false, words: [], before: null, after: null };
  return { path, label: itemLabel(path, item, to), change: 'moved', ...nothing, moved: { from: from + 1, to: to + 1 } };
}

type Pair = Pick<SlotDiff, 'path' | 'label' | 'before' | 'after'>;

/** Nothing when both sides are the same, or when a slot without words came or went. */
function slotDiff(pair: Pair, isAlwaysShown = false): SlotDiff[] {
  if (isSame(pair.before, pair.after)) return [];
  const before = pair.before ? plainValue(pair.before) : '';
  const after = pair.after ? plainValue(pair.after) : '';
  const isOneSided = pair.before === null || pair.after === null;
  if (isOneSided && before === after && !isAlwaysShown) return [];
  const formattingOnly = before === after && !isOneSided;
  return [{ ...pair, change: changeOf(pair), formattingOnly, words: diffWords(before, after) }];
}

/** Whether both say the same, in whatever order they name things: what was frozen names them sorted, a draft does not. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [own, others] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return own.length === others.size && own.every(([key, value]) => others.has(key) && isSame(value, others.get(key)));
}

function changeOf({ before, after }: Pair): SlotDiff['change'] {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

function plainLabel([root, id, field]: SlotPath): SlotLabel {
  return { root, id: id ?? null, title: null, number: null, field: field ?? null };
}

function itemLabel([root, id, field]: SlotPath, item: ItemJson, index: number): SlotLabel {
  return { root, id: id ?? null, title: item.title, number: index + 1, field: field ?? null };
}

function byPath(slots: readonly Slot[]): ReadonlyMap<string, SlotValue> {
  return new Map(slots.map(({ path, value }) => [keyOf(path), value]));
}

/** Ids hold no blanks, so this is unambiguous. */
function keyOf(path: SlotPath): string {
  return path.join(' ');
}

/** The longest run of numbers that rises, in the order given: items that can be taken to have stayed. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    const at = firstAtLeast(tails, number);
    previous.set(number, tails[at - 1]);
    tails[at] = number;
  }
  const run = new Set<number>();
  for (let number = tails.at(-1); number !== undefined; number = previous.get(number)) run.add(number);
  return run;
}

function firstAtLeast(sorted: readonly number[], number: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

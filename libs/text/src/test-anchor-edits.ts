import type { ListName } from './kinds';
import type { DraftItem, DraftText } from './test-anchor-texts';

/** What somebody did to the agreement between two versions. */
export type Edit = (drafts: readonly DraftText[]) => readonly DraftText[];

const LISTS: readonly ListName[] = ['goals', 'themes', 'actions'];

/** Writes other words; they stand in exactly one slot. */
export const write =
  (old: string, present: string): Edit =>
  (drafts) => {
    let count = 0;
    const changed = everySlot(drafts, (plain) => {
      if (!plain.includes(old)) return plain;
      count += 1;
      return plain.replace(old, () => present);
    });
    if (count !== 1) throw new Error(`»${old}« stands in ${count} slots`);
    return changed;
  };

/** Takes a sentence out and puts it behind other words, as it was or in other words. */
export const carry =
  (sentence: string, behind: string, as = sentence): Edit =>
  (drafts) => {
    const without = write(sentence, '')(drafts);
    return write(behind, `${behind} ${as}`)(without);
  };

/** Removes an item. */
export const drop =
  (id: string): Edit =>
  (drafts) =>
    everyList(drafts, (items) => items.filter((item) => item.id !== id));

/** Puts an item under another heading, or into another focus area, where it is a new item. */
export const rehang =
  (id: string, section: string, list: ListName): Edit =>
  (drafts) => {
    const moved = drafts.flatMap((draft) => LISTS.flatMap((each) => draft[each])).find((item) => item.id === id);
    if (!moved) throw new Error(`No item ${id}`);
    const anew: DraftItem = { ...moved, id: `${id}-anew` };
    return drop(id)(drafts).map((draft) =>
      draft.section === section ? { ...draft, [list]: [...draft[list], anew] } : draft,
    );
  };

/** Turns the order of every list of a focus area round. */
export const turn =
  (section: string): Edit =>
  (drafts) =>
    drafts.map((draft) => {
      if (draft.section !== section) return draft;
      const { goals, themes, actions } = draft;
      return { ...draft, goals: goals.toReversed(), themes: themes.toReversed(), actions: actions.toReversed() };
    });

/** Adds an item at the head of a list. */
export const add =
  (section: string, list: ListName, title: string, body: string): Edit =>
  (drafts) =>
    drafts.map((draft) => {
      const item: DraftItem = { id: `new-${title.length}`, slots: { title, body, criterion: '' } };
      return draft.section === section ? { ...draft, [list]: [item, ...draft[list]] } : draft;
    });

/** Takes a whole text out of the agreement. */
export const takeOut =
  (section: string): Edit =>
  (drafts) =>
    drafts.filter((draft) => draft.section !== section);

/** One edit after another. */
export const all =
  (...edits: readonly Edit[]): Edit =>
  (drafts) =>
    edits.reduce((sofar, edit) => edit(sofar), drafts);

type Slots = Readonly<Record<string, string>>;

function everySlot(drafts: readonly DraftText[], change: (plain: string) => string): readonly DraftText[] {
  const slots = (own: Slots): Slots =>
    Object.fromEntries(Object.entries(own).map(([name, plain]) => [name, change(plain).replace(/ {2,}/g, ' ')]));
  const inText = drafts.map((draft) => ({ ...draft, slots: slots(draft.slots) }));
  return everyList(inText, (items) => items.map((item) => ({ ...item, slots: slots(item.slots) })));
}

function everyList(
  drafts: readonly DraftText[],
  change: (items: readonly DraftItem[]) => readonly DraftItem[],
): readonly DraftText[] {
  return drafts.map((draft) => {
    const { goals, themes, actions } = draft;
    return { ...draft, goals: change(goals), themes: change(themes), actions: change(actions) };
  });
}

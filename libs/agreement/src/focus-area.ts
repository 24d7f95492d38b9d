import { brandId, err, ok, parseLocalDate, type ItemId, type LocalDate, type PartyId, type Result } from '@enig/kernel';

/** What a focus area will reach, and how one can tell. da: mål */
export interface Goal {
  readonly id: ItemId;
  readonly title: string;
  /** When it counts as reached. Empty where nobody has said. da: kriterium for "nået i mål" */
  readonly criterion: string;
  readonly owner: PartyId | null;
  readonly due: LocalDate | null;
}

/** A subject the focus area works with. da: tematik */
export interface Theme {
  readonly id: ItemId;
  readonly title: string;
}

/** What somebody will or may do. Never a bare action: the log has acts. da: handling */
export interface PlannedAction {
  readonly id: ItemId;
  readonly title: string;
  readonly responsible: PartyId | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** The data of a focus area: what can be followed up, compared and decided piece by piece. da: fokusområde */
export interface FocusArea {
  readonly title: string;
  readonly goals: readonly Goal[];
  readonly themes: readonly Theme[];
  readonly actions: readonly PlannedAction[];
}

/** The JSON is not a focus area; `at` names the first place that is wrong, as `goals[2].due` (AG-20). */
export type FocusAreaRefused = { readonly code: 'AG-20-NOT-A-FOCUS-AREA'; readonly at: string };

/**
 * Reads the goals, themes and planned actions out of a focus area's plain JSON. What prose it holds is not looked at.
 * Dates must exist and items have ids of their own; anything else is refused with its place (AG-20).
 */
export function readFocusArea(json: unknown): Result<FocusArea, FocusAreaRefused> {
  try {
    const root = objectAt(json, '');
    if (root['kind'] !== 'focus-area') throw new Unreadable('kind');
    return ok({
      title: textAt(root, 'title', ''),
      goals: itemsAt(root, 'goals', readGoal),
      themes: itemsAt(root, 'themes', readTheme),
      actions: itemsAt(root, 'actions', readAction),
    });
  } catch (error) {
    if (error instanceof Unreadable) return err({ code: 'AG-20-NOT-A-FOCUS-AREA', at: error.at });
    throw error;
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Carries the place of the first fault out of the reading; never leaves this file. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(readonly at: string) {
    super(at);
  }
}

function readGoal(item: Fields, at: string): Goal {
  return {
    ...readTheme(item, at),
    criterion: textAt(item, 'criterion', at),
    owner: partyAt(item, 'owner', at),
    due: dateAt(item, 'due', at),
  };
}

function readTheme(item: Fields, at: string): Theme {
  const id = textAt(item, 'id', at);
  if (id === '') throw new Unreadable(`${at}.id`);
  return { id: brandId<ItemId>(id), title: textAt(item, 'title', at) };
}

function readAction(item: Fields, at: string): PlannedAction {
  return {
    ...readTheme(item, at),
    responsible: partyAt(item, 'responsible', at),
    from: dateAt(item, 'from', at),
    to: dateAt(item, 'to', at),
  };
}

function itemsAt<Item extends { readonly id: ItemId }>(
  root: Fields,
  name: string,
  read: (item: Fields, at: string) => Item,
): readonly Item[] {
  const list = root[name];
  if (!Array.isArray(list)) throw new Unreadable(name);
  const seen = new Set<ItemId>();
  return list.map((each: unknown, index) => {
    const at = `${name}[${index}]`;
    const item = read(objectAt(each, at), at);
    if (seen.has(item.id)) throw new Unreadable(`${at}.id`);
    seen.add(item.id);
    return item;
  });
}

function objectAt(value: unknown, at: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable(at);
  return Object.fromEntries(Object.entries(value));
}

function textAt(fields: Fields, name: string, at: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Unreadable(placeOf(at, name));
  return value;
}

function partyAt(fields: Fields, name: string, at: string): PartyId | null {
  const value = fields[name];
  if (value === null) return null;
  if (typeof value !== 'string' || value === '') throw new Unreadable(placeOf(at, name));
  return brandId<PartyId>(value);
}

function dateAt(fields: Fields, name: string, at: string): LocalDate | null {
  const value = fields[name];
  if (value === null) return null;
  const date = typeof value === 'string' ? parseLocalDate(value) : null;
  if (!date?.ok) throw new Unreadable(placeOf(at, name));
  return date.value;
}

function placeOf(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}

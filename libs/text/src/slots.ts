import type { ActionJson, CommentJson, GoalJson, ItemJson, RichText, StatementJson, TextJson } from './json';
import { LIST_NAMES, type ListName } from './kinds';

/**
 * Where a piece of a text stands: `['title']`, `['intro']`, `['goals', id, 'body']`, `['sections', focus-area id]`.
 * The item itself, as a thing that can be added, removed or moved, is `['goals', id]`.
 */
export type SlotPath = readonly [root: string, ...idAndField: string[]];

/** What stands in a slot: prose, a line, a party (its id and, once resolved, its name) or a day. */
export type SlotValue =
  | { readonly shape: 'prose'; readonly prose: RichText }
  | { readonly shape: 'line'; readonly line: string }
  | { readonly shape: 'party'; readonly party: string | null; readonly name: string | null }
  | { readonly shape: 'date'; readonly date: string | null };

/** One piece of a text that is read, compared and answered for itself. */
export type Slot = { readonly path: SlotPath; readonly value: SlotValue };

/** Every slot of a text, in the order it is read; empty ones too. */
export function slotsOf(json: TextJson): Slot[] {
  switch (json.kind) {
    case 'focus-area': {
      const lists = LIST_NAMES.flatMap((list) => json[list].flatMap((item) => itemSlots(list, item)));
      return [line(['title'], json.title), prose(['intro'], json.intro), ...lists];
    }
    case 'chapter':
      return [line(['title'], json.title), prose(['body'], json.body)];
    case 'easy-read':
      return [prose(['body'], json.body)];
    case 'hearing-response': {
      const sections = Object.entries(json.sections).sort(([one], [other]) => (one < other ? -1 : 1));
      const answers = sections.map(([id, rich]) => prose(['sections', id], rich));
      const written = [prose(['general'], json.general), ...answers, prose(['minority'], json.minority)];
      return [...written, ...json.comments.flatMap(commentSlots), ...json.statements.flatMap(statementSlots)];
    }
    case 'case':
      return [
        ...[line(['title'], json.title), line(['summary'], json.summary), prose(['case'], json.case)],
        ...[prose(['recommendation'], json.recommendation), prose(['economy'], json.economy)],
        ...[prose(['hearing'], json.hearing), line(['legal'], json.legal), line(['kle'], json.kle)],
      ];
  }
}

/** The slots of one item, in the order they are read. */
export function itemSlots(list: ListName, item: ItemJson): Slot[] {
  const at = (field: string): SlotPath => [list, item.id, field];
  const words = [line(at('title'), item.title), prose(at('body'), item.body)];
  if (isGoal(item)) {
    const owner = party(at('owner'), item.owner, item.ownerName);
    return [...words, line(at('criterion'), item.criterion), owner, date(at('due'), item.due)];
  }
  if (!isAction(item)) return words;
  const responsible = party(at('responsible'), item.responsible, item.responsibleName);
  return [...words, responsible, date(at('from'), item.from), date(at('to'), item.to)];
}

/** The words a comment hangs on are read before it; what it is called by its program is nobody's words. */
function commentSlots({ id, anchor, body }: CommentJson): Slot[] {
  return [line(['comments', id, 'anchor'], anchor?.exact ?? ''), prose(['comments', id, 'body'], body)];
}

function statementSlots({ id, who, on, body }: StatementJson): Slot[] {
  const at = (field: string): SlotPath => ['statements', id, field];
  return [line(at('who'), who), date(at('on'), on), prose(at('body'), body)];
}

/** The same text with every piece of prose replaced. */
export function mapProse(json: TextJson, change: (prose: RichText) => RichText): TextJson {
  switch (json.kind) {
    case 'focus-area': {
      const body = <Item extends ItemJson>(item: Item): Item => ({ ...item, body: change(item.body) });
      const lists = { goals: json.goals.map(body), themes: json.themes.map(body), actions: json.actions.map(body) };
      return { ...json, intro: change(json.intro), ...lists };
    }
    case 'chapter':
    case 'easy-read':
      return { ...json, body: change(json.body) };
    case 'hearing-response': {
      const sections = Object.entries(json.sections).map(([id, rich]) => [id, change(rich)] as const);
      const answers = { general: change(json.general), sections: Object.fromEntries(sections) };
      const body = <Remark extends { readonly body: RichText }>(one: Remark) => ({ ...one, body: change(one.body) });
      const remarks = { comments: json.comments.map(body), statements: json.statements.map(body) };
      return { ...json, ...answers, minority: change(json.minority), ...remarks };
    }
    case 'case': {
      const ours = { case: change(json.case), recommendation: change(json.recommendation) };
      return { ...json, ...ours, economy: change(json.economy), hearing: change(json.hearing) };
    }
  }
}

function isGoal(item: ItemJson): item is GoalJson {
  return 'criterion' in item;
}

function isAction(item: ItemJson): item is ActionJson {
  return 'responsible' in item;
}

function line(path: SlotPath, value: string): Slot {
  return { path, value: { shape: 'line', line: value } };
}

function prose(path: SlotPath, value: RichText): Slot {
  return { path, value: { shape: 'prose', prose: value } };
}

function party(path: SlotPath, value: string | null, name: string | null | undefined): Slot {
  return { path, value: { shape: 'party', party: value, name: name ?? null } };
}

function date(path: SlotPath, value: string | null): Slot {
  return { path, value: { shape: 'date', date: value } };
}

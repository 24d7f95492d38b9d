import { randomUUID } from 'node:crypto';
import type { LineageRelation, StatutoryContent } from '@enig/agreement';
import { addDays, brandId, type ItemId, type LocalDate } from '@enig/kernel';
import {
  canonicalRich,
  SCHEMA_VERSION,
  type ChapterJson,
  type EasyReadJson,
  type FocusAreaJson,
  type ProseNode,
  type RichText,
} from '@enig/text';
import type * as Demo from './demo/content';

/** The demo's prose as texts. Days count from the day the demo is seeded. */

/** A focus area with all its slots. */
export function focusAreaJson(area: Demo.DemoFocusArea, today: LocalDate): FocusAreaJson {
  const day = (days: number | null): LocalDate | null => (days === null ? null : addDays(today, days));
  const item = ({ title, body }: Demo.DemoItem) => {
    return { id: brandId<ItemId>(randomUUID()), title, body: richOf(body) };
  };
  return {
    kind: 'focus-area',
    schema: SCHEMA_VERSION,
    title: area.title,
    intro: richOf([...area.intro, ...(area.outcome?.body ?? [])]),
    goals: area.goals.map((goal) => {
      return { ...item(goal), criterion: goal.criterion, owner: goal.owner, due: day(goal.dueInDays) };
    }),
    themes: area.themes.map(item),
    actions: area.actions.map((action) => {
      const { responsible, fromInDays, toInDays } = action;
      return { ...item(action), responsible, from: day(fromInDays), to: day(toInDays) };
    }),
  };
}

/** A chapter. */
export function chapterJson({ title, body }: Demo.DemoItem): ChapterJson {
  return { kind: 'chapter', schema: SCHEMA_VERSION, title, body: richOf(body) };
}

/** An easy-read text. */
export function easyReadJson(body: readonly string[]): EasyReadJson {
  return { kind: 'easy-read', schema: SCHEMA_VERSION, body: richOf(body) };
}

/** Paragraphs as prose; those that begin with "- " are items of one list with those beside them. */
export function richOf(paragraphs: readonly string[]): RichText {
  const nodes: ProseNode[] = [];
  for (const text of paragraphs) {
    const isItem = text.startsWith('- ');
    const paragraph: ProseNode = {
      type: 'paragraph',
      content: [{ type: 'text', text: isItem ? text.slice(2) : text }],
    };
    const last = nodes.at(-1);
    const item: ProseNode = { type: 'listItem', content: [paragraph] };
    if (!isItem) nodes.push(paragraph);
    else if (last?.type === 'bulletList')
      nodes[nodes.length - 1] = { ...last, content: [...(last.content ?? []), item] };
    else nodes.push({ type: 'bulletList', content: [item] });
  }
  return canonicalRich(nodes);
}

/** The demo writes closed values with hyphens; the domain writes them in one word. */
export const relationOf: Readonly<Record<Demo.LineageRelation, LineageRelation>> = {
  continued: 'continued',
  merged: 'merged',
  'became-theme': 'becameTheme',
  'built-into-process': 'builtIntoProcess',
  'mentioned-in-actions': 'mentionedInActions',
  'own-focus-area': 'ownFocusArea',
  dropped: 'dropped',
  new: 'new',
};

/** The seven statutory contents. */
export const contentOf: Readonly<Record<Demo.StatutoryContent, StatutoryContent>> = {
  'covered-services': 'coveredServices',
  'rate-development': 'rateDevelopment',
  'price-structure': 'priceStructure',
  'opening-and-closing': 'openingAndClosing',
  'cost-recovery': 'costInclusion',
  'settlement-deadlines': 'settlementDeadlines',
  takeover: 'takeover',
};

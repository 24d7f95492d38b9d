import type { ProseNode, RichText, TextJson } from './json';
import { slotsOf, type SlotValue } from './slots';

/**
 * Prose as plain text: blocks with an empty line between them, items of a list on lines of their own after `- ` or
 * their number, cells of a table separated by ` | `. A cross-reference reads as its label, or as nothing without one.
 */
export function plainText(prose: RichText): string {
  return blocks(prose.content, '\n\n');
}

/** What stands in a slot as plain text: a party by its name once resolved, else by its id. */
export function plainValue(value: SlotValue): string {
  switch (value.shape) {
    case 'prose':
      return plainText(value.prose);
    case 'line':
      return value.line;
    case 'party':
      return value.name ?? value.party ?? '';
    case 'date':
      return value.date ?? '';
  }
}

/** A whole text as plain text, slot after slot with an empty line between them; for search and word counts. */
export function plainOf(json: TextJson): string {
  const written = slotsOf(json).map(({ value }) => plainValue(value));
  return written.filter((text) => text !== '').join('\n\n');
}

function blocks(nodes: readonly ProseNode[], between: string): string {
  return nodes.map(block).join(between);
}

function block(node: ProseNode): string {
  const content = node.content ?? [];
  switch (node.type) {
    case 'bulletList':
      return content.map((item) => listItem('- ', item)).join('\n');
    case 'orderedList': {
      const start = node.attrs?.['start'];
      const first = typeof start === 'number' ? start : 1;
      return content.map((item, index) => listItem(`${first + index}. `, item)).join('\n');
    }
    case 'table':
      return content.map((row) => (row.content ?? []).map(cell).join(' | ')).join('\n');
    case 'blockquote':
      return blocks(content, '\n');
    default:
      return content.map(inline).join('');
  }
}

function listItem(marker: string, item: ProseNode): string {
  const indent = ' '.repeat(marker.length);
  return marker + blocks(item.content ?? [], '\n').replaceAll('\n', `\n${indent}`);
}

function cell(node: ProseNode): string {
  return blocks(node.content ?? [], '\n').replaceAll('\n', ' ');
}

function inline(node: ProseNode): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type !== 'crossReference') return node.text ?? '';
  const label = node.attrs?.['label'];
  return typeof label === 'string' ? label : '';
}

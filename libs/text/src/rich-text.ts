import type { ProseNode, RichText } from './json';
import { canonicalRich } from './normalise';

/** Whether prose has neither a word nor a reference in it. */
export function isEmptyRich(rich: RichText): boolean {
  return !rich.content.some(saysSomething);
}

/** Plain text as prose: an empty line ends a paragraph, a single line end is a line break within it. */
export function richFromPlain(text: string): RichText {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n\s*/);
  return canonicalRich(paragraphs.map((words) => ({ type: 'paragraph', content: lines(words.trim()) })));
}

/** Headings with their depth from 1: none is skipped and the first is 1, however they were numbered while writing. */
export function headingDepths(rich: RichText): ReadonlyMap<ProseNode, number> {
  const depths = new Map<ProseNode, number>();
  const open: number[] = [];
  for (const node of rich.content) {
    if (node.type !== 'heading') continue;
    const level = Number(node.attrs?.['level']);
    while (open.some((outer) => outer >= level)) open.pop();
    open.push(level);
    depths.set(node, open.length);
  }
  return depths;
}

function saysSomething(node: ProseNode): boolean {
  if (node.type === 'crossReference') return true;
  return (node.text ?? '').trim() !== '' || (node.content ?? []).some(saysSomething);
}

function lines(words: string): ProseNode[] {
  return words.split('\n').flatMap((text, index) => {
    const node: ProseNode = { type: 'text', text };
    return index === 0 ? [node] : [{ type: 'hardBreak' }, node];
  });
}

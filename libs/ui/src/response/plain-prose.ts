import * as Y from 'yjs';
import type { SharedWords } from '../shared/shared-words';
import type { TextChange } from '../shared/text-change';

/**
 * Prose as plain lines, one for each paragraph; null when there is more in it than paragraphs of plain words, which
 * lines could not hold.
 */
export function plainLines(fragment: Y.XmlFragment): string[] | null {
  const lines: string[] = [];
  for (const child of fragment.toArray()) {
    const line = child instanceof Y.XmlElement && child.nodeName === 'paragraph' ? lineOf(child) : null;
    if (line === null) return null;
    lines.push(line);
  }
  return lines;
}

function lineOf(paragraph: Y.XmlElement): string | null {
  let line = '';
  for (const piece of paragraph.toArray()) {
    if (!(piece instanceof Y.XmlText)) return null;
    const delta: readonly { readonly insert?: unknown; readonly attributes?: unknown }[] = piece.toDelta();
    for (const { insert, attributes } of delta) {
      if (typeof insert !== 'string' || attributes !== undefined) return null;
      line += insert;
    }
  }
  return line;
}

/**
 * Plain prose as words with line ends. A change leaves paragraphs and words that stay alone, so that two who write at
 * once do not take each other's words away. Prose that is not plain has no words here, and is not changed.
 */
export function wordsOfFragment(fragment: Y.XmlFragment): SharedWords {
  return {
    read: () => plainLines(fragment)?.join('\n') ?? '',
    change: (change, origin) => {
      const lines = plainLines(fragment);
      if (lines) fragment.doc?.transact(() => apply(fragment, lines, change), origin);
    },
    observe: (listener) => {
      const changed = (_: unknown, transaction: Y.Transaction) => listener(transaction.origin);
      fragment.observeDeep(changed);
      return () => fragment.unobserveDeep(changed);
    },
    scope: fragment,
  };
}

/** The lines the change touches become the lines they shall be; the first and the last keep the words around it. */
function apply(fragment: Y.XmlFragment, lines: readonly string[], { index, removed, inserted }: TextChange): void {
  if (lines.length === 0) {
    fragment.insert(0, inserted.split('\n').map(paragraph));
    return;
  }
  const first = placeOf(lines, index);
  const last = placeOf(lines, index + removed);
  const [head = '', ...others] = inserted.split('\n');
  const rest = (lines[last.line] ?? '').slice(last.column);
  const isOneLine = first.line === last.line && others.length === 0;
  edit(fragment, first.line, first.column, isOneLine ? removed : Number.POSITIVE_INFINITY, head);
  if (isOneLine) return;
  fragment.delete(first.line + 1, last.line - first.line);
  const added = others.map((line, at) => (at === others.length - 1 ? line + rest : line));
  if (added.length > 0) fragment.insert(first.line + 1, added.map(paragraph));
  else edit(fragment, first.line, first.column + head.length, 0, rest);
}

function edit(fragment: Y.XmlFragment, line: number, column: number, removed: number, inserted: string): void {
  const element = fragment.get(line);
  if (!(element instanceof Y.XmlElement)) return;
  const text = wholeText(element);
  const length = Math.min(removed, text.length - column);
  if (length > 0) text.delete(column, length);
  if (inserted !== '') text.insert(column, inserted);
}

/** The one text of a paragraph; several, which other programs may leave, are first put together. */
function wholeText(element: Y.XmlElement): Y.XmlText {
  const [only, ...others] = element.toArray();
  if (only instanceof Y.XmlText && others.length === 0) return only;
  const words = lineOf(element) ?? '';
  element.delete(0, element.length);
  const text = new Y.XmlText(words);
  element.insert(0, [text]);
  return text;
}

function paragraph(line: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  if (line !== '') element.insert(0, [new Y.XmlText(line)]);
  return element;
}

function placeOf(lines: readonly string[], index: number): { readonly line: number; readonly column: number } {
  let left = index;
  for (const [line, words] of lines.entries()) {
    if (left <= words.length) return { line, column: left };
    left -= words.length + 1;
  }
  return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
}

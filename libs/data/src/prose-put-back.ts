import { yFragment, type ProseNode, type RichText } from '@enig/text';
import * as Y from 'yjs';

/** A paragraph with fewer words than this stands only where all of it does: such few can be together by chance. */
const FEW = 4;

/**
 * Puts the blocks (paragraphs, headings, lists, tables) of prose back that no longer stand in a fragment, each after
 * the one it followed. A block stands where one has the same words, or more than half of them: it has been written on
 * since. Nothing that stands is changed.
 *
 * @returns the words put back; empty where nothing was missing.
 */
export function putProseBack(fragment: Y.XmlFragment, before: RichText): string {
  const standing = placesOf(before.content.map(wordsInNode), fragment.toArray().map(wordsInType));
  const missing = new Map<number, ProseNode[]>();
  let gap = 0;
  before.content.forEach((node, index) => {
    const place = standing[index];
    if (place === 'nothing to see') return;
    if (place === undefined) missing.set(gap, [...(missing.get(gap) ?? []), node]);
    else gap = place + 1;
  });
  for (const [at, blocks] of [...missing].sort(([one], [other]) => other - one)) fragment.insert(at, made(blocks));
  return [...missing.values()].flat().flatMap(wordsInNode).join(' ');
}

type Words = readonly string[];

/** Where each former block stands now, counted among the present ones; undefined for one that is missing. */
function placesOf(then: readonly Words[], now: readonly Words[]): (number | 'nothing to see' | undefined)[] {
  const free = new Map<string, number[]>();
  now.forEach((words, index) => {
    const key = words.join(' ');
    free.set(key, [...(free.get(key) ?? []), index]);
  });
  const same = then.map((words) => (words.length === 0 ? 'nothing to see' : free.get(words.join(' '))?.shift()));
  const left = new Set([...free.values()].flat());
  return then.map((words, index) => {
    const place = same[index];
    if (place !== undefined || words.length < FEW) return place;
    const changed = [...left].find((each) => isMostOf(words, now[each] ?? []));
    if (changed !== undefined) left.delete(changed);
    return changed;
  });
}

/** Whether over half of the words are among others that are not very many more. */
function isMostOf(words: Words, others: Words): boolean {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of words) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared += 1;
  }
  return shared * 2 > words.length && shared * 4 > others.length;
}

function made(blocks: readonly ProseNode[]): (Y.XmlElement | Y.XmlText)[] {
  const draft = new Y.Doc();
  const fragment = yFragment({ type: 'doc', content: blocks }, draft.getXmlFragment('blocks'));
  const copies = fragment.toArray().flatMap((child) => (child instanceof Y.XmlHook ? [] : [child.clone()]));
  draft.destroy();
  return copies;
}

function wordsInNode(node: ProseNode): Words {
  return split(textOfNode(node));
}

/** Stretches of text beside one another are one; anything else parts words. A reference counts as what it names. */
function textOfNode({ type, text, attrs, content = [] }: ProseNode): string {
  if (text !== undefined) return text;
  if (type === 'crossReference') return ` ${String(attrs?.['target'])} `;
  return ` ${content.map(textOfNode).join('')} `;
}

function wordsInType(type: Y.XmlElement | Y.XmlText | Y.XmlHook): Words {
  return split(textOfType(type));
}

function textOfType(type: unknown): string {
  if (type instanceof Y.XmlText) {
    const delta: readonly { readonly insert?: unknown }[] = type.toDelta();
    return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
  }
  if (!(type instanceof Y.XmlElement)) return ' ';
  if (type.nodeName === 'crossReference') return ` ${type.getAttribute('target')} `;
  return ` ${type.toArray().map(textOfType).join('')} `;
}

function split(text: string): Words {
  return text.split(/\s+/).filter((word) => word !== '');
}

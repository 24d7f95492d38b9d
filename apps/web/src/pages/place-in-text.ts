import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** A stretch of a section's text: its slot and its words. */
export interface PlaceInText {
  readonly path: readonly string[];
  readonly words: string;
}

/** How long in ms the page is given to show the text, which comes from the server after it. */
const PATIENCE = 10_000;
const STEP = 100;
/** Words beyond these are not needed to find the place. */
const ENOUGH = 60;

/** The address of a section with a place in its text that the page goes to. */
export function placeHref(agreement: string, section: string, { path, words }: PlaceInText): string {
  const place = new URLSearchParams({ sted: path.join('.'), ord: words.replace(/ …$/u, '').slice(0, ENOUGH) });
  return `/aftaler/${agreement}/afsnit/${section}#${place.toString()}`;
}

/** Goes to the place the address names, once the text is there: the words are marked, or the item gets the focus. */
export function usePlaceInText(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const place = placeIn(hash);
    if (!place) return;
    let left = PATIENCE;
    const timer = setInterval(() => {
      left -= STEP;
      if (goTo(place) || left <= 0) clearInterval(timer);
    }, STEP);
    return () => clearInterval(timer);
  }, [hash]);
}

function placeIn(hash: string): PlaceInText | null {
  const given = new URLSearchParams(hash.slice(1));
  const path = given.get('sted')?.split('.') ?? [];
  return path.length === 0 || path[0] === '' ? null : { path, words: given.get('ord') ?? '' };
}

/** @returns whether the place is on the page. */
function goTo({ path, words }: PlaceInText): boolean {
  const [list, id] = path;
  const page = document.getElementById('indhold');
  const title = id === undefined ? null : document.getElementById(`${list}-${id}-title`);
  const within = title?.closest('li') ?? (id === undefined ? page : null);
  if (!within) return false;
  const range = words === '' ? null : rangeOf(within, words);
  if (range) return mark(range);
  const field = title ?? fieldWith(within, words);
  if (!field) return false;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
  return true;
}

/** Marks the words, so that they are seen and can be written over. */
function mark(range: Range): boolean {
  const element = range.startContainer.parentElement;
  const editable = element?.closest<HTMLElement>('[contenteditable="true"]');
  element?.scrollIntoView({ block: 'center' });
  editable?.focus({ preventScroll: true });
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return true;
}

/** A field of one line whose words they are, as a title. */
function fieldWith(within: Element, words: string): HTMLElement | null {
  const fields = within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  return [...fields].find(({ value }) => words !== '' && value.includes(words)) ?? null;
}

/** Where the words stand in what is shown, whatever elements they go across; blanks count as one. */
export function rangeOf(within: Element, words: string): Range | null {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const signs: { readonly node: Node; readonly at: number }[] = [];
  let shown = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [at, sign] of [...(node.nodeValue ?? '')].map((each, index) => [index, each] as const)) {
      const isBlank = /\s/u.test(sign);
      if (isBlank && shown.endsWith(' ')) continue;
      shown += isBlank ? ' ' : sign;
      signs.push({ node, at });
    }
  }
  const wanted = words.replace(/\s+/gu, ' ').trim();
  const found = shown.indexOf(wanted);
  const [first, last] = [signs[found], signs[found + wanted.length - 1]];
  if (found === -1 || wanted === '' || !first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, last.at + 1);
  return range;
}

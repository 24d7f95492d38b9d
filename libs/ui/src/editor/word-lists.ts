/** A paragraph that Word shows as a line of a list: how deep it is, and what stands before its words. */
type ListLine = {
  /** 1 for the outermost. */
  readonly level: number;
  /** Lines of the same level with the same key are of one list. */
  readonly key: string;
  /** The number of a numbered line; null for a bullet. */
  readonly number: number | null;
};

/** A list being filled. */
type OpenList = Pick<ListLine, 'level' | 'key'> & { readonly list: HTMLElement; item: HTMLElement };

/** Word names the list and the level in a style of its own; a class of its own is on lists made by its button. */
const WORDS_OWN = /mso-list|MsoListParagraph/i;
const PLACE = /mso-list:\s*(l\d+)\s+level(\d)\s+(lfo\d+)/i;
const MARKER = /^[\s\u00a0]*(?:([·•▪§o\uf0b7\uf0a7–-])|\(?(\d{1,3}|[a-zæøå]{1,2}|[ivx]{1,5})[.)])[\s\u00a0]+/iu;
const MARKER_ELEMENT = /mso-list:\s*Ignore/i;

/**
 * Word puts lists on the clipboard as paragraphs with a bullet or a number typed in front. They become lists here;
 * everything else, and what other programs put there, is given back as it was. The HTML is read in a document of its
 * own, in which nothing is fetched and no script runs.
 */
export function listsFromWord(html: string): string {
  if (!WORDS_OWN.test(html)) return html;
  const { body, documentElement } = new DOMParser().parseFromString(html, 'text/html');
  let open: OpenList[] = [];
  for (const paragraph of body.querySelectorAll('p')) {
    const line = takeLine(paragraph);
    if (!line) continue;
    // Lists go on only while nothing stands between their lines.
    if (paragraph.previousElementSibling !== open[0]?.list) open = [];
    open = placed(paragraph, line, open);
  }
  return documentElement.innerHTML;
}

/** What line of a list the paragraph is, with the marker taken out of it; null for an ordinary paragraph. */
function takeLine(paragraph: HTMLElement): ListLine | null {
  const place = PLACE.exec(styleOf(paragraph));
  if (!place && !/^MsoListParagraph/.test(paragraph.className)) return null;
  const typed = takeMarker(paragraph);
  // In the class alone it may be a paragraph that goes on under a line.
  if (!place && typed === null) return null;
  const number = numberOf(typed ?? '');
  const [, list = '', level = '1', instance = ''] = place ?? [];
  return { level: Number(level), number, key: `${list} ${instance} ${number === null ? 'bullets' : 'numbers'}` };
}

/** Takes the bullet or the number out of a paragraph. @returns null where it has none. */
function takeMarker(paragraph: HTMLElement): string | null {
  const element = [...paragraph.querySelectorAll('span')].find((span) => MARKER_ELEMENT.test(styleOf(span)));
  if (element) {
    element.remove();
    return `${element.textContent.trim()} `;
  }
  const [typed] = MARKER.exec(paragraph.textContent) ?? [];
  if (typed === undefined) return null;
  let left = typed.length;
  const words = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (left > 0 && words.nextNode()) {
    const text = words.currentNode.textContent ?? '';
    words.currentNode.textContent = text.slice(left);
    left -= Math.min(left, text.length);
  }
  return typed;
}

/** The number a marker says, 1 for a letter; null for a bullet. */
function numberOf(marker: string): number | null {
  const sign = MARKER.exec(marker)?.[2];
  if (sign === undefined) return null;
  return /^\d+$/.test(sign) ? Number(sign) : 1;
}

/** Moves the paragraph into its list, which is begun where it stands if there is none. @returns the lists now open. */
function placed(paragraph: HTMLElement, line: ListLine, open: readonly OpenList[]): OpenList[] {
  const { level, key, number } = line;
  const around = open.filter((each) => each.level < level || (each.level === level && each.key === key));
  const item = paragraph.ownerDocument.createElement('li');
  const own = around.at(-1);
  if (own?.level === level) {
    own.list.append(item);
    own.item = item;
  } else {
    const list = paragraph.ownerDocument.createElement(number === null ? 'ul' : 'ol');
    if (number !== null && number !== 1) list.setAttribute('start', String(number));
    list.append(item);
    if (own) own.item.append(list);
    else paragraph.before(list);
    around.push({ level, key, list, item });
  }
  item.append(paragraph);
  return around;
}

/** As it is written: a page that forbids style attributes has them empty in the style itself. */
function styleOf(element: Element): string {
  return element.getAttribute('style') ?? '';
}

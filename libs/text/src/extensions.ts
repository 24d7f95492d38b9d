import { wrappingInputRule, type AnyExtension, type Attribute } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { attributeCheck, isSafeHref, LEVEL_UNSAID, validator } from './attributes';
import { CrossReference } from './cross-reference';

/**
 * Headings of level 2, 3 and 4, counted inside one slot: 2 is the slot's own top heading. What they become on a page
 * is decided where the page is made (`headingDepths`). Pasted inside a table, list or quotation, a heading becomes a
 * paragraph, so that it does not cut the table in two.
 */
export const TextHeading = Heading.extend({
  addAttributes() {
    return { level: { default: LEVEL_UNSAID, rendered: false, validate: validator('heading', 'level') } };
  },
  parseHTML() {
    const levels = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };
    const context = 'doc/|paragraph/|heading/';
    return Object.entries(levels).map(([tag, level]) => ({ tag, attrs: { level }, context }));
  },
}).configure({ levels: [2, 3, 4] });

/** Links to https, http and mailto only; they keep their address and nothing else. */
export const TextLink = Link.extend({
  addAttributes() {
    return {
      href: {
        isRequired: true,
        validate: validator('link', 'href'),
        parseHTML: (element) => element.getAttribute('href'),
      },
    };
  },
}).configure({
  openOnClick: false,
  defaultProtocol: 'https',
  HTMLAttributes: { rel: 'noopener noreferrer', target: null },
  isAllowedUri: (url) => isSafeHref(url),
});

const PROSE = '(paragraph | bulletList | orderedList)';

/** List items hold paragraphs and lists. The keyboard is the editor's: replace this by `ListItem.extend` there. */
export const TextListItem = ListItem.extend({ content: `paragraph ${PROSE}*` });

/**
 * Numbered lists, which may start at another number than 1. Only a number of one to three digits begins one while
 * writing: a year or a case number does not.
 */
export const TextOrderedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        validate: validator('orderedList', 'start'),
        parseHTML: (element) => passing('orderedList', 'start', Number(element.getAttribute('start') ?? 1), 1),
      },
    };
  },
  addInputRules() {
    const getAttributes = ([, number]: readonly string[]) => ({ start: Number(number) });
    return [wrappingInputRule({ find: /^(\d{1,3})\.\s$/, type: this.type, getAttributes })];
  },
});

/** Quotations of paragraphs and lists; a heading inside one would break the outline. */
export const TextBlockquote = Blockquote.extend({ content: `${PROSE}+` });

/** What is pasted keeps spans and alignment where they can stand; widths are the page's, not the text's. */
const checkedCell = (cell: 'tableCell' | 'tableHeader'): Record<string, Attribute> => {
  const span = (name: string): Attribute => ({
    default: 1,
    validate: validator(cell, name),
    parseHTML: (element) => passing(cell, name, Number(element.getAttribute(name) ?? 1), 1),
  });
  return {
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    colwidth: { default: null, validate: validator(cell, 'colwidth'), rendered: false, parseHTML: () => null },
    align: {
      default: null,
      validate: validator(cell, 'align'),
      parseHTML: (element) => passing(cell, 'align', alignmentOf(element), null),
      renderHTML: ({ align }) => (typeof align === 'string' ? { class: `align-${align}` } : {}),
    },
  };
};

type Pasted = { readonly style: { readonly textAlign: string }; getAttribute(name: string): string | null };

/** Ours is a class, since pages of ours forbid style attributes; other programs use one of the others. */
function alignmentOf(element: Pasted): string | null {
  const ours = /(?:^| )align-(\w+)/.exec(element.getAttribute('class') ?? '')?.[1];
  return ours ?? (element.style.textAlign || element.getAttribute('align'));
}

/** The value, or the fallback where the value may not stand. */
function passing<Value>(type: string, attribute: string, value: Value, fallback: Value): Value {
  return attributeCheck(type, attribute)(value) ? value : fallback;
}

/** Cells hold paragraphs and lists: no table in a table, no heading in a cell. */
export const TextTableCell = TableCell.extend({
  content: `${PROSE}+`,
  addAttributes() {
    return checkedCell('tableCell');
  },
});

/** The cell that names a row or a column. */
export const TextTableHeader = TableHeader.extend({
  content: `${PROSE}+`,
  addAttributes() {
    return checkedCell('tableHeader');
  },
});

/**
 * All nodes and marks of prose, for an editor. There is no undo here: it belongs to collaboration. An extension can be
 * replaced by another of the same name, as a list item or a table with other keys; the schema must stay the same.
 *
 * @param replaced extensions that take the place of those with the same name.
 * @throws RangeError when one of them replaces nothing.
 */
export function textExtensions(replaced: readonly AnyExtension[] = []): AnyExtension[] {
  const own: AnyExtension[] = [
    Document,
    Paragraph,
    Text,
    TextHeading,
    Bold,
    Italic,
    TextLink,
    BulletList,
    TextOrderedList,
    TextListItem,
    Table,
    TableRow,
    TextTableHeader,
    TextTableCell,
    TextBlockquote,
    HardBreak,
    CrossReference,
  ];
  const stranger = replaced.find(({ name }) => !own.some((extension) => extension.name === name));
  if (stranger) throw new RangeError(`No extension of the text is called ${stranger.name}`);
  return own.map((extension) => replaced.find(({ name }) => name === extension.name) ?? extension);
}

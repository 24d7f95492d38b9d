import { ListItem } from '@tiptap/extension-list';
import { Node } from '@tiptap/core';
import { isSafeHref } from './attributes';
import { textExtensions } from './extensions';
import { allowedMarks, allowedNodes, textSchema } from './schema';

describe('the schema of prose as data', () => {
  it('knows these nodes and these attributes', () => {
    const known = [...allowedNodes()].map(([name, { attrs }]) => [name, [...attrs.keys()]]);
    expect(Object.fromEntries(known)).toEqual({
      paragraph: [],
      doc: [],
      text: [],
      heading: ['level'],
      bulletList: [],
      orderedList: ['start'],
      listItem: [],
      table: [],
      tableRow: [],
      tableHeader: ['colspan', 'rowspan', 'colwidth', 'align'],
      tableCell: ['colspan', 'rowspan', 'colwidth', 'align'],
      blockquote: [],
      hardBreak: [],
      crossReference: ['target', 'label'],
    });
  });

  it('knows these marks, none of which can stand twice', () => {
    const known = [...allowedMarks()].map(([name, { attrs, overlaps }]) => [name, [...attrs.keys()], overlaps]);
    expect(known).toEqual([
      ['link', ['href'], false],
      ['bold', [], false],
      ['italic', [], false],
    ]);
  });

  it.each([
    ['doc', ['paragraph', 'blockquote', 'bulletList', 'heading', 'orderedList', 'table']],
    ['paragraph', ['text', 'hardBreak', 'crossReference']],
    ['listItem', ['paragraph', 'bulletList', 'orderedList']],
    ['tableRow', ['tableCell', 'tableHeader']],
    ['tableCell', ['paragraph', 'bulletList', 'orderedList']],
    ['crossReference', []],
  ])('%s holds %j', (parent, children) => {
    expect([...(allowedNodes().get(parent)?.children ?? [])].sort()).toEqual([...children].sort());
  });

  it('checks attributes in ProseMirror too', () => {
    const { heading } = textSchema().nodes;
    expect(() => heading?.create({ level: 1 }).check()).toThrow(RangeError);
    expect(() => heading?.create({ level: 4 }).check()).not.toThrow();
  });
});

describe('extensions can be replaced by those of the same name', () => {
  it('takes a list item with other keys', () => {
    const quiet = ListItem.extend({ addKeyboardShortcuts: () => ({}) });
    expect(textExtensions([quiet])).toContain(quiet);
    expect(textExtensions([quiet])).toHaveLength(textExtensions().length);
  });

  it('refuses one that replaces nothing', () => {
    expect(() => textExtensions([Node.create({ name: 'image' })])).toThrow('image');
  });
});

describe('links lead to https, http and mailto only', () => {
  it.each(['https://www.rm.dk/aftale?x=1#del', 'http://example.dk', 'mailto:råd@odsherred.dk', 'HTTPS://EXAMPLE.DK/å'])(
    '%s may stand',
    (href) => {
      expect(isSafeHref(href)).toBe(true);
    },
  );

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' https://example.dk',
    'https://',
    'https:example.dk',
    'https://a b',
    'https:\\\\example.dk',
    'data:text/html,x',
    'ftp://example.dk',
    '/lokal',
    '#her',
    '',
    'mailto:',
    'https://example.dk/"onclick',
    `https://example.dk/${'a'.repeat(2048)}`,
    'https://example.dk/\u0000',
    null,
    7,
  ])('%j may not', (href) => {
    expect(isSafeHref(href)).toBe(false);
  });
});

describe('what is pasted can stand', () => {
  type Given = Readonly<Record<string, string>>;
  const pasted = (given: Given) => ({
    style: { textAlign: given['style'] ?? '' },
    getAttribute: (name: string) => given[name] ?? null,
    hasAttribute: (name: string) => name in given,
  });
  const parsed = (type: string, tag: string, given: Given): unknown => {
    const spec = textSchema().nodes[type]?.spec.parseDOM ?? [];
    const rule = spec.findLast((one) => one.tag === tag);
    return rule && 'getAttrs' in rule ? Reflect.apply(rule.getAttrs ?? (() => null), rule, [pasted(given)]) : undefined;
  };

  it.each<readonly [string, string, Given, unknown]>([
    ['tableCell', 'td', { colspan: '2', rowspan: '3' }, { colspan: 2, rowspan: 3 }],
    ['tableCell', 'td', { colspan: '5000', rowspan: 'x', colwidth: '7' }, { colspan: 1, rowspan: 1 }],
    ['tableCell', 'td', { align: 'justify' }, { colspan: 1, rowspan: 1 }],
    ['tableCell', 'td', { align: 'left', style: 'right' }, { colspan: 1, rowspan: 1, align: 'right' }],
    ['tableHeader', 'th', { class: 'x align-center' }, { colspan: 1, rowspan: 1, align: 'center' }],
    ['orderedList', 'ol', { start: '7' }, { start: 7 }],
    ['orderedList', 'ol', { start: '-7' }, { start: 1 }],
    ['crossReference', 'span[data-cross-reference]', { 'data-cross-reference': 'f-1' }, { target: 'f-1' }],
  ])('%s from %s %j', (type, tag, given, expected) => {
    expect(parsed(type, tag, given)).toEqual(expected);
  });

  it('but not a reference to what is no id', () => {
    const given = { 'data-cross-reference': 'å b' };
    expect(parsed('crossReference', 'span[data-cross-reference]', given)).toBe(false);
  });
});

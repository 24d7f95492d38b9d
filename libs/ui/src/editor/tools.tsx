import type { Editor } from '@tiptap/core';
import type { Translate } from '../messages';
import { icons } from './icons';
import type { MenuEntry, Tool } from './toolbar';

/** What the tools open beside the text. */
export type Windows = {
  readonly link: () => void;
  readonly crossReference: (() => void) | null;
  readonly help: () => void;
};

const HEADINGS = [2, 3, 4] as const;
const NEW_TABLE = { rows: 3, cols: 3, withHeaderRow: true } as const;

/** Every command of the editor, as it stands for the present selection. */
export function toolsOf(editor: Editor, m: Translate, windows: Windows): Tool[] {
  const { bulletList, orderedList, quote, indent, outdent } = icons;
  return [
    {
      kind: 'menu',
      key: 'style',
      label: m('ui.editor.style'),
      face: <span className="e-tool-letters">Aa</span>,
      entries: styles(editor, m),
    },
    act(editor, 'bold', m('ui.editor.bold'), <b>B</b>, (chain) => chain.toggleBold(), 'Control+B'),
    act(editor, 'italic', m('ui.editor.italic'), <i>I</i>, (chain) => chain.toggleItalic(), 'Control+I'),
    act(
      editor,
      'bulletList',
      m('ui.editor.bulletList'),
      bulletList,
      (chain) => chain.toggleBulletList(),
      'Control+Shift+8',
    ),
    act(
      editor,
      'orderedList',
      m('ui.editor.orderedList'),
      orderedList,
      (chain) => chain.toggleOrderedList(),
      'Control+Shift+7',
    ),
    {
      ...act(
        editor,
        'indent',
        m('ui.editor.indent'),
        indent,
        (chain) => chain.sinkListItem('listItem'),
        'Alt+Shift+ArrowRight',
      ),
      pressed: undefined,
    },
    {
      ...act(
        editor,
        'outdent',
        m('ui.editor.outdent'),
        outdent,
        (chain) => chain.liftListItem('listItem'),
        'Alt+Shift+ArrowLeft',
      ),
      pressed: undefined,
    },
    act(editor, 'blockquote', m('ui.editor.quote'), quote, (chain) => chain.toggleBlockquote(), 'Control+Shift+B'),
    {
      kind: 'act',
      key: 'link',
      label: m('ui.editor.link'),
      face: icons.link,
      pressed: editor.isActive('link'),
      run: windows.link,
      shortcut: 'Control+K',
    },
    { kind: 'menu', key: 'table', label: m('ui.editor.table'), face: icons.table, entries: tableEntries(editor, m) },
    ...(windows.crossReference
      ? [
          {
            kind: 'act',
            key: 'crossReference',
            label: m('ui.editor.crossReference'),
            face: icons.crossReference,
            run: windows.crossReference,
          } as const,
        ]
      : []),
    ...historyTools(editor, m),
    { kind: 'act', key: 'help', label: m('ui.editor.help'), face: icons.help, run: windows.help },
  ];
}

type Chain = ReturnType<Editor['chain']>;

function act(
  editor: Editor,
  key: string,
  label: string,
  face: Tool['face'],
  command: (chain: Chain) => Chain,
  shortcut: string,
): Extract<Tool, { kind: 'act' }> {
  return {
    ...{ kind: 'act', key, label, face, shortcut },
    pressed: editor.isActive(key),
    disabled: !command(editor.can().chain()).run(),
    run: () => void command(editor.chain()).run(),
  };
}

function historyTools(editor: Editor, m: Translate): Tool[] {
  const of = (key: 'undo' | 'redo', shortcut: string): Tool => ({
    ...{ kind: 'act', key, label: m(`ui.editor.${key}`), face: icons[key], shortcut },
    disabled: !editor.can()[key](),
    run: () => void editor.commands[key](),
  });
  return [of('undo', 'Control+Z'), of('redo', 'Control+Y')];
}

function styles(editor: Editor, m: Translate): MenuEntry[] {
  const paragraph = {
    key: 'paragraph',
    label: m('ui.editor.paragraph'),
    checked: editor.isActive('paragraph'),
    run: () => void editor.chain().focus().setParagraph().run(),
  };
  const headings = HEADINGS.map((level) => ({
    key: `heading${level}`,
    label: m(`ui.editor.heading${level}`),
    checked: editor.isActive('heading', { level }),
    disabled: !editor.can().setHeading({ level }),
    run: () => void editor.chain().focus().setHeading({ level }).run(),
  }));
  return [paragraph, ...headings];
}

const TABLE_COMMANDS = [
  ['rowBefore', 'addRowBefore'],
  ['rowAfter', 'addRowAfter'],
  ['rowDelete', 'deleteRow'],
  ['columnBefore', 'addColumnBefore'],
  ['columnAfter', 'addColumnAfter'],
  ['columnDelete', 'deleteColumn'],
  ['tableDelete', 'deleteTable'],
] as const;

function tableEntries(editor: Editor, m: Translate): MenuEntry[] {
  if (!editor.isActive('table')) {
    const run = () => void editor.chain().focus().insertTable(NEW_TABLE).run();
    return [
      { key: 'tableInsert', label: m('ui.editor.tableInsert'), disabled: !editor.can().insertTable(NEW_TABLE), run },
    ];
  }
  return TABLE_COMMANDS.map(([key, command]) => ({
    key,
    label: m(`ui.editor.${key}`),
    disabled: !editor.can()[command](),
    run: () => void editor.chain().focus()[command]().run(),
  }));
}

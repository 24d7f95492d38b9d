import { CrossReference, textExtensions, TextListItem } from '@enig/text';
import type { AnyExtension, KeyboardShortcutCommand } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Table } from '@tiptap/extension-table';
import { Gapcursor } from '@tiptap/extensions';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

type Shortcuts = Record<string, KeyboardShortcutCommand>;

/** Tab belongs to the page: it leaves the text, everywhere in it, and never changes it. */
function withoutTab(shortcuts: Shortcuts | undefined): Shortcuts {
  return Object.fromEntries(Object.entries(shortcuts ?? {}).filter(([key]) => !/(^|-)Tab$/.test(key)));
}

const ListItemKeys = TextListItem.extend({
  addKeyboardShortcuts() {
    const indent = () => this.editor.commands.sinkListItem(this.name);
    const outdent = () => this.editor.commands.liftListItem(this.name);
    return {
      ...withoutTab(this.parent?.()),
      'Mod-]': indent,
      'Mod-[': outdent,
      // Brackets are hard to reach on a Danish keyboard.
      'Alt-Shift-ArrowRight': indent,
      'Alt-Shift-ArrowLeft': outdent,
    };
  },
});

const TableKeys = Table.extend({
  addKeyboardShortcuts() {
    return withoutTab(this.parent?.());
  },
}).configure({ resizable: false });

/** Keys that lead out of the text to its tools. */
export type EditorKeys = { readonly onToolbar: () => void; readonly onLink: () => void };

function toolKeys(keys: EditorKeys): AnyExtension {
  return Extension.create({
    name: 'toolKeys',
    addKeyboardShortcuts() {
      const then = (act: () => void) => () => {
        act();
        return true;
      };
      return { 'Alt-F10': then(keys.onToolbar), 'Mod-k': then(keys.onLink) };
    },
  });
}

/**
 * A co-author's caret. The name is drawn by the style sheet from an attribute and hidden from assistive technology: as
 * text it would be read out in the middle of the sentence.
 */
function caret(user: Readonly<Record<string, unknown>>): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'e-caret';
  mark.setAttribute('aria-hidden', 'true');
  mark.setAttribute('data-name', typeof user['name'] === 'string' ? user['name'] : '');
  mark.style.setProperty('--caret', typeof user['color'] === 'string' ? user['color'] : '');
  return mark;
}

function carets(awareness: Awareness): AnyExtension {
  return CollaborationCaret.configure({
    provider: { awareness },
    user: awareness.getLocalState()?.['user'] ?? {},
    render: caret,
    selectionRender: () => ({ class: 'e-caret-selection' }),
  });
}

/** Everything an editor of one fragment is made of. */
export function editorExtensions(options: {
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness | undefined;
  readonly labelOf: (target: string) => string | null;
  readonly keys: EditorKeys;
}): AnyExtension[] {
  const { fragment, awareness, labelOf, keys } = options;
  return [
    ...textExtensions([ListItemKeys, TableKeys, CrossReference.configure({ labelOf })]),
    Gapcursor,
    Collaboration.configure({ fragment }),
    toolKeys(keys),
    ...(awareness ? [carets(awareness)] : []),
  ];
}

import { Editor } from '@tiptap/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { useMessages } from '../messages';
import { editorExtensions } from './extensions';
import { Toolbar } from './toolbar';
import { toolsOf } from './tools';
import { HelpWindow, LinkWindow, ReferenceWindow, type ReferenceTarget } from './windows';
import { listsFromWord } from './word-lists';

/** Where in the text it was entered: at its beginning, or where it was pressed, measured from its upper left corner. */
export type EntryPoint = 'start' | { readonly x: number; readonly y: number };

/** What an editor needs to know; the fragment and the awareness of one editor never change. */
export type ProseEditorProps = {
  readonly fragment: Y.XmlFragment;
  readonly awareness?: Awareness | undefined;
  /** The name of the text to those who do not see where it stands. */
  readonly name: string;
  readonly describedBy?: string | undefined;
  readonly crossReferences: readonly ReferenceTarget[];
  readonly entry: EntryPoint;
};

type OpenWindow = 'link' | 'crossReference' | 'help' | null;

/** The editor itself, with its tools. It takes focus when it is mounted, because somebody has just entered the text. */
export function ProseEditor(props: ProseEditorProps) {
  const m = useMessages();
  const toolbar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<OpenWindow>(null);
  const keys = {
    onToolbar: () => toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    onLink: () => setOpen('link'),
  };
  const { host, editor } = useEditor(props, keys);
  useTransactions(editor);
  const close = () => {
    setOpen(null);
    editor?.commands.focus();
  };
  const windows = {
    link: () => setOpen('link'),
    crossReference: props.crossReferences.length > 0 ? () => setOpen('crossReference') : null,
    help: () => setOpen('help'),
  };
  return (
    <>
      {editor && (
        <Toolbar
          ref={toolbar}
          label={m('ui.editor.toolbar', { label: props.name })}
          tools={toolsOf(editor, m, windows)}
          onEscape={() => editor.commands.focus()}
        />
      )}
      <div ref={host} className="e-editor" />
      {editor && open === 'link' && <LinkWindow editor={editor} onClose={close} />}
      {editor && open === 'crossReference' && (
        <ReferenceWindow editor={editor} targets={props.crossReferences} onClose={close} />
      )}
      {open === 'help' && <HelpWindow onClose={close} />}
    </>
  );
}

function useEditor(props: ProseEditorProps, keys: { readonly onToolbar: () => void; readonly onLink: () => void }) {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef({ props, keys });
  useEffect(() => {
    latest.current = { props, keys };
  });
  const { fragment, awareness } = props;
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = new Editor({
      element,
      injectCSS: false,
      editorProps: { transformPastedHTML: listsFromWord },
      extensions: editorExtensions({
        fragment,
        awareness,
        labelOf: (target) => latest.current.props.crossReferences.find(({ id }) => id === target)?.label ?? null,
        keys: { onToolbar: () => latest.current.keys.onToolbar(), onLink: () => latest.current.keys.onLink() },
      }),
    });
    // A function, because the name of the text changes when it is moved among others; Tiptap's own option takes none.
    made.view.setProps({ attributes: () => attributesOf(latest.current.props) });
    enter(made, latest.current.props.entry);
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, [fragment, awareness]);
  useEffect(() => {
    if (editor && !editor.isDestroyed) editor.view.setProps({});
  }, [editor, props.name, props.describedBy]);
  return { host, editor };
}

function attributesOf({ name, describedBy }: ProseEditorProps): Record<string, string> {
  const described: Record<string, string> = describedBy ? { 'aria-describedby': describedBy } : {};
  return { class: 'e-editor-text', role: 'textbox', 'aria-label': name, 'aria-multiline': 'true', ...described };
}

/** Focus goes where the text was pressed: the shown text and the editor are set alike, so places match. */
function enter(editor: Editor, entry: EntryPoint): void {
  if (entry === 'start') return void editor.commands.focus('start', { scrollIntoView: false });
  const { left, top } = editor.view.dom.getBoundingClientRect();
  const at = editor.view.posAtCoords({ left: left + entry.x, top: top + entry.y });
  editor
    .chain()
    .focus(at?.pos ?? 'end', { scrollIntoView: false })
    .run();
}

/** Draws again whenever the selection or the text changes, so that tools show what holds there. */
function useTransactions(editor: Editor | null): void {
  useSyncExternalStore(
    (changed) => {
      editor?.on('transaction', changed);
      return () => editor?.off('transaction', changed);
    },
    () => editor?.state ?? null,
  );
}

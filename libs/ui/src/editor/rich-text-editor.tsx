import { createElement, useEffect, useId, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { useMessages } from '../messages';
import { Alert } from '../parts/alert';
import { RichTextView } from '../texts/rich-text-view';
import type { EntryPoint, ProseEditor } from './prose-editor';
import { useFragment } from './use-fragment';
import type { ReferenceTarget } from './windows';

/** Prose that several may write at the same time. */
export type RichTextEditorProps = {
  readonly fragment: Y.XmlFragment;
  readonly label: string;
  /** The whole name, where the label says it only to those who see where it stands: "Mål 2: beskrivelse". */
  readonly name?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly hint?: string | undefined;
  readonly readOnly?: boolean | undefined;
  /** What a reference in the text can point at. */
  readonly crossReferences?: readonly ReferenceTarget[] | undefined;
  /** Who else is here, for their carets. */
  readonly awareness?: Awareness | undefined;
  /** The level of the page's outline for the prose's own headings, while it is only shown. */
  readonly headingLevel?: number | undefined;
};

const NO_TARGETS: readonly ReferenceTarget[] = [];

/**
 * Rendered text until somebody enters it, by Tab, Enter or a press; then an editor takes its place, with the caret
 * where it was pressed. A text with something in it that this version does not know is never opened.
 */
export function RichTextEditor(props: RichTextEditorProps) {
  const m = useMessages();
  const id = useId();
  const [entry, setEntry] = useState<EntryPoint | null>(null);
  const editor = useEditorPart(!props.readOnly);
  const name = props.name ?? props.label;
  const targets = props.crossReferences ?? NO_TARGETS;
  const describedBy = [props.describedBy, props.hint && `${id}-hint`, `${id}-keys`].filter(Boolean).join(' ');
  // Whoever has gone on before the editor was there is not called back when it comes.
  const leave = () => {
    if (!editor) setEntry(null);
  };
  const onward = { onEnter: setEntry, onLeave: leave };
  const shown = <ShownProse {...props} {...onward} name={name} targets={targets} describedBy={describedBy} />;
  if (props.readOnly) return shown;
  return (
    <div className="e-rich">
      <div className="e-rich-head">
        <span className="form-label">{props.label}</span>
        {props.hint && (
          <p className="form-hint" id={`${id}-hint`}>
            {props.hint}
          </p>
        )}
      </div>
      <span className="e-hidden" id={`${id}-keys`}>
        {m('ui.editor.toolbarHint')}
      </span>
      {entry && editor
        ? createElement(editor, { ...props, name, describedBy, crossReferences: targets, entry })
        : shown}
    </div>
  );
}

/** The editor's code is fetched when a page has something to write in, so that it is there when a text is entered. */
function useEditorPart(isWanted: boolean): typeof ProseEditor | null {
  const [part, setPart] = useState<{ readonly editor: typeof ProseEditor } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isShown = true;
    void import('./prose-editor').then(({ ProseEditor: editor }) => {
      if (isShown) setPart({ editor });
    });
    return () => {
      isShown = false;
    };
  }, [isWanted]);
  return part?.editor ?? null;
}

function ShownProse(
  props: RichTextEditorProps & {
    readonly name: string;
    readonly targets: readonly ReferenceTarget[];
    readonly onEnter: (entry: EntryPoint) => void;
    readonly onLeave: () => void;
  },
): ReactNode {
  const m = useMessages();
  const content = useFragment(props.fragment);
  const box = useRef<HTMLDivElement>(null);
  const isPressed = useRef(false);
  const labelOf = (target: string) => props.targets.find(({ id }) => id === target)?.label ?? null;
  if (content === null) return <Alert tone="warning">{m('ui.closed.oldSchema')}</Alert>;
  const view = (
    <RichTextView content={content} headingLevel={props.headingLevel} labelOf={labelOf} inert={!props.readOnly} />
  );
  if (props.readOnly) return view;
  const press = (event: MouseEvent) => {
    isPressed.current = false;
    // Somebody who marks words to copy them is not entering the text.
    if (window.getSelection()?.isCollapsed === false || !box.current) return;
    const { left, top } = box.current.getBoundingClientRect();
    props.onEnter({ x: event.clientX - left, y: event.clientY - top });
  };
  return (
    <div
      ref={box}
      className="e-editor e-editor-waiting"
      role="textbox"
      aria-multiline="true"
      aria-label={props.name}
      aria-describedby={props.describedBy}
      tabIndex={0}
      onMouseDown={() => {
        isPressed.current = true;
      }}
      onFocus={() => {
        if (!isPressed.current) props.onEnter('start');
      }}
      onBlur={props.onLeave}
      onClick={press}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onEnter('start');
      }}
    >
      {view}
    </div>
  );
}

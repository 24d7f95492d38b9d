import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { RichTextEditor } from '../editor/rich-text-editor';
import type { ReferenceTarget } from '../editor/windows';
import { useMessages } from '../messages';
import { YTextField } from '../shared/y-text-field';

type TextEditorProps = {
  readonly doc: Y.Doc;
  readonly readOnly: boolean;
  readonly crossReferences: readonly ReferenceTarget[];
  readonly awareness?: Awareness | undefined;
};

/** A chapter written together: title and text. Read-only, the title is left to the page. da: kapitel */
export function ChapterEditor(props: TextEditorProps) {
  const m = useMessages();
  const { doc, readOnly } = props;
  return (
    <div className="e-chapter">
      {!readOnly && <YTextField ytext={doc.getText('title')} label={m('ui.chapter.title')} look="title" />}
      <RichTextEditor {...props} fragment={doc.getXmlFragment('body')} label={m('ui.chapter.body')} headingLevel={2} />
    </div>
  );
}

/** The easy-read version of a text. da: letlæst udgave */
export function EasyReadEditor(props: TextEditorProps) {
  const m = useMessages();
  return (
    <RichTextEditor
      {...props}
      fragment={props.doc.getXmlFragment('body')}
      label={m('ui.easyRead.body')}
      hint={props.readOnly ? undefined : m('ui.easyRead.hint')}
      headingLevel={2}
    />
  );
}

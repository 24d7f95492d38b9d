import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { RichTextEditor } from '../editor/rich-text-editor';
import { useMessages } from '../messages';
import { YTextField } from '../shared/y-text-field';

/** The prose of a case, in the order it is read on an agenda. */
const PROSE = ['case', 'recommendation', 'economy', 'hearing'] as const;

/** A party's case written together: its prose, and as lines what an archive asks for. da: sagsfremstilling */
export function CaseEditor(props: { readonly doc: Y.Doc; readonly awareness?: Awareness | undefined }) {
  const m = useMessages();
  const { doc, awareness } = props;
  return (
    <div className="e-chapter">
      <YTextField ytext={doc.getText('title')} label={m('caseField.title')} look="title" />
      <YTextField ytext={doc.getText('summary')} label={m('caseField.summary')} multiline />
      {PROSE.map((field) => (
        <RichTextEditor
          key={field}
          fragment={doc.getXmlFragment(field)}
          awareness={awareness}
          label={m(`caseField.${field}`)}
          headingLevel={2}
        />
      ))}
      <YTextField ytext={doc.getText('legal')} label={m('caseField.legal')} multiline />
      <YTextField ytext={doc.getText('kle')} label={m('caseField.kle')} />
    </div>
  );
}

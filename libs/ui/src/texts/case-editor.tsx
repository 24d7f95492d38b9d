import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { RichTextEditor } from '../editor/rich-text-editor';
import { useMessages } from '../messages';
import { YTextField } from '../shared/y-text-field';

/** The prose of a case, in the order it is read on an agenda. */
const PROSE = ['case', 'recommendation', 'economy', 'hearing'] as const;

/** The id of a field of a case where it is written: a warning links to it. */
export function caseFieldId(field: CaseField): string {
  return `case-${field}`;
}

type CaseField = (typeof PROSE)[number] | 'title' | 'summary' | 'legal' | 'kle';

/** A party's case written together: its prose, and as lines what an archive asks for. da: sagsfremstilling */
export function CaseEditor(props: { readonly doc: Y.Doc; readonly awareness?: Awareness | undefined }) {
  const m = useMessages();
  const { doc, awareness } = props;
  return (
    <div className="e-chapter">
      <YTextField id={caseFieldId('title')} ytext={doc.getText('title')} label={m('caseField.title')} look="title" />
      <YTextField id={caseFieldId('summary')} ytext={doc.getText('summary')} label={m('caseField.summary')} multiline />
      {PROSE.map((field) => (
        <div key={field} id={caseFieldId(field)} tabIndex={-1} ref={leadingOn}>
          <RichTextEditor
            fragment={doc.getXmlFragment(field)}
            awareness={awareness}
            label={m(`caseField.${field}`)}
            headingLevel={2}
          />
        </div>
      ))}
      <YTextField id={caseFieldId('legal')} ytext={doc.getText('legal')} label={m('caseField.legal')} multiline />
      <YTextField id={caseFieldId('kle')} ytext={doc.getText('kle')} label={m('caseField.kle')} />
    </div>
  );
}

/**
 * A link leads to what is around the prose, since that stays while the shown text and its editor take each other's place;
 * from there focus goes on into the words.
 */
function leadingOn(around: HTMLElement | null): () => void {
  const goOn = () => around?.querySelector<HTMLElement>('[role="textbox"]')?.focus();
  around?.addEventListener('focus', goOn);
  return () => around?.removeEventListener('focus', goOn);
}

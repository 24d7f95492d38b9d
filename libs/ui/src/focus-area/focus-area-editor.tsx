import { LIST_NAMES } from '@enig/text';
import type * as Y from 'yjs';
import { RichTextEditor } from '../editor/rich-text-editor';
import { useMessages } from '../messages';
import { Alert } from '../parts/alert';
import { YTextField } from '../shared/y-text-field';
import { FocusAreaView } from '../texts/text-views';
import { useTextJson } from '../texts/use-text-json';
import type { ItemSurroundings } from './item-editor';
import { ItemListEditor } from './item-list-editor';

/**
 * A focus area written together: title, introduction, goals, themes and actions. Read-only it is the text as it will be
 * read. da: fokusområde
 */
export function FocusAreaEditor(props: ItemSurroundings & { readonly doc: Y.Doc; readonly readOnly: boolean }) {
  return props.readOnly ? <LiveFocusArea {...props} /> : <WritableFocusArea {...props} />;
}

function WritableFocusArea({ doc, ...surroundings }: ItemSurroundings & { readonly doc: Y.Doc }) {
  const m = useMessages();
  return (
    <div className="e-focus-area">
      <YTextField ytext={doc.getText('title')} label={m('ui.focusArea.title')} look="title" />
      <RichTextEditor
        fragment={doc.getXmlFragment('intro')}
        label={m('ui.focusArea.intro')}
        crossReferences={surroundings.crossReferences}
        awareness={surroundings.awareness}
      />
      {LIST_NAMES.map((list) => (
        <ItemListEditor key={list} {...surroundings} doc={doc} list={list} />
      ))}
    </div>
  );
}

function LiveFocusArea(props: ItemSurroundings & { readonly doc: Y.Doc }) {
  const { doc, parties, crossReferences } = props;
  const m = useMessages();
  const json = useTextJson('focus-area', doc);
  if (json === null) return <Alert tone="warning">{m('ui.closed.oldSchema')}</Alert>;
  return (
    <FocusAreaView
      focusArea={json}
      headingLevel={2}
      labelOf={(target) => crossReferences.find(({ id }) => id === target)?.label ?? null}
      partyName={(party) => parties.find(({ id }) => id === party)?.name ?? null}
    />
  );
}

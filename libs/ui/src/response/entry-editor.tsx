import { entryOf, GENERAL_ENTRY, isEmptyRich, markEntry, type HearingResponseJson, type NotedBy } from '@enig/text';
import type { ReactNode } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { ReferenceTarget } from '../editor/windows';
import { CheckboxGroup } from '../fields/choice';
import { useMessages } from '../messages';
import { Alert } from '../parts/alert';
import { Button } from '../parts/button';
import { Details } from '../parts/small';
import { useShared } from '../shared/use-shared';
import { useTextJson } from '../texts/use-text-json';
import { EntryCompany } from './entry-company';
import { ProseAnswer } from './prose-answer';
import { HearingResponseView } from './response-view';
import { StatementsEditor } from './statements-editor';

/** A focus area that is answered, or everything in general; the title with its number, as people say it. */
export type ResponseEntry = { readonly id: string; readonly title: string };

/**
 * One entry of a council's answer, drafted together: a plain field, "no remarks", a minority's view (in general), what
 * was said, and what the page puts between them (documents). da: del af et høringssvar
 */
export function EntryEditor(props: {
  readonly doc: Y.Doc;
  readonly entry: ResponseEntry;
  readonly readOnly: boolean;
  /** Who the reader writes down what others have said as; null where they do not. */
  readonly notedBy: NotedBy | null;
  /** How many documents the entry has. */
  readonly files?: number | undefined;
  readonly awareness?: Awareness | undefined;
  readonly crossReferences?: readonly ReferenceTarget[] | undefined;
  readonly children?: ReactNode;
}) {
  const m = useMessages();
  const { doc, entry, files = 0 } = props;
  const json = useTextJson('hearing-response', doc);
  if (!json) return <Alert tone="warning">{m('ui.closed.oldSchema')}</Alert>;
  if (props.readOnly) return <HearingResponseView response={onlyEntry(json, entry.id)} sections={[entry]} />;
  const isGeneral = entry.id === GENERAL_ENTRY;
  const { isSilent, noRemarks, state } = entryOf(json, entry.id, files);
  const isMarked = json.entries[entry.id]?.ready === true;
  return (
    <div className="e-response">
      {props.awareness && <EntryCompany awareness={props.awareness} entry={entry} />}
      <OwnWords {...props} isGeneral={isGeneral} />
      {isSilent && (
        <CheckboxGroup
          label={m('ui.response.noRemarks')}
          value={noRemarks ? ['none'] : []}
          options={[{ value: 'none', label: m('answer.entry.noRemarks') }]}
          onChange={(chosen) => markEntry(doc, entry.id, 'noRemarks', chosen.length > 0)}
        />
      )}
      {props.children}
      {isGeneral && <Minority {...props} isOpen={!isEmptyRich(json.minority)} />}
      <StatementsEditor doc={doc} section={isGeneral ? '' : entry.id} notedBy={props.notedBy} />
      {isMarked && state === 'ready' && <Ready redo={() => markEntry(doc, entry.id, 'ready', false)} />}
    </div>
  );
}

function Ready({ redo }: { readonly redo: () => void }) {
  const m = useMessages();
  return (
    <p>
      {m('answer.entry.isReady')}{' '}
      <Button look="quiet" onClick={redo}>
        {m('answer.entry.notReady')}
      </Button>
    </p>
  );
}

/** Where the answer of an entry stands on its page; `minority` for the minority's. */
export function answerId(entry: string): string {
  return `svar-${entry}`;
}

type FieldProps = Parameters<typeof EntryEditor>[0];

/** The place of a section's answer is made on the server: two members who each made it would overwrite one another. */
function OwnWords(props: FieldProps & { readonly isGeneral: boolean }) {
  const m = useMessages();
  const { doc, entry, isGeneral } = props;
  const section = useShared(doc.getMap<unknown>('sections'), (all) => all.get(entry.id));
  const fragment = isGeneral ? doc.getXmlFragment('general') : section;
  if (!(fragment instanceof Y.XmlFragment)) return <Alert tone="warning">{m('ui.response.missing')}</Alert>;
  return (
    <ProseAnswer
      id={answerId(entry.id)}
      fragment={fragment}
      label={isGeneral ? m('ui.response.general') : m('ui.response.section', { section: entry.title })}
      hint={m(isGeneral ? 'ui.response.generalHint' : 'ui.response.sectionHint')}
      awareness={props.awareness}
      crossReferences={props.crossReferences}
      offersEditor
    />
  );
}

function Minority(props: FieldProps & { readonly isOpen: boolean }) {
  const m = useMessages();
  return (
    <Details summary={m('ui.response.minority')} open={props.isOpen}>
      <ProseAnswer
        id={answerId('minority')}
        fragment={props.doc.getXmlFragment('minority')}
        label={m('ui.response.minorityWords')}
        hint={m('ui.response.minorityHint')}
        awareness={props.awareness}
        crossReferences={props.crossReferences}
        offersEditor
      />
    </Details>
  );
}

function onlyEntry(json: HearingResponseJson, id: string): HearingResponseJson {
  const { prose, minority, comments, statements } = entryOf(json, id);
  const isGeneral = id === GENERAL_ENTRY;
  const nothing = { type: 'doc', content: [] } as const;
  return {
    ...json,
    ...{ general: isGeneral ? prose : nothing, sections: isGeneral ? {} : { [id]: prose } },
    ...{ minority: minority ?? nothing, comments, statements },
  };
}

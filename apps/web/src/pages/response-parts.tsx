import { answerId, goToAnswer, TaskList, useMessages, useTextJson } from '@enig/ui';
import { isEmptyRich } from '@enig/text';
import type * as Y from 'yjs';

/** The parts of an answer and which have been begun: a list to come back to over weeks, to read from and answer from. */
export function ResponseParts(props: {
  readonly doc: Y.Doc;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** The hash of the version that is heard. */
  readonly version: string;
}) {
  const m = useMessages();
  const json = useTextJson('hearing-response', props.doc);
  if (!json) return null;
  const parts = [
    ...props.sections.map(({ id, title }) => ({
      id,
      title,
      content: json.sections[id],
      heard: `/versioner/${props.version}#${id}`,
    })),
    { id: 'general', title: m('page.response.general'), content: json.general, heard: undefined },
  ];
  return (
    <TaskList
      label={m('page.response.tasks')}
      tasks={parts.map(({ id, title, content, heard }) => {
        const isBegun = content !== undefined && !isEmptyRich(content);
        return {
          id,
          title,
          detail: <Ways part={id} title={title} heard={heard} />,
          mark: isBegun
            ? { state: 'inProgress', word: m('page.response.begun') }
            : { state: 'notStarted', word: m('page.response.empty') },
        };
      })}
    />
  );
}

/** "Læs · Svar": what is heard, beside the answer so that neither is lost, and the field it is answered in. */
function Ways(props: { readonly part: string; readonly title: string; readonly heard: string | undefined }) {
  const m = useMessages();
  const { part, title, heard } = props;
  return (
    <>
      {heard && (
        <>
          <a href={heard} target="_blank" rel="noopener">
            {m('page.response.read')} <span className="e-hidden">{m('page.response.readBeside', { part: title })}</span>
          </a>{' '}
          ·{' '}
        </>
      )}
      <a
        href={`#${answerId(part)}`}
        onClick={(event) => {
          event.preventDefault();
          goToAnswer(part);
        }}
      >
        {m('page.response.answer')} <span className="e-hidden">{title}</span>
      </a>
    </>
  );
}

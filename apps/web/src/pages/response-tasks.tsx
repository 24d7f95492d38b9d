import { entryOf, GENERAL_ENTRY, type EntryState, type HearingResponseJson } from '@enig/text';
import { Alert, Link, LinkButton, TaskList, useMessages, useTextJson, type TaskItem } from '@enig/ui';
import type * as Y from 'yjs';
import type { ResponseFieldsFragment } from '../generated/graphql';
import { heardIn } from './heard-beside';
import type { Round } from './hearing';
import { ReadingLinks } from './reading-links';
import { checkHref, responseHref, type AnswerPart } from './response-ways';

const MARKS = { notStarted: 'notStarted', draft: 'inProgress', ready: 'done' } as const;

/** The parts of an answer and how far each has come: a list to come back to over weeks, to read from and answer from. */
export function AnswerTasks(props: {
  readonly round: Round;
  readonly response: ResponseFieldsFragment;
  readonly doc: Y.Doc;
  readonly parts: readonly AnswerPart[];
}) {
  const m = useMessages();
  const { round, response, parts } = props;
  const json = useTextJson('hearing-response', props.doc);
  if (!json) return <Alert tone="warning">{m('ui.closed.oldSchema')}</Alert>;
  const tasks = parts.map((part) => ({ part, ...stateOf(json, response, part.id) }));
  const ready = tasks.filter(({ state }) => state === 'ready').length;
  return (
    <>
      <h2>{m('answer.list.heading')}</h2>
      <p>
        {m('answer.list.how')} {m('answer.list.ready', { ready, all: parts.length })}
      </p>
      <TaskList
        label={m('answer.list.heading')}
        tasks={tasks.map(({ part, state, noRemarks }): TaskItem => ({
          id: part.id,
          title: part.title,
          detail: <Ways round={round} response={response} part={part} />,
          mark: { state: MARKS[state], word: m(noRemarks ? 'answer.state.noRemarks' : `answer.state.${state}`) },
        }))}
      />
      <p>
        <LinkButton look="primary" href={checkHref(round, response)}>
          {m('page.response.check')}
        </LinkButton>
      </p>
      <section aria-labelledby="material">
        <h2 id="material">{m('answer.list.material')}</h2>
        <ReadingLinks round={round.id} />
      </section>
    </>
  );
}

/** How far a part has come, and whether that is by having no remarks. */
export function stateOf(
  json: HearingResponseJson,
  response: Pick<ResponseFieldsFragment, 'files'>,
  part: string,
): { readonly state: EntryState; readonly noRemarks: boolean } {
  const section = part === GENERAL_ENTRY ? null : part;
  const files = response.files.filter((file) => file.section === section).length;
  return entryOf(json, part, files);
}

/** "Svar · Læs": the field it is answered in, and what is heard beside the answer, so that neither is lost. */
function Ways(props: { readonly round: Round; readonly response: ResponseFieldsFragment; readonly part: AnswerPart }) {
  const m = useMessages();
  const { round, response, part } = props;
  const heard = heardIn(round, part.id);
  return (
    <>
      <Link href={`${responseHref(round, response)}/${part.path}`}>
        {m('answer.list.say')}
        <span className="e-hidden"> {part.title}</span>
      </Link>
      {heard && (
        <>
          {' · '}
          <a href={heard.href} target="_blank" rel="noopener">
            {m('answer.list.read')}
            <span className="e-hidden"> {m('answer.list.beside', { part: part.title })}</span>
          </a>
        </>
      )}
    </>
  );
}

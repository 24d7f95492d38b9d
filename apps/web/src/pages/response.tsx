import type { LocalDate } from '@enig/kernel';
import { formatDeadline } from '@enig/messages';
import {
  BackLink,
  Button,
  HearingResponseEditor,
  HearingResponseView,
  Loading,
  Page,
  PageHeader,
  PresenceList,
  SaveState,
  SaveTrouble,
  useCollaboration,
  useDocumentTitle,
  useEditsReported,
  useMessages,
  type OpenText,
} from '@enig/ui';
import { isEmptyRich, type HearingResponseJson } from '@enig/text';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useArrivalAt } from '../arrival';
import { ResponseDocument, RoundDocument, type ResponseFieldsFragment } from '../generated/graphql';
import { useGuardedWords } from '../leave-guard';
import { QueryPage, TroublePage } from '../query-page';
import { useViewer } from '../session';
import { textOf, TextView } from '../text-view';
import { today } from '../today';
import type { Round } from './hearing';
import { Receipt } from './receipt';
import { ResponseParts } from './response-parts';
import { titleOf } from './section';
import { SendResponse } from './send-response';
import { Deletions, TextHistoryCard } from './text-history';

type Response = ResponseFieldsFragment;

/** A council's own answer: drafted together, checked, sent, and the receipt. */
export function ResponsePage() {
  const { roundId = '', responseId = '' } = useParams();
  return (
    <QueryPage query={RoundDocument} variables={{ id: roundId }} pick={(data) => data.round}>
      {(round, refetch) => {
        const response = round.myResponse;
        if (response?.id !== responseId) return <TroublePage trouble="forbidden" retry={refetch} />;
        return <OwnResponse round={round} response={response} refetch={refetch} />;
      }}
    </QueryPage>
  );
}

function OwnResponse(props: { readonly round: Round; readonly response: Response; readonly refetch: () => void }) {
  const { state, text } = props.response;
  useArrivalAt(state);
  if (state === 'submitted' || !text) return <Receipt {...props} />;
  return <Draft key={text.id} {...props} text={text} />;
}

function Draft(props: {
  readonly round: Round;
  readonly response: Response;
  readonly text: NonNullable<Response['text']>;
  readonly refetch: () => void;
}) {
  const m = useMessages();
  const { round, response } = props;
  const viewer = useViewer();
  const [checks, setChecks] = useState(false);
  const titleOfText = m('page.response.titleOf', { council: response.body.name });
  const text = useCollaboration(props.text.id, {
    ...{ person: viewer.person.id, name: viewer.person.name, mayEdit: props.text.mayEdit, title: titleOfText },
  });
  const title = checks ? m('page.response.checkTitle') : titleOfText;
  useGuardedWords(text.snapshot);
  useEditsReported(text.collaboration, title);
  useDocumentTitle(title);
  useArrivalAt(title);
  useClosingSeen(text, props.text.mayEdit, props.refetch);
  const hearing = `/aftaler/${round.agreement.id}/hoering/${round.id}`;
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={hearing} where={m('page.hearing.titleOf', { agreement: round.agreement.title })} />}
          state={
            <>
              {m('page.hearing.due', { deadline: formatDeadline(round.dueDate as LocalDate, today()) })} ·{' '}
              {m(response.may.submit ? 'page.response.you' : 'page.response.whoSends')}
            </>
          }
          aside={<SaveState snapshot={text.snapshot} />}
        />
      }
      rail={
        <>
          <PresenceList others={text.snapshot.others} me={viewer.person.name} />
          <TextHistoryCard text={props.text.id} milestones={props.text.milestones} />
        </>
      }
    >
      <Deletions text={props.text.id} milestones={props.text.milestones} />
      <SaveTrouble text={text} />
      {checks ? (
        <Check {...props} text={text} back={() => setChecks(false)} />
      ) : (
        <Write round={round} response={response} text={text} check={() => setChecks(true)} />
      )}
    </Page>
  );
}

/** Another member has sent the answer, or the round was closed: the page then shows what stands now. */
function useClosingSeen({ snapshot }: OpenText, mayEdit: boolean, refetch: () => void): void {
  const isClosed = snapshot.state.kind === 'readOnly' && !snapshot.hasUnsaved;
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  useEffect(() => {
    if (isClosed && mayEdit) latest.current();
  }, [isClosed, mayEdit]);
}

function Write(props: {
  readonly round: Round;
  readonly response: Response;
  readonly text: OpenText;
  readonly check: () => void;
}) {
  const m = useMessages();
  const { collaboration, snapshot } = props.text;
  if (!collaboration || (!snapshot.isHere && snapshot.state.kind === 'connecting')) return <Loading />;
  const { version } = props.round;
  const sections = sectionsOf(props.response, m('page.agreement.untitled'));
  return (
    <>
      <h2>{m('page.response.tasks')}</h2>
      <ResponseParts doc={collaboration.doc} sections={sections} version={version.hash} />
      <HearingResponseEditor
        doc={collaboration.doc}
        awareness={collaboration.awareness}
        readOnly={!snapshot.mayWrite}
        sections={sections.map(({ id, title }) => ({ id, title, heard: heardOf(version, id) }))}
      />
      <p>
        <Button look="primary" onClick={props.check}>
          {m('page.response.check')}
        </Button>
      </p>
    </>
  );
}

/** What is heard of a section, as the version has it. */
function heardOf({ sections }: Round['version'], id: string): ReactNode {
  const section = sections.find((each) => each.section === id);
  return section && <TextView content={section.content} />;
}

function Check(props: {
  readonly round: Round;
  readonly response: Response;
  readonly text: OpenText;
  readonly refetch: () => void;
  readonly back: () => void;
}) {
  const m = useMessages();
  const { response, text } = props;
  const { hasUnsaved } = text.snapshot;
  const { json, seq, readAgain } = useSavedAnswer(response.id, hasUnsaved);
  return (
    <>
      {json ? <Answer json={json} sections={sectionsOf(response, m('page.agreement.untitled'))} /> : <Loading />}
      <div className="e-button-row">
        {response.may.submit && <SendResponse {...props} seq={seq} hasUnsaved={hasUnsaved} readAgain={readAgain} />}
        <Button onClick={props.back}>{m('page.response.write')}</Button>
      </div>
      {!response.may.submit && <p>{m('page.response.whoSends')}</p>}
    </>
  );
}

/**
 * The answer as the server has it, and how far it had come then. It is read through in this form and not as it stands in
 * the editor: what somebody else writes meanwhile is not what was read, and the server then refuses to send it.
 */
function useSavedAnswer(id: string, isWaiting: boolean) {
  const [{ data }, execute] = useQuery({
    query: ResponseDocument,
    variables: { id },
    requestPolicy: 'network-only',
    pause: isWaiting,
  });
  const saved = data?.response?.text;
  return {
    json: saved ? answerOf(saved.content) : null,
    seq: saved?.seq,
    readAgain: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** The answer as the council will be read, what is empty left out; a word where all of it is. */
export function Answer(props: {
  readonly json: HearingResponseJson;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}) {
  const m = useMessages();
  const all = [props.json.general, props.json.minority, ...Object.values(props.json.sections)];
  if (all.every(isEmptyRich)) return <p>{m('page.response.noRemarks')}</p>;
  return <HearingResponseView response={props.json} sections={props.sections} />;
}

/** The focus areas of the version, as the editor and the view name them. */
export function sectionsOf(response: Response, untitled: string) {
  return response.sections.map((section) => ({ id: section.section, title: titleOf(section, untitled) }));
}

/** A submitted answer's words. Nothing when the server sent something else. */
export function answerOf(content: unknown): HearingResponseJson | null {
  const text = textOf(content);
  return text?.kind === 'hearing-response' ? text : null;
}

import {
  BackLink,
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
import { GENERAL_ENTRY } from '@enig/text';
import { useEffect, useRef } from 'react';
import { Navigate, useParams } from 'react-router';
import { useArrivalAt } from '../arrival';
import { DeadlineWords } from '../deadline';
import { RoundDocument, type ResponseFieldsFragment } from '../generated/graphql';
import { useGuardedWords } from '../leave-guard';
import { QueryPage, TroublePage } from '../query-page';
import { useViewer } from '../session';
import { useTextSignedOut } from '../signed-out';
import type { Round } from './hearing';
import { nameOf } from './hearing-head';
import { Earlier, Receipt } from './receipt';
import { BeingCorrected } from './response-acts';
import { CheckAnswer } from './response-check';
import { AnswerEntry } from './response-entry';
import { AnswerTasks } from './response-tasks';
import { useChangesTold, useOthersSeen } from './response-told';
import { checkHref, GENERAL_PART, partOf, partsOf, responseHref, stepOf, type AnswerPart } from './response-ways';
import { Deletions, TextHistoryCard } from './text-history';

type Response = ResponseFieldsFragment;

/** A council's own answer: a list of its parts, each on a page of its own, the last look, and the receipt. */
export function ResponsePage() {
  const { roundId = '', responseId = '', part } = useParams();
  return (
    <QueryPage query={RoundDocument} variables={{ id: roundId }} pick={(data) => data.round}>
      {(round, refetch) => {
        const response = round.myResponse;
        if (response?.id !== responseId) return <TroublePage trouble="forbidden" retry={refetch} />;
        return <OwnResponse round={round} response={response} part={part} refetch={refetch} />;
      }}
    </QueryPage>
  );
}

/** What every page of an answer is about. */
interface OwnAnswer {
  readonly round: Round;
  readonly response: Response;
  /** What stands last in the address; nothing for the list. */
  readonly part: string | undefined;
  readonly refetch: () => void;
}

function OwnResponse(props: OwnAnswer) {
  const { text } = props.response;
  const step = stepOf(props.response);
  useArrivalAt(step);
  const acted = useChangesTold(props.response, props.refetch);
  if (step === 'submitted' || !text) {
    // The receipt has the answer's own address, whichever of its pages it was sent from.
    if (props.part !== undefined) return <Navigate to={responseHref(props.round, props.response)} replace />;
    return <OwnReceipt {...props} acted={acted} />;
  }
  return <Draft key={text.id} {...props} acted={acted} text={text} />;
}

function OwnReceipt(props: OwnAnswer & Acted) {
  useOthersSeen(props.response.id, false, props.refetch);
  return <Receipt {...props} refetch={props.acted} />;
}

type Acted = {
  /** Asks again after an act of the person's own. */
  readonly acted: () => void;
};

type DraftProps = OwnAnswer & Acted & { readonly text: NonNullable<Response['text']> };

/** The text stays open from one page of the answer to the next. */
function Draft(props: DraftProps) {
  const m = useMessages();
  const { response } = props;
  const { person } = useViewer();
  const council = m('page.response.titleOf', { council: response.body.name });
  const open = useCollaboration(props.text.id, {
    ...{ person: person.id, name: person.name, mayEdit: props.text.mayEdit, title: council },
  });
  const parts = partsOf(response, m('ui.response.general'), m('page.agreement.untitled'));
  const page = pageAt(props.part, parts);
  const title = isPart(page) ? page.title : page === 'check' ? m('page.response.checkTitle') : council;
  useGuardedWords(open.snapshot);
  useTextSignedOut(open.snapshot);
  useEditsReported(open.collaboration, title);
  useDocumentTitle(title);
  useClosingSeen(open, props.text.mayEdit, props.refetch);
  useOthersSeen(response.id, open.snapshot.hasUnsaved, props.refetch);
  return (
    <Page
      wide={isPart(page) && page.id !== GENERAL_ENTRY}
      header={<Header {...props} open={open} page={page} title={title} />}
      rail={page === 'list' && <Rail {...props} open={open} />}
    >
      {page === 'list' && <Deletions text={props.text.id} milestones={props.text.milestones} />}
      <SaveTrouble text={open} />
      {(page === 'list' || page === 'check') && <BeingCorrected {...props} refetch={props.acted} />}
      <Shown {...props} refetch={props.acted} open={open} page={page} parts={parts} />
      {page === 'list' && <Earlier {...props} />}
    </Page>
  );
}

/** Which page of an answer is shown; null where the address names no part of it. */
type AnswerPage = 'list' | 'check' | AnswerPart | null;

function isPart(page: AnswerPage): page is AnswerPart {
  return typeof page === 'object' && page !== null;
}

type OpenDraft = DraftProps & { readonly open: OpenText };

function Header(props: OpenDraft & { readonly page: AnswerPage; readonly title: string }) {
  const m = useMessages();
  const { round, response } = props;
  const isClosed = round.state === 'closed';
  const who = response.may.submit ? 'page.response.you' : 'page.response.whoSends';
  return (
    <PageHeader
      title={props.title}
      way={<Way round={round} response={response} isList={props.page === 'list'} />}
      state={
        <>
          <DeadlineWords round={round} isOver={isClosed} /> · {m(isClosed ? 'page.response.closed' : who)}
        </>
      }
      aside={<SaveState snapshot={props.open.snapshot} />}
    />
  );
}

function Rail({ text, open }: OpenDraft) {
  const { person } = useViewer();
  return (
    <>
      <PresenceList others={open.snapshot.others} me={person.name} />
      <TextHistoryCard text={text.id} milestones={text.milestones} />
    </>
  );
}

function Shown(props: OpenDraft & { readonly page: AnswerPage; readonly parts: readonly AnswerPart[] }) {
  const m = useMessages();
  const { open, page } = props;
  const { person } = useViewer();
  const { collaboration, snapshot } = open;
  if (page === null) return <p>{m('answer.entry.unknown')}</p>;
  if (page === 'check') return <CheckAnswer {...props} person={person} hasUnsaved={snapshot.hasUnsaved} />;
  if (!collaboration || (!snapshot.isHere && snapshot.state.kind === 'connecting')) return <Loading />;
  if (page === 'list') return <AnswerTasks {...props} doc={collaboration.doc} />;
  return <AnswerEntry {...props} key={page.id} part={page} next={nextOf(props)} collaboration={collaboration} />;
}

/** What comes after a part: the next one, and after the last the check. */
function nextOf({ parts, page, round, response }: Parameters<typeof Shown>[0]): { href: string; title: string | null } {
  const at = isPart(page) ? parts.findIndex(({ id }) => id === page.id) : -1;
  const following = parts[at + 1];
  if (!following) return { href: checkHref(round, response), title: null };
  return { href: `${responseHref(round, response)}/${following.path}`, title: following.title };
}

function Way(props: { readonly round: Round; readonly response: Response; readonly isList: boolean }) {
  const m = useMessages();
  const { round, response, isList } = props;
  if (!isList) return <BackLink href={responseHref(round, response)} where={m('answer.entry.way')} />;
  const hearing = `/aftaler/${round.agreement.id}/hoering/${round.id}`;
  return <BackLink href={hearing} where={m('page.hearing.titleOf', { agreement: nameOf(round) })} />;
}

function pageAt(part: string | undefined, parts: readonly AnswerPart[]): AnswerPage {
  if (part === undefined) return 'list';
  if (part === 'gennemse') return 'check';
  return partOf(parts, part === GENERAL_PART ? GENERAL_ENTRY : part);
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

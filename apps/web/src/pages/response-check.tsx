import { Alert, Button, HearingResponseView, LinkButton, Loading, useMessages } from '@enig/ui';
import { useQuery, type CombinedError } from 'urql';
import { useIsPast } from '../deadline';
import { ResponseDocument, type ResponseFieldsFragment } from '../generated/graphql';
import { troubleOf } from '../query-page';
import type { Round } from './hearing';
import { PersonalNumbersLeft } from './response-numbers';
import { stateOf } from './response-tasks';
import { answerOf, correctedIn, responseHref, sectionsOf, type AnswerPart } from './response-ways';
import { SendResponse, type Sender } from './send-response';

interface Checked {
  readonly round: Round;
  readonly response: ResponseFieldsFragment;
  readonly parts: readonly AnswerPart[];
  readonly person: Sender;
  /** Whether words are on their way to the server. */
  readonly hasUnsaved: boolean;
  readonly refetch: () => void;
}

/** The last look: everything that will be sent, with a way to change each part, what happens then, and the sending. */
export function CheckAnswer(props: Checked) {
  const m = useMessages();
  const { round, response, parts, hasUnsaved } = props;
  const { saved, error, readAgain } = useSavedAnswer(response.id, hasUnsaved);
  const json = saved?.text ? answerOf(saved.text.content) : null;
  if (!saved || !json || error)
    return <NotHere error={error} isWaiting={hasUnsaved} isRead={saved !== null} readAgain={readAgain} />;
  const notStarted = parts.filter(({ id }) => stateOf(json, saved, id).state === 'notStarted');
  const pathOf = (id: string) => parts.find((part) => part.id === id)?.path ?? id;
  return (
    <>
      {notStarted.length > 0 && (
        <Alert tone="warning" heading={m('answer.check.notStarted')}>
          <p>{m('answer.check.which', { parts: notStarted.map(({ title }) => `»${title}«`).join(', ') })}</p>
        </Alert>
      )}
      <PersonalNumbersLeft {...props} json={json} files={saved.files} />
      <HearingResponseView
        response={json}
        sections={sectionsOf(response, m('page.agreement.untitled'))}
        files={saved.files}
        changeHref={(id) => `${responseHref(round, response)}/${pathOf(id)}`}
      />
      <Sending {...props} saved={saved} readAgain={readAgain} />
      <p>
        <LinkButton href={responseHref(round, response)}>{m('page.response.write')}</LinkButton>
      </p>
    </>
  );
}

/** The sending for who may send, and else why not. */
function Sending(props: Checked & { readonly saved: ResponseFieldsFragment; readonly readAgain: () => void }) {
  const m = useMessages();
  const { round, response, saved, readAgain } = props;
  if (round.state === 'closed') return <p>{m('answer.check.closed')}</p>;
  return (
    <>
      <LateWarning dueAt={round.dueAt} response={response} />
      {response.may.submit ? (
        <SendResponse
          {...props}
          ownerName={round.ownerName}
          dueAt={round.dueAt}
          checked={{ seq: saved.text?.seq ?? null, files: saved.files.map(({ id }) => id) }}
          readAgain={readAgain}
        />
      ) : (
        <p>{m('page.response.othersSend')}</p>
      )}
    </>
  );
}

/** Nothing to read through yet: words are on their way, the answer did not come, or nobody can read it. */
function NotHere(props: {
  readonly error: CombinedError | undefined;
  readonly isWaiting: boolean;
  readonly isRead: boolean;
  readonly readAgain: () => void;
}) {
  const m = useMessages();
  const { error, isWaiting, isRead, readAgain } = props;
  if (isWaiting) return <p role="status">{m('answer.check.saving')}</p>;
  if (error)
    return (
      <Alert tone="error" live>
        <p>{m('answer.check.noAnswer')}</p>
        <p>{m(`page.trouble.${troubleOf(error)}.text`)}</p>
        <Button onClick={readAgain}>{m('page.trouble.retry')}</Button>
      </Alert>
    );
  return isRead ? <Alert tone="warning">{m('ui.closed.oldSchema')}</Alert> : <Loading />;
}

/**
 * The answer as the server has it, and how far it had come then. It is read through in this form and not as it stands in
 * the editor: what somebody else writes meanwhile is not what was read, and the server then refuses to send it.
 */
function useSavedAnswer(id: string, isWaiting: boolean) {
  const [{ data, error, fetching }, execute] = useQuery({
    query: ResponseDocument,
    variables: { id },
    requestPolicy: 'network-only',
    pause: isWaiting,
  });
  return {
    saved: data?.response ?? null,
    error: fetching ? undefined : error,
    readAgain: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** The deadline may pass while this page is open; what was sent in time, and is being corrected, stands for all that. */
function LateWarning({ dueAt, response }: { readonly dueAt: string; readonly response: ResponseFieldsFragment }) {
  const m = useMessages();
  const isPast = useIsPast(dueAt);
  if (!isPast) return null;
  const replacesInTime = correctedIn(response)?.late === false;
  return (
    <Alert tone="warning" heading={m('answer.check.isLate')} live>
      <p>{m(replacesInTime ? 'answer.correct.late' : 'answer.check.late')}</p>
    </Alert>
  );
}

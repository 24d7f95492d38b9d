import type { LocalDate } from '@enig/kernel';
import { useAnnouncer, useMessages } from '@enig/ui';
import { useEffect, useRef } from 'react';
import { useMutation } from 'urql';
import { useFormats } from '../formats';
import { AnswerMoreTimeDocument, AskMoreTimeDocument } from '../generated/graphql';
import { AskDay, AskWhy } from './ask-day';
import type { Round } from './hearing';

type Request = Round['timeRequests'][number];
interface Of {
  readonly round: Round;
  readonly refetch: () => void;
}

/**
 * Requests for more time: a body's own with the answer, or all of them for whoever hears, to be answered.
 *
 * @param props.asked how many times more time was asked for on this page: the button goes away with what it did, and
 *   the request that stands here instead takes focus.
 * @param props.asksAbove whether the page has the button where it says why more time is needed, or may come to have it: a
 *   button that moved would take its dialog along, and what is typed in it.
 */
export function MoreTime(
  props: Of & { readonly asked: number; readonly onAsked: () => void; readonly asksAbove: boolean },
) {
  const m = useMessages();
  const { round, refetch, asked, onAsked, asksAbove } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useRef(asked);
  const count = round.timeRequests.length;
  useEffect(() => {
    if (asked === seen.current || !heading.current) return;
    seen.current = asked;
    heading.current.focus();
  }, [count, asked]);
  const mayAsk = round.myResponse?.may.askMoreTime === true && !asksAbove;
  if (count === 0 && !mayAsk) return null;
  return (
    <section aria-labelledby="more-time">
      <h2 id="more-time" ref={heading} tabIndex={-1}>
        {m('page.moreTime.title')}
      </h2>
      {count > 0 && (
        <ul>
          {round.timeRequests.map((request) => (
            <li key={request.id}>
              <OneRequest request={request} round={round} refetch={refetch} />
            </li>
          ))}
        </ul>
      )}
      {mayAsk && <AskMoreTime round={round} refetch={refetch} onAsked={onAsked} />}
    </section>
  );
}

function OneRequest({ request, round, refetch }: Of & { readonly request: Request }) {
  const m = useMessages();
  const { date } = useFormats();
  const { body, wanted, reason, answer } = request;
  return (
    <>
      <p>{m('page.moreTime.asked', { body: body.name, wanted: date(wanted), reason })}</p>
      {answer && (
        <p>
          {answer.dueDate
            ? m('page.moreTime.given', { date: date(answer.dueDate), reason: answer.reason })
            : m('page.moreTime.declined', { reason: answer.reason })}
        </p>
      )}
      {!answer && !round.may.extend && <p>{m('page.moreTime.waits')}</p>}
      {!answer && round.may.extend && (
        <div className="e-button-row e-no-print">
          <Give request={request} round={round} refetch={refetch} />
          <Decline request={request} round={round} refetch={refetch} />
        </div>
      )}
    </>
  );
}

/** The button of a body that is asked and needs more time, and what it opens. */
export function AskMoreTime({ round, refetch, onAsked }: Of & { readonly onAsked: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [, ask] = useMutation(AskMoreTimeDocument);
  return (
    <AskDay
      title={m('page.moreTime.askTitle')}
      verb={m('page.moreTime.ask')}
      consequences={[m('page.moreTime.seen', { owner: round.ownerName }), m('page.moreTime.notYet')]}
      label={m('page.moreTime.wanted')}
      first={null}
      why={{ label: m('page.moreTime.why'), hint: m('page.moreTime.whyHint') }}
      send={async (wanted, reason) => {
        const result = await ask({ input: { response: round.myResponse?.id ?? '', wanted, reason } });
        return { result, payload: result.data?.askMoreTime };
      }}
      onDone={() => {
        onAsked();
        say(m('page.moreTime.waits'));
        refetch();
      }}
    >
      {m('page.moreTime.ask')}
    </AskDay>
  );
}

function Give({ request, round, refetch }: Of & { readonly request: Request }) {
  const m = useMessages();
  const answer = useAnswer(request, round);
  return (
    <AskDay
      title={m('page.moreTime.giveTitle')}
      verb={m('page.moreTime.give')}
      consequences={[m('page.moreTime.forAll'), m('page.extend.neverShorter')]}
      label={m('page.extend.due')}
      first={request.wanted as LocalDate}
      send={answer}
      onDone={refetch}
    >
      {m('page.moreTime.give')} <span className="e-hidden">{m('page.moreTime.of', { body: request.body.name })}</span>
    </AskDay>
  );
}

function Decline({ request, round, refetch }: Of & { readonly request: Request }) {
  const m = useMessages();
  const answer = useAnswer(request, round);
  return (
    <AskWhy
      look="quiet"
      title={m('page.moreTime.declineTitle')}
      verb={m('page.moreTime.decline')}
      consequences={[m('page.moreTime.declineSeen', { body: request.body.name })]}
      send={(reason) => answer(null, reason)}
      onDone={refetch}
    >
      {m('page.moreTime.decline')}{' '}
      <span className="e-hidden">{m('page.moreTime.of', { body: request.body.name })}</span>
    </AskWhy>
  );
}

/** Sends the answer to a request: the new day, or none, and why. */
function useAnswer(request: Request, round: Round) {
  const [, answer] = useMutation(AnswerMoreTimeDocument);
  return async (dueDate: LocalDate | null, reason: string) => {
    const result = await answer({ input: { round: round.id, request: request.id, dueDate, reason } });
    return { result, payload: result.data?.answerMoreTime };
  };
}

import type { LocalDate } from '@enig/kernel';
import { Alert, LinkButton, useMessages } from '@enig/ui';
import { useMutation } from 'urql';
import { useFormats } from '../formats';
import { EndHearingDocument, ExtendRoundDocument, type RoundFieldsFragment } from '../generated/graphql';
import { today } from '../today';
import { CloseRound } from '../treatment/close-round';
import { AskDay } from './ask-day';
import { AskedFirst } from './asked-first';

/** What one must know of a round to do something about it, or to go where that is done. */
export type ActedRound = Pick<
  RoundFieldsFragment,
  'id' | 'state' | 'dueDate' | 'dueAt' | 'answeredCount' | 'openPointCount' | 'may'
> & {
  readonly invited: readonly unknown[];
  readonly agreement: { readonly id: string };
  /** The names of those who are asked and have not answered. */
  readonly waitedFor: readonly string[];
};

type Acting = { readonly round: ActedRound; readonly refetch: () => void };
type Way = 'overview' | 'treatment';

/** Where whoever looks after a round goes next; nothing while the next thing is to end the collection or the round. */
function mainWay(round: ActedRound): Way | null {
  if (round.may.end && isTimeToEnd(round)) return null;
  if (mayTreat(round) && round.state === 'ended') return 'treatment';
  return round.may.oversee && round.state === 'collecting' ? 'overview' : null;
}

/** All have answered, or the deadline has passed (HE-12). */
function isTimeToEnd({ invited, answeredCount, dueDate }: ActedRound): boolean {
  return answeredCount >= invited.length || dueDate < today();
}

/** Without answers there are no points to answer. */
function mayTreat({ may, answeredCount }: ActedRound): boolean {
  return may.treat && answeredCount > 0;
}

/** Nobody answered: there are no points from which it could be closed. */
function isToBeClosed({ state, may, answeredCount }: ActedRound): boolean {
  return state === 'ended' && may.close && answeredCount === 0;
}

/** The main act of a hearing's page for whoever looks after it. */
export function MainAct({ round, refetch }: Acting) {
  if (isToBeClosed(round)) return <CloseRound round={round.id} points={0} answers={0} refetch={refetch} />;
  const way = mainWay(round);
  return way && <WayTo round={round} way={way} isMain />;
}

/**
 * What else one may do with a round, or see of it: the overview is there also when nothing can be done any more.
 * `withMain` where the page's main act is something else, as the way to one's own answer.
 */
export function RoundActs({ round, refetch, withMain = false }: Acting & { readonly withMain?: boolean }) {
  const { may } = round;
  const main = withMain ? null : mainWay(round);
  const closes = withMain && isToBeClosed(round);
  const ways = [
    ...(mayTreat(round) && main !== 'treatment' ? ['treatment' as const] : []),
    ...(may.oversee && main !== 'overview' ? ['overview' as const] : []),
  ];
  if (ways.length === 0 && !may.extend && !may.end && !closes) return null;
  return (
    <>
      <div className="e-button-row e-no-print">
        {ways.map((way) => (
          <WayTo key={way} round={round} way={way} />
        ))}
        <DeadlineActs round={round} refetch={refetch} />
        {closes && <CloseRound round={round.id} points={0} answers={0} refetch={refetch} />}
      </div>
      <NotYetTimeToEnd round={round} />
    </>
  );
}

function WayTo({ round, way, isMain }: { readonly round: ActedRound; readonly way: Way; readonly isMain?: boolean }) {
  const m = useMessages();
  const { id, agreement, openPointCount } = round;
  const href = {
    overview: `/aftaler/${agreement.id}/hoering/${id}/overblik`,
    treatment: `/aftaler/${agreement.id}/behandling/${id}`,
  };
  return (
    <LinkButton href={href[way]} look={isMain ? 'primary' : 'secondary'}>
      {way === 'overview' ? m('page.overview.link') : m('page.agreement.openPoints', { count: openPointCount })}
    </LinkButton>
  );
}

/** More time for all, or an end to the collection where it can end, for whoever holds the hearing. */
export function DeadlineActs({ round, refetch }: Acting) {
  return (
    <>
      {round.may.extend && <Extend round={round} refetch={refetch} />}
      {round.may.end && isTimeToEnd(round) && <End round={round} refetch={refetch} />}
    </>
  );
}

function Extend({ round, refetch }: Acting) {
  const m = useMessages();
  const [, extend] = useMutation(ExtendRoundDocument);
  return (
    <AskDay
      title={m('page.extend.title')}
      verb={m('page.extend.verb')}
      consequences={[m('page.extend.seen'), m('page.extend.neverShorter')]}
      label={m('page.extend.due')}
      first={round.dueDate as LocalDate}
      send={async (dueDate, reason) => {
        const result = await extend({ input: { round: round.id, dueDate, reason } });
        return { result, payload: result.data?.extendRound };
      }}
      onDone={refetch}
    >
      {m('page.extend.verb')}
    </AskDay>
  );
}

/** How many of those who are waited for are named; the overview and the table of answers name them all. */
const NAMED = 3;

/** Why whoever holds the hearing cannot end the collection yet: who is waited for, and until when (HE-12). */
export function NotYetTimeToEnd({ round }: { readonly round: ActedRound }) {
  const m = useMessages();
  const formats = useFormats();
  const { may, waitedFor, dueAt } = round;
  if (!may.end || isTimeToEnd(round)) return null;
  const others = waitedFor.length - NAMED;
  // One more is named as shortly as it is counted.
  const named = others > 1 ? [...waitedFor.slice(0, NAMED), m('treat.waitsForOthers', { count: others })] : waitedFor;
  return (
    <p className="e-note e-no-print">
      {m('page.endHearing.notYet', { names: formats.list(named), deadline: formats.dueAt(dueAt) })}
    </p>
  );
}

function End({ round, refetch }: Acting) {
  const m = useMessages();
  const [, end] = useMutation(EndHearingDocument);
  const missing = round.invited.length - round.answeredCount;
  return (
    <AskedFirst
      look="primary"
      title={m('page.endHearing.title')}
      verb={m('page.endHearing.verb')}
      consequences={[m('page.endHearing.write'), m('page.endHearing.late')]}
      undoable={false}
      warning={
        missing > 0 && (
          <Alert tone="warning">
            <p>{m('page.endHearing.missing', { count: missing })}</p>
          </Alert>
        )
      }
      act={async () => {
        const result = await end({ input: { round: round.id } });
        return { result, payload: result.data?.endHearing };
      }}
      done={refetch}
    >
      {m('page.endHearing.verb')}
    </AskedFirst>
  );
}

import type { LocalDate } from '@enig/kernel';
import { Alert, Button, ConfirmDialog, LinkButton, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { EndHearingDocument, ExtendRoundDocument, type RoundFieldsFragment } from '../generated/graphql';
import { today } from '../today';
import { AskDay } from './ask-day';

/** What one must know of a round to do something about it, or to go where that is done. */
export type ActedRound = Pick<
  RoundFieldsFragment,
  'id' | 'state' | 'dueDate' | 'answeredCount' | 'openPointCount' | 'may'
> & { readonly invited: readonly unknown[]; readonly agreement: { readonly id: string } };

type Acting = { readonly round: ActedRound; readonly refetch: () => void };
type Way = 'overview' | 'treatment';

/** Where whoever looks after a round goes next; nothing while the next thing is to end the collection. */
function mainWay(round: ActedRound): Way | null {
  if (round.may.end && isTimeToEnd(round)) return null;
  if (round.may.treat && round.state === 'ended') return 'treatment';
  return round.may.oversee && round.state === 'collecting' ? 'overview' : null;
}

/** All have answered, or the deadline has passed. */
function isTimeToEnd({ invited, answeredCount, dueDate }: ActedRound): boolean {
  return answeredCount >= invited.length || dueDate < today();
}

/** The main act of a hearing's page for whoever looks after it. */
export function MainAct({ round }: { readonly round: ActedRound }) {
  const way = mainWay(round);
  return way && <WayTo round={round} way={way} isMain />;
}

/** What else one may do with a round, or see of it: the overview is there also when nothing can be done any more. */
export function RoundActs({ round, refetch }: Acting) {
  const { may } = round;
  const main = mainWay(round);
  const ways = [
    ...(may.treat && main !== 'treatment' ? ['treatment' as const] : []),
    ...(may.oversee && main !== 'overview' ? ['overview' as const] : []),
  ];
  if (ways.length === 0 && !may.extend && !may.end) return null;
  return (
    <div className="e-button-row e-no-print">
      {ways.map((way) => (
        <WayTo key={way} round={round} way={way} />
      ))}
      <DeadlineActs round={round} refetch={refetch} />
    </div>
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

/** More time for all, or an end to the collection, for whoever holds the hearing. */
export function DeadlineActs({ round, refetch }: Acting) {
  return (
    <>
      {round.may.extend && <Extend round={round} refetch={refetch} />}
      {round.may.end && <End round={round} refetch={refetch} />}
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

function End({ round, refetch }: Acting) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [, end] = useMutation(EndHearingDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await end({ input: { round: round.id } });
    return { result, payload: result.data?.endHearing };
  });
  const confirm = async () => {
    if (!(await run())) return;
    setOpen(false);
    refetch();
  };
  const missing = round.invited.length - round.answeredCount;
  return (
    <>
      <Button look={isTimeToEnd(round) ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        {m('page.endHearing.verb')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={m('page.endHearing.title')}
        verb={m('page.endHearing.verb')}
        consequences={[m('page.endHearing.write'), m('page.endHearing.late')]}
        undoable={false}
        busy={busy}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      >
        {missing > 0 && (
          <Alert tone="warning">
            <p>{m('page.endHearing.missing', { count: missing })}</p>
          </Alert>
        )}
      </ConfirmDialog>
    </>
  );
}

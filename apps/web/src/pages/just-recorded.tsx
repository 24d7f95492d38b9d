import { Alert, useAnnouncer, useMessages } from '@enig/ui';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Board } from './board-view';

/** What is told on the board about a decision that was recorded on another page. */
export interface JustRecordedState {
  readonly recorded: {
    readonly id: string;
    /** Whose decision it is, by name. */
    readonly party: string;
    readonly receiptUrl: string;
    /** Who has to confirm it before it counts; null where nobody has. */
    readonly waitsFor: 'party' | 'colleague' | null;
  };
}

/** Says at the top of the board that a decision was recorded, with the way to its receipt, and whom it waits for while it does. */
export function JustRecorded({ board }: { readonly board: Pick<Board, 'rows'> }) {
  const m = useMessages();
  const recorded = useToldOnce();
  const party = recorded?.party ?? '';
  const heading = m('page.approval.recorded', { party });
  const waits = {
    party: m('page.approval.recordedEntered', { party }),
    colleague: m('page.approval.recordedSecond'),
  };
  const waiting = recorded?.waitsFor ? waits[recorded.waitsFor] : null;
  useSaidOnce(recorded, [heading, ...(waiting ? [waiting] : [])].join(' '));
  if (!recorded) return null;
  return (
    <Alert tone="done" heading={heading}>
      {waiting && mayWait(board, recorded.id) && <p>{waiting}</p>}
      <p>
        <a href={recorded.receiptUrl}>{m('page.approval.recordedReceipt')}</a>
      </p>
    </Alert>
  );
}

/** Has it read out when it comes, and not again when it is confirmed meanwhile. */
function useSaidOnce(recorded: JustRecordedState['recorded'] | null, words: string): void {
  const { say } = useAnnouncer();
  const latest = useRef({ say, words });
  useEffect(() => {
    latest.current = { say, words };
  });
  useEffect(() => {
    if (recorded) latest.current.say(latest.current.words);
  }, [recorded]);
}

/**
 * Whether a decision still waits to be confirmed, as far as the board knows: it neither counts nor has fallen away, and
 * nothing took its place. A board from before it was recorded knows nothing of it.
 */
function mayWait({ rows }: Pick<Board, 'rows'>, id: string): boolean {
  const places = rows.flatMap(({ cells }) => cells).flatMap((cell) => cell.places);
  const isOver = ({ decision, unconfirmed }: (typeof places)[number]) =>
    decision?.id === id ||
    (unconfirmed?.id === id && unconfirmed.fellAway) ||
    [decision, unconfirmed].some((each) => each?.superseded.some((before) => before.id === id));
  return !places.some(isOver);
}

/**
 * What the other page told, for as long as this one is shown. Whoever loads it again or comes back to it is not told once
 * more: it may have been confirmed since, or something else recorded.
 */
function useToldOnce(): JustRecordedState['recorded'] | null {
  const { pathname, search, hash, state } = useLocation();
  const navigate = useNavigate();
  const [told, setTold] = useState<{ readonly at: string; readonly state: JustRecordedState } | null>(null);
  const isNew = isJustRecorded(state);
  if (isNew && told?.state !== state) setTold({ at: pathname, state });
  useEffect(() => {
    if (isNew) void navigate({ search, hash }, { replace: true, state: null });
  }, [isNew, navigate, search, hash]);
  return told?.at === pathname ? told.state.recorded : null;
}

function isJustRecorded(state: unknown): state is JustRecordedState {
  return typeof state === 'object' && state !== null && 'recorded' in state;
}

import { Alert, useMessages } from '@enig/ui';
import { useEffect, useState } from 'react';
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
  if (!recorded) return null;
  const { id, party, receiptUrl } = recorded;
  const waitsFor = isWaiting(board, id) ? recorded.waitsFor : null;
  return (
    <Alert tone="done" heading={m('page.approval.recorded', { party })}>
      {waitsFor === 'party' && <p>{m('page.approval.recordedEntered', { party })}</p>}
      {waitsFor === 'colleague' && <p>{m('page.approval.recordedSecond')}</p>}
      <p>
        <a href={receiptUrl}>{m('page.approval.recordedReceipt')}</a>
      </p>
    </Alert>
  );
}

/** Whether a decision waits to be confirmed: it neither counts nor has fallen away, and nothing took its place. */
function isWaiting({ rows }: Pick<Board, 'rows'>, id: string): boolean {
  const waiting = rows.flatMap(({ cells }) => cells).flatMap(({ places }) => places.map((place) => place.unconfirmed));
  return waiting.some((decision) => decision?.id === id && !decision.fellAway);
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

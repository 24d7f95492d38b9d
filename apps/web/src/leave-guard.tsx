import { ConfirmDialog, useMessages, type CollaborationSnapshot } from '@enig/ui';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useBlocker } from 'react-router';

/** `onTheirWay` words reach the server by themselves when a page is left; those `inDanger` may never. */
type Words = 'safe' | 'onTheirWay' | 'inDanger';

interface Guard {
  readonly holds: (words: Words) => void;
  readonly ask: (then: () => void) => void;
}

const GuardContext = createContext<Guard>({ holds: () => undefined, ask: (then) => then() });

/**
 * Stands between a person and losing words they have written here: asks before another page is shown and before
 * somebody else is signed in. What stays on the page is not asked about.
 */
export function LeaveGuard({ children }: { readonly children: ReactNode }) {
  const words = useRef<Words>('safe');
  const [asked, setAsked] = useState<{ readonly then: () => void } | null>(null);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      words.current === 'inDanger' && currentLocation.pathname !== nextLocation.pathname,
  );
  const ask = useCallback((then: () => void) => {
    if (words.current === 'safe') then();
    else setAsked({ then });
  }, []);
  const holds = useCallback((held: Words) => {
    words.current = held;
  }, []);
  const guard = useMemo(() => ({ holds, ask }), [holds, ask]);
  const isBlocked = blocker.state === 'blocked';
  const stay = () => {
    setAsked(null);
    if (isBlocked) blocker.reset();
  };
  const go = () => {
    words.current = 'safe';
    setAsked(null);
    asked?.then();
    if (isBlocked) blocker.proceed();
  };
  return (
    <GuardContext value={guard}>
      {children}
      <LeaveDialog open={isBlocked || asked !== null} go={go} stay={stay} />
    </GuardContext>
  );
}

function LeaveDialog(props: { readonly open: boolean; readonly go: () => void; readonly stay: () => void }) {
  const m = useMessages();
  return (
    <ConfirmDialog
      open={props.open}
      title={m('page.leave.title')}
      verb={m('page.leave.verb')}
      consequences={[m('page.leave.lost'), m('page.leave.copy')]}
      undoable={false}
      danger
      onConfirm={props.go}
      onCancel={props.stay}
    />
  );
}

/** Does something that would take the words with it, once the person has said so. */
export function useAskBeforeLeaving(): Guard['ask'] {
  return useContext(GuardContext).ask;
}

/** Tells the guard how the words of the page stand, for as long as the page is shown. */
export function useGuardedWords({ hasUnsaved, state }: CollaborationSnapshot): void {
  const { holds } = useContext(GuardContext);
  const words = !hasUnsaved ? 'safe' : state.kind === 'saving' ? 'onTheirWay' : 'inDanger';
  useEffect(() => {
    holds(words);
    return () => holds('safe');
  }, [holds, words]);
}

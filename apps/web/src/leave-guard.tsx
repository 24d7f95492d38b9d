import { ConfirmDialog, useMessages, type CollaborationSnapshot } from '@enig/ui';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useBlocker } from 'react-router';

/** `onTheirWay` words reach the server by themselves when a page is left; those `inDanger` may never. */
type Words = 'safe' | 'onTheirWay' | 'inDanger';

interface Guard {
  /** What one place on the page, a text or a form, holds now. */
  readonly holds: (place: string, words: Words) => void;
  readonly ask: (then: () => void) => void;
}

const GuardContext = createContext<Guard>({ holds: () => undefined, ask: (then) => then() });

/**
 * Stands between a person and losing words they have written here: asks before another page is shown and before
 * somebody else is signed in. What stays on the page is not asked about.
 */
export function LeaveGuard({ children }: { readonly children: ReactNode }) {
  const places = useRef(new Map<string, Words>());
  const [asked, setAsked] = useState<{ readonly then: () => void } | null>(null);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      [...places.current.values()].includes('inDanger') && currentLocation.pathname !== nextLocation.pathname,
  );
  const ask = useCallback((then: () => void) => {
    if (places.current.size === 0) then();
    else setAsked({ then });
  }, []);
  const holds = useCallback((place: string, words: Words) => {
    if (words === 'safe') places.current.delete(place);
    else places.current.set(place, words);
  }, []);
  const guard = useMemo(() => ({ holds, ask }), [holds, ask]);
  const isBlocked = blocker.state === 'blocked';
  const stay = () => {
    setAsked(null);
    if (isBlocked) blocker.reset();
  };
  const go = () => {
    places.current.clear();
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
  usePlace(!hasUnsaved ? 'safe' : state.kind === 'saving' ? 'onTheirWay' : 'inDanger');
}

/**
 * Guards what somebody has typed into a plain form and not sent, also against closing the window.
 *
 * @param isTyped whether the form holds something that is only there.
 * @returns how to say that it was sent, where the next page is shown before this one knows.
 */
export function useGuardedForm(isTyped: boolean): () => void {
  const sent = usePlace(isTyped ? 'inDanger' : 'safe');
  useEffect(() => {
    if (!isTyped) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isTyped]);
  return sent;
}

/** Holds the words of one place for as long as it is shown. @returns how to let go of them at once. */
function usePlace(words: Words): () => void {
  const { holds } = useContext(GuardContext);
  const place = useId();
  useEffect(() => {
    holds(place, words);
    return () => holds(place, 'safe');
  }, [holds, place, words]);
  return () => holds(place, 'safe');
}

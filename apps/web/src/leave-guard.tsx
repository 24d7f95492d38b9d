import { ConfirmDialog, FATES, fateOf, useMessages, type CollaborationSnapshot, type Fate } from '@enig/ui';
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

/** A text stays open on all pages that are one to it, a form is gone with its page. */
type Kind = 'text' | 'form';

interface Held {
  readonly fate: Fate;
  readonly kind: Kind;
}

interface Guard {
  /** What one place on the page, a text or a form, holds now. */
  readonly holds: (place: string, fate: Fate, kind: Kind) => void;
  readonly ask: (then: () => void, isMoreInBrowser: boolean) => void;
}

const GuardContext = createContext<Guard>({ holds: () => undefined, ask: (then) => then() });

/**
 * Stands between a person and losing words they have written here: asks before another page is shown and before
 * somebody else is signed in. What stays on the page is not asked about.
 */
export function LeaveGuard({ children }: { readonly children: ReactNode }) {
  const places = useRef(new Map<string, Held>());
  /** What is to be said of the words where leaving was held up: what happens to those that fare worst. */
  const [fate, setFate] = useState<Fate>('safe');
  const [asked, setAsked] = useState<{ readonly then: () => void } | null>(null);
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    holdsUp(worstOf(leftBehind(places.current, currentLocation.pathname, nextLocation.pathname))),
  );
  const ask = useCallback((then: () => void, isMoreInBrowser: boolean) => {
    if (places.current.size === 0 && !isMoreInBrowser) then();
    else setAsked({ then });
  }, []);
  const holds = useCallback((place: string, held: Fate, kind: Kind) => {
    if (held === 'safe') places.current.delete(place);
    else places.current.set(place, { fate: held, kind });
    setFate(worstOf([...places.current.values()]));
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
      <LeaveDialog told={asked ? 'removed' : isBlocked ? fate : null} go={go} stay={stay} />
    </GuardContext>
  );
}

/** What is held of what going from one address to another would lose. */
function leftBehind(places: ReadonlyMap<string, Held>, from: string, to: string): readonly Held[] {
  if (from === to) return [];
  return [...places.values()].filter(({ kind }) => kind === 'form' || pageOf(from) !== pageOf(to));
}

/** The parts of an answer are one page: its words stay open from one to the next. */
function pageOf(path: string): string {
  return /^.*\/svar\/[^/]+/.exec(path)?.[0] ?? path;
}

/** What one must know of the words before one goes; `removed` where another person is to have the browser. */
type Told = Fate | 'removed';

/** What is said at the top: that words are not sent, where they will be; else that they are not saved. */
function titleOf(told: Told) {
  const willBeSent = told === 'kept' || told === 'keptUntilOpened' || told === 'keptUntilSignIn';
  return willBeSent ? 'page.leave.keptTitle' : 'page.leave.title';
}

/** Whether they can be found again. */
function isFound(told: Told): told is FoundFate {
  return told === 'setAside' || told === 'keptForCopying' || titleOf(told) === 'page.leave.keptTitle';
}

type FoundFate = Exclude<Fate, 'safe' | 'onTheirWay' | 'inDanger'>;

function LeaveDialog(props: { readonly told: Told | null; readonly go: () => void; readonly stay: () => void }) {
  const m = useMessages();
  const told = props.told ?? 'safe';
  const found = isFound(told);
  const consequences = found
    ? [m(`ui.fate.${told}`)]
    : [m(told === 'removed' ? 'page.leave.removed' : 'page.leave.lost'), m('page.leave.copy')];
  return (
    <ConfirmDialog
      open={props.told !== null}
      title={m(titleOf(told))}
      verb={m(found ? 'page.leave.keptVerb' : 'page.leave.verb')}
      consequences={consequences}
      undoable={found}
      danger={!found}
      onConfirm={props.go}
      onCancel={props.stay}
    />
  );
}

/**
 * Does something that takes the words with it, also those the browser keeps, once the person has said so. The second
 * argument says whether the browser keeps words of theirs from other pages.
 */
export function useAskBeforeLeaving(): Guard['ask'] {
  return useContext(GuardContext).ask;
}

/** Tells the guard how the words of the page stand, for as long as the page is shown. */
export function useGuardedWords(snapshot: CollaborationSnapshot): void {
  usePlace(fateOf(snapshot), 'text');
}

/**
 * Guards what somebody has typed into a plain form and not sent, also against closing the window.
 *
 * @param isTyped whether the form holds something that is only there.
 * @param isKept whether the window keeps it, so that one may go to another page and come back: it is lost with the
 *   window, and when somebody else is to have the browser.
 * @returns how to say that it was sent, where the next page is shown before this one knows.
 */
export function useGuardedForm(isTyped: boolean, { isKept = false } = {}): () => void {
  const sent = usePlace(!isTyped ? 'safe' : isKept ? 'onTheirWay' : 'inDanger', 'form');
  useEffect(() => {
    if (!isTyped) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isTyped]);
  return sent;
}

/** Holds the words of one place for as long as it is shown. @returns how to let go of them at once. */
function usePlace(fate: Fate, kind: Kind): () => void {
  const { holds } = useContext(GuardContext);
  const place = useId();
  useEffect(() => {
    holds(place, fate, kind);
    return () => holds(place, 'safe', kind);
  }, [holds, place, fate, kind]);
  return () => holds(place, 'safe', kind);
}

function worstOf(held: readonly Held[]): Fate {
  return FATES.findLast((fate) => held.some((each) => each.fate === fate)) ?? 'safe';
}

/** Whether leaving is asked about: not where there is nothing to say. */
function holdsUp(fate: Fate): boolean {
  return fate !== 'safe' && fate !== 'onTheirWay';
}

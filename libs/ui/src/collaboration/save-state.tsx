import { useEffect, useRef, useState } from 'react';
import { useAnnouncer } from '../announcer';
import { clockTime, dayOf, isToday } from '../clock';
import { useLocale, useMessages, type Locale, type Translate } from '../messages';
import { MarkShape, type MarkState } from '../parts/state-mark';
import { helpOf, type Standing } from './help';
import type { CollaborationSnapshot } from './snapshot';
import { isSignedOut, type CollaborationState } from './state';

/** How long all must have been saved before it is said, in milliseconds: else the line would flicker while writing. */
const CALM = 600;

const MARKS: Readonly<Record<CollaborationState['kind'], MarkState>> = {
  connecting: 'inProgress',
  synced: 'done',
  saving: 'inProgress',
  saved: 'done',
  unsaved: 'missing',
  offline: 'missing',
  readOnly: 'notStarted',
  refused: 'refused',
  closed: 'refused',
};

/** One line: where the text stands between this page and the server. "Gemt kl. 10.42" is said when it is so. */
export function SaveState({ snapshot }: { readonly snapshot: Standing & Pick<CollaborationSnapshot, 'hasUnsaved'> }) {
  const m = useMessages();
  const locale = useLocale();
  const state = useCalm(snapshot.state);
  const sentence = isSignedOut(state)
    ? m(snapshot.hasUnsaved ? 'ui.save.signedOutUnsaved' : 'ui.save.signedOut')
    : sentenceOf(state, m, locale);
  useStateAnnounced(state, sentence, helpOf({ ...snapshot, state }, m));
  return (
    <span className="e-save-state">
      <MarkShape state={MARKS[state.kind]} /> {sentence}
    </span>
  );
}

function sentenceOf(state: CollaborationState, m: Translate, locale: Locale): string {
  switch (state.kind) {
    case 'saved':
      return m('ui.save.saved', { time: clockTime(state.at, locale) });
    case 'unsaved':
      return isToday(state.since)
        ? m('ui.save.unsaved', { time: clockTime(state.since, locale) })
        : m('ui.save.unsavedOn', { date: dayOf(state.since, locale), time: clockTime(state.since, locale) });
    case 'offline':
      return m('ui.save.offline', { time: clockTime(state.since, locale) });
    case 'closed':
      return m('ui.closed.stopped');
    default:
      return m(`ui.save.${state.kind}`);
  }
}

/** Bad news at once; that all is saved only once it has been so for a moment. */
function useCalm(state: CollaborationState): CollaborationState {
  const [shown, setShown] = useState(state);
  const isGood = state.kind === 'saved' || state.kind === 'synced';
  const waits = isGood && shown.kind === 'saving';
  if (!waits && shown !== state) setShown(state);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setShown(state), CALM);
    return () => clearTimeout(timer);
  }, [state, waits]);
  return waits ? shown : state;
}

/**
 * Read out: at once when words are in danger, when they no longer are, and when one can no longer write, or can again;
 * each time with what stands beside it at length, and again when that changes. Otherwise it is gathered with the rest.
 * What is refused or closed says so itself, where it offers the words.
 */
function useStateAnnounced({ kind }: CollaborationState, sentence: string, help: string | null): void {
  const { say, report } = useAnnouncer();
  // What was said last, or meant nothing: saving is neither good nor bad news.
  const before = useRef<Said>({ kind: 'connecting', help: null });
  useEffect(() => {
    const was = before.current;
    if (kind === 'saving' || kind === 'connecting' || (was.kind === kind && was.help === help)) return;
    before.current = { kind, help };
    if (isNews(kind)) say([sentence, help].filter(Boolean).join('. '));
    else if (isNews(was.kind)) say(sentence);
    else if (kind === 'saved' && was.kind !== 'connecting') report(sentence, 'all');
  }, [kind, sentence, help, say, report]);
}

type Said = { readonly kind: CollaborationState['kind']; readonly help: string | null };

function isNews(kind: CollaborationState['kind']): boolean {
  return kind === 'unsaved' || kind === 'offline' || kind === 'readOnly';
}

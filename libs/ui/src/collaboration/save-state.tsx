import { isMessageCode, type UpdateRefusedCode } from '@enig/messages';
import { useEffect, useId, useRef, useState } from 'react';
import { useAnnouncer } from '../announcer';
import { clockTime } from '../clock';
import { useLocale, useMessages, type Locale, type Translate } from '../messages';
import { Alert } from '../parts/alert';
import { Button } from '../parts/button';
import { MarkShape, type MarkState } from '../parts/state-mark';
import type { CollaborationState } from './state';
import type { OpenText } from './use-collaboration';

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
export function SaveState({ state }: { readonly state: CollaborationState }) {
  const m = useMessages();
  const locale = useLocale();
  const shown = useCalm(state);
  const sentence = sentenceOf(shown, m, locale);
  useStateAnnounced(shown, sentence);
  return (
    <span className="e-save-state">
      <MarkShape state={MARKS[shown.kind]} /> {sentence}
    </span>
  );
}

/**
 * What must be said at length: why nothing is saved, why it cannot be written in, and the words that were not accepted,
 * to be copied before the saved text is fetched. Nothing is drawn when all is well.
 */
export function SaveTrouble({ text: { collaboration, snapshot, restart } }: { readonly text: OpenText }) {
  const m = useMessages();
  const { state } = snapshot;
  switch (state.kind) {
    case 'unsaved':
      return <Alert tone="warning">{m('ui.save.unsavedHelp')}</Alert>;
    case 'offline':
      return <Alert tone="info">{m('ui.save.offlineHelp')}</Alert>;
    case 'readOnly':
      return <Alert tone="info">{readOnlyReason(state.reason, m)}</Alert>;
    case 'refused':
      return (
        <Alert tone="error" heading={m('ui.save.refused')} live>
          <p>{m(isUpdateRefused(state.code) ? state.code : 'ui.save.refusedHelp')}</p>
          <UnsavedWords words={collaboration?.unsavedWords() ?? ''} onReload={restart} />
        </Alert>
      );
    case 'closed':
      return (
        <Alert tone="error" heading={m(`ui.closed.${state.reason}`)} live>
          {snapshot.hasUnsaved && <UnsavedWords words={collaboration?.unsavedWords() ?? ''} onReload={null} />}
        </Alert>
      );
    default:
      return null;
  }
}

function UnsavedWords({ words, onReload }: { readonly words: string; readonly onReload: (() => void) | null }) {
  const m = useMessages();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      setOutcome('copied');
    } catch {
      // Some browsers keep the clipboard from pages; then the words are marked for the person to copy.
      field.current?.select();
      setOutcome('copyFailed');
    }
  };
  return (
    <>
      {words !== '' && (
        <>
          <label className="form-label" htmlFor={id}>
            {m('ui.save.yourWords')}
          </label>
          <textarea ref={field} id={id} className="form-input e-width-full" readOnly rows={4} value={words} />
        </>
      )}
      <div className="e-button-row">
        {words !== '' && <Button onClick={() => void copy()}>{m('ui.save.copyWords')}</Button>}
        {onReload && <Button onClick={onReload}>{m('ui.save.reload')}</Button>}
      </div>
      <p role="status">{outcome && m(`ui.save.${outcome}`)}</p>
    </>
  );
}

function sentenceOf(state: CollaborationState, m: Translate, locale: Locale): string {
  switch (state.kind) {
    case 'saved':
      return m('ui.save.saved', { time: clockTime(state.at, locale) });
    case 'unsaved':
      return m('ui.save.unsaved', { time: clockTime(state.since, locale) });
    case 'offline':
      return m('ui.save.offline', { time: clockTime(state.since, locale) });
    case 'closed':
      return m('ui.closed.stopped');
    default:
      return m(`ui.save.${state.kind}`);
  }
}

/** Why a text can only be read, in words. @param reason the server's code. */
export function readOnlyReason(reason: string, m: Translate): string {
  const code = `ui.readOnly.${reason}`;
  return isReasonCode(code) ? m(code) : m('ui.readOnly.other');
}

type ReasonCode = 'ui.readOnly.hearing' | 'ui.readOnly.noRight' | 'ui.readOnly.other';

/** All sentences of this group are without places. */
function isReasonCode(code: string): code is ReasonCode {
  return isMessageCode(code);
}

/** All sentences of these codes are without places. */
function isUpdateRefused(code: string): code is UpdateRefusedCode {
  return code.startsWith('CO-') && isMessageCode(code);
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

/** Read out: at once when words are in danger, gathered with the rest when all is well. */
function useStateAnnounced(state: CollaborationState, sentence: string): void {
  const { say, report } = useAnnouncer();
  const before = useRef<CollaborationState['kind']>('connecting');
  useEffect(() => {
    if (before.current === state.kind) return;
    const wasFirst = before.current === 'connecting';
    before.current = state.kind;
    if (state.kind === 'unsaved' || state.kind === 'offline' || state.kind === 'readOnly') say(sentence);
    else if (state.kind === 'saved' && !wasFirst) report(sentence, 'all');
  }, [state.kind, sentence, say, report]);
}

import { isMessageCode, type UpdateRefusedCode } from '@enig/messages';
import type { ReactNode } from 'react';
import { useMessages } from '../messages';
import { Alert } from '../parts/alert';
import { Button } from '../parts/button';
import { fateOf, type Fate } from './fate';
import { helpOf } from './help';
import { useOffering } from './offered';
import type { ClosedReason } from './state';
import type { Unsaved } from './unsaved';
import type { OpenText } from './use-collaboration';
import { WordsToCopy } from './words-to-copy';

/**
 * What must be said at length: why nothing is saved and what becomes of the words, why it cannot be written in, and the
 * words that were not accepted, to be copied before the saved text is fetched. Nothing is drawn when all is well.
 */
export function SaveTrouble({ text }: { readonly text: OpenText }) {
  const m = useMessages();
  const { state } = text.snapshot;
  const isOffering = state.kind === 'refused' || state.kind === 'closed';
  useOffering(isOffering ? (text.collaboration?.textId ?? null) : null);
  if (state.kind === 'refused') return <Refused code={state.code} text={text} />;
  if (state.kind === 'closed') return <Closed reason={state.reason} text={text} />;
  // What is said here is read out together with the line.
  const help = helpOf(text.snapshot, m);
  return help === null ? null : <Alert tone={state.kind === 'unsaved' ? 'warning' : 'info'}>{help}</Alert>;
}

const NOTHING: Unsaved = { words: '', hasMore: false };

function Refused({ code, text }: { readonly code: string; readonly text: OpenText }) {
  const m = useMessages();
  return (
    <Alert tone="error" heading={m('ui.save.refused')} live>
      <p>{m(isUpdateRefused(code) ? code : 'ui.save.refusedHelp')}</p>
      <UnsavedToCopy text={text}>
        <Button onClick={text.restart}>{m('ui.save.reload')}</Button>
      </UnsavedToCopy>
    </Alert>
  );
}

/** What happened, what becomes of the words, and what can be done now. */
function Closed({ reason, text }: { readonly reason: ClosedReason; readonly text: OpenText }) {
  const m = useMessages();
  return (
    <Alert tone="error" heading={m(`ui.closed.${reason}`)} live>
      <UnsavedToCopy text={text}>
        <WayOn reason={reason} text={text} />
      </UnsavedToCopy>
    </Alert>
  );
}

/** What becomes of what is not saved, its words to be copied, and what else can be done. */
function UnsavedToCopy({ text, children }: { readonly text: OpenText; readonly children: ReactNode }) {
  const m = useMessages();
  const { collaboration, snapshot } = text;
  const { words, hasMore } = (snapshot.hasUnsaved && collaboration?.unsaved()) || NOTHING;
  const fate = fateOf(snapshot);
  return (
    <>
      {(words !== '' || (hasMore && isSent(fate))) && <p>{m(sentenceOf(fate))}</p>}
      {hasMore && !isSent(fate) && <p>{m('ui.save.moreThanWords')}</p>}
      <WordsToCopy words={words} onCopied={() => collaboration?.releaseWords()}>
        {children}
      </WordsToCopy>
    </>
  );
}

/** Whether it reaches the server after all. */
function isSent(fate: Fate): boolean {
  return fate !== 'setAside' && fate !== 'inDanger' && fate !== 'keptForCopying';
}

function sentenceOf(fate: Fate) {
  return fate === 'safe' || fate === 'onTheirWay' || fate === 'inDanger'
    ? 'ui.save.copyFirst'
    : (`ui.fate.${fate}` as const);
}

function WayOn({ reason, text }: { readonly reason: ClosedReason; readonly text: OpenText }) {
  const m = useMessages();
  switch (reason) {
    case 'noRight':
    case 'noSuchText':
      return null;
    case 'malformed':
    case 'tooLarge':
      return <Button onClick={text.restart}>{m('ui.save.reload')}</Button>;
    case 'tooFast':
      return <Button onClick={() => text.collaboration?.reconnect()}>{m('ui.save.tryAgain')}</Button>;
    case 'signedOut':
      return <SignIn text={text} />;
    default:
      return <Button onClick={() => reload(text)}>{m('ui.save.reloadPage')}</Button>;
  }
}

/** The page that is fetched anew asks who one is. */
function SignIn({ text }: { readonly text: OpenText }) {
  const m = useMessages();
  return <Button onClick={() => reload(text)}>{m('ui.save.signIn')}</Button>;
}

function reload({ snapshot, collaboration }: OpenText): void {
  // The browser need not ask about words it keeps.
  if (snapshot.isKept || snapshot.isSetAside) collaboration?.destroy();
  location.reload();
}

/** All sentences of these codes are without places. */
function isUpdateRefused(code: string): code is UpdateRefusedCode {
  return code.startsWith('CO-') && isMessageCode(code);
}

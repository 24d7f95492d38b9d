import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useAnnouncer } from '../announcer';
import { momentWords } from '../clock';
import { Link } from '../links';
import { useLocale, useMessages } from '../messages';
import { Alert } from '../parts/alert';
import { Button } from '../parts/button';
import { releaseWords } from './giving-up';
import { useOfferedElsewhere } from './offered';
import { WordsToCopy } from './words-to-copy';
import { isOnlyHere, onWordsSetAside, wordsSetAside, type WordsSetAside } from './words-set-aside';

/**
 * Words that were not accepted when they were sent, perhaps on another page or another day: offered on every page until
 * their author has copied or dismissed them. Nothing is drawn when there are none.
 */
export function LeftWords({ person }: { readonly person: string }) {
  const m = useMessages();
  const place = useRef<HTMLElement>(null);
  const kept = useSyncExternalStore(
    (listener) => onWordsSetAside(person, listener),
    () => wordsSetAside(person),
  );
  // What has been copied is not offered the next time, but stays here as long as one looks at it.
  const [copied, setCopied] = useState<readonly WordsSetAside[]>([]);
  const elsewhere = useOfferedElsewhere();
  const offered = [...copied, ...kept.filter(({ text, id }) => !elsewhere.has(text) && !copied.some(has(id)))];
  useArrivalsAnnounced(offered);
  if (offered.length === 0) return null;
  const copy = (words: WordsSetAside) => {
    setCopied((before) => [...before.filter(({ id }) => id !== words.id), words]);
    void releaseWords(person, words);
  };
  const dismiss = (words: WordsSetAside) => {
    setCopied((before) => before.filter(({ id }) => id !== words.id));
    void releaseWords(person, words);
    const next = offered.length > 1 ? place.current : document.getElementById('indhold');
    next?.focus({ preventScroll: true });
  };
  return (
    <section ref={place} className="e-left-words" aria-label={m('ui.leftWords.title')} tabIndex={-1}>
      <Alert tone="warning" heading={m('ui.leftWords.title')}>
        <p>{m('ui.leftWords.help')}</p>
        {offered.some(({ id }) => isOnlyHere(person, id)) && <p>{m('ui.leftWords.onlyHere')}</p>}
        {offered.map((words) => (
          <OneOffer key={words.id} words={words} onCopied={() => copy(words)} onDismiss={() => dismiss(words)} />
        ))}
      </Alert>
    </section>
  );
}

/** Has it read out when words come while the page is open: they stand above what one is looking at. */
function useArrivalsAnnounced(offered: readonly WordsSetAside[]): void {
  const m = useMessages();
  const { say } = useAnnouncer();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = new Set([...(before ?? []), ...offered.map(({ id }) => id)]);
    const come = before && offered.find(({ id }) => !before.has(id));
    if (!come) return;
    say(come.place ? m('ui.leftWords.cameIn', { title: come.place.title }) : m('ui.leftWords.came'));
  }, [offered, m, say]);
}

function OneOffer(props: {
  readonly words: WordsSetAside;
  readonly onCopied: () => void;
  readonly onDismiss: () => void;
}) {
  const m = useMessages();
  const locale = useLocale();
  const { at, place, words, hasMore } = props.words;
  const moment = momentWords(at, m, locale);
  const label = place
    ? m('ui.leftWords.writtenIn', { title: place.title, moment })
    : m('ui.leftWords.written', { moment });
  return (
    <>
      {words === '' && <p>{label}</p>}
      {hasMore && <p>{m('ui.save.moreThanWords')}</p>}
      <WordsToCopy words={words} label={label} onCopied={props.onCopied}>
        <Button onClick={props.onDismiss}>
          {m(words === '' ? 'ui.leftWords.dismissNote' : 'ui.leftWords.dismiss')}
        </Button>
        {place && <Link href={place.href}>{m('ui.leftWords.goTo', { title: place.title })}</Link>}
      </WordsToCopy>
    </>
  );
}

const has = (wanted: string) => (words: WordsSetAside) => words.id === wanted;

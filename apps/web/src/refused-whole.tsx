import { Alert, useAnnouncer } from '@enig/ui';
import { useEffect, useRef, type RefObject } from 'react';

/**
 * Why a form was refused, where no field can mend it. It stands above the form and whoever pressed is at its foot, so it
 * takes focus each time it comes, and is read by that alone. Whoever has gone on writing is not called away, but told.
 */
export function RefusedWhole({ sentence }: { readonly sentence: string | undefined }) {
  const { say } = useAnnouncer();
  const box = useRef<HTMLDivElement>(null);
  const sentFrom = useSentFrom();
  useEffect(() => {
    if (!sentence) return;
    if (isWritingElsewhere(sentFrom.current)) return say(sentence);
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'center' });
  }, [sentence, say, sentFrom]);
  if (!sentence) return null;
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label={sentence}>
      <Alert tone="error">
        <p>{sentence}</p>
      </Alert>
    </div>
  );
}

/** Where focus stood when a form was sent last: Enter in a field sends it too. */
function useSentFrom(): RefObject<Element | null> {
  const from = useRef<Element | null>(null);
  useEffect(() => {
    const note = () => {
      from.current = document.activeElement;
    };
    document.addEventListener('submit', note, true);
    return () => document.removeEventListener('submit', note, true);
  }, []);
  return from;
}

function isWritingElsewhere(sentFrom: Element | null): boolean {
  const { activeElement } = document;
  return (
    activeElement !== sentFrom && activeElement?.matches('input, textarea, select, [contenteditable=true]') === true
  );
}

import { useAnnouncer, useMessages, type Translate } from '@enig/ui';
import { useEffect, useRef, useState } from 'react';
import { useFormats } from '../formats';
import { ResponseChangedDocument, type ResponseFieldsFragment } from '../generated/graphql';
import { useLive } from '../live';
import { stepOf } from './response-ways';

/**
 * Keeps an answer's page with what others of the council do. What is typed here is saved first: where another has sent
 * the answer meanwhile, the page turns into the receipt, and words still on their way would be gone with it.
 */
export function useOthersSeen(response: string, hasUnsaved: boolean, refetch: () => void): void {
  const [isTold, setTold] = useState(false);
  useLive(ResponseChangedDocument, { id: response }, () => setTold(true));
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  const isDue = isTold && !hasUnsaved;
  useEffect(() => {
    if (!isDue) return;
    latest.current();
    setTold(false);
  }, [isDue]);
}

type Seen = Pick<ResponseFieldsFragment, 'id' | 'state' | 'submission' | 'text' | 'files'>;

/**
 * Has a change of an answer read out: by others of the council the page becomes another, or documents come and go, where
 * the person has moved nothing. It is not said by whom: the person may have done it elsewhere.
 *
 * @returns asks again after an act of the person's own, which is said where it is done.
 */
export function useChangesTold(response: Seen, refetch: () => void): () => void {
  const m = useMessages();
  const { list } = useFormats();
  const { report } = useAnnouncer();
  const seen = useRef(response);
  const isOwn = useRef(false);
  useEffect(() => {
    const before = seen.current;
    if (before === response) return;
    seen.current = response;
    const sentence = isOwn.current ? null : changeIn(before, response, m, list);
    isOwn.current = false;
    if (sentence !== null) report(sentence, 'few');
  }, [response, m, list, report]);
  return () => {
    isOwn.current = true;
    refetch();
  };
}

function changeIn(before: Seen, now: Seen, m: Translate, list: (names: readonly string[]) => string): string | null {
  if (before.id !== now.id) return null;
  const act = actBetween(before, now);
  if (act !== null) return m(`answer.told.${act}`);
  const added = list(namesLacking(before, now));
  const removed = list(namesLacking(now, before));
  if (added !== '' && removed !== '') return m('answer.told.exchanged', { added, removed });
  if (added !== '') return m('answer.told.added', { names: added });
  return removed === '' ? null : m('answer.told.removed', { names: removed });
}

/** What was done with the whole answer; nothing where it stands as it stood. */
function actBetween(before: Seen, now: Seen): 'sent' | 'sentAgain' | 'opened' | 'kept' | 'withdrawn' | null {
  const [was, is] = [stepOf(before), stepOf(now)];
  const isSame = before.submission?.id === now.submission?.id;
  if (is === 'submitted' && !isSame) return was === 'draft' || was === 'withdrawn' ? 'sent' : 'sentAgain';
  if (was === is) return null;
  if (is === 'submitted') return was === 'corrected' ? 'kept' : 'sent';
  if (is === 'corrected') return 'opened';
  return is === 'withdrawn' ? 'withdrawn' : null;
}

/** Names of the documents that are in one and not in the other. */
function namesLacking(there: Seen, here: Seen): readonly string[] {
  return here.files.filter(({ id }) => there.files.every((file) => file.id !== id)).map(({ name }) => name);
}

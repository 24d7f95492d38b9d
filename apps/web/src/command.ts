import { useMessages } from '@enig/ui';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { isSignedOut } from './client';
import { troubleOf } from './query-page';

/** What every command answers: why it was not done, or that it was. */
export interface Payload {
  readonly refused: { readonly code: string; readonly message: string; readonly details: readonly string[] } | null;
}

/** How a command came back: from the server, or not at all. */
export interface Answer<Done extends Payload> {
  readonly result: { readonly error?: CombinedError | undefined };
  readonly payload: Done | null | undefined;
}

/** Why a command was not done; a rule's refusal has a code. */
interface Refused {
  readonly code: string | undefined;
  readonly sentence: string;
}

/**
 * A command to the server: one at a time, and a sentence when it was refused or did not get through. What the person
 * typed stays where it is either way.
 */
export function useCommand<Done extends Payload, Given extends unknown[] = []>(
  send: (...given: Given) => Promise<Answer<Done>>,
) {
  const m = useMessages();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused | undefined>();
  /** Gives the payload when it was done, nothing when it was not. */
  const run = async (...given: Given): Promise<Done | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setRefusal(undefined);
    try {
      const { result, payload } = await send(...given);
      if (payload && !payload.refused) return payload;
      setRefusal(whyNot(payload, result.error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const whyNot = (payload: Done | null | undefined, error: CombinedError | undefined): Refused => {
    if (payload?.refused) {
      const { code, message, details } = payload.refused;
      return { code, sentence: [message, ...details.filter((detail) => !message.includes(detail))].join(' ') };
    }
    const badInput = error?.graphQLErrors.find(({ extensions }) => extensions['code'] === 'BAD_USER_INPUT');
    if (badInput) return { code: undefined, sentence: badInput.message };
    if (error && isSignedOut(error)) return { code: undefined, sentence: m('page.signedOut.notDone') };
    return {
      code: undefined,
      sentence: m(error ? `page.trouble.${troubleOf(error)}.text` : 'page.trouble.failed.text'),
    };
  };
  /** What was refused before says nothing of a form that is wrong in another way now. */
  const forget = () => setRefusal(undefined);
  return { busy, refused: refusal?.sentence, code: refusal?.code, run, forget };
}

import { useMessages } from '@enig/ui';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { troubleOf } from './query-page';

interface Payload {
  readonly refused: { readonly message: string; readonly details: readonly string[] } | null;
}

interface Answer<Done extends Payload> {
  readonly result: { readonly error?: CombinedError | undefined };
  readonly payload: Done | null | undefined;
}

/**
 * A command to the server: one at a time, and a sentence when it was refused or did not get through. What the person
 * typed stays where it is either way.
 */
export function useCommand<Done extends Payload>(send: () => Promise<Answer<Done>>) {
  const m = useMessages();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | undefined>();
  /** Gives the payload when it was done, nothing when it was not. */
  const run = async (): Promise<Done | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setRefused(undefined);
    try {
      const { result, payload } = await send();
      if (payload && !payload.refused) return payload;
      setRefused(whyNot(payload, result.error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const whyNot = (payload: Done | null | undefined, error: CombinedError | undefined): string => {
    if (payload?.refused) return [payload.refused.message, ...payload.refused.details].join(' ');
    const badInput = error?.graphQLErrors.find(({ extensions }) => extensions['code'] === 'BAD_USER_INPUT');
    if (badInput) return badInput.message;
    return m(error ? `page.trouble.${troubleOf(error)}.text` : 'page.trouble.failed.text');
  };
  return { busy, refused, run, clear: () => setRefused(undefined) };
}

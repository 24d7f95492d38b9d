import { copiesOf, forgetUnused } from '@enig/ui';
import { useEffect } from 'react';
import { useClient } from 'urql';
import { WritableTextsDocument } from './generated/graphql';

/** Once for each person who is here: sees to what they wrote the last time and was not saved. */
export function useLeftBehind(person: string): void {
  const client = useClient();
  useEffect(() => {
    const writable = async () => {
      const { data } = await client.query(WritableTextsDocument, {}, { requestPolicy: 'network-only' }).toPromise();
      // Where the server does not answer, nothing is known to be closed.
      return data ? new Set(data.texts.filter(({ mayEdit }) => mayEdit).map(({ id }) => id)) : null;
    };
    const see = async () => {
      // First, since sending may wait for a connection for days: it leaves what this person has not sent.
      await forgetUnused(person, Date.now());
      if ((await copiesOf(person)).length === 0) return;
      // The parts that speak with the server weigh much: they come only when there is something to see to.
      const { tend } = await import('./tend-left-behind');
      await tend(person, writable);
    };
    void see();
  }, [client, person]);
}

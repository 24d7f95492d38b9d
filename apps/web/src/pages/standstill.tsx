import { Alert, useMessages } from '@enig/ui';
import type { BoardFieldsFragment } from '../generated/graphql';

/**
 * Where the chain stands still: for whom, why, and the ways on; also a party whose council is no more. Nothing while it
 * runs.
 */
export function Standstill({ board }: { readonly board: Pick<BoardFieldsFragment, 'state' | 'blocks' | 'vacancies'> }) {
  const m = useMessages();
  if (board.state !== 'blocked' && board.vacancies.length === 0) return null;
  return (
    <Alert tone="warning" heading={m('board.blocked')}>
      <ul>
        {board.vacancies.map(({ party, sentence }) => (
          <li key={party.id}>
            <p>{sentence}</p>
          </li>
        ))}
        {board.blocks.map(({ party, sentence, exits }) => (
          <li key={party.id}>
            <p>{sentence}</p>
            <p>{m('page.approval.waysOn')}</p>
            <ul>
              {exits.map((exit) => (
                <li key={exit}>{m(`exit.${exit}`)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

import { Details, useMessages } from '@enig/ui';
import { useRef } from 'react';
import { useMutation } from 'urql';
import { useFormats } from '../formats';
import { UndoPointChangeDocument } from '../generated/graphql';
import { Do } from './arranging';
import type { TreatedRound } from './points-filter';

/** What has been done to the points, the latest first, each with a way to take it back; one stays there after it. */
export function ChangeList({ round, undone }: { readonly round: TreatedRound; readonly undone: () => void }) {
  const m = useMessages();
  const formats = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const [, undo] = useMutation(UndoPointChangeDocument);
  const changes = round.pointChanges;
  const told = () => {
    box.current?.querySelector('summary')?.focus();
    undone();
  };
  if (changes.length === 0) return null;
  return (
    <div ref={box}>
      <Details summary={m('treat.changes', { count: changes.length })}>
        <ul className="e-point-changes">
          {changes.map(({ id, sentence, by, at, mayUndo }) => (
            <li key={id}>
              <p>
                {sentence}{' '}
                <span className="e-note">
                  {by}, {formats.dateTime(at)}
                </span>
              </p>
              {mayUndo && (
                <Do
                  verb={m('treat.undo', { what: sentence })}
                  act={async () => {
                    const result = await undo({ input: { round: round.id, change: id } });
                    return { result, payload: result.data?.undoPointChange };
                  }}
                  done={told}
                />
              )}
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}

import { Button, ConfirmDialog, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { CloseRoundDocument } from '../generated/graphql';
import type { TreatedRound } from './points-filter';

/** Closes a round in which every point is answered; the councils are then told how their answers were used. */
export function CloseRound({ round, refetch }: { readonly round: TreatedRound; readonly refetch: () => void }) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [, close] = useMutation(CloseRoundDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await close({ input: { round: round.id } });
    return { result, payload: result.data?.closeRound };
  });
  const confirm = async () => {
    if (!(await run())) return;
    setOpen(false);
    refetch();
  };
  const answered = round.responses.filter(({ state }) => state === 'submitted').length;
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {m('page.treatment.close')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={m('page.treatment.closeTitle')}
        verb={m('page.treatment.close')}
        consequences={[
          round.points.length === 0
            ? m('treat.closeNoPoints')
            : m('page.treatment.closeAnswered', { count: round.points.length }),
          answered === 0 ? m('treat.closeNobody') : m('treat.closeTold', { count: answered }),
          m('page.treatment.closeFixed'),
        ]}
        undoable={false}
        busy={busy}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      />
    </>
  );
}

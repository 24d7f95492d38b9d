import { useMessages } from '@enig/ui';
import { useMutation } from 'urql';
import { CloseRoundDocument } from '../generated/graphql';
import { AskedFirst } from '../pages/asked-first';

/** Closes a round in which every point is answered; the councils are then told how their answers were used. */
export function CloseRound(props: {
  readonly round: string;
  /** How many points were answered. */
  readonly points: number;
  /** How many councils have sent an answer that stands. */
  readonly answers: number;
  readonly refetch: () => void;
}) {
  const m = useMessages();
  const { round, points, answers } = props;
  const [, close] = useMutation(CloseRoundDocument);
  return (
    <AskedFirst
      look="primary"
      title={m('page.treatment.closeTitle')}
      verb={m('page.treatment.close')}
      consequences={[
        points === 0 ? m('treat.closeNoPoints') : m('page.treatment.closeAnswered', { count: points }),
        answers === 0 ? m('treat.closeNobody') : m('treat.closeTold', { count: answers }),
        m('page.treatment.closeFixed'),
      ]}
      undoable={false}
      act={async () => {
        const result = await close({ input: { round } });
        return { result, payload: result.data?.closeRound };
      }}
      done={props.refetch}
    >
      {m('page.treatment.close')}
    </AskedFirst>
  );
}

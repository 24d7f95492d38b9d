import { Alert, Button, ButtonRow, ErrorSummary, useAnnouncer, useMessages } from '@enig/ui';
import { useId, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { TreatPointsDocument, type TreatPointsMutation } from '../generated/graphql';
import { AnswerFields, errorsIn } from './answer-fields';
import { AnsweredMeanwhile } from './answered-meanwhile';
import { linkOf } from './change-fields';
import type { Point, TreatedRound } from './points-filter';
import { useAnswer } from './use-answer';
import { useSaveKey } from './use-save-key';

interface FormProps {
  readonly round: TreatedRound;
  /** One, or several that get the same answer. */
  readonly points: readonly Point[];
  /** It is saved. `next` says whether the next point was asked for. */
  readonly answered: (next: boolean) => void;
  readonly leave: () => void;
  /** What somebody else has done is to be seen. */
  readonly refetch: () => void;
}

/**
 * Outcome, answer and reason for one point, or for several with the same answer. What is written is kept in this
 * browser until it is saved, and what others answer meanwhile is shown beside it.
 */
export function AnswerForm(props: FormProps) {
  const m = useMessages();
  const id = useId();
  const work = useAnswer(props.points);
  const errors = errorsIn(work.draft, id, m);
  const { attempt, heldBack, command, save } = useSaving(props, work, errors.length === 0);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  const shown = attempt > 0 ? errors : [];
  return (
    <form onSubmit={send} noValidate className="e-answer-form" data-answer-form ref={useSaveKey(save)}>
      <ErrorSummary errors={shown} attempt={attempt} />
      <AnsweredMeanwhile
        points={work.meanwhile}
        isOne={props.points.length === 1}
        heldBack={heldBack}
        busy={command.busy}
        useTheirs={() => {
          command.forget();
          work.throwAway();
        }}
        saveMine={() => void save(false, true)}
      />
      <DraftNote work={work} />
      <AnswerFields id={id} round={props.round} draft={work.draft} change={work.change} errors={shown} />
      {command.refused && (
        <Alert tone="error" live>
          <p>{command.refused}</p>
        </Alert>
      )}
      <FormButtons work={work} busy={command.busy} saveAndNext={() => void save(true)} leave={props.leave} />
    </form>
  );
}

type Work = ReturnType<typeof useAnswer>;

function FormButtons(props: {
  readonly work: Work;
  readonly busy: boolean;
  readonly saveAndNext: () => void;
  readonly leave: () => void;
}) {
  const { work, busy } = props;
  const m = useMessages();
  return (
    <ButtonRow>
      <Button type="submit" look="primary" busy={busy}>
        {m('page.treatment.save')}
      </Button>
      <Button busy={busy} onClick={props.saveAndNext}>
        {m('treat.saveAndNext')}
      </Button>
      <Button look="quiet" onClick={props.leave}>
        {m(work.isMine ? 'treat.leaveForLater' : 'treat.leave')}
      </Button>
      {work.isMine && (
        <Button look="quiet" busy={busy} onClick={work.throwAway}>
          {m('treat.throwAway')}
        </Button>
      )}
    </ButtonRow>
  );
}

/** Says that the words were begun before, or that they were thrown away and can be had again. */
function DraftNote({ work }: { readonly work: Work }) {
  const m = useMessages();
  if (work.wasKept) return <p className="e-note">{m('treat.draftKept')}</p>;
  if (work.thrown === null || work.isMine) return null;
  return (
    <div role="status">
      <p className="e-note">{m('treat.thrownAway')}</p>
      <Button look="quiet" onClick={work.fetchBack}>
        {m('treat.fetchBack')}
      </Button>
    </div>
  );
}

/** Saves once nothing is missing, and over somebody else's answer only once it has been shown. */
function useSaving({ round, points, answered, refetch }: FormProps, work: Work, isComplete: boolean) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [attempt, setAttempt] = useState(0);
  const [heldBack, setHeldBack] = useState(0);
  const [, treat] = useMutation(TreatPointsDocument);
  const command = useCommand<TreatPointsMutation['treatPoints'], [boolean]>(async (anyway) => {
    const { outcome, answer, reason } = work.draft;
    if (outcome === null) return { result: {}, payload: null };
    const asked = points.map((point) => ({
      point: point.id,
      seen: anyway ? (point.treatment?.id ?? null) : work.seen(point.id),
    }));
    const result = await treat({
      input: { points: asked, outcome, answer, reason, change: linkOf(work.draft, round) },
    });
    const payload = result.data?.treatPoints;
    setHeldBack(payload?.refused?.code === 'HE-19-ANSWERED-ALREADY' ? heldBack + 1 : 0);
    return { result, payload };
  });
  const save = async (next: boolean, anyway = false) => {
    setAttempt(isComplete ? 0 : attempt + 1);
    if (!isComplete) return command.forget();
    if (work.meanwhile.length > 0 && !anyway) return setHeldBack(heldBack + 1);
    if (!(await command.run(anyway))) return refetch();
    work.saved();
    say(m('treat.answered', { count: points.length }));
    answered(next);
  };
  return { attempt, heldBack, command, save };
}

import { Alert, Button, Details, StateMark, useMessages, type MarkState } from '@enig/ui';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useFormats } from '../formats';
import { UndoPointChangeDocument, type TreatmentFieldsFragment, type TreatmentOutcome } from '../generated/graphql';
import type { Point } from './points-filter';

/** How an outcome is marked beside its word. */
export const OUTCOME_MARK: Readonly<Record<TreatmentOutcome, MarkState>> = {
  accommodated: 'done',
  partlyAccommodated: 'inProgress',
  noted: 'notStarted',
  notAccommodated: 'refused',
};

/** What was answered to a point, and what was answered before. */
export function PointAnswers(props: {
  readonly round: string;
  readonly point: Point;
  /** The answer was taken back. */
  readonly undone: () => void;
}) {
  const { point } = props;
  const m = useMessages();
  const earlier = point.history.filter(({ id }) => id !== point.treatment?.id);
  return (
    <>
      {point.treatment && <Answer treatment={point.treatment} />}
      {point.treatment && point.mayTreat && (
        <TakeBack round={props.round} answer={point.treatment.given} undone={props.undone} />
      )}
      {earlier.length > 0 && (
        <Details summary={m('page.treatment.earlier', { count: earlier.length })}>
          {earlier.map((treatment) => (
            <Answer key={treatment.id} treatment={treatment} />
          ))}
        </Details>
      )}
    </>
  );
}

/** An outcome, an answer and a reason, with who gave them and when. */
export function Answer({ treatment }: { readonly treatment: TreatmentFieldsFragment }) {
  const m = useMessages();
  const formats = useFormats();
  return (
    <div className="e-treated">
      <StateMark state={OUTCOME_MARK[treatment.outcome]}>{m(`treatment.${treatment.outcome}`)}</StateMark>
      {treatment.takenBack && <span> · {m('treat.takenBack')}</span>}
      <p>{treatment.answer}</p>
      <p>
        <strong>{m('page.treatment.because')}</strong> {treatment.reason}
      </p>
      {treatment.change && (
        <p>
          <strong>{m('treat.changedIn')}:</strong> {treatment.change.title} ·{' '}
          {m(treatment.change.seq === null ? 'treat.changeNext' : 'treat.changeNow')}
        </p>
      )}
      <p className="e-note">
        {treatment.by}, {treatment.capacity}, {formats.dateTime(treatment.at)}
      </p>
    </div>
  );
}

/** Takes an answer back from every point it was given to; it is kept. */
function TakeBack(props: { readonly round: string; readonly answer: string; readonly undone: () => void }) {
  const m = useMessages();
  const [, undo] = useMutation(UndoPointChangeDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await undo({ input: { round: props.round, answer: props.answer } });
    return { result, payload: result.data?.undoPointChange };
  });
  return (
    <>
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
      <Button look="quiet" busy={busy} onClick={() => void run().then((done) => done && props.undone())}>
        {m('treat.takeBack')}
      </Button>
    </>
  );
}

import { TREATMENT_OUTCOMES } from '@enig/hearing';
import type { Instant } from '@enig/kernel';
import { formatDateTime } from '@enig/messages';
import {
  Alert,
  Button,
  Details,
  RadioGroup,
  StateMark,
  TextArea,
  useAnnouncer,
  useMessages,
  type MarkState,
} from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { TreatPointDocument, type TreatmentFieldsFragment, type TreatmentOutcome } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { capitalised } from '../words';
import type { TreatedRound } from './treatment';

type Point = TreatedRound['points'][number];

const MARK: Readonly<Record<TreatmentOutcome, MarkState>> = {
  accommodated: 'done',
  partlyAccommodated: 'inProgress',
  noted: 'notStarted',
  notAccommodated: 'refused',
};

interface PointProps {
  readonly point: Point;
  readonly refetch: () => void;
  /** Something has been written in its form: it is not to be taken away before it is answered. */
  readonly begun: () => void;
  readonly answered: () => void;
}

/** One point: what the council wrote, what it was answered, and the form to answer it. */
export function PointForm(props: PointProps) {
  const { point } = props;
  const m = useMessages();
  const [isEditing, setEditing] = useState(point.treatment === null);
  const place = point.sectionTitle ?? m(`place.${point.place}`);
  const name = m('page.treatment.point', { number: point.position, council: point.council.name });
  return (
    <article className="e-point" aria-label={name}>
      <h2>{name}</h2>
      <p className="e-note">
        {place}
        {point.submission.late && ` · ${m('page.treatment.late')}`}
      </p>
      <blockquote>{point.excerpt}</blockquote>
      {point.treatment && <Answer treatment={point.treatment} />}
      {point.history.length > 1 && (
        <Details summary={m('page.treatment.earlier', { count: point.history.length - 1 })}>
          {point.history.slice(0, -1).map((treatment) => (
            <Answer key={treatment.id} treatment={treatment} />
          ))}
        </Details>
      )}
      {point.mayTreat && !isEditing && <Button onClick={() => setEditing(true)}>{m('page.treatment.change')}</Button>}
      {point.mayTreat && isEditing && (
        <Form
          {...props}
          answered={() => {
            setEditing(false);
            props.answered();
          }}
        />
      )}
      {!point.mayTreat && !point.treatment && <p>{m('page.treatment.others')}</p>}
    </article>
  );
}

function Answer({ treatment }: { readonly treatment: TreatmentFieldsFragment }) {
  const m = useMessages();
  return (
    <div className="e-treated">
      <StateMark state={MARK[treatment.outcome]}>{m(`treatment.${treatment.outcome}`)}</StateMark>
      <p>{treatment.answer}</p>
      <p>
        <strong>{m('page.treatment.because')}</strong> {treatment.reason}
      </p>
      <p className="e-note">
        {treatment.by}, {treatment.capacity}, {formatDateTime(treatment.at as Instant)}
      </p>
    </div>
  );
}

function Form({ point, refetch, begun, answered }: PointProps) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [first] = useState(point.treatment);
  const [outcome, setOutcome] = useState<TreatmentOutcome | null>(first?.outcome ?? null);
  const [answer, setAnswer] = useState(first?.answer ?? '');
  const [reason, setReason] = useState(first?.reason ?? '');
  useGuardedForm(
    outcome !== (first?.outcome ?? null) || answer !== (first?.answer ?? '') || reason !== (first?.reason ?? ''),
  );
  const [missing, setMissing] = useState(false);
  const [, treat] = useMutation(TreatPointDocument);
  const standing = point.treatment?.id ?? null;
  const [begunOn, setBegunOn] = useState(standing);
  // Once told that somebody else answered meanwhile, and shown it, one may answer again over it.
  const [wasTold, setWasTold] = useState(false);
  const seen = wasTold ? standing : begunOn;
  const { busy, refused, run, forget } = useCommand(async () => {
    if (outcome === null) return { result: {}, payload: null };
    const result = await treat({ input: { point: point.id, outcome, answer, reason, seen } });
    const payload = result.data?.treatPoint;
    setBegunOn(seen);
    setWasTold(payload?.refused?.code === 'HE-19-ANSWERED-ALREADY');
    return { result, payload };
  });
  const isWhole = outcome !== null && answer.trim() !== '' && reason.trim() !== '';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(!isWhole);
    if (!isWhole) return forget();
    if (await run()) {
      say(m('page.treatment.answered'));
      answered();
    } else refetch();
  };
  const wrong = (
    is: boolean,
    code: 'page.treatment.outcomeMissing' | 'page.treatment.answerMissing' | 'page.treatment.reasonMissing',
  ) => (missing && is ? m(code) : undefined);
  return (
    <form onSubmit={(event) => void send(event)} onChange={begun} noValidate>
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
      <RadioGroup
        label={m('page.treatment.outcome')}
        options={TREATMENT_OUTCOMES.map((value) => ({ value, label: capitalised(m(`treatment.${value}`)) }))}
        value={outcome}
        onChange={setOutcome}
        error={wrong(outcome === null, 'page.treatment.outcomeMissing')}
      />
      <TextArea
        label={m('page.treatment.answer')}
        hint={m('page.treatment.answerHint')}
        value={answer}
        onChange={setAnswer}
        error={wrong(answer.trim() === '', 'page.treatment.answerMissing')}
      />
      <TextArea
        label={m('page.treatment.reason')}
        rows={2}
        value={reason}
        onChange={setReason}
        error={wrong(reason.trim() === '', 'page.treatment.reasonMissing')}
      />
      <Button type="submit" busy={busy}>
        {m('page.treatment.save')}
      </Button>
    </form>
  );
}

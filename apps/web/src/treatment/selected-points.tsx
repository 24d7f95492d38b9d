import { Button, ButtonRow, useMessages } from '@enig/ui';
import { useEffect, useRef, useState, type Ref } from 'react';
import { AnswerForm } from './answer-form';
import { Arranging } from './arranging';
import { Answer } from './point-answer';
import type { Point, TreatedRound } from './points-filter';

interface SelectedProps {
  readonly round: TreatedRound;
  readonly points: readonly Point[];
  readonly clear: () => void;
  readonly arranged: (points: readonly string[], sentence: string) => void;
  readonly refetch: () => void;
  /** What a key goes to. */
  readonly ref: Ref<HTMLDivElement>;
}

/** What is done to several points at once: the same answer, another place, another to answer them, or one of them all. */
export function SelectedPoints(props: SelectedProps) {
  const { points, ref } = props;
  const m = useMessages();
  const chosen = m('treat.selected', { count: points.length });
  return (
    <>
      {/* Always there, so that the first choice is read out too. */}
      <p role="status" className="e-hidden">
        {points.length > 0 && chosen}
      </p>
      {points.length > 0 && (
        <section className="e-selected-points" aria-label={chosen} tabIndex={-1} ref={ref}>
          <p aria-hidden="true">{chosen}</p>
          <WithSelected {...props} />
        </section>
      )}
    </>
  );
}

/** Stands at the foot of the window as long as nothing is being done in it; what is begun is gone to. */
function WithSelected({ round, points, clear, arranged, refetch }: SelectedProps) {
  const m = useMessages();
  const [doing, setDoing] = useState<'answer' | 'arrange' | null>(null);
  const work = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (doing !== null) work.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [doing]);
  const ids = points.map(({ id }) => id);
  const mayTreat = points.every((point) => point.mayTreat);
  const toggle = (next: 'answer' | 'arrange') => ({
    'aria-expanded': doing === next,
    onClick: () => setDoing(doing === next ? null : next),
  });
  return (
    <>
      <ButtonRow>
        {mayTreat && <Button {...toggle('answer')}>{m('treat.answerTogether', { count: points.length })}</Button>}
        <Button {...toggle('arrange')}>{m('treat.arrangeSelected')}</Button>
        <Button look="quiet" onClick={clear}>
          {m('treat.selectNone')}
        </Button>
      </ButtonRow>
      {doing === 'answer' && mayTreat && (
        <div className="e-selected-work" ref={work}>
          <SelectedList points={points} />
          <AnswerForm
            round={round}
            points={points}
            answered={() => arranged(ids, m('treat.answered', { count: points.length }))}
            leave={() => setDoing(null)}
            refetch={refetch}
          />
        </div>
      )}
      {doing === 'arrange' && (
        <div className="e-selected-work" ref={work}>
          <Arranging round={round} points={points} done={(sentence) => arranged(ids, sentence)} />
        </div>
      )}
    </>
  );
}

/** What they say, and what they have been answered: that is what is answered over. */
function SelectedList({ points }: { readonly points: readonly Point[] }) {
  const m = useMessages();
  return (
    <ul>
      {points.map((point) => (
        <li key={point.id}>
          {m('page.treatment.point', { number: point.label, council: point.council.name })}: {point.excerpt}
          {point.treatment && <Answer treatment={point.treatment} />}
        </li>
      ))}
    </ul>
  );
}

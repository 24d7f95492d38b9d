import { Alert, Button, ButtonRow, useMessages } from '@enig/ui';
import { useEffect, useRef } from 'react';
import { useFormats } from '../formats';
import { Answer } from './point-answer';
import type { Point } from './points-filter';

/**
 * What somebody else has answered while this answer was written: read before either is chosen.
 *
 * @param props.heldBack how many times saving was held back by it. It takes focus when this grows.
 */
export function AnsweredMeanwhile(props: {
  readonly points: readonly Point[];
  /** Whether there is one point, and so one answer to have instead. */
  readonly isOne: boolean;
  readonly heldBack: number;
  readonly busy: boolean;
  readonly useTheirs: () => void;
  readonly saveMine: () => void;
}) {
  const { points, isOne, heldBack } = props;
  const m = useMessages();
  const formats = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const isThere = points.length > 0;
  useEffect(() => {
    if (heldBack > 0 && isThere) box.current?.focus();
  }, [heldBack, isThere]);
  if (!isThere) return null;
  const who = formats.list([...new Set(points.flatMap(({ treatment }) => treatment?.by ?? []))]);
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label={m('treat.meanwhile', { who })}>
      <Alert tone="warning" heading={m('treat.meanwhile', { who })} live>
        {points.map((point) => (
          <div key={point.id}>
            {!isOne && <p>{m('page.treatment.point', { number: point.label, council: point.council.name })}</p>}
            {point.treatment && <Answer treatment={point.treatment} />}
          </div>
        ))}
        <p>{m(isOne ? 'treat.meanwhileOne' : 'treat.meanwhileSeveral')}</p>
        <ButtonRow>
          {isOne && (
            <Button busy={props.busy} onClick={props.useTheirs}>
              {m('treat.useTheirs', { who })}
            </Button>
          )}
          <Button busy={props.busy} onClick={props.saveMine}>
            {m('treat.saveMine')}
          </Button>
        </ButtonRow>
      </Alert>
    </div>
  );
}

import type { ReactNode } from 'react';
import { MarkShape, type MarkState } from './state-mark';

/** How grave a message is. */
export type AlertTone = 'info' | 'done' | 'warning' | 'error';

/** Something told is no state, and has no shape. */
const SHAPE: Readonly<Record<AlertTone, MarkState | null>> = {
  info: null,
  done: 'done',
  warning: 'missing',
  error: 'refused',
};

/**
 * A message that stands on the page until what it says is no longer so. `live` has it read out when it appears: only
 * for what the person did not ask for.
 */
export function Alert(props: {
  readonly tone: AlertTone;
  readonly heading?: string | undefined;
  readonly live?: boolean | undefined;
  readonly children?: ReactNode;
}) {
  const shape = SHAPE[props.tone];
  return (
    <div className={`e-alert e-alert-${props.tone}`} role={props.live ? 'alert' : undefined}>
      {shape && <MarkShape state={shape} />}
      <div className="e-alert-body">
        {props.heading && <p className="e-alert-heading">{props.heading}</p>}
        {props.children}
      </div>
    </div>
  );
}

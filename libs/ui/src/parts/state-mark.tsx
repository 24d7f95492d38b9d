import type { ReactNode } from 'react';
import { useMessages } from '../messages';

/** Where something stands: ○ not begun, ◐ in progress, ● done, ✕ refused, ! missing. */
export type MarkState = 'notStarted' | 'inProgress' | 'done' | 'refused' | 'missing';

const ring = <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.75" />;
const SHAPES: Readonly<Record<MarkState, ReactNode>> = {
  notStarted: ring,
  inProgress: (
    <>
      {ring}
      <path d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" fill="currentColor" />
    </>
  ),
  done: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
  refused: (
    <path d="M3.5 3.5l9 9m0-9l-9 9" fill="none" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
  ),
  missing: (
    <>
      <path d="M8 2v7.5" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="8" cy="13.4" r="1.6" fill="currentColor" />
    </>
  ),
};

/** The shape alone, for where the word already stands beside it. */
export function MarkShape({ state }: { readonly state: MarkState }) {
  return (
    <svg className={`e-mark-shape e-mark-${state}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[state]}
    </svg>
  );
}

/** A state as shape and word; colour comes last. Other words than the usual are given as children. */
export function StateMark({ state, children }: { readonly state: MarkState; readonly children?: ReactNode }) {
  const m = useMessages();
  return (
    <span className="e-mark">
      <MarkShape state={state} /> <span>{children ?? m(`ui.mark.${state}`)}</span>
    </span>
  );
}

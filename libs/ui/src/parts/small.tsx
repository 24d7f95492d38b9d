import { useEffect, useId, useState, type ReactNode } from 'react';
import { useMessages } from '../messages';
import { Button } from './button';

/** A framed piece with its own heading. `level` is the heading's place in the page's outline. */
export function Card(props: {
  readonly heading: string;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly children: ReactNode;
}) {
  const id = useId();
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <section className="e-card" aria-labelledby={id}>
      <Heading id={id} className="e-card-heading">
        {props.heading}
      </Heading>
      {props.children}
    </section>
  );
}

/** What is said where there is nothing yet, and what to do about it. */
export function EmptyState(props: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="e-empty">
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}

/** How long a wait may be before anything is said of it, in milliseconds. */
const PATIENCE = 400;

/** Says what is being loaded, once it has taken a while. */
export function Loading({ what }: { readonly what?: string | undefined }) {
  const m = useMessages();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="e-loading" role="status">
      {late ? (what ? m('ui.loading', { what }) : m('ui.loadingAnything')) : ''}
    </p>
  );
}

/**
 * How far something has come, in words and as a bar, with a way to stop it where there is one. Where `total` is null
 * nobody knows how much there is, and the bar has no end.
 */
export function Progress(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  readonly onStop?: (() => void) | undefined;
}) {
  const m = useMessages();
  const id = useId();
  const { label, done, total } = props;
  return (
    <div className="e-progress">
      <label htmlFor={id}>
        {label} {total !== null && <span className="e-number">{m('ui.progress', { done, total })}</span>}
      </label>
      {total === null ? <progress id={id} /> : <progress id={id} value={done} max={Math.max(1, total)} />}
      {props.onStop && <Button onClick={props.onStop}>{m('ui.stop')}</Button>}
    </div>
  );
}

/** More, for those who want it. `open` opens it; only the reader closes it, who may have the focus in it. */
export function Details(props: { readonly summary: string; readonly open?: boolean; readonly children: ReactNode }) {
  const [isOpened, setOpened] = useState(props.open === true);
  if (props.open && !isOpened) setOpened(true);
  return (
    <details className="e-details" open={isOpened}>
      <summary>{props.summary}</summary>
      <div className="e-details-body">{props.children}</div>
    </details>
  );
}

/** A word explained where it first stands; the explanation opens after it in the text. */
export function GlossaryTerm(props: { readonly term: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="e-term"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {props.term}
      </button>
      {open && (
        <span id={id} className="e-term-meaning">
          {' '}
          ({props.children})
        </span>
      )}
    </>
  );
}

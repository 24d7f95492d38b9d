import { Alert, Button, ButtonRow, Progress, useAnnouncer, useMessages } from '@enig/ui';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useMutation, useQuery } from 'urql';
import { CancelJobDocument, JobChangedDocument, JobDocument, type JobFieldsFragment } from './generated/graphql';
import { useLive } from './live';

/** How often in ms it is looked by itself, for what was told while nobody listened yet. */
const LOOK_EVERY = 5_000;

/**
 * How far something is that a worker makes, for who has just asked for it: what is happening, how to stop it, and the
 * link when it is made. The end is announced.
 *
 * @param props.format what it is made as, where the same is made in several.
 * @param props.again asks for it anew, after it has failed or was stopped.
 */
export function JobProgress(props: {
  readonly id: string;
  readonly format?: string | undefined;
  readonly again?: (() => void) | undefined;
}) {
  const { id, format, again } = props;
  const m = useMessages();
  const [{ data, error }, ask] = useQuery({ query: JobDocument, variables: { id } });
  const refetch = () => ask({ requestPolicy: 'network-only' });
  useLive(JobChangedDocument, { id }, refetch);
  const job = data?.job;
  const title = job ? (format ? m('job.titleAs', { title: job.title, format }) : job.title) : '';
  const isOver = job !== undefined && job !== null && job.state !== 'waiting' && job.state !== 'running';
  const box = useRef<HTMLDivElement>(null);
  useLookingAgain(isOver ? null : refetch);
  useEndAnnounced(isOver ? m(`job.${job.state}`, { title }) : null);
  useFocusHandedOn(box, isOver);
  return (
    <div ref={box}>
      {!job && (error || data ? <JobUnread retry={refetch} /> : <p>{m('job.looking')}</p>)}
      {job && isOver && <JobOver job={job} title={title} again={again} />}
      {job && !isOver && <JobUnderWay job={job} title={title} stopped={refetch} />}
    </div>
  );
}

/** It is not known how far it is; it is looked again by itself. */
function JobUnread({ retry }: { readonly retry: () => void }) {
  const m = useMessages();
  return (
    <Alert tone="warning" live>
      <p>{m('job.unread')}</p>
      <ButtonRow>
        <Button onClick={retry}>{m('page.trouble.retry')}</Button>
      </ButtonRow>
    </Alert>
  );
}

function JobUnderWay(props: { readonly job: JobFieldsFragment; readonly title: string; readonly stopped: () => void }) {
  const { job, title, stopped } = props;
  const m = useMessages();
  const [{ error }, cancel] = useMutation(CancelJobDocument);
  const stop = () => void cancel({ id: job.id }).then(stopped);
  const label = m('job.underWay', { title, what: job.message ?? m('job.waiting') });
  return (
    <>
      <Progress label={label} done={job.done} total={job.total} onStop={stop} />
      {error && (
        <Alert tone="error" live>
          <p>{m('job.notStopped')}</p>
        </Alert>
      )}
    </>
  );
}

function JobOver(props: {
  readonly job: JobFieldsFragment;
  readonly title: string;
  readonly again: (() => void) | undefined;
}) {
  const { job, title, again } = props;
  const m = useMessages();
  if (job.state === 'done')
    return (
      <Alert tone="done">
        <p>{m('job.done', { title })}</p>
        {job.file && (
          <p>
            <a href={job.file.path} download={job.file.name}>
              {m('job.fetch', { name: job.file.name })}
            </a>
          </p>
        )}
      </Alert>
    );
  return (
    <Alert tone={job.state === 'failed' ? 'error' : 'info'}>
      <p>{m(job.state === 'failed' ? 'job.failed' : 'job.cancelled', { title })}</p>
      {job.state === 'failed' && job.message !== null && <p>{job.message}</p>}
      {again && (
        <ButtonRow>
          <Button onClick={again}>{m('page.trouble.retry')}</Button>
        </ButtonRow>
      )}
    </Alert>
  );
}

/** @param look  null when there is nothing to wait for any more. */
function useLookingAgain(look: (() => void) | null): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  const isWaiting = look !== null;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => latest.current?.(), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [isWaiting]);
}

/** Said once, also of what was over when it was first looked at: somebody has asked for it and waits. */
function useEndAnnounced(sentence: string | null): void {
  const { say } = useAnnouncer();
  useEffect(() => {
    if (sentence !== null) say(sentence);
  }, [sentence, say]);
}

/** Who stands at the button that stops it stands at the link when it is made, and not at the top of the page. */
function useFocusHandedOn(box: RefObject<HTMLElement | null>, isOver: boolean): void {
  const held = useRef(false);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      held.current = target instanceof Node && box.current?.contains(target) === true;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [box]);
  useLayoutEffect(() => {
    if (!isOver || !held.current || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, [box, isOver]);
}

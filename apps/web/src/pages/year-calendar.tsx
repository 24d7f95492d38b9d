import { Alert, Button, ButtonRow, Field, useAnnouncer, useMessages } from '@enig/ui';
import { useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useFormats } from '../formats';
import { RenewCalendarDocument, StopCalendarDocument } from '../generated/graphql';
import { AskedFirst } from './asked-first';
import { copyField } from './case-copies';

/** One's own calendar: its address is made here, shown once, replaced and stopped. */
export function OwnCalendar({ madeAt, refetch }: { readonly madeAt: string | null; readonly refetch: () => void }) {
  const m = useMessages();
  const { dateTime } = useFormats();
  const calendar = useCalendar(refetch);
  const { address, refused } = calendar;
  return (
    <section aria-labelledby="own-calendar" className="e-no-print">
      <h2 id="own-calendar">{m('page.calendar.title')}</h2>
      <p>{m('page.calendar.what')}</p>
      {address !== null && <NewAddress key={address} address={address} />}
      {address === null && (
        <p>{madeAt === null ? m('page.calendar.none') : m('page.calendar.madeAt', { at: dateTime(madeAt) })}</p>
      )}
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
      <CalendarActs calendar={calendar} isMade={madeAt !== null || address !== null} />
    </section>
  );
}

/** The first address is made at once; a new one ends another, and is asked about first. */
function CalendarActs(props: { readonly calendar: ReturnType<typeof useCalendar>; readonly isMade: boolean }) {
  const m = useMessages();
  const { busy, renewed, show, make, end } = props.calendar;
  if (!props.isMade)
    return (
      <ButtonRow>
        <Button busy={busy} onClick={() => void make()}>
          {m('page.calendar.make')}
        </Button>
      </ButtonRow>
    );
  return (
    <ButtonRow>
      <AskedFirst
        look="secondary"
        title={m('page.calendar.renewTitle')}
        verb={m('page.calendar.renew')}
        consequences={[m('page.calendar.oldEnds'), m('page.calendar.putNewIn')]}
        undoable={false}
        act={renewed}
        done={show}
      >
        {m('page.calendar.renew')}
      </AskedFirst>
      <Button look="quiet" busy={busy} onClick={() => void end()}>
        {m('page.calendar.stop')}
      </Button>
    </ButtonRow>
  );
}

/** Shown this once: nobody can find it again. Focus goes to it and all of it is marked, so that the keyboard alone can copy it. */
function NewAddress({ address }: { readonly address: string }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const field = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState<string>();
  // Before the page takes focus on: the button that made it is gone.
  useLayoutEffect(() => field.current?.focus(), []);
  const mark = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => currentTarget.select();
  const copy = async () => {
    const isCopied = await copyField({ plain: address, html: null });
    if (!isCopied) field.current?.focus();
    const sentence = m(isCopied ? 'page.calendar.copied' : 'page.calendar.notCopied');
    setTold(sentence);
    say(sentence);
  };
  return (
    <Alert tone="info">
      <Field
        label={m('page.calendar.address')}
        hint={m('page.calendar.keep')}
        control={(control) => (
          // A press puts the caret where it falls, after focus has come.
          <textarea
            {...control}
            ref={field}
            className="form-input e-width-full e-grows"
            readOnly
            rows={2}
            value={address}
            onFocus={mark}
            onClick={mark}
          />
        )}
      />
      <Button onClick={() => void copy()}>{m('page.calendar.copy')}</Button>
      {told && <p className="e-note">{told}</p>}
    </Alert>
  );
}

function useCalendar(refetch: () => void) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [, renew] = useMutation(RenewCalendarDocument);
  const [, stop] = useMutation(StopCalendarDocument);
  const [address, setAddress] = useState<string | null>(null);
  const made = useRef<string | null>(null);
  const renewed = async () => {
    const result = await renew({});
    made.current = result.data?.renewCalendar.address ?? null;
    return { result, payload: made.current === null ? null : DONE };
  };
  const making = useCommand(renewed);
  const ending = useCommand(async () => {
    const result = await stop({});
    return { result, payload: result.data ? DONE : null };
  });
  /** Not before the question is gone: while it stands, the field of the address can have no focus. */
  const show = () => {
    ending.forget();
    setAddress(made.current);
    say(m('page.calendar.made'));
    refetch();
  };
  const make = async () => {
    if (await making.run()) show();
  };
  const end = async () => {
    if (!(await ending.run())) return;
    setAddress(null);
    say(m('page.calendar.stopped'));
    refetch();
  };
  const refused = making.refused ?? ending.refused;
  return { address, refused, busy: making.busy || ending.busy, renewed, show, make, end };
}

/** No rule says no to a calendar. */
const DONE = { refused: null };

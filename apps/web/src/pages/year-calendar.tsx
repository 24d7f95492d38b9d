import { Alert, Button, ButtonRow, useAnnouncer, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useFormats } from '../formats';
import { RenewCalendarDocument, StopCalendarDocument } from '../generated/graphql';

/** One's own calendar: its address is made here, shown once, replaced and stopped. */
export function OwnCalendar({ madeAt, refetch }: { readonly madeAt: string | null; readonly refetch: () => void }) {
  const m = useMessages();
  const { dateTime } = useFormats();
  const { address, failed, busy, make, end } = useCalendar(refetch);
  return (
    <section aria-labelledby="own-calendar" className="e-no-print">
      <h2 id="own-calendar">{m('page.calendar.title')}</h2>
      <p>{m('page.calendar.what')}</p>
      {address !== null && <NewAddress address={address} />}
      {address === null && (
        <p>{madeAt === null ? m('page.calendar.none') : m('page.calendar.madeAt', { at: dateTime(madeAt) })}</p>
      )}
      {failed && (
        <Alert tone="error" live>
          <p>{m('page.calendar.notDone')}</p>
        </Alert>
      )}
      {madeAt !== null && <p className="e-note">{m('page.calendar.renewEffect')}</p>}
      <ButtonRow>
        <Button busy={busy} onClick={() => void make()}>
          {m(madeAt === null ? 'page.calendar.make' : 'page.calendar.renew')}
        </Button>
        {madeAt !== null && (
          <Button look="quiet" busy={busy} onClick={() => void end()}>
            {m('page.calendar.stop')}
          </Button>
        )}
      </ButtonRow>
    </section>
  );
}

/** Shown this once: nobody can find it again. */
function NewAddress({ address }: { readonly address: string }) {
  const m = useMessages();
  return (
    <Alert tone="info" heading={m('page.calendar.address')}>
      <p className="e-calendar-address">
        <code>{address}</code>
      </p>
      <p>{m('page.calendar.keep')}</p>
    </Alert>
  );
}

function useCalendar(refetch: () => void) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [, renew] = useMutation(RenewCalendarDocument);
  const [, stop] = useMutation(StopCalendarDocument);
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const during = async (act: () => Promise<boolean>): Promise<void> => {
    setBusy(true);
    setFailed(!(await act()));
    setBusy(false);
    refetch();
  };
  const make = () =>
    during(async () => {
      const made = (await renew({})).data?.renewCalendar.address ?? null;
      setAddress(made);
      if (made !== null) say(m('page.calendar.made'));
      return made !== null;
    });
  const end = () =>
    during(async () => {
      const isDone = (await stop({})).data !== undefined;
      if (isDone) setAddress(null);
      if (isDone) say(m('page.calendar.stopped'));
      return isDone;
    });
  return { address, failed, busy, make, end };
}

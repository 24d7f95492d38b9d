import { Button, DateField, ErrorSummary, useAnnouncer, useMessages } from '@enig/ui';
import { useId, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddMeetingDocument, type BodyMeetingsFieldsFragment } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { NO_DAY, wrongWith, type WrittenDay } from '../written-day';

interface Adding {
  readonly round: string;
  readonly meetings: BodyMeetingsFieldsFragment;
  readonly changed: () => void;
}

/** A day more that a body meets. */
export function AddMeeting(props: Adding) {
  const m = useMessages();
  const { field, written, write, error, attempt, busy, send } = useAdding(props);
  return (
    <form
      onSubmit={(event) => void send(event)}
      noValidate
      aria-label={m('page.meetings.addTo', { body: props.meetings.body.name })}
    >
      <ErrorSummary errors={error ? [{ field, message: error }] : []} attempt={error ? attempt : 0} />
      <DateField
        id={field}
        label={m('page.meetings.date')}
        value={written.day ?? null}
        onChange={write}
        error={error}
        showErrors={attempt > 0}
      />
      <Button type="submit" busy={busy}>
        {m('page.meetings.add')}
      </Button>
    </form>
  );
}

function useAdding(props: Adding) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const field = useId();
  const [written, setWritten] = useState<WrittenDay>(NO_DAY);
  const [attempt, setAttempt] = useState(0);
  useGuardedForm(written.day !== null);
  const [, add] = useMutation(AddMeetingDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    const input = { round: props.round, body: props.meetings.body.id, heldOn: written.day ?? '' };
    const result = await add({ input });
    return { result, payload: result.data?.addMeeting };
  });
  const missing = attempt > 0 ? wrongWith(written, m('page.dateMissing')) : undefined;
  const error = missing ?? refused;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!written.day) {
      setAttempt(attempt + 1);
      return forget();
    }
    if (!(await run())) return setAttempt(attempt + 1);
    setWritten(NO_DAY);
    setAttempt(0);
    say(m('page.meetings.added'));
    props.changed();
  };
  const write = (day: WrittenDay['day'], unreadable?: string) => {
    setWritten({ day, unreadable });
    forget();
  };
  return { field, written, write, error, attempt, busy, send };
}

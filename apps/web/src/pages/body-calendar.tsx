import { Button, ErrorSummary, TextArea, useAnnouncer, useMessages } from '@enig/ui';
import { useId, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useFormats } from '../formats';
import { EnterMeetingsDocument, TakeMeetingBackDocument, type CalendarFieldsFragment } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { readDays, type WrittenDays } from '../written-days';
import { ComingMeetings } from './coming-meetings';

interface Shown {
  readonly calendar: CalendarFieldsFragment;
  readonly changed: () => void;
}

/** The days a body meets from today on, and a way to enter a whole calendar at once. */
export function BodyCalendar({ calendar, changed }: Shown) {
  const { body, meetings, mayEnter } = calendar;
  const [, takeBack] = useMutation(TakeMeetingBackDocument);
  const takeOne = async (meeting: string) => {
    const result = await takeBack({ input: { meeting } });
    return { result, payload: result.data?.takeMeetingBack };
  };
  return (
    <section aria-labelledby={`meetings-${body.id}`}>
      <h3 id={`meetings-${body.id}`}>{body.name}</h3>
      <ComingMeetings body={body} meetings={meetings} takeBack={mayEnter ? takeOne : null} changed={changed} />
      {mayEnter && <EnterDays calendar={calendar} changed={changed} />}
    </section>
  );
}

function EnterDays(props: Shown) {
  const m = useMessages();
  const { field, text, write, error, attempt, busy, send } = useEntering(props);
  return (
    <form
      className="e-no-print"
      onSubmit={(event) => void send(event)}
      noValidate
      aria-label={m('page.meetings.addTo', { body: props.calendar.body.name })}
    >
      <ErrorSummary errors={error ? [{ field, message: error }] : []} attempt={error ? attempt : 0} />
      <TextArea
        id={field}
        label={m('page.way.days')}
        hint={m('page.way.daysHint')}
        rows={3}
        maxLength={2_000}
        value={text}
        onChange={write}
        error={error}
      />
      <Button type="submit" busy={busy}>
        {m('page.way.enter')} <span className="e-hidden">{props.calendar.body.name}</span>
      </Button>
    </form>
  );
}

function useEntering({ calendar, changed }: Shown) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const wrongWith = useWrongWith();
  const field = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const [attempt, setAttempt] = useState(0);
  useGuardedForm(text.trim() !== '');
  const [, enter] = useMutation(EnterMeetingsDocument);
  const { busy, refused, run, forget } = useCommand(async (days: readonly string[]) => {
    const result = await enter({ input: { body: calendar.body.id, days: [...days] } });
    return { result, payload: result.data?.enterMeetings };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const read = readDays(text);
    setWrong(wrongWith(read));
    setAttempt((before) => before + 1);
    if (read.kind !== 'days') return forget();
    if (!(await run(read.days))) return setAttempt((before) => before + 1);
    setText('');
    say(m('page.way.entered', { count: read.days.length }));
    changed();
  };
  const write = (value: string) => {
    setText(value);
    setWrong(undefined);
    forget();
  };
  return { field, text, write, error: wrong ?? refused, attempt, busy, send };
}

/** What is said of days that cannot be entered: each of them is named, so that all are mended at once. */
function useWrongWith(): (read: WrittenDays) => string | undefined {
  const m = useMessages();
  const { list } = useFormats();
  return (read) => {
    if (read.kind === 'days') return undefined;
    if (read.kind === 'empty') return m('page.way.daysMissing');
    const say = (key: 'page.way.noSuchDays' | 'page.way.daysUnreadable', days: readonly string[]) =>
      days.length > 0 &&
      m(key, { count: days.length, days: list(days.map((day) => m('page.way.dayWritten', { day }))) });
    const said = [say('page.way.noSuchDays', read.noSuchDay), say('page.way.daysUnreadable', read.unreadable)];
    return said.filter(Boolean).join(' ');
  };
}

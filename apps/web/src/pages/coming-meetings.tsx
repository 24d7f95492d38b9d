import { Alert, Button, EmptyState, useAnnouncer, useMessages } from '@enig/ui';
import { useRef } from 'react';
import { useCommand, type Answer, type Payload } from '../command';
import { useFormats } from '../formats';
import { today } from '../today';

/** The days a body meets from today on, each with a way to take it back for who may. */
export function ComingMeetings(props: {
  readonly body: { readonly name: string };
  readonly meetings: readonly { readonly id: string; readonly heldOn: string }[];
  /** Takes back a meeting by its id; null for who may not. */
  readonly takeBack: ((meeting: string) => Promise<Answer<Payload>>) | null;
  readonly changed: () => void;
}) {
  const m = useMessages();
  const { weekday } = useFormats();
  const list = useRef<HTMLDivElement>(null);
  const { body, meetings, takeBack, changed } = props;
  const coming = meetings.filter(({ heldOn }) => heldOn >= today());
  const takenBack = () => {
    // The button goes away with what it did.
    list.current?.focus();
    changed();
  };
  return (
    <div ref={list} role="group" tabIndex={-1} aria-label={m('page.meetings.of', { body: body.name })}>
      {coming.length === 0 && <EmptyState>{m('page.meetings.empty', { body: body.name })}</EmptyState>}
      {coming.length > 0 && (
        <ul>
          {coming.map(({ id, heldOn }) => (
            <li key={id}>
              {weekday(heldOn)}{' '}
              {takeBack && <TakeBack date={weekday(heldOn)} takeBack={() => takeBack(id)} takenBack={takenBack} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function TakeBack(props: {
  /** What the meeting is called. */
  readonly date: string;
  readonly takeBack: () => Promise<Answer<Payload>>;
  readonly takenBack: () => void;
}) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { date, takeBack, takenBack } = props;
  const { busy, refused, run } = useCommand(takeBack);
  const send = async () => {
    if (!(await run())) return;
    say(m('page.meetings.removed', { date }));
    takenBack();
  };
  return (
    <>
      <Button look="quiet" busy={busy} onClick={() => void send()} aria-label={m('page.meetings.remove', { date })}>
        {m('button.remove')}
      </Button>
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
    </>
  );
}

import { Alert, Button, EmptyState, useAnnouncer, useMessages } from '@enig/ui';
import { useRef } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useFormats } from '../formats';
import { RemoveMeetingDocument, type BodyMeetingsFieldsFragment } from '../generated/graphql';
import { today } from '../today';
import { AddMeeting } from './add-meeting';

/** The days a body meets from today on, and a way to enter one more. */
export function BodyMeetings(props: {
  readonly round: string;
  readonly meetings: BodyMeetingsFieldsFragment;
  readonly changed: () => void;
  /** Whether the page says elsewhere that the body does not meet in time. */
  readonly isWarned?: boolean;
}) {
  const m = useMessages();
  const list = useRef<HTMLDivElement>(null);
  const { meetings, body, meets, mayEnter } = props.meetings;
  const coming = meetings.filter(({ heldOn }) => heldOn >= today());
  return (
    <>
      {meets === 'doesNotMeet' && !props.isWarned && (
        <Alert tone="warning">
          <p>{m('page.meetings.notInTime', { body: body.name })}</p>
        </Alert>
      )}
      <div ref={list} role="group" tabIndex={-1} aria-label={m('page.meetings.of', { body: body.name })}>
        {coming.length === 0 && <EmptyState>{m('page.meetings.empty', { body: body.name })}</EmptyState>}
        {coming.length > 0 && (
          <ul>
            {coming.map((meeting) => (
              <Meeting
                key={meeting.id}
                round={props.round}
                meeting={meeting}
                mayRemove={mayEnter}
                removed={() => {
                  // The button goes away with what it did.
                  list.current?.focus();
                  props.changed();
                }}
              />
            ))}
          </ul>
        )}
      </div>
      {mayEnter && <AddMeeting {...props} />}
    </>
  );
}

function Meeting(props: {
  readonly round: string;
  readonly meeting: BodyMeetingsFieldsFragment['meetings'][number];
  readonly mayRemove: boolean;
  readonly removed: () => void;
}) {
  const m = useMessages();
  const { weekday } = useFormats();
  const { say } = useAnnouncer();
  const { id, heldOn } = props.meeting;
  const date = weekday(heldOn);
  const [, remove] = useMutation(RemoveMeetingDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await remove({ input: { round: props.round, meeting: id } });
    return { result, payload: result.data?.removeMeeting };
  });
  const take = async () => {
    if (!(await run())) return;
    say(m('page.meetings.removed', { date }));
    props.removed();
  };
  return (
    <li>
      {date}{' '}
      {props.mayRemove && (
        <Button look="quiet" busy={busy} onClick={() => void take()} aria-label={m('page.meetings.remove', { date })}>
          {m('button.remove')}
        </Button>
      )}
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
    </li>
  );
}

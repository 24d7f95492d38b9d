import { Alert, useMessages } from '@enig/ui';
import { useMutation } from 'urql';
import { RemoveMeetingDocument, type BodyMeetingsFieldsFragment } from '../generated/graphql';
import { AddMeeting } from './add-meeting';
import { ComingMeetings } from './coming-meetings';

/** The days a body meets from today on, and a way to enter one more. */
export function BodyMeetings(props: {
  readonly round: string;
  readonly meetings: BodyMeetingsFieldsFragment;
  readonly changed: () => void;
  /** Whether the page says elsewhere that the body does not meet in time. */
  readonly isWarned?: boolean;
}) {
  const m = useMessages();
  const { round, changed } = props;
  const { meetings, body, meets, mayEnter } = props.meetings;
  const [, remove] = useMutation(RemoveMeetingDocument);
  const takeOne = async (meeting: string) => {
    const result = await remove({ input: { round, meeting } });
    return { result, payload: result.data?.removeMeeting };
  };
  return (
    <>
      {meets === 'doesNotMeet' && !props.isWarned && (
        <Alert tone="warning">
          <p>{m('page.meetings.notInTime', { body: body.name })}</p>
        </Alert>
      )}
      <ComingMeetings body={body} meetings={meetings} takeBack={mayEnter ? takeOne : null} changed={changed} />
      {mayEnter && <AddMeeting {...props} />}
    </>
  );
}

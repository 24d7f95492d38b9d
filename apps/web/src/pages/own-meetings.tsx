import { Alert, useMessages } from '@enig/ui';
import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { ResponseMeetingsDocument, type BodyMeetingsFieldsFragment } from '../generated/graphql';
import { BodyMeetings } from './body-meetings';

/** A council's own meetings, as the page of a hearing knows them, and how to ask for them again. */
export interface OwnMeetingsRead {
  /** Nothing until the server has answered, and for who is not asked. */
  readonly meetings: BodyMeetingsFieldsFragment | undefined;
  /** Whether it is not known yet if they meet in time; also where nobody can say, it becomes false. */
  readonly isAwaited: boolean;
  readonly refetch: () => void;
}

/** The meetings of the council that is asked; null for whoever is not. */
export function useOwnMeetings(response: { readonly id: string } | null): OwnMeetingsRead {
  const [{ data, error }, execute] = useQuery({
    query: ResponseMeetingsDocument,
    variables: { id: response?.id ?? '' },
    pause: response === null,
  });
  return {
    meetings: data?.response?.meetings,
    isAwaited: response !== null && !data && !error,
    refetch: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** Says under the header that a council does not meet in time, with what can be done about it. */
export function MeetsTooLate(props: {
  readonly meetings: BodyMeetingsFieldsFragment;
  /** The remedy, where there is one. */
  readonly children?: ReactNode;
}) {
  const m = useMessages();
  const { body, meets } = props.meetings;
  /** Said aloud only when it turns out while the page is open: by a meeting that was entered or removed. */
  const [atFirst] = useState(meets);
  if (meets !== 'doesNotMeet') return null;
  return (
    <Alert tone="warning" live={atFirst !== 'doesNotMeet'} heading={m('page.meetings.notInTime', { body: body.name })}>
      {props.children}
    </Alert>
  );
}

/** The days a council meets, entered by itself. */
export function OwnMeetings(props: { readonly round: string; readonly own: OwnMeetingsRead }) {
  const m = useMessages();
  const { meetings, refetch } = props.own;
  if (!meetings?.mayEnter) return null;
  return (
    <section aria-labelledby="own-meetings" className="e-no-print">
      <h2 id="own-meetings">{m('page.meetings.own')}</h2>
      <p>{m('page.meetings.ownWhy')}</p>
      <BodyMeetings round={props.round} meetings={meetings} changed={refetch} isWarned />
    </section>
  );
}

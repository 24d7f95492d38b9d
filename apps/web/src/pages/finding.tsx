import { StateMark, useAnnouncer, useMessages } from '@enig/ui';
import { useRef } from 'react';
import { useMutation } from 'urql';
import { useFormats } from '../formats';
import { ReleaseFindingDocument, type FindingFieldsFragment } from '../generated/graphql';
import { ReasonForm, type ReasonedAct } from './reason-form';

/** One finding: what it is about and where, who has seen it, and what can be done. Never what was found. */
export function FindingView(props: {
  readonly finding: FindingFieldsFragment;
  readonly submission: string;
  readonly refetch: () => void;
  /** What else can be done than releasing it. */
  readonly other: ReasonedAct;
}) {
  const { finding, submission, refetch, other } = props;
  const m = useMessages();
  const formats = useFormats();
  const item = useRef<HTMLLIElement>(null);
  const what = `${m(`screening.about.${finding.about}`, { count: finding.count })}, ${finding.where}`;
  // The form goes away with the second word: whoever gave it stays at the finding.
  const release = useRelease({ finding, submission, what, done: () => item.current?.focus() });
  return (
    <li ref={item} tabIndex={-1}>
      <p>
        <strong>{what}</strong>{' '}
        {finding.isReleased ? (
          <StateMark state="done">{m('page.screening.released')}</StateMark>
        ) : (
          finding.releases.length > 0 && <StateMark state="inProgress">{m('page.screening.waits')}</StateMark>
        )}
      </p>
      {finding.releases.map(({ by, at, reason }) => (
        <p key={at} className="e-note">
          {m('page.screening.releasedBy', { by, day: formats.dateTime(at), reason })}
        </p>
      ))}
      {!finding.isReleased && <ReasonForm acts={finding.mayRelease ? [other, release] : [other]} settled={refetch} />}
    </li>
  );
}

function useRelease(props: {
  readonly finding: FindingFieldsFragment;
  readonly submission: string;
  readonly what: string;
  readonly done: () => void;
}): ReasonedAct {
  const { finding, submission, what, done } = props;
  const m = useMessages();
  const { say } = useAnnouncer();
  const [, release] = useMutation(ReleaseFindingDocument);
  return {
    verb: m('page.screening.release'),
    label: m('page.screening.releaseOf', { what }),
    send: async (reason) => {
      const result = await release({ input: { submission, finding: finding.key, reason } });
      return { result, payload: result.data?.releaseFinding };
    },
    done: () => {
      say(m(finding.releases.length === 0 ? 'page.screening.saidSeen' : 'page.screening.saidReleased'));
      done();
    },
  };
}

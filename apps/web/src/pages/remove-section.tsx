import { useAnnouncer, useMessages } from '@enig/ui';
import { useMutation } from 'urql';
import { RemoveSectionDocument } from '../generated/graphql';
import { AskedFirst } from './asked-first';

/** Takes a section out of the agreement, once one has seen what that means. */
export function RemoveSection(props: {
  readonly section: string;
  readonly title: string;
  readonly removed: () => void;
}) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { title } = props;
  const [, remove] = useMutation(RemoveSectionDocument);
  return (
    <AskedFirst
      title={m('page.setUp.removeTitle', { title })}
      verb={m('page.setUp.removeVerb')}
      consequences={[m('page.setUp.removeGone'), m('page.setUp.removeKept')]}
      undoable
      act={async () => {
        const result = await remove({ input: { section: props.section } });
        return { result, payload: result.data?.removeSection };
      }}
      done={() => {
        say(m('page.setUp.removed', { title }));
        props.removed();
      }}
    >
      {m('button.remove')}
      <span className="e-hidden"> {title}</span>
    </AskedFirst>
  );
}

import { Button, useAnnouncer, useMessages, type Translate } from '@enig/ui';
import { useRef } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { ConsentToOverrideDocument, type BoardFieldsFragment } from '../generated/graphql';
import { OverrideDialog } from './override-dialog';
import { placesOf } from './override-places';

type Override = BoardFieldsFragment['overrides'][number];

/** The steps that are taken otherwise, with who asked and who agreed; and the way to ask, for who may. */
export function StepOverrides(props: {
  readonly agreement: string;
  readonly board: BoardFieldsFragment;
  readonly refetch: () => void;
}) {
  const m = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const { agreement, board, refetch } = props;
  const isOffered = board.mayOverride && placesOf(board, m).length > 0;
  if (board.overrides.length === 0 && !isOffered) return null;
  const agreed = () => {
    // The button goes away with what it did.
    heading.current?.focus();
    refetch();
  };
  return (
    <section aria-labelledby="overrides" className={board.overrides.length === 0 ? 'e-no-print' : undefined}>
      <h2 id="overrides" ref={heading} tabIndex={-1}>
        {m('page.override.heading')}
      </h2>
      {board.overrides.length > 0 && (
        <ul>
          {board.overrides.map((one) => (
            <OverrideItem key={one.id} agreement={agreement} override={one} agreed={agreed} />
          ))}
        </ul>
      )}
      {isOffered && <OverrideDialog agreement={agreement} board={board} done={refetch} />}
    </section>
  );
}

function OverrideItem(props: { readonly agreement: string; readonly override: Override; readonly agreed: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { id, sentence, mayAgree } = props.override;
  const [, consent] = useMutation(ConsentToOverrideDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await consent({ input: { agreement: props.agreement, override: id } });
    return { result, payload: result.data?.consentToOverride };
  });
  const send = async () => {
    if (!(await run())) return;
    say(m('page.override.agreed'));
    props.agreed();
  };
  return (
    <li>
      <p>{sentence}</p>
      <p className="e-note">{whoAgreed(props.override, m)}</p>
      {refused && <p role="alert">{refused}</p>}
      {mayAgree && (
        <Button busy={busy} onClick={() => void send()}>
          {m('page.override.agree')} <span className="e-hidden">{sentence}</span>
        </Button>
      )}
    </li>
  );
}

/** Who asked for it, and who agreed; or that nobody is asked any more. */
function whoAgreed({ askedBy: asked, agreedBy: agreed, isOvertaken }: Override, m: Translate): string {
  if (agreed !== null) return m('page.override.by', { asked, agreed });
  return m(isOvertaken ? 'page.override.overtaken' : 'page.override.waits', { asked });
}

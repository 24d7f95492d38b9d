import type { CaseJson } from '@enig/text';
import { Alert, Button, ConfirmDialog, useAnnouncer, useMessages } from '@enig/ui';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { MakeCaseDocument, SendCaseDocument, type CasePageFragment } from '../generated/graphql';
import { CaseNumbersLeft } from './case-numbers';

/** Said before a case is made or sent on that nobody needs any more. */
export function DecidedAlready({ of }: { readonly of: CasePageFragment }) {
  return of.decidedAlready === null ? null : (
    <Alert tone="info">
      <p>{of.decidedAlready}</p>
    </Alert>
  );
}

/** Makes the party's case of what Enig knows; what that is stands before the button. */
export function MakeCase(props: { readonly of: CasePageFragment; readonly refetch: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { of, refetch } = props;
  const [, make] = useMutation(MakeCaseDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await make({ input: { agreement: of.agreement, party: of.party.id } });
    return { result, payload: result.data?.makeCase };
  });
  const send = async () => {
    if (await run()) say(m('page.case.made'));
    refetch();
  };
  return (
    <section aria-labelledby="make-case">
      <h2 id="make-case">{m('page.case.own')}</h2>
      <p>{of.earlier ? m('page.case.makeAgainText', { number: of.earlier.version }) : m('page.case.makeText')}</p>
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
      <Button look="primary" busy={busy} onClick={() => void send()}>
        {m('page.case.make')}
      </Button>
    </section>
  );
}

/** Sends the case on, once it is asked whether: nobody changes it here afterwards. Not while words are being saved. */
export function SendCase(props: {
  readonly of: CasePageFragment;
  readonly refetch: () => void;
  readonly isSaving: boolean;
  /** What would be sent on, as far as it is known here. */
  readonly content: CaseJson | null;
  /** Clears what this browser keeps of the text. */
  readonly forget?: (() => Promise<void>) | undefined;
}) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { of, refetch, isSaving } = props;
  const [isOpen, setOpen] = useState(false);
  const [, sendOn] = useMutation(SendCaseDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    const result = await sendOn({ input: { case: of.id ?? '' } });
    return { result, payload: result.data?.sendCase };
  });
  const confirm = async () => {
    if (!(await run())) return;
    // What was taken back while writing must not stay in a browser after the case is sent on.
    await props.forget?.();
    flushSync(() => setOpen(false));
    say(m('page.case.sent'));
    refetch();
  };
  const close = () => {
    forget();
    setOpen(false);
  };
  return (
    <div className="e-no-print">
      <Button look="primary" busy={isSaving} onClick={() => setOpen(true)}>
        {m('page.case.send')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={m('page.case.sendTitle')}
        verb={m('page.case.sendVerb')}
        consequences={[
          m('page.case.sendEffect.closed'),
          m('page.case.sendEffect.readers'),
          m('page.case.sendEffect.erased'),
        ]}
        undoable={false}
        busy={busy}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={close}
      >
        {isOpen && <CaseNumbersLeft content={props.content} />}
      </ConfirmDialog>
    </div>
  );
}

import { Button, ConfirmDialog, TextArea, useAnnouncer, useMessages, type ButtonLook } from '@enig/ui';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from 'urql';
import {
  AbandonAgreementDocument,
  FreezeCheckDocument,
  FreezeForDecisionDocument,
  ReopenWritingDocument,
} from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { arrive } from '../arrival';
import { useCommand } from '../command';
import type { Agreement } from './agreement';
import { FreezeCheckWaits, FreezeNotes, FreezeSame } from './freeze-notes';

/** Freezes the final text and asks every party's council about it. */
export function FreezeForDecisionDialog(props: {
  readonly agreement: Agreement;
  readonly refetch: () => void;
  readonly look?: ButtonLook | undefined;
}) {
  const m = useMessages();
  const navigate = useNavigate();
  const { say } = useAnnouncer();
  const [isOpen, setOpen] = useState(false);
  const [{ data, error }, execute] = useQuery({
    query: FreezeCheckDocument,
    variables: { id: props.agreement.id },
    requestPolicy: 'network-only',
    pause: !isOpen,
  });
  const [, freeze] = useMutation(FreezeForDecisionDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await freeze({ input: { agreement: props.agreement.id } });
    return { result, payload: result.data?.freezeForDecision };
  });
  const confirm = async () => {
    if (!(await run())) return;
    // While the question stands, nothing outside it is read out.
    flushSync(() => setOpen(false));
    props.refetch();
    await navigate(`/aftaler/${props.agreement.id}/godkendelse`);
    say(m('page.freezeForDecision.done'));
  };
  return (
    <>
      <Button look={props.look ?? 'primary'} onClick={() => setOpen(true)}>
        {m('page.freezeForDecision.verb')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={m('page.freezeForDecision.title')}
        verb={m('page.freezeForDecision.verb')}
        consequences={[
          m('page.freezeForDecision.frozen'),
          m('page.freezeForDecision.asked', { count: props.agreement.parties.length }),
          m('page.freezeForDecision.unanimous'),
        ]}
        undoable={false}
        busy={busy || !data?.agreement}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      >
        {data?.agreement ? (
          <>
            <FreezeSame check={data.agreement.freezeCheck} />
            <FreezeNotes check={data.agreement.freezeCheck} />
          </>
        ) : (
          <FreezeCheckWaits error={error} retry={() => execute({ requestPolicy: 'network-only' })} />
        )}
      </ConfirmDialog>
    </>
  );
}

interface ReasonedProps {
  readonly agreement: Agreement;
  readonly refetch: () => void;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

/** Opens the text again after it was sent to decision; the approvals so far lapse. */
export function ReopenDialog(props: ReasonedProps) {
  const m = useMessages();
  const [, reopen] = useMutation(ReopenWritingDocument);
  return (
    <ReasonedAct
      {...props}
      verb={m('page.reopen.verb')}
      title={m('page.reopen.title')}
      done={m('page.reopen.done')}
      consequences={[
        m('page.reopen.lapse', { count: props.agreement.board?.approvedCount ?? 0 }),
        m('page.reopen.write'),
      ]}
      send={async (reason) => {
        const result = await reopen({ input: { agreement: props.agreement.id, reason } });
        return { result, payload: result.data?.reopenWriting };
      }}
    />
  );
}

/** Gives the agreement up. */
export function AbandonDialog(props: ReasonedProps) {
  const m = useMessages();
  const [, abandon] = useMutation(AbandonAgreementDocument);
  return (
    <ReasonedAct
      {...props}
      verb={m('page.abandon.verb')}
      title={m('page.abandon.title')}
      done={m('page.abandon.done')}
      consequences={[m('page.abandon.stops'), m('page.abandon.kept')]}
      send={async (reason) => {
        const result = await abandon({ input: { agreement: props.agreement.id, reason } });
        return { result, payload: result.data?.abandonAgreement };
      }}
    />
  );
}

/** The button stands at the foot of the page and goes away with what it did, which is told at the top. */
function ReasonedAct(
  props: ReasonedProps & {
    readonly verb: string;
    readonly title: string;
    /** Said when it is done. */
    readonly done: string;
    readonly consequences: readonly string[];
    readonly send: (reason: string) => ReturnType<Parameters<typeof useCommand>[0]>;
  },
) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [reason, setReason] = useState('');
  useGuardedForm(props.open && reason !== '');
  const { busy, refused, run } = useCommand(() => props.send(reason));
  const confirm = async () => {
    if (!(await run())) return;
    // While the question stands, nothing outside it can be given focus.
    flushSync(() => props.setOpen(false));
    arrive();
    say(props.done);
    props.refetch();
  };
  return (
    <>
      <Button look="danger" onClick={() => props.setOpen(true)}>
        {props.verb}
      </Button>
      <ConfirmDialog
        open={props.open}
        title={props.title}
        verb={props.verb}
        consequences={props.consequences}
        undoable={false}
        danger
        busy={busy}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={() => props.setOpen(false)}
      >
        <TextArea label={m('page.reason')} hint={m('page.reasonHint')} value={reason} onChange={setReason} />
      </ConfirmDialog>
    </>
  );
}

import { Alert, Button, ButtonRow, TextField, useMessages } from '@enig/ui';
import { useState, type ReactNode } from 'react';
import { useCommand, type Answer, type Payload } from '../command';
import { useGuardedForm } from '../leave-guard';

/** What is done with a reason: its words, and what it is called for somebody who hears only the button. */
export interface ReasonedAct {
  readonly verb: string;
  readonly label: string;
  /** Whether the rest of the form is filled in; the form says itself what is not. */
  readonly isReady?: () => boolean;
  readonly send: (reason: string) => Promise<Answer<Payload>>;
  /** Once it was done: says so, and gives focus a place where the form goes away. */
  readonly done: () => void;
}

/**
 * A reason, and the things that can be done with one. Nothing is done without it, and what is refused is refused here
 * alone: the form beside it knows nothing of it.
 */
export function ReasonForm(props: {
  readonly acts: readonly ReasonedAct[];
  /** After every attempt: what was refused may be so because somebody else was here meanwhile. */
  readonly settled: () => void;
  readonly children?: ReactNode;
}) {
  const m = useMessages();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const command = useCommand<Payload, [ReasonedAct]>(({ send }) => send(reason));
  useGuardedForm(reason !== '');
  const run = async (act: ReasonedAct) => {
    const isReady = act.isReady?.() ?? true;
    setMissing(reason.trim() === '');
    if (reason.trim() === '' || !isReady || command.busy) return;
    const isDone = (await command.run(act)) !== undefined;
    if (isDone) setReason('');
    if (isDone) act.done();
    props.settled();
  };
  const [first] = props.acts;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (first) void run(first);
      }}
      noValidate
    >
      {props.children}
      <TextField
        label={m('page.screening.reason')}
        hint={m('page.screening.reasonHint')}
        value={reason}
        onChange={setReason}
        error={isMissing && reason.trim() === '' ? m('page.screening.reasonMissing') : undefined}
      />
      {command.refused && (
        <Alert tone="error" live>
          <p>{command.refused}</p>
        </Alert>
      )}
      <Acts acts={props.acts} busy={command.busy} run={(act) => void run(act)} />
    </form>
  );
}

/** The first is what Enter does. */
function Acts(props: {
  readonly acts: readonly ReasonedAct[];
  readonly busy: boolean;
  readonly run: (act: ReasonedAct) => void;
}) {
  const { acts, busy, run } = props;
  return (
    <ButtonRow>
      {acts.map((act, index) => (
        <Button
          key={act.verb}
          type={index === 0 ? 'submit' : 'button'}
          busy={busy}
          aria-label={act.label === act.verb ? undefined : act.label}
          {...(index === 0 ? {} : { onClick: () => run(act) })}
        >
          {act.verb}
        </Button>
      ))}
    </ButtonRow>
  );
}

import type { LocalDate } from '@enig/kernel';
import { Button, ConfirmDialog, DateField, ErrorSummary, TextArea, useMessages, type ButtonLook } from '@enig/ui';
import { useId, useState, type ReactNode } from 'react';
import { useCommand, type Answer, type Payload } from '../command';
import { useGuardedForm } from '../leave-guard';
import { wrongWith, type WrittenDay } from '../written-day';

interface Asked {
  /** What the button says; the dialog's is `verb`. */
  readonly children: ReactNode;
  readonly look?: ButtonLook | undefined;
  readonly title: string;
  readonly verb: string;
  /** Also says who can read the reason. */
  readonly consequences: readonly string[];
  /** How the reason is asked for, where it is not as everywhere. */
  readonly why?: { readonly label: string; readonly hint: string; readonly missing?: string } | undefined;
  readonly undoable?: boolean | undefined;
  readonly onDone: () => void;
  /** What the page shows may be old. */
  readonly onRefused?: (() => void) | undefined;
}

/** A day and why, sent from a dialog of their own: more time asked for, given to one, or given to all. */
export function AskDay({
  label,
  first,
  send,
  ...asked
}: Asked & {
  readonly label: string;
  /** The day that stands there at first. */
  readonly first: LocalDate | null;
  readonly send: (day: LocalDate, reason: string) => Promise<Answer<Payload>>;
}) {
  const sendBoth = async (day: LocalDate | null, reason: string) =>
    day === null ? { result: {}, payload: null } : send(day, reason);
  return <Asking {...asked} day={{ label, first }} send={sendBoth} />;
}

/** Why alone, sent in the same way: more time is not given. */
export function AskWhy({ send, ...asked }: Asked & { readonly send: (reason: string) => Promise<Answer<Payload>> }) {
  return <Asking {...asked} day={null} send={(_, reason) => send(reason)} />;
}

interface AskingProps extends Asked {
  readonly day: { readonly label: string; readonly first: LocalDate | null } | null;
  readonly send: (day: LocalDate | null, reason: string) => Promise<Answer<Payload>>;
}

function Asking(props: AskingProps) {
  const m = useMessages();
  const { children, look, title, verb, consequences, undoable = false, day, why } = props;
  const { isOpen, show, hide, confirm, shown, attempt, written, write, reason, setReason, busy, refused, id } =
    useAsking(props);
  const errorOf = (field: string) => shown.find((error) => error.field === field)?.message;
  return (
    <>
      <Button look={look ?? 'secondary'} onClick={show}>
        {children}
      </Button>
      <ConfirmDialog
        {...{ title, verb, consequences, undoable, busy, refused }}
        open={isOpen}
        onConfirm={() => void confirm()}
        onCancel={hide}
      >
        <ErrorSummary errors={shown} attempt={attempt} />
        {day && (
          <DateField
            id={`${id}-day`}
            label={day.label}
            value={written.day ?? null}
            onChange={write}
            error={errorOf(`${id}-day`)}
            showErrors={attempt > 0}
          />
        )}
        <TextArea
          id={`${id}-reason`}
          label={why?.label ?? m('page.reason')}
          hint={why?.hint}
          value={reason}
          onChange={setReason}
          error={errorOf(`${id}-reason`)}
        />
      </ConfirmDialog>
    </>
  );
}

/** What is written in the dialog. It stays while the dialog is closed without sending, and is gone when it was sent. */
function useAsking({ day, why, send, onDone, onRefused }: AskingProps) {
  const m = useMessages();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  /** Null while the day stands as it did at first. */
  const [own, setOwn] = useState<WrittenDay | null>(null);
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  useGuardedForm(isOpen && (reason !== '' || own !== null));
  const written = own ?? { day: day?.first ?? null };
  const { busy, refused, run, forget } = useCommand(() => send(written.day ?? null, reason));
  const wrong = {
    day: day ? wrongWith(written, m('page.dateMissing')) : undefined,
    reason: reason.trim() === '' ? (why?.missing ?? m('page.reasonMissing')) : undefined,
  };
  const errors = Object.entries(wrong).flatMap(([field, message]) =>
    message ? [{ field: `${id}-${field}`, message }] : [],
  );
  const leave = () => {
    setOpen(false);
    setAttempt(0);
    forget();
  };
  const confirm = async () => {
    if (errors.length > 0) {
      forget();
      return setAttempt(attempt + 1);
    }
    if (!(await run())) return onRefused?.();
    leave();
    setOwn(null);
    setReason('');
    onDone();
  };
  return {
    ...{ id, isOpen, confirm, attempt, written, reason, setReason, busy, refused },
    shown: attempt > 0 ? errors : [],
    show: () => setOpen(true),
    hide: leave,
    write: (to: LocalDate | null | undefined, unreadable?: string) => setOwn({ day: to, unreadable }),
  };
}

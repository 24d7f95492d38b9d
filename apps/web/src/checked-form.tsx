import { Button, DateField, ErrorSummary, type SummaryError } from '@enig/ui';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { useCommand, type Answer, type Payload } from './command';
import { useGuardedForm } from './leave-guard';
import { RefusedWhole } from './refused-whole';
import type { WrittenDay } from './written-day';

interface Checked<Done extends Payload> {
  /** What is wrong with what is typed now; nothing is sent while anything is. */
  readonly wrong: readonly SummaryError[];
  /** Whether something is typed that leaving the page would lose. */
  readonly isTyped: boolean;
  /** By code, the field in which what a rule refuses is mended; any other refusal is about the whole. */
  readonly fieldOf?: Readonly<Record<string, string>>;
  readonly command: () => Promise<Answer<Done>>;
}

/**
 * A form that is checked before it is sent. What is wrong is not said before the first attempt, and what the server
 * refuses stands at the field in which it is mended, where there is one.
 */
export function useCheckedForm<Done extends Payload>({ wrong, isTyped, fieldOf = {}, command }: Checked<Done>) {
  const [attempt, setAttempt] = useState(0);
  /** What was wrong when it was sent last: a field that has come since is not red before it was there to be filled in. */
  const [tried, setTried] = useState<readonly string[]>([]);
  const sent = useGuardedForm(isTyped);
  const { busy, refused, code, run, forget } = useCommand(command);
  const refusedField = code === undefined ? undefined : fieldOf[code];
  const errors = [
    ...wrong.filter(({ field }) => tried.includes(field)),
    ...(refused && refusedField ? [{ field: refusedField, message: refused }] : []),
  ];
  /** @returns what came of it; nothing where it was not done. */
  const send = async (): Promise<Done | undefined> => {
    setTried(wrong.map(({ field }) => field));
    if (wrong.length > 0) forget();
    const done = wrong.length > 0 ? undefined : await run();
    if (done) sent();
    else setAttempt((before) => before + 1);
    return done;
  };
  return {
    attempt,
    /** What is to be said now, field by field. */
    errors,
    errorOf: (field: string) => errors.find((error) => error.field === field)?.message,
    /** Why it was refused, where that is about no field. */
    refused: refusedField ? undefined : refused,
    /** The code of what refused it last, about a field or not. */
    code,
    busy,
    send,
    /** Says nothing more of what was tried: it is another form now. */
    beginAnew: () => {
      setTried([]);
      forget();
    },
  };
}

/** What is wrong, from what is to be said of each field; the fields' ids are the names here, in the order of the form. */
export function errorsIn(said: Readonly<Record<string, string | undefined>>): SummaryError[] {
  return Object.entries(said).flatMap(([field, message]) => (message ? [{ field, message }] : []));
}

/** What the parts of such a form are given, whatever it is about. */
export type CheckedFormState = Omit<ReturnType<typeof useCheckedForm>, 'code' | 'send' | 'beginAnew'>;

/** Around the fields of a form that is checked: what is wrong, why it was refused, and the button that sends it. */
export function CheckedForm(props: {
  readonly form: CheckedFormState;
  readonly verb: string;
  readonly send: () => Promise<void>;
  readonly children: ReactNode;
}) {
  const { form, verb, send, children } = props;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      noValidate
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <RefusedWhole sentence={form.refused} />
      {children}
      <Button type="submit" look="primary" busy={form.busy}>
        {verb}
      </Button>
    </form>
  );
}

/** A day in a form that is checked: the field is its id in the page, and what errors call it. */
export function CheckedDay(
  props: Pick<ComponentProps<typeof DateField>, 'label' | 'hint' | 'optional' | 'isPast'> & {
    readonly form: CheckedFormState;
    readonly field: string;
    readonly written: WrittenDay;
    readonly write: (written: WrittenDay) => void;
  },
) {
  const { form, field, written, write, ...shown } = props;
  return (
    <DateField
      {...shown}
      id={field}
      value={written.day ?? null}
      onChange={(day, unreadable) => write({ day, unreadable })}
      error={form.errorOf(field)}
      showErrors={form.errorOf(field) !== undefined}
    />
  );
}

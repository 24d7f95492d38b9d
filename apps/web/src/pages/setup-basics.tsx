import type { DecidingDays } from '@enig/agreement';
import { localDateOf, LONGEST } from '@enig/kernel';
import { Button, DateField, ErrorSummary, TextField, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useFormats } from '../formats';
import { EditAgreementDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { RefusedWhole } from '../refused-whole';
import { wrongInTerms, type Terms } from './agreement-terms';
import type { SetupProps } from './setup';

/** Name, period and deadlines. */
export function SetupBasics({ agreement, refetch }: SetupProps) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [terms, setTerms] = useState(() => termsOf(agreement));
  const { title, from, to, deadline, writingUntil } = terms;
  const [attempt, setAttempt] = useState(0);
  const days = [from, to, deadline, writingUntil].map(({ day }) => day);
  const held = JSON.stringify([title, ...days.map((day) => day ?? '')]);
  const [saved, setSaved] = useState(held);
  useGuardedForm(held !== saved || days.includes(undefined));
  const errors = wrongInTerms(terms, m, useFormats(), decidingDaysOf(agreement));
  const shown = attempt > 0 ? errors : [];
  const [, edit] = useMutation(EditAgreementDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    const dates = {
      periodFrom: from.day ?? '',
      periodTo: to.day ?? '',
      deadline: deadline.day ?? '',
      writingUntil: writingUntil.day ?? null,
    };
    const result = await edit({ input: { agreement: agreement.id, title, ...dates } });
    return { result, payload: result.data?.editAgreement };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (errors.length > 0) {
      forget();
      return setAttempt((before) => before + 1);
    }
    if (!(await run())) return;
    setAttempt(0);
    setSaved(held);
    say(m('page.setUp.saved'));
    refetch();
  };
  const errorOf = (field: keyof Terms) => shown.find((error) => error.field === field)?.message;
  const day = (field: Exclude<keyof Terms, 'title'>) => ({
    ...{ id: field, label: m(`page.newAgreement.${field}`), value: terms[field].day ?? null },
    onChange: (written: Terms[typeof field]['day'], unreadable?: string) =>
      setTerms((before) => ({ ...before, [field]: { day: written, unreadable } })),
    ...{ showErrors: attempt > 0, error: errorOf(field) },
  });
  return (
    <section aria-labelledby="basics">
      <h2 id="basics">{m('page.setUp.basics')}</h2>
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary errors={shown} attempt={attempt} />
        <RefusedWhole sentence={refused} />
        <TextField
          id="title"
          label={m('page.newAgreement.name')}
          width="full"
          maxLength={LONGEST.line}
          value={title}
          onChange={(typed) => setTerms((before) => ({ ...before, title: typed }))}
          error={errorOf('title')}
        />
        <div className="e-fields-row">
          <DateField {...day('from')} />
          <DateField {...day('to')} />
          <DateField {...day('deadline')} />
          <DateField {...day('writingUntil')} optional />
        </div>
        <Button type="submit" busy={busy}>
          {m('page.setUp.save')}
        </Button>
      </form>
    </section>
  );
}

function termsOf({ title, periodFrom, periodTo, deadline, writingUntil }: SetupProps['agreement']): Terms {
  return {
    title,
    from: { day: localDateOf(periodFrom) },
    to: { day: localDateOf(periodTo) },
    deadline: { day: localDateOf(deadline) },
    writingUntil: { day: writingUntil ? localDateOf(writingUntil) : null },
  };
}

function decidingDaysOf({ periodTo, deadline }: SetupProps['agreement']): DecidingDays {
  return { periodTo: localDateOf(periodTo), deadline: localDateOf(deadline) };
}

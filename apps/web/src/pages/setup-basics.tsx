import type { LocalDate } from '@enig/kernel';
import { Alert, Button, DateField, TextField, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { EditAgreementDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import type { SetupProps } from './setup';

/** Name, period and deadlines. */
export function SetupBasics({ agreement, refetch }: SetupProps) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [title, setTitle] = useState(agreement.title);
  const [from, setFrom] = useState<string | null | undefined>(agreement.periodFrom);
  const [to, setTo] = useState<string | null | undefined>(agreement.periodTo);
  const [deadline, setDeadline] = useState<string | null | undefined>(agreement.deadline);
  const [writingUntil, setWritingUntil] = useState<string | null | undefined>(agreement.writingUntil);
  const [wasSent, setSent] = useState(false);
  const held = JSON.stringify([title, from, to, deadline, writingUntil].map((value) => value ?? ''));
  const [saved, setSaved] = useState(held);
  const hasUnreadable = [from, to, deadline, writingUntil].includes(undefined);
  useGuardedForm(held !== saved || hasUnreadable);
  const [, edit] = useMutation(EditAgreementDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    const dates = {
      periodFrom: from ?? '',
      periodTo: to ?? '',
      deadline: deadline ?? '',
      writingUntil: writingUntil ?? null,
    };
    const result = await edit({ input: { agreement: agreement.id, title, ...dates } });
    return { result, payload: result.data?.editAgreement };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (!from || !to || !deadline || writingUntil === undefined) return forget();
    if (!(await run())) return;
    setSaved(held);
    say(m('page.setUp.saved'));
    refetch();
  };
  const required = (value: string | null | undefined, set: (value: LocalDate | null | undefined) => void) => ({
    value: value ?? null,
    onChange: set,
    showErrors: wasSent,
    error: wasSent && !value ? m('page.dateMissing') : undefined,
  });
  return (
    <section aria-labelledby="basics">
      <h2 id="basics">{m('page.setUp.basics')}</h2>
      <form onSubmit={(event) => void send(event)} noValidate>
        {refused && (
          <Alert tone="error" live>
            <p>{refused}</p>
          </Alert>
        )}
        <TextField label={m('page.newAgreement.name')} width="full" maxLength={200} value={title} onChange={setTitle} />
        <div className="e-fields-row">
          <DateField label={m('page.newAgreement.from')} {...required(from, setFrom)} />
          <DateField label={m('page.newAgreement.to')} {...required(to, setTo)} />
          <DateField label={m('page.newAgreement.deadline')} {...required(deadline, setDeadline)} />
          <DateField
            label={m('page.newAgreement.writingUntil')}
            optional
            value={writingUntil ?? null}
            onChange={setWritingUntil}
            showErrors={wasSent}
          />
        </div>
        <Button type="submit" busy={busy}>
          {m('page.setUp.save')}
        </Button>
      </form>
    </section>
  );
}

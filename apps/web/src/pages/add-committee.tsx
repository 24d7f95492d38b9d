import { Button, ErrorSummary, RadioGroup, TextField, useAnnouncer, useMessages } from '@enig/ui';
import { useId, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddCommitteeDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';

/** A committee more that a party has; municipalities name theirs as they like. */
export function AddCommittee({ party, added }: { readonly party: string; readonly added: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const field = useId();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<'committee' | 'financeCommittee'>('committee');
  const [attempt, setAttempt] = useState(0);
  useGuardedForm(name.trim() !== '');
  const [, add] = useMutation(AddCommitteeDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    const result = await add({ input: { party, kind, name: name.trim() } });
    return { result, payload: result.data?.addCommittee };
  });
  const missing = attempt > 0 && name.trim() === '' ? m('page.way.nameMissing') : undefined;
  const error = missing ?? refused;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (name.trim() === '') return forget();
    if (!(await run())) return;
    say(m('page.way.added', { name: name.trim() }));
    setName('');
    setKind('committee');
    setAttempt(0);
    added();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate aria-label={m('page.way.add')}>
      <h3>{m('page.way.add')}</h3>
      <ErrorSummary errors={error ? [{ field, message: error }] : []} attempt={error ? attempt : 0} />
      <TextField
        id={field}
        label={m('page.way.name')}
        maxLength={120}
        value={name}
        onChange={(value) => {
          setName(value);
          forget();
        }}
        error={error}
      />
      <RadioGroup
        label={m('page.way.kind')}
        options={[
          { value: 'committee', label: m('page.way.committee') },
          { value: 'financeCommittee', label: m('page.way.finance') },
        ]}
        value={kind}
        onChange={setKind}
      />
      <Button type="submit" busy={busy}>
        {m('page.way.add')}
      </Button>
    </form>
  );
}

import { Alert, Button, Details, TextField, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddPersonDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';

/** A new person, without any seat yet. */
export function AddPerson({ region, refetch }: { readonly region: string; readonly refetch: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  useGuardedForm(name !== '' || email !== '');
  const [, add] = useMutation(AddPersonDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await add({ input: { region, name, email } });
    return { result, payload: result.data?.addPerson };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run())) return;
    say(m('page.people.added', { name }));
    setName('');
    setEmail('');
    refetch();
  };
  return (
    <Details summary={m('page.people.add')}>
      <form onSubmit={(event) => void send(event)} noValidate>
        {refused && (
          <Alert tone="error" live>
            <p>{refused}</p>
          </Alert>
        )}
        <TextField label={m('page.people.name')} maxLength={200} value={name} onChange={setName} />
        <TextField label={m('page.people.email')} type="email" maxLength={200} value={email} onChange={setEmail} />
        <Button type="submit" busy={busy}>
          {m('page.people.addVerb')}
        </Button>
      </form>
    </Details>
  );
}

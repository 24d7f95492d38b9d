import { LONGEST } from '@enig/kernel';
import { Button, Details, ErrorSummary, TextField, tooLong, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddPersonDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { RefusedWhole } from '../refused-whole';

/** Longest address a link to sign in is sent to. */
const LONGEST_EMAIL = 200;

/** A new person, without any seat yet. */
export function AddPerson({ region, refetch }: { readonly region: string; readonly refetch: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [attempt, setAttempt] = useState(0);
  useGuardedForm(name !== '' || email !== '');
  const [, add] = useMutation(AddPersonDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    const result = await add({ input: { region, name, email } });
    return { result, payload: result.data?.addPerson };
  });
  const wrong = {
    'person-name': tooLong(name, LONGEST.name, m),
    'person-email': tooLong(email, LONGEST_EMAIL, m),
  };
  const errors = Object.entries(wrong).flatMap(([field, message]) => (message ? [{ field, message }] : []));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (errors.length > 0) {
      forget();
      return setAttempt((before) => before + 1);
    }
    if (!(await run())) return;
    setAttempt(0);
    say(m('page.people.added', { name }));
    setName('');
    setEmail('');
    refetch();
  };
  return (
    <Details summary={m('page.people.add')}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary errors={attempt > 0 ? errors : []} attempt={attempt} />
        <RefusedWhole sentence={refused} />
        <TextField
          id="person-name"
          label={m('page.people.name')}
          maxLength={LONGEST.name}
          value={name}
          onChange={setName}
        />
        <TextField
          id="person-email"
          label={m('page.people.email')}
          type="email"
          maxLength={LONGEST_EMAIL}
          value={email}
          onChange={setEmail}
        />
        <Button type="submit" busy={busy}>
          {m('page.people.addVerb')}
        </Button>
      </form>
    </Details>
  );
}

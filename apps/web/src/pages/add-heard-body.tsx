import { addedKinds } from '@enig/access';
import { LONGEST } from '@enig/kernel';
import {
  Button,
  Details,
  ErrorSummary,
  RadioGroup,
  Select,
  TextField,
  tooLong,
  useAnnouncer,
  useMessages,
} from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddHeardBodyDocument, type PeopleQuery } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { RefusedWhole } from '../refused-whole';

/** A body that can be heard and is no disability council; people get seats in it like in any other. */
export function AddHeardBody(props: { readonly region: PeopleQuery['regions'][number]; readonly refetch: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [kind, setKind] = useState<(typeof addedKinds)[number]>('dialogueForum');
  const [name, setName] = useState('');
  const [party, setParty] = useState('');
  const [attempt, setAttempt] = useState(0);
  useGuardedForm(name !== '');
  const wrong = name.trim() === '' ? m('page.heardBody.nameMissing') : tooLong(name, LONGEST.name, m);
  const shown = attempt > 0 ? wrong : undefined;
  const [, add] = useMutation(AddHeardBodyDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    const result = await add({ input: { region: props.region.id, kind, name, party: party || null } });
    return { result, payload: result.data?.addHeardBody };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong) {
      forget();
      return setAttempt((before) => before + 1);
    }
    if (!(await run())) return;
    setAttempt(0);
    say(m('page.heardBody.added', { name }));
    setName('');
    props.refetch();
  };
  return (
    <Details summary={m('page.heardBody.title')}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary errors={shown ? [{ field: 'body-name', message: shown }] : []} attempt={attempt} />
        <RefusedWhole sentence={refused} />
        <RadioGroup
          label={m('page.heardBody.kind')}
          options={addedKinds.map((value) => ({ value, label: m(`heardKind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          id="body-name"
          label={m('page.heardBody.name')}
          maxLength={LONGEST.name}
          value={name}
          onChange={setName}
          error={shown}
        />
        <Select
          label={m('page.heardBody.party')}
          none={m('page.heardBody.all')}
          options={props.region.parties.map((each) => ({ value: each.id, label: each.name }))}
          value={party}
          onChange={setParty}
        />
        <Button type="submit" busy={busy}>
          {m('page.heardBody.add')}
        </Button>
      </form>
    </Details>
  );
}

import { addedKinds } from '@enig/access';
import { Alert, Button, Details, RadioGroup, Select, TextField, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddHeardBodyDocument, type PeopleQuery } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';

/** A body that can be heard and is no disability council; people get seats in it like in any other. */
export function AddHeardBody(props: { readonly region: PeopleQuery['regions'][number]; readonly refetch: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [kind, setKind] = useState<(typeof addedKinds)[number]>('dialogueForum');
  const [name, setName] = useState('');
  const [party, setParty] = useState('');
  const [isMissing, setMissing] = useState(false);
  useGuardedForm(name !== '');
  const [, add] = useMutation(AddHeardBodyDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await add({ input: { region: props.region.id, kind, name, party: party || null } });
    return { result, payload: result.data?.addHeardBody };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '' || !(await run())) return;
    say(m('page.heardBody.added', { name }));
    setName('');
    props.refetch();
  };
  return (
    <Details summary={m('page.heardBody.title')}>
      <form onSubmit={(event) => void send(event)} noValidate>
        {refused && (
          <Alert tone="error" live>
            <p>{refused}</p>
          </Alert>
        )}
        <RadioGroup
          label={m('page.heardBody.kind')}
          options={addedKinds.map((value) => ({ value, label: m(`heardKind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={m('page.heardBody.name')}
          maxLength={120}
          value={name}
          onChange={setName}
          error={isMissing ? m('page.heardBody.nameMissing') : undefined}
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

import { Alert, Button, CheckboxGroup, Details, useAnnouncer, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useCommand } from '../command';
import { RegionsDocument, SetPartiesDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { RefusedWhole } from '../refused-whole';
import type { SetupProps } from './setup';

/** Who is bound: where an agreement hangs on another, the parties are that one's, and nobody chooses them here. */
export function SetupParties(props: SetupProps) {
  const { act } = props.agreement;
  return act === 'addendum' || act === 'extension' ? <TheirParties {...props} /> : <ChooseParties {...props} />;
}

function TheirParties({ agreement: { parties } }: SetupProps) {
  const m = useMessages();
  return (
    <section aria-labelledby="parties">
      <h2 id="parties">{m('page.setUp.parties', { count: parties.length })}</h2>
      <p>{m('page.setUp.partiesAreIts')}</p>
      {parties.length === 1 && (
        <Alert tone="warning">
          <p>{m('AG-42-ITS-ONE-PARTY')}</p>
        </Alert>
      )}
      <ul>
        {parties.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </section>
  );
}

/** All of the region's municipalities and the region itself, unless the secretariat knows better. */
function ChooseParties({ agreement, refetch }: SetupProps) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [{ data }] = useQuery({ query: RegionsDocument, variables: {} });
  const [chosen, setChosen] = useState<readonly string[]>(agreement.parties.map(({ id }) => id));
  const [saved, setSaved] = useState(chosen);
  useGuardedForm(chosen !== saved);
  const [, set] = useMutation(SetPartiesDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await set({ input: { agreement: agreement.id, parties: [...chosen] } });
    return { result, payload: result.data?.setParties };
  });
  const save = async () => {
    if (!(await run())) return;
    setSaved(chosen);
    say(m('page.setUp.saved'));
    refetch();
  };
  const possible = data?.regions.find(({ id }) => id === agreement.region.id)?.parties ?? agreement.parties;
  return (
    <section aria-labelledby="parties">
      <h2 id="parties">{m('page.setUp.parties', { count: agreement.parties.length })}</h2>
      <p>{m('page.setUp.partiesHint')}</p>
      {agreement.parties.length === 1 && (
        <Alert tone="warning">
          <p>{m('AG-42-ONE-PARTY')}</p>
        </Alert>
      )}
      <Details summary={m('page.setUp.changeParties')}>
        <RefusedWhole sentence={refused} />
        <CheckboxGroup
          label={m('page.setUp.partiesLabel')}
          columns
          options={possible.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
        <Button busy={busy} onClick={() => void save()}>
          {m('page.setUp.saveParties')}
        </Button>
      </Details>
    </section>
  );
}

import { Button, CheckboxGroup, Details, useAnnouncer, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { SetCoordinatorsDocument, type SectionRowFragment } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { RefusedWhole } from '../refused-whole';

/** Which parties look after a section: none, one or several. */
export function CoordinatorsField(props: {
  readonly section: SectionRowFragment;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly refetch: () => void;
}) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { section, parties } = props;
  const [chosen, setChosen] = useState<readonly string[]>(section.coordinators.map(({ id }) => id));
  const [saved, setSaved] = useState(chosen);
  useGuardedForm(chosen !== saved);
  const [, set] = useMutation(SetCoordinatorsDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await set({ input: { section: section.id, parties: [...chosen] } });
    return { result, payload: result.data?.setCoordinators };
  });
  const save = async () => {
    if (!(await run())) return;
    setSaved(chosen);
    say(m('page.setUp.coordinatorsSaved'));
    props.refetch();
  };
  const names = section.coordinators.map(({ name }) => name).join(', ');
  return (
    <Details summary={m('page.setUp.coordinators', { names: names || m('page.setUp.nobody') })}>
      <RefusedWhole sentence={refused} />
      <CheckboxGroup
        label={m('page.setUp.coordinatorsOf', { title: section.title })}
        columns
        options={parties.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      <Button busy={busy} onClick={() => void save()}>
        {m('page.setUp.saveCoordinators')}
      </Button>
    </Details>
  );
}

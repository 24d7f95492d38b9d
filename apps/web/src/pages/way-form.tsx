import { Button, ButtonRow, FieldGroup, Select, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { SetWayDocument, type WayFieldsFragment } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { RefusedWhole } from '../refused-whole';
import { choicesOf, stepsOfChoices, type WayChoice } from '../way-order';

const CHANGED = 'AP-28-CHANGED-MEANWHILE';

/**
 * The way that was set when these choices were begun. What a colleague sets meanwhile comes with the page and changes
 * nothing here until one has been told of it: then the next press is about theirs.
 */
function useSeen(now: string | null) {
  const [seen, saw] = useState(now);
  const [isTold, setTold] = useState(false);
  if (isTold && now !== seen) {
    setTold(false);
    saw(now);
  }
  return { seen, saw, look: () => setTold(true) };
}

interface Shaping {
  readonly way: WayFieldsFragment;
  readonly changed: () => void;
}

/** A party's committees, each with its place in the order and whether the council waits for it. */
export function WayForm({ way, changed }: Shaping) {
  const m = useMessages();
  const { choices, choose, busy, refused, save } = useWayForm({ way, changed });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void save(choices);
  };
  return (
    <form onSubmit={send} noValidate aria-label={m('page.way.own')}>
      <RefusedWhole sentence={refused} />
      {way.steps.length === 0 && <p>{m('page.way.none')}</p>}
      {choices.map((choice) => (
        <Place key={choice.body} way={way} choice={choice} choose={choose} />
      ))}
      <ButtonRow>
        <Button type="submit" look="primary" busy={busy}>
          {m('page.way.save')}
        </Button>
        {way.steps.length > 0 && (
          <Button busy={busy} onClick={() => void save(choices.map((choice) => ({ ...choice, place: 0 })))}>
            {m('page.way.template')}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}

function useWayForm({ way, changed }: Shaping) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [choices, setChoices] = useState(() => choicesOf(way.bodies, way.steps));
  const { seen, saw, look } = useSeen(way.setting);
  const [isTyped, setTyped] = useState(false);
  useGuardedForm(isTyped);
  const [, set] = useMutation(SetWayDocument);
  const { busy, refused, run } = useCommand(async (given: readonly WayChoice[]) => {
    const result = await set({ input: { party: way.party.id, seen, steps: stepsOfChoices(given) } });
    const payload = result.data?.setWay;
    if (payload?.refused?.code === CHANGED) look();
    return { result, payload };
  });
  const save = async (given: readonly WayChoice[]) => {
    setChoices(given);
    const done = await run(given);
    // Also where somebody else was first: theirs is shown at the top of the page.
    changed();
    if (!done) return;
    if (done.way) saw(done.way.setting);
    setTyped(false);
    say(m('page.way.saved'));
  };
  const choose = (choice: WayChoice) => {
    setTyped(true);
    setChoices((before) => before.map((each) => (each.body === choice.body ? choice : each)));
  };
  return { choices, choose, busy, refused, save };
}

function Place(props: {
  readonly way: WayFieldsFragment;
  readonly choice: WayChoice;
  readonly choose: (choice: WayChoice) => void;
}) {
  const m = useMessages();
  const { way, choice, choose } = props;
  const numbers = way.bodies.map((_, index) => String(index + 1));
  const name = way.bodies.find(({ id }) => id === choice.body)?.name ?? '';
  return (
    <FieldGroup label={name}>
      <Select
        label={m('page.way.order')}
        hint={m('page.way.orderHint')}
        none={m('page.way.notOnTheWay')}
        options={numbers.map((number) => ({ value: number, label: m('page.way.nth', { number }) }))}
        value={choice.place === 0 ? '' : String(choice.place)}
        onChange={(place) => choose({ ...choice, place: place === '' ? 0 : Number(place) })}
      />
      {choice.place > 0 && (
        <Select
          label={m('page.way.waits', { council: way.council.name })}
          none={null}
          options={[
            { value: 'yes', label: m('page.way.yesWaits') },
            { value: 'no', label: m('page.way.noWaits') },
          ]}
          value={choice.mandatory ? 'yes' : 'no'}
          onChange={(waits) => choose({ ...choice, mandatory: waits === 'yes' })}
        />
      )}
    </FieldGroup>
  );
}

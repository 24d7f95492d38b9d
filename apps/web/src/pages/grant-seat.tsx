import { seatKindsFor } from '@enig/access';
import { Button, Details, Select, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { GrantSeatDocument, type BodyKind, type PersonFieldsFragment, type SeatKind } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { RefusedWhole } from '../refused-whole';
import { today } from '../today';
import { capitalised } from '../words';

interface Body {
  readonly id: string;
  readonly name: string;
  readonly kind: BodyKind;
}

/** Gives a person a seat in a body from today. Only the seats that such a body has are offered. */
export function GrantSeat(props: {
  readonly person: PersonFieldsFragment;
  readonly bodies: readonly Body[];
  readonly refetch: () => void;
}) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [body, setBody] = useState('');
  const [kind, setKind] = useState<SeatKind | ''>('');
  useGuardedForm(body !== '');
  const chosen = props.bodies.find(({ id }) => id === body);
  const kinds = chosen ? seatKindsFor(chosen.kind) : [];
  const [, grant] = useMutation(GrantSeatDocument);
  const { busy, refused, run } = useCommand(async () => {
    if (kind === '') return { result: {}, payload: null };
    const result = await grant({ input: { person: props.person.id, body, kind, from: today() } });
    return { result, payload: result.data?.grantSeat };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run())) return;
    say(m('page.people.granted'));
    setBody('');
    setKind('');
    props.refetch();
  };
  return (
    <Details summary={m('page.people.grantTo', { name: props.person.name })}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <RefusedWhole sentence={refused} />
        <Select
          label={m('page.people.body')}
          options={props.bodies.map(({ id, name }) => ({ value: id, label: name }))}
          value={body}
          onChange={(next) => {
            setBody(next);
            setKind('');
          }}
        />
        {chosen && (
          <Select
            label={m('page.people.seat')}
            options={kinds.map((seat) => ({ value: seat, label: capitalised(m(`seat.${seat}`)) }))}
            value={kind}
            onChange={setKind}
          />
        )}
        <Button type="submit" busy={busy} aria-disabled={kind === ''}>
          {m('page.people.grant')}
        </Button>
      </form>
    </Details>
  );
}

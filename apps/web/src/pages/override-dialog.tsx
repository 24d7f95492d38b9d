import { Alert, Button, ButtonRow, Dialog, RadioGroup, Select, TextArea, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { OverrideStepDocument, type BoardFieldsFragment, type OverrideKind } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';

interface Props {
  readonly agreement: string;
  readonly board: BoardFieldsFragment;
  readonly done: () => void;
}

/** Asks that a step is taken otherwise. It has no effect until one of the party's own people agrees. */
export function OverrideDialog(props: Props) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{m('page.override.ask')}</Button>
      <Dialog open={isOpen} title={m('page.override.ask')} onClose={() => setOpen(false)}>
        <OverrideForm
          {...props}
          close={() => setOpen(false)}
          done={() => {
            setOpen(false);
            props.done();
          }}
        />
      </Dialog>
    </>
  );
}

function OverrideForm({ agreement, board, done, close }: Props & { readonly close: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const places = placesOf(board, m);
  const [place, setPlace] = useState(places[0]?.value ?? '');
  const [kind, setKind] = useState<OverrideKind>('skip');
  const [taker, setTaker] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  useGuardedForm(reason !== '');
  const chosen = places.find(({ value }) => value === place);
  // A council that is gone is followed by another: nobody skips what a party decides.
  const taken = chosen?.successors ? 'replaceBody' : kind;
  const [, ask] = useMutation(OverrideStepDocument);
  const { busy, refused, run } = useCommand(async () => {
    const { step = '', party = null } = chosen ?? {};
    const input = { agreement, party, step, kind: taken, taker: taken === 'skip' ? null : taker, reason };
    const result = await ask({ input });
    return { result, payload: result.data?.overrideStep };
  });
  const takers = chosen?.successors ?? takersFor(board, chosen?.party ?? null);
  const isLacking = taken === 'replaceBody' && !takers.some(({ id }) => id === taker);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || isLacking || !(await run())) return;
    say(m('page.override.asked'));
    done();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <p>{m('page.override.explain')}</p>
      <Select label={m('page.override.step')} none={null} options={places} value={place} onChange={setPlace} />
      {!chosen?.successors && (
        <RadioGroup
          label={m('page.override.kind')}
          options={[
            { value: 'skip', label: m('page.override.skip') },
            { value: 'replaceBody', label: m('page.override.replaceBody') },
          ]}
          value={kind}
          onChange={setKind}
        />
      )}
      {taken === 'replaceBody' && (
        <Select
          label={m('page.override.taker')}
          options={takers.map(({ id, name }) => ({ value: id, label: name }))}
          value={taker}
          onChange={setTaker}
          error={isTried && isLacking ? m('page.override.takerMissing') : undefined}
        />
      )}
      <TextArea
        label={m('page.override.reason')}
        rows={2}
        value={reason}
        onChange={setReason}
        error={isTried && reason.trim() === '' ? m('page.override.reasonMissing') : undefined}
      />
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
      <ButtonRow>
        <Button type="submit" look="primary" busy={busy}>
          {m('page.override.send')}
        </Button>
        <Button look="quiet" onClick={close}>
          {m('ui.cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}

interface Place {
  readonly value: string;
  readonly label: string;
  readonly step: string;
  /** Null for a step that is taken once for all. */
  readonly party: string | null;
  /** The councils that could decide in place of the party's, which is gone; undefined for every other step. */
  readonly successors?: readonly Taker[];
}

type Taker = BoardFieldsFragment['vacancies'][number]['takers'][number];

/** Every step that does not bind, for nobody gets past one that does; and that of a party whose council is gone. */
function placesOf(
  { rows, shared, vacancies }: BoardFieldsFragment,
  m: ReturnType<typeof useMessages>,
): readonly Place[] {
  const vacant = vacancies.map(({ party, council, step, takers }): Place => {
    const label = m('page.override.succeeds', { party: party.name, council: council.name });
    return { value: `${party.id}/${step}`, label, step, party: party.id, successors: takers };
  });
  const own = rows.flatMap(({ party, recordPlaces }) =>
    recordPlaces
      .filter(({ role }) => role !== 'decides')
      .map(({ step, name }): Place => ({
        ...{ value: `${party.id}/${step}`, label: `${party.name}: ${name}`, step, party: party.id },
      })),
  );
  const taken = shared.filter(({ isTold }) => !isTold);
  const all = taken.map(({ step, name }): Place => ({ value: `/${step}`, label: name, step, party: null }));
  return [...vacant, ...all, ...own].filter(
    ({ value }, index, every) => every.findIndex((each) => each.value === value) === index,
  );
}

function takersFor({ rows, shared }: BoardFieldsFragment, party: string | null): readonly Taker[] {
  const bodies = [
    ...rows.filter((row) => row.party.id === party).flatMap(({ recordPlaces }) => recordPlaces.map(({ body }) => body)),
    ...shared.filter(({ isTold }) => !isTold).map(({ body }) => body),
  ];
  return [...new Map(bodies.map((body) => [body.id, body])).values()];
}

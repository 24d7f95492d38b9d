import { Alert, Button, ButtonRow, Dialog, RadioGroup, Select, TextArea, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { OverrideStepDocument, type BoardFieldsFragment, type OverrideKind } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { placesOf, takersOf } from './override-places';

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

type FormProps = Props & { readonly close: () => void };

function OverrideForm(props: FormProps) {
  const m = useMessages();
  const form = useOverrideForm(props);
  return (
    <form onSubmit={(event) => void form.send(event)} noValidate>
      <p>{m('page.override.explain')}</p>
      <PlaceFields form={form} />
      <TextArea
        label={m('page.override.reason')}
        rows={2}
        value={form.reason}
        onChange={form.setReason}
        error={form.isReasonMissing ? m('page.override.reasonMissing') : undefined}
      />
      {form.refused && (
        <Alert tone="error" live>
          <p>{form.refused}</p>
        </Alert>
      )}
      <ButtonRow>
        <Button type="submit" look="primary" busy={form.busy}>
          {m('page.override.send')}
        </Button>
        <Button look="quiet" onClick={props.close}>
          {m('ui.cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** Which step, and in which way it is taken otherwise. */
function PlaceFields({ form }: { readonly form: ReturnType<typeof useOverrideForm> }) {
  const m = useMessages();
  return (
    <>
      <Select
        label={m('page.override.step')}
        none={null}
        options={form.places}
        value={form.place}
        onChange={form.setPlace}
      />
      {!form.isSucceeded && (
        <RadioGroup
          label={m('page.override.kind')}
          options={[
            { value: 'skip', label: m('page.override.skip') },
            { value: 'replaceBody', label: m('page.override.replaceBody') },
          ]}
          value={form.kind}
          onChange={form.setKind}
        />
      )}
      {form.kind === 'replaceBody' && (
        <Select
          label={m('page.override.taker')}
          options={form.takers.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.taker}
          onChange={form.setTaker}
          error={form.isTakerMissing ? m('page.override.takerMissing') : undefined}
        />
      )}
    </>
  );
}

function useOverrideForm({ agreement, board, done }: FormProps) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const places = placesOf(board, m);
  const [place, setPlace] = useState(places[0]?.value ?? '');
  const [chosenKind, setKind] = useState<OverrideKind>('skip');
  const [taker, setTaker] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  useGuardedForm(reason !== '');
  const chosen = places.find(({ value }) => value === place);
  const isSucceeded = chosen?.successors !== undefined;
  // A council that is gone is followed by another: nobody skips what a party decides.
  const kind = isSucceeded ? 'replaceBody' : chosenKind;
  const [, ask] = useMutation(OverrideStepDocument);
  const { busy, refused, run } = useCommand(async () => {
    const { step = '', party = null } = chosen ?? {};
    const input = { agreement, party, step, kind, taker: kind === 'skip' ? null : taker, reason };
    const result = await ask({ input });
    return { result, payload: result.data?.overrideStep };
  });
  const takers = takersOf(board, chosen);
  const isTakerMissing = kind === 'replaceBody' && !takers.some(({ id }) => id === taker);
  const isReasonMissing = reason.trim() === '';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isReasonMissing || isTakerMissing || !(await run())) return;
    say(m('page.override.asked'));
    done();
  };
  return {
    ...{ places, place, setPlace, isSucceeded, kind, setKind, takers, taker, setTaker, reason, setReason },
    ...{ busy, refused, send },
    /** What is missing is not said before it was tried. */
    isTakerMissing: isTried && isTakerMissing,
    isReasonMissing: isTried && isReasonMissing,
  };
}

import { addDays, type LocalDate } from '@enig/kernel';
import { Button, CheckboxGroup, ConfirmDialog, DateField, TextField, useMessages, type ButtonLook } from '@enig/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { FreezeCheckDocument, FreezeForHearingDocument, type FreezeCheckQuery } from '../generated/graphql';
import { useCommand } from '../command';
import { today } from '../today';
import type { Agreement } from './agreement';
import { FreezeNotes } from './freeze-notes';

/** Four weeks is the usual length of a hearing (lovkvalitet 6.1.2); the secretariat may choose another. */
const USUAL_DAYS = 28;

/** Freezes the text as it stands and asks the chosen disability councils about it. */
export function FreezeForHearingDialog(props: {
  readonly agreement: Agreement;
  readonly refetch: () => void;
  readonly look?: ButtonLook | undefined;
}) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look={props.look ?? 'primary'} onClick={() => setOpen(true)}>
        {m('page.freezeForHearing.verb')}
      </Button>
      {isOpen && <Ask {...props} close={() => setOpen(false)} />}
    </>
  );
}

function Ask(props: { readonly agreement: Agreement; readonly refetch: () => void; readonly close: () => void }) {
  const [{ data }] = useQuery({
    query: FreezeCheckDocument,
    variables: { id: props.agreement.id },
    requestPolicy: 'network-only',
  });
  return data?.agreement ? <Form {...props} check={data.agreement} /> : null;
}

function Form(props: {
  readonly agreement: Agreement;
  readonly check: NonNullable<FreezeCheckQuery['agreement']>;
  readonly refetch: () => void;
  readonly close: () => void;
}) {
  const m = useMessages();
  const navigate = useNavigate();
  const [, freeze] = useMutation(FreezeForHearingDocument);
  const councils = props.check.region.disabilityCouncils;
  const [chosen, setChosen] = useState<readonly string[]>(councils.map(({ id }) => id));
  const [dueDate, setDueDate] = useState<LocalDate | null | undefined>(addDays(today(), USUAL_DAYS));
  const [shortReason, setShortReason] = useState('');
  const { busy, refused, run } = useCommand(async () => {
    const result = await freeze({
      input: {
        agreement: props.agreement.id,
        councils: [...chosen],
        dueDate: dueDate ?? '',
        shortReason: shortReason || null,
      },
    });
    return { result, payload: result.data?.freezeForHearing };
  });
  const confirm = async () => {
    const done = await run();
    if (!done?.round) return;
    props.refetch();
    await navigate(`/aftaler/${props.agreement.id}/hoering/${done.round.id}`);
  };
  return (
    <ConfirmDialog
      open
      title={m('page.freezeForHearing.title')}
      verb={m('page.freezeForHearing.verb')}
      consequences={[
        m('page.freezeForHearing.frozen'),
        m('page.freezeForHearing.closed'),
        m('page.freezeForHearing.asked', { count: chosen.length }),
      ]}
      undoable={false}
      busy={busy}
      refused={refused}
      onConfirm={() => void confirm()}
      onCancel={props.close}
    >
      <FreezeNotes check={props.check.freezeCheck} />
      <DateField
        label={m('page.freezeForHearing.due')}
        hint={m('page.freezeForHearing.dueHint')}
        value={dueDate ?? null}
        onChange={setDueDate}
      />
      <TextField
        label={m('page.freezeForHearing.shortReason')}
        hint={m('page.freezeForHearing.shortReasonHint', { days: USUAL_DAYS })}
        value={shortReason}
        onChange={setShortReason}
      />
      <CheckboxGroup
        label={m('page.freezeForHearing.councils')}
        columns
        options={councils.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
    </ConfirmDialog>
  );
}

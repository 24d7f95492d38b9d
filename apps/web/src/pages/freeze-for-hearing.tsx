import { DEFAULT_MINIMUM_DAYS } from '@enig/hearing';
import { addDays, type LocalDate } from '@enig/kernel';
import {
  Button,
  CheckboxGroup,
  ConfirmDialog,
  DateField,
  Dialog,
  TextField,
  useMessages,
  type ButtonLook,
} from '@enig/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { FreezeCheckDocument, FreezeForHearingDocument, type FreezeCheckQuery } from '../generated/graphql';
import { useCommand } from '../command';
import { useGuardedForm } from '../leave-guard';
import { today } from '../today';
import type { Agreement } from './agreement';
import { FreezeCheckWaits, FreezeNotes } from './freeze-notes';

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
  const m = useMessages();
  const [{ data, error }, execute] = useQuery({
    query: FreezeCheckDocument,
    variables: { id: props.agreement.id },
    requestPolicy: 'network-only',
  });
  if (data?.agreement) return <Form {...props} check={data.agreement} />;
  return (
    <Dialog open title={m('page.freezeForHearing.title')} onClose={props.close}>
      <FreezeCheckWaits error={error} retry={() => execute({ requestPolicy: 'network-only' })} />
      <Button onClick={props.close}>{m('ui.cancel')}</Button>
    </Dialog>
  );
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
  // A council of a municipality that is no party has nothing to be asked about.
  const councils = props.check.region.disabilityCouncils.filter(({ party }) =>
    props.agreement.parties.some(({ id }) => id === party?.id),
  );
  const [isDateMissing, setDateMissing] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>(councils.map(({ id }) => id));
  const [dueDate, setDueDate] = useState<LocalDate | null | undefined>(addDays(today(), DEFAULT_MINIMUM_DAYS));
  const [shortReason, setShortReason] = useState('');
  const sent = useGuardedForm(shortReason !== '');
  const { busy, refused, run, forget } = useCommand(async () => {
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
    setDateMissing(!dueDate);
    if (!dueDate) return forget();
    const done = await run();
    if (!done?.round) return;
    sent();
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
        error={isDateMissing && !dueDate ? m('page.dateMissing') : undefined}
        showErrors={isDateMissing}
      />
      <TextField
        label={m('page.freezeForHearing.shortReason')}
        hint={m('page.freezeForHearing.shortReasonHint', { days: DEFAULT_MINIMUM_DAYS })}
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

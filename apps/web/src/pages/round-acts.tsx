import type { LocalDate } from '@enig/kernel';
import { Alert, Button, ConfirmDialog, DateField, Link, TextArea, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { EndHearingDocument, ExtendRoundDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { today } from '../today';
import type { Round } from './hearing';

/** What the secretariat may do with a round that still collects answers: more time, or an end to it. */
export function RoundActs({ round, refetch }: { readonly round: Round; readonly refetch: () => void }) {
  const m = useMessages();
  const { may } = round;
  if (!may.extend && !may.end && !may.treat) return null;
  return (
    <div className="e-button-row e-no-print">
      {may.treat && (
        <Link href={`/aftaler/${round.agreement.id}/behandling/${round.id}`}>
          {m('page.agreement.openPoints', { count: round.openPointCount })}
        </Link>
      )}
      {may.extend && <Extend round={round} refetch={refetch} />}
      {may.end && <End round={round} refetch={refetch} />}
    </div>
  );
}

function Extend({ round, refetch }: { readonly round: Round; readonly refetch: () => void }) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [due, setDue] = useState<LocalDate | null | undefined>(round.dueDate as LocalDate);
  const [reason, setReason] = useState('');
  useGuardedForm(isOpen && reason !== '');
  const [, extend] = useMutation(ExtendRoundDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    const result = await extend({ input: { round: round.id, dueDate: due ?? '', reason } });
    return { result, payload: result.data?.extendRound };
  });
  const [isDateMissing, setDateMissing] = useState(false);
  const confirm = async () => {
    setDateMissing(!due);
    if (!due) return forget();
    if (!(await run())) return;
    setOpen(false);
    refetch();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{m('page.extend.verb')}</Button>
      <ConfirmDialog
        open={isOpen}
        title={m('page.extend.title')}
        verb={m('page.extend.verb')}
        consequences={[m('page.extend.seen'), m('page.extend.neverShorter')]}
        undoable={false}
        busy={busy}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      >
        <DateField
          label={m('page.extend.due')}
          value={due ?? null}
          onChange={setDue}
          error={isDateMissing && !due ? m('page.dateMissing') : undefined}
          showErrors={isDateMissing}
        />
        <TextArea label={m('page.reason')} hint={m('page.reasonHint')} value={reason} onChange={setReason} />
      </ConfirmDialog>
    </>
  );
}

function End({ round, refetch }: { readonly round: Round; readonly refetch: () => void }) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [, end] = useMutation(EndHearingDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await end({ input: { round: round.id } });
    return { result, payload: result.data?.endHearing };
  });
  const confirm = async () => {
    if (!(await run())) return;
    setOpen(false);
    refetch();
  };
  const missing = round.invited.length - round.answeredCount;
  return (
    <>
      <Button look={missing === 0 || round.dueDate < today() ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        {m('page.endHearing.verb')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={m('page.endHearing.title')}
        verb={m('page.endHearing.verb')}
        consequences={[m('page.endHearing.write'), m('page.endHearing.late')]}
        undoable={false}
        busy={busy}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      >
        {missing > 0 && (
          <Alert tone="warning">
            <p>{m('page.endHearing.missing', { count: missing })}</p>
          </Alert>
        )}
      </ConfirmDialog>
    </>
  );
}

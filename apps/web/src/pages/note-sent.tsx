import { Alert, Button, DateField, Details, ErrorSummary, TextField, useMessages, type SummaryError } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { NoteSentToAuthorityDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { NO_DAY, wrongWith } from '../written-day';

/** Notes that a concluded agreement was sent to the authority: when, to whom, and under which journal number. */
export function NoteSent({ agreement, refetch }: { readonly agreement: string; readonly refetch: () => void }) {
  const m = useMessages();
  const [sentOn, setSentOn] = useState(NO_DAY);
  const [recipient, setRecipient] = useState('');
  const [journalNumber, setJournalNumber] = useState('');
  const [attempt, setAttempt] = useState(0);
  useGuardedForm(recipient !== '' || journalNumber !== '');
  const [, note] = useMutation(NoteSentToAuthorityDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await note({ input: { agreement, sentOn: sentOn.day ?? '', recipient, journalNumber } });
    return { result, payload: result.data?.noteSentToAuthority };
  });
  const day = wrongWith(sentOn, m('page.published.sentOnMissing'));
  const to = recipient.trim() === '' ? m('page.published.toMissing') : undefined;
  const errors: SummaryError[] = [
    ...(day ? [{ field: 'sentOn', message: day }] : []),
    ...(to ? [{ field: 'recipient', message: to }] : []),
  ];
  const wasSent = attempt > 0;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (errors.length > 0 || !(await run())) return setAttempt((before) => before + 1);
    setRecipient('');
    setJournalNumber('');
    setSentOn(NO_DAY);
    setAttempt(0);
    refetch();
  };
  return (
    <div className="e-no-print">
      <Details summary={m('page.published.note')}>
        <form onSubmit={(event) => void send(event)} noValidate>
          <ErrorSummary errors={wasSent ? errors : []} attempt={attempt} />
          {refused && (
            <Alert tone="error" live>
              <p>{refused}</p>
            </Alert>
          )}
          <DateField
            id="sentOn"
            label={m('page.published.sentOn')}
            value={sentOn.day ?? null}
            onChange={(given, unreadable) => setSentOn({ day: given, unreadable })}
            error={wasSent ? day : undefined}
            showErrors={wasSent}
          />
          <TextField
            id="recipient"
            label={m('page.published.to')}
            maxLength={200}
            value={recipient}
            onChange={setRecipient}
            error={wasSent ? to : undefined}
          />
          <TextField
            id="journalNumber"
            label={m('page.published.journalNumber')}
            optional
            maxLength={200}
            value={journalNumber}
            onChange={setJournalNumber}
          />
          <Button type="submit" busy={busy}>
            {m('page.published.note')}
          </Button>
        </form>
      </Details>
    </div>
  );
}

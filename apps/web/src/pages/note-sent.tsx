import { findPersonalNumbers } from '@enig/hearing';
import { Alert, Button, DateField, Details, ErrorSummary, TextField, useMessages, type Translate } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { errorsIn } from '../checked-form';
import { useCommand } from '../command';
import { NoteSentToAuthorityDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { NO_DAY, wrongWith } from '../written-day';

interface Noting {
  readonly agreement: string;
  readonly refetch: () => void;
}

/** Notes that a concluded agreement was sent to the authority: when, to whom, and under which journal number. */
export function NoteSent(props: Noting) {
  const m = useMessages();
  const form = useNoteForm(props);
  return (
    <div className="e-no-print">
      <Details summary={m('page.published.note')}>
        <form onSubmit={(event) => void form.send(event)} noValidate>
          <ErrorSummary errors={form.errors} attempt={form.attempt} />
          {form.refused && (
            <Alert tone="error" live>
              <p>{form.refused}</p>
            </Alert>
          )}
          <NoteFields form={form} />
          <Button type="submit" busy={form.busy}>
            {m('page.published.note')}
          </Button>
        </form>
      </Details>
    </div>
  );
}

function NoteFields({ form }: { readonly form: ReturnType<typeof useNoteForm> }) {
  const m = useMessages();
  const { note, change, errorOf } = form;
  return (
    <>
      <DateField
        id="sentOn"
        label={m('page.published.sentOn')}
        value={note.sentOn.day ?? null}
        onChange={(day, unreadable) => change({ sentOn: { day, unreadable } })}
        error={errorOf('sentOn')}
        showErrors={form.attempt > 0}
      />
      <TextField
        id="recipient"
        label={m('page.published.to')}
        maxLength={200}
        value={note.recipient}
        onChange={(recipient) => change({ recipient })}
        error={errorOf('recipient')}
      />
      <TextField
        id="journalNumber"
        label={m('page.published.journalNumber')}
        optional
        maxLength={200}
        value={note.journalNumber}
        onChange={(journalNumber) => change({ journalNumber })}
        error={errorOf('journalNumber')}
      />
    </>
  );
}

const NOTHING = { sentOn: NO_DAY, recipient: '', journalNumber: '' };

/** What is noted, what is wrong with it, and how it is sent. It is emptied once it was: one more can be noted. */
function useNoteForm({ agreement, refetch }: Noting) {
  const m = useMessages();
  const [note, setNote] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const { sentOn, recipient, journalNumber } = note;
  useGuardedForm(recipient !== '' || journalNumber !== '');
  const [, send] = useMutation(NoteSentToAuthorityDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await send({ input: { agreement, sentOn: sentOn.day ?? '', recipient, journalNumber } });
    return { result, payload: result.data?.noteSentToAuthority };
  });
  const wrong = errorsIn({
    sentOn: wrongWith(sentOn, m('page.published.sentOnMissing')),
    recipient: recipient.trim() === '' ? m('page.published.toMissing') : wrongWithNumber(recipient, m),
    journalNumber: wrongWithNumber(journalNumber, m),
  });
  const errors = attempt > 0 ? wrong : [];
  return {
    ...{ note, attempt, errors, busy, refused },
    errorOf: (field: string) => errors.find((error) => error.field === field)?.message,
    change: (changed: Partial<typeof NOTHING>) => setNote((before) => ({ ...before, ...changed })),
    send: async (event: FormEvent) => {
      event.preventDefault();
      if (wrong.length > 0 || !(await run())) return setAttempt((before) => before + 1);
      setNote(NOTHING);
      setAttempt(0);
      refetch();
    },
  };
}

/** What is wrong with words that anybody would read; undefined where they seem to hold no personal number. */
function wrongWithNumber(words: string, m: Translate): string | undefined {
  return findPersonalNumbers(words).length > 0 ? m('AG-37-HOLDS-NUMBER') : undefined;
}

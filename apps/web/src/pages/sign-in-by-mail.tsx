import { Alert, Button, ErrorSummary, TextField, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';

const FIELD = 'log-ind-mail';

type Sent = { readonly state: 'no' | 'sending' | 'failed' } | { readonly state: 'sent'; readonly to: string };

/**
 * A link in a mail, for everybody who is no invented person. What is answered is the same for every address.
 *
 * @param props.to the page the link is to lead to.
 */
export function SignInByMail({ to }: { readonly to: string }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [email, setEmail] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [isWrong, setWrong] = useState(false);
  const [sent, setSent] = useState<Sent>({ state: 'no' });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sent.state === 'sending') return;
    setSent({ state: 'sending' });
    const status = await ask(email.trim(), to);
    setWrong(status === 400);
    if (status === 400) setAttempt((before) => before + 1);
    if (status === 202) say(m('page.signIn.sent', { email: email.trim() }));
    setSent(status === 202 ? { state: 'sent', to: email.trim() } : { state: status === 400 ? 'no' : 'failed' });
  };
  const wrong = isWrong ? m('page.signIn.emailWrong') : undefined;
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="e-sign-in-by-mail">
      <h2>{m('page.signIn.byMail')}</h2>
      <ErrorSummary attempt={attempt} errors={wrong === undefined ? [] : [{ field: FIELD, message: wrong }]} />
      <TextField
        id={FIELD}
        label={m('page.signIn.email')}
        hint={m('page.signIn.byMailHint')}
        error={wrong}
        type="email"
        autoComplete="email"
        maxLength={200}
        value={email}
        onChange={setEmail}
      />
      <Button type="submit" look="primary" busy={sent.state === 'sending'}>
        {m('page.signIn.send')}
      </Button>
      {sent.state === 'sent' && (
        <Alert tone="info">
          <p>{m('page.signIn.sent', { email: sent.to })}</p>
        </Alert>
      )}
      {sent.state === 'failed' && (
        <Alert tone="error" live>
          <p>{m('page.signIn.notSent')}</p>
        </Alert>
      )}
    </form>
  );
}

/** @returns the status it was answered with; 0 without a connection. */
async function ask(email: string, to: string): Promise<number> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/auth/link', { method: 'POST', headers, body: JSON.stringify({ email, to }) });
    return response.status;
  } catch {
    return 0;
  }
}

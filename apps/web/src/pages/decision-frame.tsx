import { Alert, Button, ErrorSummary } from '@enig/ui';
import type { FormEvent, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { DecisionForm } from './decision-form';

/** Around the fields of a decision: what is wrong, why it was refused, and the button; then back to the board. */
export function DecisionFrame(props: {
  readonly form: DecisionForm;
  readonly verb: string;
  readonly back: string;
  readonly children: ReactNode;
}) {
  const navigate = useNavigate();
  const { form, verb, back, children } = props;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await form.send()) await navigate(back);
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {form.refused && (
        <Alert tone="error" live>
          <p>{form.refused}</p>
        </Alert>
      )}
      {children}
      <Button type="submit" look="primary" busy={form.busy}>
        {verb}
      </Button>
    </form>
  );
}

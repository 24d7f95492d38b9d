import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { CheckedForm } from '../checked-form';
import type { DecisionFieldsFragment } from '../generated/graphql';
import type { DecisionForm } from './decision-form';
import { DecisionNumbers } from './decision-numbers';
import type { JustRecordedState } from './just-recorded';

/** Around the fields of a decision: what is wrong, why it was refused, and the button; then back to the board. */
export function DecisionFrame(props: {
  readonly form: DecisionForm;
  readonly verb: string;
  readonly back: string;
  readonly children: ReactNode;
}) {
  const navigate = useNavigate();
  const { form, verb, back, children } = props;
  const send = async () => {
    const done = await form.send();
    if (done) await navigate(back, { state: done.decision && stateOf(done.decision) });
  };
  return (
    <CheckedForm form={form} verb={verb} send={send}>
      {children}
      <DecisionNumbers form={form} />
    </CheckedForm>
  );
}

function stateOf({ id, party, body, receiptUrl, isOwn, needsSecond }: DecisionFieldsFragment): JustRecordedState {
  const waitsFor = party && !isOwn ? 'party' : needsSecond ? 'colleague' : null;
  return { recorded: { id, party: (party ?? body).name, receiptUrl, waitsFor } };
}

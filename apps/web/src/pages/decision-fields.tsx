import { needsReason } from '@enig/approval';
import { LONGEST } from '@enig/kernel';
import { DateField, Details, RadioGroup, TextArea, TextField, useMessages } from '@enig/ui';
import { capitalised } from '../words';
import type { DecisionForm } from './decision-form';

/** The fields of a decision. A plain yes of the council is date, item, outcome and wording; the rest waits behind words. */
export function DecisionFields({ form }: { readonly form: DecisionForm }) {
  const m = useMessages();
  const { fields, change } = form;
  const errorOf = (field: string) => form.errors.find((error) => error.field === field)?.message;
  return (
    <>
      <WhoDecided form={form} />
      <DateField
        id="meeting"
        label={m('page.recordDecision.meeting')}
        isPast
        value={fields.meeting.day ?? null}
        onChange={(day, unreadable) => change({ meeting: { day, unreadable } })}
        error={errorOf('meeting')}
        showErrors={form.attempt > 0}
      />
      <TextField
        id="item"
        label={m('page.recordDecision.item')}
        width="short"
        maxLength={LONGEST.line}
        value={fields.item}
        onChange={(item) => change({ item })}
        error={errorOf('item')}
      />
      <RadioGroup
        id="outcome"
        label={m('page.recordDecision.outcome')}
        options={form.outcomes.map((value) => ({ value, label: capitalised(m(`outcome.${value}`)) }))}
        value={fields.outcome}
        onChange={(outcome) => change({ outcome })}
        error={errorOf('outcome')}
      />
      <Ground form={form} errorOf={errorOf} />
      <TextArea
        id="wording"
        label={m('page.recordDecision.wording')}
        hint={m('page.recordDecision.wordingHint')}
        rows={2}
        maxLength={LONGEST.text}
        value={fields.wording}
        onChange={(wording) => change({ wording })}
        error={errorOf('wording')}
      />
      <Details summary={m('page.recordDecision.minutes')}>
        <TextField
          id="minutes"
          label={m('page.recordDecision.minutesLink')}
          type="url"
          optional
          width="full"
          value={fields.minutes}
          onChange={(minutes) => change({ minutes })}
        />
      </Details>
    </>
  );
}

/** The council, unless somebody says that it was a committee. */
function WhoDecided({ form }: { readonly form: DecisionForm }) {
  const m = useMessages();
  const { bodies } = form.place.asked;
  const chosen = bodies.find(({ id }) => id === form.fields.body);
  if (bodies.length < 2) return null;
  return (
    <>
      <p>{m('page.recordDecision.decidedBy', { body: chosen?.name ?? '' })}</p>
      <Details summary={m('page.recordDecision.otherBody')}>
        <RadioGroup
          label={m('page.recordDecision.body')}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.fields.body}
          onChange={form.chooseBody}
        />
      </Details>
    </>
  );
}

/** What all but a plain yes must also say: why, and when the matter comes back if it was put off. */
function Ground({
  form,
  errorOf,
}: {
  readonly form: DecisionForm;
  readonly errorOf: (field: string) => string | undefined;
}) {
  const m = useMessages();
  const { fields, change } = form;
  return (
    <>
      {needsReason(fields.outcome) && (
        <TextArea
          id="reason"
          label={m('page.recordDecision.reason')}
          hint={m('page.recordDecision.reasonHint')}
          maxLength={LONGEST.text}
          value={fields.reason}
          onChange={(reason) => change({ reason })}
          error={errorOf('reason')}
        />
      )}
      {fields.outcome === 'postponed' && (
        <DateField
          id="next"
          label={m('page.recordDecision.next')}
          value={fields.next.day ?? null}
          onChange={(day, unreadable) => change({ next: { day, unreadable } })}
          error={errorOf('next')}
          showErrors={form.attempt > 0}
        />
      )}
    </>
  );
}

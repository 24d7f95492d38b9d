import { needsReason } from '@enig/approval';
import { LONGEST } from '@enig/kernel';
import { DateField, Details, RadioGroup, TextArea, TextField, useMessages } from '@enig/ui';
import { capitalised } from '../words';
import { idOfPlace, nameOfPlace } from './decision-asked';
import type { DecisionForm } from './decision-form';
import { MinutesFile } from './minutes-file';

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
        onChange={form.chooseOutcome}
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
        <TextArea
          id="minority"
          label={m('page.recordDecision.minority')}
          hint={m('page.recordDecision.minorityHint')}
          optional
          rows={2}
          value={fields.minority}
          onChange={(minority) => change({ minority })}
        />
        <TextField
          id="minutes"
          label={m('page.recordDecision.minutesLink')}
          type="url"
          optional
          width="full"
          value={fields.minutes}
          onChange={(minutes) => change({ minutes })}
          error={errorOf('minutes')}
        />
        <MinutesFile form={form} error={errorOf('file')} />
      </Details>
    </>
  );
}

/** The council, unless somebody says that it was a committee; of a body that acts for all, the step it is about. */
function WhoDecided({ form }: { readonly form: DecisionForm }) {
  const m = useMessages();
  const { asked } = form.place;
  const { places, party } = asked;
  if (places.length < 2) return null;
  const place = nameOfPlace(asked, form.taken);
  return (
    <>
      <p>{m(party ? 'page.recordDecision.decidedBy' : 'page.recordDecision.inStep', { body: place, step: place })}</p>
      <Details summary={m(party ? 'page.recordDecision.otherBody' : 'page.recordDecision.otherStep')}>
        <RadioGroup
          label={m(party ? 'page.recordDecision.body' : 'page.recordDecision.step')}
          options={places.map((each) => ({ value: idOfPlace(each), label: nameOfPlace(asked, each) }))}
          value={form.fields.taken}
          onChange={form.choosePlace}
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

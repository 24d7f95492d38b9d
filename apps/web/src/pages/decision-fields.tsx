import { binds, needsReason } from '@enig/approval';
import { LONGEST } from '@enig/kernel';
import { Details, RadioGroup, TextArea, TextField, useMessages } from '@enig/ui';
import { CheckedDay } from '../checked-form';
import { capitalised } from '../words';
import { idOfPlace, nameOfPlace, type AskedPlace } from './decision-asked';
import type { DecisionForm } from './decision-form';
import { MeetingFields } from './meeting-fields';
import { MinutesFile } from './minutes-file';

/** The fields of a decision. A plain yes of the council is date, item, outcome and wording; the rest waits behind words. */
export function DecisionFields({ form }: { readonly form: DecisionForm }) {
  const m = useMessages();
  return (
    <>
      <WhoDecided form={form} />
      <MeetingFields form={form}>
        <RadioGroup
          id="outcome"
          label={m('page.recordDecision.outcome')}
          options={form.outcomes.map((value) => ({ value, label: capitalised(m(`outcome.${value}`)) }))}
          value={form.fields.outcome}
          onChange={form.chooseOutcome}
          error={form.errorOf('outcome')}
        />
        <Ground form={form} />
      </MeetingFields>
      <Minutes form={form} />
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
      <p>{m(party ? doneBy(form.taken) : 'page.recordDecision.inStep', { body: place, step: place })}</p>
      <Details summary={m(party ? othersThan(form.taken, places) : 'page.recordDecision.otherStep')}>
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

/** What a body does with the case in a step, in the sentence that names it. */
function doneBy(place: AskedPlace) {
  if (binds(place)) return 'page.recordDecision.decidedBy';
  return isAdministration(place) ? 'page.recordDecision.preparedBy' : 'page.recordDecision.treatedBy';
}

/** What those are called among whom one can say that it was another: committees alone beside a council. */
function othersThan(taken: AskedPlace, places: readonly AskedPlace[]) {
  return binds(taken) && !places.some(isAdministration)
    ? 'page.recordDecision.otherBody'
    : 'page.recordDecision.anotherBody';
}

function isAdministration({ body }: AskedPlace): boolean {
  return body.kind === 'administration';
}

/** What all but a plain yes must also say: why, and when the matter comes back if it was put off. */
function Ground({ form }: { readonly form: DecisionForm }) {
  const m = useMessages();
  const { fields, change, errorOf } = form;
  return (
    <>
      {needsReason(fields.outcome) && (
        <TextArea
          id="reason"
          label={m(`page.recordDecision.reason.${fields.outcome}`)}
          hint={m(`page.recordDecision.reasonHint.${fields.outcome}`)}
          maxLength={LONGEST.text}
          value={fields.reason}
          onChange={(reason) => change({ reason })}
          error={errorOf('reason')}
        />
      )}
      {fields.outcome === 'postponed' && (
        <CheckedDay
          form={form}
          field="next"
          label={m('page.recordDecision.next')}
          written={fields.next}
          write={(next) => change({ next })}
        />
      )}
    </>
  );
}

/** What the minutes say besides: the words of a minority, and the minutes themselves as a link or a file. */
function Minutes({ form }: { readonly form: DecisionForm }) {
  const m = useMessages();
  const { fields, change, errorOf } = form;
  const hasMinutes =
    fields.minority !== '' || fields.minutes !== '' || fields.file !== null || fields.notTaken !== null;
  return (
    <Details summary={m('page.recordDecision.minutes')} open={hasMinutes}>
      <TextArea
        id="minority"
        label={m('page.recordDecision.minority')}
        hint={m('page.recordDecision.minorityHint')}
        optional
        rows={2}
        value={fields.minority}
        onChange={(minority) => change({ minority })}
        error={errorOf('minority')}
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
  );
}

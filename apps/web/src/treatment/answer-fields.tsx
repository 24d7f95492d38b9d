import { TREATMENT_OUTCOMES } from '@enig/hearing';
import { RadioGroup, TextArea, useMessages, type SummaryError, type Translate } from '@enig/ui';
import { capitalised } from '../words';
import type { AnswerDraft } from './answer-drafts';
import { ChangeFields } from './change-fields';
import type { TreatedRound } from './points-filter';

/** Outcome, answer, reason, and where the change that followed can be read. `id` begins the fields' ids. */
export function AnswerFields(props: {
  readonly id: string;
  readonly round: TreatedRound;
  readonly draft: AnswerDraft;
  readonly change: (draft: AnswerDraft) => void;
  readonly errors: readonly SummaryError[];
}) {
  const { id, draft, change, errors } = props;
  const m = useMessages();
  const wrong = (field: string) => errors.find((each) => each.field === field)?.message;
  return (
    <>
      <RadioGroup
        id={`${id}-outcome`}
        label={m('page.treatment.outcome')}
        options={TREATMENT_OUTCOMES.map((value) => ({ value, label: capitalised(m(`treatment.${value}`)) }))}
        value={draft.outcome}
        onChange={(outcome) => change({ ...draft, outcome })}
        error={wrong(`${id}-outcome`)}
      />
      <TextArea
        id={`${id}-answer`}
        label={m('page.treatment.answer')}
        hint={m('page.treatment.answerHint')}
        value={draft.answer}
        onChange={(answer) => change({ ...draft, answer })}
        error={wrong(`${id}-answer`)}
      />
      <TextArea
        id={`${id}-reason`}
        label={m('page.treatment.reason')}
        rows={2}
        value={draft.reason}
        onChange={(reason) => change({ ...draft, reason })}
        error={wrong(`${id}-reason`)}
      />
      <ChangeFields round={props.round} draft={draft} change={change} />
    </>
  );
}

/** What an answer lacks (HE-16), each tied to its field. */
export function errorsIn(draft: AnswerDraft, id: string, m: Translate): readonly SummaryError[] {
  return [
    ...(draft.outcome === null ? [{ field: `${id}-outcome`, message: m('page.treatment.outcomeMissing') }] : []),
    ...(draft.answer.trim() === '' ? [{ field: `${id}-answer`, message: m('page.treatment.answerMissing') }] : []),
    ...(draft.reason.trim() === '' ? [{ field: `${id}-reason`, message: m('page.treatment.reasonMissing') }] : []),
  ];
}

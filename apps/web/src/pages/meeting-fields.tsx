import { LONGEST } from '@enig/kernel';
import { TextArea, TextField, useMessages } from '@enig/ui';
import type { ReactNode } from 'react';
import { CheckedDay } from '../checked-form';
import type { DecisionForm } from './decision-form';

/** The meeting at which it was decided: day, item and words; what was decided stands between the item and the words. */
export function MeetingFields({ form, children }: { readonly form: DecisionForm; readonly children?: ReactNode }) {
  const m = useMessages();
  const { fields, change, errorOf } = form;
  return (
    <>
      <CheckedDay
        form={form}
        field="meeting"
        label={m('page.recordDecision.meeting')}
        isPast
        written={fields.meeting}
        write={(meeting) => change({ meeting })}
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
      {children}
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
    </>
  );
}

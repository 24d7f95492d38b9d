import { useMessages, type SummaryError, type Translate } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { errorsIn, useCheckedForm } from '../checked-form';
import { useFormats, type Formats } from '../formats';
import { CreateSupplementDocument, type AmendmentKind, type SupplementAct } from '../generated/graphql';
import { NO_DAY, wrongWith, type WrittenDay } from '../written-day';
import type { Beside } from './agreement-beside';
import { saidOfDeadline } from './agreement-terms';

/** The field in which what a rule refuses is mended; any other refusal is about the whole. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'AG-23-NAME-MISSING': 'title',
  'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS': 'to',
  'AG-23-DEADLINE-AFTER-PERIOD': 'deadline',
  'AG-27-DEADLINE-IN-THE-PAST': 'deadline',
  'AG-34-OUTSIDE-ITS-PERIOD': 'from',
  'AG-35-PERIOD-NOT-LATER': 'to',
};

/** The days of an addendum or extension. */
export type SupplementDay = 'from' | 'to' | 'deadline';

interface SupplementFields extends Readonly<Record<SupplementDay, WrittenDay>> {
  readonly act: SupplementAct;
  readonly title: string;
  /** What is to happen to a section of the text that holds, by its id. */
  readonly changes: Readonly<Record<string, AmendmentKind>>;
}

const NOTHING: SupplementFields = {
  ...{ act: 'addendum', title: '', changes: {} },
  ...{ from: NO_DAY, to: NO_DAY, deadline: NO_DAY },
};

/** What is typed of a new addendum or extension, what is wrong with it, and how it is sent. */
export function useSupplementForm(beside: Beside) {
  const m = useMessages();
  const formats = useFormats();
  const [fields, setFields] = useState(NOTHING);
  const [, create] = useMutation(CreateSupplementDocument);
  const { title, from, to, deadline, changes } = fields;
  const checked = useCheckedForm({
    wrong: wrongIn(fields, m, formats),
    isTyped: title !== '' || Object.keys(changes).length > 0 || [from, to, deadline].some(({ day }) => day),
    fieldOf: FIELD_OF,
    command: async () => {
      const result = await create({ input: inputOf(beside, fields) });
      return { result, payload: result.data?.createSupplement };
    },
  });
  return {
    ...checked,
    fields,
    change: (changed: Partial<SupplementFields>) => setFields((before) => ({ ...before, ...changed })),
  };
}

/** What the parts of the form are given. */
export type SupplementForm = ReturnType<typeof useSupplementForm>;

/** What is not drawn is not sent: only an addendum has a first day of its own, and changes sections. */
function inputOf(beside: Beside, { act, title, from, to, deadline, changes }: SupplementFields) {
  const isAddendum = act === 'addendum';
  const amends = Object.entries(changes).map(([section, kind]) => ({ section, kind }));
  return {
    agreement: beside.id,
    act,
    title,
    periodFrom: (isAddendum ? from.day : beside.periodFrom) ?? '',
    periodTo: to.day ?? '',
    deadline: deadline.day ?? '',
    amends: isAddendum ? amends : [],
  };
}

function wrongIn({ act, title, from, to, deadline }: SupplementFields, m: Translate, formats: Formats): SummaryError[] {
  return errorsIn({
    title: title.trim() === '' ? m('page.supplement.nameMissing') : undefined,
    from: act === 'addendum' ? wrongWith(from, m('page.supplement.fromMissing')) : undefined,
    to: wrongWith(to, m('page.supplement.toMissing')),
    deadline: wrongWith(deadline, m('page.supplement.deadlineMissing')) ?? saidOfDeadline({ deadline, to }, m, formats),
  });
}

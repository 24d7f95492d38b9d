import { useMessages, type SummaryError, type Translate } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { errorsIn, useCheckedForm } from '../checked-form';
import { CreatePartsApartDocument, type RegionsQuery } from '../generated/graphql';
import { useViewer } from '../session';
import { NO_DAY, wrongWith, type WrittenDay } from '../written-day';
import { useRegionThen } from './region-then';

/** The days of the two parts, in the order of the form: their period, then the deadline of each. */
export const PARTS_DAYS = ['from', 'to', 'deadline', 'steeringDeadline'] as const;
export type PartsDay = (typeof PARTS_DAYS)[number];

interface PartsFields extends Readonly<Record<PartsDay, WrittenDay>> {
  readonly region: string;
  readonly title: string;
  /** The agreement they begin with the text of; empty for none. */
  readonly copyFrom: string;
}

const NOTHING = {
  ...{ title: '', copyFrom: '' },
  ...{ from: NO_DAY, to: NO_DAY, deadline: NO_DAY, steeringDeadline: NO_DAY },
};

/** What is typed of the two new agreements, what is wrong with it, and how it is sent. */
export function usePartsForm(places: RegionsQuery['regions']) {
  const m = useMessages();
  const { regions } = useViewer();
  const [fields, setFields] = useState<PartsFields>({ ...NOTHING, region: regions[0]?.id ?? '' });
  const [, create] = useMutation(CreatePartsApartDocument);
  const regionThen = useRegionThen(places, fields.region, fields.from);
  const checked = useCheckedForm({
    wrong: [...wrongIn(fields, m), ...regionThen.wrong],
    isTyped: fields.title !== '' || PARTS_DAYS.some((day) => fields[day].day),
    command: async () => {
      const result = await create({ input: inputOf(fields) });
      return { result, payload: result.data?.createPartsApart };
    },
  });
  return {
    ...checked,
    fields,
    regionThen,
    change: (changed: Partial<PartsFields>) => setFields((before) => ({ ...before, ...changed })),
  };
}

/** What the parts of the form are given. */
export type PartsForm = ReturnType<typeof usePartsForm>;

function inputOf({ region, title, from, to, deadline, steeringDeadline, copyFrom }: PartsFields) {
  return {
    region,
    title,
    periodFrom: from.day ?? '',
    periodTo: to.day ?? '',
    strategyDeadline: deadline.day ?? '',
    steeringDeadline: steeringDeadline.day ?? '',
    copyFrom: copyFrom || null,
  };
}

function wrongIn({ title, from, to, deadline, steeringDeadline }: PartsFields, m: Translate): SummaryError[] {
  return errorsIn({
    title: title.trim() === '' ? m('page.newAgreement.titleMissing') : undefined,
    from: wrongWith(from, m('page.newAgreement.fromMissing')),
    to: wrongWith(to, m('page.newAgreement.toMissing')),
    deadline: wrongWith(deadline, m('page.supplement.strategyDeadlineMissing')),
    steeringDeadline: wrongWith(steeringDeadline, m('page.supplement.steeringDeadlineMissing')),
  });
}

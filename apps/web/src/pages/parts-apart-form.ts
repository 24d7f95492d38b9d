import { useMessages, type SummaryError, type Translate } from '@enig/ui';
import { useMutation } from 'urql';
import { errorsIn } from '../checked-form';
import { useFormats, type Formats } from '../formats';
import { CreatePartsApartDocument, type RegionsQuery } from '../generated/graphql';
import { NO_DAY, wrongWith, type WrittenDay } from '../written-day';
import { saidOfDeadline, saidOfPeriod, saidOfTitle } from './agreement-terms';
import { useBegunForm, type BegunFields } from './begun-form';

/** The days of the two parts, in the order of the form: their period, then the deadline of each. */
export const PARTS_DAYS = ['from', 'to', 'deadline', 'steeringDeadline'] as const;
export type PartsDay = (typeof PARTS_DAYS)[number];

type PartsFields = BegunFields & Readonly<Record<PartsDay, WrittenDay>>;

const NOTHING: PartsFields = {
  ...{ region: '', title: '', copyFrom: '' },
  ...{ from: NO_DAY, to: NO_DAY, deadline: NO_DAY, steeringDeadline: NO_DAY },
};

/** What is typed of the two new agreements, what is wrong with it, and how it is sent. */
export function usePartsForm(regions: RegionsQuery['regions']) {
  const m = useMessages();
  const formats = useFormats();
  const [, create] = useMutation(CreatePartsApartDocument);
  return useBegunForm({
    ...{ regions, nothing: NOTHING, isTyped },
    wrongIn: (fields) => wrongIn(fields, m, formats),
    command: async (fields) => {
      const result = await create({ input: inputOf(fields) });
      return { result, payload: result.data?.createPartsApart };
    },
  });
}

/** What the parts of the form are given. */
export type PartsForm = ReturnType<typeof usePartsForm>;

function isTyped(fields: PartsFields): boolean {
  return fields.title !== '' || fields.copyFrom !== '' || PARTS_DAYS.some((day) => fields[day].day !== null);
}

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

function wrongIn(
  { title, deadline, steeringDeadline, ...period }: PartsFields,
  m: Translate,
  formats: Formats,
): SummaryError[] {
  const late = (day: WrittenDay) => saidOfDeadline({ deadline: day, to: period.to }, m, formats);
  return errorsIn({
    title: saidOfTitle(title, m),
    ...saidOfPeriod(period, m),
    deadline: wrongWith(deadline, m('page.supplement.strategyDeadlineMissing')) ?? late(deadline),
    steeringDeadline:
      wrongWith(steeringDeadline, m('page.supplement.steeringDeadlineMissing')) ?? late(steeringDeadline),
  });
}

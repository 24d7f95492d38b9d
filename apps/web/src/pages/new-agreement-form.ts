import { useMessages } from '@enig/ui';
import { useMutation } from 'urql';
import { useFormats } from '../formats';
import { CreateAgreementDocument, type RegionsQuery } from '../generated/graphql';
import { NO_DAY } from '../written-day';
import { wrongInTerms, type Terms } from './agreement-terms';
import { useBegunForm, type BegunFields } from './begun-form';
import type { ChosenChain } from './chain-choice';

/** The field in which what a rule refuses of this form alone is mended. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'AG-23-DEADLINE-AFTER-PERIOD': 'deadline',
  'AG-23-WRITING-ENDS-AFTER-DEADLINE': 'writingUntil',
  'AG-27-DEADLINE-IN-THE-PAST': 'deadline',
  'AP-26-CIRCLE': 'chain',
  'AP-26-NOBODY-CAN-TAKE': 'chain',
  'AP-26-UNKNOWN-STEP': 'chain',
};

interface AgreementFields extends Terms, BegunFields {
  readonly chain: ChosenChain | null;
}

const NOTHING: AgreementFields = {
  ...{ region: '', title: '', copyFrom: '', chain: null },
  ...{ from: NO_DAY, to: NO_DAY, deadline: NO_DAY, writingUntil: NO_DAY },
};

/** What is typed of a new agreement, what is wrong with it, and how it is sent. */
export function useNewAgreementForm(regions: RegionsQuery['regions']) {
  const m = useMessages();
  const formats = useFormats();
  const [, create] = useMutation(CreateAgreementDocument);
  return useBegunForm({
    ...{ regions, nothing: NOTHING, isTyped, fieldOf: FIELD_OF },
    wrongIn: (fields) => wrongInTerms(fields, m, formats),
    command: async (fields) => {
      const result = await create({ input: inputOf(fields) });
      return { result, payload: result.data?.createAgreement };
    },
  });
}

/** What the parts of the form are given. */
export type NewAgreementForm = ReturnType<typeof useNewAgreementForm>;

function isTyped({ title, copyFrom, from, to, deadline, writingUntil }: AgreementFields): boolean {
  return title !== '' || copyFrom !== '' || [from, to, deadline, writingUntil].some(({ day }) => day !== null);
}

function inputOf({ region, title, from, to, deadline, writingUntil, copyFrom, chain }: AgreementFields) {
  return {
    region,
    title,
    periodFrom: from.day ?? '',
    periodTo: to.day ?? '',
    deadline: deadline.day ?? '',
    writingUntil: writingUntil.day ?? null,
    copyFrom: copyFrom || null,
    chain,
  };
}

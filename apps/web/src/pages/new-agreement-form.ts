import { useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCheckedForm } from '../checked-form';
import { CreateAgreementDocument, type RegionsQuery } from '../generated/graphql';
import { useViewer } from '../session';
import { NO_DAY } from '../written-day';
import { wrongInTerms, type Terms } from './agreement-terms';
import type { ChosenChain } from './chain-choice';
import { useRegionThen } from './region-then';

/** The field in which what a rule refuses is mended; any other refusal is about the whole. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'AG-23-NAME-MISSING': 'title',
  'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS': 'to',
  'AG-23-WRITING-ENDS-AFTER-DEADLINE': 'writingUntil',
  'AG-27-DEADLINE-IN-THE-PAST': 'deadline',
  'AG-43-REGION-GONE': 'from',
  'AG-43-REGION-NOT-THEN': 'from',
  'SE-1-NO-PARTIES-THEN': 'from',
  'AP-26-CIRCLE': 'chain',
  'AP-26-NOBODY-CAN-TAKE': 'chain',
  'AP-26-UNKNOWN-STEP': 'chain',
};

interface AgreementFields extends Terms {
  readonly region: string;
  /** The agreement it begins with the text of; empty for none. */
  readonly copyFrom: string;
  readonly chain: ChosenChain | null;
}

const NOTHING = {
  ...{ title: '', copyFrom: '', chain: null },
  ...{ from: NO_DAY, to: NO_DAY, deadline: NO_DAY, writingUntil: NO_DAY },
};

/** What is typed of a new agreement, what is wrong with it, and how it is sent. */
export function useNewAgreementForm(places: RegionsQuery['regions']) {
  const m = useMessages();
  const { regions } = useViewer();
  const [fields, setFields] = useState<AgreementFields>({ ...NOTHING, region: regions[0]?.id ?? '' });
  const [, create] = useMutation(CreateAgreementDocument);
  const regionThen = useRegionThen(places, fields.region, fields.from);
  const checked = useCheckedForm({
    wrong: [...wrongInTerms(fields, m), ...regionThen.wrong],
    isTyped: isTyped(fields),
    fieldOf: FIELD_OF,
    command: async () => {
      const result = await create({ input: inputOf(fields) });
      return { result, payload: result.data?.createAgreement };
    },
  });
  return {
    ...checked,
    fields,
    regionThen,
    change: (changed: Partial<AgreementFields>) => setFields((before) => ({ ...before, ...changed })),
  };
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

import type { SummaryError } from '@enig/ui';
import { useState } from 'react';
import { useCheckedForm } from '../checked-form';
import type { Answer, Payload } from '../command';
import type { RegionsQuery } from '../generated/graphql';
import { useViewer } from '../session';
import type { WrittenDay } from '../written-day';
import { useRegionThen } from './region-then';

/** What a form that begins agreements holds, whatever more it asks. */
export interface BegunFields {
  readonly region: string;
  readonly title: string;
  /** The agreement it begins with the text of; empty for none. */
  readonly copyFrom: string;
  readonly from: WrittenDay;
  readonly to: WrittenDay;
}

/** The field in which what a rule refuses of any new agreement is mended. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'AG-23-NAME-MISSING': 'title',
  'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS': 'to',
  'AG-43-REGION-GONE': 'from',
  'AG-43-REGION-NOT-THEN': 'from',
  'SE-1-NO-PARTIES-THEN': 'from',
};

interface Begun<Fields extends BegunFields, Done extends Payload> {
  readonly regions: RegionsQuery['regions'];
  /** The form before anything is typed; the region is the first one the viewer is at home in. */
  readonly nothing: Fields;
  readonly wrongIn: (fields: Fields) => readonly SummaryError[];
  readonly isTyped: (fields: Fields) => boolean;
  /** By code, the field in which what is refused of this form alone is mended. */
  readonly fieldOf?: Readonly<Record<string, string>>;
  readonly command: (fields: Fields) => Promise<Answer<Done>>;
}

/** A form that begins agreements in a region: what is typed, what is wrong with it, and how it is sent. */
export function useBegunForm<Fields extends BegunFields, Done extends Payload>(begun: Begun<Fields, Done>) {
  const { regions, nothing, wrongIn, isTyped, fieldOf, command } = begun;
  const viewer = useViewer();
  const [fields, setFields] = useState<Fields>({ ...nothing, region: viewer.regions[0]?.id ?? '' });
  const regionThen = useRegionThen(regions, fields.region, fields);
  const checked = useCheckedForm({
    wrong: [...wrongIn(fields), ...regionThen.wrong],
    isTyped: isTyped(fields),
    fieldOf: { ...FIELD_OF, ...fieldOf },
    command: () => command(fields),
  });
  return {
    ...checked,
    fields,
    regionThen,
    change: (changed: Partial<Fields>) => setFields((before) => ({ ...before, ...changed })),
  };
}

import { LONGEST } from '@enig/kernel';
import { Select, TextField, useMessages } from '@enig/ui';
import type { RegionsQuery } from '../generated/graphql';
import { useViewer } from '../session';

interface Chosen {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The region's field in the page. */
const REGION = 'region';

/** Goes to the region a new agreement is for, where it is chosen. */
export function focusRegion(): void {
  document.getElementById(REGION)?.focus();
}

/** The region a new agreement is for; not asked of who is at home in one alone. */
export function RegionField({ value, onChange }: Chosen) {
  const m = useMessages();
  const { regions } = useViewer();
  if (regions.length < 2) return null;
  return (
    <Select
      id={REGION}
      label={m('page.newAgreement.region')}
      options={regions.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      none={null}
      onChange={onChange}
    />
  );
}

/** What a new agreement is to be called. */
export function NameField({ error, ...field }: Chosen & { readonly error: string | undefined }) {
  const m = useMessages();
  return (
    <TextField
      {...field}
      id="title"
      label={m('page.newAgreement.name')}
      hint={m('page.newAgreement.nameHint')}
      width="full"
      maxLength={LONGEST.line}
      error={error}
    />
  );
}

/** The agreement whose text a new one begins with; none for an empty one. */
export function CopyFromField({ agreements, value, onChange }: Chosen & Pick<RegionsQuery, 'agreements'>) {
  const m = useMessages();
  return (
    <Select
      label={m('page.newAgreement.copyFrom')}
      hint={m('page.newAgreement.copyFromHint')}
      none={m('page.newAgreement.empty')}
      options={agreements.map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
    />
  );
}

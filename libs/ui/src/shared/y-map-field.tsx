import { useState } from 'react';
import type * as Y from 'yjs';
import { Select, type Option } from '../fields/choice';
import { DateField } from '../fields/date-field';
import { useMessages } from '../messages';
import { useMapText } from './use-shared';

/** Somebody who can be responsible. */
export type PartyChoice = { readonly id: string; readonly name: string };

type Common = {
  readonly map: Y.Map<unknown>;
  /** The key in the map. */
  readonly name: string;
  readonly label: string;
  readonly id?: string | undefined;
  readonly error?: string | undefined;
};

/** A party or a day kept in a Y.Map. The last to choose decides; null is nothing chosen. */
export function YMapField(
  props: Common & ({ readonly kind: 'date' } | { readonly kind: 'party'; readonly parties: readonly PartyChoice[] }),
) {
  return props.kind === 'date' ? <MapDate {...props} /> : <MapParty {...props} />;
}

function MapParty(props: Common & { readonly parties: readonly PartyChoice[] }) {
  const m = useMessages();
  const value = useMapText(props.map, props.name);
  const known = props.parties.map(({ id, name }): Option => ({ value: id, label: name }));
  const isKnown = value === null || known.some((option) => option.value === value);
  return (
    <Select
      label={props.label}
      id={props.id}
      error={props.error}
      options={isKnown ? known : [...known, { value, label: m('ui.item.unknownParty') }]}
      value={value ?? ''}
      none={m('ui.noneChosen')}
      onChange={(chosen) => setValue(props.map, props.name, chosen === '' ? null : chosen)}
    />
  );
}

function MapDate(props: Common) {
  const value = useMapText(props.map, props.name);
  const [isUnreadable, setUnreadable] = useState(false);
  return (
    <DateField
      label={props.label}
      id={props.id}
      error={isUnreadable ? undefined : props.error}
      hint=""
      value={value}
      onChange={(date) => {
        setUnreadable(date === undefined);
        if (date !== undefined) setValue(props.map, props.name, date);
      }}
    />
  );
}

/** Nothing is written when nothing changes, so that no update goes out. */
function setValue(map: Y.Map<unknown>, name: string, value: string | null): void {
  if ((map.get(name) ?? null) !== value) map.set(name, value);
}

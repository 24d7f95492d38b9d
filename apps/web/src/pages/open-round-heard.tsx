import { localDateAt, type Instant } from '@enig/kernel';
import { CheckboxGroup, RadioGroup, Select, useMessages } from '@enig/ui';
import { useFormats } from '../formats';
import { DocumentFields } from './open-round-document';
import type { FormPart } from './open-round-fields';
import { areasOf, hearerOf, type RoundForm } from './open-round-form';

/** What is to be heard: the text as it stands, an earlier version, or something of its own. */
export function WhatIsHeard(props: FormPart) {
  const m = useMessages();
  const { agreement, form, change, errorOf } = props;
  const hearer = hearerOf(agreement, form);
  const mayHearVersion = hearer?.mayHearVersion === true && agreement.versions.length > 0;
  const options = [
    ...(hearer?.mayFreeze
      ? [{ value: 'freeze' as const, label: m('page.openRound.now'), hint: m('page.openRound.nowHint') }]
      : []),
    ...(mayHearVersion ? [{ value: 'version' as const, label: m('page.openRound.earlier') }] : []),
    { value: 'document' as const, label: m('page.openRound.own.document') },
  ];
  return (
    <>
      <RadioGroup<NonNullable<RoundForm['what']>>
        id="what"
        label={m('page.openRound.what')}
        options={options}
        value={form.what}
        onChange={(what) => change({ what, areas: [] })}
        error={errorOf('what')}
      />
      {form.what === 'version' && <WhichVersion {...props} />}
      {form.what === 'document' ? <DocumentFields {...props} /> : <HowMuch {...props} />}
    </>
  );
}

function WhichVersion({ agreement, form, change, errorOf }: FormPart) {
  const m = useMessages();
  const { date } = useFormats();
  return (
    <Select
      id="version"
      label={m('page.openRound.whichVersion')}
      none={null}
      options={agreement.versions.toReversed().map(({ hash, number, createdAt }) => ({
        value: hash,
        label: m('page.openRound.versionName', { number, date: date(localDateAt(createdAt as Instant)) }),
      }))}
      value={form.version}
      onChange={(version) => change({ version, areas: [] })}
      error={errorOf('version')}
    />
  );
}

function HowMuch({ agreement, form, change, errorOf }: FormPart) {
  const m = useMessages();
  const areas = areasOf(agreement, form);
  if (areas.length === 0) return null;
  return (
    <>
      <RadioGroup<RoundForm['howMuch']>
        id="howMuch"
        label={m('page.openRound.howMuch')}
        options={[
          { value: 'whole', label: m('page.openRound.whole') },
          { value: 'some', label: m('page.openRound.some') },
        ]}
        value={form.howMuch}
        onChange={(howMuch) => change({ howMuch })}
        error={errorOf('howMuch')}
      />
      {form.howMuch === 'some' && (
        <CheckboxGroup
          id="areas"
          label={m('page.openRound.areas')}
          options={areas.map(({ id, name, hasEasyRead }) => ({
            value: id,
            label: name,
            hint: hasEasyRead ? undefined : m('page.openRound.withoutEasyRead'),
          }))}
          value={form.areas}
          onChange={(chosen) => change({ areas: chosen })}
          error={errorOf('areas')}
        />
      )}
    </>
  );
}
